"""The map beside the scroll bar: where in the article the sentences of its summary stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from apostil.ui.models.words import shortened, wrapped_tip
from apostil.ui.reader.hearing import announce
from apostil.ui.theme import Tone
from apostil.ui.wording import counted, written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from apostil.domain.spans import Span
    from apostil.ui.reader.page import Page
    from apostil.ui.theme import Theme

WIDTH = 12
"""Pixels that the map takes at the edge of the page, where no words ever stand."""

THIN, HEAVY = 6, 10
"""How wide the tick of a sentence is, and of one that the reader keeps."""

LEAST = 3
"""Pixels that every tick is high, so that a sentence of a long article can be seen."""

NEAR = 4
"""Pixels beside a tick that still count as on it."""

BEGINNING = 90
"""Characters of a sentence that its tip says."""


class Tick(NamedTuple):
    """A sentence on the map."""

    span: Span
    rect: QRect
    pinned: bool


class SummaryMap(QWidget):
    """Ticks at the heights of the summary's sentences, wider where the reader keeps one; a click asks to go there.

    It lies on the right edge of the reader's viewport and is hidden while there is no summary. What is not on a tick
    is left to what lies below: there the wheel scrolls and the mouse selects as anywhere.

    The Tab key reaches it, the arrow keys go from sentence to sentence in it, Return goes into the text.

    Signals:
        wanted: the Span of a sentence that was clicked, or on which Return, Enter or Space was pressed.
        passed: the Span of a sentence that a key came to, which is to be seen.
        left: the keyboard is to go back to the text, to this Span of it, or to where it was (None).
    """

    wanted = Signal(object)
    passed = Signal(object)
    left = Signal(object)

    STEPS: ClassVar = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
    """How many sentences on a key goes."""

    ENDS: ClassVar = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
    """To which sentence a key goes."""

    OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})

    def __init__(self, page: Page, theme: Theme, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setObjectName("summaryMap")
        self.setAccessibleName(self.tr("Where the summary comes from"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard to the text
        self._viewport = viewport
        self._page = page
        self._theme = theme
        self._spans: tuple[Span, ...] = ()
        self._pinned: frozenset[Span] = frozenset()
        self._ticks: list[Tick] = []
        self._bars: list[QRect] = []
        self._scale = (0, 0)
        self._lit: Tick | None = None
        self._current: Span | None = None
        viewport.installEventFilter(self)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.update()

    def show_sentences(self, spans: Sequence[Span], pinned: Collection[Span] = ()) -> None:
        """Show where these sentences stand, and which of them the reader keeps."""
        self._spans, self._pinned = tuple(sorted(spans)), frozenset(pinned)
        self._lit = None
        if self._current not in self._spans:
            self._current = None
        self._scale = (0, 0)
        said = counted(len(self._spans), self.tr("sentence"), self.tr("sentences"))
        self.setAccessibleDescription(
            self.tr("{sentences}. The arrow keys go from one to the next, Return goes into the text.").format(
                sentences=said
            )
            if self._spans
            else ""
        )
        if self.hasFocus() and not self._spans:
            self.left.emit(None)
        self.setVisible(bool(self._spans))
        self.update()

    def ticks(self) -> list[Tick]:
        """The ticks as they are drawn, from above."""
        self._measure()
        return self._ticks

    def tick_at(self, point: QPoint) -> Tick | None:
        """The tick at this point or near it."""
        near = (tick for tick in self.ticks() if tick.rect.top() - NEAR <= point.y() <= tick.rect.bottom() + NEAR)
        return min(near, key=lambda tick: abs(tick.rect.center().y() - point.y()), default=None)

    def tip(self, tick: Tick) -> str:
        """The beginning of a sentence, and whether the reader keeps it, as rich text."""
        pinned = [self.tr("Kept in the summary by you")] if tick.pinned else []
        return wrapped_tip([self._beginning(tick.span), *pinned])

    # The keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the sentence that is on the screen, or is the next to come."""
        super().focusInEvent(event)
        if self._current is None and self._spans:
            area = self._viewport.parentWidget()
            top = area.verticalScrollBar().value() if isinstance(area, QAbstractScrollArea) else 0
            reaches = zip(self._spans, self._page.reaches(self._spans), strict=True)
            self._current = next((span for span, (_, bottom) in reaches if bottom > top), self._spans[-1])
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Light no sentence any more."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys, Home and End go through the sentences, Return and Escape go back to the text."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._spans:
            super().keyPressEvent(event)
        elif key in self.STEPS:
            last = len(self._spans) - 1
            self._pass(min(max(0, self._row() + self.STEPS[key]), last))
        elif key in self.ENDS:
            self._pass(self.ENDS[key])
        elif key in self.OPENING:
            self.wanted.emit(self._spans[self._row()])
            self.left.emit(self._spans[self._row()])
        elif key == Qt.Key.Key_Escape:
            self.left.emit(None)
        else:
            super().keyPressEvent(event)

    def _row(self) -> int:
        return self._spans.index(self._current) if self._current in self._spans else 0

    def _pass(self, row: int) -> None:
        self._current = self._spans[row]
        said = self.tr("{n} of {total}: {words}").format(
            n=written(self._row() + 1), total=written(len(self._spans)), words=self._beginning(self._current)
        )
        announce(self, said)
        self.passed.emit(self._current)
        self.update()

    def _beginning(self, span: Span) -> str:
        return shortened(span.cut(self._page.article.text) if self._page.article else "", BEGINNING)

    # Where the ticks are

    def _measure(self) -> None:
        """Place the ticks anew where the page has become so much higher or lower that one of them would move."""
        whole, room = self._scale
        now = self._page.height
        if room == self.height() and abs(now - whole) * room <= whole:
            return
        self._scale = (now, self.height())
        self._ticks = list(self._placed(now)) if self._page.rows else []
        self._bars = _joined(tick.rect for tick in self._ticks)

    def _placed(self, whole: int) -> Iterator[Tick]:
        """The ticks on a page of this height; no line is laid out for them."""
        room = self.height()
        # A page that is not higher than the screen is not stretched over it: ticks stand beside their lines.
        ratio = min(1.0, room / max(1, whole))
        for span, (top, bottom) in zip(self._spans, self._page.reaches(self._spans), strict=True):
            pinned = span in self._pinned
            wide, least = (HEAVY, LEAST + 1) if pinned else (THIN, LEAST)
            high = max(least, round((bottom - top) * ratio) - 1)  # one pixel apart from the next sentence
            yield Tick(span, QRect(WIDTH - wide, min(round(top * ratio), room - high), wide, high), pinned)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge of the viewport."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.width() - WIDTH, 0, WIDTH, watched.height())
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """As wide as it always is."""
        return QSize(WIDTH, WIDTH)

    # Painting and pointing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ticks."""
        self._measure()
        area = event.rect()
        accent, ink = self._theme.color(Tone.ACCENT), self._theme.color(Tone.INK)
        painter = QPainter(self)
        for bar in self._bars:
            if bar.intersects(area):
                painter.fillRect(bar, accent)
        if self._lit is not None:
            painter.fillRect(self._lit.rect, ink)
        if self.hasFocus():
            self._draw_focus(painter, accent, ink)
        painter.end()

    def _draw_focus(self, painter: QPainter, accent: QColor, ink: QColor) -> None:
        """A ring around the map, and the sentence that the keyboard is at across all of it."""
        here = next((tick.rect for tick in self._ticks if tick.span == self._current), QRect())
        painter.fillRect(QRect(0, here.top(), WIDTH, here.height()), ink)
        painter.setPen(QPen(accent, 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a tick is ours; any other goes to the page."""
        tick = self.tick_at(event.position().toPoint())
        if tick is None or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.wanted.emit(tick.span)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the tick that is pointed at."""
        tick = self.tick_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.IBeamCursor if tick is None else Qt.CursorShape.PointingHandCursor)
        self._light(tick)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page."""
        QCoreApplication.sendEvent(self._viewport, event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._light(None)

    def event(self, event: QEvent) -> bool:
        """Say how the sentence begins that is pointed at."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tick = self.tick_at(event.pos())
            QToolTip.showText(event.globalPos(), self.tip(tick) if tick else "", self)
            return True
        return super().event(event)

    def _light(self, tick: Tick | None) -> None:
        if tick is not self._lit:
            self._lit = tick
            self.update()


def _joined(rects: Iterable[QRect]) -> list[QRect]:
    """The rectangles, those of one width that overlap made one: a long summary has more ticks than there are pixels."""
    found: list[QRect] = []
    for rect in rects:
        last = found[-1] if found else QRect()
        if rect.width() == last.width() and rect.top() <= last.bottom():
            found[-1] = last.united(rect)
        else:
            found.append(rect)
    return found
