import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QToolTip

from apostil.domain.entity import Kind
from apostil.domain.spans import Span
from apostil.ui.models.entity_model import EntityModel, Roles
from support import panels


@pytest.fixture
def model(qapp):
    model = EntityModel()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    found = panels.analysis(panels.ENGLISH)
    model.show(panels.ENGLISH, found.sentences, found.entities)
    return model


def names(model):
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_most_frequent_come_first(model):
    assert names(model)[:3] == ["Sendaré", "Adama Késsou", "Northern Transport Union"]


def test_hidden_kinds_are_left_out_and_still_counted(model):
    model.set_kinds(frozenset({Kind.EVENT}))
    assert names(model) == ["Sendaré Flood"]
    assert model.counts()[Kind.PERSON] == 2


@pytest.mark.parametrize("words", ["kessou", "KÉSSOU", "adama", "  Késsou "])
def test_names_are_filtered_without_case_and_accents(model, words):
    model.set_words(words)
    assert names(model) == ["Adama Késsou"]


def test_steps_go_round(model):
    entity = model.at(0)
    starts = [model.step(0, 1).span for _ in range(5)]
    assert starts == [*(mention.span for mention in entity.mentions), entity.mentions[0].span]


def test_the_first_step_back_is_the_last_mention(model):
    assert model.step(0, -1) == model.at(0).mentions[-1]


def test_the_place_is_told(model):
    model.step(0, 1)
    model.step(0, 1)
    assert model.index(0).data(Roles.FACTS) == "Place · confirmed · 2 of 4"


@pytest.mark.parametrize(("confirmed", "words"), [((False, True), "1 confirmed"), ((True, True), "confirmed")])
def test_mentions_that_are_confirmed_are_told(model, confirmed, words):
    kessou = model.at(1)
    mentions = tuple(replace(one, confirmed=sure) for one, sure in zip(kessou.mentions, confirmed, strict=True))
    model.show(panels.ENGLISH, (), (replace(kessou, mentions=mentions),))
    assert model.index(0).data(Roles.FACTS) == f"Person · {words} · 2 mentions"


@pytest.mark.parametrize(
    ("confidence", "words"), [(0.95, "Person · 2 mentions"), (0.5, "Person · guessed, 50 % · 2 mentions")]
)
def test_only_doubtful_guesses_are_told_below_a_name(model, confidence, words):
    kessou = model.at(1)
    mentions = tuple(replace(one, confidence=confidence) for one in kessou.mentions)
    model.show(panels.ENGLISH, (), (replace(kessou, mentions=mentions),))
    assert model.index(0).data(Roles.FACTS) == words


def test_what_is_guessed_says_so(model):
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Adama Késsou, Person, guessed, 80 %, 2 mentions"


def test_places_are_kept_by_a_new_analysis_and_dropped_by_another_article(model):
    found = panels.analysis(panels.ENGLISH)
    model.step(0, 1)
    model.show(panels.ENGLISH, found.sentences, found.entities)
    assert model.place(model.at(0)) == 0
    model.show(panels.FRENCH, (), panels.entities(panels.FRENCH))
    assert model.place(model.at(0)) is None


def test_hovering_tells_kind_aliases_and_the_sentence(model):
    tip = model.index(1).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert tip.splitlines()[:2] == ["Adama Késsou: person, guessed, 80 %", "also Késsou"]
    assert tip.splitlines()[2].startswith("Minister Adama Késsou said")


def test_the_tool_tip_has_the_sentence_verbatim_on_short_lines(model):
    tip = QTextDocument()
    tip.setHtml(model.index(1).data(Qt.ItemDataRole.ToolTipRole))
    said = model.index(1).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert re.split("[\ufdd0\ufdd1\u2029]+", tip.toRawText().strip("\ufdd0\ufdd1\u2029")) == said.splitlines()
    assert tip.idealWidth() < 70 * QFontMetrics(QToolTip.font()).averageCharWidth()


def test_a_row_is_found_by_any_of_its_names(model):
    assert model.row_named("késsou") == model.row_named("Adama Kessou") == 1
    assert model.row_named("Nobody") == -1


def test_outside_a_sentence_the_block_is_told(qapp):
    model = EntityModel()
    model.show(panels.ENGLISH, (), panels.entities(panels.ENGLISH))
    row = model.row_of("location:sendare")
    assert model.sentence(model.at(row).mentions[0]) == "River port of Sendaré reopens after eleven months"


def test_a_mention_that_two_sentences_share_is_told_in_its_block(qapp):
    found = panels.analysis(panels.ENGLISH)
    name = panels.entities(panels.ENGLISH)[0].mentions[0]
    block = panels.ENGLISH.blocks[panels.ENGLISH.block_at(name.span.start)].span
    middle = (name.span.start + name.span.end) // 2
    model = EntityModel()
    model.show(panels.ENGLISH, (Span(block.start, middle), Span(middle, block.end)), found.entities)
    assert model.sentence(name) == block.cut(panels.ENGLISH.text)
