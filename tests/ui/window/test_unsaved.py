"""A note that cannot be saved keeps the window open, unless a person would rather lose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from apostil.ui.window.unsaved import may_lose_note
from support.main_windows import in_dialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KEEP, LOSE = "Keep the window open", "Close and lose the note"


def answer(words: str) -> None:
    """Press this button of the next question."""
    in_dialog(lambda box: next(button for button in box.buttons() if button.text() == words).click())


@pytest.mark.parametrize(("words", "lost"), [(KEEP, False), (LOSE, True)])
def test_a_person_decides(qapp: QApplication, words: str, lost: bool) -> None:
    answer(words)
    assert may_lose_note("The disk is full.") is lost


@pytest.mark.parametrize(("reason", "told"), [("The disk is full.", "The disk is full."), ("", "Free some space")])
def test_the_question_says_why(qtbot: QtBot, reason: str, told: str) -> None:
    said: list[str] = []
    in_dialog(lambda box: said.append(box.informativeText()))
    may_lose_note(reason)
    assert said[0].startswith(told)
