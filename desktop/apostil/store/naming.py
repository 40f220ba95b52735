"""The index of names: who is named where in the library, by the entities as they are after all corrections.

What is kept of an article follows from its text, its analysis, and the corrections in force in it. Where these change,
it is made anew in the same transaction; where they change in many articles at once, or in a long one, those wait in
`unindexed` until there is time (`index_next`), so that nobody waits for a long transaction.
"""

from __future__ import annotations

import json
import time
from bisect import bisect_right
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from apostil.domain.article import ArticleId
from apostil.domain.corrections import corrected
from apostil.domain.entity import fold, identity
from apostil.store import articles
from apostil.store.encoding import load_analysis
from apostil.store.failures import as_written
from apostil.store.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import apsw

    from apostil.domain.analysis import Analysis
    from apostil.domain.article import Article
    from apostil.domain.entity import Correction, Entity, Mention
    from apostil.domain.spans import Span

    Effective = Callable[[apsw.Connection, ArticleId], Sequence[Correction]]

TABLES = """
CREATE TABLE named (
    key INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    known TEXT NOT NULL
);
CREATE INDEX named_known ON named (known) WHERE known <> '';

CREATE TABLE appearance (             -- an entity in an article
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    named INTEGER NOT NULL REFERENCES named,
    name TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    confirmed INTEGER NOT NULL
);
CREATE INDEX appearance_article ON appearance (article);
CREATE INDEX appearance_named ON appearance (named, article, name, mentions, confirmed);

CREATE TABLE naming (                 -- a mention of it
    article INTEGER NOT NULL,
    sentence INTEGER NOT NULL,        -- where its sentence starts
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    appearance INTEGER NOT NULL REFERENCES appearance ON DELETE CASCADE,
    named INTEGER NOT NULL,
    words TEXT NOT NULL,
    confidence REAL NOT NULL,
    confirmed INTEGER NOT NULL,
    PRIMARY KEY (article, sentence, start, "end", appearance)
) WITHOUT ROWID;
CREATE INDEX naming_appearance ON naming (appearance);
CREATE INDEX naming_named ON naming (named);

CREATE TABLE alias (                  -- every name that it has there, folded as corrections compare them
    folded TEXT NOT NULL,
    appearance INTEGER NOT NULL REFERENCES appearance ON DELETE CASCADE,
    PRIMARY KEY (folded, appearance)
) WITHOUT ROWID;
CREATE INDEX alias_appearance ON alias (appearance);

CREATE TABLE tail (                   -- every name from each of its words on, folded as searches are, to complete it
    words TEXT NOT NULL,
    appearance INTEGER NOT NULL REFERENCES appearance ON DELETE CASCADE,
    named INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (words, appearance)
) WITHOUT ROWID;
CREATE INDEX tail_appearance ON tail (appearance);

CREATE TABLE spelling (               -- every name in an article's analysis, before any correction
    folded TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (folded, article)
) WITHOUT ROWID;
CREATE INDEX spelling_article ON spelling (article);

CREATE TABLE unindexed (              -- articles that wait for what is above
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE
);
INSERT INTO unindexed SELECT DISTINCT article FROM analysis;

CREATE TABLE indexed_under (glossary TEXT NOT NULL);  -- JSON: what was in force always when the index was made
INSERT INTO indexed_under VALUES ('[]');

CREATE TABLE apart (                  -- what a person says is not the same
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;

CREATE INDEX article_absent ON article (key) WHERE hidden_since IS NOT NULL OR superseded_by IS NOT NULL;
CREATE VIEW absent AS SELECT key FROM article WHERE hidden_since IS NOT NULL OR superseded_by IS NOT NULL;
CREATE VIEW appearing AS
SELECT p.key, p.article, p.named, p.name, p.mentions, p.confirmed, n.identity, n.kind, n.known, a.language
FROM appearance p JOIN named n ON n.key = p.named JOIN article a ON a.key = p.article
WHERE p.article NOT IN (SELECT key FROM absent);
"""
MOST_AT_ONCE = 5
"""So many articles are indexed with the edit that changed them; where there are more, all of them wait."""

LONG_WORDS = 10_000
"""An article of more words is never indexed with the edit that changed it."""

BATCH, BATCH_SECONDS = 20, 0.025
"""So many of those that wait are indexed in one transaction, and no more when so much time has passed."""

_ANALYSIS = """
SELECT a.id, n.analysis FROM article a LEFT JOIN analysis n ON n.article = a.key AND n.roles = a.roles WHERE a.key = ?
"""
_KEPT = """
SELECT p.key, n.identity, n.kind, n.known, p.name, p.confirmed,
    m.sentence, m.start, m."end", m.sentence_end, m.words, m.confidence, m.confirmed
FROM appearance p JOIN named n ON n.key = p.named JOIN naming m ON m.appearance = p.key
WHERE p.article = ? ORDER BY p.key, m.start, m."end"
"""
_DROP = "DELETE FROM appearance WHERE key IN (SELECT value FROM json_each(?))"
_INDEXED = "DELETE FROM unindexed WHERE article = ?"
_SPELT = "SELECT folded FROM spelling WHERE article = ?"
_MISSPELT = "DELETE FROM spelling WHERE article = ?"
_SPELLING = "INSERT INTO spelling SELECT value, ? FROM json_each(?)"
_NAMED = "SELECT key FROM named WHERE identity = ?"
_ADD_NAMED = "INSERT INTO named (identity, kind, known) VALUES (?, ?, ?) RETURNING key"
_ADD_APPEARANCE = """
INSERT INTO appearance (article, named, name, mentions, confirmed) VALUES (?, ?, ?, ?, ?) RETURNING key
"""
_ADD_NAMING = "INSERT INTO naming VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_ALIAS = "INSERT OR IGNORE INTO alias VALUES (?, ?)"
_ADD_TAIL = "INSERT OR IGNORE INTO tail VALUES (?, ?, ?, ?)"
_FORGET = """
DELETE FROM named WHERE identity IN (SELECT value FROM json_each(?))
    AND NOT EXISTS (SELECT 1 FROM appearance p WHERE p.named = named.key)
"""
_WAIT = """
INSERT OR IGNORE INTO unindexed SELECT key FROM article WHERE key IN (SELECT value FROM json_each(?))
"""
_LONG = "SELECT key FROM article WHERE words > ? AND key IN (SELECT value FROM json_each(?))"
_WAITING = "SELECT count(*) FROM unindexed"
_NEXT = "SELECT article FROM unindexed LIMIT ?"
_folded = lru_cache(maxsize=1 << 14)(fold)
_IDS = "SELECT id FROM article WHERE key IN (SELECT value FROM json_each(?))"


class Appearance(NamedTuple):
    """What is kept of an entity in an article.

    Each of its mentions is where its sentence starts, where it starts and ends itself, where its sentence ends, its
    words, how sure it is, and whether a person confirmed it.
    """

    identity: str
    kind: str
    known: str
    name: str
    confirmed: int
    mentions: tuple[tuple[Any, ...], ...]


class Asked(NamedTuple):
    """All that what an article names depends on: its analysis as it is written, and what is said of it."""

    article: ArticleId
    analysis: str | None
    said: tuple[Correction, ...]


class Looked(NamedTuple):
    """What an article names, as long as the same is asked."""

    asked: Asked
    found: list[Appearance]


def wait(connection: apsw.Connection, keys: Iterable[int]) -> None:
    """Let these articles be indexed anew when there is time."""
    connection.execute(_WAIT, (json.dumps(list(keys)),))


def long_ones(connection: apsw.Connection, keys: Iterable[int]) -> set[int]:
    """Those of these articles that are so long that looking up what they name takes a while."""
    return {int(key) for (key,) in connection.execute(_LONG, (LONG_WORDS, json.dumps(list(keys))))}


def waiting(connection: apsw.Connection) -> int:
    """How many articles wait to be indexed anew."""
    return int(connection.execute(_WAITING).get)


def look_at_next(connection: apsw.Connection, effective: Effective) -> Looked | None:
    """What the first article that waits names: worked out while others may write; None where none waits."""
    row = connection.execute(_NEXT, (1,)).fetchone()
    return _look(connection, _asked(connection, int(row[0]), effective)) if row else None


def index_next(connection: apsw.Connection, effective: Effective, looked: Looked | None = None) -> bool:
    """Index some of the articles that wait, one of which was looked at already; False where none waits."""
    began = time.monotonic()
    keys = [int(key) for (key,) in connection.execute(_NEXT, (BATCH,))]
    for key in keys:
        index(connection, key, effective, looked)
        if time.monotonic() - began > BATCH_SECONDS:
            break
    return bool(keys)


@as_written()
def index(connection: apsw.Connection, key: int, effective: Effective, looked: Looked | None = None) -> None:
    """Make what is kept of an article anew; nothing is kept of one without an analysis for its roles.

    Most of it stays as it is, and is not written again. What was looked at before counts where nothing has changed.
    """
    asked = _asked(connection, key, effective)
    if looked is None or looked.asked != asked:
        looked = _look(connection, asked)
    _spell(connection, key, load_analysis(asked.analysis) if asked.analysis is not None else None)
    kept = _kept(connection, key)
    new = [appearance for appearance in looked.found if kept.pop(appearance, None) is None]
    drop(connection, kept.values())
    add(connection, key, new)
    forget(connection, (appearance.identity for appearance in kept))
    connection.execute(_INDEXED, (key,))


def add(connection: apsw.Connection, key: int, appearances: Iterable[Appearance]) -> None:
    """Keep these entities of an article, beside those that are kept."""
    namings: list[tuple[Any, ...]] = []
    aliases: list[tuple[str, int]] = []
    tails: list[tuple[str, int, int, int]] = []
    for one in appearances:
        named = _named(connection, one)
        row = (key, named, one.name, len(one.mentions), one.confirmed)
        appearance = int(connection.execute(_ADD_APPEARANCE, row).get)
        forms = dict.fromkeys((one.name, *(words for *_, words, _, _ in one.mentions)))
        for *place, words, confidence, confirmed in one.mentions:
            namings.append((key, *place, appearance, named, words, confidence, confirmed))
        aliases += ((_folded(form), appearance) for form in forms)
        tails += ((tail, appearance, named, key) for form in forms for tail in _tails(form))
    connection.executemany(_ADD_NAMING, namings)
    connection.executemany(_ADD_ALIAS, aliases)
    connection.executemany(_ADD_TAIL, tails)


def drop(connection: apsw.Connection, appearances: Iterable[int]) -> None:
    """Keep these entities of articles no longer."""
    connection.execute(_DROP, (json.dumps(list(appearances)),))


def appearance_of(entity: Entity, text: str, sentence_of: Callable[[Span], tuple[int, int]]) -> Appearance:
    """What is kept of an entity in an article of this text."""
    mentions = tuple(_mention(mention, text, sentence_of(mention.span)) for mention in entity.mentions)
    return Appearance(identity(entity), entity.kind, entity.known, entity.name, int(entity.confirmed), mentions)


def _mention(mention: Mention, text: str, sentence: tuple[int, int]) -> tuple[Any, ...]:
    start, end = mention.span.start, mention.span.end
    words = " ".join(text[start:end].split())
    # A name that runs on over the end of its sentence makes that longer.
    return sentence[0], start, end, max(sentence[1], end), words, mention.confidence, int(mention.confirmed)


def _asked(connection: apsw.Connection, key: int, effective: Effective) -> Asked:
    article_id, analysis = connection.execute(_ANALYSIS, (key,)).get
    return Asked(ArticleId(article_id), analysis, tuple(effective(connection, article_id)))


def _look(connection: apsw.Connection, asked: Asked) -> Looked:
    if asked.analysis is None:
        return Looked(asked, [])
    analysis = load_analysis(asked.analysis)
    article = articles.read(connection, asked.article)
    find = sentence_finder(analysis, article)
    entities = corrected(article, analysis.entities, asked.said) if asked.said else analysis.entities
    found = [appearance_of(entity, article.text, find) for entity in entities if entity.mentions]
    return Looked(asked, found)


def _kept(connection: apsw.Connection, key: int) -> dict[Appearance, int]:
    """The entities that are kept of an article, with their rows."""
    rows: list[tuple[Any, ...]] = connection.execute(_KEPT, (key,)).fetchall()
    groups = groupby(rows, key=lambda row: row[:6])
    return {Appearance._make((*first[1:], tuple(row[6:] for row in group))): first[0] for first, group in groups}


def _spell(connection: apsw.Connection, key: int, analysis: Analysis | None) -> None:
    """Keep the names of an analysis before any correction."""
    entities = analysis.entities if analysis else ()
    spelt = {_folded(name) for entity in entities for name in (entity.name, *entity.aliases)}
    if spelt != {str(row[0]) for row in connection.execute(_SPELT, (key,))}:
        connection.execute(_MISSPELT, (key,))
        connection.execute(_SPELLING, (key, json.dumps(sorted(spelt))))


def sentence_finder(analysis: Analysis, article: Article) -> Callable[[Span], tuple[int, int]]:
    """What says of a mention where its sentence starts and ends; its block where there is none, as in a headline."""
    starts = [sentence.start for sentence in analysis.sentences]

    def find(span: Span) -> tuple[int, int]:
        index = bisect_right(starts, span.start) - 1
        if index >= 0 and analysis.sentences[index].end > span.start:
            return analysis.sentences[index].start, analysis.sentences[index].end
        block = article.blocks[article.block_at(span.start)].span
        return block.start, block.end

    return find


def forget(connection: apsw.Connection, identities: Iterable[str]) -> None:
    """Forget those of these entities that are nowhere any more."""
    connection.execute(_FORGET, (json.dumps(list(identities)),))


def ids_of(connection: apsw.Connection, keys: Iterable[int]) -> list[ArticleId]:
    """The articles of these rows."""
    return [ArticleId(str(row[0])) for row in connection.execute(_IDS, (json.dumps(list(keys)),))]


def _named(connection: apsw.Connection, appearance: Appearance) -> int:
    row = connection.execute(_NAMED, (appearance.identity,)).fetchone()
    return int(row[0] if row else connection.execute(_ADD_NAMED, appearance[:3]).get)


@lru_cache(maxsize=1 << 14)
def _tails(name: str) -> tuple[str, ...]:
    words = folded(name).split()
    return tuple(" ".join(words[start:]) for start in range(len(words)))
