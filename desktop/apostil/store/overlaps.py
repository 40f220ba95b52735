"""Which articles share text: found some time after one came in, kept, and told of those that are present.

An article that comes in only waits to be compared: that takes longer than writing it down, and who waits for an import
can do without it for a while.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from apostil.domain.article import ArticleId, Role
from apostil.domain.library import Kinship, Overlap
from apostil.store.failures import as_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from apostil.store.shingles import Prose

CANDIDATES = 8
"""So many articles, those that seem the closest, are compared word by word."""

_WAIT = "INSERT INTO uncompared (article, sketch) VALUES (?, ?)"
_NEXT = "SELECT article, sketch FROM uncompared ORDER BY article LIMIT 1"
_DROP_WAITING = "DELETE FROM uncompared WHERE article = ?"
_ADD_SKETCH = "INSERT INTO shingle (hash, article) SELECT value, ? FROM json_each(?)"
_TEXT = """
SELECT a.address, a.source, a.text_sha256, a.words, c.text, c.blocks
FROM article a JOIN content c ON c.article = a.key WHERE a.key = ?
"""
# One run in eight is in the sample. Where far fewer of them meet than a fifth of the shorter text has, chance is not
# the reason: so little is shared that it need not be looked at.
_CLOSEST = """
SELECT s.article FROM json_each(:sketch) j JOIN shingle s ON s.hash = j.value JOIN article b ON b.key = s.article
WHERE b.source <> :source GROUP BY s.article HAVING 120 * count(*) >= min(:words, b.words)
ORDER BY count(*) DESC, s.article DESC LIMIT :most
"""
_NAMESAKES = """
SELECT key FROM article WHERE address = :address AND address <> '' AND source <> :source ORDER BY key DESC LIMIT :most
"""
_ADD = "INSERT OR REPLACE INTO overlap (article, other, words, sentences) VALUES (?, ?, ?, ?)"
_ADD_NAMESAKE = "INSERT OR IGNORE INTO overlap (article, other, words, sentences) VALUES (?, ?, ?, ?)"
_NEIGHBOURS = "SELECT key FROM article WHERE key = :key UNION SELECT other FROM overlap WHERE article = :key"
_NEIGHBOUR_IDS = """
SELECT id FROM article WHERE key = :key UNION SELECT b.id FROM overlap o JOIN article b ON b.key = o.other
WHERE o.article = :key
"""
_OF_ARTICLE = """
SELECT b.id, a.address = b.address AND a.address <> '',
    o.words, o.sentences, a.title, json_extract(coalesce(a.edited, a.found), '$.authors'), a.outlet, a.published,
    own.imported,
    r.words, r.sentences, b.title, json_extract(coalesce(b.edited, b.found), '$.authors'), b.outlet, b.published,
    others.imported
FROM overlap o JOIN overlap r ON r.article = o.other AND r.other = o.article
JOIN article a ON a.key = o.article JOIN article b ON b.key = o.other
JOIN source own ON own.sha256 = a.source JOIN source others ON others.sha256 = b.source
WHERE o.article = ? AND b.hidden_since IS NULL AND b.superseded_by IS NULL
"""
_KINDS = tuple(Kinship)
_DROP_NEAREST = "DELETE FROM nearest WHERE article = ?"
_PUT_NEAREST = """
INSERT INTO nearest (article, other, words, kinship) SELECT ?, key, ?, ? FROM article WHERE id = ?
"""
_NEAREST = "SELECT n.article, b.id, n.words, n.kinship FROM nearest n JOIN article b ON b.key = n.other"
_NEAREST_OF_ONE = f"{_NEAREST} WHERE n.article = ?"


def wait(connection: apsw.Connection, key: int, sketch: Sequence[int]) -> None:
    """Let an article that has come in be compared when there is time."""
    connection.execute(_WAIT, (key, json.dumps(sketch)))


@as_written()
def compare_next(connection: apsw.Connection) -> list[ArticleId] | None:
    """Compare the article that has waited longest, and say which share text with it, itself among them.

    None where no article waits.
    """
    row = connection.execute(_NEXT).fetchone()
    if row is None:
        return None
    key, sketch = row
    connection.execute(_DROP_WAITING, (key,))
    add(connection, key, json.loads(sketch))
    refresh(connection, (key,))
    found = [ArticleId(each) for (each,) in connection.execute(_NEIGHBOUR_IDS, {"key": key})]
    return found if len(found) > 1 else []


def add(connection: apsw.Connection, key: int, sketch: Sequence[int]) -> None:
    """Compare an article with those before it that share words or its address with it."""
    added = _Known(connection, key)
    address, source, _, words, _, _ = added.row
    asked = {"sketch": json.dumps(sketch), "source": source, "words": words, "address": address, "most": CANDIDATES}
    closest: list[Any] = [other for (other,) in connection.execute(_CLOSEST, asked)]
    closest += [other for (other,) in connection.execute(_NAMESAKES, asked)]
    connection.execute(_ADD_SKETCH, (key, asked["sketch"]))
    for other in dict.fromkeys(closest):
        _compare(connection, added, other)


def namesakes(connection: apsw.Connection, key: int) -> None:
    """Bring an article whose address was corrected together with those of the same address."""
    corrected = _Known(connection, key)
    address, source, *_ = corrected.row
    asked = {"source": source, "address": address, "most": CANDIDATES}
    found: list[Any] = connection.execute(_NAMESAKES, asked).fetchall()
    for (other,) in found:
        _compare(connection, corrected, other, _ADD_NAMESAKE)


def refresh(connection: apsw.Connection, keys: Iterable[int]) -> None:
    """Find out anew which article is the nearest, for these and for those that share text with them.

    To be called where it changes which articles are present, or what is known about them.
    """
    touched: list[Any] = [key for asked in keys for (key,) in connection.execute(_NEIGHBOURS, {"key": asked})]
    for key in dict.fromkeys(touched):
        connection.execute(_DROP_NEAREST, (key,))
        for nearest in _of_key(connection, key)[:1]:
            connection.execute(_PUT_NEAREST, (key, nearest.share, nearest.kinship, nearest.other))


@as_written()
def of_article(connection: apsw.Connection, key: int) -> tuple[Overlap, ...]:
    """The articles that are present and share text with this one, the closest first."""
    return tuple(_of_key(connection, key))


def nearest(connection: apsw.Connection, key: int | None = None) -> dict[int, Overlap]:
    """For each article, or for this one, the one that is closest to it, where there is one."""
    rows = connection.execute(_NEAREST) if key is None else connection.execute(_NEAREST_OF_ONE, (key,))
    return {article: Overlap(ArticleId(other), share, Kinship(kinship)) for article, other, share, kinship in rows}


def _of_key(connection: apsw.Connection, key: int) -> list[Overlap]:
    found = [overlap for row in connection.execute(_OF_ARTICLE, (key,)) if (overlap := _overlap(row))]
    # A copy of the article itself comes before one that has the same words.
    return sorted(
        found,
        key=lambda overlap: (
            overlap.kinship is Kinship.SHARED,
            -overlap.share,
            _KINDS.index(overlap.kinship),
            overlap.other,
        ),
    )


def _overlap(row: tuple[Any, ...]) -> Overlap | None:
    other, same_address, *facts = row
    half = len(facts) // 2
    from apostil.store.kinship import Side, judge

    found = judge(Side(*facts[:half]), Side(*facts[half:]), same_address=bool(same_address))
    return Overlap(ArticleId(other), *found) if found else None


class _Known:
    """An article that is compared; its words are looked at only where that is needed, and once."""

    def __init__(self, connection: apsw.Connection, key: int) -> None:
        self.key = key
        self.row = _row(connection, key)

    @cached_property
    def prose(self) -> Prose:
        """Its words and sentences."""
        return _prose(self.row)


def _compare(connection: apsw.Connection, article: _Known, other: int, add_row: str = _ADD) -> None:
    key, one, two = article.key, article.row, _row(connection, other)
    same_address = bool(one[0]) and one[0] == two[0]
    from apostil.store.kinship import LEAST
    from apostil.store.shingles import Share, shared

    shares = (Share(1.0, 1.0), Share(1.0, 1.0)) if one[2] == two[2] else shared(article.prose, _prose(two))
    if same_address or max(shares[0].words, shares[1].words) >= LEAST:
        for owner, neighbour, share in ((key, other, shares[0]), (other, key, shares[1])):
            connection.execute(add_row, (owner, neighbour, share.words, share.sentences))


def _row(connection: apsw.Connection, key: int) -> tuple[Any, ...]:
    row: tuple[Any, ...] = connection.execute(_TEXT, (key,)).get
    return row


@as_written()
def _prose(row: tuple[Any, ...]) -> Prose:
    *_, text, blocks = row
    places = ((start, end) for start, end, role, *_ in json.loads(blocks) if role != Role.APPARATUS)
    from apostil.store.shingles import prose_of

    return prose_of(text, places)
