"""How the rows of two methods side by side are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apostil.domain.summary import Length, Method, choose
from apostil.ui.models.methods_model import MethodsModel
from apostil.ui.pages.methods_rows import MethodsDelegate, MethodsView
from apostil.ui.theme import Tone
from support import panels

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SURVEY = panels.survey(panels.ENGLISH)


@pytest.fixture
def view(qtbot: QtBot) -> MethodsView:
    """Three sentences, of which the left method chooses one."""
    made, model = MethodsView(), MethodsModel()
    model.setParent(made)
    made.setModel(model)
    made.setItemDelegate(MethodsDelegate(panels.LIGHT, made, model))
    made.resize(700, 500)
    qtbot.addWidget(made)
    model.show(panels.ENGLISH, choose(SURVEY, Method.LSA, Length(1)), choose(SURVEY, Method.KL, Length(3)))
    made.show()
    return made


def test_what_one_method_alone_chooses_has_a_stripe_in_its_column(view: MethodsView) -> None:
    model, delegate = view.model(), view.itemDelegate()
    assert isinstance(model, MethodsModel)
    assert isinstance(delegate, MethodsDelegate)
    row = next(row for row in range(3) if not model.at(row).in_both)
    rect = view.visualRect(model.index(row))
    picture = view.viewport().grab().toImage()

    right = rect.left() + 8 + delegate.column() + 28 + 1
    assert picture.pixelColor(right, rect.center().y()) == panels.LIGHT.color(Tone.ACCENT)
    assert picture.pixelColor(rect.left() + 9, rect.center().y()) != panels.LIGHT.color(Tone.ACCENT)


def test_a_narrow_column_makes_rows_higher(view: MethodsView) -> None:
    index = view.model().index(1, 0)
    wide = view.sizeHintForIndex(index).height()
    view.resize(320, 500)

    assert view.sizeHintForIndex(index).height() > wide
