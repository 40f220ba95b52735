from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from apostil.domain.annotation import Color
from apostil.ui.reader.hearing import announce, words_about
from support.reader import mark, sample


def test_a_mark_is_told_in_one_sentence():
    told = words_about(mark(sample(), "council", color=Color.BLUE, note="Why?", tags="a b"))
    assert told == "blue mark: council. Note: Why?. Tags: a, b"


def test_a_colour_is_told_as_it_is_spelt_elsewhere():
    assert words_about(mark(sample(), "council", color=Color.GRAY)).startswith("grey mark")


def test_an_announcement_reaches_who_listens(qtbot, monkeypatch):
    heard = []
    widget = QWidget()
    qtbot.addWidget(widget)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    announce(widget, "Two marks here")
    assert heard == ["Two marks here"]
