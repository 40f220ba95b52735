"""How the rows of a summary of several articles are drawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from apostil.domain.article import ArticleId, Metadata
from apostil.domain.digest import Digest, Grouping, Voice
from apostil.domain.summary import Length, Method, choose
from apostil.services import together
from apostil.ui.models.together_model import TogetherModel
from apostil.ui.pages.together_rows import WIDEST, TogetherDelegate
from apostil.ui.panels.summary_view import SummaryView
from support import panels
from support.several import part

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PARTS = [part(["Rain fell all night over the hills.", "It was cold."]), part(["The ferry sailed."])]


@pytest.fixture
def view(qtbot: QtBot) -> SummaryView:
    """Three sentences of two outlets."""
    known = Metadata("Rain", outlet="The Post", published=dt.date(2026, 2, 1))
    voices = tuple(
        Voice(ArticleId("a"), replace(each.article, metadata=known), "Rain")
        if not n
        else Voice(ArticleId("b"), each.article, "Ferry")
        for n, each in enumerate(PARTS)
    )
    survey = together.survey(PARTS)
    made, model = SummaryView(), TogetherModel()
    model.setParent(made)
    made.setModel(model)
    made.setItemDelegate(TogetherDelegate(panels.LIGHT, made, model))
    made.resize(900, 500)
    qtbot.addWidget(made)
    told = replace(survey, copies=((2,), (), ()))
    model.show_digest(Digest(voices, choose(told, Method.LSA, Length(3)), Grouping.OUTLET), survey)
    return made


def height(view: SummaryView, row: int) -> int:
    index = view.model().index(row, 0)
    return view.itemDelegate().sizeHint(view.row_option(index), index).height()


def test_a_heading_needs_room_above_the_sentence(view: SummaryView) -> None:
    assert height(view, 0) > height(view, 1)
    assert height(view, 2) > height(view, 1)


def test_a_source_stands_beside_its_heading_where_there_is_room(view: SummaryView) -> None:
    wide = height(view, 0)
    view.resize(200, 500)
    laid = view.itemDelegate().laid(view.row_option(view.model().index(0, 0)), view.model().index(0, 0))

    assert height(view, 0) - laid.height > wide - height(view, 1)


def test_who_else_says_the_same_has_a_line_of_its_own_where_the_page_is_narrow(view: SummaryView) -> None:
    wide = height(view, 0) - height(view, 2)
    view.resize(200, 500)
    assert wide == 0
    assert height(view, 0) > height(view, 2)


def test_lines_are_never_wider_than_can_be_read(view: SummaryView) -> None:
    index = view.model().index(0, 0)
    delegate = view.itemDelegate()

    assert isinstance(delegate, TogetherDelegate)
    assert delegate.laid(view.row_option(index), index).facts.right() <= WIDEST + 100


def test_headings_are_drawn_in_ink(view: SummaryView) -> None:
    view.show()
    picture = view.viewport().grab().toImage()
    rows = range(8, 40)

    assert any(picture.pixelColor(x, y).lightness() < 90 for x in range(8, 80) for y in rows)
