"""The reader: shows an article and everything that lies on it, and says what its reader does.

It paints the words itself, from the article's own text, and never reads them back. Keys:

- arrows, Ctrl+Left/Right (word), Ctrl+Up/Down (block), Home/End (line), Ctrl+Home/End, PageUp/PageDown move the caret;
  with Shift they select;
- Alt+Up/Down select the sentence before or after, with Shift one more of them; Ctrl+A selects the article; Escape
  clears the selection, then the choice of a mark;
- Shift+Alt+Left/Right move the end of the chosen mark by a word; Ctrl+Shift+Alt+Left/Right, or Shift+Alt+Home/End,
  its start;
- Return or Space follows the link that the caret is on (folded teasers); Left and Right go along such links;
- Menu or Shift+F10 asks for the menu at the caret; Ctrl with the wheel zooms.

Letters, digits and Delete are left to the window's actions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from apostil.domain.spans import Span
from apostil.ui.reader import margin
from apostil.ui.reader.caret import Stops, sentence_at, word_at
from apostil.ui.reader.fonts import Faces
from apostil.ui.reader.gestures import Following, Gesture, Grain, Pointing, Resizing, Selecting, resized, stretched
from apostil.ui.reader.hearing import announce, words_about
from apostil.ui.reader.keys import Command, Move, Resize, request_of
from apostil.ui.reader.motion import Flash
from apostil.ui.reader.page import Page
from apostil.ui.reader.paint import Painting, Scene, handles
from apostil.ui.reader.places import ContextAt, Place
from apostil.ui.reader.rows import Link, RowKind
from apostil.ui.reader.settling import Settling
from apostil.ui.reader.tips import tip_of
from apostil.ui.reader.walking import Cursor, Walker
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.domain.annotation import Annotation, AnnotationId
    from apostil.domain.article import Article
    from apostil.domain.entity import Entity, Kind
    from apostil.ui.theme import Theme

__all__ = ["ContextAt", "Place", "ReaderView"]

ZOOM = (50, 300)
REST = 400
"""Milliseconds after which a selection made with keys counts as made."""
EDGE_SCROLL = 30
_LEFT = Qt.MouseButton.LeftButton
_BY_KEY = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class ReaderView(QAbstractScrollArea):
    """Shows one article and tells what is selected, pointed at and asked for in it; positions are code points.

    Signals, each with one object:
        selection_changed: the selected `Span`, or None.
        selection_settled: the selected `Span` when the mouse is released or the keys rest, or None at once.
        caret_moved: the position of the caret.
        mark_activated: the `AnnotationId` that was chosen here, or None.
        mark_resized: the `AnnotationId` and the `Span` it is to have.
        roles_requested: the indexes of the blocks to take back into the article.
        context_requested: a `ContextAt`.
        hovered: the `Place` under the mouse, or None.
        zoom_changed: the new zoom in percent.
        scrolled: the position of the first visible line.
    """

    selection_changed = Signal(object)
    selection_settled = Signal(object)
    caret_moved = Signal(int)
    mark_activated = Signal(object)
    mark_resized = Signal(object)
    roles_requested = Signal(object)
    context_requested = Signal(object)
    hovered = Signal(object)
    zoom_changed = Signal(int)
    scrolled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = Page()
        self._scene = Scene(theme)
        self._cursor = Cursor()
        self._sentences: tuple[Span, ...] = ()
        self._gesture: Gesture | None = None
        self._ring = False
        self._triple = QPoint(-99, -99)
        self._hovered: Place | None = None
        self._top_row = 0
        self._stops = Stops("", ())
        self._flash = Flash(self)
        self._flash.faded.connect(self._fade)
        self._settling = Settling(self._page, self)
        self._settling.grown.connect(self._grow)
        self._resting = QTimer(self, singleShot=True, interval=REST)
        self._resting.timeout.connect(self._settle_selection)
        self._edge = QTimer(self, interval=EDGE_SCROLL)
        self._edge.timeout.connect(self._scroll_at_edge)
        self._third_click = QTimer(self, singleShot=True)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Article"))
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setMinimumWidth(300)
        self.set_theme(self._scene.theme)

    # what is shown

    def show_article(self, article: Article | None) -> None:
        """Show this article from its beginning, without anything on it; None shows an empty page."""
        self.stop_motion()
        self._scene.decorations.clear()
        self._scene.active, self._scene.lit, self._scene.preview = None, None, None
        self._sentences = ()
        self._gesture = None
        self._page.show(article)
        self._page.resize(self._column(), self._page.faces)
        self._renewed()
        self.verticalScrollBar().setValue(0)
        self._put(Cursor(), follow=False)
        self._arrange()

    @property
    def article(self) -> Article | None:
        """What is shown."""
        return self._page.article

    def set_facts(self, facts: str) -> None:
        """Write this line of facts under the headline."""
        if facts != self._page.facts:
            self._kept(lambda: self._page.set_facts(facts))

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._scene.theme = theme
        self.viewport().update()

    def set_marks(self, marks: Sequence[Annotation]) -> None:
        """Show these marks instead of the old ones."""
        self._scene.decorations.set_marks(marks)
        if self._scene.active not in self._scene.decorations.by_id:
            self._scene.active = None
        self._scene.preview = None
        self.viewport().update()

    def set_entities(self, entities: Sequence[Entity], kinds: frozenset[Kind]) -> None:
        """Underline the mentions of these kinds."""
        self._scene.decorations.set_entities(entities, frozenset(kinds))
        self.viewport().update()

    def set_summary(self, sentences: Sequence[Span]) -> None:
        """Give these sentences a bar in the margin."""
        self._scene.decorations.set_summary(sentences)
        self.viewport().update()

    def set_hits(self, hits: Sequence[Span], current: int | None = None) -> None:
        """Show what a search found, and which of it is the current hit."""
        self._scene.decorations.set_hits(hits, current)
        self.viewport().update()

    def set_sentences(self, sentences: Sequence[Span]) -> None:
        """Know these sentences, in order, for selecting them."""
        self._sentences = tuple(sentences)

    # selection, caret and the chosen mark

    def selection(self) -> Span | None:
        """What is selected."""
        return self._cursor.selection

    def select(self, span: Span) -> None:
        """Select this span and show its end."""
        self._put(Cursor(span.start, span.end))
        self._settle_selection()

    def clear_selection(self) -> None:
        """Select nothing and leave the caret where it is."""
        self._put(Cursor(self._cursor.caret, self._cursor.caret), follow=False)

    @property
    def caret(self) -> int:
        """The position of the caret."""
        return self._cursor.caret

    def set_caret(self, position: int) -> None:
        """Put the caret at this position, or at the nearest one where it can stand, and select nothing."""
        position = self._stops.snap(position)
        self._put(Cursor(position, position))

    @property
    def active_mark(self) -> AnnotationId | None:
        """The mark that is chosen."""
        return self._scene.active

    def set_active_mark(self, mark: AnnotationId | None) -> None:
        """Choose this mark without telling anyone."""
        self._scene.active = mark if mark in self._scene.decorations.by_id else None
        self._scene.preview = None
        self.viewport().update()

    def cycle_marks(self) -> None:
        """Choose the next of the marks at the caret or in the selection."""
        marks = self._marks_at(self._cursor.reach)
        if not marks:
            self._activate(None)
            return
        index = marks.index(self._scene.active) + 1 if self._scene.active in marks else 0
        self._activate(marks[index % len(marks)])

    def marks_here(self) -> tuple[AnnotationId, ...]:
        """The marks at the caret or in the selection, the upper ones last; the chosen one comes last of all."""
        marks = self._marks_at(self._cursor.reach)
        return tuple(sorted(marks, key=lambda mark: mark == self._scene.active))

    def _marks_at(self, span: Span) -> list[AnnotationId]:
        spread = self._scene.decorations.marks
        found = spread.over(span) if len(span) else spread.at(span.start)
        if not found and not len(span) and span.start:
            found = spread.at(span.start - 1)
        return [mark.id for mark in found]

    def _activate(self, mark: AnnotationId | None) -> None:
        self.set_active_mark(mark)
        if mark is not None:
            announce(self, words_about(self._scene.decorations.by_id[mark].annotation))
        self.mark_activated.emit(mark)

    # the place on the page

    @property
    def zoom(self) -> int:
        """The zoom in percent."""
        return self._page.faces.zoom

    def set_zoom(self, percent: int) -> None:
        """Set the words at this size, between 50 and 300 percent, and keep the place."""
        percent = min(max(percent, ZOOM[0]), ZOOM[1])
        if percent != self.zoom:
            faces = Faces(percent)
            self._kept(lambda: self._page.resize(self._column(faces), faces))
            self.zoom_changed.emit(percent)

    def top_position(self) -> int:
        """The position of the first line on the screen."""
        value = self.verticalScrollBar().value()
        return self._page.position_at(0, value).position if self._page.rows and value else 0

    def scroll_to(self, position: int) -> None:
        """Bring the line of this position to the upper edge."""
        if self._page.rows:
            self.verticalScrollBar().setMaximum(max(self._page.height, self.verticalScrollBar().maximum()))
            self.verticalScrollBar().setValue(self._page.strip(position)[0] if position else 0)
            self._arrange()

    def reveal(self, span: Span, flash: bool = True) -> None:
        """Bring this span onto the screen, unfolding what hides it, and flash it."""
        if not self._page.rows:
            return
        self._unfold(span)
        top, bottom = self._page.strip(span.start)[0], self._page.strip(max(span.start, span.end - 1))[1]
        self._bring(top, bottom)
        if flash:
            self._flash.start()
            self._scene.flash = span if self._flash.running else None

    def stop_motion(self) -> None:
        """End the flash, and every timer of this view, now."""
        self._flash.stop()
        for timer in (self._resting, self._edge, self._third_click):
            timer.stop()
        self._settling.stop()

    def selection_rects(self) -> list[QRectF]:
        """The rectangles on the viewport that the selection covers, those off the screen left out."""
        span = self._cursor.selection
        if span is None:
            return []
        view = self._view()
        shown = [
            index
            for index in self._page.rows_over(span)
            if self._page.bottom(index) >= view.top() and self._page.top(index) <= view.bottom()
        ]
        rects = []
        for index in shown:
            corner = QPointF(self._page.indent(self._page.rows[index]), self._page.top(index)) + self._origin()
            rects += [piece.rect.translated(corner) for piece in self._page.pieces(index, span)]
        return [rect for rect in rects if rect.intersects(QRectF(self.viewport().rect()))]

    def caret_rect(self) -> QRect:
        """Where the caret is on the viewport."""
        if not self._page.rows:
            return QRect()
        return self._page.caret_rect(self._cursor.caret).translated(self._origin()).toAlignedRect()

    def point_of(self, position: int) -> QPoint:
        """A point on the viewport in the left half of the character at this position, on the screen or not."""
        rect = self._page.caret_rect(position).translated(self._origin())
        return QPoint(round(rect.x()) + 1, round(rect.center().y()))

    def position_at(self, point: QPoint) -> int:
        """The position nearest to this point of the viewport."""
        if not self._page.rows:
            return 0
        spot = QPointF(point) - self._origin()
        return self._stops.snap(self._page.position_at(spot.x(), spot.y()).position)

    def place_at(self, point: QPoint) -> Place | None:
        """What lies under this point of the viewport."""
        spot = QPointF(point) - self._origin()
        position = self._page.character_at(spot.x(), spot.y())
        return None if position is None else self._place(position)

    def _place(self, position: int) -> Place:
        named = self._scene.decorations.entities.at(position)
        return Place(
            position,
            named[-1].entity.id if named else None,
            named[-1].span if named else None,
            tuple(mark.id for mark in self._scene.decorations.marks.at(position)),
        )

    # folds

    def set_unfolded(self, unfolded: bool) -> None:
        """Show every folded run, or fold them all."""
        runs = frozenset(row.blocks.start for row in self._page.rows if row.kind in {RowKind.FOLDED, RowKind.LINKS})
        self._kept(lambda: self._page.set_shown(runs if unfolded else frozenset()))

    def _unfold(self, span: Span) -> None:
        rows = self._page.rows
        hidden = {rows[i].blocks.start for i in self._page.rows_over(span) if rows[i].kind is RowKind.FOLDED}
        if hidden:
            self._kept(lambda: self._page.set_shown(self._page.shown | hidden))

    def _follow(self, index: int, link: Link) -> None:
        row = self._page.rows[index]
        if link is Link.TAKE_BACK:
            self.roles_requested.emit(tuple(row.blocks))
            return
        shown = self._page.shown ^ {row.blocks.start}
        self._kept(lambda: self._page.set_shown(shown))
        self._put(Cursor(row.span.start, row.span.start, link=0 if link is Link.SHOW else None), follow=False)

    # laying out

    def _column(self, faces: Faces | None = None) -> int:
        width = self.viewport().width()
        beside = 24 if width >= 480 else 12
        return max(120, min((faces or self._page.faces).measure, width - margin.WIDTH - beside))

    def _origin(self) -> QPointF:
        left = max(margin.WIDTH, (self.viewport().width() - self._page.column) // 2)
        return QPointF(left, -self.verticalScrollBar().value())

    def _view(self) -> QRect:
        return QRect(0, self.verticalScrollBar().value(), self._page.column, self.viewport().height())

    def _kept(self, change: Callable[[], None]) -> None:
        """Change the page and keep the line at the upper edge where it is."""
        top = self.top_position()
        offset = self.verticalScrollBar().value() - self._page.strip(top)[0] if top else 0
        change()
        self._renewed()
        bar = self.verticalScrollBar()
        if top:
            bar.setMaximum(max(self._page.height, bar.maximum()))
            bar.setValue(self._page.strip(top)[0] + offset)
        self._arrange()

    def _renewed(self) -> None:
        text = self._page.article.text if self._page.article else ""
        self._stops = Stops(text, self._page.stops())
        self._set_cursor_within()

    def _set_cursor_within(self) -> None:
        if self._stops.spans and self._cursor.selection is None:
            position = self._stops.snap(self._cursor.caret)
            self._cursor = Cursor(position, position)
            self._show_cursor()

    def _arrange(self) -> None:
        """Lay out what is on the screen, set the scroll bar's range, and work on the rest when idle."""
        bar = self.verticalScrollBar()
        self._measure_screen()
        height = self.viewport().height()
        bar.setRange(0, max(0, self._page.height - height))
        bar.setPageStep(max(1, height - 2 * self._page.faces.pixels(1.55)))
        bar.setSingleStep(self._page.faces.pixels(1.55))
        self._top_row = self._page.row_at(bar.value()) if self._page.rows else 0
        if self.isVisible() and not all(self._page.measured):
            self._settling.start(self._top_row)
        self.viewport().update()

    def _measure_screen(self) -> None:
        bar = self.verticalScrollBar()
        index = self._page.row_at(bar.value()) if self._page.rows else 0
        bottom = bar.value() + self.viewport().height()
        while index < len(self._page.rows) and self._page.top(index) < bottom:
            self._page.laid(index)
            index += 1

    def _grow(self, grown: list[tuple[int, int]]) -> None:
        bar = self.verticalScrollBar()
        above = sum(pixels for row, pixels in grown if row < self._top_row)
        value = bar.value() + above
        bar.blockSignals(True)
        bar.setRange(0, max(0, self._page.height - self.viewport().height()))
        bar.setValue(value)
        bar.blockSignals(False)

    # painting and layout

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what has to be painted anew."""
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, self._scene.theme.color(Tone.PAPER))
        if self._page.rows:
            origin = self._origin()
            painter.translate(origin)
            top = area.top() - round(origin.y())
            Painting(painter, self._page, self._scene).paint(top, top + area.height())
            painter.resetTransform()
        if self._ring and self.hasFocus():
            painter.setPen(QPen(self._scene.theme.color(Tone.ACCENT), 2))
            painter.drawRect(self.viewport().rect().adjusted(2, 2, -2, -2))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the column anew where its width changed."""
        super().resizeEvent(event)
        if self._column() != self._page.column:
            self._kept(lambda: self._page.resize(self._column(), self._page.faces))
        else:
            self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Lay out what comes onto the screen."""
        del dx, dy
        bar = self.verticalScrollBar()
        if self._page.rows:
            index = self._page.row_at(bar.value())
            grown = self._page.measure(index) if self._page.top(index) < bar.value() and index < self._top_row else 0
            if grown:
                bar.blockSignals(True)
                bar.setMaximum(bar.maximum() + max(0, grown))
                bar.setValue(bar.value() + grown)
                bar.blockSignals(False)
        self._measure_screen()
        bar.setMaximum(max(0, self._page.height - self.viewport().height()))
        self._top_row = self._page.row_at(bar.value()) if self._page.rows else 0
        self.viewport().update()
        self.scrolled.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on laying out."""
        super().showEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing running that nobody sees."""
        super().hideEvent(event)
        self.stop_motion()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self._ring = True
        self._show_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self._show_cursor()

    # keys

    def event(self, event: QEvent) -> bool:
        """Claim the keys that are ours before a shortcut takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            request = request_of(event.key(), event.modifiers())
            if request is not None and self._takes(request):
                event.accept()
                return True
        return super().event(event)

    def _takes(self, request: object) -> bool:
        if not self._page.rows:
            return False
        if request is Command.CLEAR:
            return self._cursor.selection is not None or self._scene.active is not None
        if request is Command.ACTIVATE:
            return self._scene.link is not None
        if isinstance(request, Resize):
            return self._scene.active is not None
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks, or leave it to the window."""
        request = request_of(event.key(), event.modifiers())
        if request is None or not self._takes(request):
            event.ignore()
            return
        if isinstance(request, Move):
            walker = Walker(self._page, self._stops, self._sentences, self._screen())
            self._put(walker.go(request, self._cursor))
            self._resting.start()
        elif isinstance(request, Resize):
            self._resize_by_word(request)
        else:
            self._obey(request)

    def _screen(self) -> int:
        return self.verticalScrollBar().pageStep()

    def _obey(self, command: Command) -> None:
        if command is Command.SELECT_ALL:
            whole = self._stops.whole()
            self._put(Cursor(whole.start, whole.end), follow=False)
            self._settle_selection()
        elif command is Command.CONTEXT:
            self._ask_at_caret()
        elif command is Command.ACTIVATE:
            self._follow_focused()
        elif self._cursor.selection:
            self.clear_selection()
        else:
            self._activate(None)

    def _follow_focused(self) -> None:
        if self._scene.link is not None:
            index, number = self._scene.link
            self._follow(index, self._page.laid(index).words.links[number][0])

    def _resize_by_word(self, request: Resize) -> None:
        active = self._scene.active
        if active is None:
            return
        span = self._scene.decorations.by_id[active].span
        stops = self._stops
        if request.start:
            span = Span(min(stops.word(span.start, forward=request.forward), span.end - 1), span.end)
        else:
            span = Span(span.start, max(self._word_end(span.end, forward=request.forward), span.start + 1))
        self.mark_resized.emit((active, span))

    def _word_end(self, position: int, *, forward: bool) -> int:
        """The end of the next word, or of the one before this position."""
        stops = self._stops
        if forward:
            start = position
            while start < self._stops.whole().end and not self._page_text()[start : start + 1].isalnum():
                start += 1
            return word_at(self._page_text(), start, self._stop(start)).end
        start = stops.word(stops.word(position, forward=False), forward=False)
        return word_at(self._page_text(), start, self._stop(start)).end

    def _stop(self, position: int) -> Span:
        return self._stops.spans[self._stops.index(position)]

    def _page_text(self) -> str:
        return self._stops.text

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, to resize, or to follow a link."""
        if event.button() != _LEFT:
            event.ignore()
            return
        if not self._page.rows:
            return
        self._ring = False
        point = event.position().toPoint()
        near = (point - self._triple).manhattanLength() < QApplication.startDragDistance()
        if self._third_click.isActive() and near:
            self._select_by(point, Grain.SENTENCE)
            return
        self._gesture = self._held(point) or self._begin(point, event.modifiers())

    def _held(self, point: QPoint) -> Gesture | None:
        spot = QPointF(point) - self._origin()
        active, span = self._scene.active, self._scene.active_span
        if active is not None and span is not None:
            for rect, start in handles(self._page, span):
                if rect.contains(spot):
                    return Resizing(active, span.end if start else span.start, start)
        link = self._page.link_at(spot.x(), spot.y())
        if link:
            return Following(*link)
        item = self._margin_item(point)
        return Pointing(item.marks[-1].id) if item and item.marks else None

    def _begin(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> Selecting:
        position = self.position_at(point)
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            anchor = self._cursor.anchor
            self._put(Cursor(anchor, position), follow=False)
            return Selecting(Span(anchor, anchor), Grain.CHARACTER, point, extending=True)
        self._put(Cursor(position, position), follow=False)
        return Selecting(Span(position, position), Grain.CHARACTER, point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word; another click within the same time selects its sentence."""
        if event.button() != _LEFT or not self._page.rows:
            return
        point = event.position().toPoint()
        held = self._held(point)
        if held:
            self._gesture = held
            return
        self._triple = point
        self._third_click.start(QApplication.doubleClickInterval())
        self._select_by(point, Grain.WORD)

    def _select_by(self, point: QPoint, grain: Grain) -> None:
        span = self._unit_at(point, grain)
        self._gesture = Selecting(span, grain, point)
        self._put(Cursor(span.start, span.end), follow=False)

    def _unit_at(self, point: QPoint, grain: Grain) -> Span:
        position = self.position_at(point)
        if grain is Grain.CHARACTER:
            return Span(position, position)
        place = self.place_at(point)
        inside = place.position if place else position
        if grain is Grain.WORD:
            return word_at(self._page_text(), inside, self._stop(inside))
        index = sentence_at(self._sentences, inside)
        if index is not None and inside <= self._sentences[index].end:
            return self._sentences[index]
        return self._stop(inside)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what the button holds, or point at what is there."""
        point = event.position().toPoint()
        if self._gesture is None:
            self._hover(point)
        elif isinstance(self._gesture, Selecting):
            self._stretch(point)
            self._watch_edge(point)
        elif isinstance(self._gesture, Resizing):
            self._scene.preview = resized(self._gesture, self.position_at(point)) or self._scene.preview
            self._watch_edge(point)
            self.viewport().update()

    def _stretch(self, point: QPoint) -> None:
        gesture = cast("Selecting", self._gesture)
        still = (point - gesture.pressed).manhattanLength() < 3
        if still and gesture.grain is Grain.CHARACTER:
            return
        self._put(Cursor(*stretched(gesture, self._unit_at(point, gesture.grain))), follow=False)

    def _watch_edge(self, point: QPoint) -> None:
        outside = not 0 <= point.y() < self.viewport().height()
        if outside and not self._edge.isActive():
            self._edge.start()
        elif not outside:
            self._edge.stop()

    def _scroll_at_edge(self) -> None:
        point = self.viewport().mapFromGlobal(self.cursor().pos())
        beyond = point.y() if point.y() < 0 else point.y() - self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + max(-120, min(120, beyond)))
        if isinstance(self._gesture, Selecting):
            self._stretch(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the button held."""
        if event.button() != _LEFT:
            return
        gesture, self._gesture = self._gesture, None
        self._edge.stop()
        point = event.position().toPoint()
        if isinstance(gesture, Selecting):
            self._end_selecting(gesture, point)
        elif isinstance(gesture, Resizing):
            self._end_resizing(gesture)
        elif isinstance(gesture, Following):
            spot = QPointF(point) - self._origin()
            if self._page.link_at(spot.x(), spot.y()) == (gesture.row, gesture.link):
                self._follow(gesture.row, gesture.link)
        elif isinstance(gesture, Pointing):
            self._activate(gesture.mark)

    def _end_selecting(self, gesture: Selecting, point: QPoint) -> None:
        if self._cursor.selection is None and not gesture.extending:
            place = self.place_at(point)
            mark = place.marks[-1] if place and place.marks else None
            if mark != self._scene.active:
                self._activate(mark)
        self._settle_selection()

    def _end_resizing(self, gesture: Resizing) -> None:
        span, self._scene.preview = self._scene.preview, None
        if span is not None and span != self._scene.decorations.by_id[gesture.mark].span:
            self.mark_resized.emit((gesture.mark, span))
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / 120
            if steps:
                self.set_zoom(
                    self.zoom + round(10 * steps) if abs(steps) >= 1 else self.zoom + (1 if steps > 0 else -1)
                )
            event.accept()
            return
        super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._light(None)
        self._tell_hover(None)

    def _hover(self, point: QPoint) -> None:
        item = self._margin_item(point)
        self._light(item.span if item else None)
        self._tell_hover(self.place_at(point))
        self.viewport().setCursor(self._shape(point, item))

    def _shape(self, point: QPoint, item: margin.Item | None) -> Qt.CursorShape:
        held = self._held(point)
        if isinstance(held, Resizing):
            return Qt.CursorShape.SizeHorCursor
        if held is not None or item is not None:
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.IBeamCursor

    def _light(self, span: Span | None) -> None:
        if span != self._scene.lit:
            self._scene.lit = span
            self.viewport().update()

    def _tell_hover(self, place: Place | None) -> None:
        if _without_position(place) != _without_position(self._hovered):
            self._hovered = place
            self.hovered.emit(place)

    def _margin_item(self, point: QPoint) -> margin.Item | None:
        if not self._page.rows:
            return None
        spot = QPointF(point) - self._origin()
        if spot.x() >= 0:
            return None
        y = int(spot.y())
        return margin.at(margin.items(self._page, self._scene.decorations, y - 20, y + 20), spot)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tips where something is pointed at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.tip_at(event.pos())
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """What pointing at this point of the viewport says, as rich text; empty where there is nothing to say."""
        item = self._margin_item(point)
        if item is not None:
            return f"<qt>{item.tip}</qt>"
        place = self.place_at(point)
        if place is None:
            return ""
        decorations = self._scene.decorations
        notes = [decorations.by_id[mark].annotation for mark in place.marks]
        return tip_of(decorations.entities.at(place.position), notes)

    # the menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Say where a menu is wanted."""
        if not self._page.rows:
            return
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_at_caret()
            return
        point = event.pos()
        place = self.place_at(point) or Place(self.position_at(point))
        selection = self._cursor.selection
        if selection is not None and not selection.start <= place.position < selection.end:
            selection = None
        if selection is None:
            self._put(Cursor(place.position, place.position), follow=False)
        self._ask(place, selection, event.globalPos())

    def _ask_at_caret(self) -> None:
        self._bring(*self._page.strip(self._cursor.caret))
        start = self._cursor.reach.start
        place = self._place(start)
        if not place.marks and place.entity is None and not self._cursor.selection and start:
            before = self._place(start - 1)
            place = Place(start, before.entity, before.mention, before.marks)
        corner = self.viewport().mapToGlobal(self.caret_rect().bottomLeft())
        self._ask(place, self._cursor.selection, corner)

    def _ask(self, place: Place, selection: Span | None, where: QPoint) -> None:
        self.context_requested.emit(
            ContextAt(place.position, selection, where, place.entity, place.mention, place.marks)
        )

    # the cursor

    def _put(self, cursor: Cursor, *, follow: bool = True) -> None:
        old, self._cursor = self._cursor, cursor
        self._show_cursor()
        if follow and self._page.rows:
            self._follow_caret()
        if cursor.caret != old.caret:
            self.caret_moved.emit(cursor.caret)
            self._describe()
        if cursor.selection != old.selection:
            self.selection_changed.emit(cursor.selection)
            if cursor.selection is None:
                self._settle_selection()

    def _show_cursor(self) -> None:
        scene = self._scene
        scene.selection, scene.caret = self._cursor.selection, self._cursor.caret
        scene.caret_visible = self.hasFocus()
        scene.link = self._focused_link()
        self.viewport().update()

    def _focused_link(self) -> tuple[int, int] | None:
        if not self._page.rows or not self._stops.spans:
            return None
        index = self._page.row_of(self._cursor.caret)
        if self._page.rows[index].kind is RowKind.FOLDED and self._cursor.selection is None:
            return index, 0
        if self._cursor.link is not None and self._page.rows[index - 1].kind is RowKind.LINKS:
            return index - 1, self._cursor.link
        return None

    def _follow_caret(self) -> None:
        if self._scene.link is not None:
            top = self._page.top(self._scene.link[0])
            self._bring(top, top + self._page.faces.pixels(1.55), ease=0)
        else:
            self._bring(*self._page.strip(self._cursor.caret), ease=0)

    def _bring(self, top: int, bottom: int, ease: int | None = None) -> None:
        """Scroll as little as needed (with `ease`), or so that it stands comfortably, if it is not on the screen."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setMaximum(max(bar.maximum(), self._page.height - height))
        slack = self._page.faces.pixels(1.0)
        if bar.value() <= top and bottom <= bar.value() + height:
            return
        if ease is None or bottom - top > height:
            bar.setValue(max(0, top - height // 3))
        elif top < bar.value():
            bar.setValue(max(0, top - slack))
        else:
            bar.setValue(bottom - height + slack)

    def _describe(self) -> None:
        if self._page.rows and self._page.article:
            index, number = self._page.line(self._cursor.caret)
            laid = self._page.laid(index)
            start, end = laid.line_bounds(number)
            self.setAccessibleDescription(laid.words.text[start:end])

    def _settle_selection(self) -> None:
        self._resting.stop()
        self.selection_settled.emit(self._cursor.selection)

    def _fade(self, strength: float) -> None:
        self._scene.flash_strength = strength
        if strength <= 0:
            self._scene.flash = None
        self.viewport().update()


def _without_position(place: Place | None) -> tuple[object, ...]:
    return (place.entity, place.mention, place.marks) if place else (None, None, ())
