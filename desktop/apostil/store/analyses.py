"""What the program found, and, in a table apart, what a person corrected of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.store import surveys
from apostil.store.articles import key_of
from apostil.store.encoding import (
    dump_analysis,
    dump_corrections,
    load_analysis,
    load_corrections,
)
from apostil.store.failures import as_written

if TYPE_CHECKING:
    import apsw

    from apostil.domain.analysis import Analysis
    from apostil.domain.article import ArticleId
    from apostil.domain.entity import Correction

_ANALYSIS = """
SELECT n.analysis FROM article a JOIN analysis n ON n.article = a.key AND n.roles = a.roles WHERE a.id = ?
"""
_PUT_ANALYSIS = """
INSERT OR REPLACE INTO analysis (article, roles, analysis) VALUES (?, ?, ?)
"""
_DROP_ANALYSIS = "DELETE FROM analysis WHERE article = ? AND roles = ?"
_ROLES = "SELECT roles FROM article WHERE key = ?"
_OUTDATED = "DELETE FROM analysis WHERE roles <> (SELECT a.roles FROM article a WHERE a.key = analysis.article)"
_CORRECTIONS = "SELECT c.corrections FROM article a JOIN correction c ON c.article = a.key WHERE a.id = ?"
_PUT_CORRECTIONS = "INSERT OR REPLACE INTO correction (article, corrections) VALUES (?, ?)"
_DROP_CORRECTIONS = "DELETE FROM correction WHERE article = ?"


@as_written()
def analysis(connection: apsw.Connection, article_id: ArticleId) -> Analysis | None:
    """The analysis of an article as its blocks are now, where there is one."""
    row = connection.execute(_ANALYSIS, (article_id,)).fetchone()
    return load_analysis(row[0]) if row else None


def set_analysis(
    connection: apsw.Connection, article_id: ArticleId, found: Analysis | None, roles: str | None = None
) -> None:
    """Replace an article's analysis, and drop the survey that rests on the old one.

    `roles` is the key of the roles it was made for; without it, those of now.
    """
    key = key_of(connection, article_id)
    roles = roles or str(connection.execute(_ROLES, (key,)).get)
    surveys.drop(connection, key, roles)
    if found is None:
        connection.execute(_DROP_ANALYSIS, (key, roles))
    else:
        connection.execute(_PUT_ANALYSIS, (key, roles, dump_analysis(found)))


def drop_outdated(connection: apsw.Connection) -> None:
    """Drop what was found for roles that no undo can bring back, since a window opens with nothing to undo."""
    connection.execute(_OUTDATED)
    surveys.drop_outdated(connection)


@as_written()
def corrections(connection: apsw.Connection, article_id: ArticleId) -> tuple[Correction, ...]:
    """What the reader corrected of an article's entities, in the order it was done."""
    row = connection.execute(_CORRECTIONS, (article_id,)).fetchone()
    return load_corrections(row[0]) if row else ()


def set_corrections(connection: apsw.Connection, article_id: ArticleId, said: tuple[Correction, ...]) -> None:
    """Replace the reader's corrections of an article's entities."""
    key = key_of(connection, article_id)
    if said:
        connection.execute(_PUT_CORRECTIONS, (key, dump_corrections(said)))
    else:
        connection.execute(_DROP_CORRECTIONS, (key,))
