"""The rows of the entities: how a name is drawn, and what keys and clicks do there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from apostil.domain.doubts import is_guess
from apostil.services.corrections.operations import Operation
from apostil.ui.forms import APART
from apostil.ui.models.entity_model import Roles
from apostil.ui.panels.rows import PAD, RowDelegate, RowView, draw_line, small_font
from apostil.ui.reader.underlines import STRONG, THIN
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from apostil.domain.entity import Entity
    from apostil.ui.models.index import Index


class EntityDelegate(RowDelegate):
    """Draws a name above the line of its kind, as it stands in the article, and its facts below.

    What a person confirmed has a stronger name and a stronger line; the facts say it in a word.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 Qt's own signature
        """Every row is as high as the others."""
        name = QFontMetricsF(option.font).height()
        return QSize(120, round(name + 6 + QFontMetricsF(small_font(option.font)).height()) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entity."""
        entity: Entity = index.data(Roles.ENTITY)
        painter.save()
        self.draw_ground(painter, option)
        left, width = option.rect.left() + APART, option.rect.width() - 2 * APART
        font = _face(option.font, entity)
        metrics = QFontMetricsF(font)
        top = option.rect.top() + PAD
        painter.setFont(font)
        painter.setPen(self.theme.color(Tone.INK))
        name = metrics.elidedText(entity.name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(left, round(top + metrics.ascent()), name)
        line = self.theme.kind(entity.kind)
        weight = STRONG if _is_sure(entity) else THIN
        foot = QPointF(left, top + metrics.height() + 1.5)
        draw_line(painter, foot, max(16.0, metrics.horizontalAdvance(name)), entity.kind, line, weight)
        small = small_font(option.font)
        painter.setFont(small)
        painter.setPen(self.theme.color(Tone.SOFT))
        facts = QFontMetricsF(small).elidedText(index.data(Roles.FACTS), Qt.TextElideMode.ElideRight, width)
        painter.drawText(left, round(top + metrics.height() + 6 + QFontMetricsF(small).ascent()), facts)
        painter.restore()


def _is_sure(entity: Entity) -> bool:
    return not any(is_guess(entity, mention) for mention in entity.mentions)


def _face(base: QFont, entity: Entity) -> QFont:
    font = QFont(base)
    if _is_sure(entity):
        font.setWeight(QFont.Weight.DemiBold)
    return font


class EntityView(RowView):
    """The list: a click or Right goes to the next mention, with Shift to the one before, and so does Left.

    A double click or Enter asks for everything about the entity; F2 renames it, and Delete says that it is no name.

    Signals:
        stepped: (row, 1 or -1) as a tuple, instead of `wanted`.
        asked: the row whose entity is to be told everything about.
        corrected: (row, Operation) as a tuple: the entity is to be corrected so.
    """

    stepped = Signal(object)
    asked = Signal(object)
    corrected = Signal(object)

    OPENING = frozenset({Qt.Key.Key_Right})
    CORRECTING: ClassVar = {Qt.Key.Key_F2: Operation.RENAME, Qt.Key.Key_Delete: Operation.NO_NAME}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("entityList", parent, uniform=True)
        self._doubled = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left goes back, and Enter asks."""
        operation = next((one for key, one in self.CORRECTING.items() if key == event.key()), None)
        if operation is not None and self.currentIndex().isValid():
            self.corrected.emit((self.currentIndex().row(), operation))
        elif event.key() == Qt.Key.Key_Left and self.currentIndex().isValid():
            self.stepped.emit((self.currentIndex().row(), -1))
        elif event.key() in RowView.OPENING and self.currentIndex().isValid():
            self.asked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask; the button that is let go after that steps no further."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._doubled = True
            self.asked.emit(index.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes on to the next mention."""
        if self._doubled:
            self._doubled = False
        else:
            super().mouseReleaseEvent(event)

    def open_row(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Go on, with Shift back."""
        self.stepped.emit((row, -1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1))
