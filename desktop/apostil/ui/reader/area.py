"""The scrolling part of the reader: keeps the place while heights become known, widths change and words grow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from apostil.ui.reader import margin
from apostil.ui.reader.fonts import FACTS, Faces
from apostil.ui.reader.page import Page
from apostil.ui.reader.settling import Settling
from apostil.ui.reader.whereabouts import room_for

if TYPE_CHECKING:
    from collections.abc import Callable

ZOOM = (50, 300)
LINE = 1.55
"""Ems that one step of the scroll bar goes."""
NARROWEST = 300
LEAST = 180
"""Pixels that the column keeps before pages and times get room beside it."""


class PageArea(QAbstractScrollArea):
    """Scrolls over a page; the line at the upper edge stays where it is, whatever becomes of what is above it.

    Signals:
        zoom_changed: the new zoom in percent.
        scrolled: nothing.
    """

    zoom_changed = Signal(int)
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = Page()
        self._top_row = 0
        self._settling = Settling(self.page, self)
        self._settling.grown.connect(self._grow)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(NARROWEST)

    # zoom and place

    @property
    def zoom(self) -> int:
        """The zoom in percent."""
        return self.page.faces.zoom

    def set_zoom(self, percent: int) -> None:
        """Set the words at this size, between 50 and 300 percent, and keep the place."""
        percent = min(max(percent, ZOOM[0]), ZOOM[1])
        if percent != self.zoom:
            faces = Faces(percent)
            self.keep(lambda: self.page.resize(self._column(faces), faces))
            self.zoom_changed.emit(percent)

    def top_position(self) -> int:
        """The position of the first line on the screen."""
        value = self.verticalScrollBar().value()
        return self.page.position_at(0, value).position if self.page.rows and value else 0

    def scroll_to(self, position: int) -> None:
        """Bring the line of this position to the upper edge."""
        if self.page.rows:
            self._scroll_far(self.page.strip(position)[0] if position else 0)
            self.arrange()

    def scroll_by(self, pixels: int) -> None:
        """Scroll so far down, or up where it is negative."""
        self._scroll_far(self.verticalScrollBar().value() + pixels)

    def bring(self, top: int, bottom: int, *, gently: bool = False) -> None:
        """Bring these heights onto the screen if they are not: as little as needed, or to where one looks first."""
        value, height = self.verticalScrollBar().value(), self.viewport().height()
        if value <= top and bottom <= value + height:
            return
        slack = self.page.faces.pixels(1.0)
        if not gently or bottom - top > height:
            self._scroll_far(top - height // 3)
        elif top < value:
            self._scroll_far(top - slack)
        else:
            self._scroll_far(bottom - height + slack)

    def origin(self) -> QPointF:
        """Where the column's upper left corner is on the viewport."""
        free = self.viewport().width() - self.page.column
        left = max(margin.WIDTH, min(free // 2, free - self._room_for_labels(self.page.faces)))
        return QPointF(left, -self.verticalScrollBar().value())

    def lay_out(self, position: int) -> None:
        """Lay out the row of this position; wherever that is, what is on the screen stays where it is."""
        index = self.page.row_of(position)
        grown = self.page.measure(index)
        if index < self._top_row:
            self._shift(grown)

    def shown(self) -> tuple[int, int]:
        """The heights of the page between which it is on the screen."""
        value = self.verticalScrollBar().value()
        return value, value + self.viewport().height()

    # laying out

    def keep(self, change: Callable[[], None]) -> None:
        """Change the page and keep the line at the upper edge where it is."""
        top = self.top_position()
        offset = self.verticalScrollBar().value() - self.page.strip(top)[0] if top else 0
        change()
        self.renewed()
        if top:
            self._scroll_far(self.page.strip(top)[0] + offset)
        self.arrange()

    def renewed(self) -> None:
        """Take note that the page has other rows; for those who build on this."""

    def fit(self) -> None:
        """Give the page the width there is, without keeping the place."""
        self.page.resize(self._column(), self.page.faces)

    def arrange(self) -> None:
        """Lay out what is on the screen, set the scroll bar's range, and work on the rest when idle."""
        self._measure_screen()
        self._set_range()
        bar = self.verticalScrollBar()
        bar.setPageStep(max(1, self.viewport().height() - 2 * self.page.faces.pixels(LINE)))
        bar.setSingleStep(self.page.faces.pixels(LINE))
        self._top_row = self.page.row_at(bar.value()) if self.page.rows else 0
        if self.isVisible() and not all(self.page.measured):
            self._settling.start(self._top_row)
        self.viewport().update()

    def stop_motion(self) -> None:
        """End everything here that a timer drives, now."""
        self._settling.stop()

    def _column(self, faces: Faces | None = None) -> int:
        faces = faces or self.page.faces
        width = self.viewport().width()
        beside = 24 if width >= 480 else 12
        labels = self._room_for_labels(faces)
        if width - margin.WIDTH - labels >= LEAST:
            beside = max(beside, labels)
        return max(120, min(faces.measure, width - margin.WIDTH - beside))

    def _room_for_labels(self, faces: Faces) -> int:
        return room_for(self.page.label, QFontMetricsF(faces.font(FACTS)))

    def _scroll_far(self, value: int) -> None:
        """Scroll to this height, which the range may not reach yet."""
        bar = self.verticalScrollBar()
        bar.setMaximum(max(bar.maximum(), self.page.height - self.viewport().height()))
        bar.setValue(max(0, value))

    def _set_range(self) -> None:
        self.verticalScrollBar().setRange(0, max(0, self.page.height - self.viewport().height()))

    def _measure_screen(self) -> None:
        for index in self.page.rows_between(*self.shown()):
            self.page.laid(index)

    def _grow(self, grown: list[tuple[int, int]]) -> None:
        self._shift(sum(pixels for row, pixels in grown if row < self._top_row))

    def _shift(self, pixels: int) -> None:
        """Follow what became higher above the screen: for the eye, nothing happens."""
        bar = self.verticalScrollBar()
        value = bar.value() + pixels
        bar.blockSignals(True)
        self._set_range()
        bar.setValue(value)
        bar.blockSignals(False)

    # events

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Lay out what comes onto the screen."""
        del dx, dy
        if self.page.rows:
            top = self.verticalScrollBar().value()
            index = self.page.row_at(top)
            if index < self._top_row and self.page.top(index) < top:
                self._shift(self.page.measure(index))
        self._measure_screen()
        self._set_range()
        self._top_row = self.page.row_at(self.verticalScrollBar().value()) if self.page.rows else 0
        self.viewport().update()
        self.scrolled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the column anew where its width changed."""
        super().resizeEvent(event)
        if self._column() != self.page.column:
            self.keep(self.fit)
        else:
            self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on laying out."""
        super().showEvent(event)
        self.arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing running that nobody sees."""
        super().hideEvent(event)
        self.stop_motion()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            step = round(turned / 12) or (turned > 0) - (turned < 0)
            self.set_zoom(self.zoom + step)
            event.accept()
            return
        super().wheelEvent(event)
