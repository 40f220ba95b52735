"""What a screen reader could not name is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QSpinBox, QToolButton, QVBoxLayout, QWidget

from apostil.ui.accessibility import focusable, nameless, spoken_name

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def add(window: QWidget, widget: QWidget, name: str = "", policy: Qt.FocusPolicy = Qt.FocusPolicy.StrongFocus) -> None:
    """Put a widget into the window."""
    widget.setObjectName(name)
    widget.setFocusPolicy(policy)
    window.layout().addWidget(widget)


def test_a_button_without_a_name_is_found(window: QWidget) -> None:
    add(window, QToolButton(), "mystery")
    assert nameless(window) == ["QToolButton mystery"]


def test_a_named_button_is_spoken(window: QWidget) -> None:
    button = QToolButton()
    button.setAccessibleName("Sort")
    add(window, button)
    assert spoken_name(button) == "Sort"
    assert nameless(window) == []


def test_the_label_of_a_field_is_its_name(window: QWidget) -> None:
    label, field = QLabel("&Title"), QLineEdit()
    label.setBuddy(field)
    add(window, label, policy=Qt.FocusPolicy.NoFocus)
    add(window, field)
    assert spoken_name(field) == "Title"


def test_what_the_tab_key_does_not_reach_needs_no_name(window: QWidget) -> None:
    add(window, QToolButton(), policy=Qt.FocusPolicy.ClickFocus)
    assert focusable(window) == []


def test_the_parts_of_a_compound_widget_need_no_name(window: QWidget) -> None:
    number = QSpinBox()
    add(window, number, "number")
    assert nameless(window) == ["QSpinBox number"]


def test_another_window_is_asked_for_itself(window: QWidget) -> None:
    dialog = QDialog(window)
    QVBoxLayout(dialog)
    add(dialog, QToolButton(), "inner")
    assert nameless(window) == []
    assert nameless(dialog) == ["QToolButton inner"]
