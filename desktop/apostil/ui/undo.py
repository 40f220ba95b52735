"""Edits on Qt's undo stack: the domain knows how to take an edit back, Qt shows the stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from apostil.domain.edits import AnnotationsEdit, Edit

if TYPE_CHECKING:
    from collections.abc import Callable

JOINS = 1
"""The id of commands that may join the one before; Qt asks only commands of equal id."""


class EditCommand(QUndoCommand):
    """One edit that was applied already; Qt's first call to redo, made when it is pushed, does nothing."""

    def __init__(self, edit: Edit, apply: Callable[[Edit], bool]) -> None:
        super().__init__(edit.label)
        self.edit = edit
        self._apply = apply
        self._applied = True

    def redo(self) -> None:
        """Apply the edit, unless that was done before it came here."""
        if self._applied:
            self._applied = False
            return
        self.setObsolete(not self._apply(self.edit))

    def undo(self) -> None:
        """Take the edit back."""
        self.setObsolete(not self._apply(self.edit.inverse()))

    def id(self) -> int:
        """Which commands Qt offers to `mergeWith`."""
        typing = isinstance(self.edit, AnnotationsEdit) and self.edit.typing
        return JOINS if typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Join a later command: the next keystroke in a note."""
        if not isinstance(other, EditCommand):
            return False
        joined = self._joined(other)
        if joined is not None:
            self.edit = joined
            self.setText(joined.label)
        return joined is not None

    def _joined(self, other: EditCommand) -> Edit | None:
        if isinstance(self.edit, AnnotationsEdit) and isinstance(other.edit, AnnotationsEdit):
            return self.edit.joined(other.edit)
        return None
