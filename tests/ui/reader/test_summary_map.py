from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from apostil.domain.spans import Span
from apostil.ui import theme
from apostil.ui.reader import summary_map
from apostil.ui.reader.summary_map import HEAVY, LEAST, THIN, WIDTH
from apostil.ui.reader.view import ReaderView
from apostil.ui.theme import Tone
from support.reader import long_article, place, plain

LEFT = Qt.MouseButton.LeftButton


def sentences(article) -> list[Span]:
    return [place(article, "Nobody disagreed"), place(article, "The last word")]


@pytest.fixture
def long_view(view: ReaderView) -> ReaderView:
    """A reader with a book of 2,000 words, every tenth paragraph of which is in the summary."""
    view.show_article(long_article(2_000))
    view.set_summary([block.span for block in view.article.blocks[5::10]])
    return view


def spot(view: ReaderView, number: int) -> QPoint:
    return view.map.ticks()[number].rect.center()


def test_without_a_summary_there_is_no_map(view: ReaderView) -> None:
    assert view.map.isHidden()


def test_the_map_comes_with_the_summary_and_goes_with_it(view: ReaderView) -> None:
    view.set_summary(sentences(view.article))
    assert view.map.isVisible()
    view.set_summary([])
    assert view.map.isHidden()


def test_another_article_takes_the_map_away(view: ReaderView) -> None:
    view.set_summary(sentences(view.article))
    view.show_article(None)
    assert view.map.isHidden()
    assert view.map.ticks() == []


def test_the_map_lies_at_the_edge_and_moves_no_word(view: ReaderView) -> None:
    before = view.origin(), view.page.column
    view.set_summary(sentences(view.article))
    assert view.map.geometry().right() == view.viewport().rect().right()
    assert view.map.height() == view.viewport().height()
    assert (view.origin(), view.page.column) == before
    assert view.origin().x() + view.page.column <= view.map.x()


def test_the_map_follows_the_edge(view: ReaderView) -> None:
    view.set_summary(sentences(view.article))
    view.resize(520, 400)
    assert view.map.geometry().right() == view.viewport().rect().right()


def test_ticks_stand_where_the_scroll_bar_would_be(long_view: ReaderView) -> None:
    room, whole = long_view.map.height(), long_view.page.height
    for tick in long_view.map.ticks():
        assert abs(tick.rect.top() - long_view.page.strip(tick.span.start)[0] * room / whole) <= 3


def test_every_tick_can_be_seen(view: ReaderView) -> None:
    view.show_article(long_article(20_000))
    last = view.article.blocks[-1].span
    view.set_summary([Span(0, 5), Span(last.end - 5, last.end)])
    assert all(tick.rect.height() >= LEAST for tick in view.map.ticks())
    assert view.map.ticks()[-1].rect.bottom() < view.map.height()


def test_what_the_reader_keeps_is_heavier(view: ReaderView) -> None:
    first, second = sentences(view.article)
    view.set_summary([first, second], {second})
    assert [tick.rect.width() for tick in view.map.ticks()] == [THIN, HEAVY]


def test_a_click_on_a_tick_asks_for_its_sentence(long_view: ReaderView, qtbot) -> None:
    with qtbot.waitSignal(long_view.map.wanted) as told:
        QTest.mouseClick(long_view.map, LEFT, pos=spot(long_view, 1))
    assert told.args == [long_view.article.blocks[15].span]


def test_a_click_beside_the_ticks_is_the_pages_own(long_view: ReaderView, qtbot) -> None:
    with qtbot.assertNotEmitted(long_view.map.wanted):
        QTest.mouseClick(long_view.map, LEFT, pos=QPoint(3, spot(long_view, 1).y() - 20))
    assert long_view.caret > 0


def test_the_wheel_scrolls_over_the_map_too(long_view: ReaderView) -> None:
    here = QPointF(spot(long_view, 0))
    down = QWheelEvent(
        here,
        QPointF(long_view.map.mapToGlobal(here.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(long_view.map, down)
    assert long_view.verticalScrollBar().value() > 0


def test_pointing_at_a_tick_says_how_its_sentence_begins(view: ReaderView, monkeypatch) -> None:
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _where, words, _widget: said.append(words))
    first, second = sentences(view.article)
    view.set_summary([first, second], {second})
    for here in (spot(view, 1), QPoint(1, 1)):
        QApplication.sendEvent(view.map, QHelpEvent(QEvent.Type.ToolTip, here, view.map.mapToGlobal(here)))
    assert "The last word" in said[0]
    assert "Kept in the summary by you" in said[0]
    assert said[1] == ""


def test_a_tip_says_markup_as_it_stands(view: ReaderView) -> None:
    view.show_article(plain("The law says <b>no</b>."))
    view.set_summary([view.article.blocks[0].span])
    assert "&lt;b&gt;no" in view.map.tip(view.map.ticks()[0])


def test_a_tick_is_lit_under_the_mouse(long_view: ReaderView) -> None:
    here = spot(long_view, 0)
    QTest.mouseMove(long_view.map, here)
    assert long_view.map.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert painted(long_view, here) == long_view._scene.theme.color(Tone.INK)
    QApplication.sendEvent(long_view.map, QEvent(QEvent.Type.Leave))
    assert painted(long_view, here) == long_view._scene.theme.color(Tone.ACCENT)


def painted(view: ReaderView, where: QPoint):
    image = QImage(view.map.size(), QImage.Format.Format_RGB32)
    view.map.render(image)
    return image.pixelColor(where)


def test_other_colours_show_at_once(long_view: ReaderView) -> None:
    dark = theme.load("dark")
    long_view.set_theme(dark)
    assert painted(long_view, spot(long_view, 0)) == dark.color(Tone.ACCENT)


def test_the_map_has_a_name_for_those_who_hear_it(view: ReaderView) -> None:
    view.set_summary(sentences(view.article))
    assert view.map.accessibleName() == "Where the summary comes from"
    assert view.map.accessibleDescription().startswith("2 sentences. The arrow keys ")


def test_folded_sentences_stand_where_their_fold_is(view: ReaderView) -> None:
    folded = place(view.article, "Ten ways to bake bread")
    view.set_summary([folded])
    ((top, bottom),) = view.page.reaches([folded])
    assert 0 < top <= bottom <= view.page.height


def test_a_long_article_costs_no_time_while_it_is_read(view: ReaderView) -> None:
    view.show_article(long_article(100_000))
    view.set_summary([block.span for block in view.article.blocks[1::10]])
    image = QImage(WIDTH, view.map.height(), QImage.Format.Format_RGB32)
    view.map.ticks()
    began = perf_counter()
    for _ in range(20):
        view.map.render(image)
    assert (perf_counter() - began) / 20 < 0.1  # laying the article out for it would take longer


@pytest.fixture
def reached(long_view: ReaderView, qtbot) -> ReaderView:
    """A reader whose map has the keyboard."""
    long_view.setFocus()
    QTest.keyClick(long_view, Qt.Key.Key_Tab)
    qtbot.waitUntil(long_view.map.hasFocus)
    return long_view


def press(view: ReaderView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.map, key)


def chosen(view: ReaderView) -> list[Span]:
    return [block.span for block in view.article.blocks[5::10]]


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ([Qt.Key.Key_Down], 1),
        ([Qt.Key.Key_Right, Qt.Key.Key_Down], 2),
        ([Qt.Key.Key_Down, Qt.Key.Key_Up], 0),
        ([Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_End], -1),
        ([Qt.Key.Key_End, Qt.Key.Key_Down], -1),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
    ],
)
def test_keys_go_from_sentence_to_sentence(reached: ReaderView, keys, row) -> None:
    passed: list[Span] = []
    reached.map.passed.connect(passed.append)
    press(reached, *keys)
    assert passed[-1] == chosen(reached)[row]
    assert reached.map.hasFocus()


def test_a_sentence_that_is_passed_is_seen(reached: ReaderView) -> None:
    press(reached, Qt.Key.Key_End)
    top, _ = reached.page.strip(chosen(reached)[-1].start)
    above = reached.verticalScrollBar().value()
    assert above <= top <= above + reached.viewport().height()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_return_goes_into_the_text(reached: ReaderView, qtbot, key) -> None:
    press(reached, Qt.Key.Key_Down)
    with qtbot.waitSignal(reached.map.wanted) as told:
        press(reached, key)
    assert told.args == [chosen(reached)[1]]
    assert reached.hasFocus()
    assert reached.caret == chosen(reached)[1].start


def test_escape_goes_back_to_where_the_text_was(reached: ReaderView) -> None:
    press(reached, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert reached.hasFocus()
    assert reached.caret == 0


def test_keys_that_are_not_ours_are_the_pages(reached: ReaderView) -> None:
    press(reached, Qt.Key.Key_PageDown)
    assert reached.verticalScrollBar().value() > 0


def test_the_keyboard_begins_at_what_is_on_the_screen(long_view: ReaderView, qtbot) -> None:
    long_view.reveal(chosen(long_view)[2], flash=False)
    above = long_view.verticalScrollBar().value()
    long_view.map.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(long_view.map.wanted) as told:
        press(long_view, Qt.Key.Key_Return)
    ends = [bottom for _, bottom in long_view.page.reaches(chosen(long_view))]
    first = next(row for row, bottom in enumerate(ends) if bottom > above)
    assert told.args == [chosen(long_view)[first]]


def test_where_the_keyboard_is_can_be_seen(reached: ReaderView) -> None:
    ring = painted(reached, QPoint(0, reached.map.height() // 2))
    assert ring == reached._scene.theme.color(Tone.ACCENT)
    assert painted(reached, spot(reached, 0)) == reached._scene.theme.color(Tone.INK)
    reached.setFocus()
    assert painted(reached, QPoint(0, reached.map.height() // 2)) != ring


def test_a_click_leaves_the_keyboard_to_the_text(long_view: ReaderView) -> None:
    long_view.setFocus()
    QTest.mouseClick(long_view.map, LEFT, pos=spot(long_view, 1))
    assert long_view.hasFocus()


def test_with_the_summary_the_keyboard_leaves_the_map(reached: ReaderView) -> None:
    reached.set_summary([])
    assert reached.hasFocus()


def test_the_keyboard_stays_at_a_sentence_that_stays(reached: ReaderView) -> None:
    press(reached, Qt.Key.Key_Down)
    reached.set_summary(chosen(reached)[1:3])
    passed: list[Span] = []
    reached.map.passed.connect(passed.append)
    press(reached, Qt.Key.Key_Down)
    assert passed == [chosen(reached)[2]]


def test_each_step_is_said(reached: ReaderView, monkeypatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(summary_map, "announce", lambda _widget, words: said.append(words))
    press(reached, Qt.Key.Key_Down)
    words = chosen(reached)[1].cut(reached.article.text)
    assert said[0].replace("\u00a0", " ").startswith(f"2 of {len(chosen(reached))}: {words[:11]}")
