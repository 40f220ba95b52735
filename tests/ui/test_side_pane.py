"""The pane at the right, beside the article or over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from apostil.ui.side_pane import NARROW, Panes, SidePane

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
