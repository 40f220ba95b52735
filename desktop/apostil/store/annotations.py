"""Annotations and their tags."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import TYPE_CHECKING, Any

from apostil.domain.anchor import Anchor
from apostil.domain.annotation import Annotation, AnnotationId, Color, Status
from apostil.domain.article import ArticleId
from apostil.domain.errors import LibraryError
from apostil.domain.spans import Span
from apostil.store import search
from apostil.store.articles import key_of
from apostil.store.failures import GONE_ANNOTATION, as_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import apsw

_SELECT = """
SELECT n.id, a.id, n.start, n."end", n.exact, n.prefix, n.suffix, n.color, n.created, n.modified, n.note, n.status,
    n.author, n.placed, t.name
FROM annotation n JOIN article a ON a.key = n.article
    LEFT JOIN annotation_tag nt ON nt.annotation = n.key LEFT JOIN tag t ON t.key = nt.tag
"""
_OF_ARTICLE = f"{_SELECT} WHERE n.article = ? AND n.placed = ? ORDER BY n.key, nt.position"
_ONE = f"{_SELECT} WHERE n.id = ? ORDER BY nt.position"
_PUT = """
INSERT INTO annotation
    (id, article, start, "end", exact, prefix, suffix, color, created, modified, note, status, author,
        placed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET article = excluded.article, start = excluded.start, "end" = excluded."end",
    exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix, color = excluded.color,
    created = excluded.created, modified = excluded.modified, note = excluded.note, status = excluded.status,
    author = excluded.author, placed = excluded.placed
RETURNING key
"""
_TAKE = "DELETE FROM annotation WHERE id = ? RETURNING key"
_ADD_TAG = "INSERT OR IGNORE INTO tag (name) VALUES (?)"
_TAGS = "SELECT t.name FROM annotation_tag nt JOIN tag t ON t.key = nt.tag WHERE nt.annotation = ? ORDER BY position"
_ATTACH = "INSERT INTO annotation_tag SELECT ?, ?, key FROM tag WHERE name = ?"
_DETACH = "DELETE FROM annotation_tag WHERE annotation = ?"
_DROP_TAGS = "DELETE FROM tag WHERE NOT EXISTS (SELECT 1 FROM annotation_tag nt WHERE nt.tag = tag.key)"
_ALL_TAGS = """
SELECT t.name, count(DISTINCT nt.annotation)
FROM tag t JOIN annotation_tag nt ON nt.tag = t.key JOIN annotation n ON n.key = nt.annotation
    JOIN article a ON a.key = n.article
WHERE a.hidden_since IS NULL AND a.superseded_by IS NULL GROUP BY t.key
"""


@as_written()
def of_article(connection: apsw.Connection, article_id: ArticleId, *, placed: bool = True) -> tuple[Annotation, ...]:
    """An article's annotations as they stand in the text, or those that wait for a place in it.

    Raises:
        LibraryError: where there is no such article.
    """
    rows = connection.execute(_OF_ARTICLE, (key_of(connection, article_id), placed))
    return tuple(sorted(_annotations(rows), key=lambda annotation: annotation.order))


@as_written()
def one(connection: apsw.Connection, annotation_id: AnnotationId) -> Annotation:
    """One annotation.

    Raises:
        LibraryError: where there is none.
    """
    for annotation in _annotations(connection.execute(_ONE, (annotation_id,))):
        return annotation
    raise LibraryError(GONE_ANNOTATION)


@as_written()
def all_tags(connection: apsw.Connection) -> tuple[tuple[str, int], ...]:
    """Every tag in use in articles that are present, with how many annotations carry it, by name."""
    rows = [(str(name), int(count)) for name, count in connection.execute(_ALL_TAGS)]
    return tuple(sorted(rows, key=lambda row: (row[0].casefold(), row[0])))


def change(connection: apsw.Connection, before: Iterable[Annotation], after: tuple[Annotation, ...]) -> None:
    """Take out what is only in `before`, and put in what is in `after`, as it says there."""
    staying = {annotation.id for annotation in after}
    retagged = [_take(connection, annotation.id) for annotation in before if annotation.id not in staying]
    retagged += [_put(connection, annotation) for annotation in after]
    if any(retagged):
        connection.execute(_DROP_TAGS)


def _take(connection: apsw.Connection, annotation_id: AnnotationId) -> bool:
    """Take one annotation out, and say whether that may leave a tag without a use."""
    row = connection.execute(_TAKE, (annotation_id,)).fetchone()
    if row is not None:
        search.drop_mark(connection, int(row[0]))
    return row is not None


def _put(connection: apsw.Connection, annotation: Annotation) -> bool:
    """Put one annotation in, new or instead of the old one, and say whether a tag may be without a use now."""
    anchor = annotation.anchor
    row = (
        annotation.id,
        key_of(connection, annotation.article_id),
        anchor.span.start,
        anchor.span.end,
        anchor.exact,
        anchor.prefix,
        anchor.suffix,
        annotation.color,
        annotation.created.isoformat(),
        annotation.modified.isoformat(),
        annotation.note,
        annotation.status,
        annotation.author,
        annotation.placed,
    )
    key = int(connection.execute(_PUT, row).get)
    search.put_mark(connection, key, annotation.note, annotation.tags)
    old = tuple(name for (name,) in connection.execute(_TAGS, (key,)))
    if old == annotation.tags:
        return False
    connection.execute(_DETACH, (key,))
    for position, name in enumerate(annotation.tags):
        connection.execute(_ADD_TAG, (name,))
        connection.execute(_ATTACH, (key, position, name))
    return bool(old)


def _annotations(rows: Iterable[tuple[Any, ...]]) -> Iterator[Annotation]:
    for fields, group in groupby(rows, key=lambda row: row[:-1]):
        yield _annotation(fields, tuple(row[-1] for row in group if row[-1] is not None))


def _annotation(fields: tuple[Any, ...], tags: tuple[str, ...]) -> Annotation:
    identity, article, start, end, exact, prefix, suffix, color, created, modified, note, status, author, placed = (
        fields
    )
    return Annotation(
        id=AnnotationId(identity),
        article_id=ArticleId(article),
        anchor=Anchor(Span(start, end), exact, prefix, suffix),
        color=Color(color),
        created=dt.datetime.fromisoformat(created),
        modified=dt.datetime.fromisoformat(modified),
        note=note,
        tags=tags,
        status=Status(status),
        author=author,
        placed=bool(placed),
    )
