"""How a window comes to its library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from apostil.domain.article import ArticleId
from apostil.domain.errors import LibraryDamagedError
from apostil.store import backups, places
from apostil.store import settings as stored
from apostil.store.library import Library
from apostil.ui import chooser
from apostil.ui.window.main_window import MainWindow
from support.libraries import add_article, make_article
from support.windows import Program, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def apostil(qtbot: QtBot) -> Iterator[Program]:
    with program(qtbot) as running:
        yield running


@pytest.fixture
def damaged() -> Path:
    """The default library with an article, a good copy beside it, and then a file that nobody can read."""
    path = places.default_library()
    path.parent.mkdir(parents=True, exist_ok=True)
    with Library.open(path) as library:
        add_article(library, make_article())
    assert backups.keep(path) is not None
    path.write_bytes(b"this was a library once" * 500)
    return path


def current_window() -> MainWindow:
    """The window that is to be seen."""
    shown = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
    return next(window for window in shown if window.isVisible())


def answer(words: str) -> list[str]:
    """Press this button of the next box; the list holds what the box said."""
    said: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(f"{box.text()} {box.informativeText()}")
        next(button for button in box.buttons() if button.text().replace("&", "") == words).click()

    QTimer.singleShot(100, press)
    return said


def test_a_damaged_library_offers_its_newest_good_copy(apostil: Program, damaged: Path) -> None:
    said = answer("Use the copy")
    session = apostil.open()
    assert "newest good copy" in said[0]
    assert [entry.title for entry in session.library.entries()] == [make_article().metadata.title]


def test_the_damaged_file_is_never_overwritten(apostil: Program, damaged: Path) -> None:
    before = damaged.read_bytes()
    answer("Use the copy")
    apostil.open()
    others = [file for file in damaged.parent.iterdir() if file.is_file() and file.read_bytes() == before]
    assert len(others) == 1


def test_quitting_leaves_a_damaged_library_as_it_is(apostil: Program, damaged: Path) -> None:
    before = damaged.read_bytes()
    answer("Quit")
    assert apostil.sessions.open(damaged) is None
    assert damaged.read_bytes() == before


def test_another_library_can_be_opened_instead(
    apostil: Program, damaged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chooser, "library_to_open", lambda _parent: tmp_path / "other.apostil")
    answer("Open another library…")
    session = apostil.sessions.open(damaged)
    assert session is not None
    assert session.library.path == tmp_path / "other.apostil"


def test_another_library_takes_the_place_of_the_first(apostil: Program, tmp_path: Path, qtbot: QtBot) -> None:
    first = apostil.open()
    with qtbot.waitSignal(first.ended):
        first.window.library_wanted.emit(tmp_path / "second.apostil")
    assert (tmp_path / "second.apostil").exists()
    assert stored.load(places.settings_file()).library == str(tmp_path / "second.apostil")


def test_one_more_window_shows_the_same_library(apostil: Program) -> None:
    first = apostil.open()
    first.window.window_wanted.emit()
    windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget.isWindow()]
    assert len([window for window in windows if "Apostil" in window.windowTitle()]) == 2


def test_the_window_reopens_as_it_was(apostil: Program) -> None:
    session = apostil.open()
    session.window.resize(790, 600)
    session.window.open_panes.show_tab("entities")
    session.window.open_panes.toggle_library()
    session.window.reader.set_zoom(120)
    session.close()
    again = apostil.open()
    window = again.window
    assert (window.width(), window.height()) == (790, 600)
    assert window.open_panes.tab == "entities"
    assert not window.open_panes.state()["library"]
    assert window.reader.zoom == 120


def test_damage_that_shows_while_reading_offers_the_copy_too(
    apostil: Program, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    session = apostil.open()
    article_id = add_article(session.library, make_article())
    session.window.library_panel.model.reload()
    backups.keep(session.library.path)

    def fail(_article_id: object) -> None:
        raise LibraryDamagedError("“library” cannot be read as a library.")

    monkeypatch.setattr(session.library, "article", fail)
    said = answer("Use the copy")
    with qtbot.waitSignal(session.ended):
        session.desk.open(article_id)
    qtbot.waitUntil(lambda: "This is the copy of" in current_window().status.currentMessage())
    assert "newest good copy" in said[0]
    assert [entry.id for entry in current_window().desk.library.entries()] == [article_id]


def test_whoever_goes_on_with_a_damaged_library_is_asked_once(
    apostil: Program, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    session = apostil.open()

    def fail(_article_id: object) -> None:
        raise LibraryDamagedError("“library” cannot be read as a library.")

    monkeypatch.setattr(session.library, "article", fail)
    said = answer("Go on as it is")
    session.desk.open(ArticleId("any"))
    session.desk.open(ArticleId("other"))
    qtbot.waitUntil(lambda: bool(said))
    assert session.window.isVisible()
    assert session.window.status.failure


def test_a_file_that_is_no_library_can_be_left_alone(
    apostil: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = apostil.open()
    notes = tmp_path / "notes.md"
    notes.write_text("# Notes\n" * 100)
    said = answer("Cancel")
    first.window.library_wanted.emit(notes)
    assert "notes.md" in said[0]
    assert first.window.isVisible()
    assert notes.read_text() == "# Notes\n" * 100
