"""Menus and tool bar hold what the list of actions says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QToolBar, QToolButton

from apostil.ui.window.actions import ACTIONS, LABELLED, MENUS, NAMES, TOOLBAR

if TYPE_CHECKING:
    from support.main_windows import Room


def in_menus(room: Room) -> dict[str, list[str]]:
    """What each menu holds, lines left out."""
    menus = [action.menu() for action in room.window.menuBar().actions()]
    assert all(isinstance(menu, QMenu) for menu in menus)
    return {menu.title(): [action.objectName() for action in menu.actions() if action.text()] for menu in menus}


def test_every_action_stands_in_its_menu_in_the_order_of_the_list(room: Room) -> None:
    listed = {title: [action.id for action in ACTIONS if action.menu == title] for title in MENUS}
    assert in_menus(room) == listed


def test_the_tool_bar_holds_what_is_needed_most_often(room: Room) -> None:
    bar = room.window.findChild(QToolBar, "toolbar")
    assert [action.objectName() for action in bar.actions()] == list(TOOLBAR)


def test_every_button_of_the_tool_bar_has_a_name(room: Room) -> None:
    bar = room.window.findChild(QToolBar, "toolbar")
    buttons = [bar.widgetForAction(room.action(action_id)) for action_id in TOOLBAR if action_id]
    assert all(isinstance(button, QToolButton) and button.accessibleName() for button in buttons)


def test_symbols_that_not_everybody_knows_stand_with_their_words(room: Room) -> None:
    bar = room.window.findChild(QToolBar, "toolbar")
    with_words = {
        action_id
        for action_id in TOOLBAR
        if action_id and bar.widgetForAction(room.action(action_id)).toolButtonStyle().name.endswith("BesideIcon")
    }
    assert with_words == LABELLED


def test_everything_about_names_stands_in_their_menu(room: Room) -> None:
    assert in_menus(room)[NAMES][-2:] == ["entity-page", "graph"]


def test_no_label_has_the_access_key_of_a_menu(room: Room) -> None:
    menus = {QKeySequence.mnemonic(title) for title in MENUS}
    labels = {label.text() for label in room.window.findChildren(QLabel) if label.buddy() is not None}
    assert {words for words in labels if QKeySequence.mnemonic(words) in menus} == set()
