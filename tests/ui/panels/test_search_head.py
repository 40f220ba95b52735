"""The head of a panel keeps its places, and its field can be cleared."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from apostil.ui import theme
from apostil.ui.panels.search_head import SearchField, SearchHead


@pytest.fixture
def head(shown):
    """The head of a panel that shows some of its rows."""
    found = SearchHead(theme.load("light"), SearchField(theme.load("light"), "Look for", "Look"), "sort-variant")
    found.state.setText("3 of 12")
    return shown(found)


def test_the_field_says_what_it_is_for(head):
    assert (head.field.placeholderText(), head.field.accessibleName()) == ("Look for", "Look")


def test_nothing_moves_when_all_is_shown(head):
    before = head.sizeHint()
    head.all.hide()
    assert head.sizeHint() == before


def test_long_words_about_what_is_shown_are_wrapped(head):
    before = head.minimumSizeHint().width()
    head.state.setText("3 of 12 with a very long explanation of what is held back, and of why " * 3)
    assert head.minimumSizeHint().width() == before


def test_what_is_put_between_stands_above_what_is_shown(head, qapp):
    between = QLabel("names")
    head.put_between(between)
    qapp.processEvents()
    assert head.field.geometry().bottom() < between.geometry().top() < head.state.geometry().top()


def test_another_theme_draws_other_icons(head):
    before = head.choose.icon().cacheKey()
    head.set_theme(theme.load("dark"))
    assert head.choose.icon().cacheKey() != before
