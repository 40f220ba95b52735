"""The windows that are open, and how one of them comes to its library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from apostil.domain.errors import ApostilError, LibraryDamagedError
from apostil.store.library import Library
from apostil.ui import recovery
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

    def open(self, path: Path, files: Sequence[Path] = (), copy: Path | None = None) -> Session | None:
        """A window on this library with these files opened; None where it could not be had.

        With a copy, that one takes the library's place first. Where something keeps the library from being opened,
        a person is asked what to do.
        """
        choice: recovery.Choice | None = recovery.Choice(path, copy)
        while choice is not None:
            try:
                session, told = self._begin(choice)
            except ApostilError as error:
                leave = self.tr("Cancel") if self._sessions else self.tr("Quit")
                choice = recovery.ask(choice.path, error, leave=leave)
            else:
                self._show(session, told, files)
                return session
        return None

    def close(self) -> None:
        """Close every window."""
        for session in tuple(self._sessions):
            session.close()

    def _begin(self, choice: recovery.Choice) -> tuple[Session, str]:
        told = recovery.restore(choice.copy, choice.path) if choice.copy is not None else ""
        library = Library.open(choice.path)
        try:
            return Session(library, self._surroundings), told
        except ApostilError:
            library.close()
            raise

    def _show(self, session: Session, told: str, files: Sequence[Path]) -> None:
        self._sessions.append(session)
        session.library_wanted.connect(lambda wanted: self._exchange(session, wanted))
        session.window_wanted.connect(lambda: self.open(session.library.path))
        session.damaged.connect(lambda error: self._recover(session, error))
        session.ended.connect(lambda: self._forget(session))
        session.show()
        if told:
            session.window.status.tell(told)
        if files:
            session.importer.open_files(files)

    def _exchange(self, session: Session, path: Path) -> None:
        opened = self.open(path)
        if opened is not None:
            session.close()
            opened.remember()

    def _recover(self, session: Session, error: LibraryDamagedError) -> None:
        """A library turned out to be damaged while it was open."""
        choice = recovery.ask(session.library.path, error, leave=self.tr("Go on as it is"))
        if choice is not None:
            # for a moment there is no window, which is no reason to quit
            QGuiApplication.setQuitOnLastWindowClosed(False)
            session.ended.connect(lambda: self._open_instead(choice))
            session.close()

    def _open_instead(self, choice: recovery.Choice) -> None:
        QGuiApplication.setQuitOnLastWindowClosed(True)
        if self.open(choice.path, copy=choice.copy) is None and not self._sessions:
            QGuiApplication.quit()

    def _forget(self, session: Session) -> None:
        self._sessions.remove(session)
        session.deleteLater()
