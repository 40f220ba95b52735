"""Real windows for tests: real workers, a real library, the real reader."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from apostil.jobs.pool import Pool
from apostil.jobs.qt_jobs import Jobs
from apostil.store import places
from apostil.ui.application import Appearance
from apostil.ui.session import Surroundings
from apostil.ui.sessions import Sessions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from apostil.ui.desk import Desk
    from apostil.ui.session import Session

PATIENCE = 60_000
"""Milliseconds that a worker may take on a busy machine, loading its language models included."""


class Program:
    """What `apostil` starts, without the event loop of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.qtbot = qtbot
        self.before = application.palette(), application.styleSheet()
        self.jobs, self.analysis_jobs = Jobs(Pool(1)), Jobs(Pool(1))
        self.appearance = Appearance(application, "light")
        surroundings = Surroundings(self.jobs, self.analysis_jobs, self.appearance, places.settings_file())
        self.sessions = Sessions(surroundings)

    def open(self) -> Session:
        """The window on the default library."""
        session = self.sessions.open(places.default_library())
        assert session is not None
        self.qtbot.waitExposed(session.window)
        return session

    def close(self) -> None:
        """Close the windows and end the workers."""
        self.sessions.close()
        self.jobs.close()
        self.analysis_jobs.close()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(self.before[0])
        application.setStyleSheet(self.before[1])


@contextmanager
def program(qtbot: QtBot) -> Iterator[Program]:
    """A running program, ended at the end."""
    running = Program(qtbot)
    try:
        yield running
    finally:
        running.close()


def wait_for_summary(qtbot: QtBot, desk: Desk) -> None:
    """Wait until the open article is analysed and summarised."""
    qtbot.waitUntil(lambda: desk.summary is not None and bool(desk.summary.sentences), timeout=PATIENCE)
