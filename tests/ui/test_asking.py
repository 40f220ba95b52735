"""How an import asks, over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QRadioButton, QWidget

from apostil.domain.provenance import Choice
from apostil.services.importing.items import Item, Locked, Undecided
from apostil.ui.asking import WindowAsker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LOCKED = Locked(Item("/texts/plan.pdf"), "It is locked.")
BOOK = Undecided(Item("/texts/tides.epub"), 24)


@pytest.fixture
def asker(qtbot: QtBot) -> WindowAsker:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return WindowAsker(window)


def dialog(asker: WindowAsker) -> QDialog:
    assert asker._dialog is not None
    return asker._dialog


def test_a_password_is_the_answer(asker: WindowAsker) -> None:
    given: list[tuple[object, bool]] = []
    asker.password(LOCKED, 0, lambda *answer: given.append(answer))
    dialog(asker).findChild(QLineEdit).setText("tide")
    dialog(asker).accept()
    assert given == [("tide", False)]


def test_a_skipped_file_has_no_password(asker: WindowAsker) -> None:
    given: list[tuple[object, bool]] = []
    asker.password(LOCKED, 0, lambda *answer: given.append(answer))
    dialog(asker).reject()
    assert given == [(None, False)]


def test_a_choice_is_the_answer(asker: WindowAsker) -> None:
    given: list[tuple[object, bool]] = []
    asker.book(BOOK, 2, lambda *answer: given.append(answer))
    dialog(asker).findChildren(QRadioButton)[1].click()
    dialog(asker).accept()
    assert given == [(Choice.CHAPTERS, True)]


def test_a_question_that_is_taken_back_has_no_answer(asker: WindowAsker) -> None:
    given: list[tuple[object, bool]] = []
    asker.book(BOOK, 0, lambda *answer: given.append(answer))
    asker.close()
    assert given == []


def test_no_question_need_be_taken_back(asker: WindowAsker) -> None:
    asker.close()


def test_the_window_waits_but_does_not_stand_still(asker: WindowAsker) -> None:
    asker.password(LOCKED, 0, lambda *_: None)
    assert dialog(asker).isModal()
    assert dialog(asker).isVisible()
    asker.close()
