from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from apostil.domain.annotation import Color, Status
from apostil.domain.article import ArticleId
from apostil.domain.place import Box, Place
from apostil.ui.models.note_model import NoteModel, Roles, Sieve
from support import panels

ARTICLE = panels.ENGLISH
HERE = ArticleId("here")


def a_mark(words, **rest):
    return panels.a_mark(ARTICLE, HERE, words, **rest)


MARKS = (
    a_mark("river port", color=Color.YELLOW),
    a_mark("rice", color=Color.RED, note="How much, exactly?", tags=("food", "figures")),
    a_mark("900 dockers", color=Color.RED, tags=("figures",), status=Status.TO_CHECK),
    a_mark("Half of the cranes", color=Color.BLUE, note="Vérifier l’été dernier"),
)


@pytest.fixture
def model(qapp):
    model = NoteModel()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(ARTICLE, MARKS)
    return model


def quoted(model):
    return [model.index(row).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("sieve", "expected"),
    [
        (Sieve(), ["river port", "rice", "900 dockers", "Half of the cranes"]),
        (Sieve(color=Color.RED), ["rice", "900 dockers"]),
        (Sieve(tag="food"), ["rice"]),
        (Sieve(words="exactly"), ["rice"]),
        (Sieve(words="l'ete"), ["Half of the cranes"]),
        (Sieve(words="FIGURES"), ["rice", "900 dockers"]),
        (Sieve(color=Color.RED, words="dock"), ["900 dockers"]),
    ],
)
def test_marks_are_filtered(model, sieve, expected):
    model.set_sieve(sieve)
    assert quoted(model) == expected


def test_a_mark_is_told_in_words(model):
    told = model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "“900 dockers”, Red · paragraph 3 · to check, tags: figures"
    assert "note: How much, exactly?" in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_mark_in_a_headline_has_no_paragraph(model):
    model.show(ARTICLE, (a_mark("River port"),))
    assert model.index(0).data(Roles.FACTS) == "Yellow"


def test_a_changed_mark_changes_its_row_alone(model, qtbot):
    marks = (*MARKS[:2], replace(MARKS[2], color=Color.GREEN), MARKS[3])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as told:
        model.follow(ARTICLE, marks)
    assert [told.args[0].row(), told.args[1].row()] == [2, 2]


def test_marks_come_and_go_in_their_place(model, qtbot):
    new = a_mark("eleven months after")
    marks = tuple(sorted((*MARKS, new), key=lambda mark: mark.order))
    with qtbot.waitSignal(model.rowsInserted) as told:
        model.follow(ARTICLE, marks)
    assert quoted(model)[told.args[1]] == "eleven months after"
    with qtbot.waitSignal(model.rowsRemoved):
        model.follow(ARTICLE, MARKS)
    assert quoted(model) == [mark.anchor.exact for mark in MARKS]


def test_a_mark_that_is_being_written_in_stays_although_it_no_longer_passes(model):
    model.set_sieve(Sieve(tag="food"))
    model.follow(ARTICLE, (MARKS[0], replace(MARKS[1], tags=()), *MARKS[2:]), MARKS[1].id)
    assert quoted(model) == ["rice"]


def test_colours_and_tags_to_filter_by_are_those_that_occur(model):
    assert model.colors == [Color.YELLOW, Color.RED, Color.BLUE]
    assert model.tags == ["figures", "food"]


def test_a_mark_on_a_page_says_which(qapp):
    article = panels.compose([panels.Piece("It rained on the mill.", place=Place((Box(3, 0, 0, 9, 9),)))])
    model = NoteModel()
    model.show(article, (panels.a_mark(article, "a", "rained"),))
    assert model.index(0).data(Roles.FACTS) == "Yellow · p.\u00a03, paragraph 1"
