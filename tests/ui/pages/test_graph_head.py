"""The head of the graph's page offers what the graph can be of, and says how much it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QToolButton

from apostil.domain.article import ArticleId
from apostil.domain.names import Graph
from apostil.ui import chooser
from apostil.ui.history import GraphPlace
from apostil.ui.pages.graph_head import GraphHead

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LISTED = frozenset({ArticleId("a"), ArticleId("b")})
AROUND = GraphPlace("person:adama kessou")


@pytest.fixture
def head(qtbot: QtBot) -> GraphHead:
    """A head that offers nothing yet."""
    made = GraphHead(QToolButton())
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("place", "present"),
    [
        (GraphPlace(), "The whole library"),
        (GraphPlace(articles=LISTED), "The 2 articles in the list"),
        (AROUND, "Around Adama Késsou"),
    ],
)
def test_what_is_shown_is_the_one_chosen(head: GraphHead, place: GraphPlace, present: str) -> None:
    head.show_scopes(place, "Adama Késsou", LISTED)
    assert head.scope.currentText() == present


def test_an_entity_is_offered_only_while_its_graph_is_shown(head: GraphHead) -> None:
    head.show_scopes(AROUND, "Adama Késsou", LISTED)
    head.show_scopes(GraphPlace(), "", LISTED)
    assert [head.scope.itemText(index) for index in range(head.scope.count())] == [
        "The whole library",
        "The 2 articles in the list",
    ]


def test_a_choice_is_told_as_a_place(head: GraphHead, qtbot: QtBot) -> None:
    head.show_scopes(GraphPlace(), "", LISTED)
    with qtbot.waitSignal(head.scope_chosen) as told:
        head.scope.activated.emit(1)
    assert told.args == [GraphPlace(articles=LISTED)]


def test_an_empty_graph_has_no_size(head: GraphHead) -> None:
    head.show_size(Graph((), ()))
    assert head.state.text() == ""


def test_every_format_can_be_exported_to(head: GraphHead, qtbot: QtBot) -> None:
    action = head.export.menu().actions()[0]
    with qtbot.waitSignal(head.export_wanted) as told:
        action.trigger()
    assert told.args == [next(iter(chooser.GRAPH_FORMATS.values()))]
