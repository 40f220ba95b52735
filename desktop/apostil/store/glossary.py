"""The file of the glossary: read when it changes, written with all that a person wrote into it themselves."""

from __future__ import annotations

import codecs
import threading
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apostil.domain.errors import LibraryError
from apostil.domain.glossary import HEADER, Line, corrections_of, holds_in, read_entries, read_lines, written
from apostil.store.failures import GLOSSARY_UNREAD, GLOSSARY_UNSAVED, said
from apostil.store.files import write_aside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from apostil.domain.entity import Correction
    from apostil.domain.glossary import GlossaryEntry

_State = tuple[int, int, int] | None
"""What tells one state of a file from another: when it was changed, its size, and which file it is."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The entries that are in force, and a sentence for each line of the file that cannot be read."""

    entries: tuple[GlossaryEntry, ...] = ()
    problems: tuple[str, ...] = ()
    _corrections: dict[str, tuple[Correction, ...]] = field(default_factory=dict, compare=False, repr=False)

    def corrections(self, language: str) -> tuple[Correction, ...]:
        """What the entries say of articles in this language, worked out once."""
        if language not in self._corrections:
            held = (entry for entry in self.entries if holds_in(entry, language))
            self._corrections[language] = tuple(one for entry in held for one in corrections_of(entry))
        return self._corrections[language]


class _Replaced(threading.local):
    """What the files were that a thread replaced in what it does just now."""

    def __init__(self) -> None:
        self.files: list[bytes | None] = []


class GlossaryFile:
    """A glossary's file, which a person may also write in themselves. Every method can be called from any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._state: _State = None
        self._read = Glossary()
        self._replaced = _Replaced()

    def read(self) -> Glossary:
        """What is in the file now; where there is none, nothing. Where it cannot be read, that is its problem."""
        with self._lock:
            state = _state(self.path)
            if state != self._state:
                self._read = self._load() if state else Glossary()
                self._state = state
            return self._read

    def replace(self, before: Sequence[GlossaryEntry], after: Sequence[GlossaryEntry]) -> None:
        """Put entries in place of others; what else is in the file stays, as it is written there.

        Raises:
            LibraryError: where the file cannot be read or written; it stays as it was.
        """
        with self._lock:
            try:
                data = self.path.read_bytes() if self.path.exists() else None
                lines = (Line(HEADER),) if data is None else read_lines(decoded(data))
                entries = [line.entry for line in lines if line.entry]
                wanted = _wanted(entries, before, after)
                text = "".join(f"{raw}\n" for raw in _rewritten(lines, entries, wanted))
                self._put(text.encode("utf-8", "replace"))
                self._replaced.files.append(data)
            except OSError as error:
                raise LibraryError(said(GLOSSARY_UNSAVED, self.path)) from error

    @contextmanager
    def restored_on_failure(self) -> Iterator[None]:
        """Make the file what it was where what happens meanwhile fails, a transaction that it belongs to say."""
        self._replaced.files.clear()
        with ExitStack() as failing:
            failing.callback(self._put_back)
            yield
            failing.pop_all()
        self._replaced.files.clear()

    def _put_back(self) -> None:
        """Make the file what it was before this thread first replaced it, where it did so."""
        if not self._replaced.files:
            return
        data = self._replaced.files[0]
        self._replaced.files.clear()
        with self._lock:
            if data is None:
                self.path.unlink(missing_ok=True)
                self._state = None
            else:
                self._put(data)

    def _put(self, data: bytes) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_aside(self.path, data)
        # Within one tick of the clock the file may look as it did before.
        self._state = None

    def _load(self) -> Glossary:
        try:
            return Glossary(*read_entries(decoded(self.path.read_bytes())))
        except OSError:
            return Glossary(problems=(said(GLOSSARY_UNREAD, self.path),))


def decoded(data: bytes) -> str:
    """The text of a list of names, in whichever of the usual encodings a program wrote it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _state(path: Path) -> _State:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _wanted(
    entries: list[GlossaryEntry], before: Sequence[GlossaryEntry], after: Sequence[GlossaryEntry]
) -> list[GlossaryEntry]:
    """The entries after a change, where others may have come in or gone since `before` was read."""
    if entries == list(before):
        return list(after)
    gone = set(before).difference(after)
    new = [entry for entry in after if entry not in set(before)]
    return [entry for entry in entries if entry not in gone and entry not in new] + new


def _rewritten(lines: Sequence[Line], entries: list[GlossaryEntry], wanted: list[GlossaryEntry]) -> Iterator[str]:
    """The lines of the file with the entries that are wanted; all that are no entries stay where they are."""
    if lines and lines[0].raw == HEADER:
        yield HEADER
        lines = lines[1:]
    from difflib import SequenceMatcher

    # Each entry with the lines that are none before it, and last those behind them all.
    groups: list[list[str]] = [[]]
    for line in lines:
        groups[-1].append(line.raw)
        if line.entry:
            groups.append([])
    for sort, start, end, new_start, new_end in SequenceMatcher(None, entries, wanted, autojunk=False).get_opcodes():
        for group in groups[start:end]:
            yield from group if sort == "equal" else group[:-1]
        if start == len(entries):
            yield from groups.pop()
        if sort != "equal":
            yield from map(written, wanted[new_start:new_end])
    if len(groups) > len(entries):
        yield from groups[-1]
