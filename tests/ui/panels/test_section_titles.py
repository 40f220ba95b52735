import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from apostil.ui.accessibility import nameless
from apostil.ui.panels.section import Section
from apostil.ui.panels.section_titles import SectionTitles


@pytest.fixture
def panel(shown):
    """Two sections below a row for their titles."""
    made = QWidget()
    made.first, made.second = Section("first"), Section("second")
    for section in (made.first, made.second):
        section.column.addWidget(QLabel("below"))
        section.say("Says a great deal about itself", f"The {section.objectName()}")
    made.titles = SectionTitles([made.first, made.second])
    layout = QVBoxLayout(made)
    for part in (made.titles, made.first, made.second):
        layout.addWidget(part)
    made.resize(300, 300)
    return shown(made)


def test_it_is_hidden_while_sections_have_their_titles(panel):
    assert panel.titles.isHidden()


def test_borrowed_titles_stand_side_by_side(panel):
    panel.titles.borrow(True)
    panel.layout().activate()
    assert panel.first.title.parent() is panel.titles
    assert [section.title.text() for section in (panel.first, panel.second)] == [
        "The first",
        "Says a great deal about itself",
    ]
    assert panel.first.title.y() == panel.second.title.y()


def test_titles_that_are_given_back_stand_above_what_they_fold(panel):
    panel.titles.borrow(True)
    panel.titles.borrow(False)
    assert panel.titles.isHidden()
    assert panel.first.title.parent() is panel.first
    assert panel.first.layout().itemAt(0).widget() is panel.first.title
    assert panel.first.title.text() == "Says a great deal about itself"


def test_a_hidden_section_hides_its_title_and_leaves_its_room(panel):
    panel.second.seen.connect(panel.titles.fit)
    panel.titles.borrow(True)
    panel.second.hide()
    assert not panel.second.title.isVisible()
    assert panel.first.title.text() == "Says a great deal about itself"


def test_without_sections_there_is_no_row(panel):
    panel.titles.borrow(True)
    panel.first.hide()
    panel.second.hide()
    panel.titles.fit()
    assert panel.titles.isHidden()


def test_what_has_the_keyboard_has_a_name(panel):
    panel.titles.borrow(True)
    assert nameless(panel) == []


@pytest.mark.parametrize(
    ("width", "first", "second"),
    [(500, "Says a great deal about itself", "Says a great deal about itself"), (230, "The first", "The second")],
)
def test_titles_are_as_full_as_there_is_room_for(panel, width, first, second):
    panel.titles.borrow(True)
    panel.resize(width, 300)
    panel.layout().activate()
    assert [section.title.text() for section in (panel.first, panel.second)] == [first, second]


def test_where_not_even_the_shortest_fit_all_are_cut(panel):
    panel.titles.borrow(True)
    for section in (panel.first, panel.second):
        section.say("Says a great deal about itself and about many others")
    panel.titles.fit()
    assert all(section.title.text().endswith("…") for section in (panel.first, panel.second))


def test_titles_can_be_borrowed_again(panel):
    for wanted in (True, False, True):
        panel.titles.borrow(wanted)
    assert panel.titles.layout().count() == 3
