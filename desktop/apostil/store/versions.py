"""Versions: the articles that took one another's place, and the chapters of a book, which do so together."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from apostil.domain.article import ArticleId
from apostil.domain.library import Version
from apostil.domain.provenance import Choice, Provenance
from apostil.store.failures import as_written

if TYPE_CHECKING:
    from collections.abc import Iterable

    import apsw

_PROVENANCE = "SELECT extractor, extracted, text_sha256, choice, part FROM article WHERE key = ?"
_SUCCESSOR = "SELECT b.id FROM article a JOIN article b ON b.key = a.superseded_by WHERE a.key = ?"
# What is in the trash was read by itself when it went there.
_READ = """
WITH RECURSIVE up (key, next) AS (
    SELECT key, iif(hidden_since IS NULL, superseded_by, NULL) FROM article WHERE key = ?
    UNION SELECT a.key, iif(a.hidden_since IS NULL, a.superseded_by, NULL) FROM up JOIN article a ON a.key = up.next
)
SELECT key FROM up WHERE next IS NULL
"""
# From what is read down to all that it superseded, and over to the other chapters of the same book that are read.
_FAMILY = """
WITH RECURSIVE family (key) AS (
    SELECT ?
    UNION SELECT a.key FROM family f JOIN article a ON a.superseded_by = f.key
    UNION SELECT a.key FROM family f JOIN article b ON b.key = f.key JOIN article a ON a.source = b.source
        WHERE b.choice = 'chapters' AND b.superseded_by IS NULL AND a.choice = 'chapters' AND a.superseded_by IS NULL
)
SELECT a.key, a.superseded_by, a.hidden_since IS NULL, a.source, a.id, a.extractor, a.extracted, a.text_sha256,
    a.choice, a.part
FROM family f JOIN article a ON a.key = f.key ORDER BY a.key
"""
_FAMILIES = """
SELECT key, superseded_by, hidden_since IS NULL, source, id, extractor, extracted, text_sha256, choice, part
FROM article WHERE superseded_by IS NOT NULL OR choice = 'chapters'
    OR key IN (SELECT superseded_by FROM article WHERE superseded_by IS NOT NULL) ORDER BY key
"""
_SUPERSEDE = "UPDATE article SET superseded_by = ? WHERE key = ?"
# The book that chapters came from stays with those of them that are still there.
_KEEP_BOOK = """
WITH left (source, key) AS (
    SELECT source, min(key) FROM article
    WHERE choice = 'chapters' AND hidden_since IS NULL AND superseded_by IS NULL GROUP BY source
)
UPDATE article SET superseded_by = left.key
FROM article gone JOIN left ON left.source = gone.source
WHERE article.superseded_by = gone.key AND gone.choice = 'chapters' AND gone.hidden_since < ?
"""


class _Row(NamedTuple):
    """An article as far as its place among the versions goes."""

    key: int
    superseded_by: int | None
    visible: int
    source: str
    id: str
    extractor: str
    extracted: str
    text_sha256: str
    choice: str
    part: str

    @property
    def is_chapter(self) -> bool:
        """Whether it is one of several articles of its source."""
        return self.choice == Choice.CHAPTERS

    @property
    def version(self) -> object:
        """What it has in common with the chapters that were extracted together with it."""
        return (self.source, self.extractor, self.extracted) if self.is_chapter else self.key

    @property
    def provenance(self) -> Provenance:
        """How it came out of its source."""
        return _provenance((self.extractor, self.extracted, self.text_sha256, self.choice, self.part))


@as_written()
def provenance(connection: apsw.Connection, key: int) -> Provenance:
    """How an article came out of its source."""
    return _provenance(connection.execute(_PROVENANCE, (key,)).get)


def current(connection: apsw.Connection, key: int) -> int:
    """The version that is read now of the article of which this is one."""
    return int(connection.execute(_READ, (key,)).get)


def successor(connection: apsw.Connection, key: int) -> ArticleId | None:
    """The article that took the place of this one."""
    row = connection.execute(_SUCCESSOR, (key,)).fetchone()
    return ArticleId(str(row[0])) if row else None


def supersede(connection: apsw.Connection, key: int, successor: int | None) -> None:
    """Let another article be read in the place of this one, or this one itself again."""
    connection.execute(_SUPERSEDE, (successor, key))


def keep_books(connection: apsw.Connection, limit: str) -> None:
    """Before what is in the trash since then is gone: let no book go with only some of its chapters."""
    connection.execute(_KEEP_BOOK, (limit,))


@as_written()
def versions(connection: apsw.Connection, key: int) -> tuple[Version, ...]:
    """The versions of an article in the order in which they came.

    The chapters of a book that were extracted together are one version of it. It goes by the chapter that is asked
    about, by the one that is the same part of the book as that, or by the first.
    """
    rows = [_Row(*row) for row in connection.execute(_FAMILY, (current(connection, key),))]
    asked = next(row for row in rows if row.key == key)
    return tuple(
        Version(ArticleId(row.id), number, row.provenance, row.superseded_by is None)
        for number, row in enumerate(_chosen(rows, asked), 1)
    )


@as_written()
def counts(connection: apsw.Connection) -> dict[int, int]:
    """How many versions there are of each article that is read and has several."""
    rows = [_Row(*row) for row in connection.execute(_FAMILIES)]
    older: dict[int | None, list[_Row]] = defaultdict(list)
    chapters: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        older[row.superseded_by].append(row)
        if row.is_chapter and row.superseded_by is None:
            chapters[row.source].append(row)
    found = {}
    for row in rows:
        if row.visible and row.superseded_by is None:
            siblings = chapters[row.source] if row.is_chapter else [row]
            found[row.key] = sum(1 for _ in _chosen(_with_older(siblings, older), row))
    return {key: count for key, count in found.items() if count > 1}


def _with_older(rows: Iterable[_Row], older: dict[int | None, list[_Row]]) -> list[_Row]:
    """These articles and all that they superseded, directly or not."""
    found = list(rows)
    for row in found:
        found += older.get(row.key, ())
    return sorted(found, key=lambda row: row.key)


def _chosen(rows: Iterable[_Row], asked: _Row) -> list[_Row]:
    """For each version one article, from the point of view of the one that is asked about."""
    together: dict[object, list[_Row]] = defaultdict(list)
    for row in rows:
        if row.visible or row is asked:
            together[row.version].append(row)
    chosen = (_same_part(chapters, asked) for chapters in together.values())
    return [row for row in chosen if row is not None]


def _same_part(chapters: list[_Row], asked: _Row) -> _Row | None:
    if asked in chapters:
        return asked
    if not (asked.is_chapter and chapters[0].is_chapter):
        return chapters[0]
    return next((row for row in chapters if row.part == asked.part), None)


def _provenance(row: Iterable[Any]) -> Provenance:
    extractor, extracted, text_sha256, choice, part = row
    return Provenance(extractor, dt.datetime.fromisoformat(extracted), text_sha256, Choice(choice), part)
