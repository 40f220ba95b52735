from __future__ import annotations

from dataclasses import replace
from time import process_time
from typing import TYPE_CHECKING

import pytest

from apostil.domain.annotation import Color
from apostil.domain.choices import Extract
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method
from apostil.ui.covering import Covering, Phrasing
from apostil.ui.panels.coverage_section import CoverageSection
from apostil.ui.panels.phrases_section import PhrasesSection
from support import panels
from support.panels import ENGLISH
from support.surveys import make_survey, with_findings

if TYPE_CHECKING:
    from apostil.ui.desk import Desk

PHRASES = ("cranes stand still", "Sendaré")
NUMBERS = ("14,000 tonnes", "900| dockers", "41 million")


@pytest.fixture
def open_desk(desk: Desk) -> Desk:
    """A desk with the English article, its key phrases and its figures."""
    desk.open(next(entry.id for entry in desk.library.entries() if entry.title == ENGLISH.metadata.title))
    desk.set_length(Length(2))
    desk.take_survey(with_findings(desk.survey, ENGLISH.text, phrases=PHRASES, numbers=NUMBERS))
    return desk


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def coverage(open_desk: Desk, shown, said) -> CoverageSection:
    section = shown(CoverageSection(panels.LIGHT))
    Covering(open_desk, section).told.connect(said.append)
    return section


@pytest.fixture
def phrases(open_desk: Desk, shown, said) -> PhrasesSection:
    section = shown(PhrasesSection(panels.LIGHT))
    Phrasing(open_desk, section).told.connect(said.append)
    section.unfold()
    return section


def left_out(section) -> list[str]:
    return [chip.words for chip in section.view.chips.chips]


def click(section, words: str) -> None:
    panels.click(section.view, left_out(section).index(words))


def test_what_no_sentence_of_the_summary_names_is_left_out(coverage, open_desk):
    summary = " ".join(one.span.cut(ENGLISH.text) for one in open_desk.summary.sentences)
    assert left_out(coverage)
    assert not [name for name in left_out(coverage) if name in summary]


def test_figures_stand_behind_names(coverage):
    kinds = [chip.kind is None for chip in coverage.view.chips.chips]
    assert kinds == sorted(kinds)
    assert True in kinds


def test_a_figure_says_what_it_counts(coverage, open_desk):
    open_desk.take_survey(with_findings(open_desk.survey, ENGLISH.text, numbers=["900| dockers"]))
    assert "900 dockers" in left_out(coverage)


def test_a_click_keeps_the_best_sentence_with_it(coverage, open_desk, said):
    click(coverage, "900 dockers")
    (kept,) = open_desk.choices.pinned
    assert "900 dockers" in kept.span.cut(ENGLISH.text)
    assert "900 dockers" not in left_out(coverage)
    assert said == ["A sentence that names 900 dockers is now kept in the summary"]


def test_keeping_it_can_be_undone(coverage, open_desk):
    before = left_out(coverage)
    click(coverage, "900 dockers")
    assert open_desk.undo_stack.undoText() == "Keep a sentence"
    open_desk.undo_stack.undo()
    assert left_out(coverage) == before
    assert open_desk.choices.pinned == ()


def test_a_longer_summary_leaves_out_less(coverage, open_desk):
    before = left_out(coverage)
    open_desk.set_length(Length(30))
    assert coverage.title.text() == "No name or figure left out"
    open_desk.set_length(Length(2))
    assert left_out(coverage) == before


def test_another_method_leaves_out_other_things(coverage, open_desk):
    before = left_out(coverage)
    open_desk.set_method(Method.LEAD)
    reversed_ranks = make_survey(panels.sentences(ENGLISH), [float(n) for n in range(len(panels.sentences(ENGLISH)))])
    open_desk.take_survey(with_findings(reversed_ranks, ENGLISH.text, numbers=NUMBERS))
    assert left_out(coverage) != before


def test_names_that_are_too_doubtful_do_not_count(coverage, open_desk):
    assert {"Northern Transport Union", "Rosa Lindqvist"} <= set(left_out(coverage))
    open_desk.set_least_confidence(0.9)  # only what a person confirmed is surer
    assert "Northern Transport Union" not in left_out(coverage)
    assert "Rosa Lindqvist" in left_out(coverage)


def test_without_an_article_there_is_nothing_to_say(coverage, open_desk):
    open_desk.open(None)
    assert not coverage.isVisible()


def test_where_nothing_can_be_written_it_says_why(coverage, open_desk, said, monkeypatch):
    monkeypatch.setattr(type(open_desk), "read_only", True)
    monkeypatch.setattr(type(open_desk), "read_only_because", "The file is write-protected.")
    click(coverage, "900 dockers")
    assert said == ["The file is write-protected."]
    assert open_desk.choices.pinned == ()


def test_phrases_of_the_survey_are_listed(phrases):
    assert left_out(phrases) == list(PHRASES)


def test_they_go_with_the_article(phrases, open_desk):
    open_desk.open(None)
    assert not phrases.isVisible()


def test_a_longer_summary_leaves_an_opened_phrase_open(phrases, open_desk):
    click(phrases, "Sendaré")
    open_desk.set_length(Length(3))
    assert phrases.places.isVisible()


def test_its_places_lead_into_the_text(phrases, open_desk, qtbot):
    click(phrases, "cranes stand still")
    assert phrases.places.lines.rowCount() == 2
    with qtbot.waitSignal(open_desk.reveal_requested) as told:
        panels.click(phrases.places, 0)
    assert told.args[0].cut(ENGLISH.text) == "cranes stand still"


def test_a_phrase_becomes_a_tag_on_its_sentences(phrases, open_desk, said):
    click(phrases, "cranes stand still")
    phrases.tag.click()
    assert [mark.tags for mark in open_desk.annotations] == [("cranes stand still",)] * 2
    assert said == ["2 passages tagged “cranes stand still”"]
    assert not phrases.tag.isEnabled()


def test_a_mark_of_ones_own_gets_the_tag(phrases, open_desk):
    mine = panels.mark(open_desk, "Half of the cranes stand still", Color.RED)
    click(phrases, "cranes stand still")
    phrases.tag.click()
    assert open_desk.annotation(mine.id).tags == ("cranes stand still",)
    assert len(open_desk.annotations) == 2


def test_tagging_is_one_step_of_undo(phrases, open_desk):
    click(phrases, "cranes stand still")
    phrases.tag.click()
    open_desk.undo_stack.undo()
    assert open_desk.annotations == ()
    assert phrases.tag.isEnabled()


def test_a_slider_move_in_a_long_article_is_followed_at_once(coverage, open_desk):
    spans = [Span(n, n + 1) for n in range(1000)]
    entities = tuple(
        Entity(f"e{n}", f"Name {n}", tuple(Kind)[n % 6], tuple(Mention(Span(p, p + 1), Kind.PERSON) for p in places))
        for n in range(500)
        for places in [sorted({(n * k * 37) % 1000 for k in range(1, 6)})]
    )
    numbers = tuple(Extract(0, Span(n, n + 1)) for n in range(0, 1000, 4))
    nouns = tuple(Extract(0, Span(n + 1, n + 1)) for n in range(0, 1000, 4))
    open_desk.article = replace(ENGLISH, text=ENGLISH.text.ljust(1000, "x"), blocks=())
    open_desk.shown_entities = entities
    open_desk.take_survey(replace(make_survey(spans), numbers=numbers, nouns=nouns))
    took = []
    for amount in range(3, 30):
        began = process_time()
        open_desk.set_length(Length(amount))
        took.append(process_time() - began)
    assert len(left_out(coverage)) > 300
    assert sorted(took)[len(took) // 2] < 1  # a few milliseconds on a machine at rest
