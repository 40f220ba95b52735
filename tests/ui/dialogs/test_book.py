"""How it is asked what a book is to become."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QRadioButton

from apostil.domain.provenance import Choice
from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.book import BookDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def made(qtbot: QtBot, more: int = 0) -> BookDialog:
    dialog = BookDialog("Tides.epub", 24, more=more)
    qtbot.addWidget(dialog)
    return dialog


def test_the_book_is_named_with_its_chapters(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    assert dialog.findChild(QLabel).text() == "“Tides.epub” has 24 chapters."


def test_one_article_is_the_usual_choice(qtbot: QtBot) -> None:
    assert made(qtbot).choice() is Choice.ARTICLE


def test_chapters_can_be_chosen(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    next(each for each in dialog.findChildren(QRadioButton) if "chapter" in each.text()).click()
    assert dialog.choice() is Choice.CHAPTERS


@pytest.mark.parametrize(("more", "for_all"), [(0, False), (3, True)])
def test_more_books_get_the_same_answer(qtbot: QtBot, more: int, for_all: bool) -> None:
    dialog = made(qtbot, more)
    assert (dialog.for_all(), dialog.findChild(QCheckBox).isHidden()) == (for_all, not for_all)


def test_everything_has_a_name(qtbot: QtBot) -> None:
    assert nameless(made(qtbot, 2)) == []
