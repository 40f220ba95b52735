import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from apostil.domain.concordance import concordance
from apostil.ui.panels.concordance_view import FEWER, MOST, WIDE, ConcordanceView
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


@pytest.mark.parametrize(("width", "most"), [(WIDE, MOST), (WIDE - 1, 4)])
def test_it_is_as_high_as_its_rows_up_to_a_limit(view, width, most):
    view.resize(width, 200)
    few = view.sizeHint().height()
    assert few == 2 * view.sizeHintForRow(0)
    everywhere = concordance(ENGLISH, panels.sentences(ENGLISH), places(ENGLISH.text, "e"))
    view.show_lines(ENGLISH.text, everywhere)
    assert view.sizeHint().height() == most * view.sizeHintForRow(0)


@pytest.mark.parametrize("theme", [panels.LIGHT, panels.DARK], ids=["light", "dark"])
def test_the_words_are_drawn_in_the_middle(view, theme):
    view.delegate.set_theme(theme)
    view.resize(600, 120)
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


def shown(view, row=0):
    index = view.lines.index(row)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = view.visualRect(index)
    words, place, lines = view.delegate.running(option, index)
    return words, place.cut(words), lines


def test_in_a_narrow_list_a_sentence_has_two_lines(view):
    view.resize(320, 200)
    words, place, lines = shown(view)
    assert place == "cranes"
    assert len(lines) == 2
    assert words.endswith("half of the cranes stand still.")


def test_a_very_narrow_list_says_that_the_sentence_goes_on(view):
    view.resize(160, 200)
    words, place, lines = shown(view)
    assert words.startswith("… ")
    assert place == "cranes"
    assert len(lines) <= 2


def test_rows_are_higher_where_they_have_two_lines(view):
    view.resize(WIDE, 200)
    one = view.sizeHintForRow(0)
    view.resize(WIDE - 1, 200)
    assert view.sizeHintForRow(0) > one


@pytest.mark.parametrize("width", [160, 320, 700])
@pytest.mark.parametrize("theme", [panels.LIGHT, panels.DARK], ids=["light", "dark"])
def test_every_width_draws_words(view, width, theme):
    view.delegate.set_theme(theme)
    view.resize(width, 200)
    image = view.viewport().grab(view.visualRect(view.lines.index(1))).toImage()
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 2


def test_with_little_room_fewer_are_seen_at_once(view):
    view.show_lines(ENGLISH.text, concordance(ENGLISH, panels.sentences(ENGLISH), places(ENGLISH.text, "e")))
    view.resize(320, 200)
    view.set_most(FEWER)
    assert view.sizeHint().height() == 2 * view.sizeHintForRow(0)


def test_keys_go_from_place_to_place_and_return_leads_into_the_text(view, qtbot):
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.wanted) as told:
        qtbot.keyClick(view, Qt.Key.Key_Enter)
    assert told.args == [1]
