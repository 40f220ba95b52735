from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF, QSize, Qt

from apostil.domain.annotation import Color
from apostil.domain.spans import Span
from apostil.ui import theme
from apostil.ui.reader.selection_bar import SelectionBar, place_beside
from support.reader import drag, place

AREA = QRect(0, 0, 600, 400)


@pytest.fixture
def bar(view):
    return SelectionBar(view, theme.load("light"))


def test_it_rises_at_a_selection_and_not_on_it(view, bar, article):
    view.select(place(article, "council met"))
    assert bar.isVisible()
    assert not any(rect.intersects(QRectF(bar.geometry())) for rect in view.selection_rects())
    assert view.viewport().rect().contains(bar.geometry())


def test_it_rises_when_the_mouse_is_released(view, bar, article):
    words = place(article, "council met")
    drag(view, view.point_of(words.start), view.point_of(words.end))
    assert bar.isVisible()


def test_it_goes_with_the_selection(view, bar, article):
    view.select(place(article, "council met"))
    view.clear_selection()
    assert not bar.isVisible()


def test_it_follows_when_the_page_is_scrolled(view, bar, article):
    view.resize(400, 300)
    view.select(place(article, "What it costs"))
    before = bar.y()
    scroll = view.verticalScrollBar()
    scroll.setValue(scroll.value() - 30)
    assert bar.y() != before


@pytest.mark.parametrize("number", range(8))
def test_a_color_is_chosen(qtbot, view, bar, article, number):
    color = list(Color)[number]
    button = bar._colors[color]
    view.select(place(article, "council met"))
    with qtbot.waitSignal(bar.color_chosen) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [color]
    assert button.toolTip() == f"{button.accessibleName()} ({number + 1})"
    assert not bar.isVisible()


@pytest.mark.parametrize(
    ("name", "signal"), [("Note", "note_chosen"), ("Tag", "tag_chosen"), ("Copy as quotation", "copy_chosen")]
)
def test_the_rest_is_chosen(qtbot, view, bar, article, name, signal):
    view.select(place(article, "council met"))
    button = next(one for one in bar._actions.values() if one.accessibleName() == name)
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_fits_into_300_pixels(view, bar, article):
    view.resize(300, 500)
    view.select(place(article, "council met"))
    assert view.viewport().rect().contains(bar.geometry())


def test_it_stays_away_where_the_selection_is_everything(view, bar):
    view.resize(300, 200)
    view.select(Span(0, view._sheet.stops.whole().end))
    assert not bar.isVisible()


def test_it_can_be_painted(view, bar, article):
    bar.set_theme(theme.load("dark"))
    view.select(place(article, "council met"))
    assert not bar.grab().isNull()


NUMBERS = st.integers(-50, 450)


@given(NUMBERS, NUMBERS, st.integers(1, 600), st.integers(1, 400), st.integers(20, 500), st.integers(20, 200))
def test_a_card_never_covers_what_it_stands_beside(x, y, width, height, card_width, card_height):
    rect = QRectF(x, y, width, height)
    size = QSize(card_width, card_height)
    corner = place_beside([rect], size, AREA)
    if corner is not None:
        card = QRect(corner, size)
        assert AREA.contains(card)
        assert not card.intersects(rect.toAlignedRect())


def test_a_card_stands_nowhere_without_a_selection():
    assert place_beside([], QSize(10, 10), AREA) is None
