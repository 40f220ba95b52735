"""The panels around the article are made when they are needed, and told to whom works with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apostil.ui.models.library_model import Sorting
from apostil.ui.window.late_panels import LatePanels
from support import panels

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from support.main_windows import Room


@pytest.fixture
def late(room: Room, qtbot: QtBot) -> LatePanels:
    """Panels of which none is made yet."""
    made = LatePanels(room.desk, room.versions, room.window.naming, panels.LIGHT, room.window)
    for panel in (made.library, made.summary, made.entities, made.notes):
        qtbot.addWidget(panel.place)
    return made


@pytest.mark.parametrize("name", ["library", "summary", "entities", "notes"])
def test_a_panel_is_told_when_it_is_made(late: LatePanels, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(getattr(late, f"{name}_made")) as told:
        made = getattr(late, name).panel
    assert told.args == [made]


def test_before_the_list_is_made_nothing_is_chosen_or_searched_for(late: LatePanels) -> None:
    assert not late.any_chosen
    assert late.query == ""
    assert late.library.made is None


def test_the_list_comes_in_the_order_that_it_had(late: LatePanels) -> None:
    late.restore_sorting(Sorting.TITLE)
    assert late.sorting == Sorting.TITLE
    assert late.library.panel.model.sorting is Sorting.TITLE


def test_a_panel_that_is_made_later_has_the_colours_of_then(late: LatePanels) -> None:
    late.set_theme(panels.DARK)
    assert late.summary.panel._theme is panels.DARK


def test_the_open_article_is_chosen_where_none_is_selected(room: Room) -> None:
    room.window.library_panel.view.clearSelection()
    assert room.window.panels.chosen_articles() == (room.english,)


def test_without_notes_nothing_is_being_typed(late: LatePanels) -> None:
    late.flush()
    assert not late.note_pending
