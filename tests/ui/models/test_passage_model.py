"""Sentences as rows, a portion at a time."""

import datetime as dt

import pytest
from PySide6.QtCore import QModelIndex, Qt

from apostil.domain.names import Passage
from apostil.domain.spans import Span
from apostil.ui.models.passage_model import PORTION, Head, PassageModel, passage_facts


def passage(number, article="one", day=1, outlet="Gazette"):
    published = dt.date(2026, 1, day) if day else None
    return Passage(article, f"News {article}", outlet, published, Span(number, number + 3), (), f"Sentence {number}.")


@pytest.fixture
def model(qapp):
    return PassageModel()


def rows(model):
    return [model.index(row).data() for row in range(model.rowCount())]


def test_articles_stand_above_their_sentences(model):
    model.show([passage(1), passage(2), passage(3, "two", 2)])
    assert rows(model) == ["News two", "Sentence 3.", "News one", "Sentence 1.", "Sentence 2."]
    assert model.index(2).data(Qt.ItemDataRole.AccessibleTextRole).endswith("2 sentences")


@pytest.mark.parametrize("newest_first", [True, False])
def test_what_has_no_day_comes_last(model, newest_first):
    model.set_newest_first(newest_first)
    model.show([passage(1), passage(2, "two", 2), passage(3, "three", 0)])
    assert rows(model)[-1] == "Sentence 3."


def test_the_model_keeps_the_rules_of_models(model, qtmodeltester):
    model.show([passage(1), passage(2, "two", 2)])
    qtmodeltester.check(model)


def test_the_order_can_be_turned(model):
    model.show([passage(1), passage(2, "two", 2)])
    model.set_newest_first(False)
    assert rows(model)[0] == "News one"


def test_a_head_leads_to_its_first_sentence(model):
    model.show([passage(1), passage(2)])
    assert isinstance(model.at(0), Head)
    assert model.passage(0) == model.passage(1) == passage(1)


def test_a_long_list_comes_in_portions(model):
    model.show([passage(number) for number in range(3 * PORTION)])
    assert model.rowCount() == PORTION
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == 3 * PORTION + 1
    assert model.sentences == 3 * PORTION


@pytest.mark.parametrize(
    ("given", "words"),
    [(passage(1), "Gazette · 1 Jan 2026"), (passage(1, day=0), "Gazette"), (passage(1, outlet="", day=0), "")],
)
def test_facts_are_told_as_far_as_they_are_known(given, words):
    assert passage_facts(given) == words
