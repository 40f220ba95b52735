"""What is said of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit

from apostil.domain.article import ArticleId
from apostil.services.importing.items import Item, Step
from apostil.services.importing.report import Arrival, Problem, Report
from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.import_report import MOST_LINES, ImportReport, summary, worth_telling

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

EMPTY = Problem("vide.txt", "This file is empty. Save it again, and open it then.", "/texts/vide.txt")
LOCKED = Problem("<b>&.docx", "This Word file is protected by a password.")
OFFER = Item("/mails/a.eml", (Step("notes.pdf", 0),))


def arrival(number: int) -> Arrival:
    return Arrival(ArticleId(str(number)), f"News of day {number}", Item(f"/texts/{number}.txt"))


def made(qtbot: QtBot, report: Report) -> ImportReport:
    dialog = ImportReport(report)
    qtbot.addWidget(dialog)
    return dialog


def shown(dialog: ImportReport) -> str:
    return dialog.findChild(QTextEdit).toPlainText()


def test_one_file_is_named_with_its_reason(qtbot: QtBot) -> None:
    dialog = made(qtbot, Report(problems=[EMPTY]))
    assert dialog.findChild(QLabel).text() == "One file was not opened."
    assert shown(dialog) == f"{EMPTY.name}\n{EMPTY.reason}"


def test_names_are_shown_verbatim(qtbot: QtBot) -> None:
    assert "<b>&.docx" in shown(made(qtbot, Report(problems=[LOCKED])))


def test_a_reason_of_many_is_said_once_with_their_names(qtbot: QtBot) -> None:
    problems = [Problem(f"page {number}.png", "It is a picture.", f"/a/page {number}.png") for number in (10, 9, 1)]
    lines = shown(made(qtbot, Report(problems=[EMPTY, *problems]))).splitlines()
    assert lines[:2] == ["3 files", "It is a picture."]
    assert [line.strip() for line in "\n".join(lines[2:]).replace("\u2028", "\n").splitlines()][:3] == [
        "page 1.png",
        "page 9.png",
        "page 10.png",
    ]


def test_files_of_one_name_are_told_apart_by_their_places(qtbot: QtBot) -> None:
    problems = [Problem("a.txt", "It is empty.", f"/{folder}/a.txt") for folder in "xy"]
    assert "/x/a.txt" in shown(made(qtbot, Report(problems=problems)))


def test_of_very_many_files_the_first_are_listed_and_the_rest_counted(qtbot: QtBot) -> None:
    problems = [Problem(f"{number}.png", "It is a picture.") for number in range(MOST_LINES + 20)]
    dialog = made(qtbot, Report(problems=problems))
    assert "and 20 more" in shown(dialog)
    assert f"{MOST_LINES + 19}.png: It is a picture." in dialog.words


def test_what_came_out_of_a_pile_is_listed(qtbot: QtBot) -> None:
    report = Report(new=[ArticleId("1")], arrivals=[arrival(1)], piles=1)
    dialog = made(qtbot, report)
    assert "News of day 1" in shown(dialog)
    assert "News of day 1 (/texts/1.txt)" in dialog.words


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (Report(new=[ArticleId("1")]), ["1 article came in."]),
        (Report(new=[ArticleId("1"), ArticleId("2")], known=[ArticleId("3")]), ["2 articles came in.", "already"]),
        (Report(known=[ArticleId("3"), ArticleId("4")]), ["Nothing new", "2 articles were already"]),
        (Report(new=[ArticleId("1")], known=[ArticleId("1")]), ["1 article", "One file came twice."]),
        (Report(new=[ArticleId("1")], known=[ArticleId("1"), ArticleId("1")]), ["1 article", "2 files came twice."]),
        (Report(known=[ArticleId("3"), ArticleId("3")]), ["Nothing new", "One article was already", "One file came"]),
        (Report(problems=[EMPTY, LOCKED]), ["2 files were not opened."]),
        (Report(new=[ArticleId("1")], total=8, done=3, cancelled=True), ["1 article", "5 files were left out"]),
        (Report(new=[ArticleId("1")], total=4, done=3, cancelled=True), ["1 article", "One file was left out"]),
    ],
)
def test_an_import_in_a_few_sentences(report: Report, words: list[str]) -> None:
    told = summary(report)
    assert len(told) == len(words)
    assert all(some in line for some, line in zip(words, told, strict=True))


@pytest.mark.parametrize(
    ("report", "worth"),
    [
        (Report(new=[ArticleId("1")], arrivals=[arrival(1)], total=1, done=1), False),
        (Report(problems=[EMPTY]), True),
        (Report(piles=1), True),
        (Report(offers=[OFFER]), True),
        (Report(left_out=[OFFER], cancelled=True, total=1), True),
        (Report(new=[ArticleId("1")], arrivals=[Arrival(ArticleId("1"), "News", OFFER)]), True),
    ],
)
def test_what_is_worth_a_report(report: Report, worth: bool) -> None:
    assert worth_telling(report) is worth


def test_it_is_copied_a_line_a_file(qtbot: QtBot) -> None:
    dialog = made(qtbot, Report(problems=[EMPTY, LOCKED]))
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "&Copy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().splitlines()[2:] == [
        f"{LOCKED.name}: {LOCKED.reason}",
        f"{EMPTY.origin}: {EMPTY.reason}",
    ]


def test_what_came_with_mails_is_offered(qtbot: QtBot) -> None:
    dialog = made(qtbot, Report(offers=[OFFER]))
    button = next(button for button in dialog.findChildren(QPushButton) if "attachments" in button.text())
    with qtbot.waitSignal(dialog.attachments_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_enter_closes_it(qtbot: QtBot) -> None:
    dialog = made(qtbot, Report(problems=[EMPTY], offers=[OFFER]))
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_the_window_stays_usable_beside_it(qtbot: QtBot) -> None:
    assert not made(qtbot, Report(problems=[EMPTY])).isModal()


def test_everything_has_a_name(qtbot: QtBot) -> None:
    assert nameless(made(qtbot, Report(problems=[EMPTY], offers=[OFFER]))) == []


def test_where_nothing_is_to_be_listed_there_is_no_box(qtbot: QtBot) -> None:
    dialog = made(qtbot, Report(new=[ArticleId("1")], arrivals=[arrival(1)], offers=[OFFER]))
    assert dialog.findChild(QTextEdit).isHidden()


def test_what_was_left_out_is_named(qtbot: QtBot) -> None:
    items = [Item(f"/texts/{number}.txt") for number in range(40)]
    dialog = made(qtbot, Report(left_out=items, total=41, done=1, cancelled=True))
    listed = shown(dialog)
    assert listed.startswith("Left out")
    assert "9.txt" in listed
    assert "and 30 more" in listed
    assert "/texts/39.txt: left out" in dialog.words


def test_attachments_that_came_in_are_listed(qtbot: QtBot) -> None:
    dialog = made(qtbot, Report(new=[ArticleId("1")], arrivals=[Arrival(ArticleId("1"), "Tides", OFFER)]))
    assert "Tides" in shown(dialog)
