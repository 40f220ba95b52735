import pytest
from PySide6.QtCore import Qt

from apostil.ui.panels.summary_sections import SummarySections
from support import panels
from support.surveys import with_findings


@pytest.fixture
def sections(desk, english, shown):
    desk.take_survey(with_findings(desk.survey, panels.ENGLISH.text, phrases=["cranes stand still"]))
    return shown(SummarySections(desk, panels.LIGHT))


def test_both_are_there(sections):
    assert sections.coverage.title.text().startswith("Leaves out ")
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


def test_with_little_room_what_is_left_out_is_folded(sections):
    sections.set_brief(True)
    assert not sections.coverage.body.isVisible()
    sections.set_brief(False)
    assert sections.coverage.body.isVisible()


def test_what_somebody_unfolds_stays_so(sections, qtbot):
    sections.set_brief(True)
    qtbot.mouseClick(sections.coverage.title, Qt.MouseButton.LeftButton)
    sections.set_brief(True)
    assert sections.coverage.body.isVisible()


def test_other_colours_show(sections):
    light = sections.grab().toImage()
    sections.set_theme(panels.DARK)
    assert sections.grab().toImage() != light
