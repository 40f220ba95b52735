import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

from apostil.ui.panels.panel import Panel


@pytest.fixture
def window(shown):
    """A field, and a panel with a field above its list."""
    made = QWidget()
    made.outside = QLineEdit()
    made.panel, made.field, made.list = Panel(), QLineEdit(), QListView()
    inside = QVBoxLayout(made.panel)
    inside.addWidget(made.field)
    inside.addWidget(made.list)
    made.panel.first = made.list
    layout = QVBoxLayout(made)
    layout.addWidget(made.outside)
    layout.addWidget(made.panel)
    return shown(made)


def test_the_keyboard_comes_to_the_first_part(window, qtbot):
    window.panel.setFocus()
    qtbot.waitUntil(window.list.hasFocus)


def test_the_tab_key_reaches_what_stands_above_it(window, qtbot):
    window.outside.setFocus()
    qtbot.waitUntil(window.outside.hasFocus)
    qtbot.keyClick(window.outside, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.field


def test_without_a_first_part_the_panel_has_the_keyboard(window, qtbot):
    window.panel.first = None
    window.panel.setFocus()
    qtbot.waitUntil(window.panel.hasFocus)
