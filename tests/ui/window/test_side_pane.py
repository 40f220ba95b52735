"""The pane at the right, beside the article or over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from apostil.ui import theme
from apostil.ui.window.side_pane import LEAST_FLOATING_WIDTH, NARROW, VISIBLE_ARTICLE_WIDTH, Panes, SidePane

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def side() -> SidePane:
    return SidePane()


@pytest.fixture
def article() -> QWidget:
    return QWidget()


@pytest.fixture
def panes(side: SidePane, article: QWidget, qtbot: QtBot) -> Panes:
    made = Panes(QWidget(), article, side)
    qtbot.addWidget(made)
    made.resize(1400, 800)
    made.show()
    qtbot.waitUntil(lambda: side.width() > 300)
    return made


def test_a_wide_window_has_it_beside_the_article(panes: Panes, side: SidePane, article: QWidget) -> None:
    panes.adapt(1400)
    assert side.geometry().left() > article.geometry().right()


@pytest.mark.parametrize("width", [1400, NARROW - 1])
def test_every_tab_hears_the_mouse(panes: Panes, side: SidePane, qtbot: QtBot, width: int) -> None:
    for name in ("Summary", "Entities"):
        side.tabs.addTab(QWidget(), name)
    side.tabs.setCurrentIndex(1)
    panes.adapt(width)
    qtbot.waitUntil(lambda: side.tabs.tabBar().isVisible())
    middle = side.tabs.tabBar().tabRect(0).center()
    assert side.childAt(side.tabs.tabBar().mapTo(side, middle)) is side.tabs.tabBar()


def test_a_narrow_window_lays_it_over_the_article(panes: Panes, side: SidePane, article: QWidget) -> None:
    panes.resize(900, 600)
    panes.adapt(NARROW - 1)
    assert side.geometry().right() == panes.width() - 1
    assert article.geometry().right() >= panes.width() - 8


def test_it_comes_back_beside_the_article(panes: Panes, side: SidePane, article: QWidget, qtbot: QtBot) -> None:
    panes.adapt(900)
    panes.adapt(1400)
    qtbot.waitUntil(lambda: side.geometry().left() > article.geometry().right())


def test_put_away_it_leaves_its_room_to_the_article(
    panes: Panes, side: SidePane, article: QWidget, qtbot: QtBot
) -> None:
    side.hide()
    qtbot.waitUntil(lambda: article.geometry().right() == panes.width() - 1)


def test_widths_are_restored(panes: Panes, side: SidePane, qtbot: QtBot) -> None:
    panes.restore((300, 400))
    assert panes.state() == (300, 400)
    qtbot.waitUntil(lambda: abs(side.width() - 400) <= 2)


@pytest.mark.parametrize("widths", [(), (1,), (0, 300)])
def test_widths_that_make_no_sense_are_ignored(panes: Panes, widths: tuple[int, ...]) -> None:
    before = panes.state()
    panes.restore(widths)
    assert panes.state() == before


@pytest.fixture
def narrow(panes: Panes, side: SidePane) -> Panes:
    """Panes whose side pane floats."""
    side.tabs.addTab(QLineEdit(), "Notes")
    side.set_theme(theme.load("light"))
    panes.resize(800, 600)
    panes.adapt(800)
    return panes


def test_floating_it_leaves_enough_of_the_article(
    narrow: Panes, side: SidePane, article: QWidget, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: side.x() - article.mapTo(narrow, article.rect().topLeft()).x() >= VISIBLE_ARTICLE_WIDTH)


@pytest.mark.parametrize("width", [700, 800])
def test_floating_in_a_small_window_it_has_room_for_lines_of_some_length(
    narrow: Panes, side: SidePane, qtbot: QtBot, width: int
) -> None:
    narrow.resize(width, 600)
    narrow.restore((280, 261))
    qtbot.waitUntil(lambda: side.width() >= LEAST_FLOATING_WIDTH - 1)


def test_its_button_closes_it_where_it_floats(narrow: Panes, side: SidePane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(side.closed):
        qtbot.mouseClick(side.dismiss, Qt.MouseButton.LeftButton)
    assert side.isHidden()


def test_escape_closes_it_where_it_floats(narrow: Panes, side: SidePane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(side.closed):
        qtbot.keyClick(side.tabs.currentWidget(), Qt.Key.Key_Escape)
    assert side.isHidden()


def test_beside_the_article_it_cannot_be_closed_by_chance(narrow: Panes, side: SidePane, qtbot: QtBot) -> None:
    narrow.adapt(1400)
    assert not side.dismiss.isVisible()
    with qtbot.assertNotEmitted(side.closed):
        qtbot.keyClick(side.tabs.currentWidget(), Qt.Key.Key_Escape)
    assert not side.isHidden()


def test_floating_again_it_has_its_button(narrow: Panes, side: SidePane) -> None:
    for width in (1400, 800):
        narrow.adapt(width)
    assert side.dismiss.isVisible()


def test_a_bar_that_is_kept_clear_is_not_covered(narrow: Panes, side: SidePane, article: QWidget) -> None:
    bar = QWidget(article)
    bar.setGeometry(0, 0, 500, 40)
    narrow.keep_clear(bar)
    bar.show()
    assert side.geometry().top() == 40
    bar.hide()
    assert (side.geometry().top(), side.height()) == (0, narrow.height())


def test_an_edge_is_seen_only_where_it_floats(narrow: Panes, side: SidePane) -> None:
    spot = side.geometry().topLeft()
    picture = narrow.grab().toImage()
    assert picture.pixelColor(spot.x() - 2, 300) != picture.pixelColor(spot.x() - 60, 300)
    side.hide()
    picture = narrow.grab().toImage()
    assert picture.pixelColor(spot.x() - 2, 300) == picture.pixelColor(spot.x() - 60, 300)
