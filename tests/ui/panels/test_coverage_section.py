import pytest
from PySide6.QtCore import Qt

from apostil.domain.choices import Extract
from apostil.domain.coverage import Coverage, Missing, Subject
from apostil.domain.entity import Kind
from apostil.domain.spans import Span
from apostil.ui.accessibility import nameless
from apostil.ui.panels.chips import Roles
from apostil.ui.panels.coverage_section import CoverageSection
from support import panels

BEST = Extract(0, Span(0, 19))
WORDS = {BEST: "Rosa <b> said so & left."}


def subject(label, kind=None, times=2):
    return Subject(label, kind, (Extract(0, Span(0, 4)),) * times)


ROSA = Missing(subject("Rosa Lindqvist", Kind.PERSON), BEST)
OUME = Missing(subject("Oumé", Kind.LOCATION, 1), None)
TONNES = Missing(subject("14,000 tonnes"), BEST)


@pytest.fixture
def section(shown):
    made = shown(CoverageSection(panels.LIGHT))
    made.show_coverage(Coverage((subject("Sendaré", Kind.LOCATION),), (ROSA, OUME, TONNES)), WORDS.__getitem__)
    return made


def chip(section, row):
    return section.view.chips.index(row).data(Roles.CHIP)


def test_the_title_says_how_much_is_left_out(section):
    assert section.title.text() == "3 of 4 names and figures left out"


def test_one_that_is_left_out_is_said_as_one(section):
    section.show_coverage(Coverage((), (ROSA,)), WORDS.__getitem__)
    assert section.title.accessibleName() == "1 of 1 name or figure left out"


def test_a_chip_has_the_line_of_its_kind_and_a_figure_a_glyph(section):
    assert [chip(section, row).kind for row in range(3)] == [Kind.PERSON, Kind.LOCATION, None]
    assert [bool(chip(section, row).glyph) for row in range(3)] == [False, False, True]


def test_the_tip_says_which_sentence_would_come(section):
    tip = section.view.chips.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Rosa Lindqvist (person, 2 times in the article)" in tip
    assert "Adds: Rosa &lt;b&gt; said so &amp; left." in tip


def test_it_is_heard_with_its_kind_and_its_sentence(section):
    heard = section.view.chips.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "14,000 tonnes (figure, 2 times in the article). Adds: Rosa <b> said so & left."


def test_a_click_asks_for_its_sentence(section, qtbot):
    with qtbot.waitSignal(section.missed) as told:
        panels.click(section.view, 0)
    assert told.args == [ROSA]


def test_return_asks_for_it_too(section, qtbot):
    section.view.setFocus()
    qtbot.keyClick(section.view, Qt.Key.Key_End)
    with qtbot.waitSignal(section.missed) as told:
        qtbot.keyClick(section.view, Qt.Key.Key_Return)
    assert told.args == [TONNES]


def test_what_only_dropped_sentences_name_says_why_it_cannot_come(section, qtbot):
    with qtbot.waitSignal(section.told) as told, qtbot.assertNotEmitted(section.missed):
        panels.click(section.view, 1)
    assert told.args == ["You left out every sentence that names it."]
    assert chip(section, 1).faint


def test_where_everything_is_named_it_says_so(section):
    section.show_coverage(Coverage((subject("Sendaré", Kind.LOCATION),)), WORDS.__getitem__)
    assert section.isVisible()
    assert section.title.text() == "No name or figure left out"
    assert not section.body.isVisible()


@pytest.mark.parametrize("nothing", [None, Coverage()])
def test_where_there_is_nothing_to_name_it_is_hidden(section, nothing):
    section.show_coverage(nothing, WORDS.__getitem__)
    assert not section.isVisible()


def test_every_part_has_a_name(section):
    assert nameless(section) == []


def test_other_colours_show(section):
    light = section.view.grab().toImage()
    section.set_theme(panels.DARK)
    assert section.view.grab().toImage() != light
