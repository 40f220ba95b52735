"""Find a name, read everything about it, see who it appears with, correct it everywhere, and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from apostil.domain.names import Named, Tie
from apostil.store import places
from apostil.store.library import Library
from apostil.ui import chooser
from apostil.ui.history import EntityPlace, GraphPlace
from support import panels
from support.windows import PATIENCE, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from apostil.ui.pages.stack import Pages
    from apostil.ui.session import Session

pytestmark = pytest.mark.timeout(300)

MINISTER = EntityPlace("person:adama kessou")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    """A window on a library with two articles in which names were found."""
    places.data_folder().mkdir(parents=True)
    with Library.open(places.default_library()) as library:
        panels.add(library, panels.ENGLISH, "port.txt")
        panels.add(library, panels.FRENCH, "fleuve.txt")
    with program(qtbot) as running:
        opened = running.open()
        qtbot.waitUntil(opened.window.library_panel.isVisible)
        yield opened


def find_name(qtbot: QtBot, session: Session, words: str, modifier: Qt.KeyboardModifier) -> None:
    """Type the beginning of a name into the search field, and take the first one offered."""
    panel = session.window.library_panel
    panel.focus_search()
    qtbot.keyClicks(panel.search, words)
    qtbot.waitUntil(panel.completion.isVisible)
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    qtbot.keyClick(panel.completion.view, Qt.Key.Key_Return, modifier)


def wait_for_page(qtbot: QtBot, pages: Pages, name: str) -> None:
    """Wait until this entity's page is shown."""
    qtbot.waitUntil(lambda: pages.entity.head.headline.accessibleName().startswith(name), timeout=PATIENCE)


def wait_for_graph(qtbot: QtBot, pages: Pages) -> None:
    """Wait until a worker has laid the graph out."""
    qtbot.waitUntil(lambda: pages.graph.pages.currentWidget() is pages.graph.split, timeout=PATIENCE)


def rename_from_its_page(qtbot: QtBot, session: Session, name: str) -> None:
    """Give the entity of the page another name everywhere, once it is said what that changes."""
    page = session.window.pages.entity
    page.head.rename_button.click()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.field.setText(name)
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=PATIENCE)
    assert "3 places in 2 articles" in dialog.state.text()
    dialog.ok.click()
    wait_for_page(qtbot, session.window.pages, name)


def test_from_a_name_to_its_sentences_and_back_by_keys_alone(qtbot: QtBot, session: Session) -> None:
    window = session.window
    find_name(qtbot, session, "Ada", Qt.KeyboardModifier.ShiftModifier)
    wait_for_page(qtbot, window.pages, "Adama Késsou")
    window.pages.entity.focus()
    for pressed in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(window.pages.entity.view, pressed)
    assert window.reader.isVisible()
    assert session.desk.article is not None
    assert session.desk.article.metadata.title == panels.FRENCH.metadata.title
    window.actions_by_id["back"].trigger()
    assert window.pages.present == MINISTER


def test_the_library_is_filtered_by_two_names(qtbot: QtBot, session: Session) -> None:
    panel = session.window.library_panel
    for words in ("Ada", "North"):
        find_name(qtbot, session, words, Qt.KeyboardModifier.NoModifier)
    assert panel.head.state.text() == "1 of 2 articles · with all of these names"
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.head.state.text() == "2 articles"


def test_a_rename_holds_everywhere_and_is_taken_back(qtbot: QtBot, session: Session) -> None:
    window = session.window
    window.travels.explore(MINISTER)
    wait_for_page(qtbot, window.pages, "Adama Késsou")
    rename_from_its_page(qtbot, session, "Minister Késsou")
    window.actions_by_id["undo"].trigger()
    wait_for_page(qtbot, window.pages, "Adama Késsou")


def test_the_graph_is_walked_read_and_handed_on(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, file = session.window, tmp_path / "graph.svg"
    monkeypatch.setattr(chooser, "graph_target", lambda *_: file)
    window.actions_by_id["graph"].trigger()
    wait_for_graph(qtbot, window.pages)
    graph = window.pages.graph
    qtbot.keyClick(graph.view, Qt.Key.Key_Tab)
    assert isinstance(graph.view.choice, Named)
    qtbot.keyClick(graph.view, Qt.Key.Key_Space)
    qtbot.keyClick(graph.details.tie_list, Qt.Key.Key_Return)
    assert isinstance(graph.view.choice, Tie)
    qtbot.waitUntil(lambda: graph.details.passages.sentences > 0)
    with qtbot.waitSignal(session.explorer.told, timeout=PATIENCE):
        graph._export(".svg")
    assert b"Adama K" in file.read_bytes()
    graph.details.take_keyboard()
    qtbot.keyClick(graph.details.view, Qt.Key.Key_Return)
    assert window.reader.isVisible()
    window.actions_by_id["back"].trigger()
    assert window.pages.present == GraphPlace()
