import pytest
from PySide6.QtCore import Qt

from apostil.domain.concordance import concordance
from apostil.domain.summary import KeyPhrase
from apostil.ui.accessibility import nameless
from apostil.ui.panels.phrases_section import PhrasesSection
from support import panels
from support.panels import ENGLISH, places

CRANES = KeyPhrase("cranes stand still", tuple(places(ENGLISH.text, "cranes stand still")), 2.0)
PORT = KeyPhrase("river port", tuple(places(ENGLISH.text, "iver port")), 1.0)


@pytest.fixture
def section(shown):
    made = shown(PhrasesSection(panels.LIGHT))
    made.show_phrases([CRANES, PORT])
    made.unfold()
    return made


@pytest.fixture
def opened(section):
    """The section with the places of the first phrase."""
    panels.click(section.view, 0)
    section.show_places(ENGLISH.text, concordance(ENGLISH, panels.sentences(ENGLISH), CRANES.spans))
    return section


def test_phrases_stand_with_their_number(section):
    assert section.title.text() == "Key phrases (2)"
    heard = [section.view.chips.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert heard == [
        f"{words}, 2 times in the article. Click to see each in its sentence"
        for words in ("cranes stand still", "river port")
    ]


@pytest.mark.parametrize(("brief", "most"), [(False, 3), (True, 2)])
def test_where_there_is_little_room_fewer_phrases_are_seen_at_once(shown, brief, most):
    made = shown(PhrasesSection(panels.LIGHT))
    made.unfold()
    made.resize(160, 400)
    made.set_brief(brief)
    made.show_phrases([CRANES] * 9)
    rows = range(made.view.chips.rowCount())
    assert len({made.view.visualRect(made.view.chips.index(row)).top() for row in rows}) == most


@pytest.mark.parametrize(("brief", "seen"), [(False, 2), (True, 1)])
def test_some_places_are_to_be_seen_before_the_phrase_itself(opened, brief, seen):
    opened.set_brief(brief)
    row = opened.places.sizeHintForRow(0)
    assert 0 <= opened.least_opening - seen * row < row


def test_it_is_folded_at_first(shown):
    made = shown(PhrasesSection(panels.LIGHT))
    made.show_phrases([CRANES])
    assert made.isVisible()
    assert not made.body.isVisible()


def test_a_click_opens_the_places_of_a_phrase(section, qtbot):
    with qtbot.waitSignal(section.opened) as told:
        panels.click(section.view, 1)
    assert told.args == [PORT]
    assert section.opened_phrase is PORT


def test_its_places_are_said_and_listed(opened):
    assert opened.said.text() == "“cranes stand still” 2 times"
    assert opened.places.isVisible()
    assert opened.places.lines.rowCount() == 2


def test_another_click_closes_them(opened, qtbot):
    with qtbot.waitSignal(opened.opened) as told:
        panels.click(opened.view, 0)
    assert told.args == [None]
    assert not opened.places.isVisible()


def test_escape_closes_them_and_the_keyboard_stays(opened, qtbot):
    opened.places.setFocus()
    qtbot.keyClick(opened.places, Qt.Key.Key_Escape)
    assert not opened.places.isVisible()
    assert opened.view.hasFocus()


def test_a_place_leads_to_the_text(opened, qtbot):
    with qtbot.waitSignal(opened.place_wanted) as told:
        panels.click(opened.places, 1)
    assert told.args == [CRANES.spans[1]]


def test_one_click_makes_a_tag(opened, qtbot):
    with qtbot.waitSignal(opened.tag_wanted) as told:
        opened.tag.click()
    assert told.args == [CRANES]


def test_why_no_tag_can_be_made_stands_in_the_tip(opened):
    opened.allow_tag("All have it.")
    assert not opened.tag.isEnabled()
    assert opened.tag.toolTip() == "All have it."
    opened.allow_tag()
    assert opened.tag.isEnabled()


def test_other_phrases_close_what_was_open(opened):
    opened.show_phrases([PORT])
    assert opened.opened_phrase is None
    assert not opened.places.isVisible()


def test_places_that_come_late_are_not_shown(section):
    section.show_places(ENGLISH.text, ())
    assert not section.places.isVisible()


def test_without_phrases_it_is_hidden(section):
    section.show_phrases([])
    assert not section.isVisible()


def test_every_part_has_a_name(opened):
    assert nameless(opened) == []


def test_other_colours_show(opened):
    light = opened.grab().toImage()
    opened.set_theme(panels.DARK)
    assert opened.grab().toImage() != light
