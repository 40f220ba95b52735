"""Every page about the library leads back to the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from apostil.ui.pages.page import LibraryPage, tool_button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> LibraryPage:
    """A page with nothing but the button that closes it."""
    page = LibraryPage("page")
    qtbot.addWidget(page)
    qtbot.addWidget(page.close_button)
    return page


def test_escape_leads_back(page: LibraryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_another_key_does_not(page: LibraryPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_A)


def test_the_button_leads_back(page: LibraryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.closed):
        page.close_button.click()


def test_a_button_is_called_by_its_words_without_the_key(qtbot: QtBot) -> None:
    button = tool_button("Look closer (+)")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Look closer", "Look closer (+)")
