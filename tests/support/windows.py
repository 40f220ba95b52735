"""Real windows for tests: real workers, a real library, the real reader."""

from __future__ import annotations

import os
import time
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
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from apostil.ui.desk import Desk
    from apostil.ui.session import Session

PATIENCE = 60_000
"""Milliseconds that a worker may take on a busy machine, loading its language models included."""


class Workers:
    """The worker processes of a program: they can outlive it, and keep their language models for the next one."""

    def __init__(self) -> None:
        self.jobs, self.analysis_jobs = Jobs(Pool(1)), Jobs(Pool(1))

    def wait_until_ready(self) -> None:
        """Start them, and wait until each has answered."""
        answers: list[int] = []
        for jobs in (self.jobs, self.analysis_jobs):
            jobs.in_thread(os.getpid, done=answers.append)
            jobs.submit(os.getpid, done=answers.append)
        _wait_until(lambda: len(answers) == 4)

    def pids(self) -> set[int]:
        """The processes that work, or start to, right now."""
        pools = (jobs._pool._processes for jobs in (self.jobs, self.analysis_jobs))
        return {pid for pool in pools if pool for pid in tuple(pool._pool_manager.worker_manager.workers)}

    def close(self) -> None:
        """End them."""
        self.jobs.close()
        self.analysis_jobs.close()


class Program:
    """What `apostil` starts, without the event loop of its own."""

    def __init__(self, qtbot: QtBot, workers: Workers) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.qtbot = qtbot
        self.before = application.palette(), application.styleSheet()
        self.jobs = workers.jobs
        self.appearance = Appearance(application, "light")
        surroundings = Surroundings(workers.jobs, workers.analysis_jobs, self.appearance, places.settings_file())
        self.sessions = Sessions(surroundings)

    def open(self) -> Session:
        """The window on the default library."""
        session = self.sessions.open(places.default_library())
        assert session is not None
        self.qtbot.waitExposed(session.window)
        return session

    def close(self) -> None:
        """Close the windows, and wait until their libraries are given back."""
        closed: list[int] = []
        self.sessions.close()
        self.jobs.in_thread(os.getpid, done=closed.append)
        _wait_until(lambda: bool(closed))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(self.before[0])
        application.setStyleSheet(self.before[1])


@contextmanager
def program(qtbot: QtBot, workers: Workers | None = None) -> Iterator[Program]:
    """A running program, ended at the end; with workers that others use too, those go on."""
    used = workers or Workers()
    running = Program(qtbot, used)
    try:
        yield running
    finally:
        running.close()
        if workers is None:
            used.close()


def wait_for_summary(qtbot: QtBot, desk: Desk) -> None:
    """Wait until the open article is analysed and summarised."""
    qtbot.waitUntil(lambda: desk.summary is not None and bool(desk.summary.sentences), timeout=PATIENCE)


def _wait_until(reached: Callable[[], bool]) -> None:
    """Wait as `qtbot` does, which fixtures of a module do not have."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not reached():
        assert time.monotonic() < deadline, "the workers do not answer"
        QApplication.processEvents()
        time.sleep(0.002)
