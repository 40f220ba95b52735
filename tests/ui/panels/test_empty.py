import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from apostil.ui.accessibility import nameless
from apostil.ui.panels.empty import EmptyState, keep_place
from support.panels import DARK, LIGHT


@pytest.fixture
def empty(shown):
    return shown(EmptyState(LIGHT))


def test_it_says_what_will_be_here_and_why(empty):
    empty.say("No marks yet", "Select words and press 1.")
    assert empty.words == "No marks yet Select words and press 1."


def test_without_a_reason_it_says_one_thing(empty):
    empty.say("No marks yet")
    assert empty.words == "No marks yet"


def test_words_are_never_taken_for_markup(empty):
    empty.say("Nothing found for “<b>mill</b>”")
    assert "<b>mill</b>" in empty.words
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in empty.findChildren(QLabel))


def test_an_offer_is_taken_with_the_keyboard(empty, qtbot):
    taken = []
    button = empty.offer("Open a file…", "folder-open-outline", lambda: taken.append(True))
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert taken == [True]


def test_offers_stand_in_their_order_and_have_names(empty):
    places = [empty.offer(words, "magnify", int).y for words in ("One", "Two", "Three")]
    empty.layout().activate()
    assert sorted(places, key=lambda y: y()) == places
    assert nameless(empty) == []


def test_another_theme_draws_the_icons_anew(empty):
    button = empty.offer("Open a file…", "folder-open-outline", int)
    before = button.icon().cacheKey()
    empty.set_theme(DARK)
    assert button.icon().cacheKey() != before


def test_what_keeps_its_place_moves_nothing_when_it_goes(shown):
    row = QWidget()
    layout = QHBoxLayout(row)
    first, second = QLabel("first"), QLabel("second")
    layout.addWidget(first)
    layout.addWidget(second)
    keep_place(first)
    shown(row)
    before = second.x()
    first.hide()
    layout.activate()
    assert second.x() == before
