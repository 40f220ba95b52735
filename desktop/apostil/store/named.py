"""Questions to the index of names, about the articles that are present and read."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from itertools import combinations, groupby
from typing import TYPE_CHECKING, Any

from apostil.domain.article import ArticleId
from apostil.domain.entity import Kind
from apostil.domain.spans import Span
from apostil.store.failures import as_written
from apostil.store.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from apostil.domain.names import Companion, EntityPage, Named, Passage, Tie

# A row for each name that an entity has; its languages as a list, in which each occurs once.
_ALL = """
SELECT identity, kind, known, name, count(*), sum(mentions), min(confirmed), json_group_array(DISTINCT language)
FROM appearing GROUP BY named, name
"""
_SOME = """
SELECT identity, kind, known, name, count(*), sum(mentions), min(confirmed), json_group_array(DISTINCT language)
FROM appearing WHERE named IN (SELECT key FROM named WHERE identity IN (SELECT value FROM json_each(?)))
GROUP BY named, name
"""
_COMPLETED = """
SELECT n.identity FROM tail t JOIN named n ON n.key = t.named
WHERE t.words >= ?1 AND t.words < ?1 || char(0x10ffff) AND t.article NOT IN (SELECT key FROM absent)
GROUP BY t.named ORDER BY count(DISTINCT t.article) DESC, n.identity LIMIT ?2
"""
_NAMING = """
SELECT DISTINCT article, identity FROM appearing
WHERE named IN (SELECT key FROM named WHERE identity IN (SELECT value FROM json_each(?)))
"""
_IDS = "SELECT id FROM article WHERE key IN (SELECT value FROM json_each(?))"
_KEY = "SELECT key FROM named WHERE identity = ?"
_ALIASES = """
SELECT words, count(*) FROM naming WHERE named = ? AND article NOT IN (SELECT key FROM absent)
GROUP BY words ORDER BY 2 DESC, words
"""
_PLACES = """
SELECT m.article, m.sentence, max(m.sentence_end), json_group_array(m.start || ',' || m."end" || ',' || n.kind)
FROM naming m JOIN named n ON n.key = m.named
WHERE m.named = ? AND m.article NOT IN (SELECT key FROM absent) GROUP BY m.article, m.sentence
"""
_SHARED = """
SELECT m.article, m.sentence, max(m.sentence_end), json_group_array(m.start || ',' || m."end" || ',' || n.kind)
FROM naming m JOIN named n ON n.key = m.named
WHERE m.named IN (?1, ?2) AND m.article IN (SELECT value FROM json_each(?3))
GROUP BY m.article, m.sentence HAVING count(DISTINCT m.named) = 2
"""
_TEXTS = """
SELECT a.key, a.id, a.title, a.outlet, a.published, c.text FROM article a JOIN content c ON c.article = a.key
WHERE a.key IN (SELECT value FROM json_each(?))
"""
_COMPANIONS = """
SELECT n.identity, count(*), count(DISTINCT pair.article) FROM (
    SELECT DISTINCT other.named, other.article, other.sentence
    FROM naming own JOIN naming other ON other.article = own.article AND other.sentence = own.sentence
    WHERE own.named = ?1 AND other.named <> ?1 AND own.article NOT IN (SELECT key FROM absent)
) pair JOIN named n ON n.key = pair.named GROUP BY pair.named ORDER BY 2 DESC, 3 DESC, n.identity LIMIT ?2
"""
_LINKED = """
SELECT o.identity FROM named n JOIN named o ON o.known = n.known AND o.key <> n.key
WHERE n.identity = ? AND o.known <> '' ORDER BY o.identity
"""
_SENTENCES = """
SELECT article, sentence, named FROM naming WHERE article NOT IN (SELECT key FROM absent) ORDER BY article, sentence
"""
_SENTENCES_OF = """
SELECT article, sentence, named FROM naming WHERE article NOT IN (SELECT key FROM absent)
    AND article IN (SELECT key FROM article WHERE id IN (SELECT value FROM json_each(?)))
ORDER BY article, sentence
"""
_IDENTITIES = "SELECT key, identity FROM named"
_PRESENT_IN = "SELECT DISTINCT article FROM appearance WHERE named = ? AND article NOT IN (SELECT key FROM absent)"
_TOGETHER = """
SELECT DISTINCT a.named, b.named FROM appearance a JOIN appearance b ON b.article = a.article AND b.named <> a.named
WHERE a.named IN (SELECT value FROM json_each(?1)) AND b.named IN (SELECT value FROM json_each(?1))
    AND a.article NOT IN (SELECT key FROM absent)
"""
_APART = "SELECT one, other FROM apart"
_SET_APART = "INSERT OR IGNORE INTO apart VALUES (?, ?)"
_NOT_APART = "DELETE FROM apart WHERE one = ? AND other = ?"


@as_written()
def named(connection: apsw.Connection, identities: Iterable[str] | None = None) -> dict[str, Named]:
    """The entities of the library, or these of them, by identity."""
    rows = connection.execute(_ALL) if identities is None else connection.execute(_SOME, (_json(identities),))
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for identity, *row in rows:
        found[identity].append(tuple(row))
    return {identity: _named(identity, entity_rows) for identity, entity_rows in found.items()}


def completed(connection: apsw.Connection, typed: str, limit: int) -> list[Named]:
    """The entities that have a name with a word that begins so, those in most articles first."""
    words = " ".join(folded(typed).split())
    if not words:
        return []
    identities = [str(identity) for (identity,) in connection.execute(_COMPLETED, (words, limit))]
    found = named(connection, identities)
    return [found[identity] for identity in identities]


def naming(connection: apsw.Connection, identities: Iterable[str], *, together: bool) -> frozenset[ArticleId]:
    """The articles that name any of these entities, or all of them `together`."""
    wanted = set(identities)
    found: dict[int, set[str]] = defaultdict(set)
    for key, identity in connection.execute(_NAMING, (_json(wanted),)):
        found[key].add(identity)
    keys = [key for key, has in found.items() if not together or has == wanted]
    return frozenset(ArticleId(str(row[0])) for row in connection.execute(_IDS, (json.dumps(keys),)))


def page(connection: apsw.Connection, identity: str, limit: int) -> EntityPage | None:
    """Everything about an entity, with so many of those that it appears with; None where no article names it."""
    found = named(connection, (identity,))
    if not found:
        return None
    from apostil.domain.names import EntityPage

    return EntityPage(
        found[identity],
        aliases(connection, identity),
        passages(connection, identity),
        companions(connection, identity, limit),
        linked(connection, identity),
    )


def aliases(connection: apsw.Connection, identity: str) -> tuple[tuple[str, int], ...]:
    """The words that an entity is mentioned by, with how often, the most frequent first."""
    return tuple(
        (str(words), int(count)) for words, count in connection.execute(_ALIASES, (_key(connection, identity),))
    )


def passages(connection: apsw.Connection, identity: str) -> tuple[Passage, ...]:
    """Every sentence that names an entity, by day and outlet; those without a day come last."""
    return _passages(connection, connection.execute(_PLACES, (_key(connection, identity),)).fetchall())


def shared_passages(
    connection: apsw.Connection, one: str, other: str, articles: Iterable[ArticleId] | None = None
) -> tuple[Passage, ...]:
    """Every sentence that names both of two entities, with where it names them, in these articles or in all."""
    keys = _key(connection, one), _key(connection, other)
    present = {int(key) for (key,) in connection.execute(_PRESENT_IN, keys[:1])}
    rows = connection.execute(_SHARED, (*keys, json.dumps(sorted(present)))).fetchall()
    found = _passages(connection, rows)
    if articles is None:
        return found
    wanted = set(articles)
    return tuple(passage for passage in found if passage.article in wanted)


def companions(connection: apsw.Connection, identity: str, limit: int) -> tuple[Companion, ...]:
    """The entities that stand in the same sentences as one, those in most of them first."""
    rows: list[tuple[Any, ...]] = connection.execute(_COMPANIONS, (_key(connection, identity), limit)).fetchall()
    found = named(connection, [row[0] for row in rows])
    from apostil.domain.names import Companion

    return tuple(Companion(found[other], sentences, articles) for other, sentences, articles in rows)


def linked(connection: apsw.Connection, identity: str) -> tuple[Named, ...]:
    """The entities of other kinds of which the same is known."""
    found = named(connection, [str(other) for (other,) in connection.execute(_LINKED, (identity,))])
    return tuple(found.values())


def ties(connection: apsw.Connection, articles: Iterable[ArticleId] | None = None) -> list[Tie]:
    """How strongly each two entities belong together, in these articles or in all, the strongest first."""
    of_all = articles is None
    rows = connection.execute(_SENTENCES) if of_all else connection.execute(_SENTENCES_OF, (_json(articles or ()),))
    sentences: dict[tuple[int, int], int] = defaultdict(int)
    counted: dict[tuple[int, int], int] = defaultdict(int)
    last: dict[tuple[int, int], int] = {}
    for (article, _), group in groupby(rows, key=lambda row: row[:2]):
        for pair in combinations(sorted({int(row[2]) for row in group}), 2):
            sentences[pair] += 1
            if last.get(pair) != article:
                last[pair] = int(article)
                counted[pair] += 1
    names = {int(key): str(identity) for key, identity in connection.execute(_IDENTITIES)}
    found = (_tie(names[a], names[b], count, counted[a, b]) for (a, b), count in sentences.items())
    return sorted(found, key=lambda tie: (-tie.sentences, -tie.articles, tie.source, tie.target))


def together(connection: apsw.Connection, identities: Iterable[str]) -> set[frozenset[str]]:
    """The pairs of these entities that stand in one article."""
    names = {int(key): str(identity) for key, identity in connection.execute(_IDENTITIES)}
    wanted = set(identities)
    keys = json.dumps([key for key, identity in names.items() if identity in wanted])
    return {frozenset({names[one], names[other]}) for one, other in connection.execute(_TOGETHER, (keys,))}


def apart(connection: apsw.Connection) -> set[frozenset[str]]:
    """The pairs of entities of which a person said that they are not the same."""
    return {frozenset({str(one), str(other)}) for one, other in connection.execute(_APART)}


def set_apart(connection: apsw.Connection, one: str, other: str, *, apart: bool) -> None:
    """Remember that two entities are not the same, or forget that again."""
    connection.execute(_SET_APART if apart else _NOT_APART, tuple(sorted((one, other))))


def _named(identity: str, rows: Sequence[tuple[Any, ...]]) -> Named:
    rows = sorted(rows, key=lambda row: (-row[3], -row[4], row[2]))
    kind, known, name, *_ = rows[0]
    languages = {language for row in rows for language in json.loads(row[6]) if language}
    from apostil.domain.names import Named

    return Named(
        identity,
        Kind(kind),
        name,
        known,
        mentions=sum(row[4] for row in rows),
        articles=sum(row[3] for row in rows),
        names=tuple(row[2] for row in rows),
        several_languages=len(languages) > 1,
        confirmed=all(row[5] for row in rows),
    )


def _passages(connection: apsw.Connection, rows: Sequence[tuple[Any, ...]]) -> tuple[Passage, ...]:
    keys = json.dumps(sorted({row[0] for row in rows}))
    texts = {key: facts for key, *facts in connection.execute(_TEXTS, (keys,))}
    found = [_passage(row, texts[row[0]]) for row in rows]
    found.sort(key=lambda one: (one.published is None, one.published or dt.date.min, one.outlet, one.article, one.span))
    return tuple(found)


def _passage(row: tuple[Any, ...], facts: Sequence[Any]) -> Passage:
    _, start, end, places = row
    article, title, outlet, published, text = facts
    found = sorted(
        (int(first), int(last), kind) for first, last, kind in (one.split(",") for one in json.loads(places))
    )
    from apostil.domain.names import Passage

    return Passage(
        ArticleId(article),
        title,
        outlet,
        dt.date.fromisoformat(published) if published else None,
        Span(start, end),
        tuple(Span(first, last) for first, last, _ in found),
        text[start:end],
        tuple(Kind(kind) for _, _, kind in found),
    )


def _tie(one: str, other: str, sentences: int, articles: int) -> Tie:
    from apostil.domain.names import Tie

    return Tie(min(one, other), max(one, other), sentences, articles)


def _key(connection: apsw.Connection, identity: str) -> int:
    """The row of an entity; none where it is nowhere."""
    row = connection.execute(_KEY, (identity,)).fetchone()
    return int(row[0]) if row else 0


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
