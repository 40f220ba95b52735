"""Every command by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget

from apostil.ui import theme as themes
from apostil.ui.dialogs.palette import Palette, matches, rank
from apostil.ui.reader.tints import contrast
from apostil.ui.style import style_sheet
from support.main_windows import in_dialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from support.main_windows import Room


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    actions = [QAction(name) for name in ("&Open…", "Write a &note", "Export notes…")]
    made = Palette(actions)
    made.kept = actions
    qtbot.addWidget(made)
    made.show()
    return made


def names(palette: Palette) -> list[str]:
    commands = palette.findChild(QListWidget)
    return [commands.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(commands.count())]


@pytest.mark.parametrize("query", ["", "no", "NOTE", "write no", "ote"])
def test_words_are_found_anywhere_in_the_name(query: str) -> None:
    assert matches("Write a note", query)


def test_every_word_has_to_be_there() -> None:
    assert not matches("Write a note", "write tag")


@pytest.mark.parametrize(
    ("query", "ranked"),
    [
        ("light", ["Light", "Light up", "Next light", "Next highlight"]),
        ("next li", ["Next light", "Next highlight"]),
        ("open", ["Open…", "Open folder…", "Reopen"]),
        ("h", ["Highlight", "Next highlight", "Light"]),
    ],
)
def test_the_nearest_name_comes_first(query: str, ranked: list[str]) -> None:
    jumbled = list(reversed(ranked))
    assert sorted(jumbled, key=lambda name: rank(name, query)) == ranked


def test_return_runs_the_exact_name(room: Room) -> None:
    def look(dialog: Palette) -> None:
        dialog.findChild(QLineEdit).setText("light")
        assert names(dialog)[0] == "Light"

    in_dialog(look)
    room.press("Ctrl+K")


def test_all_commands_are_there_at_first(palette: Palette) -> None:
    assert names(palette) == ["Open…", "Write a note", "Export notes…"]


def test_typing_narrows_the_list(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.findChild(QLineEdit), "note")
    assert names(palette) == ["Write a note", "Export notes…"]


def test_return_runs_the_chosen_one(palette: Palette, qtbot: QtBot) -> None:
    field = palette.findChild(QLineEdit)
    qtbot.keyClicks(field, "note")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.kept[2].triggered):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not palette.isVisible()


def test_what_cannot_be_done_is_not_run(palette: Palette, qtbot: QtBot) -> None:
    palette.kept[0].setEnabled(False)
    with qtbot.assertNotEmitted(palette.kept[0].triggered):
        qtbot.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    assert palette.isVisible()


@pytest.fixture(params=["light", "dark"])
def _colored(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    theme = themes.load(request.param)
    before = qapp.palette()
    qapp.setPalette(theme.palette())
    qapp.setStyleSheet(style_sheet(theme))
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(before)


@pytest.mark.usefixtures("_colored")
def test_the_chosen_row_can_be_read(palette: Palette) -> None:
    commands = palette.findChild(QListWidget)
    row = commands.itemWidget(commands.currentItem())
    ground = palette.grab().toImage().pixelColor(row.mapTo(palette, row.rect().center()))
    for label in row.findChildren(QLabel):
        assert contrast(label.palette().color(label.foregroundRole()), ground) >= 4.4


@pytest.mark.parametrize(
    ("query", "name"), [("graph", "Who appears with whom"), ("entit", "Everything about this name")]
)
def test_commands_are_also_found_by_other_words(room: Room, query: str, name: str) -> None:
    found: list[str] = []

    def look(dialog: Palette) -> None:
        dialog.findChild(QLineEdit).setText(query)
        found.extend(names(dialog))

    in_dialog(look)
    room.press("Ctrl+K")
    assert name in found
