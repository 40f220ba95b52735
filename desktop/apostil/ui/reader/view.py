"""The reader: shows an article and everything that lies on it, and says what its reader does.

It paints the words itself, from the article's own text, and never reads them back. Keys:

- arrows, Ctrl+Left/Right (word), Ctrl+Up/Down (block), Home/End (line), Ctrl+Home/End, PageUp/PageDown move the caret;
  with Shift they select;
- Alt+Up/Down select the sentence before or after, with Shift one more of them; Ctrl+A selects the article; Escape
  clears the selection, then the choice of a mark;
- [ and ], or Shift+Alt+Left/Right, move the end of the chosen mark by a word; { and }, or Shift+Alt+Home/End, or
  Ctrl+Shift+Alt+Left/Right, its start;
- Return or Space follows the link that the caret is on (folded teasers); Left and Right go along such links;
- Menu or Shift+F10 asks for the menu at the caret; Ctrl with the wheel zooms;
- Tab goes to the map of the summary, where there is one.

A drag, of a selection or of a mark's end, takes whole words once it has left the one it began in; with Alt, letters.

Letters, digits and Delete are left to the window's actions.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from apostil.domain.spans import Span
from apostil.ui.reader.area import LINE, PageArea
from apostil.ui.reader.folds import Folds
from apostil.ui.reader.gestures import Following, Gesture, Grain, Pointing, Resizing, Selecting
from apostil.ui.reader.hearing import announce, listened_to, words_about
from apostil.ui.reader.keys import Command, Move, Request, Resize, Stride, request_of
from apostil.ui.reader.motion import Flash
from apostil.ui.reader.paint import Painting, Scene, draw_hint
from apostil.ui.reader.places import ContextAt, Place
from apostil.ui.reader.rows import Link, RowKind
from apostil.ui.reader.sheet import Sheet
from apostil.ui.reader.summary_map import SummaryMap
from apostil.ui.reader.walking import Cursor
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from apostil.domain.annotation import Annotation, AnnotationId
    from apostil.domain.article import Article
    from apostil.domain.entity import Entity, Kind
    from apostil.ui.reader.margin import Item
    from apostil.ui.theme import Theme

__all__ = ["ContextAt", "Place", "ReaderView"]

REST = 400
"""Milliseconds after which a selection made with keys counts as made."""
EDGE_SCROLL = 30
"""Milliseconds between two steps while a drag is held beyond the edge."""
_LEFT = Qt.MouseButton.LeftButton
_BY_KEY = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class ReaderView(PageArea):
    """Shows one article and tells what is selected, pointed at and asked for in it; positions are code points.

    Signals, besides those of the area:
        selection_changed: the selected `Span`, or None.
        selection_settled: the selected `Span` when the mouse is released or the keys rest, or None at once.
        caret_moved: the position of the caret.
        mark_activated: the `AnnotationId` that was chosen here, or None.
        mark_resized: a tuple of the `AnnotationId` and the `Span` it is to have.
        roles_requested: a tuple of the indexes of the blocks to take back into the article.
        context_requested: a `ContextAt`.
        hovered: the `Place` under the mouse, or None.
    """

    selection_changed = Signal(object)
    selection_settled = Signal(object)
    caret_moved = Signal(int)
    mark_activated = Signal(object)
    mark_resized = Signal(object)
    roles_requested = Signal(object)
    context_requested = Signal(object)
    hovered = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet(self.page, Scene(theme))
        self._scene = self._sheet.scene
        self._gesture: Gesture | None = None
        self._hovered: Place | None = None
        self._folds = Folds()
        self._ring = False
        self._last_double_click = QPoint()
        self._flash = Flash(self)
        self._flash.faded.connect(self._fade)
        self._resting = QTimer(self, singleShot=True, interval=REST)
        self._resting.timeout.connect(self._settle_selection)
        self._edge = QTimer(self, interval=EDGE_SCROLL)
        self._edge.timeout.connect(self._scroll_at_edge)
        self._third_click = QTimer(self, singleShot=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Article"))
        self.map = SummaryMap(self.page, theme, self.viewport())
        self.map.passed.connect(self.reveal)
        self.map.left.connect(self._take_keyboard)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    # what is shown

    def show_article(self, article: Article | None) -> None:
        """Show this article from its beginning, without anything on it; None shows an empty page."""
        self.stop_motion()
        scene = self._scene
        scene.decorations.clear()
        self.map.show_sentences(())
        scene.active, scene.lit, scene.preview, scene.revealed = None, None, None, None
        self._sheet.sentences = ()
        self._gesture = None
        self._folds.leave(self.page)
        self.page.show(article)
        self._folds.enter(self.page)
        self.fit()
        self.renewed()
        self.verticalScrollBar().setValue(0)
        self._put(Cursor(), follow=False)
        self._describe()
        self.arrange()

    @property
    def article(self) -> Article | None:
        """What is shown."""
        return self.page.article

    def set_facts(self, facts: str) -> None:
        """Write this line of facts under the headline."""
        if facts != self.page.facts:
            self.keep(lambda: self.page.set_facts(facts))

    def set_hint(self, title: str, words: str = "") -> None:
        """Say this on the page while no article is on it."""
        self._scene.hint = (title, words)
        self._describe()
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._scene.theme = theme
        self.map.set_theme(theme)
        self.viewport().update()

    def set_marks(self, marks: Sequence[Annotation]) -> None:
        """Show these marks instead of the old ones."""
        self._scene.decorations.set_marks(marks)
        if self._scene.active not in self._scene.decorations.by_id:
            self._scene.active = None
        self._scene.preview = None
        self.viewport().update()

    def set_entities(self, entities: Sequence[Entity], visible_kinds: frozenset[Kind]) -> None:
        """Underline the mentions of these kinds."""
        self._scene.decorations.set_entities(entities, frozenset(visible_kinds))
        self.viewport().update()

    def set_summary(self, sentences: Sequence[Span], pinned: Collection[Span] = ()) -> None:
        """Give these sentences a bar in the margin and a tick on the map, a wider one to those that are pinned."""
        self._scene.decorations.set_summary(sentences)
        self.map.show_sentences(sentences, pinned)
        self.viewport().update()

    def set_hits(self, hits: Sequence[Span], current: int | None = None) -> None:
        """Show what a search found, and which of it is the current hit."""
        self._scene.decorations.set_hits(hits, current)
        self.viewport().update()

    def set_sentences(self, sentences: Sequence[Span]) -> None:
        """Know these sentences, in order, for selecting them."""
        self._sheet.sentences = tuple(sentences)

    # selection, caret and the chosen mark

    def selection(self) -> Span | None:
        """What is selected."""
        return self._sheet.cursor.selection

    def select(self, span: Span) -> None:
        """Select this span and show its end."""
        self._put(Cursor(span.start, span.end))
        self._settle_selection()

    def clear_selection(self) -> None:
        """Select nothing and leave the caret where it is."""
        self._put(Cursor(self.caret, self.caret), follow=False)

    @property
    def caret(self) -> int:
        """The position of the caret."""
        return self._sheet.cursor.caret

    def set_caret(self, position: int) -> None:
        """Put the caret at this position, or at the nearest one where it can stand, and select nothing."""
        position = self._sheet.stops.snap(position)
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
        marks = self._sheet.marks_at(self._sheet.cursor.reach)
        if not marks:
            self._activate(None)
            return
        index = marks.index(self._scene.active) + 1 if self._scene.active in marks else 0
        self._activate(marks[index % len(marks)])

    def _activate(self, mark: AnnotationId | None) -> None:
        self.set_active_mark(mark)
        if mark is not None:
            announce(self, words_about(self._scene.decorations.by_id[mark].annotation))
        self.mark_activated.emit(mark)

    # places on the screen

    def reveal(self, span: Span, flash: bool = True) -> None:
        """Bring this span onto the screen, unfolding what hides it, and flash it.

        What was flashed keeps a thin outline until the caret moves, or until something else is brought here.
        """
        if not self.page.rows:
            return
        self._scene.revealed = span if flash else None
        self._unfold(span)
        last = max(span.start, span.end - 1)
        self.bring(self.page.strip(span.start)[0], self.page.strip(last)[1])
        if flash:
            self._flash.start()
            self._scene.flash = span if self._flash.running else None
        self.viewport().update()

    def forget_revealed(self) -> None:
        """Take the outline away from what was brought onto the screen last."""
        self._scene.revealed = None
        self.viewport().update()

    def stop_motion(self) -> None:
        """End the flash and everything else here that a timer drives, now."""
        super().stop_motion()
        self._flash.stop()
        for timer in (self._resting, self._edge, self._third_click):
            timer.stop()

    def selection_rects(self) -> list[QRectF]:
        """The rectangles on the viewport that the selection covers, those off the screen left out."""
        span, origin = self.selection(), self.origin()
        rects = [] if span is None else self._sheet.rects(span, *self.shown())
        area = QRectF(self.viewport().rect())
        return [rect.translated(origin) for rect in rects if rect.translated(origin).intersects(area)]

    def caret_rect(self) -> QRect:
        """Where the caret is on the viewport."""
        if not self.page.rows:
            return QRect()
        self.lay_out(self.caret)
        return self.page.caret_rect(self.caret).translated(self.origin()).toAlignedRect()

    def point_of(self, position: int) -> QPoint:
        """A point on the viewport at the left of the character at this position, on the screen or not."""
        self.lay_out(position)
        rect = self.page.caret_rect(position).translated(self.origin())
        return QPoint(round(rect.x()) + 1, round(rect.center().y()))

    def position_at(self, point: QPoint) -> int:
        """The position nearest to this point of the viewport."""
        return self._sheet.position_at(self._spot(point))

    def place_at(self, point: QPoint) -> Place | None:
        """What lies under this point of the viewport."""
        return self._sheet.place_at(self._spot(point))

    def tip_at(self, point: QPoint) -> str:
        """What pointing at this point of the viewport says, as rich text; empty where there is nothing to say."""
        return self._sheet.tip_at(self._spot(point))

    def _spot(self, point: QPoint) -> QPointF:
        return QPointF(point) - self.origin()

    # folds

    def set_unfolded(self, unfolded: bool) -> None:
        """Show every folded run, or fold them all."""
        runs = (row.blocks for row in self.page.rows if row.kind is RowKind.FOLDED)
        shown = frozenset(chain(self.page.shown, *runs)) if unfolded else frozenset()
        self.keep(lambda: self.page.set_shown(shown))

    def _unfold(self, span: Span) -> None:
        rows = self.page.rows
        hidden = [rows[i].blocks for i in self.page.rows_over(span) if rows[i].kind is RowKind.FOLDED]
        if hidden:
            self.keep(lambda: self.page.set_shown(self.page.shown.union(*hidden)))

    def _follow(self, index: int, link: Link) -> None:
        row = self.page.rows[index]
        if link is Link.TAKE_BACK:
            self.roles_requested.emit(tuple(row.blocks))
            return
        shown = self.page.shown.union(row.blocks) if link is Link.SHOW else self.page.shown.difference(row.blocks)
        self.keep(lambda: self.page.set_shown(shown))
        self._put(Cursor(row.span.start, row.span.start, link=0 if link is Link.SHOW else None), follow=False)

    def renewed(self) -> None:
        """Learn the page's new rows."""
        self._sheet.renew()
        self._show_cursor()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what has to be painted anew."""
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, self._scene.theme.color(Tone.PAPER))
        if not self.page.rows:
            draw_hint(painter, self.viewport().rect(), self._scene)
        origin = self.origin()
        painter.translate(origin)
        top = area.top() - round(origin.y())
        room = self.viewport().width() - origin.x() - self.page.column
        Painting(painter, self.page, self._scene).paint(top, top + area.height(), room)
        painter.resetTransform()
        if self._ring and self.hasFocus():
            painter.setPen(QPen(self._scene.theme.color(Tone.ACCENT), 2))
            painter.drawRect(self.viewport().rect().adjusted(2, 2, -2, -2))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret, and a ring where the keyboard came here."""
        super().focusInEvent(event)
        self._ring = self._ring or event.reason() in _BY_KEY
        self._show_cursor()

    def _take_keyboard(self, span: Span | None) -> None:
        """Go on with the keyboard in the text, at this place of it or where the caret is."""
        if span is not None:
            self.set_caret(span.start)
        self.setFocus(Qt.FocusReason.TabFocusReason)

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

    def _takes(self, request: Request) -> bool:
        if not self.page.rows:
            return False
        if request is Command.CLEAR:
            return self.selection() is not None or self._scene.active is not None
        if request is Command.ACTIVATE:
            return self._scene.link is not None
        return not isinstance(request, Resize) or self._scene.active is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks, or leave it to the window."""
        request = request_of(event.key(), event.modifiers())
        if request is None or not self._takes(request):
            event.ignore()
        elif isinstance(request, Move):
            self._move(request)
        elif isinstance(request, Resize):
            self._resize_by_word(request)
        else:
            self._obey(request)

    def _move(self, move: Move) -> None:
        screen = self.verticalScrollBar().pageStep()
        if move.stride is Stride.PAGE and self.page.rows:
            self._fetch_caret()
            before = self.page.strip(self.caret)[0]
            self._put(self._sheet.moved(move, screen), follow=False)
            self.scroll_by(self.page.strip(self.caret)[0] - before)
            self._bring_caret()
        else:
            self._put(self._sheet.moved(move, screen))
        self._resting.start()
        if listened_to():
            announce(self, self._sheet.heard(move))

    def _fetch_caret(self) -> None:
        """Bring a caret that was left off the screen to the page that is on it: that is the one to turn."""
        top, bottom = self.page.strip(self.caret)
        if bottom <= self.shown()[0] or top >= self.shown()[1]:
            position = self._sheet.stops.snap(self.top_position())
            self._sheet.cursor = Cursor(self._sheet.cursor.anchor if self.selection() else position, position)

    def _obey(self, command: Command) -> None:
        if command is Command.SELECT_ALL:
            whole = self._sheet.stops.whole()
            self._put(Cursor(whole.start, whole.end), follow=False)
            self._settle_selection()
        elif command is Command.CONTEXT:
            self._ask_at_caret()
        elif command is Command.ACTIVATE and self._scene.link is not None:
            index, number = self._scene.link
            self._follow(index, self._sheet.link(index, number))
        elif self.selection():
            self.clear_selection()
        else:
            self._activate(None)

    def _resize_by_word(self, request: Resize) -> None:
        active = self._scene.active
        if active is not None:
            span = self._scene.decorations.by_id[active].span
            self.mark_resized.emit((active, self._sheet.resized(span, request)))

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, to resize, or to follow a link."""
        if event.button() != _LEFT:
            event.ignore()
            return
        if not self.page.rows:
            return
        self._ring = False
        point = event.position().toPoint()
        near = (point - self._last_double_click).manhattanLength() < QApplication.startDragDistance()
        if self._third_click.isActive() and near:
            self._select_by(point, Grain.SENTENCE)
        else:
            self._gesture = self._sheet.held_at(self._spot(point)) or self._begin(point, event.modifiers())

    def _begin(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> Selecting:
        position = self.position_at(point)
        extending = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        anchor = self._sheet.cursor.anchor if extending else position
        self._put(Cursor(anchor, position), follow=False)
        return Selecting(Span(anchor, anchor), Grain.CHARACTER, point, extending)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word; another click within the same time selects its sentence."""
        if event.button() != _LEFT or not self.page.rows:
            return
        point = event.position().toPoint()
        self._gesture = self._sheet.held_at(self._spot(point))
        if self._gesture is None:
            self._last_double_click = point
            self._third_click.start(QApplication.doubleClickInterval())
            self._select_by(point, Grain.WORD)

    def _select_by(self, point: QPoint, grain: Grain) -> None:
        span = self._sheet.unit_at(self._spot(point), grain)
        self._gesture = Selecting(span, grain, point)
        self._put(Cursor(span.start, span.end), follow=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what the button holds, or point at what is there."""
        point = event.position().toPoint()
        if self._gesture is None:
            self._hover(point)
            return
        self._stretch(point, event.modifiers())
        outside = not 0 <= point.y() < self.viewport().height()
        if outside != self._edge.isActive() and isinstance(self._gesture, (Selecting, Resizing)):
            (self._edge.start if outside else self._edge.stop)()

    def _stretch(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        gesture, spot = self._gesture, self._spot(point)
        letters = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        if isinstance(gesture, Resizing):
            self._scene.preview = self._sheet.dragged(gesture, spot, letters=letters) or self._scene.preview
            self.viewport().update()
        elif isinstance(gesture, Selecting):
            still = (point - gesture.pressed).manhattanLength() < 3
            if not still or gesture.grain is not Grain.CHARACTER:
                self._put(self._sheet.stretched(gesture, spot, letters=letters), follow=False)

    def _scroll_at_edge(self) -> None:
        point = self.viewport().mapFromGlobal(self.cursor().pos())
        beyond = point.y() if point.y() < 0 else point.y() - self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + max(-120, min(120, beyond)))
        self._stretch(point, QApplication.keyboardModifiers())

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
        elif isinstance(gesture, Following) and self._sheet.held_at(self._spot(point)) == gesture:
            self._follow(gesture.row, gesture.link)
        elif isinstance(gesture, Pointing):
            self._activate(gesture.mark)

    def _end_selecting(self, gesture: Selecting, point: QPoint) -> None:
        if self.selection() is None and not gesture.extending:
            place = self.place_at(point)
            mark = place.marks[-1] if place and place.marks else None
            if mark != self._scene.active:
                self._activate(mark)
        self._settle_selection()

    def _end_resizing(self, gesture: Resizing) -> None:
        span, self._scene.preview = self._scene.preview, None
        mark = self._scene.decorations.by_id.get(gesture.mark)
        if span is not None and mark is not None and span != mark.span:
            self.mark_resized.emit((gesture.mark, span))
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._light(None)
        self._tell_hover(None)

    def _hover(self, point: QPoint) -> None:
        spot = self._spot(point)
        item = self._sheet.item_at(spot)
        self._light(item.span if item else None)
        self._tell_hover(self._sheet.place_at(spot))
        self.viewport().setCursor(_shape(self._sheet.held_at(spot), item))

    def _light(self, span: Span | None) -> None:
        if span != self._scene.lit:
            self._scene.lit = span
            self.viewport().update()

    def _tell_hover(self, place: Place | None) -> None:
        if _things(place) != _things(self._hovered):
            self._hovered = place
            self.hovered.emit(place)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tips where something is pointed at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    # the menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Say where a menu is wanted."""
        if not self.page.rows:
            return
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_at_caret()
            return
        place = self.place_at(event.pos()) or Place(self.position_at(event.pos()))
        selection = self.selection()
        if selection is None or not selection.start <= place.position < selection.end:
            selection = None
            self._put(Cursor(place.position, place.position), follow=False)
        self._ask(place, selection, event.globalPos())

    def _ask_at_caret(self) -> None:
        self.bring(*self.page.strip(self.caret))
        corner = self.viewport().mapToGlobal(self.caret_rect().bottomLeft())
        self._ask(self._sheet.place_of_caret(), self.selection(), corner)

    def _ask(self, place: Place, selection: Span | None, where: QPoint) -> None:
        self.context_requested.emit(
            ContextAt(place.position, selection, where, place.entity, place.mention, place.marks)
        )

    # the cursor

    def _put(self, cursor: Cursor, *, follow: bool = True) -> None:
        old, self._sheet.cursor = self._sheet.cursor, cursor
        self._show_cursor()
        if follow and self.page.rows:
            self._bring_caret()
        if (cursor.anchor, cursor.caret) != (old.anchor, old.caret):
            self._scene.revealed = None
        if cursor.caret != old.caret:
            self._describe()
            self.caret_moved.emit(cursor.caret)
        if cursor.selection != old.selection:
            self.selection_changed.emit(cursor.selection)
            if cursor.selection is None:
                self._settle_selection()

    def _show_cursor(self) -> None:
        self._sheet.show_cursor(focused=self.hasFocus())
        self.viewport().update()

    def _bring_caret(self) -> None:
        if self._scene.link is None:
            self.bring(*self.page.strip(self.caret), gently=True)
        else:
            top = self.page.top(self._scene.link[0])
            self.bring(top, top + self.page.faces.pixels(LINE), gently=True)

    def _describe(self) -> None:
        if self.page.rows:
            index, number = self.page.line(self.caret)
            laid = self.page.laid(index)
            start, end = laid.line_bounds(number)
            self.setAccessibleDescription(laid.words.text[start:end])
        else:
            self.setAccessibleDescription(" ".join(self._scene.hint).strip())

    def _settle_selection(self) -> None:
        self._resting.stop()
        self.selection_settled.emit(self.selection())

    def _fade(self, strength: float) -> None:
        self._scene.flash_strength = strength
        if strength <= 0:
            self._scene.flash = None
        self.viewport().update()


def _things(place: Place | None) -> tuple[object, ...]:
    return (place.entity, place.mention, place.marks) if place else (None, None, ())


def _shape(held: Gesture | None, item: Item | None) -> Qt.CursorShape:
    if isinstance(held, Resizing):
        return Qt.CursorShape.SizeHorCursor
    if held is not None or item is not None:
        return Qt.CursorShape.PointingHandCursor
    return Qt.CursorShape.IBeamCursor
