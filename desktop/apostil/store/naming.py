"""The index of names: who is named where in the library, by the entities as they are after all corrections.

What is kept of an article follows from its text, its analysis, and the corrections in force in it. Where these change,
it is made anew in the same transaction; where they change in many articles at once, those wait in `unindexed` until
there is time (`index_next`), so that nobody waits for a long transaction.
"""

from __future__ import annotations

import json
import time
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from apostil.domain.article import ArticleId
from apostil.domain.corrections import corrected
from apostil.domain.entity import fold, identity
from apostil.store import articles
from apostil.store.encoding import load_analysis
from apostil.store.failures import as_written
from apostil.store.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import apsw

    from apostil.domain.analysis import Analysis
    from apostil.domain.entity import Correction, Entity
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

BATCH, BATCH_SECONDS = 20, 0.025
"""So many of those that wait are indexed in one transaction, and no more when so much time has passed."""

_ANALYSIS = """
SELECT a.id, n.analysis FROM article a LEFT JOIN analysis n ON n.article = a.key AND n.roles = a.roles WHERE a.key = ?
"""
_DROP = (
    "DELETE FROM appearance WHERE article = ?",
    "DELETE FROM spelling WHERE article = ?",
    "DELETE FROM unindexed WHERE article = ?",
)
_SPELLING = "INSERT OR IGNORE INTO spelling SELECT value, ? FROM json_each(?)"
_NAMED = "SELECT key FROM named WHERE identity = ?"
_ADD_NAMED = "INSERT INTO named (identity, kind, known) VALUES (?, ?, ?) RETURNING key"
_ADD_APPEARANCE = """
INSERT INTO appearance (article, named, name, mentions, confirmed) VALUES (?, ?, ?, ?, ?) RETURNING key
"""
_ADD_NAMING = "INSERT INTO naming VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_ALIAS = "INSERT OR IGNORE INTO alias VALUES (?, ?)"
_ADD_TAIL = "INSERT OR IGNORE INTO tail VALUES (?, ?, ?, ?)"
_NAMED_IN = "SELECT DISTINCT named FROM appearance WHERE article = ?"
_FORGET = """
DELETE FROM named WHERE key IN (SELECT value FROM json_each(?))
    AND NOT EXISTS (SELECT 1 FROM appearance p WHERE p.named = named.key)
"""
_WAIT = """
INSERT OR IGNORE INTO unindexed SELECT key FROM article WHERE key IN (SELECT value FROM json_each(?))
"""
_WAITING = "SELECT count(*) FROM unindexed"
_NEXT = "SELECT article FROM unindexed LIMIT ?"
_IDS = "SELECT id FROM article WHERE key IN (SELECT value FROM json_each(?))"


def wait(connection: apsw.Connection, keys: Iterable[int]) -> None:
    """Let these articles be indexed anew when there is time."""
    connection.execute(_WAIT, (json.dumps(list(keys)),))


def waiting(connection: apsw.Connection) -> int:
    """How many articles wait to be indexed anew."""
    return int(connection.execute(_WAITING).get)


def index_next(connection: apsw.Connection, effective: Effective) -> bool:
    """Index some of the articles that wait; False where none waits."""
    began = time.monotonic()
    keys = [int(key) for (key,) in connection.execute(_NEXT, (BATCH,))]
    for key in keys:
        index(connection, key, effective)
        if time.monotonic() - began > BATCH_SECONDS:
            break
    return bool(keys)


@as_written()
def index(connection: apsw.Connection, key: int, effective: Effective) -> None:
    """Make what is kept of an article anew; nothing is kept of one without an analysis for its roles."""
    before = [int(named) for (named,) in connection.execute(_NAMED_IN, (key,))]
    _drop(connection, key)
    _make(connection, key, effective)
    forget(connection, before)


def _drop(connection: apsw.Connection, key: int) -> None:
    for statement in _DROP:
        connection.execute(statement, (key,))


def _make(connection: apsw.Connection, key: int, effective: Effective) -> None:
    article_id, written = connection.execute(_ANALYSIS, (key,)).get
    if written is None:
        return
    analysis = load_analysis(written)
    article = articles.read(connection, article_id)
    spelt = {fold(name) for entity in analysis.entities for name in (entity.name, *entity.aliases)}
    connection.execute(_SPELLING, (key, json.dumps(sorted(spelt))))
    said = effective(connection, article_id)
    entities = corrected(article, analysis.entities, said) if said else analysis.entities
    add(connection, key, article.text, entities, sentence_finder(analysis))


def add(
    connection: apsw.Connection,
    key: int,
    text: str,
    entities: Iterable[Entity],
    sentence_of: Callable[[Span], tuple[int, int]],
) -> None:
    """Keep these entities of an article, beside those that are kept."""
    namings: list[tuple[Any, ...]] = []
    aliases: list[tuple[str, int]] = []
    tails: list[tuple[str, int, int, int]] = []
    for entity in entities:
        named = _named(connection, entity)
        row = (key, named, entity.name, len(entity.mentions), entity.confirmed)
        appearance = int(connection.execute(_ADD_APPEARANCE, row).get)
        forms = {entity.name: None}
        for mention in entity.mentions:
            start, end = mention.span.start, mention.span.end
            words = " ".join(text[start:end].split())
            forms[words] = None
            place = (key, *_around(sentence_of(mention.span), start, end))
            namings.append((*place, appearance, named, words, mention.confidence, mention.confirmed))
        aliases += ((fold(form), appearance) for form in forms)
        tails += ((tail, appearance, named, key) for form in forms for tail in _tails(form))
    connection.executemany(_ADD_NAMING, namings)
    connection.executemany(_ADD_ALIAS, aliases)
    connection.executemany(_ADD_TAIL, tails)


def sentence_finder(analysis: Analysis) -> Callable[[Span], tuple[int, int]]:
    """What says of a mention where its sentence starts and ends; it is one by itself where there is none."""
    starts = [sentence.start for sentence in analysis.sentences]

    def find(span: Span) -> tuple[int, int]:
        index = bisect_right(starts, span.start) - 1
        if index >= 0 and analysis.sentences[index].end > span.start:
            return analysis.sentences[index].start, analysis.sentences[index].end
        return span.start, span.end

    return find


def forget(connection: apsw.Connection, named: Iterable[int]) -> None:
    """Forget those of these entities that are nowhere any more."""
    connection.execute(_FORGET, (json.dumps(list(named)),))


def ids_of(connection: apsw.Connection, keys: Iterable[int]) -> list[ArticleId]:
    """The articles of these rows."""
    return [ArticleId(str(row[0])) for row in connection.execute(_IDS, (json.dumps(list(keys)),))]


def _around(sentence: tuple[int, int], start: int, end: int) -> tuple[int, int, int, int]:
    """The first columns of a mention: a name that runs on over the end of its sentence makes that longer."""
    return sentence[0], start, end, max(sentence[1], end)


def _named(connection: apsw.Connection, entity: Entity) -> int:
    name = identity(entity)
    row = connection.execute(_NAMED, (name,)).fetchone()
    return int(row[0] if row else connection.execute(_ADD_NAMED, (name, entity.kind, entity.known)).get)


def _tails(name: str) -> Iterator[str]:
    words = folded(name).split()
    return (" ".join(words[start:]) for start in range(len(words)))
