"""A whole window on an invented library, whose work in the background waits until it is told to run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from apostil.domain.summary import Method
from apostil.services import analysing, summarising
from apostil.store.library import Library
from apostil.ui.analyst import Analyst
from apostil.ui.correcting import Corrector
from apostil.ui.desk import Desk
from apostil.ui.exploring import Explorer
from apostil.ui.handing_on import Exporter
from apostil.ui.importing import Importer
from apostil.ui.versions import Versions
from apostil.ui.window.main_window import MainWindow
from support import panels
from support.jobs_on_demand import HeldHandle, JobsOnDemand
from support.surveys import bring_surveys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from apostil.domain.annotation import Annotation
    from apostil.domain.spans import Span


class QuickJobs(JobsOnDemand):
    """Jobs that find and rank what the invented articles hold, without language models; all else is real."""

    def submit(self, work: Callable[..., Any], *args: object, **rest: Any) -> HeldHandle:
        quick = {analysing.analyse: panels.analysis, summarising.survey: _survey}.get(work, work)
        return super().submit(quick, *args, **rest)

    in_thread = submit


def _survey(article: Any, *_found: object) -> object:
    return panels.survey(article)


class Room:
    """A window with two analysed articles in its library, the English one open, and the keyboard in the text."""

    def __init__(self, folder: Path, qtbot: QtBot, *, read_only: bool = False) -> None:
        self.qtbot = qtbot
        self._other = Library.open(folder / "library.apostil")
        self.french = panels.add(self._other, panels.FRENCH, "fleuve.txt")
        self.english = panels.add(self._other, panels.ENGLISH, "port.txt")
        if not read_only:
            self._other.close()
        self.library = Library.open(folder / "library.apostil")
        self.desk = Desk(self.library, now=lambda: panels.NOON)
        bring_surveys(self.desk)
        self.desk.set_method(Method.LEXRANK)
        self.jobs = QuickJobs()
        jobs = cast("Any", self.jobs)
        self.importer = Importer(self.desk, jobs)
        self.analyst = Analyst(self.desk, jobs, jobs)
        self.exporter = Exporter(self.desk, jobs, jobs)
        self.versions = Versions(self.desk, jobs)
        self.explorer = Explorer(self.desk, jobs)
        self.corrector = Corrector(self.desk, jobs)
        self.window = MainWindow(
            self.desk,
            self.importer,
            self.analyst,
            self.exporter,
            self.versions,
            self.explorer,
            self.corrector,
            panels.LIGHT,
        )
        qtbot.addWidget(self.window)
        self.window.resize(1300, 800)
        with qtbot.waitActive(self.window):
            self.window.show()
        # The panels are made a moment after the window is seen.
        made = (self.window.library_panel, self.window.summary_panel)
        made += (self.window.entities_panel, self.window.notes_panel)
        qtbot.waitUntil(made[0].isVisible)
        self.desk.open(self.english)
        self.reader.setFocus()

    def close(self) -> None:
        """Close what is open."""
        self.window.close()
        self.explorer.close()
        self.library.close()
        self._other.close()

    @property
    def reader(self) -> Any:
        """The article on the screen."""
        return self.window.reader

    @property
    def said(self) -> str:
        """What the status line says, of a success or of a failure."""
        return self.window.status.currentMessage() or self.window.status.failure.removeprefix("⚠ ")

    @property
    def mark(self) -> Annotation:
        """The only mark of the open article."""
        (mark,) = self.desk.annotations
        return mark

    def action(self, action_id: str) -> QAction:
        """An action by its id."""
        return self.window.actions_by_id[action_id]

    def place(self, words: str) -> Span:
        """Where these words stand in the open article."""
        assert self.desk.article is not None
        return panels.places(self.desk.article.text, words)[0]

    def select(self, words: str) -> Span:
        """Select these words."""
        span = self.place(words)
        self.reader.select(span)
        return span

    def put_caret(self, words: str) -> None:
        """Put the cursor before these words."""
        self.reader.set_caret(self.place(words).start)

    def press(self, keys: str) -> None:
        """Press this key sequence where the keyboard is."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        QTest.keySequence(QApplication.focusWidget() or self.window, keys)

    def do(self, action_id: str) -> None:
        """Press the key of this action."""
        self.press(self.action(action_id).shortcut().toString())

    def type(self, words: str) -> None:
        """Type these words where the keyboard is."""
        self.qtbot.keyClicks(QApplication.focusWidget(), words)

    def key(self, key: Qt.Key) -> None:
        """Press one key where the keyboard is."""
        self.qtbot.keyClick(QApplication.focusWidget(), key)


def in_dialog(act: Callable[[Any], object]) -> list[Any]:
    """Do this to the next dialog that waits for an answer, and see that it closes; the list then holds it."""
    return _when_it_comes(_dialog, act)


def in_menu(act: Callable[[Any], object]) -> list[Any]:
    """Do this to the next menu that pops up, and see that it closes; the list then holds it."""
    return _when_it_comes(QApplication.activePopupWidget, act)


def _dialog() -> QWidget | None:
    dialog = QApplication.activeModalWidget()
    return dialog if dialog is not None and dialog.isActiveWindow() else None


def _when_it_comes(find: Callable[[], QWidget | None], act: Callable[[Any], object]) -> list[Any]:
    seen: list[QWidget] = []

    def look(patience: int = 200) -> None:
        found = find()
        if found is not None:
            seen.append(found)
            try:
                act(found)
            finally:
                found.close()
        elif patience:
            QTimer.singleShot(10, lambda: look(patience - 1))

    QTimer.singleShot(0, look)
    return seen
