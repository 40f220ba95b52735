"""Everything that can be done, as data."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from apostil.ui.window.actions import ACTIONS, MENUS, TOOLBAR, Actions, Needs, tip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def calls() -> list[str]:
    return []


@pytest.fixture
def actions(qtbot: QtBot, calls: list[str]) -> Actions:
    window, text = QWidget(), QWidget()
    text.setParent(window)
    qtbot.addWidget(window)
    made = Actions(window, text, {action.id: (lambda name=action.id: calls.append(name)) for action in ACTIONS})
    made.window = window  # keeps it alive
    return made


def test_ids_are_unique() -> None:
    assert [name for name, count in Counter(action.id for action in ACTIONS).items() if count > 1] == []


def test_no_key_does_two_things() -> None:
    keys = Counter(key for action in ACTIONS for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_stands_in_a_menu() -> None:
    assert {action.menu for action in ACTIONS} == set(MENUS)


def test_the_tool_bar_names_actions_that_have_an_icon() -> None:
    with_icon = {action.id for action in ACTIONS if action.icon}
    assert {name for name in TOOLBAR if name} <= with_icon


def test_no_menu_gives_two_entries_the_same_access_key() -> None:
    for menu in MENUS:
        keys = Counter(
            action.title[action.title.index("&") + 1].casefold()
            for action in ACTIONS
            if action.menu == menu and "&" in action.title
        )
        assert [key for key, count in keys.items() if count > 1] == [], menu


def test_plain_letters_work_in_the_text_only() -> None:
    assert all(action.in_text for action in ACTIONS for key in action.keys if len(key) == 1 or key == "Del")


def test_triggering_calls_the_handler(actions: Actions, calls: list[str]) -> None:
    actions["palette"].trigger()
    assert calls == ["palette"]


def test_what_cannot_be_done_says_why(actions: Actions) -> None:
    actions.allow(article=False, chosen=False, read_only_because="Another window writes to it.", summary=False)
    for action in ACTIONS:
        if action.needs is not Needs.NOTHING:
            assert not actions[action.id].isEnabled()
            assert actions[action.id].toolTip() != tip(action)


def test_what_would_do_nothing_says_so(actions: Actions) -> None:
    idle = {"summary-forget": "You have changed nothing in this summary", "summary-order": ""}
    actions.allow(article=True, chosen=True, read_only_because="", summary=True, idle=idle)
    assert not actions["summary-forget"].isEnabled()
    assert actions["summary-forget"].toolTip() == "You have changed nothing in this summary"
    assert actions["summary-order"].isEnabled()


def test_what_can_be_done_names_its_key(actions: Actions) -> None:
    actions.allow(article=True, chosen=True, read_only_because="", summary=True)
    assert actions["find"].toolTip() == "Find in article (Ctrl+F)"
