"""From a file to an article in the library."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from apostil.domain.article import Article, Source
from apostil.domain.errors import (
    ApostilError,
    OutOfMemoryError,
    TimedOutError,
    UnreadableFileError,
    WorkerCrashedError,
)
from apostil.domain.provenance import Choice

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from apostil.importers.registry import Enclosed, Format

MAX_BYTES = 64 * 2**20
"""The size from which a file is not opened any more."""
MAX_CHARACTERS = 8_000_000
"""The length from which a text is not opened any more; that of War and Peace is about 3 million."""
SECONDS = 60.0
"""How long a parser may be busy with one file."""
MEMORY = 2**30
"""How much memory, in bytes, a parser may fill."""

PASTED = "Pasted text"

_NOT_CHARACTERS = re.compile("[\ud800-\udfff]")
_GONE = "The file is not there any more: it was moved, renamed or deleted. Open it from where it is now."


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a file with its name; `origin` says where it came from, as far as that is known."""

    name: str
    data: bytes
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came out of a file: its articles, and what lies enclosed in it.

    A mere pile of files, such as an archive, has no articles of its own. `choices` are the ways in which the file
    can be extracted, the usual one first.
    """

    articles: tuple[Article, ...]
    media_type: str
    enclosed: tuple[Enclosed, ...] = ()
    choices: tuple[Choice, ...] = (Choice.ARTICLE,)

    @property
    def article(self) -> Article:
        """The article, or the first one of several.

        Raises:
            UnreadableFileError: where the file is a pile without an article of its own.
        """
        if not self.articles:
            raise UnreadableFileError("This file is a pile of files and no article. Open what is in it.")
        return self.articles[0]


def suffixes() -> tuple[str, ...]:
    """The endings of the names of files that can be opened, each with its dot."""
    from apostil.importers import registry

    return tuple(suffix for form in registry.formats() for suffix in form.suffixes)


def load(path: Path | str) -> File:
    """The bytes of a file on the disk, with its name in characters that can be shown.

    Raises:
        UnreadableFileError: where the file is not there, is no file, may not be read, or is too large.
    """
    if path == "":  # which would be this folder, as a Path
        raise UnreadableFileError(_GONE)
    path = Path(path)
    try:
        data = _bytes_of(path)
    except (OSError, ValueError) as error:
        raise UnreadableFileError(_why_not_read(error)) from error
    if not data.strip():
        from apostil.importers.registry import EMPTY

        raise UnreadableFileError(EMPTY)
    return File(displayed(path.name), data, displayed(path.absolute()))


def displayed(path: Path | str) -> str:
    """A path in characters alone: the bytes of a name that are none become U+FFFD."""
    words = str(path)
    if not _NOT_CHARACTERS.search(words):
        return words
    try:
        return os.fsencode(words).decode("utf-8", "replace")
    except UnicodeEncodeError:  # it came from somewhere else than the disk
        return _NOT_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", words)


def pasted(text: str) -> File:
    """Text from the clipboard as a file.

    Raises:
        UnreadableFileError: where it holds no words, or too many.
    """
    data = text.encode("utf-8", "replace")
    if not text.strip():
        raise UnreadableFileError("There is no text to paste: what was copied holds no words. Copy the article's text.")
    check_size(len(data))
    return File(PASTED, data, "clipboard")


def extract(data: bytes, name: str, choice: Choice = Choice.ARTICLE, password: str = "") -> Extracted:
    """What is in these bytes: articles with a title and, where it can be told, a language. Runs in a worker process.

    Raises:
        PasswordNeededError: where they are locked, and this password does not open them.
        UnreadableFileError: where they cannot become an article.
    """
    from apostil.importers import registry

    return extracted_as(registry.recognise(data, name), data, name, choice, password)


def extracted_as(
    form: Format, data: bytes, name: str, choice: Choice = Choice.ARTICLE, password: str = ""
) -> Extracted:
    """What is in these bytes of a known format, as with `extract`."""
    from apostil.importers import registry
    from apostil.importers.metadata import dated, titled

    data = unlocked(form, data, password)
    fallback = "" if name == PASTED else PurePath(name).stem
    found = registry.read(form, data, name, choice)
    for article in found:
        _check_length(article)
    articles = tuple(dated(in_its_language(titled(article, fallback))) for article in found)
    enclosed = form.container.list(data, name) if form.container else ()
    return Extracted(articles, form.media_type, enclosed, choices_of(form))


def take(data: bytes, name: str, places: Sequence[int], password: str = "") -> tuple[bytes, ...]:
    """The bytes of the files that lie at these places in what a file encloses. Runs in a worker process.

    Raises:
        UnreadableFileError: where one of them cannot be taken out.
    """
    from apostil.importers import registry

    form = registry.recognise(data, name)
    return form.container.take(unlocked(form, data, password), name, places) if form.container else ()


def choices_of(form: Format) -> tuple[Choice, ...]:
    """The ways in which files of this format can be extracted, the usual one first."""
    offered = (
        (Choice.ARTICLE, form.read),
        (Choice.PAGE, form.whole),
        (Choice.CHAPTERS, form.chapters),
    )
    return tuple(choice for choice, how in offered if how)


def unlocked(form: Format, data: bytes, password: str) -> bytes:
    """The bytes that a format reads, for those that a password may lock."""
    return form.unlock(data, password) if form.unlock and password else data


def source_of(file: File, media_type: str, now: dt.datetime) -> Source:
    """The source that a file becomes when it is imported now."""
    import hashlib

    return Source(hashlib.sha256(file.data).hexdigest(), file.name, media_type, len(file.data), now, file.origin)


def explain(error: ApostilError, name: str, reader: str = "") -> str:
    """What a person is told when a file could not be opened: which, why, and what to do."""
    return not_opened(name, reason_of(error, reader))


def not_opened(name: str, reason: str) -> str:
    """Which file was not opened, and why, as a person is told."""
    return f"“{name}” was not opened. {reason}"


def _bytes_of(path: Path) -> bytes:
    status = path.stat()
    if S_ISDIR(status.st_mode):
        raise UnreadableFileError("This is a folder, not a file. Open the articles in it instead.")
    if not S_ISREG(status.st_mode):
        raise UnreadableFileError("This is a device or a pipe, not a file. Save its content as a file, and open that.")
    check_size(status.st_size)
    return path.read_bytes()


def _why_not_read(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return _GONE
    if isinstance(error, PermissionError):
        return "You have no permission to read this file. Change its permissions, or ask its owner for a copy."
    if isinstance(error, ValueError):
        return "No file can have this name: it holds something that is no character. Check the name of the file."
    reason = error.strerror or "the disk gave no reason"
    return f"The file could not be read from the disk: {reason}. Try again, or copy it to another place first."


def check_size(size: int) -> None:
    """See that so many bytes are not too many to be read.

    Raises:
        UnreadableFileError: where they are.
    """
    if size > MAX_BYTES:
        raise UnreadableFileError(
            f"The file has {size / 2**20:.0f} MB, and Apostil opens files of up to {MAX_BYTES // 2**20} MB. "
            "Save the article without its pictures, or in parts."
        )


def _check_length(article: Article) -> None:
    if len(article.text) > MAX_CHARACTERS:
        raise UnreadableFileError(
            f"The text has {len(article.text) / 1e6:.0f} million characters, and Apostil opens texts of up to "
            f"{MAX_CHARACTERS / 1e6:.0f} million, which is more than the longest novels have. "
            "Split it into parts, and open these."
        )


def in_its_language(article: Article) -> Article:
    """The article with its language in its metadata, where that can be told."""
    from apostil.analysis.language import language_of

    return replace(article, metadata=replace(article.metadata, language=language_of(article)))


def reason_of(error: ApostilError, reader: str = "") -> str:
    """Why a file could not be opened, and what to do; `reader` is what reads such files, such as `PDF`."""
    if isinstance(error, TimedOutError):
        return (
            f"Reading it took longer than {SECONDS:.0f} seconds, so it was stopped. The file may be damaged or very "
            "complex: save the article as plain text, or copy its text and paste it."
        )
    if isinstance(error, OutOfMemoryError):
        return (
            f"Reading it needed more than {MEMORY // 2**30} GB of memory, so it was stopped. The file may be damaged "
            "or hold large pictures: save the article as plain text, or copy its text and paste it."
        )
    if isinstance(error, WorkerCrashedError):
        crashed = f"the {reader} reader" if reader else "the program that reads such files"
        return (
            f"This file crashes {crashed}; nothing else was harmed. It is probably damaged: save it again, or copy "
            "its text and paste it."
        )
    return error.message
