"""Versions: the articles that took one another's place, and the chapters of a book, which do so together."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from apostil.domain.article import ArticleId
from apostil.domain.library import Version
from apostil.domain.provenance import Choice, Provenance
from apostil.store.failures import as_written

if TYPE_CHECKING:
    import apsw

_PROVENANCE = "SELECT extractor, extracted, text_sha256, choice, part FROM article WHERE key = ?"
_ROOT = """
WITH RECURSIVE up (key, next) AS (
    SELECT key, superseded_by FROM article WHERE key = ?
    UNION SELECT a.key, a.superseded_by FROM up JOIN article a ON a.key = up.next
)
SELECT key FROM up WHERE next IS NULL
"""
# From the one that is read down to all that it superseded, and from each chapter over to those that it came with.
_MEMBERS = """
WITH RECURSIVE member (key) AS (
    SELECT ?
    UNION SELECT a.key FROM member m JOIN article a ON a.superseded_by = m.key WHERE a.hidden_since IS NULL
    UNION SELECT a.key FROM member m JOIN article b ON b.key = m.key JOIN article a ON a.source = b.source
        WHERE b.choice = 'chapters' AND a.choice = b.choice AND a.extractor = b.extractor
            AND a.extracted = b.extracted AND a.superseded_by IS b.superseded_by AND a.hidden_since IS NULL
)
SELECT a.key, a.id, a.superseded_by IS NULL, a.source, a.extractor, a.extracted, a.text_sha256, a.choice,
    a.part
FROM member m JOIN article a ON a.key = m.key ORDER BY a.key
"""
_LINKED = """
SELECT key, superseded_by, CASE choice WHEN 'chapters' THEN source || extractor || extracted ELSE key END
FROM article WHERE hidden_since IS NULL AND (superseded_by IS NOT NULL OR choice = 'chapters')
"""
_SUCCEED = (
    "UPDATE article SET superseded_by = :after WHERE key = :before",
    "UPDATE article SET superseded_by = NULL WHERE key = :after",
)


@as_written()
def provenance(connection: apsw.Connection, key: int) -> Provenance:
    """How an article came out of its source."""
    return _provenance(connection.execute(_PROVENANCE, (key,)).get)


def current(connection: apsw.Connection, key: int) -> int:
    """The version that is read now of the article of which this is one."""
    return int(connection.execute(_ROOT, (key,)).get)


@as_written()
def versions(connection: apsw.Connection, key: int) -> tuple[Version, ...]:
    """The versions of an article in the order in which they came; the chapters of a book count as one.

    Such a version goes by the article that was asked about where that is one of the chapters, otherwise by the first.
    """
    batches: dict[object, list[tuple[Any, ...]]] = defaultdict(list)
    for row in connection.execute(_MEMBERS, (current(connection, key),)):
        batches[_batch(row)].append(row)
    found = [next((row for row in batch if row[0] == key), batch[0]) for batch in batches.values()]
    return tuple(
        Version(ArticleId(row[1]), number, _provenance(row[4:]), bool(row[2])) for number, row in enumerate(found, 1)
    )


def counts(connection: apsw.Connection) -> dict[int, int]:
    """How many versions there are of each article that has several."""
    rows: list[tuple[Any, ...]] = list(connection.execute(_LINKED))
    batch_of = {key: batch for key, _, batch in rows}
    before: dict[object, set[object]] = defaultdict(set)
    read: dict[int, object] = {}
    for key, after, batch in rows:
        if after is None:
            read[key] = batch
        else:
            before[batch_of.get(after, after)].add(batch)
            read.setdefault(after, batch_of.get(after, after))
    sizes = {batch: len(_reached(before, batch)) for batch in set(read.values())}
    return {key: sizes[batch] for key, batch in read.items() if sizes[batch] > 1}


def succeed(connection: apsw.Connection, before: int, after: int) -> None:
    """Let an article take the place of another one, which is read no more."""
    for statement in _SUCCEED:
        connection.execute(statement, {"before": before, "after": after})


def _reached(before: dict[object, set[object]], batch: object) -> set[object]:
    reached = {batch}
    waiting = [batch]
    while waiting:
        for earlier in before.get(waiting.pop(), ()):
            if earlier not in reached:
                reached.add(earlier)
                waiting.append(earlier)
    return reached


def _batch(row: tuple[Any, ...]) -> object:
    key, _, _, source, extractor, extracted, _, choice, _ = row
    return (source, extractor, extracted) if choice == Choice.CHAPTERS else key


def _provenance(row: tuple[Any, ...]) -> Provenance:
    extractor, extracted, text_sha256, choice, part = row
    return Provenance(extractor, dt.datetime.fromisoformat(extracted), text_sha256, Choice(choice), part)
