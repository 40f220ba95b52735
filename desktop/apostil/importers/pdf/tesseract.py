"""Has Tesseract read the pictures of pages, where a person has installed it; nothing of it comes with Apostil."""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from apostil.domain.errors import UnreadableFileError
from apostil.domain.place import Box
from apostil.importers.pdf.lines import Leaf, Line, letters_of

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap, PdfPage

MISSING = (
    "This PDF is a scan: its pages are pictures of text. To read them, install Tesseract "
    "(Debian and Ubuntu: apt install tesseract-ocr tesseract-ocr-fra; macOS: brew install tesseract; "
    "Windows: the installer of UB Mannheim), and open the file again."
)
FAILED = (
    "This PDF is a scan, and Tesseract, which should read its pictures, did not work. "
    "Look whether Tesseract and its languages are installed whole, and open the file again."
)
_PROGRAM = "tesseract"
_PLACES = {
    "darwin": ("/opt/homebrew/bin", "/usr/local/bin"),
    "win32": (r"C:\Program Files\Tesseract-OCR",),
}
"""Where its installers put it without telling programs that are started from a window."""
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""Threads of Tesseract's own take longer than one does, where other work goes on."""
_DOTS = 300
_MOST_DOTS = 25_000_000
"""The dots of the largest picture of a page: A3 at 300 dots an inch has 17 million."""
_POINTS = 72
_ASKING = 10.0
"""Seconds for the answers to small questions."""
_FIRST = ("fra", "eng")
"""The order matters: read as English first, French loses its accents, while English loses nothing in French."""
_SMALL_WORDS = {
    "eng": ("the", "of", "and", "to", "is", "that", "was", "with", "for", "by", "it", "at"),
    "fra": ("le", "la", "les", "des", "et", "est", "une", "du", "que", "qui", "dans", "pour"),
}
_FEWEST_VOTES = 4
_NO_LANGUAGES = frozenset({"osd", "equ", "snum"})
_MOST_LANGUAGES = 4
_SURE = 30
DOUBTFUL = 60.0
"""A page of whose letters Tesseract is less sure than this, in percent, has many wrong ones."""
UNREAD = 40.0
"""A page of whose letters Tesseract is less sure than this, in percent, says nothing."""
_FEWEST_WORDS = 8
_LONG = 4
_FEWEST_SPOKEN = 2
_MOST_ASKED = 2
"""How often in one file Tesseract is asked in vain how a page is turned."""
_TURNS = "osd"
"""Tesseract's own name for what tells it how a page is turned."""
_ROTATE = re.compile(r"^Rotate: (90|180|270)\s*$", re.MULTILINE)
_LETTERS = 3
"""What has fewer letters than this, and is less sure in percent than that, is mostly a stain."""
_ABOVE = 0.8
_HANGS = 0.22
_HEIGHTS = {(True, True): 0.92, (True, False): 0.7, (False, True): 0.67, (False, False): 0.46}
"""The height of a line, in sizes of its letters, where some of them rise, where some hang."""
_SAME = 0.15


class _Word(NamedTuple):
    """A word as Tesseract tells it; `line` names the page, block, paragraph and line it belongs to."""

    line: tuple[str, ...]
    left: int
    top: int
    width: int
    height: int
    text: str
    sure: float = 100.0


class _Picture(NamedTuple):
    """A page's picture: how many of its dots a point has, and by how many degrees the page was turned clockwise."""

    dots: bytes
    scale: float
    turn: int


class Tesseract:
    """The installed program, with the languages it will read.

    Raises:
        UnreadableFileError: where the program does not answer, from every method.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        listed = _answer(path, "--list-langs")
        self._languages = _chosen(listed)
        self._asks = _MOST_ASKED if _TURNS in listed.split() else 0
        self._turn = 0
        self._is_settled = False
        words = _answer(path, "--version").split()
        self.version = f"Tesseract {words[1].removeprefix('v')}" if len(words) > 1 else "Tesseract"

    def read(self, page: PdfPage, number: int, until: float) -> Leaf:
        """A page with the lines that its picture shows; pages count from 1.

        Args:
            page: The page.
            number: Its number.
            until: The time, on the monotonic clock, at which to give up.

        Raises:
            TimeoutError: where that time comes first.
        """
        if not self._is_settled:
            self._settle(page, until)
        words, picture = self._upright(page, _DOTS, until)
        width, height = page.get_size()
        lines = tuple(_lines(words, number, picture, (width, height)))
        if picture.turn % 180:
            width, height = height, width
        return Leaf(
            number, width, height, lines, letters=letters_of(lines), is_drawn=True, certainty=certainty_of(words)
        )

    def _settle(self, page: PdfPage, until: float) -> None:
        """Find the language by a quick look at a page: one alone is read with fewest mistakes."""
        if len(self._languages) > 1:
            words, _ = self._upright(page, _DOTS // 2, until)
            language = _language(words)
            self._languages = [language] if language in self._languages else self._languages
            self._is_settled = bool(words)
        else:
            self._is_settled = True

    def _upright(self, page: PdfPage, dots: int, until: float) -> tuple[list[_Word], _Picture]:
        """The words in a page's picture, which is turned where they are hard to read so and easier otherwise."""
        picture = _picture(page, dots, self._turn)
        words = self._words(picture, until)
        if not self._asks or _ease(words) >= DOUBTFUL:
            return words, picture
        self._asks -= 1
        turn = self._turn_of(picture, until)
        if not turn:
            return words, picture
        other = _picture(page, dots, (self._turn + turn) % 360)
        others = self._words(other, until)
        if _ease(others) <= _ease(words):
            return words, picture
        self._turn, self._asks = other.turn, _MOST_ASKED
        return others, other

    def _words(self, picture: _Picture, until: float) -> list[_Word]:
        return _words(self._told(picture, until, [*self._spoken(), "tsv"]))

    def _spoken(self) -> list[str]:
        return ["-l", "+".join(self._languages)] if self._languages else []

    def _turn_of(self, picture: _Picture, until: float) -> int:
        """By how many degrees, clockwise, a picture stands upright; 0 where Tesseract cannot tell."""
        try:
            found = _ROTATE.search(self._told(picture, until, ["--psm", "0", "-l", _TURNS]))
        except UnreadableFileError:  # so it ends where there are too few letters
            return 0
        return int(found[1]) % 360 if found else 0

    def _told(self, picture: _Picture, until: float, asked: Sequence[str]) -> str:
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        dots = str(round(picture.scale * _POINTS))
        return _run([self._path, "stdin", "stdout", "--dpi", dots, *asked], left, picture.dots)


def installed() -> Tesseract | None:
    """The Tesseract on this computer, if there is one.

    Raises:
        UnreadableFileError: where it does not work.
    """
    path = shutil.which(_PROGRAM, path=os.pathsep.join([os.environ.get("PATH", ""), *_PLACES.get(sys.platform, ())]))
    return Tesseract(path) if path else None


def _answer(path: str, question: str) -> str:
    try:
        return _run([path, question], _ASKING)
    except TimeoutError as error:
        raise UnreadableFileError(FAILED) from error


def _run(command: Sequence[str], seconds: float, given: bytes = b"") -> str:
    """What a program writes.

    Raises:
        TimeoutError: where it takes longer.
        UnreadableFileError: where it fails.
    """
    try:
        done = subprocess.run(  # noqa: S603  # a program that the person installed, with arguments of our own
            command,
            input=given,
            capture_output=True,
            timeout=seconds,
            check=True,
            creationflags=_NO_WINDOW,
            env={**os.environ, **_ONE_THREAD},
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    except (OSError, subprocess.SubprocessError) as error:
        raise UnreadableFileError(FAILED) from error
    return done.stdout.decode("utf-8", "replace")


def _chosen(answer: str) -> list[str]:
    """The languages to read: French and English first, then what else a person has installed."""
    known = [line.strip() for line in answer.splitlines()[1:]]
    known = [name for name in known if name.isidentifier() and name not in _NO_LANGUAGES]
    known.sort(key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))
    return known[:_MOST_LANGUAGES]


def _picture(page: PdfPage, dots: int, turn: int) -> _Picture:
    width, height = page.get_size()
    scale = min(dots / _POINTS, math.sqrt(_MOST_DOTS / max(1.0, width * height)))
    bitmap = page.render(scale=scale, grayscale=True, rotation=turn)
    try:
        return _Picture(_graymap(bitmap), scale, turn)
    finally:
        bitmap.close()


def certainty_of(words: Sequence[_Word]) -> float:
    """How sure Tesseract is of most letters, in percent; a few words tell nothing, and count as sure."""
    letters = sum(len(word.text) for word in words)
    if len(words) < _FEWEST_WORDS:
        return 100.0
    return sum(max(0.0, word.sure) * len(word.text) for word in words) / letters


def _ease(words: Sequence[_Word]) -> float:
    """How well words can be read as they stand: as sure as their letters are, but not where they run sideways."""
    long = [word for word in words if len(word.text) >= _LONG]
    sideways = sum(word.height > word.width for word in long)
    return 0.0 if len(words) >= _FEWEST_WORDS and sideways * 2 > len(long) else certainty_of(words)


def _graymap(bitmap: PdfBitmap) -> bytes:
    """A picture as a portable graymap, which needs no library to write."""
    dots = bytes(bitmap.buffer)
    rows = (dots[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)


def _words(told: str) -> list[_Word]:
    """The words in Tesseract's table, in the order in which it reads them."""
    found: list[_Word] = []
    for row in told.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != "5" or not cells[11].strip():
            continue
        try:
            left, top, width, height = map(int, cells[6:10])
            sure = float(cells[10])
        except ValueError:
            continue
        if sure >= _SURE or sum(map(str.isalnum, cells[11])) >= _LETTERS:
            found.append(_Word(tuple(cells[1:5]), left, top, width, height, cells[11].strip(), sure))
    return found


def _language(words: Sequence[_Word]) -> str:
    """The language whose small words stand there, by Tesseract's name, or nothing where that is not clear."""
    counted = Counter(word.text.casefold() for word in words)
    votes = {name: sum(counted[small] for small in _SMALL_WORDS[name]) for name in _SMALL_WORDS}
    best = max(votes, key=votes.__getitem__)
    return best if votes[best] > max(_FEWEST_VOTES, 0.8 * sum(votes.values())) else ""


def _lines(words: Sequence[_Word], number: int, picture: _Picture, page: tuple[float, float]) -> list[Line]:
    """The lines of words, their letters of one size within each paragraph."""
    found: list[Line] = []
    for _, group in groupby(words, key=lambda word: word.line[:3]):
        lines = [_line(list(line), number, picture.scale) for _, line in groupby(group, key=lambda word: word.line)]
        size = median(line.size for line in lines)
        found.extend(replace(line, size=size, box=_shown(line.box, picture.turn, page)) for line in lines)
    return _spoken(_evened(found))


def _spoken(lines: list[Line]) -> list[Line]:
    """The lines of a page with the dashes before what is said, some of which are taken for hyphens."""
    if sum(line.text.startswith("— ") for line in lines) < _FEWEST_SPOKEN:
        return lines
    return [replace(line, text=f"—{line.text[1:]}") if line.text.startswith("- ") else line for line in lines]


def _shown(box: Box, turn: int, page: tuple[float, float]) -> Box:
    """Where a box of a turned picture stands on the page as it is shown, which has this width and height."""
    (left, top, right, bottom), (width, height) = (box.left, box.top, box.right, box.bottom), page
    edges = {
        90: (top, height - right, bottom, height - left),
        180: (width - right, height - bottom, width - left, height - top),
        270: (width - bottom, left, width - top, right),
    }.get(turn, (left, top, right, bottom))
    return Box(box.page, *edges)


def _line(words: Sequence[_Word], number: int, scale: float) -> Line:
    box = Box(
        number,
        min(word.left for word in words) / scale,
        min(word.top for word in words) / scale,
        max(word.left + word.width for word in words) / scale,
        max(word.top + word.height for word in words) / scale,
    )
    text = " ".join(word.text for word in words)
    rises = any(char.isupper() or char in "bdfhklt" or char.isdigit() for char in text)
    hangs = any(char in "gjpqy,;ç" for char in text)
    size = (box.bottom - box.top) / _HEIGHTS[rises, hangs]
    base = box.bottom - (size * _HANGS if hangs else 0)
    return Line(text, number, box.left, base - size * _ABOVE, box.right, base + size * (1 - _ABOVE), size, box)


def _evened(lines: Sequence[Line]) -> list[Line]:
    """The lines with sizes that are nearly the usual one made the usual one: pictures measure no finer."""
    letters = sorted((line.size, len(line.text)) for line in lines)
    usual = median([size for size, count in letters for _ in range(count)]) if letters else 0.0
    near = [abs(line.size - usual) <= usual * _SAME for line in lines]
    return [replace(line, size=round(usual if same else line.size, 1)) for line, same in zip(lines, near, strict=True)]
