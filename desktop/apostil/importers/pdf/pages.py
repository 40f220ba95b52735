"""Takes the words, their places and the pictures from the pages of a PDF."""

from __future__ import annotations

import ctypes
import math
import re
from typing import TYPE_CHECKING, NamedTuple

from apostil.domain.place import Box
from apostil.importers.pdf.lines import Leaf, Line, letters_of
from apostil.importers.pdf.raised import with_raised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_HYPHENS = frozenset({0x02, 0xFFFE})
"""What PDFium puts for a hyphen at the end of a line."""
_MARKED_HYPHEN = "\x02"
_SOFT_HYPHEN = "\u00ad"
_ENDS = frozenset({"\r", "\n", _MARKED_HYPHEN})
_APART = 0.7
"""A gap between words that is this much of their size may be one between columns; spaces of lines set tight are not."""
_LEAST_GAP = 2.0
_SURELY_NEAR = 0.4
_BULLETS = (0xF06C, 0xF06E, 0xF071, 0xF075, 0xF076, 0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0FC, 0xF0FE)
"""The bullets of the fonts of signs that word processors set lists with; no other font can show these characters."""
_SPOKEN = {
    **{code: " " for code in range(0x20) if code not in {0x0A, 0x0D}},
    **dict.fromkeys(_BULLETS, "•"),
    **dict.fromkeys(_HYPHENS, "\x02"),
}
_SPACES = re.compile(r" {2,}")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BOLD = re.compile(r"bold|black|heavy|semibd|demi|cmbx|sfbx", re.IGNORECASE)
_ABOVE = 0.8
"""The share of a letter's height that is above the line it stands on."""
_MOST_OBJECTS = 5_000
_SCALE = 1000
_UPRIGHT, _UPWARDS, _DOWNWARDS = 0, 90, 270


class _Spot(NamedTuple):
    """Where a character stands on the page as it is shown: its box, and the point where it begins."""

    left: float
    top: float
    right: float
    bottom: float
    x: float
    y: float


class _Run(NamedTuple):
    """Words on one line as they were found, with the angle at which they run, and where their letters stand on."""

    text: str
    box: Box
    base: float
    size: float
    bold: bool
    hyphenated: bool
    angle: int


def leaves_of(document: PdfDocument, step: Callable[[Leaf], None]) -> list[Leaf]:
    """All pages of a document with their lines; a page that cannot be loaded costs itself, not the others.

    `step` is called with each page as it is found, and may raise where this becomes too much.
    """
    import pypdfium2

    leaves: list[Leaf] = []
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            continue
        try:
            leaves.append(leaf_of(page, number + 1))
        except pypdfium2.PdfiumError:
            continue
        finally:
            page.close()
        step(leaves[-1])
    return leaves


def leaf_of(page: PdfPage, number: int) -> Leaf:
    """One page with its lines, in the order in which the file holds them; pages count from 1."""
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        runs = list(_Scan(page, text, number, (width, height)).runs())
    finally:
        text.close()
    angle = _angle(runs)
    mirrored = _is_right_to_left(runs)
    lines = [_line(run, width, height, angle, mirrored=mirrored) for run in runs if run.angle == angle]
    across = [_line(run, width, height, run.angle) for run in runs if run.angle != angle]
    pictures, is_drawn = _pictures(page, number)
    upright = angle == _UPRIGHT
    return Leaf(
        number,
        width if upright else height,
        height if upright else width,
        tuple(lines),
        tuple(across),
        tuple(pictures),
        letters=letters_of(lines),
        is_drawn=is_drawn,
    )


class _Scan:
    """One page while its characters are read."""

    def __init__(self, page: PdfPage, text: PdfTextPage, number: int, size: tuple[float, float]) -> None:
        import pypdfium2.raw as pdfium

        self._text = text.raw
        self._count = text.count_chars()
        self._number = number
        self._pdfium = pdfium
        self._turn = _Turn(page, size)
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def runs(self) -> Iterator[_Run]:
        """The runs of words that no wide gap divides."""
        chars = self._characters()
        start = 0
        for index, char in enumerate(chars):
            if char in _ENDS:
                yield from self._split(chars, start, index, hyphenated=char == _MARKED_HYPHEN)
                start = index + 1
        yield from self._split(chars, start, len(chars), hyphenated=False)

    def _characters(self) -> list[str]:
        """One string for each character of the page, as PDFium counts them."""
        chars = self._at_once() or self._one_by_one()
        return self._in_order(chars) if _RIGHT_TO_LEFT.search("".join(chars)) else chars

    def _at_once(self) -> list[str]:
        """The characters in one call, or none where PDFium counts them otherwise there."""
        units = (ctypes.c_ushort * (self._count + 1))()
        written = self._pdfium.FPDFText_GetText(self._text, 0, self._count, units)
        text = bytes(units)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
        return list(text.translate(_SPOKEN)) if len(text) == self._count else []

    def _one_by_one(self) -> list[str]:
        get, text = self._pdfium.FPDFText_GetUnicode, self._text
        return [_character(get(text, index)) for index in range(self._count)]

    def _in_order(self, chars: list[str]) -> list[str]:
        """The characters with those that one sign stands for in their order; PDFium turns them with their line."""
        start = 0
        for index in range(1, len(chars) + 1):
            is_same = index < len(chars) and self._box(index) == self._box(start)
            if is_same and _RIGHT_TO_LEFT.match(chars[index]) and _RIGHT_TO_LEFT.match(chars[start]):
                continue
            chars[start:index] = chars[start:index][::-1]
            start = index
        return chars

    def _box(self, index: int) -> tuple[float, float, float, float]:
        rect = self._rect
        self._pdfium.FPDFText_GetLooseCharBox(self._text, index, rect)
        return rect.left, rect.top, rect.right, rect.bottom

    def _split(self, chars: Sequence[str], start: int, end: int, *, hyphenated: bool) -> Iterator[_Run]:
        """The runs of one line of PDFium's, which may stand in several columns."""
        begin = last = -1
        for first, final in _words(chars, start, end):
            if begin >= 0 and self._are_apart(last, first):
                yield self._run(chars, begin, last, hyphenated=False)
                begin = -1
            begin, last = (first if begin < 0 else begin), final
        if begin >= 0:
            yield self._run(chars, begin, last, hyphenated=hyphenated)

    def _are_apart(self, index: int, following: int) -> bool:
        """Whether white space as wide as between columns stands between two letters."""
        left, top, right, bottom = self._box(index)
        x0, y0, x1, y1 = self._box(following)
        gap = max(x0 - right, left - x1, y1 - top, bottom - y0)
        if gap <= max(_LEAST_GAP, max(y0 - y1, x1 - x0) * _SURELY_NEAR):
            return False  # the size takes longer to ask for than the box
        return gap > self._size(following) * _APART

    def _run(self, chars: Sequence[str], first: int, final: int, *, hyphenated: bool) -> _Run:
        middle = (first + final) // 2
        solid = [index for index in sorted({first, middle, final}) if chars[index].strip()]
        spots = [self._spot(index) for index in solid]
        angle = _direction(spots)
        base = _middle([spot.y if angle == _UPRIGHT else spot.x for spot in spots])
        size = _middle([self._size(index) for index in solid])
        text = "".join(chars[first : final + 1])
        text = _paired(
            with_raised(
                text,
                size,
                lambda place: self._size(first + place),
                lambda place: self._rise(base, angle, first + place),
            )
        )
        soft = text.endswith(_SOFT_HYPHEN)
        return _Run(
            _SPACES.sub(" ", text.replace(_SOFT_HYPHEN, "")),
            _box(self._number, spots),
            base,
            round(size, 1),
            all(map(self._is_bold, solid)),
            hyphenated or soft,
            angle,
        )

    def _rise(self, base: float, angle: int, index: int) -> float:
        """How far a letter begins above the line that its run stands on."""
        spot = self._spot(index)
        return base - spot.y if angle == _UPRIGHT else (base - spot.x) * (1 if angle == _UPWARDS else -1)

    def _spot(self, index: int) -> _Spot:
        rect = self._rect
        if not self._pdfium.FPDFText_GetLooseCharBox(self._text, index, rect):
            return _Spot(0, 0, 0, 0, 0, 0)
        self._pdfium.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        turn = self._turn
        x0, y0 = turn(rect.left, rect.top)
        x1, y1 = turn(rect.right, rect.bottom)
        return _Spot(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), *turn(self._x.value, self._y.value))

    def _size(self, index: int) -> float:
        """The size of a letter as it is shown: many files state 1, and scale."""
        stated = float(self._pdfium.FPDFText_GetFontSize(self._text, index))
        matrix = self._matrix
        if self._pdfium.FPDFText_GetMatrix(self._text, index, matrix):
            stated *= math.hypot(matrix.c, matrix.d)
        return stated

    def _is_bold(self, index: int) -> bool:
        """Whether the name of a letter's font says so; the weights that PDFium states are guesses."""
        name = ctypes.create_string_buffer(128)
        length = self._pdfium.FPDFText_GetFontInfo(self._text, index, name, 128, None)
        return 0 < length <= 128 and bool(_BOLD.search(name.value.decode("utf-8", "replace")))


class _Turn:
    """Brings a point of the page's own space to where it is shown: points from the upper left corner."""

    def __init__(self, page: PdfPage, size: tuple[float, float]) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._page = page.raw
        self._width, self._height = (max(1, round(length * _SCALE)) for length in size)
        origin, right, up = self._shown(0, 0), self._shown(100, 0), self._shown(0, 100)
        self._origin = origin
        self._right = (right[0] - origin[0]) / 100, (right[1] - origin[1]) / 100
        self._up = (up[0] - origin[0]) / 100, (up[1] - origin[1]) / 100

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        """Where this point is shown."""
        (left, top), (a, b), (c, d) = self._origin, self._right, self._up
        return left + a * x + c * y, top + b * x + d * y

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        self._pdfium.FPDF_PageToDevice(self._page, 0, 0, self._width, self._height, 0, x, y, across, down)
        return across.value / _SCALE, down.value / _SCALE


def _pictures(page: PdfPage, number: int) -> tuple[list[Box], bool]:
    """The pictures of a page, and whether anything is drawn on it."""
    import pypdfium2.raw as pdfium

    turn = _Turn(page, page.get_size())
    count = pdfium.FPDFPage_CountObjects(page.raw)
    found: list[Box] = []
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(count, _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        if pdfium.FPDFPageObj_GetBounds(drawn, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            (x0, y0), (x1, y1) = turn(left, top), turn(right, bottom)
            found.append(Box(number, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return found, count > 0


def _words(chars: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The first and last place of each run of characters without a space."""
    first = -1
    for index in range(start, end):
        if chars[index].isspace():
            if first >= 0:
                yield first, index - 1
            first = -1
        elif first < 0:
            first = index
    if first >= 0:
        yield first, end - 1


def _character(code: int) -> str:
    if code in _HYPHENS:
        return _MARKED_HYPHEN
    if code in _SPOKEN:
        return _SPOKEN[code]
    return chr(code) if code < 0x110000 else " "


def _paired(text: str) -> str:
    """The text with surrogate pairs as the one character that they are."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _middle(numbers: Sequence[float]) -> float:
    return sorted(numbers)[len(numbers) // 2]


def _box(number: int, spots: Sequence[_Spot]) -> Box:
    return Box(
        number,
        min(spot.left for spot in spots),
        min(spot.top for spot in spots),
        max(spot.right for spot in spots),
        max(spot.bottom for spot in spots),
    )


def _direction(spots: Sequence[_Spot]) -> int:
    """The angle at which a run of letters goes: upright, or towards the upper or lower end of the page."""
    across, down = spots[-1].x - spots[0].x, spots[-1].y - spots[0].y
    if abs(down) <= abs(across):
        return _UPRIGHT
    return _UPWARDS if down < 0 else _DOWNWARDS


def _angle(runs: Sequence[_Run]) -> int:
    """The angle at which most letters of a page run."""
    counted = {_UPRIGHT: 0, _UPWARDS: 0, _DOWNWARDS: 0}
    for run in runs:
        counted[run.angle] += len(run.text)
    return max(counted, key=counted.__getitem__)


def _is_right_to_left(runs: Sequence[_Run]) -> bool:
    letters = "".join(run.text for run in runs)
    if not _RIGHT_TO_LEFT.search(letters):
        return False
    return len(_RIGHT_TO_LEFT.findall(letters)) * 2 > sum(char.isalpha() for char in letters)


def _line(run: _Run, width: float, height: float, angle: int, *, mirrored: bool = False) -> Line:
    """A run as a line of the upright page; its height is that of its letters, since the boxes of fonts differ."""
    box, across = run.box, width if angle == _UPRIGHT else height
    if angle == _UPWARDS:
        left, right, base = height - box.bottom, height - box.top, run.base
    elif angle == _DOWNWARDS:
        left, right, base = box.top, box.bottom, width - run.base
    else:
        left, right, base = box.left, box.right, run.base
    if mirrored:
        left, right = across - right, across - left
    top, bottom = base - run.size * _ABOVE, base + run.size * (1 - _ABOVE)
    return Line(run.text, box.page, left, top, right, bottom, run.size, box, run.bold, run.hyphenated)
