from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from apostil.domain.annotation import Color
from apostil.domain.article import Piece, Role, compose
from apostil.domain.entity import Kind
from apostil.domain.spans import Span
from apostil.ui import theme
from apostil.ui.reader.gestures import Grain
from apostil.ui.reader.places import Place
from apostil.ui.reader.rows import RowKind
from apostil.ui.reader.view import ReaderView
from support.reader import drag, entity, long_article, mark, place, plain, point_at, sample

K = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def at(view: ReaderView, position: int) -> QPoint:
    """A point on this character, brought onto the screen."""
    view.reveal(Span(position, position + 1), flash=False)
    return view.point_of(position)


def said(view: ReaderView, span: Span | None) -> str | None:
    return None if span is None else span.cut(view.article.text)


def sentences(article) -> list[Span]:
    first = place(article, "The harbour")
    second = place(article, "« L’État")
    third = place(article, "Nobody")
    end = place(article, "before noon.").end
    return [Span(first.start, second.start - 1), Span(second.start, third.start - 1), Span(third.start, end)]


def turn(view: ReaderView, angle: int, modifiers: Qt.KeyboardModifier) -> None:
    """Turn the wheel."""
    spot, buttons = QPointF(50, 50), Qt.MouseButton.NoButton
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(spot, spot, QPoint(), QPoint(0, angle), buttons, modifiers, phase, False)
    QApplication.sendEvent(view.viewport(), event)


# selecting and moving


def test_a_click_puts_the_caret(qtbot, view, article):
    goal = place(article, "lighthouse 🏮 needs").start + 12
    with qtbot.waitSignal(view.caret_moved) as moved:
        qtbot.mouseClick(view.viewport(), LEFT, pos=at(view, goal))
    assert moved.args == [goal]
    assert view.selection() is None


def test_a_drag_selects(qtbot, view, article):
    words = place(article, "🇲🇱 and heard")
    start = at(view, words.start)
    with qtbot.waitSignal(view.selection_settled):
        drag(view, start, start + QPoint(20, 0), view.point_of(words.end))
    assert view.selection() == words


def test_a_drag_backwards_selects_too(view, article):
    words = place(article, "council met")
    drag(view, at(view, words.end), view.point_of(words.start))
    assert view.selection() == words
    assert view.caret == words.start


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (4, 26, "harbour\u00a0council met at"),
        (26, 4, "harbour\u00a0council met at"),
        (6, 9, "rbo"),
        (9, 6, "rbo"),
        (6, 12, "harbour"),
    ],
)
def test_a_drag_takes_whole_words_once_it_has_left_its_first(view, article, first, last, words):
    start = place(article, "The harbour").start
    drag(view, at(view, start + first), view.point_of(start + last))
    assert said(view, view.selection()) == words


def test_a_drag_leaves_the_quotation_marks_beside_its_words(view, article):
    drag(view, at(view, place(article, "paiera").start + 2), view.point_of(place(article, "Orvane").start + 2))
    assert said(view, view.selection()) == "paiera », a\u00a0dit Mme\u00a0Orvane"


def test_with_alt_a_drag_takes_letters(view, article):
    words = place(article, "bour\u00a0counc")
    drag(view, at(view, words.start), view.point_of(words.end), modifiers=ALT)
    assert view.selection() == words


def test_a_double_click_selects_the_word_behind_an_elision(qtbot, view, article):
    word = place(article, "État")
    qtbot.mouseDClick(view.viewport(), LEFT, pos=at(view, word.start + 1))
    assert view.selection() == word


def test_a_triple_click_selects_the_sentence(qtbot, view, article):
    view.set_sentences(sentences(article))
    point = at(view, place(article, "paiera").start)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=point)
    qtbot.mouseClick(view.viewport(), LEFT, pos=point)
    assert view.selection() == sentences(article)[1]


def test_a_triple_click_without_sentences_selects_the_block(qtbot, view, article):
    point = at(view, place(article, "costs").start)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=point)
    qtbot.mouseClick(view.viewport(), LEFT, pos=point)
    assert said(view, view.selection()) == "What it costs"


def test_shift_click_extends(qtbot, view, article):
    words = place(article, "council met")
    view.set_caret(words.start)
    qtbot.mouseClick(view.viewport(), LEFT, SHIFT, at(view, words.end))
    assert view.selection() == words


@pytest.mark.parametrize(
    ("key", "modifiers", "words"),
    [
        (K.Key_Right, SHIFT, "c"),
        (K.Key_Right, SHIFT | CTRL, "council "),
        (K.Key_Left, SHIFT | CTRL, "harbour\u00a0"),
        (K.Key_Down, SHIFT | CTRL, None),
        (K.Key_Home, SHIFT, "The harbour\u00a0"),
    ],
)
def test_shift_selects(qtbot, view, article, key, modifiers, words):
    view.set_caret(place(article, "council met").start)
    with qtbot.waitSignal(view.selection_changed):
        qtbot.keyClick(view, key, modifiers)
    if words is None:
        assert view.selection().end == place(article, "What it costs").start
    else:
        assert said(view, view.selection()) == words


def test_arrows_leave_a_selection_at_its_side(qtbot, view, article):
    words = place(article, "council met")
    view.select(words)
    qtbot.keyClick(view, K.Key_Left)
    assert (view.caret, view.selection()) == (words.start, None)


def test_lines_keep_to_their_column(qtbot, view, article):
    start = place(article, "heard").start
    view.set_caret(start)
    qtbot.keyClick(view, K.Key_Down)
    qtbot.keyClick(view, K.Key_Up)
    assert view.caret == start


def test_down_from_the_last_line_goes_to_the_end_and_up_from_the_first_to_the_start(qtbot, view, article):
    qtbot.keyClick(view, K.Key_Up)
    assert view.caret == 0
    qtbot.keyClick(view, K.Key_End, CTRL)
    qtbot.keyClick(view, K.Key_Down)
    assert view.caret == view._sheet.stops.whole().end


def test_sentences_are_selected_by_keys(qtbot, view, article):
    known = sentences(article)
    view.set_sentences(known)
    view.set_caret(known[0].start + 3)
    picked = []
    for key in (K.Key_Down, K.Key_Down, K.Key_Up):
        qtbot.keyClick(view, key, ALT)
        picked.append(view.selection())
    assert picked == [known[0], known[1], known[0]]


def test_shift_takes_one_more_sentence(qtbot, view, article):
    known = sentences(article)
    view.set_sentences(known)
    view.select(known[0])
    qtbot.keyClick(view, K.Key_Down, ALT | SHIFT)
    assert view.selection() == Span(known[0].start, known[1].end)


def test_shift_takes_the_sentence_before(qtbot, view, article):
    known = sentences(article)
    view.set_sentences(known)
    view.select(known[1])
    qtbot.keyClick(view, K.Key_Up, ALT | SHIFT)
    assert view.selection() == Span(known[0].start, known[1].end)


def test_select_all_takes_what_can_be_seen(qtbot, view, article):
    qtbot.keyClick(view, K.Key_A, CTRL)
    assert view.selection() == Span(0, place(article, "More news").start)


def test_escape_clears_the_selection_then_the_chosen_mark(qtbot, view, article):
    view.set_marks([mark(article, "council")])
    view.set_active_mark("m1")
    view.select(place(article, "harbour"))
    qtbot.keyClick(view, K.Key_Escape)
    assert (view.selection(), view.active_mark) == (None, "m1")
    with qtbot.waitSignal(view.mark_activated) as told:
        qtbot.keyClick(view, K.Key_Escape)
    assert told.args == [None]


def test_a_selection_made_with_keys_settles_when_they_rest(qtbot, view):
    with qtbot.waitSignal(view.selection_settled) as settled:
        qtbot.keyClick(view, K.Key_Right, SHIFT)
    assert settled.args == [Span(0, 1)]


def test_pages_are_turned(qtbot, view):
    view.show_article(long_article(2000))
    qtbot.keyClick(view, K.Key_PageDown)
    lower = view.caret
    assert lower > 500
    qtbot.keyClick(view, K.Key_PageUp)
    assert view.caret < lower
    assert view.verticalScrollBar().value() >= 0


def test_turning_the_page_scrolls_by_a_page_and_keeps_the_caret_where_it_is_on_the_screen(qtbot, view):
    view.show_article(long_article(2000))
    view.set_caret(300)
    y = view.caret_rect().y()
    for key in (K.Key_PageDown, K.Key_PageDown, K.Key_PageUp):
        before = view.verticalScrollBar().value()
        qtbot.keyClick(view, key)
        assert abs(abs(view.verticalScrollBar().value() - before) - view.verticalScrollBar().pageStep()) < 60
        assert abs(view.caret_rect().y() - y) < 40


def test_the_page_that_is_turned_is_the_one_on_the_screen(qtbot, view):
    view.show_article(long_article(2000))
    view.scroll_to(6000)
    qtbot.keyClick(view, K.Key_PageDown)
    assert view.caret > 6500


def test_a_page_beyond_the_end_is_the_end(qtbot, view):
    for _ in range(9):
        qtbot.keyClick(view, K.Key_PageDown)
    assert view.caret == view._sheet.stops.whole().end
    for _ in range(9):
        qtbot.keyClick(view, K.Key_PageUp)
    assert view.caret == 0


@pytest.mark.parametrize("key", [K.Key_1, K.Key_N, K.Key_T, K.Key_O, K.Key_Delete])
def test_letters_and_digits_are_left_to_the_window(view, key):
    event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, "x")
    view.keyPressEvent(event)
    assert not event.isAccepted()


def test_our_keys_are_claimed_from_shortcuts(view):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, K.Key_A, CTRL)
    event.ignore()
    QApplication.sendEvent(view, event)
    assert event.isAccepted()


def test_escape_is_not_claimed_where_there_is_nothing_to_clear(view):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, K.Key_Escape, NONE)
    event.ignore()
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()


# marks


@pytest.fixture
def marked(view, article):
    view.set_marks(
        [
            mark(article, "council met at\u202f10 a.m.", "low"),
            mark(article, "met at", "high", Color.BLUE, note="Check\nthis <hour>", tags="time place"),
        ]
    )
    return view


def test_a_click_chooses_the_upper_mark(qtbot, marked, article):
    with qtbot.waitSignal(marked.mark_activated) as told:
        qtbot.mouseClick(marked.viewport(), LEFT, pos=at(marked, place(article, "met at").start + 1))
    assert told.args == ["high"]
    assert marked.active_mark == "high"


def test_a_click_elsewhere_lets_go(qtbot, marked, article):
    marked.set_active_mark("low")
    with qtbot.waitSignal(marked.mark_activated) as told:
        qtbot.mouseClick(marked.viewport(), LEFT, pos=at(marked, place(article, "Nobody").start))
    assert told.args == [None]


def test_cycling_goes_through_the_marks_at_the_caret(marked, article):
    marked.set_caret(place(article, "met at").start + 1)
    seen = []
    for _ in range(3):
        marked.cycle_marks()
        seen.append(marked.active_mark)
    assert seen == ["low", "high", "low"]


def test_cycling_where_there_is_none_lets_go(qtbot, marked):
    marked.set_caret(0)
    with qtbot.waitSignal(marked.mark_activated) as told:
        marked.cycle_marks()
    assert told.args == [None]


def test_a_mark_that_ends_at_the_caret_counts(qtbot, marked, article):
    marked.set_caret(place(article, "10 a.m.").end)
    with qtbot.waitSignal(marked.mark_activated) as told:
        marked.cycle_marks()
    assert told.args == ["low"]


def test_a_chosen_mark_that_goes_is_no_longer_chosen(marked, article):
    marked.set_active_mark("high")
    marked.set_marks([mark(article, "council", "other")])
    assert marked.active_mark is None


def test_dragging_an_end_resizes(qtbot, marked, article):
    marked.set_active_mark("low")
    span = place(article, "council met at\u202f10 a.m.")
    goal = place(article, "heard")
    end = at(marked, span.end)
    with qtbot.waitSignal(marked.mark_resized) as told:
        drag(marked, end, end + QPoint(15, 0), marked.point_of(goal.end))
    assert told.args == [("low", Span(span.start, goal.end))]


def test_dragging_the_start_resizes_but_never_past_the_end(qtbot, marked, article):
    marked.set_active_mark("high")
    span = place(article, "met at")
    start = at(marked, span.start)
    with qtbot.waitSignal(marked.mark_resized) as told:
        drag(marked, start, marked.point_of(span.start + 2), marked.point_of(span.end + 9))
    assert told.args == [("high", Span(span.start + 2, span.end))]


@pytest.mark.parametrize(
    ("modifiers", "words"), [(NONE, "met at\u202f10 a.m. 🇲🇱 and heard"), (ALT, "met at\u202f10 a.m. 🇲🇱 and he")]
)
def test_a_dragged_end_takes_whole_words_and_with_alt_letters(qtbot, marked, article, modifiers, words):
    marked.set_active_mark("high")
    end = at(marked, place(article, "met at").end)
    goal = marked.point_of(place(article, "heard").start + 2)
    with qtbot.waitSignal(marked.mark_resized) as told:
        drag(marked, end, goal, modifiers=modifiers)
    assert said(marked, told.args[0][1]) == words


@pytest.mark.parametrize(
    ("key", "modifiers", "words"),
    [
        (K.Key_BracketRight, NONE, "met at\u202f10"),
        (K.Key_BracketLeft, NONE, "met"),
        (K.Key_BraceLeft, SHIFT, "council met at"),
        (K.Key_BraceRight, SHIFT, "at"),
        (K.Key_Right, SHIFT | ALT, "met at\u202f10"),
        (K.Key_Left, SHIFT | ALT, "met"),
        (K.Key_Left, SHIFT | ALT | CTRL, "council met at"),
        (K.Key_Right, SHIFT | ALT | CTRL, "at"),
        (K.Key_Home, SHIFT | ALT, "council met at"),
    ],
)
def test_keys_resize_the_chosen_mark(qtbot, marked, key, modifiers, words):
    marked.set_active_mark("high")
    with qtbot.waitSignal(marked.mark_resized) as told:
        qtbot.keyClick(marked, key, modifiers)
    name, span = told.args[0]
    assert (name, said(marked, span)) == ("high", words)


def test_a_mark_keeps_a_character(qtbot, marked, article):
    marked.set_marks([mark(article, "met", "one")])
    marked.set_active_mark("one")
    with qtbot.waitSignal(marked.mark_resized) as told:
        qtbot.keyClick(marked, K.Key_Left, SHIFT | ALT)
    assert len(told.args[0][1]) >= 1


def test_a_glyph_in_the_margin_chooses_its_mark_and_lights_its_words(qtbot, marked, article):
    y = at(marked, place(article, "met at").start).y()
    glyph = QPoint(round(marked.origin().x()) - 30, y)
    point_at(marked, glyph)
    assert marked._scene.lit == place(article, "met at")
    assert marked.tip_at(glyph) == "<qt>Check<br>this &lt;hour&gt;</qt>"
    with qtbot.waitSignal(marked.mark_activated) as told:
        qtbot.mouseClick(marked.viewport(), LEFT, pos=glyph)
    assert told.args == ["high"]


def test_leaving_the_page_puts_the_light_out(marked, article):
    point_at(marked, QPoint(round(marked.origin().x()) - 30, at(marked, place(article, "met at").start).y()))
    QApplication.sendEvent(marked, QEvent(QEvent.Type.Leave))
    assert marked._scene.lit is None


def test_tags_and_summary_tell_what_they_are(marked, article):
    marked.set_summary([place(article, "The harbour\u00a0council")])
    y = at(marked, place(article, "met at").start).y()
    left = round(marked.origin().x())
    assert marked.tip_at(QPoint(left - 10, y)) == "<qt>In the summary</qt>"
    assert marked.tip_at(QPoint(left - 15, y)) == "<qt>time, place</qt>"


# entities and what is pointed at


def test_pointing_tells_the_place(qtbot, view, article):
    found = entity(article, "Orvane", Kind.PERSON)
    view.set_entities([found], frozenset(Kind))
    view.set_marks([mark(article, "Mme\u00a0Orvane")])
    word = place(article, "Orvane")
    with qtbot.waitSignal(view.hovered) as told:
        point_at(view, at(view, word.start + 1))
    assert told.args == [Place(word.start + 1, found.id, word, ("m1",))]


@pytest.mark.parametrize(("confirmed", "sure"), [(True, "confirmed"), (False, "guessed, 90 % sure")])
def test_a_tip_says_the_kind_and_how_sure_it_is(view, article, confirmed, sure):
    view.set_entities([entity(article, "Orvane", Kind.PERSON, confirmed=confirmed)], frozenset(Kind))
    tip = view.tip_at(at(view, place(article, "Orvane").start + 1))
    assert tip == f"<qt><b>Orvane</b><br>Person, {sure}</qt>"


def test_hidden_kinds_are_not_pointed_at(view, article):
    view.set_entities([entity(article, "Orvane", Kind.PERSON)], frozenset({Kind.EVENT}))
    assert view.place_at(at(view, place(article, "Orvane").start)).entity is None


def test_a_tool_tip_is_shown_and_hidden_again(view, article):
    point = at(view, place(article, "Orvane").start)
    event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    assert QApplication.sendEvent(view.viewport(), event)


def ask(view: ReaderView, point: QPoint) -> None:
    where = view.viewport().mapToGlobal(point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where, NONE)
    QApplication.sendEvent(view.viewport(), event)


def test_a_right_click_in_the_selection_keeps_it(qtbot, view, article):
    words = place(article, "council met")
    point = at(view, words.start + 2)
    view.select(words)
    with qtbot.waitSignal(view.context_requested) as told:
        ask(view, point)
    context = told.args[0]
    assert (context.position, context.selection) == (words.start + 2, words)
    assert context.global_pos == view.viewport().mapToGlobal(point)


def test_a_right_click_elsewhere_moves_the_caret(qtbot, marked, article):
    marked.select(place(article, "Nobody"))
    inside = place(article, "met at").start + 1
    with qtbot.waitSignal(marked.context_requested) as told:
        ask(marked, at(marked, inside))
    assert told.args[0].selection is None
    assert told.args[0].marks == ("low", "high")
    assert marked.caret == inside


@pytest.mark.parametrize(("key", "modifiers"), [(K.Key_Menu, NONE), (K.Key_F10, SHIFT)])
def test_the_keyboard_asks_for_the_menu_at_the_caret(qtbot, view, article, key, modifiers):
    found = entity(article, "Orvane", Kind.PERSON)
    view.set_entities([found], frozenset(Kind))
    view.set_caret(place(article, "Orvane").end)
    with qtbot.waitSignal(view.context_requested) as told:
        qtbot.keyClick(view, key, modifiers)
    assert told.args[0].entity == found.id
    assert view.viewport().rect().contains(view.viewport().mapFromGlobal(told.args[0].global_pos))


# folds


def fold_rows(view: ReaderView) -> list[int]:
    return [i for i, row in enumerate(view.page.rows) if row.kind in {RowKind.FOLDED, RowKind.LINKS}]


def link_point(view: ReaderView, number: int = 0) -> QPoint:
    index = fold_rows(view)[0]
    laid = view.page.laid(index)
    _, start, end = laid.words.links[number]
    rect = laid.pieces(start, end)[0].rect.translated(view.origin()).translated(0, view.page.top(index))
    return rect.center().toPoint()


def test_a_click_unfolds_and_another_folds(qtbot, view):
    rows = len(view.page.rows)
    qtbot.mouseClick(view.viewport(), LEFT, pos=link_point(view))
    assert len(view.page.rows) == rows + 1
    qtbot.mouseClick(view.viewport(), LEFT, pos=link_point(view))
    assert len(view.page.rows) == rows


def test_apparatus_can_be_taken_back(qtbot, view):
    qtbot.mouseClick(view.viewport(), LEFT, pos=link_point(view))
    with qtbot.waitSignal(view.roles_requested) as told:
        qtbot.mouseClick(view.viewport(), LEFT, pos=link_point(view, 1))
    assert told.args == [(3,)]


def test_folds_are_reached_and_followed_by_keys(qtbot, view, article):
    view.set_caret(place(article, "Share this").start)
    assert view._scene.link == (fold_rows(view)[0], 0)
    qtbot.keyClick(view, K.Key_Return)
    assert [view.article.blocks[i].role for i in view.page.rows[fold_rows(view)[0]].blocks] == [Role.APPARATUS]
    qtbot.keyClick(view, K.Key_Right)
    with qtbot.waitSignal(view.roles_requested):
        qtbot.keyClick(view, K.Key_Space)
    qtbot.keyClick(view, K.Key_Left)
    qtbot.keyClick(view, K.Key_Return)
    assert view.page.shown == frozenset()


def test_the_caret_goes_through_the_links_above_an_unfolded_run(qtbot, view, article):
    view.set_unfolded(True)
    view.set_caret(place(article, "Share this").start)
    qtbot.keyClick(view, K.Key_Up)
    assert view._scene.link == (fold_rows(view)[0], 0)
    qtbot.keyClick(view, K.Key_Right)
    qtbot.keyClick(view, K.Key_Right)
    assert view._scene.link is None
    assert view.caret == place(article, "Share this").start
    qtbot.keyClick(view, K.Key_Up)
    qtbot.keyClick(view, K.Key_Left)
    assert view.caret == place(article, "By Ada Marsh").end


def test_revealing_unfolds(view, article):
    view.reveal(place(article, "bake bread"), flash=False)
    assert any(row.span == place(article, "Ten ways to bake bread") for row in view.page.rows)


def test_what_was_unfolded_stays_so_in_its_article(view, article):
    view.set_unfolded(True)
    rows = len(view.page.rows)
    view.show_article(plain("Another one"))
    view.show_article(article)
    assert len(view.page.rows) == rows


def test_a_run_stays_unfolded_when_its_first_block_is_taken_back(view, article):
    view.set_unfolded(True)
    first = article.block_at(place(article, "More news").start)
    view.show_article(article.with_role(first, Role.PARAGRAPH))
    assert view.page.rows[-1].span == place(article, "Newsletter")


def test_folding_everything(view, article):
    view.set_unfolded(True)
    view.set_unfolded(False)
    assert view.page.rows[-1].kind is RowKind.FOLDED


# the place on the page


@pytest.fixture
def long_view(view):
    view.show_article(long_article(6000))
    return view


def test_a_place_is_remembered(long_view, article):
    middle = len(long_view.article.text) // 2
    long_view.scroll_to(middle)
    top = long_view.top_position()
    assert 0 <= middle - top < 90
    long_view.scroll_to(0)
    long_view.scroll_to(top)
    assert long_view.top_position() == top


def test_the_top_line_stays_while_the_rest_is_laid_out(qtbot, long_view):
    middle = len(long_view.article.text) // 2
    long_view.scroll_to(middle)
    top = long_view.top_position()
    qtbot.waitUntil(lambda: all(long_view.page.measured))
    assert long_view.top_position() == top


@pytest.mark.parametrize("width", [300, 420, 1400])
def test_the_top_line_stays_at_another_width(qtbot, long_view, width):
    long_view.scroll_to(len(long_view.article.text) // 2)
    top = long_view.top_position()
    long_view.resize(width, 500)
    qtbot.waitUntil(lambda: all(long_view.page.measured))
    assert abs(long_view.top_position() - top) < 120
    assert long_view.page.column + 40 <= max(300, width)


@pytest.fixture
def caret_above(long_view):
    """A view whose caret is far above the screen, in a headline that is the highest of all rows."""
    long_view.show_article(
        compose([Piece("WWW " * 40, Role.HEADLINE), *(Piece("Rain again. " * 40) for _ in range(30))])
    )
    long_view.scroll_to(len(long_view.article.text) // 2)
    long_view.stop_motion()
    return long_view


@pytest.mark.parametrize("ask", [ReaderView.grab, ReaderView.caret_rect])
def test_a_caret_above_the_screen_leaves_what_is_painted_where_it_is(caret_above, ask):
    caret_above.page.resize(300, caret_above.page.faces)  # here, as rows are measured whenever Qt has the word
    row = caret_above.page.row_at(caret_above.shown()[0])
    top = caret_above.page.top(row) - caret_above.shown()[0]
    ask(caret_above)
    assert caret_above.page.top(row) - caret_above.shown()[0] == top


def test_the_top_line_stays_at_another_zoom(qtbot, long_view):
    long_view.scroll_to(len(long_view.article.text) // 2)
    top = long_view.top_position()
    with qtbot.waitSignal(long_view.zoom_changed) as told:
        long_view.set_zoom(150)
    assert told.args == [150]
    assert abs(long_view.top_position() - top) < 120


@pytest.mark.parametrize(("asked", "given"), [(20, 50), (125, 125), (900, 300)])
def test_zoom_has_limits(view, asked, given):
    view.set_zoom(asked)
    assert view.zoom == given


def test_revealing_brings_a_span_onto_the_screen(long_view):
    span = Span(len(long_view.article.text) - 300, len(long_view.article.text) - 290)
    long_view.reveal(span, flash=False)
    assert long_view.viewport().rect().contains(long_view.point_of(span.start))


def test_revealing_what_can_be_seen_moves_nothing(view, article):
    before = view.verticalScrollBar().value()
    view.reveal(place(article, "lighthouse"), flash=False)
    assert view.verticalScrollBar().value() == before


def test_a_jump_flashes_and_fades(qtbot, view, article):
    view.reveal(place(article, "council"))
    assert view._scene.flash == place(article, "council")
    qtbot.waitUntil(lambda: view._scene.flash is None)


def test_a_flash_can_be_stopped(view, article):
    view.reveal(place(article, "council"))
    view.stop_motion()
    assert view._scene.flash is None


def test_nothing_flashes_where_less_motion_is_wanted(monkeypatch, view, article):
    monkeypatch.setattr("apostil.ui.reader.motion.wanted", lambda: False)
    view.reveal(place(article, "council"))
    assert view._scene.flash is None


def test_another_article_starts_at_its_top_with_nothing_on_it(long_view):
    long_view.scroll_to(9000)
    long_view.set_hits([Span(0, 4)], 0)
    long_view.show_article(sample())
    assert (long_view.top_position(), long_view.caret, long_view.selection()) == (0, 0, None)
    assert long_view._scene.decorations.current_hit is None


def test_no_article_is_an_empty_page(qtbot, view):
    view.show_article(None)
    qtbot.keyClick(view, K.Key_Down)
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(50, 50))
    point_at(view, QPoint(90, 90))
    ask(view, QPoint(9, 9))
    view.reveal(Span(0, 3))
    view.scroll_to(5)
    view.grab()
    assert (view.caret, view.top_position(), view.position_at(QPoint(9, 9))) == (0, 0, 0)
    assert view.caret_rect().isEmpty()


def test_facts_push_the_text_down(view):
    before = view.point_of(view.article.blocks[1].span.start).y()
    view.set_facts("By Ada Marsh · 31 January 2026")
    assert view.point_of(view.article.blocks[1].span.start).y() > before


def test_ctrl_and_the_wheel_zoom(qtbot, view):
    for angle in (120, -120, -120):
        turn(view, angle, CTRL)
    assert view.zoom == 90


def test_the_caret_is_kept_on_the_screen(qtbot, long_view):
    for _ in range(40):
        qtbot.keyClick(long_view, K.Key_Down)
    assert long_view.viewport().rect().contains(long_view.caret_rect())


def test_dragging_below_the_edge_scrolls(qtbot, long_view, monkeypatch):
    from PySide6.QtGui import QCursor

    below = long_view.viewport().mapToGlobal(QPoint(200, 700))
    monkeypatch.setattr(QCursor, "pos", lambda *_: below)
    qtbot.mousePress(long_view.viewport(), LEFT, pos=QPoint(200, 100))
    point_at(long_view, QPoint(200, 700))
    qtbot.waitUntil(lambda: long_view.verticalScrollBar().value() > 100)
    qtbot.mouseRelease(long_view.viewport(), LEFT, pos=QPoint(200, 590))
    assert long_view.selection() is not None


# hearing


def test_the_description_follows_the_caret(view, article):
    view.set_caret(place(article, "costs").start)
    assert view.accessibleName() == "Article"
    assert view.accessibleDescription() == "What it costs"


def test_a_giant_block_is_shown(qtbot):
    reader = ReaderView(theme.load("dark"))
    qtbot.addWidget(reader)
    reader.show_article(plain("🏮word " * 20_000))
    reader.show()
    reader.set_caret(100_000)
    assert reader.caret == 100_000
    reader.hide()


@pytest.fixture
def heard(monkeypatch):
    words = []
    monkeypatch.setattr("apostil.ui.reader.view.listened_to", lambda: True)
    monkeypatch.setattr("apostil.ui.reader.view.announce", lambda _widget, said: words.append(said))
    return words


@pytest.mark.parametrize(
    ("key", "modifiers", "words"),
    [
        (K.Key_Right, NONE, "o"),
        (K.Key_Right, CTRL, "met"),
        (K.Key_Right, SHIFT, "c"),
        (K.Key_Down, CTRL, "What it costs"),
        (K.Key_Up, CTRL, None),
    ],
)
def test_a_screen_reader_hears_what_the_caret_went_by(qtbot, view, article, heard, key, modifiers, words):
    view.set_caret(place(article, "council met").start)
    qtbot.keyClick(view, key, modifiers)
    assert len(heard) == 1
    assert heard[0] == words if words else heard[0].startswith("The harbour")


def test_a_screen_reader_hears_a_fold(qtbot, view, article, heard):
    view.set_caret(place(article, "By Ada Marsh").end)
    qtbot.keyClick(view, K.Key_Right)
    assert heard == ["1 teaser folded – show"]


def test_a_chosen_mark_is_told(marked, article, heard):
    marked.set_caret(place(article, "met at").start + 1)
    marked.cycle_marks()
    assert heard == ["yellow mark: council met at\u202f10 a.m."]


# the small things


def test_another_theme_paints_other_paper(view):
    view.set_theme(theme.load("dark"))
    assert view.grab().toImage().pixelColor(5, 5).name() == theme.load("dark").tones["paper"]


def test_the_same_facts_change_nothing(view):
    view.set_facts("Facts")
    rows = view.page.rows
    view.set_facts("Facts")
    assert view.page.rows is rows


@pytest.mark.parametrize(("reason", "ringed"), [("Tab", True), ("Mouse", False)])
def test_the_keyboard_gets_a_ring(qtbot, view, reason, ringed):
    view.clearFocus()
    view.setFocus(getattr(Qt.FocusReason, f"{reason}FocusReason"))
    accent = theme.load("light").tones["accent"]
    assert (view.viewport().grab().toImage().pixelColor(2, 200).name() == accent) is ringed


def test_another_button_selects_nothing(qtbot, view, article):
    spot, middle = QPointF(300, 300), Qt.MouseButton.MiddleButton
    press = QMouseEvent(QEvent.Type.MouseButtonPress, spot, spot, middle, middle, NONE)
    view.mousePressEvent(press)
    assert not press.isAccepted()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(300, 300))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(300, 300))
    assert (view.caret, view.selection()) == (0, None)


def test_a_double_click_on_a_link_follows_it_once(qtbot, view):
    rows = len(view.page.rows)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=link_point(view))
    assert len(view.page.rows) in {rows, rows + 1}
    assert view.selection() is None


def test_a_press_on_a_link_that_is_let_go_elsewhere_follows_nothing(view):
    rows = view.page.rows
    drag(view, link_point(view), QPoint(400, 20))
    assert view.page.rows is rows


def test_a_drag_after_a_double_click_goes_by_words(qtbot, view, article):
    first, last = place(article, "council"), place(article, "met")
    point = at(view, first.start + 2)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=point)
    view._select_by(point, view._gesture.grain if view._gesture else Grain.WORD)
    point_at(view, view.point_of(last.start + 1))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=view.point_of(last.start + 1))
    assert view.selection() == Span(first.start, last.end)


def test_the_cursor_tells_what_can_be_done(marked, article):
    marked.set_active_mark("low")
    shapes = []
    for point in (
        at(marked, place(article, "10 a.m.").end),
        at(marked, place(article, "Nobody").start),
        link_point(marked),
    ):
        point_at(marked, point)
        shapes.append(marked.viewport().cursor().shape())
    assert shapes == [Qt.CursorShape.SizeHorCursor, Qt.CursorShape.IBeamCursor, Qt.CursorShape.PointingHandCursor]


def test_the_systems_menu_key_asks_at_the_caret(qtbot, view, article):
    view.set_caret(place(article, "costs").start)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0), NONE)
    with qtbot.waitSignal(view.context_requested) as told:
        QApplication.sendEvent(view.viewport(), event)
    assert told.args[0].position == place(article, "costs").start


def test_a_mark_that_goes_while_it_is_dragged_is_not_resized(qtbot, marked, article):
    marked.set_active_mark("low")
    qtbot.mousePress(marked.viewport(), LEFT, pos=at(marked, place(article, "10 a.m.").end))
    point_at(marked, marked.point_of(place(article, "heard").end))
    marked.set_marks([])
    with qtbot.assertNotEmitted(marked.mark_resized):
        qtbot.mouseRelease(marked.viewport(), LEFT, pos=QPoint(300, 300))


def test_the_wheel_scrolls(long_view):
    turn(long_view, -240, NONE)
    assert long_view.verticalScrollBar().value() > 0


def test_a_taller_window_shows_more(view):
    view.resize(800, 900)
    assert view.viewport().height() == 900
    assert view.page.column < 800


def test_scrolling_up_into_what_is_not_laid_out_keeps_the_line_below(long_view):
    long_view.scroll_to(len(long_view.article.text) // 2)
    bar = long_view.verticalScrollBar()
    for _ in range(12):
        position = long_view.top_position()
        before = long_view.point_of(position).y()
        bar.setValue(bar.value() - 150)
        assert abs(long_view.point_of(position).y() - before - 150) <= 2


# painting


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("width", [300, 1000])
def test_everything_can_be_painted(qtbot, article, name, width):
    reader = ReaderView(theme.load(name))
    qtbot.addWidget(reader)
    reader.resize(width, 1600)
    reader.show_article(article)
    reader.set_facts("Facts")
    reader.set_unfolded(True)
    reader.set_marks(
        [
            mark(article, "council met at", "a", note="one", tags="x y"),
            mark(article, "met", "b", Color.GREEN, note="two", tags="z"),
            mark(article, "Port Brume", "c", Color.PURPLE),
        ]
    )
    reader.set_entities(
        [entity(article, word, kind) for word, kind in zip(article.text.split(), Kind, strict=False)], frozenset(Kind)
    )
    reader.set_summary(sentences(article))
    reader.set_hits([place(article, "lamp"), place(article, "lighthouse")], 1)
    reader.set_active_mark("a")
    reader.show()
    reader.setFocus(Qt.FocusReason.TabFocusReason)
    reader.reveal(place(article, "lenses"))
    reader.select(place(article, "two lenses"))
    picture = reader.grab().toImage()
    inks = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, 700, 3)}
    colors = theme.load(name)
    assert colors.tones["paper"] in inks
    assert {colors.tints["yellow"], colors.tints["green"]} <= inks
    reader.hide()


def test_the_upper_mark_leaves_the_lower_one_visible_at_its_foot(view, article):
    view.set_marks(
        [mark(article, "harbour\u00a0council", "m1"), mark(article, "harbour\u00a0council", "m2", Color.BLUE)]
    )
    point = at(view, place(article, "harbour").end)
    picture = view.viewport().grab().toImage()
    column = [picture.pixelColor(point.x() + 1, point.y() + dy).name() for dy in range(-20, 20)]
    tints = view._scene.theme.tints
    assert column.count(tints["yellow"]) in {2, 3, 4}
    assert column.count(tints["blue"]) > 12
    assert column.index(tints["blue"]) < column.index(tints["yellow"])


# what stays of a jump, and the empty page


def outlined(view: ReaderView) -> bool:
    """Whether the place that was gone to has its outline."""
    before = view._scene.revealed
    with_it = view.grab().toImage()
    view._scene.revealed = None
    without = view.grab().toImage()
    view._scene.revealed = before
    return with_it != without


@pytest.mark.parametrize("words", ["council", "The harbour\u00a0council met at\u202f10 a.m. 🇲🇱 and heard"])
def test_a_place_that_was_gone_to_keeps_an_outline(view, article, words):
    view.reveal(place(article, words))
    view.stop_motion()
    assert outlined(view)


def test_the_outline_goes_when_the_caret_moves(qtbot, view, article):
    view.reveal(place(article, "council"))
    qtbot.keyClick(view, K.Key_Right)
    assert not outlined(view)


def test_the_outline_moves_on_with_the_next_place(view, article):
    view.reveal(place(article, "council"))
    view.reveal(place(article, "heard"))
    assert said(view, view._scene.revealed) == "heard"


def test_a_hit_needs_no_outline_of_its_own(view, article):
    view.reveal(place(article, "council"))
    view.reveal(place(article, "heard"), flash=False)
    assert not outlined(view)


def test_another_article_begins_without_an_outline(view, article):
    view.reveal(place(article, "council"))
    view.show_article(article)
    assert not outlined(view)


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_an_empty_page_says_what_to_do(view, theme_name):
    view.set_theme(theme.load(theme_name))
    view.show_article(None)
    empty = view.grab().toImage()
    view.set_hint("Nothing is open", "Open an article from the list.")
    assert view.grab().toImage() != empty
    assert view.accessibleDescription() == "Nothing is open Open an article from the list."


def test_the_hint_leaves_an_article_alone(view):
    before = view.grab().toImage()
    view.set_hint("Nothing is open", "Open an article from the list.")
    assert view.grab().toImage() == before
