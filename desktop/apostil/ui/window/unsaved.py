"""Asks what is to become of a note that could not be saved when the window is closed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt


def may_lose_note(reason: str) -> bool:
    """Whether a person would rather close than wait until the note can be saved."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.NoIcon, "Apostil", _tr("The note that you typed could not be saved."))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(reason or _tr("Free some space on the disk, or copy the note somewhere else first."))
    box.addButton(_tr("Keep the window open"), QMessageBox.ButtonRole.RejectRole)
    close = box.addButton(_tr("Close and lose the note"), QMessageBox.ButtonRole.DestructiveRole)
    box.exec()
    lost = box.clickedButton() is close
    box.deleteLater()
    return lost


def _tr(words: str) -> str:
    return QCoreApplication.translate("Unsaved", words)
