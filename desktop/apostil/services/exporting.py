"""Hands notes on: gathers what is known about an article, and writes it into a file of a person's choice."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from apostil.domain.errors import ExportError
from apostil.domain.notes import Notes, Stamp
from apostil.domain.summary import choose
from apostil.exporters import registry
from apostil.exporters.registry import Format
from apostil.services import summarising
from apostil.services.corrections.correcting import entities_of
from apostil.store.files import write_aside

if TYPE_CHECKING:
    from apostil.domain.article import ArticleId
    from apostil.domain.summary import Length, Method
    from apostil.store.library import Library

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def formats() -> tuple[Format, ...]:
    """Every format that notes can be written in, by name."""
    return registry.formats()


def format_for(name: str, path: Path | None) -> Format:
    """The format of this name; where none is given the one that the file's ending stands for, or Markdown.

    Raises:
        ExportError: where there is no such format.
    """
    suffix = path.suffix.lower() if path else ""
    by_suffix = {format_.suffix: format_ for format_ in formats()}
    return registry.find(name) if name else by_suffix.get(suffix, by_suffix[".md"])


def notes_of(library: Library, article_id: ArticleId, method: Method, length: Length) -> Notes:
    """Everything the library holds about an article.

    The summary is missing where the sentences of the article were not surveyed yet, the entities where it was not
    analysed yet: nothing is worked out here.
    """
    article = library.article(article_id)
    survey = library.survey(article_id)
    choices = summarising.choices_of(library, (article_id,), survey)
    return Notes(
        article_id=article_id,
        source=library.source(article_id),
        article=article,
        entities=entities_of(library, article_id),
        summary=choose(survey, method, length, choices) if survey else None,
        annotations=library.annotations(article_id),
        provenance=library.provenance(article_id),
        orphans=library.orphans(article_id),
    )


def render(notes: Sequence[Notes], format_name: str, stamp: Stamp) -> bytes:
    """The notes in this format.

    Raises:
        ExportError: where there is no such format.
    """
    return registry.find(format_name).write(notes, stamp)


def export(notes: Sequence[Notes], format_name: str, path: Path, stamp: Stamp) -> None:
    """Write the notes into a file, which is replaced only when all of them are written.

    Raises:
        ExportError: where there is no such format, or the file cannot be written; a file that was there before is
            what it was.
    """
    save(render(notes, format_name, stamp), path)


def save(data: bytes, path: Path) -> None:
    """Put what was rendered, in a worker say, in place of the file in one step.

    Raises:
        ExportError: where the file cannot be written; a file that was there before is what it was.
    """
    try:
        _check(path)
        write_aside(path, data)
    except OSError as error:
        raise ExportError(_sentence(path, error)) from error


def _check(path: Path) -> None:
    if path.is_dir():
        raise ExportError(f"“{path}” is a folder, and this needs a file. Choose a name for it.")
    if not path.parent.is_dir():
        raise ExportError(f"The folder “{path.parent}” is not there. Choose another one, or make it first.")


def _sentence(path: Path, error: OSError) -> str:
    if error.errno in _FORBIDDEN:
        return (
            f"Apostil may not write “{path.name}” into “{path.parent}”. "
            "Choose another folder, or ask whoever looks after this one."
        )
    if error.errno in _NO_ROOM:
        return f"There is no room for “{path.name}” in “{path.parent}”. Make some, or choose another folder."
    if error.errno == errno.ENAMETOOLONG:
        return f"The name “{path.name}” is too long for this folder. Choose a shorter one."
    return f"“{path.name}” could not be written into “{path.parent}”: {error.strerror or error}. Try another folder."
