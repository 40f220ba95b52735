"""Paints what of the page is on the screen: tints below the words, lines at their foot, the margin beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
)

from apostil.domain.article import Role
from apostil.domain.spans import Span
from apostil.ui.reader import margin
from apostil.ui.reader.decorations import Decorations
from apostil.ui.reader.fonts import FACTS
from apostil.ui.reader.rows import RowKind
from apostil.ui.reader.tints import faded, legible, mixed
from apostil.ui.reader.underlines import STRONG, THIN, underline
from apostil.ui.reader.whereabouts import whereabouts
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from apostil.domain.annotation import AnnotationId
    from apostil.ui.reader.layout import Laid, Piece
    from apostil.ui.reader.page import Page
    from apostil.ui.reader.rows import Row
    from apostil.ui.theme import Theme

FLASH = 0.25
FOOT = 3.0
HANDLE = 4.0
HINT_WIDTH = 420


@dataclass
class Scene:
    """Everything that a picture of the page depends on besides the page itself."""

    theme: Theme
    decorations: Decorations = field(default_factory=Decorations)
    selection: Span | None = None
    caret: int = 0
    caret_visible: bool = False
    link: tuple[int, int] | None = None
    lit: Span | None = None
    flash: Span | None = None
    revealed: Span | None = None
    flash_strength: float = 0.0
    active: AnnotationId | None = None
    preview: Span | None = None
    hint: tuple[str, str] = ("", "")

    @property
    def active_span(self) -> Span | None:
        """Where the chosen mark lies, or where it is being dragged to."""
        mark = self.decorations.by_id.get(self.active) if self.active is not None else None
        return (self.preview or mark.span) if mark else None


class Painting:
    """One picture of the page; the painter's origin is the upper left corner of the column, scrolled."""

    def __init__(self, painter: QPainter, page: Page, scene: Scene) -> None:
        self._painter = painter
        self._page = page
        self._scene = scene
        self._theme = scene.theme
        self._paper = scene.theme.color(Tone.PAPER)
        self._ink = scene.theme.color(Tone.INK)
        self._accent = scene.theme.color(Tone.ACCENT)

    def paint(self, top: int, bottom: int, room: float = 0.0) -> None:
        """Paint what lies between these heights; to the right of the column there is so much room."""
        for index in self._page.rows_between(top, bottom):
            self._row(index)
        for item in margin.items(self._page, self._scene.decorations, top, bottom):
            self._margin(item)
        self._whereabouts(top, bottom, room)
        self._revealed(top, bottom)
        self._active(top, bottom)
        self._caret(top, bottom)

    def _whereabouts(self, top: int, bottom: int, room: float) -> None:
        font = self._page.faces.font(FACTS)
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color(Tone.SOFT))
        for where in whereabouts(self._page, top, bottom, room, QFontMetricsF(font)):
            self._painter.drawText(where.corner, where.words)

    def _row(self, index: int) -> None:
        row = self._page.rows[index]
        laid = self._page.laid(index)
        corner = QPointF(self._page.indent(row), self._page.top(index))
        self._painter.save()
        self._painter.translate(corner)
        if row.kind is RowKind.TEXT:
            self._tints(index, row)
        self._signs(row, laid)
        self._words(row, laid)
        if row.kind is RowKind.TEXT:
            self._underlines(index, row)
        self._link_ring(index, laid)
        self._painter.restore()

    # below the words

    def _tints(self, index: int, row: Row) -> None:
        scene = self._scene
        for mark in scene.decorations.marks.over(row.span):
            span = scene.preview if scene.preview and mark.id == scene.active else mark.span
            self._fill(index, span, self._theme.tint(mark.annotation.color), mark.depth * FOOT)
        if scene.lit:
            self._fill(index, scene.lit, faded(self._accent, 0.15))
        if scene.flash:
            self._fill(index, scene.flash, faded(self._accent, FLASH * scene.flash_strength))
        for hit in scene.decorations.hits.over(row.span):
            self._hit(index, hit)
        if scene.selection:
            self._fill(index, scene.selection, mixed(self._accent, self._paper, 0.3))

    def _fill(self, index: int, span: Span, color: QColor, foot: float = 0.0) -> None:
        for piece in self._page.pieces(index, span):
            self._painter.fillRect(piece.rect.adjusted(0, 0, 0, -min(foot, piece.rect.height() / 2)), color)

    def _hit(self, index: int, span: Span) -> None:
        current = span == self._scene.decorations.current_hit
        warn = self._theme.color(Tone.WARN)
        self._painter.save()
        self._painter.setPen(QPen(warn, 2.0 if current else 1.0))
        self._painter.setBrush(mixed(warn, self._paper, 0.35) if current else Qt.BrushStyle.NoBrush)
        for piece in self._page.pieces(index, span):
            self._painter.drawRect(piece.rect.adjusted(-0.5, 0.5, 0.5, -0.5))
        self._painter.restore()

    # the words

    def _words(self, row: Row, laid: Laid) -> None:
        tone = self._page.style(row).tone
        self._painter.setPen(self._theme.color(tone))
        formats = [_format(start, end, self._accent) for _, start, end in laid.words.links]
        if tone is Tone.SOFT and row.kind is RowKind.TEXT:
            formats += [
                _format(laid.units.unit(start), laid.units.unit(end), self._ink) for start, end in self._tinted(row)
            ]
        laid.layout.draw(self._painter, QPointF(0, 0), formats)

    def _tinted(self, row: Row) -> list[tuple[int, int]]:
        scene = self._scene
        spans = [mark.span for mark in scene.decorations.marks.over(row.span)]
        spans += [span for span in (scene.selection, scene.preview, scene.decorations.current_hit) if span]
        inner = ((max(one.start, row.span.start), min(one.end, row.span.end)) for one in spans)
        return [(start - row.span.start, end - row.span.start) for start, end in inner if start < end]

    def _signs(self, row: Row, laid: Laid) -> None:
        em = self._page.faces.pixels(1.0)
        if row.kind is RowKind.TEXT and row.role is Role.QUOTATION:
            start = -self._page.indent(row) + em // 4
            self._painter.fillRect(QRectF(start, 0, 3, laid.height), self._theme.color(Tone.LINE))
        if row.kind is RowKind.TEXT and row.first and row.role in {Role.FOOTNOTE, Role.COMMENT}:
            self._sign_of_aside(row, em)
        if self._page.needs_bullet(row):
            self._painter.setPen(self._theme.color(Tone.SOFT))
            self._painter.setFont(self._page.faces.font(self._page.style(row)))
            self._painter.drawText(QPointF(-em, laid.lines[0].base), "•")

    def _sign_of_aside(self, row: Row, em: int) -> None:
        """A short rule above the first of several footnotes; above a comment, what it is."""
        if row.role is Role.COMMENT:
            self._painter.setPen(self._theme.color(Tone.SOFT))
            font = self._page.faces.font(FACTS)
            font.setWeight(QFont.Weight.DemiBold)
            self._painter.setFont(font)
            self._painter.drawText(QPointF(0, -em // 4), QCoreApplication.translate("Reader", "Comment"))
        elif not self._page.follows_same_role(row):
            self._painter.fillRect(QRectF(0, -em // 3, 5 * em, 1), self._theme.color(Tone.SOFT))

    # at their foot

    def _underlines(self, index: int, row: Row) -> None:
        for named in self._scene.decorations.entities.over(row.span):
            color = self._theme.kind(named.kind)
            weight = STRONG if named.confirmed else THIN
            for piece in self._page.pieces(index, named.span):
                y = min(piece.base + piece.line.descent - 1, piece.line.top + piece.line.height - 3)
                underline(self._painter, named.kind, color, piece.rect.left(), piece.rect.right(), round(y), weight)

    def _link_ring(self, index: int, laid: Laid) -> None:
        link = self._scene.link
        if link is None or link[0] != index or not self._scene.caret_visible:
            return
        _, start, end = laid.words.links[link[1]]
        self._painter.setPen(QPen(self._accent, 2.0))
        for piece in laid.pieces(start, end):
            self._painter.drawRoundedRect(piece.rect.adjusted(-3, -1, 3, 1), 4, 4)

    # over everything

    def _revealed(self, top: int, bottom: int) -> None:
        """Leave a thin outline around the place that was gone to."""
        if self._scene.revealed is not None and self._scene.revealed != self._scene.active_span:
            self._painter.save()
            self._painter.setPen(QPen(self._accent, 1.0))
            for piece, rect in self._rects(self._scene.revealed, top, bottom):
                self._outline(piece, QRectF(rect.toAlignedRect()).adjusted(-0.5, 0.5, 0.5, -0.5))
            self._painter.restore()

    def _rects(self, span: Span, top: int, bottom: int) -> list[tuple[Piece, QRectF]]:
        page = self._page
        return [
            (piece, piece.rect.translated(page.indent(page.rows[index]), page.top(index)))
            for index in page.rows_between(top, bottom)
            for piece in page.pieces(index, span)
        ]

    def _active(self, top: int, bottom: int) -> None:
        span = self._scene.active_span
        if span is None:
            return
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(self._ink, 1.5))
        for piece, rect in self._rects(span, top, bottom):
            self._outline(piece, rect)
        for rect, start in handles(self._page, span):
            self._handle(rect, start)
        self._painter.restore()

    def _outline(self, piece: Piece, rect: QRectF) -> None:
        self._painter.drawLine(QLineF(rect.topLeft(), rect.topRight()))
        self._painter.drawLine(QLineF(rect.bottomLeft(), rect.bottomRight()))
        if piece.opens:
            self._painter.drawLine(QLineF(rect.topLeft(), rect.bottomLeft()))
        if piece.closes:
            self._painter.drawLine(QLineF(rect.topRight(), rect.bottomRight()))

    def _handle(self, rect: QRectF, start: bool) -> None:
        knob = QPointF(rect.center().x(), rect.top() if start else rect.bottom())
        self._painter.setBrush(QBrush(self._accent))
        self._painter.setPen(QPen(self._paper, 1.0))
        self._painter.drawEllipse(knob, HANDLE, HANDLE)

    def _caret(self, top: int, bottom: int) -> None:
        scene, page = self._scene, self._page
        if not scene.caret_visible or scene.link is not None or not page.rows:
            return
        # To lay out a row that is not seen would move those that are, in the midst of painting them.
        if not page.row_at(top) <= page.row_of(scene.caret) <= page.row_at(bottom):
            return
        rect = self._page.caret_rect(scene.caret)
        self._painter.fillRect(QRectF(round(rect.x()) - 1, rect.y(), 2, rect.height()), self._accent)

    def _margin(self, item: margin.Item) -> None:
        if item.thing is margin.Thing.SUMMARY:
            self._painter.fillRect(item.rect, self._accent)
            return
        hue = legible(QColor(item.marks[0].color.hue), self._paper, self._ink)
        if item.thing is margin.Thing.TAG:
            for dash in margin.dashes(item.rect):
                self._painter.fillRect(dash, hue)
        else:
            margin.draw_glyph(
                self._painter, item.rect, self._ink, self._theme.tint(item.marks[0].color), len(item.marks)
            )


def draw_hint(painter: QPainter, area: QRect, scene: Scene) -> None:
    """Say quietly, in the middle of an empty page, what can be done about it."""
    title, words = scene.hint
    larger = QFont(painter.font())
    larger.setPixelSize(round(QFontInfo(larger).pixelSize() * 1.2))
    width = max(1, min(HINT_WIDTH, area.width() - 48))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    parts = [(font, said) for font, said in ((larger, title), (painter.font(), words)) if said]
    heights = [QFontMetrics(font).boundingRect(0, 0, width, 0, flags, said).height() for font, said in parts]
    y = (area.height() - sum(heights)) // 2
    painter.setPen(scene.theme.color(Tone.SOFT))
    for (font, said), height in zip(parts, heights, strict=True):
        painter.setFont(font)
        painter.drawText(QRect((area.width() - width) // 2, y, width, height), flags, said)
        y += height + 8


def handles(page: Page, span: Span) -> list[tuple[QRectF, bool]]:
    """Where the ends of a mark can be taken hold of: a rectangle at its start (True) and one at its end."""
    ends = page.rects(Span(span.start, span.start + 1)), page.rects(Span(max(0, span.end - 1), span.end))
    if not ends[0] or not ends[1]:
        return []
    first, last = ends[0][0], ends[1][-1]
    return [
        (QRectF(first.left() - 5, first.top() - 4, 10, first.height() + 4), True),
        (QRectF(last.right() - 5, last.top(), 10, last.height() + 4), False),
    ]


def _format(start: int, end: int, color: QColor) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setForeground(color)
    chosen = QTextLayout.FormatRange()
    chosen.start, chosen.length, chosen.format = start, end - start, look
    return chosen
