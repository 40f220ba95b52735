"""The windows that are open, and how one of them comes to its library."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMessageBox

from apostil.domain.errors import ApostilError, LibraryDamagedError
from apostil.store import backups
from apostil.store.library import Library
from apostil.ui import chooser
from apostil.ui.session import Session, Surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Sessions(QObject):
    """All windows of one program."""

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._sessions: list[Session] = []

    def open(self, path: Path, files: Sequence[Path] = ()) -> Session | None:
        """A window on this library with these files opened; None where it could not be had."""
        library = self._library(path)
        if library is None:
            return None
        session = Session(library, self._surroundings)
        self._sessions.append(session)
        session.library_wanted.connect(lambda wanted: self._exchange(session, wanted))
        session.window_wanted.connect(lambda: self.open(library.path))
        session.ended.connect(lambda: self._forget(session))
        session.show()
        if files:
            session.importer.open_files(files)
        return session

    def close(self) -> None:
        """Close every window."""
        for session in tuple(self._sessions):
            session.close()

    def _exchange(self, session: Session, path: Path) -> None:
        opened = self.open(path)
        if opened is not None:
            session.close()
            opened.remember()

    def _forget(self, session: Session) -> None:
        self._sessions.remove(session)
        session.deleteLater()

    def _library(self, path: Path) -> Library | None:
        while True:
            try:
                return Library.open(path)
            except LibraryDamagedError as error:
                other = _choose_another(path, error)
            except ApostilError as error:
                _say(error.message)
                other = chooser.library_to_open(None)
            if other is None:
                return None
            path = other


def _choose_another(path: Path, error: LibraryDamagedError) -> Path | None:
    """What to open in the stead of a library that cannot be read: its newest good copy, another one, or none."""
    copy = backups.newest_good(path)
    box = QMessageBox(QMessageBox.Icon.NoIcon, _tr("This library cannot be read"), error.message)
    restore = None
    if copy is not None:
        made = dt.datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
        box.setInformativeText(
            _tr("The newest good copy was made on {}. The file that cannot be read is kept beside it.").format(
                f"{made:%d %B %Y, %H:%M}"
            )
        )
        restore = box.addButton(_tr("Use the copy"), QMessageBox.ButtonRole.AcceptRole)
    else:
        box.setInformativeText(_tr("There is no good copy of it."))
    other = box.addButton(_tr("Open another library…"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(_tr("Quit"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    if restore is not None and copy is not None and chosen is restore:
        backups.restore(copy, path)
        return path
    return chooser.library_to_open(None) if chosen is other else None


def _say(words: str) -> None:
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Apostil", words)
    box.exec()
    box.deleteLater()


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sessions", words)
