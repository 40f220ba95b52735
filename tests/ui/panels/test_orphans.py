from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from apostil.domain.edits import AnnotationsEdit
from apostil.domain.spans import Span
from apostil.ui.accessibility import nameless
from apostil.ui.panels.orphans import MOST, OrphansTray, guess_at_once
from support import panels


def wait_for_place(desk, words="Half of the cranes stand idle", name="lost", **rest):
    """A mark of an earlier version, whose words are not in the open article."""
    mark = panels.a_mark(desk.article, desk.current, "Half of the cranes stand still", **rest)
    orphan = replace(mark, id=name, anchor=replace(mark.anchor, exact=words), placed=False)
    desk.library.apply(AnnotationsEdit("Lose", (), (orphan,)))
    desk.announce(AnnotationsEdit("Lose", (), (orphan,)).changes())
    return orphan


@pytest.fixture
def tray(desk, english, shown):
    return in_a_panel(OrphansTray(desk, panels.LIGHT, guess_at_once), shown)


def in_a_panel(tray, shown):
    """The tray where it stands in the window: above something else."""
    panel = QWidget()
    column = QVBoxLayout(panel)
    column.addWidget(tray)
    column.addStretch(1)
    tray.host = shown(panel)
    return tray


def test_where_nothing_waits_there_is_no_tray(tray):
    assert tray.isHidden()


def test_what_waits_is_counted_and_shown_with_its_guesses(tray, desk):
    wait_for_place(desk, note="Check this", tags=("cranes",))
    assert (tray.title.text(), tray.isHidden()) == ("Not placed (1)", False)
    assert tray.cards[0].guesses[0].span.cut(desk.article.text).startswith("Half of the cranes")


def test_a_guess_is_looked_at_in_the_text(tray, desk, qtbot):
    wait_for_place(desk)
    guess = tray.cards[0].guesses[0]
    with qtbot.waitSignal(desk.reveal_requested) as told:
        qtbot.keyClick(guess, Qt.Key.Key_Return)
    assert told.args == [guess.span]


def test_a_mark_is_placed_at_a_guess_and_that_can_be_undone(tray, desk):
    orphan = wait_for_place(desk)
    tray.cards[0].guesses[0].take.click()
    assert tray.isHidden()
    assert [mark.id for mark in desk.annotations] == [orphan.id]
    desk.undo_stack.undo()
    assert (desk.annotations, tray.title.text()) == ((), "Not placed (1)")


@pytest.mark.parametrize(
    ("button", "words"),
    [("take", "The highlight is placed. Undo lets it wait again."), ("delete", "The highlight was deleted.")],
)
def test_what_is_done_is_said(tray, desk, qtbot, button, words):
    wait_for_place(desk)
    card = tray.cards[0]
    with qtbot.waitSignal(tray.told) as told:
        (card.guesses[0].take if button == "take" else card.delete).click()
    assert told.args[0].startswith(words)


def test_a_card_says_its_color_in_words(tray, desk):
    wait_for_place(desk, tags=("cranes",))
    assert "Yellow · cranes" in [label.text() for label in tray.cards[0].findChildren(QLabel)]


def test_a_mark_can_be_placed_at_the_selection(tray, desk, qtbot):
    orphan = wait_for_place(desk)
    with qtbot.waitSignal(tray.selection_wanted) as told:
        tray.cards[0].place.click()
    assert told.args == [orphan]


@pytest.mark.parametrize("how", ["button", "key"])
def test_a_mark_can_be_deleted_and_that_can_be_undone(tray, desk, qtbot, how):
    wait_for_place(desk)
    if how == "button":
        tray.cards[0].delete.click()
    else:
        qtbot.keyClick(tray.cards[0], Qt.Key.Key_Delete)
    assert tray.isHidden()
    desk.undo_stack.undo()
    assert not tray.isHidden()


def test_another_card_opens_by_a_click(tray, desk, qtbot):
    wait_for_place(desk, name="a")
    wait_for_place(desk, name="b")
    closed = next(card for card in tray.cards if not card.is_open)
    qtbot.mouseClick(closed, Qt.MouseButton.LeftButton)
    assert closed.is_open


def test_words_like_nothing_in_the_text_say_so(tray, desk):
    wait_for_place(desk, "Zebras quagga xylophone wombat")
    card = tray.cards[0]
    assert card.guesses == [] or card.guesses[0].span
    assert card.state.text()


def test_many_come_some_at_a_time(tray, desk):
    for number in range(MOST + 2):
        wait_for_place(desk, name=f"lost {number:02}")
    assert (len(tray.cards), tray.more.text()) == (MOST, "2 more come when these are placed.")


def test_the_tray_folds(tray, desk, qtbot):
    wait_for_place(desk)
    qtbot.waitUntil(tray.cards[0].isVisible)
    tray.title.click()
    assert not tray.cards[0].isVisible()
    tray.unfold()
    assert tray.cards[0].isVisible()


def test_another_article_has_its_own(tray, desk, french):
    wait_for_place(desk)
    desk.open(french)
    assert tray.isHidden()


def test_a_guess_that_comes_too_late_harms_nothing(desk, english, shown):
    waiting = []
    late = OrphansTray(desk, panels.LIGHT, lambda *asked: waiting.append(asked))
    tray = in_a_panel(late, shown)
    wait_for_place(desk)
    card = tray.cards[0]
    card.delete.click()
    orphan, article, done = waiting[0]
    guess_at_once(orphan, article, done)
    assert card.guesses == []


def test_it_takes_no_more_than_its_part_of_the_panel(tray, desk):
    for number in range(8):
        wait_for_place(desk, name=f"lost {number}")
    tray.limit(400)
    assert tray.sizeHint().height() <= 300


def test_a_library_that_is_only_read_says_why(desk, english, shown, read_only):
    tray = in_a_panel(OrphansTray(desk, panels.LIGHT, guess_at_once), shown)
    wait_for_place(desk)
    card = tray.cards[0]
    assert {card.place.toolTip(), card.guesses[0].take.toolTip()} == {"The file is write-protected."}
    assert not tray.place(card.orphan, Span(0, 5))


def test_everything_has_a_name(tray, desk):
    wait_for_place(desk, note="Check", tags=("cranes",))
    assert nameless(tray) == []
