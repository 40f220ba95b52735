"""The lines of a PDF's pages: their words, their places and the size of their letters."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument, PdfTextPage

_HYPHEN = "\x02"
"""What PDFium puts for a hyphen at the end of a line."""
_SAMPLES = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands on its page; all measures are points from the lower left corner of the page.

    `hyphenated` says that its last word goes on in the next line; the hyphen itself is not in `text`.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    size: float
    hyphenated: bool = False

    @property
    def letter(self) -> float:
        """The mean width of a letter."""
        return (self.right - self.left) / max(1, len(self.text))


def lines_of(document: PdfDocument) -> list[Line]:
    """The lines of all pages, in the order in which the document holds them."""
    import pypdfium2

    lines: list[Line] = []
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            continue  # a page that cannot be loaded costs itself, not the others
        text = page.get_textpage()
        lines.extend(_Page(text, number).lines())
        text.close()
        page.close()
    return lines


class _Page:
    """One page while its characters are read."""

    def __init__(self, text: PdfTextPage, number: int) -> None:
        import pypdfium2.raw as pdfium

        self._text = text
        self._number = number
        self._pdfium = pdfium

    def lines(self) -> Iterator[Line]:
        start = 0
        chars = self._characters()
        for index, char in enumerate(chars):
            if char in {"\r", "\n", _HYPHEN}:
                yield from self._line(chars, start, index, hyphenated=char == _HYPHEN)
                start = index + 1
        yield from self._line(chars, start, len(chars), hyphenated=False)

    def _characters(self) -> list[str]:
        """One string for each character of the page, as PDFium counts them."""
        get = self._pdfium.FPDFText_GetUnicode
        codes = [get(self._text, index) for index in range(self._text.count_chars())]
        return [_character(code) for code in codes]

    def _line(self, chars: list[str], start: int, end: int, *, hyphenated: bool) -> Iterator[Line]:
        solid = [index for index in range(start, end) if chars[index].strip()]
        if not solid:
            return
        text = "".join(chars[solid[0] : solid[-1] + 1])
        sampled = solid[:: max(1, len(solid) // _SAMPLES)]
        boxes = [self._text.get_charbox(index, loose=True) for index in {solid[0], *sampled, solid[-1]}]
        sizes = [self._pdfium.FPDFText_GetFontSize(self._text, index) for index in sampled]
        bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
        yield Line(
            _paired(text),
            self._number,
            min(box[0] for box in boxes),
            max(box[2] for box in boxes),
            bottom,
            top,
            _size(median(sizes), top - bottom),
            hyphenated=hyphenated,
        )


def _character(code: int) -> str:
    if code == 0xFFFE:
        return _HYPHEN
    return chr(code) if 0 < code < 0x110000 else " "


def _paired(text: str) -> str:
    """The text with surrogate pairs as the one character that they are."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _size(stated: float, height: float) -> float:
    """The size of the letters; some files state 1 and scale their pages instead."""
    return round(stated if stated > 2 else height, 1)
