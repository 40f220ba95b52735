"""What a person is offered where a library cannot be opened: its newest good copy, another library, or to leave it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from apostil.domain.errors import LibraryDamagedError
from apostil.store import backups

if TYPE_CHECKING:
    from pathlib import Path

    from apostil.domain.errors import ApostilError


@dataclass(frozen=True, slots=True)
class Choice:
    """The library to try next; with a copy, that one is to take the library's place first."""

    path: Path
    copy: Path | None = None


def ask(path: Path, error: ApostilError, *, leave: str) -> Choice | None:
    """Say why a library cannot be opened and offer what can be done; `leave` names the way out, which gives None."""
    from PySide6.QtWidgets import QMessageBox

    from apostil.ui import chooser

    copy = backups.newest_good(path) if isinstance(error, LibraryDamagedError) else None
    box = QMessageBox(QMessageBox.Icon.NoIcon, _tr("The library cannot be opened"), error.message)
    box.setTextFormat(Qt.TextFormat.PlainText)
    use = None
    if copy is not None:
        box.setInformativeText(
            _tr("The newest good copy is of {}. The file that cannot be read is kept beside it.").format(_day(copy))
        )
        use = box.addButton(_tr("Use the copy"), QMessageBox.ButtonRole.AcceptRole)
    other = box.addButton(_tr("Open another library…"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(leave, QMessageBox.ButtonRole.RejectRole)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    if use is not None and copy is not None and chosen is use:
        return Choice(path, copy)
    another = chooser.library_to_open(None) if chosen is other else None
    return None if another is None else Choice(another)


def restore(copy: Path, path: Path) -> str:
    """Put the copy in the library's place, and say so in a sentence.

    Raises:
        LibraryError: where that cannot be done; everything is as it was then.
    """
    aside = backups.restore(copy, path)
    kept = _tr(" The file that could not be read is kept as “{}”.").format(aside.name) if aside else ""
    return _tr("This is the copy of {}.").format(_day(copy)) + kept


def _day(copy: Path) -> str:
    from PySide6.QtCore import QDateTime, QLocale

    made = QDateTime.fromSecsSinceEpoch(int(backups.made(copy).timestamp()))
    return QLocale().toString(made, "d MMMM yyyy, HH:mm")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Recovery", words)
