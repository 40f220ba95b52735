import pytest
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from apostil.ui.panels.sections import Sections


@pytest.fixture
def panel(qtbot):
    """A list with the place for sections below it."""
    panel = QWidget()
    panel.sections = Sections()
    layout = QVBoxLayout(panel)
    layout.addWidget(QListView(), 1)
    layout.addWidget(panel.sections)
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def section(height):
    label = QLabel("Leaves out")
    label.setFixedHeight(height)
    return label


def test_without_sections_it_takes_no_room(panel):
    assert panel.sections.height() == 0


def test_a_section_is_seen_whole_where_there_is_room(panel, qtbot):
    panel.sections.column.addWidget(section(60))
    qtbot.waitUntil(lambda: panel.sections.height() == 60)


def test_many_sections_leave_the_list_its_room(panel, qtbot):
    for _ in range(10):
        panel.sections.column.addWidget(section(60))
    qtbot.waitUntil(lambda: panel.sections.height() == 180)
    assert panel.sections.verticalScrollBar().maximum() == 420


def test_a_closed_section_gives_its_room_back(panel, qtbot):
    opened = section(60)
    panel.sections.column.addWidget(opened)
    qtbot.waitUntil(lambda: panel.sections.height() == 60)
    opened.hide()
    qtbot.waitUntil(lambda: panel.sections.height() == 0)


@pytest.mark.parametrize(("least", "seen"), [(60, 180), (61, 210)])
def test_what_stands_above_stays_seen_where_there_is_room_for_both(panel, qtbot, least, seen):
    for number in range(10):
        panel.sections.column.addWidget(section(90 if number == 5 else 60))
    opened = panel.sections.column.itemAt(5).widget()
    qtbot.waitUntil(lambda: panel.sections.height() == 180)
    panel.sections.bring(opened, lambda: 180, least)
    qtbot.waitUntil(lambda: panel.sections.verticalScrollBar().value() == seen)


def test_what_stands_above_stays_seen_where_there_will_be_room_for_both(panel, qtbot):
    above, opened = section(60), section(100)
    opened.hide()
    panel.sections.column.addWidget(above)
    panel.sections.column.addWidget(opened)
    panel.sections.column.addWidget(section(40))
    qtbot.waitUntil(lambda: panel.sections.height() == 100)
    opened.show()
    panel.sections.bring(opened, lambda: 0, 80)
    qtbot.waitUntil(lambda: panel.sections.height() == 180)
    qtbot.wait(20)
    assert panel.sections.verticalScrollBar().value() == 0


def test_what_is_brought_is_seen(panel, qtbot):
    for _ in range(10):
        panel.sections.column.addWidget(section(60))
    last = panel.sections.column.itemAt(9).widget()
    qtbot.waitUntil(lambda: panel.sections.height() == 180)
    panel.sections.bring(last)
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


@pytest.fixture
def headed(qtbot):
    """Sections below a head that does not scroll."""
    panel = QWidget()
    panel.head = section(30)
    panel.sections = Sections(panel.head)
    QVBoxLayout(panel).addWidget(panel.sections)
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_a_head_stands_above_what_scrolls(headed, qtbot):
    for _ in range(10):
        headed.sections.column.addWidget(section(60))
    qtbot.waitUntil(lambda: headed.sections.height() == 180)
    assert headed.sections.viewport().y() == headed.head.height() == 30
    assert headed.sections.verticalScrollBar().maximum() == 450


def test_a_head_that_is_hidden_takes_no_room(headed, qtbot):
    headed.head.hide()
    qtbot.waitUntil(lambda: headed.sections.height() == 0)
    headed.head.show()
    qtbot.waitUntil(lambda: headed.sections.height() == 30)
