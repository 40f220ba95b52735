"""What holds in every article of a library, and all that is in force in one of its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.store import analyses
from apostil.store.encoding import dump_correction, load_correction
from apostil.store.failures import as_written

if TYPE_CHECKING:
    import apsw

    from apostil.domain.article import ArticleId
    from apostil.domain.entity import Correction
    from apostil.store.glossary import GlossaryFile

_RULES = "SELECT correction FROM rule ORDER BY position"
_DROP = "DELETE FROM rule"
_PUT = "INSERT INTO rule (correction) VALUES (?)"
_LANGUAGE = "SELECT language FROM article WHERE id = ?"


@as_written()
def rules(connection: apsw.Connection) -> tuple[Correction, ...]:
    """The corrections that hold in every article, in the order they were made."""
    return tuple(load_correction(str(said)) for (said,) in connection.execute(_RULES))


def set_rules(connection: apsw.Connection, said: tuple[Correction, ...]) -> None:
    """Replace the corrections that hold in every article."""
    connection.execute(_DROP)
    connection.executemany(_PUT, ((dump_correction(correction),) for correction in said))


def effective(connection: apsw.Connection, article_id: ArticleId, glossary: GlossaryFile) -> tuple[Correction, ...]:
    """All that is in force in an article: what holds always, then in this library, then in the article alone."""
    row = connection.execute(_LANGUAGE, (article_id,)).fetchone()
    always = glossary.read().corrections(str(row[0]) if row else "")
    return (*always, *rules(connection), *analyses.corrections(connection, article_id))
