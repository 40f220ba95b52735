"""The entities by which the library is filtered: a chip for each, and whether all or any of them are to be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QToolButton, QWidget

from apostil.ui.icons import dress
from apostil.ui.models.words import kind_name, shortened
from apostil.ui.panels.rows import SAMPLE, kind_icon
from apostil.ui.panels.wrap import WrapLayout

if TYPE_CHECKING:
    from apostil.domain.names import Named
    from apostil.ui.theme import Theme

LONGEST = 26
"""Characters of a name on its chip."""


class Chip(QFrame):
    """An entity of the filter: its name leads to its page, the cross takes it out, and so do Del and Backspace.

    Signals:
        opened: the Named whose page is wanted.
        removed: the Named that is not to be filtered by any more.
    """

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, named: Named, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.named = named
        self.name = QToolButton()
        self.name.setText(shortened(named.name, LONGEST).replace("&", "&&"))
        self.name.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.name.setIconSize(SAMPLE)
        words = self.tr("Everything about “{name}” ({kind})").format(name=named.name, kind=kind_name(named.kind))
        self.name.setAccessibleName(words)
        self.name.setToolTip(words.replace("<", "&lt;"))
        self.name.clicked.connect(lambda _checked: self.opened.emit(self.named))
        self.cross = QToolButton()
        self.cross.setAccessibleName(self.tr("Do not filter by “{}”").format(named.name))
        self.cross.setToolTip(self.tr("Take it out of the filter (Del)"))
        self.cross.clicked.connect(lambda _checked: self.removed.emit(self.named))
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.name)
        row.addWidget(self.cross)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.name.setIcon(kind_icon(self.named.kind, theme))
        dress(self.cross, "close", theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del and Backspace take it out."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit(self.named)
        else:
            super().keyPressEvent(event)


class EntityFilter(QWidget):
    """The chips, in the order in which they were chosen; hidden while there is none.

    Signals:
        changed: another filter holds.
        opened: the Named whose page is wanted.
    """

    changed = Signal()
    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[Chip] = []
        self.together = QComboBox()
        self.together.addItems([self.tr("All of them"), self.tr("Any of them")])
        self.together.setAccessibleName(self.tr("Articles that name"))
        self.together.setToolTip(self.tr("Show articles that name all of these, or any of them"))
        self.together.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._line = WrapLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)
        self._line.addWidget(self.together)
        self._arrange()

    @property
    def chosen(self) -> tuple[Named, ...]:
        """The entities that are filtered by."""
        return tuple(chip.named for chip in self._chips)

    @property
    def all_of_them(self) -> bool:
        """Whether an article has to name all of them."""
        return self.together.currentIndex() == 0

    def add(self, named: Named) -> None:
        """Filter by this one too."""
        if named.identity in {one.identity for one in self.chosen}:
            return
        chip = Chip(named, self._theme, self)
        chip.opened.connect(self.opened)
        chip.removed.connect(self.remove)
        self._chips.append(chip)
        self._line.addWidget(chip)
        self._arrange()
        self.changed.emit()

    def remove(self, named: Named) -> None:
        """Filter by this one no more."""
        gone = [chip for chip in self._chips if chip.named.identity == named.identity]
        for chip in gone:
            self._take(chip)
        if gone:
            self._arrange()
            self.changed.emit()

    def remove_last(self) -> None:
        """Filter no more by the one that was chosen last."""
        if self._chips:
            self.remove(self._chips[-1].named)

    def clear(self) -> None:
        """Filter by none."""
        chips, self._chips = self._chips, []
        for chip in chips:
            self._take(chip)
        if chips:
            self._arrange()
            self.changed.emit()

    def words(self) -> str:
        """The filter in words, without the names, which stand on the chips; nothing where there is none."""
        if not self._chips:
            return ""
        if len(self._chips) == 1:
            return self.tr("with this name")
        return self.tr("with all of these names") if self.all_of_them else self.tr("with any of these names")

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        for chip in self._chips:
            chip.set_theme(theme)

    def _take(self, chip: Chip) -> None:
        if chip in self._chips:
            self._chips.remove(chip)
        self._line.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _arrange(self) -> None:
        self.setVisible(bool(self._chips))
        self.together.setVisible(len(self._chips) > 1)
