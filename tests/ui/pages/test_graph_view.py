"""The graph: pointing, walking with keys, zooming, and what is lit."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from apostil.domain.entity import Kind
from apostil.domain.names import Graph, Named, Tie
from apostil.ui.pages.graph_items import shape
from apostil.ui.pages.graph_view import GraphView
from support import panels


def named(kind, name, mentions=5, *, confirmed=False):
    return Named(f"{kind}:{name.casefold()}", kind, name, "", mentions, 2, (name,), confirmed=confirmed)


ADA, OTTO, MILL = (
    named(Kind.PERSON, "Ada", 30, confirmed=True),
    named(Kind.PERSON, "Otto"),
    named(Kind.LOCATION, "Mill"),
)
STRONG, WEAK = Tie(ADA.identity, OTTO.identity, 9, 2), Tie(MILL.identity, ADA.identity, 1, 1)
GRAPH = Graph((ADA, OTTO, MILL), (STRONG, WEAK))
PLACES = {ADA.identity: (0.0, 0.0), OTTO.identity: (1.0, 0.0), MILL.identity: (0.0, 1.0)}


@pytest.fixture
def view(shown):
    view = shown(GraphView(panels.LIGHT))
    view.show_graph(GRAPH, PLACES)
    view.setFocus()
    return view


def place(view, named):
    return view.mapFromScene(view._nodes[named.identity].pos())


def click(qtbot, view, at):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def between(view):
    return (place(view, ADA) + place(view, OTTO)) / 2


def test_all_of_it_is_in_sight(view):
    assert all(view.viewport().rect().contains(place(view, node)) for node in GRAPH.nodes)
    assert all(view._nodes[node.identity].label.isValid() for node in GRAPH.nodes)


def test_a_click_on_a_node_lights_its_neighbours(view, qtbot):
    with qtbot.waitSignal(view.chosen) as told:
        click(qtbot, view, place(view, OTTO))
    assert told.args == [OTTO]
    assert {node.named.name for node in view._nodes.values() if node.faded} == {"Mill"}


def test_a_click_on_a_tie_chooses_it(view, qtbot):
    click(qtbot, view, between(view) + QPoint(0, 3))
    assert view.choice == STRONG


def test_a_click_beside_everything_lets_go(view, qtbot):
    view.choose(ADA)
    click(qtbot, view, QPoint(view.viewport().width() - 4, view.viewport().height() - 4))
    assert view.choice is None


def test_a_double_click_opens_a_page(view, qtbot):
    with qtbot.waitSignal(view.opened) as told:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place(view, MILL))
    assert told.args == [MILL]


def test_tab_walks_the_nodes_the_most_connected_first(view, qtbot):
    walked = []
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
        walked.append(view.choice)
    assert walked == [ADA, OTTO, MILL]
    qtbot.keyClick(view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert view.choice == OTTO


@pytest.mark.parametrize(("key", "signal"), [(Qt.Key.Key_Return, "opened"), (Qt.Key.Key_Space, "entered")])
def test_keys_open_and_list_the_chosen_one(view, qtbot, key, signal):
    view.choose(ADA)
    with qtbot.waitSignal(getattr(view, signal)) as told:
        qtbot.keyClick(view, key)
    assert told.args == [ADA]


def test_escape_lets_go_first_and_leaves_then(view, qtbot):
    view.choose(ADA)
    with qtbot.assertNotEmitted(view.left):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view, Qt.Key.Key_Escape)


def test_keys_zoom_and_fit(view, qtbot):
    before = view.transform().m11()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    closer = view.transform().m11()
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert closer > before
    assert view.transform().m11() == pytest.approx(before)


def test_a_low_view_shows_the_surroundings_of_the_choice(view):
    before = view.transform().m22()
    view.choose(WEAK)
    view.resize(view.width(), 120)
    assert view.transform().m22() == before
    view.choose(None)
    assert view.transform().m22() < before


def test_the_wheel_zooms_within_limits(view):
    spot = QPointF(100, 100)
    for _ in range(60):
        turn = QWheelEvent(
            spot, spot, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), turn)
    assert 1 < view.transform().m11() < 10


def test_a_screen_reader_hears_what_is_chosen(view):
    view.choose(ADA)
    assert view.accessibleDescription() == "Ada, person · 30 mentions in 2 articles"
    view.choose(STRONG)
    assert view.accessibleDescription() == "Ada – Otto, 9 sentences in 2 articles name both"


def test_the_pointer_is_told_what_it_stands_on(view, monkeypatch):
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _view: told.append(words))
    for spot in (place(view, ADA), QPoint(2, view.viewport().height() - 2)):
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(spot)))
    assert "30 mentions" in told[0]
    assert not told[1]


@pytest.mark.parametrize("theme", [panels.LIGHT, panels.DARK], ids=["light", "dark"])
def test_it_is_drawn_in_both_themes(view, theme):
    view.choose(ADA)
    view.set_theme(theme)
    assert not view.grab().isNull()


def test_the_name_of_the_largest_node_is_written_first(shown):
    leaves = [named(Kind.LOCATION, f"Somewhere {number}", 1) for number in range(60)]
    ties = tuple(Tie(leaf.identity, leaves[0].identity, 1, 1) for leaf in leaves[1:])
    places = {leaf.identity: (number % 8 / 8, number // 8 / 8) for number, leaf in enumerate(leaves)}
    view = shown(GraphView(panels.LIGHT))
    view.show_graph(Graph((ADA, *leaves), ties), {**places, ADA.identity: (0.51, 0.51)})
    assert view._nodes[ADA.identity].label.isValid()


def test_a_long_name_is_shortened_beside_its_node(shown):
    node = named(Kind.ORGANIZATION, "Society for the Improvement of Everything Everywhere")
    view = shown(GraphView(panels.LIGHT))
    view.show_graph(Graph((node,), ()), {node.identity: (0.5, 0.5)})
    assert view._nodes[node.identity].words == "Society for the Improvement of…"


def test_kinds_have_shapes_of_their_own():
    assert len({tuple((e.x, e.y) for e in map(shape(kind, 10).elementAt, range(3))) for kind in Kind}) == len(Kind)
