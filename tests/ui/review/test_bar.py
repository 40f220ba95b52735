"""Doubtful names are gone through by keys alone, in the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from apostil.domain.entity import Confirmed, Kind, NotAnEntity, OtherExtent, OtherKind
from apostil.ui.accessibility import nameless
from support import panels

if TYPE_CHECKING:
    from apostil.ui.review.bar import ReviewBar
    from support.main_windows import Room


@pytest.fixture
def bar(room: Room) -> ReviewBar:
    """The review of the English article, in the order of the text."""
    room.do("review")
    bar = room.window.review.bar
    assert bar is not None
    bar.order.setCurrentIndex(1)
    bar.setFocus()
    return bar


def press(bar: ReviewBar, keys: str) -> None:
    QTest.keyClicks(bar, keys)


def made(room: Room) -> tuple[object, ...]:
    return room.library.corrections(room.english)


def test_it_shows_the_name_in_its_sentence_and_how_many_there_are(room: Room, bar: ReviewBar) -> None:
    assert bar.progress.text() == "1 of 7"
    assert "<b" in bar._sentence.text()
    assert "Adama Késsou" in bar._sentence.text()
    assert bar.facts.text() == "Person · guessed, 80 % sure"
    assert bar.steps.kinds[Kind.PERSON].isChecked()


def test_the_text_goes_along(room: Room, bar: ReviewBar, qtbot) -> None:
    with qtbot.waitSignal(bar.looked_at) as looked_at:
        press(bar, "s")
    assert looked_at.args == [room.place("Northern Transport Union")]
    assert bar.progress.text() == "2 of 7"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("y", lambda span: Confirmed("Adama Késsou", span, Kind.PERSON)),
        ("\r", lambda span: Confirmed("Adama Késsou", span, Kind.PERSON)),
        ("n", lambda span: NotAnEntity("Adama Késsou", span)),
        ("4", lambda span: OtherKind("Adama Késsou", Kind.GROUP, span)),
        ("ay", lambda span: Confirmed("Adama Késsou", None, Kind.PERSON)),
        ("{y", lambda span: OtherExtent("Adama Késsou", "Minister Adama Késsou", span)),
        ("}y", lambda span: OtherExtent("Adama Késsou", "Késsou", span)),
        ("][y", lambda span: Confirmed("Adama Késsou", span, Kind.PERSON)),
    ],
)
def test_a_decision_is_kept_and_the_next_name_comes(room: Room, bar: ReviewBar, key, said) -> None:
    span = room.place("Adama Késsou")
    press(bar, key)
    assert made(room) == (said(span),)
    assert room.desk.undo_stack.count() == 1
    assert bar.doubt.entity.name == "Northern Transport Union"


def test_all_places_of_a_name_are_settled_at_once(bar: ReviewBar) -> None:
    assert bar.steps.everywhere.text() == "A  All 2 places of this name"
    press(bar, "ay")
    assert bar._queue.left == 5


def test_a_name_that_stands_once_has_no_other_places(bar: ReviewBar) -> None:
    press(bar, "sa")
    assert not bar.steps.everywhere.isVisible()
    assert not bar.steps.everywhere.isChecked()


def test_undo_brings_the_name_back(room: Room, bar: ReviewBar) -> None:
    press(bar, "nu")
    assert made(room) == ()
    assert bar.doubt.entity.name == "Adama Késsou"


def test_undo_of_the_window_brings_the_name_back_too(room: Room, bar: ReviewBar) -> None:
    press(bar, "n")
    room.do("undo")
    assert bar.doubt.entity.name == "Adama Késsou"


def test_undo_before_any_decision_takes_nothing_back(room: Room, bar: ReviewBar) -> None:
    press(bar, "u")
    assert bar.progress.text() == "1 of 7"


def test_the_least_sure_can_come_first(room: Room, bar: ReviewBar) -> None:
    bar.order.setCurrentIndex(0)
    assert bar.progress.text() == "1 of 7"


def test_it_ends_with_a_sentence(room: Room, bar: ReviewBar) -> None:
    press(bar, "yyyyyyy")
    assert not bar.isVisible()
    assert room.said == "Review finished: 7 decisions are kept, nothing is left in doubt."
    assert room.reader.hasFocus()


def test_it_can_be_left_at_any_time(room: Room, bar: ReviewBar) -> None:
    press(bar, "y")
    room.key(Qt.Key.Key_Escape)
    assert room.said == "Review ended: 1 decision is kept, 6 places are still in doubt."


def test_another_article_ends_it(room: Room, bar: ReviewBar) -> None:
    room.desk.open(room.french)
    assert not bar.isVisible()


def test_where_nothing_is_in_doubt_it_says_so(room: Room, bar: ReviewBar) -> None:
    press(bar, "yyyyyyy")
    room.do("review")
    assert room.said == "No name in this article is in doubt: all are confirmed."


def test_a_correction_from_elsewhere_settles_its_doubts(room: Room, bar: ReviewBar) -> None:
    from apostil.services.corrections import correcting

    room.desk.do(correcting.confirm(correcting.About(room.library, room.english, "Adama Késsou"), Kind.PERSON))
    assert bar.doubt.entity.name == "Northern Transport Union"


def test_where_one_can_only_read_it_says_why(read_only_room: Room) -> None:
    read_only_room.window.review.start()
    assert read_only_room.said == read_only_room.desk.read_only_because


def test_the_button_of_the_panel_begins_it(room: Room) -> None:
    room.window.entities_panel.review.click()
    assert room.window.review.bar.isVisible()


def test_buttons_do_what_their_keys_do(room: Room, bar: ReviewBar) -> None:
    bar.steps.kinds[Kind.EVENT].click()
    assert [type(one) for one in made(room)] == [OtherKind]


def test_everything_has_a_name_and_is_drawn_in_both_themes(room: Room, bar: ReviewBar) -> None:
    light = bar.grab().toImage()
    room.window.set_theme(panels.DARK)
    assert nameless(bar) == []
    assert bar.grab().toImage() != light
