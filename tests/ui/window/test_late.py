"""Panels that are made when they are first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from apostil.domain.errors import ApostilError, LibraryError
from apostil.ui.window.late import Late

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def late(qtbot: QtBot) -> Late[QLineEdit]:
    made = Late(QLineEdit, pytest.fail)
    qtbot.addWidget(made.place)
    return made


def test_nothing_is_made_before_it_is_needed(late: Late[QLineEdit]) -> None:
    assert late.made is None


def test_asking_makes_it_once(late: Late[QLineEdit]) -> None:
    assert late.panel is late.panel
    assert late.panel.parentWidget() is late.place


def test_it_is_made_a_moment_after_its_place_is_seen(late: Late[QLineEdit], qtbot: QtBot) -> None:
    late.place.show()
    assert late.made is None
    qtbot.waitUntil(lambda: late.made is not None and late.made.isVisible())


def test_the_place_hands_the_keyboard_on(late: Late[QLineEdit], qtbot: QtBot) -> None:
    with qtbot.waitActive(late.place):
        late.place.show()
    late.place.setFocus()
    qtbot.waitUntil(late.panel.hasFocus)


def test_a_panel_that_cannot_be_made_is_told(qtbot: QtBot) -> None:
    def fail() -> QLineEdit:
        raise LibraryError("The library cannot be read.")

    told: list[ApostilError] = []
    late = Late(fail, told.append)
    qtbot.addWidget(late.place)
    late.place.show()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].message == "The library cannot be read."
