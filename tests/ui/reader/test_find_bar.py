from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt

from apostil.domain.spans import Span
from apostil.ui import theme
from apostil.ui.reader import searching
from apostil.ui.reader.find_bar import FindBar

TEXT = "one two 🏮 one\n\nthree one"
ONES = (Span(0, 3), Span(10, 13), Span(21, 24))
K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def matches(text: str, query: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in re.finditer(re.escape(query), text))


@pytest.fixture
def bar(qtbot, searched_at_once):
    found = FindBar(matches)
    qtbot.addWidget(found)
    found.set_text(TEXT)
    found.start()
    yield found
    found.hide()


def test_typing_finds(qtbot, bar):
    with qtbot.waitSignals([bar.query_changed, bar.hits_changed]):
        bar.field.setText("one")
    assert bar.count.text() == "1 of 3"


def test_all_hits_are_told_with_the_current_one(qtbot, bar):
    with qtbot.waitSignal(bar.hits_changed) as told:
        bar.field.setText("one")
    assert told.args == [(ONES, 0)]


def test_the_first_hit_is_the_one_after_the_place(qtbot, bar):
    bar.start(near=5)
    with qtbot.waitSignal(bar.hits_changed) as told:
        bar.field.setText("one")
    assert told.args == [(ONES, 1)]


@pytest.mark.parametrize(
    ("key", "modifier", "hit"),
    [
        (K.Key_Return, Qt.KeyboardModifier.NoModifier, ONES[1]),
        (K.Key_F3, Qt.KeyboardModifier.NoModifier, ONES[1]),
        (K.Key_Return, SHIFT, ONES[2]),
        (K.Key_F3, SHIFT, ONES[2]),
    ],
)
def test_keys_go_from_hit_to_hit(qtbot, bar, key, modifier, hit):
    bar.field.setText("one")
    with qtbot.waitSignal(bar.moved) as told:
        qtbot.keyClick(bar.field, key, modifier)
    assert told.args == [hit]


def test_buttons_go_from_hit_to_hit(qtbot, bar):
    bar.field.setText("one")
    qtbot.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.previous, Qt.MouseButton.LeftButton)
    assert bar.count.text() == "2 of 3"


def test_escape_closes(qtbot, bar):
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.field, K.Key_Escape)
    assert not bar.isVisible()


def test_nothing_found_is_said(bar):
    bar.field.setText("four")
    assert bar.count.text() == "Nothing found"
    bar.go_next()
    assert bar.count.text() == "Nothing found"


def test_an_empty_query_says_nothing(bar):
    bar.field.setText("one")
    bar.field.clear()
    assert bar.count.text() == ""


def test_going_on_longer_words_stays_near(qtbot, bar):
    bar.field.setText("o")
    bar.go_next()
    bar.go_next()
    with qtbot.waitSignal(bar.hits_changed) as told:
        bar.field.setText("one")
    assert told.args == [(ONES, 1)]


def test_another_text_is_looked_through(qtbot, bar):
    bar.field.setText("one")
    with qtbot.waitSignal(bar.hits_changed) as told:
        bar.set_text("one")
    assert told.args == [((Span(0, 3),), 0)]


def test_going_on_opens_a_closed_bar(bar):
    bar.field.setText("one")
    bar.leave()
    bar.go_next()
    assert bar.isVisible()


def test_a_long_text_is_found_bit_by_bit(qtbot, bar, monkeypatch):
    monkeypatch.setattr(searching, "SLICE", 0.0)

    def slow(text, query):
        qtbot.wait(1)
        return matches(text, query)

    bar._search._matches = slow
    bar.set_text("\n\n".join(["one lamp"] * 200))
    with qtbot.waitSignal(bar.hits_changed) as told:
        bar.field.setText("one")
    assert told.args[0][1] == 0
    assert bar.count.text().endswith("…")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 200")


def test_it_can_wear_icons(bar):
    bar.set_theme(theme.load("dark"))
    assert not bar.next.icon().isNull()
    assert all(button.accessibleName() for button in (bar.next, bar.previous, bar.dismiss))
