"""What Apostil is, and which keys it knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QTextBrowser, QWidget

from apostil import __version__
from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.about import TEXT_KEYS, about_apostil, keyboard_shortcuts
from apostil.ui.reader import view
from apostil.ui.window.actions import ACTIONS, MENUS
from support.main_windows import in_dialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def keys(parent: QWidget) -> str:
    """Everything the list of keys says."""
    said = []
    in_dialog(lambda dialog: said.append(dialog.findChild(QTextBrowser).toPlainText()))
    keyboard_shortcuts(ACTIONS, parent)
    return said[0]


def test_version_and_licence_are_told(parent: QWidget) -> None:
    said = []
    in_dialog(lambda box: said.extend((box.text(), box.informativeText())))
    about_apostil(parent)
    assert said[0] == f"Apostil {__version__}"
    assert "Apache License 2.0" in said[1]
    assert "no network" in said[1]


@pytest.mark.parametrize("action", [one for one in ACTIONS if one.keys], ids=lambda one: one.id)
def test_every_key_is_listed_with_what_it_does(keys: str, action: object) -> None:
    lines = keys.splitlines()
    name = lines.index(action.title.replace("&", "").rstrip("…"))
    assert lines[name + 1] == ", ".join(action.keys)


def test_the_keys_of_the_text_come_first(keys: str) -> None:
    assert keys.split("\n", 2)[:2] == ["", "In the article"]
    assert all(words in keys for _, words in TEXT_KEYS)


def test_every_menu_has_its_heading(keys: str) -> None:
    lines = keys.splitlines()
    assert all(menu.replace("&", "") in lines for menu in MENUS)


def test_everything_in_the_list_has_a_name(parent: QWidget) -> None:
    found: list[str] = []

    def look(dialog: QDialog) -> None:
        found.extend(nameless(dialog))

    seen = in_dialog(look)
    keyboard_shortcuts(ACTIONS, parent)
    assert len(seen) == 1
    assert found == []


def listed(parent: QWidget, query: str) -> list[str]:
    """What the list of keys says when this is looked for."""
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        dialog.findChild(QLineEdit).setText(query)
        said.extend(filter(None, dialog.findChild(QTextBrowser).toPlainText().splitlines()))

    in_dialog(look)
    keyboard_shortcuts(ACTIONS, parent)
    return said


@pytest.mark.parametrize("query", ["quotation copy", "ctrl+shift+C"])
def test_the_list_narrows_to_what_is_looked_for(parent: QWidget, query: str) -> None:
    assert listed(parent, query) == ["Edit", "Copy as quotation", "Ctrl+Shift+C"]


def test_where_nothing_is_found_it_says_so(parent: QWidget) -> None:
    assert listed(parent, "brew coffee") == ["No key does this. Ctrl+K finds commands by their names."]


def test_keys_stand_in_one_column(parent: QWidget) -> None:
    places: set[int] = set()

    def look(dialog: QDialog) -> None:
        page = dialog.findChild(QTextBrowser)
        for keys in ("F5", "F9", "Ctrl+wheel", "Ctrl+Q"):
            places.add(page.cursorRect(page.document().find(keys)).right() - page.fontMetrics().horizontalAdvance(keys))

    in_dialog(look)
    keyboard_shortcuts(ACTIONS, parent)
    assert max(places) - min(places) <= 4


def test_the_keys_of_the_text_are_those_the_reader_documents() -> None:
    documented = " ".join(str(view.__doc__).split()).replace("PageUp/PageDown", "PgUp PgDown").replace("Ctrl with", "")
    for keys, _ in TEXT_KEYS:
        named = set(re.findall(r"[\[\]{}]|\w+", keys.replace("Arrow keys", "arrows"))) - {"or", "while", "dragging"}
        assert [key for key in named if key.casefold() not in documented.casefold()] == []


def test_a_key_is_found_by_other_words_too(parent: QWidget) -> None:
    assert listed(parent, "graph relations") == ["Names", "Who appears with whom", "Ctrl+G"]
