import pytest
from PySide6.QtCore import Qt

from apostil.ui.panels.summary_sections import ROOM_FOR_BOTH, SummarySections
from support import panels
from support.surveys import with_findings


@pytest.fixture
def sections(desk, english, shown):
    desk.take_survey(with_findings(desk.survey, panels.ENGLISH.text, phrases=["cranes stand still"]))
    return shown(SummarySections(desk, panels.LIGHT))


def test_both_are_there(sections):
    assert sections.coverage.title.text().endswith(" names and figures left out")
    assert sections.phrases.title.text() == "Key phrases (1)"


def test_what_is_added_is_told(sections, desk, qtbot):
    with qtbot.waitSignals([sections.told, sections.added]):
        panels.click(sections.coverage.view, 0)
    assert len(desk.choices.pinned) == 1


def test_a_tag_is_told(sections, qtbot):
    sections.phrases.unfold()
    panels.click(sections.phrases.view, 0)
    with qtbot.waitSignal(sections.told):
        sections.phrases.tag.click()


def test_without_an_article_nothing_is_said(sections, desk):
    desk.open(None)
    assert not sections.coverage.isVisible()
    assert not sections.phrases.isVisible()


def opened(sections):
    return [section.objectName() for section in (sections.coverage, sections.phrases) if section.body.isVisible()]


def press(qtbot, section):
    qtbot.mouseClick(section.title, Qt.MouseButton.LeftButton)


def test_with_little_room_all_is_folded(sections):
    sections.fit(455, brief=True)
    assert opened(sections) == []
    sections.fit(900, brief=False)
    assert opened(sections) == ["coverage"]


def test_with_little_room_the_titles_stand_in_one_row_and_are_short(sections):
    sections.titles.resize(300, 30)
    sections.fit(455, brief=True)
    assert sections.titles.isAncestorOf(sections.coverage.title)
    assert sections.coverage.title.text().endswith(" left out")
    assert sections.coverage.title.accessibleName().endswith(" names and figures left out")
    assert sections.phrases.title.text() == "Key phrases (1)"
    sections.fit(900, brief=False)
    assert sections.coverage.isAncestorOf(sections.coverage.title)
    assert sections.titles.isHidden()


def test_what_somebody_unfolds_stays_so(sections, qtbot):
    sections.fit(455, brief=True)
    press(qtbot, sections.coverage)
    sections.fit(456, brief=True)
    assert opened(sections) == ["coverage"]


def test_where_the_panel_is_not_high_one_opens_as_the_other_closes(sections, qtbot):
    sections.fit(ROOM_FOR_BOTH - 1, brief=False)
    press(qtbot, sections.phrases)
    assert opened(sections) == ["phrases"]
    press(qtbot, sections.phrases)
    assert opened(sections) == []


def test_in_a_high_panel_both_can_be_open(sections, qtbot):
    sections.fit(ROOM_FOR_BOTH, brief=False)
    press(qtbot, sections.phrases)
    assert opened(sections) == ["coverage", "phrases"]


def test_what_was_folded_is_remembered_for_low_and_high_panels_apart(sections, qtbot):
    sections.fit(ROOM_FOR_BOTH, brief=False)
    press(qtbot, sections.coverage)
    sections.fit(455, brief=True)
    press(qtbot, sections.phrases)
    assert sections.folds == {"coverage": False, "phrases low": True, "coverage low": False}


def test_folds_come_back_and_others_are_not_ours(sections):
    sections.fit(ROOM_FOR_BOTH, brief=False)
    sections.restore_folds({"coverage": False, "phrases": True, "library": True})
    assert opened(sections) == ["phrases"]
    assert sections.folds == {"coverage": False, "phrases": True}


def test_of_two_that_were_open_a_lower_panel_shows_one(sections):
    sections.restore_folds({"coverage": True, "phrases": True})
    sections.fit(ROOM_FOR_BOTH - 1, brief=False)
    assert opened(sections) == ["phrases"]


def test_other_colours_show(sections):
    light = sections.grab().toImage()
    sections.set_theme(panels.DARK)
    assert sections.grab().toImage() != light
