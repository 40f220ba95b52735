"""What the line at the bottom says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton

from apostil.ui.window.status_line import StatusLine
from support.desks import make_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from apostil.ui.desk import Desk


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    made = StatusLine()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Iterator[Desk]:
    made, article_id = make_desk(tmp_path)
    made.open(article_id)
    yield made
    made.library.close()


def test_an_open_article_is_told_in_a_few_facts(line: StatusLine, desk: Desk) -> None:
    line.show_facts(desk)
    assert line.facts == f"French · {desk.article.word_count} words · 1 min · 1 entity · saved"


def test_an_article_that_is_being_analysed_says_so(line: StatusLine, desk: Desk) -> None:
    desk.analysis = None
    line.show_facts(desk)
    assert "analysing…" in line.facts


def test_a_library_that_is_only_read_says_so(line: StatusLine, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(desk), "read_only", True)
    line.show_facts(desk)
    assert line.facts.endswith("read only")
    desk.open(None)
    line.show_facts(desk)
    assert line.facts == "Read only"


def test_without_an_article_there_is_nothing_to_say(line: StatusLine, desk: Desk) -> None:
    desk.open(None)
    line.show_facts(desk)
    assert line.facts == ""


def test_work_is_shown_with_how_far_it_is(line: StatusLine) -> None:
    line.show_progress("Opening 3 of 8", 2, 8)
    bar = line.findChild(QProgressBar)
    assert bar.isVisible()
    assert (bar.value(), bar.maximum()) == (2, 8)
    assert "Opening 3 of 8" in [label.text() for label in line.findChildren(QLabel)]


def test_without_work_there_is_nothing_to_cancel(line: StatusLine) -> None:
    line.show_progress("Opening 3 of 8", 2, 8)
    line.show_progress("", 0, 0)
    assert not line.findChild(QProgressBar).isVisible()
    assert not line.findChild(QToolButton).isVisible()


def test_work_is_cancelled_with_a_click(line: StatusLine, qtbot: QtBot) -> None:
    line.show_progress("Opening 3 of 8", 2, 8)
    with qtbot.waitSignal(line.cancelled):
        qtbot.mouseClick(line.findChild(QToolButton), Qt.MouseButton.LeftButton)


def test_what_just_happened_is_told(line: StatusLine) -> None:
    line.tell("Notes written.")
    assert line.currentMessage() == "Notes written."
    line.clearMessage()


def test_a_failure_stays_until_something_else_is_told(line: StatusLine) -> None:
    line.tell("Notes written.")
    line.warn("The disk is full.")
    assert (line.failure, line.currentMessage()) == ("⚠ The disk is full.", "")
    line.tell("Notes written.")
    assert (line.failure, line.currentMessage()) == ("", "Notes written.")
    line.clearMessage()


def name_of(line: StatusLine) -> QLabel:
    return line._name


@pytest.mark.parametrize(("width", "with_facts"), [(1200, True), (700, False)])
def test_what_is_worked_on_is_named_and_the_facts_give_way_where_it_is_narrow(
    line: StatusLine, width: int, with_facts: bool
) -> None:
    line.resize(width, 30)
    line.show_progress("Opening 3 of 8", 2, 8, "mill.txt")
    assert name_of(line).isVisible()
    assert line._facts.isVisible() is with_facts


def test_the_facts_come_back_when_work_ends(line: StatusLine) -> None:
    line.resize(700, 30)
    line.show_progress("Opening 3 of 8", 2, 8, "mill.txt")
    line.show_progress("", 0, 0)
    assert line._facts.isVisible()


def test_a_long_name_loses_its_middle_and_is_whole_in_the_tool_tip(line: StatusLine) -> None:
    name = f"{'very ' * 40}long.txt"
    line.resize(1200, 30)
    line.show_progress("Opening 3 of 8", 2, 8, name)
    assert len(name_of(line).text()) < len(name)
    assert name in name_of(line).toolTip()


def test_without_a_name_none_is_shown(line: StatusLine) -> None:
    line.resize(1200, 30)
    line.show_progress("Analysing 3 of 8", 2, 8)
    assert not name_of(line).isVisible()


def test_a_message_stands_alone_until_it_goes(line: StatusLine, desk: Desk) -> None:
    line.show_facts(desk)
    line.tell("2 articles came in.")
    line.show_progress("", 0, 0)
    facts = next(label for label in line.findChildren(QLabel) if label.text() == line.facts)
    seen = [facts.isVisible()]
    line.clearMessage()
    assert [*seen, facts.isVisible()] == [False, True]
