import pytest
from PySide6.QtCore import Qt

from apostil.domain.concordance import concordance
from apostil.ui.panels.concordance_view import MOST, ConcordanceView
from support import panels
from support.panels import ENGLISH, places


@pytest.fixture
def view(shown):
    made = shown(ConcordanceView(panels.LIGHT))
    made.show_lines(ENGLISH.text, concordance(ENGLISH, panels.sentences(ENGLISH), places(ENGLISH.text, "cranes")))
    return made


def test_each_line_is_heard_as_its_sentence(view):
    assert view.lines.rowCount() == 2
    heard = view.lines.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Barges are loading again on the Oumé, but half of the cranes stand still."
    assert heard[:20] in view.lines.index(0).data(Qt.ItemDataRole.ToolTipRole).replace("&nbsp;", " ")


def test_a_click_and_return_ask_for_the_line(view, qtbot):
    with qtbot.waitSignal(view.wanted) as told:
        panels.click(view, 1)
    assert told.args == [1]
    with qtbot.waitSignal(view.wanted) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [1]


def test_it_is_as_high_as_its_lines_up_to_a_limit(view):
    few = view.sizeHint().height()
    assert few == 2 * view.sizeHintForRow(0)
    everywhere = concordance(ENGLISH, panels.sentences(ENGLISH), places(ENGLISH.text, "e"))
    view.show_lines(ENGLISH.text, everywhere)
    assert view.sizeHint().height() == MOST * view.sizeHintForRow(0)


@pytest.mark.parametrize("theme", [panels.LIGHT, panels.DARK], ids=["light", "dark"])
def test_the_words_are_drawn_in_the_middle(view, theme):
    view.delegate.set_theme(theme)
    view.resize(400, 120)
    rect = view.visualRect(view.lines.index(0))
    image = view.viewport().grab(rect).toImage()
    ground = image.pixelColor(1, 1)
    middle = range(image.width() // 2 - 15, image.width() // 2 + 15)
    assert any(image.pixelColor(x, y) != ground for x in middle for y in range(image.height()))


def test_line_ends_in_a_sentence_do_not_break_the_line(view):
    text = "one two\nthree four"
    view.show_lines(text, concordance(panels.compose([panels.Piece(text)]), (), places(text, "two")))
    assert view.sizeHint().height() == view.sizeHintForRow(0)
    view.grab()
