"""Asks, over the window, what an import needs to know; the work behind it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.provenance import Choice
    from apostil.services.importing.items import Locked, Undecided


class WindowAsker(QObject):
    """One question at a time."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: QDialog | None = None

    def password(self, locked: Locked, more: int, answer: Callable[[str | None, bool], None]) -> None:
        """Ask for the password of a file."""
        from apostil.ui.dialogs.password import PasswordDialog

        dialog = PasswordDialog(locked.item.name, self._window, wrong=locked.item.asked, more=more)
        self._open(dialog, lambda given: answer(dialog.password() if given else None, dialog.skips_all))

    def book(self, book: Undecided, more: int, answer: Callable[[Choice | None, bool], None]) -> None:
        """Ask whether a book is to be one article or one for each chapter."""
        from apostil.ui.dialogs.book import BookDialog

        dialog = BookDialog(book.item.name, book.chapters, self._window, more=more)
        self._open(dialog, lambda given: answer(dialog.choice() if given else None, dialog.for_all()))

    def close(self) -> None:
        """Ask no more, and answer nothing."""
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.close()
            dialog.deleteLater()

    def _open(self, dialog: QDialog, ended: Callable[[bool], None]) -> None:
        def end(result: int) -> None:
            if self._dialog is dialog:
                self._dialog = None
                dialog.deleteLater()
                ended(result == QDialog.DialogCode.Accepted)

        self._dialog = dialog
        dialog.finished.connect(end)
        dialog.open()
