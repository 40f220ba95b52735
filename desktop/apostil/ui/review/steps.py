"""The buttons below the sentence, one a step: what their keys do, for who would rather click."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QToolButton

from apostil.domain.entity import Kind
from apostil.ui.models.words import kind_name
from apostil.ui.panels.rows import SAMPLE, kind_icon
from apostil.ui.panels.wrap import WrapLayout
from apostil.ui.review.keys import Step
from apostil.ui.wording import written

if TYPE_CHECKING:
    from apostil.domain.entity import Entity
    from apostil.ui.theme import Theme


class Steps(QFrame):
    """Buttons for each step and each kind, and whether all places of a name are decided on at once.

    Signals:
        taken: a Step, and the Kind that it stands for or None, as a tuple.
    """

    taken = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.buttons = {step: self._button(words, tip, step) for step, words, tip in self._words()}
        self.kinds = {kind: self._kind_button(number, kind) for number, kind in enumerate(Kind, 1)}
        self.everywhere = QCheckBox()
        self.everywhere.setObjectName("reviewEverywhere")
        self.everywhere.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.everywhere.setToolTip(self.tr("Decide for every place of this name in the article (A)"))
        line = WrapLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        first, second, *others = self.buttons.values()
        for part in (first, second, *self.kinds.values(), *others, self.everywhere):
            line.addWidget(part)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        for kind, button in self.kinds.items():
            button.setIcon(kind_icon(kind, theme))

    def show_name(self, entity: Entity, guessed: Kind) -> None:
        """Offer what can be said of one of the places of this entity."""
        places = len(entity.mentions)
        self.everywhere.setText(self.tr("A  All {n} places of this name").format(n=written(places)))
        self.everywhere.setVisible(places > 1)
        if places == 1:
            self.everywhere.setChecked(False)
        for kind, button in self.kinds.items():
            button.setChecked(kind is guessed)

    def toggle_everywhere(self) -> None:
        """Decide on all places of the name, where there are several, or on this one alone again."""
        self.everywhere.setChecked(self.everywhere.isVisible() and not self.everywhere.isChecked())

    def _words(self) -> tuple[tuple[Step, str, str], ...]:
        return (
            (Step.ACCEPT, self.tr("↵ Right"), self.tr("It is as it was guessed (Enter or Y)")),
            (Step.REJECT, self.tr("N Not a name"), self.tr("It is no name (N or Delete)")),
            (Step.SKIP, self.tr("S Skip"), self.tr("Look at it another time (S, Space or Right); back with Left")),
            (Step.START_BACK, self.tr("{ ← start"), self.tr("Begin one word earlier ({)")),
            (Step.START_ON, self.tr("} start →"), self.tr("Begin one word later (})")),
            (Step.END_BACK, self.tr("[ ← end"), self.tr("End one word earlier ([)")),
            (Step.END_ON, self.tr("] end →"), self.tr("End one word later (])")),
            (Step.UNDO, self.tr("U Undo"), self.tr("Take the last decision back (U or Ctrl+Z)")),
        )

    def _button(self, words: str, tip: str, step: Step, kind: Kind | None = None) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setAccessibleName(tip)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._take, step, kind))
        return button

    def _kind_button(self, number: int, kind: Kind) -> QToolButton:
        tip = self.tr("It is of this kind: {kind} ({number})").format(kind=kind_name(kind), number=number)
        button = self._button(f"{number} {kind_name(kind).capitalize()}", tip, Step.RETYPE, kind)
        button.setIconSize(SAMPLE)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        return button

    def _take(self, step: Step, kind: Kind | None, _checked: bool = False) -> None:
        self.taken.emit((step, kind))
