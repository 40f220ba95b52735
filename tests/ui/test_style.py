"""The style sheet is written in roles, and a theme gives each its colour."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton, QWidget

from apostil.ui import theme as themes
from apostil.ui.reader.tints import contrast
from apostil.ui.style import style_sheet
from apostil.ui.theme import Theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return themes.load(request.param)


def test_no_role_is_left_open(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert theme.tones["accent"] in sheet


def test_no_color_comes_from_elsewhere(theme: Theme) -> None:
    found = {color.lower() for color in re.findall(r"#[0-9a-fA-F]{6}\b", style_sheet(theme))}
    assert found <= {color.lower() for color in theme.tones.values()}


def test_every_picture_is_there(theme: Theme) -> None:
    pictures = re.findall(r"url\(\"?([^)\"]+)\"?\)", style_sheet(theme))
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


def test_braces_are_closed(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert sheet.count("{") == sheet.count("}") > 5


def test_what_is_chosen_in_a_list_or_menu_keeps_ink_and_icons_readable(theme: Theme) -> None:
    rules = re.findall(r"([^{}]*::item:selected[^{}]*)\{([^}]*)\}", style_sheet(theme))
    assert {"QMenu", "QComboBox", "#commands"} <= {name.split()[0].split(":")[0] for name, _ in rules}
    grounds = {ground for _, rule in rules for ground in re.findall(r"background: (#\w+)", rule)}
    assert grounds == {theme.tones["line"]}


@pytest.mark.parametrize("tone", ["ink", "soft"])
def test_words_can_be_read_on_the_ground_of_what_is_chosen(theme: Theme, tone: str) -> None:
    assert contrast(QColor(theme.tones[tone]), QColor(theme.tones["line"])) >= 4.4


def test_a_switch_shows_where_the_keyboard_is(theme: Theme, qtbot: QtBot) -> None:
    switch = QCheckBox("Date is known")
    switch.setStyleSheet(style_sheet(theme))
    qtbot.addWidget(switch)
    with qtbot.waitActive(switch):
        switch.show()
    switch.setFocus()
    picture = switch.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 0).name() == theme.tones["accent"]


def seen(qtbot: QtBot, widget: QWidget, theme: Theme) -> set[str]:
    """The colours of a widget as it is painted."""
    widget.setStyleSheet(style_sheet(theme))
    qtbot.addWidget(widget)
    picture = widget.grab().toImage()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {picture.pixelColor(*place).name() for place in places}


@pytest.mark.parametrize(("chosen", "tone"), [(True, "accent"), (False, "soft")])
def test_the_ring_of_a_choice_can_be_seen(theme: Theme, qtbot: QtBot, chosen: bool, tone: str) -> None:
    choice = QRadioButton()
    choice.setChecked(chosen)
    assert theme.tones[tone] in seen(qtbot, choice, theme)


def test_a_button_that_cannot_be_pressed_is_not_framed_as_the_one_to_press(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    button.setDefault(True)
    button.setEnabled(False)
    assert theme.tones["accent"] not in seen(qtbot, button, theme)
