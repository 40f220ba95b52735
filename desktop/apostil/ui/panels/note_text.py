"""A note as its card shows it: Markdown set in lines, and no more of them than a card has room for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetricsF,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFont, QPainter, QTextBlock, QTextLine

    from apostil.ui.theme import Theme

LINES = 6
"""Lines of a note that a card shows."""

INDENT = 16
"""Pixels by which a list stands in."""

BETWEEN = 3
"""Pixels between paragraphs."""

ELLIPSIS = "…"

_PICTURE = re.compile(r"(?<!\\)!\[")

_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note in lines; `goes_on` is where the ellipsis of a note stands that has more of them."""

    document: QTextDocument
    height: float
    goes_on: QPointF | None

    def draw(self, painter: QPainter, place: QPointF, theme: Theme) -> None:
        """Draw the lines from this point on."""
        width = self.document.textWidth()
        look = QAbstractTextDocumentLayout.PaintContext()
        look.palette.setColor(QPalette.ColorRole.Text, theme.color(Tone.INK))
        look.clip = QRectF(0, 0, width, self.height)
        painter.save()
        painter.translate(place)
        painter.setClipRect(look.clip)
        self.document.documentLayout().draw(painter, look)
        if self.goes_on is not None:
            painter.setFont(self.document.defaultFont())
            painter.setPen(theme.color(Tone.INK))
            painter.drawText(self.goes_on, ELLIPSIS)
        painter.restore()


def set_note(note: str, font: QFont, width: float, limit: int = LINES) -> NoteText:
    """Set a note in lines of this width; links and pictures are words here, and nothing is ever fetched."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setIndentWidth(INDENT)
    document.setDefaultFont(font)
    # A line that was ended by its writer stays one; a picture becomes a link, whose words are shown.
    document.setMarkdown(_PICTURE.sub("[", note.strip()).replace("\n", "  \n"), _FEATURES)
    _set_tightly(document)
    document.setTextWidth(width)
    return _cut(document, font, limit)


def _set_tightly(document: QTextDocument) -> None:
    """Leave out the space and the sizes of a page, for which a card is too small."""
    plain = QTextCharFormat()
    plain.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
    for block in _blocks(document):
        cursor = QTextCursor(block)
        shape = QTextBlockFormat()
        shape.setTopMargin(0)
        shape.setBottomMargin(BETWEEN if block.next().isValid() else 0)
        shape.setLeftMargin(INDENT * int(block.blockFormat().property(QTextFormat.Property.BlockQuoteLevel) or 0))
        shape.setRightMargin(0)
        cursor.mergeBlockFormat(shape)
        if block.blockFormat().headingLevel():
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(plain)


def _cut(document: QTextDocument, font: QFont, limit: int) -> NoteText:
    """The first lines of a document, as far as its limit."""
    lines = list(_lines(document))
    if len(lines) <= limit:
        return NoteText(document, document.size().height(), None)
    place, line = lines[limit - 1]
    end = min(place.x() + line.naturalTextRect().right(), document.textWidth() - QFontMetricsF(font).averageCharWidth())
    return NoteText(document, place.y() + line.y() + line.height(), QPointF(end, place.y() + line.y() + line.ascent()))


def _lines(document: QTextDocument) -> Iterator[tuple[QPointF, QTextLine]]:
    """The lines from top to bottom, each with the place of its block."""
    layout = document.documentLayout()
    for block in _blocks(document):
        place = layout.blockBoundingRect(block).topLeft()
        words = block.layout()
        for number in range(words.lineCount()):
            yield place, words.lineAt(number)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
