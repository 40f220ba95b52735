from dataclasses import replace
from math import ceil

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from apostil.domain.analysis import Analysis
from apostil.domain.annotation import Color
from apostil.domain.article import READING_SPEED, Piece, Role, compose
from apostil.domain.choices import UNTOUCHED
from apostil.domain.edits import AnalysisEdit, Changes, RolesEdit, Topic
from apostil.domain.leaning import Before, Lean, Leaning
from apostil.domain.spans import Span
from apostil.domain.summary import Ground, Length, Method, Reasons, Unit
from apostil.services import summarising
from apostil.ui.accessibility import nameless
from apostil.ui.keeping import Deed
from apostil.ui.models.words import method_name
from apostil.ui.panels.note_cards import Face
from apostil.ui.panels.summary_panel import SummaryPanel
from apostil.ui.panels.summary_rows import within
from support import panels
from support.surveys import WORDS, with_findings


@pytest.fixture
def panel(desk, english, shown):
    return shown(SummaryPanel(desk, panels.LIGHT))


def test_the_sentences_stand_in_the_order_of_the_article(panel, desk):
    spans = [panel.model.at(row).sentence.span for row in range(panel.model.rowCount())]
    assert spans == [sentence.span for sentence in desk.summary.sentences]
    assert panel.state.text() == "5 of 8 sentences. 13 seconds to read."


def test_a_summary_that_is_the_whole_article_says_so(panel, desk):
    desk.set_length(Length(8))
    assert panel.state.text() == "The whole article: all 8 sentences. 21 seconds to read."


def test_seconds_are_told_as_the_slider_counts_them(panel, desk):
    desk.take_survey(replace(desk.survey, words=(60,) * 8))
    desk.set_length(Length(300, Unit.SECONDS))
    assert f" {panel.amount.text()} seconds to read." in panel.state.text()
    assert panel.slider.value() > 90


def test_the_opened_phrase_stays_seen_above_its_places(panel, desk, qtbot):
    panel.resize(320, 900)
    desk.take_survey(with_findings(desk.survey, panels.ENGLISH.text, phrases=["cranes stand still"]))
    phrases = panel.more.phrases
    phrases.unfold()
    qtbot.waitUntil(phrases.view.isVisible)
    panels.click(phrases.view, 0)
    qtbot.waitUntil(lambda: not phrases.opening.visibleRegion().isEmpty())
    chip = phrases.view.visualRect(phrases.view.chips.index(0))
    assert phrases.view.viewport().visibleRegion().contains(chip)


def test_a_click_goes_to_the_sentence(panel, desk, qtbot):
    with qtbot.waitSignal(desk.reveal_requested) as told:
        panels.click(panel.view, 1)
    assert told.args == [desk.summary.sentences[1].span]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_goes_to_the_sentence(panel, desk, qtbot, key):
    panel.view.setCurrentIndex(panel.model.index(2))
    with qtbot.waitSignal(desk.reveal_requested) as told:
        qtbot.keyClick(panel.view, key)
    assert told.args == [desk.summary.sentences[2].span]


def test_the_slider_sets_the_length(panel, desk, qtbot):
    panel.slider.setFocus()
    qtbot.keyClick(panel.slider, Qt.Key.Key_Right)
    assert desk.length == Length(6)
    assert panel.model.rowCount() == 6
    assert panel.amount.text() == "6"


def test_the_unit_keeps_the_length(panel, desk):
    panel.unit.setCurrentIndex(1)
    panel.unit.activated.emit(1)
    assert desk.length == Length(62 if panel.slider.maximum() > 60 else 60, Unit.PERCENT)
    assert panel.model.rowCount() == 5
    panel.unit.setCurrentIndex(0)
    panel.unit.activated.emit(0)
    assert desk.length == Length(5)


def test_without_an_article_the_unit_starts_from_usual_lengths(desk, shown):
    panel = shown(SummaryPanel(desk, panels.LIGHT))
    panel.unit.setCurrentIndex(1)
    panel.unit.activated.emit(1)
    assert desk.length == Length(20, Unit.PERCENT)


def test_seconds_are_what_reading_takes(panel, desk):
    panel.unit.setCurrentIndex(2)
    panel.unit.activated.emit(2)
    assert desk.length == Length(ceil(5 * WORDS * 60 / READING_SPEED), Unit.SECONDS)
    assert panel.model.rowCount() == 5


def test_until_the_survey_is_there_it_is_waited_for(panel, desk):
    desk.survey_wanted.disconnect()
    desk.open(desk.current)
    assert panel.empty.words.startswith("Ranking the sentences")


def test_another_method_shows_at_once(panel, desk):
    panel.method.activated.emit(panel.method.findData(Method.LEAD))
    assert desk.method is Method.LEAD
    assert panel.method.currentText() == "Lead"
    assert panel.method.toolTip() == "The first sentences, as the author put them"
    assert panel.model.rowCount() == 5


def test_every_method_explains_itself(panel):
    tips = {panel.method.itemData(row, Qt.ItemDataRole.ToolTipRole) for row in range(panel.method.count())}
    assert len(tips) == len(Method)


def choose(panel, words):
    """Walk to an entry of the methods with the keyboard, as a person does."""
    panel.method.setFocus()
    QTest.keyClick(panel.method, Qt.Key.Key_Home)
    while not panel.method.currentText().startswith(words):
        QTest.keyClick(panel.method, Qt.Key.Key_Down)


@pytest.mark.parametrize("method", Method)
def test_every_method_can_be_chosen_and_shows_its_sentences(panel, desk, method):
    choose(panel, method_name(method))
    assert desk.method is method
    assert desk.summary.method is method
    assert panel.model.rowCount() == 5


def test_where_nobody_chose_a_method_it_shows_what_the_program_does(desk, english, shown):
    desk.set_method(summarising.DEFAULT)
    assert shown(SummaryPanel(desk, panels.LIGHT)).method.currentText() == method_name(summarising.DEFAULT)


def scroll_down(panel):
    panel.view.doItemsLayout()
    bar = panel.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0


def test_another_method_starts_at_the_top(panel, desk, shown):
    panel.resize(300, 340)
    scroll_down(panel)
    choose(panel, "LSA")
    panel.grab()
    assert panel.view.verticalScrollBar().value() == 0


def test_another_article_starts_at_the_top(panel, desk, french):
    panel.resize(300, 340)
    scroll_down(panel)
    desk.open(french)
    panel.grab()
    assert panel.view.verticalScrollBar().value() == 0


def test_another_length_stays_where_it_is(panel, desk):
    panel.resize(300, 340)
    scroll_down(panel)
    before = panel.view.verticalScrollBar().value()
    panel.slider.setValue(6)
    panel.grab()
    assert panel.view.verticalScrollBar().value() == before


def test_the_sentences_become_highlights(panel, desk, qtbot):
    with qtbot.waitSignal(panel.told) as told:
        qtbot.mouseClick(panel.highlight_button, Qt.MouseButton.LeftButton)
    assert [mark.span for mark in desk.annotations] == [sentence.span for sentence in desk.summary.sentences]
    assert told.args == ["5 sentences highlighted in yellow"]


def test_sentences_that_are_highlighted_already_are_left_alone(panel, desk, qtbot):
    panel.highlight()
    with qtbot.waitSignal(panel.told) as told:
        panel.highlight(Color.RED)
    assert told.args == ["These sentences are highlighted already"]
    assert len(desk.annotations) == 5
    assert desk.undo_stack.count() == 1


def test_the_sentences_of_a_longer_summary_join_those_that_are_highlighted(panel, desk, qtbot):
    panel.highlight()
    panel.slider.setValue(6)
    with qtbot.waitSignal(panel.told) as told:
        panel.highlight()
    assert told.args == ["1 sentence highlighted in yellow; the others were already"]
    assert len(desk.annotations) == 6


def test_nothing_is_said_to_be_highlighted_that_could_not_be(panel, desk, qtbot, monkeypatch):
    monkeypatch.setattr(type(desk), "do", lambda desk, edit: False)
    with qtbot.assertNotEmitted(panel.told):
        panel.highlight()


def test_another_colour_can_be_taken(panel, desk):
    panels.act(panel.color_button.menu(), "Green").trigger()
    assert {mark.color for mark in desk.annotations} == {Color.GREEN}


def test_the_summary_is_copied_with_its_source(panel, qtbot):
    with qtbot.waitSignal(panel.told):
        qtbot.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text()


def test_a_library_that_is_only_read_says_why_nothing_is_highlighted(panel, desk, read_only):
    desk.summary_busy.emit(False)
    assert not panel.highlight_button.isEnabled()
    assert panel.highlight_button.toolTip() == "The file is write-protected."
    panel.highlight()
    assert desk.annotations == ()


def test_without_an_article_it_says_what_will_be_here(desk, shown):
    panel = shown(SummaryPanel(desk, panels.LIGHT))
    assert panel.empty.words.startswith("The summary will stand here")
    assert not panel.copy_button.isEnabled()
    assert panel.copy_button.toolTip() == "There are no sentences yet"


def test_before_the_analysis_it_says_what_it_waits_for(desk, shown):
    panel = shown(SummaryPanel(desk, panels.LIGHT))
    desk.open(panels.add(desk.library, panels.ENGLISH, "new.txt", analysed=False))
    assert panel.empty.words.startswith("Looking for sentences")


def test_an_article_of_headings_has_nothing_to_summarise(desk, shown):
    article = compose([Piece("Contents", Role.HEADLINE), Piece("First part", Role.HEADING)])
    article_id = panels.add(desk.library, article, "contents.txt", analysed=False)
    desk.library.save_analysis(article_id, Analysis("en", (), (), "invented 1"))
    desk.open(article_id)
    panel = shown(SummaryPanel(desk, panels.LIGHT))
    assert panel.empty.words.startswith("This article has no sentences to choose from")


@pytest.fixture
def bare(desk, shown):
    """The panel beside an article of headings alone."""
    article = compose([Piece("It rained in Lorne.", Role.HEADING), Piece("It stopped.", Role.HEADING)])
    article_id = panels.add(desk.library, article, "contents.txt", analysed=False)
    desk.library.save_analysis(article_id, Analysis("en", (), (), "invented 1"))
    desk.open(article_id)
    return shown(SummaryPanel(desk, panels.LIGHT))


NOTHING = "This article has no sentences to choose from"


@pytest.mark.parametrize("part", ["method", "slider", "unit"])
def test_where_there_are_no_sentences_nothing_can_be_set(bare, part):
    assert not getattr(bare, part).isEnabled()
    assert getattr(bare, part).toolTip() == NOTHING


def test_where_there_are_no_sentences_no_preset_can_be_chosen(bare, desk):
    length = desk.length
    bare.length.choose(120)
    assert desk.length == length
    assert {button.toolTip() for button in bare.length.presets.values() if not button.isEnabled()} == {NOTHING}


def test_a_block_that_becomes_a_paragraph_wakes_the_panel(bare, desk):
    desk.do(RolesEdit("Change role", desk.current, ((0, None),), ((0, Role.PARAGRAPH),)))
    analysed = Analysis("en", (desk.article.blocks[0].span,), (), "invented 1")
    desk.do(AnalysisEdit("Analyse again", desk.current, None, analysed))
    assert bare.method.isEnabled()
    assert bare.slider.isEnabled()
    assert bare.length.presets[120].isEnabled()
    assert bare.unit.toolTip().startswith("Count the sentences")


def test_another_article_wakes_the_panel(bare, desk, english):
    desk.open(english)
    assert bare.slider.isEnabled()
    assert bare.slider.toolTip() == ""


def test_a_list_of_things_has_nothing_to_summarise(desk, shown):
    article = compose([Piece(f"- {words}", Role.LIST_ITEM) for words in ("apples", "pears", "12 eggs", "milk")])
    desk.open(panels.add(desk.library, article, "list.txt"))
    panel = shown(SummaryPanel(desk, panels.LIGHT))
    assert panel.empty.words.startswith("This article has no sentences to choose from")


def test_a_short_article_is_said_to_be_too_short(desk, shown):
    article = compose([Piece("It rained. It stopped.")])
    desk.open(panels.add(desk.library, article, "rain.txt"))
    panel = shown(SummaryPanel(desk, panels.LIGHT))
    assert panel.state.text() == "This article has only 2 sentences: too short to be summarised."
    assert panel.model.rowCount() == 2


def test_closing_the_article_empties_the_list(panel, desk):
    desk.open(None)
    assert panel.model.rowCount() == 0
    assert panel.pages.currentWidget() is panel.empty


def test_a_narrow_panel_breaks_its_sentences_anew(panel, qtbot):
    before = panel.view.visualRect(panel.model.index(0)).height()
    panel.resize(260, 640)
    qtbot.waitUntil(lambda: panel.view.visualRect(panel.model.index(0)).height() > before)


def test_everything_has_a_name(panel):
    assert nameless(panel) == []


def test_rows_are_drawn_in_both_themes(panel):
    light = panel.grab().toImage()
    panel.set_theme(panels.DARK)
    assert panel.grab().toImage() != light


def test_where_it_is_narrow_fewer_words_say_the_same(panel):
    face = Face(panel.font())
    ways = ("chosen by 9 of 9", "by 9 of 9", "9 of 9")
    assert within(ways, face, face.advance(ways[0])) == ways[0]
    assert within(ways, face, face.advance(ways[1])) == ways[1]
    assert within(ways, face, 30).endswith("…")


# What the reader chooses


def extracts(panel):
    return [panel.model.at(row).sentence.extract for row in range(panel.model.chosen_count)]


def press(panel, row, key, modifier=Qt.KeyboardModifier.NoModifier):
    panel.view.setCurrentIndex(panel.model.index(row))
    QTest.keyClick(panel.view, key, modifier)


def press_sign(panel, row, deed):
    """Click on a sign in a row."""
    index = panel.model.index(row)
    panel.view.scrollTo(index)
    option = panel.view.row_option(index)
    zone = panel.delegate.laid(option, index).zones[deed]
    place = option.rect.topLeft() + zone.center().toPoint()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def give_reasons(desk, index, **reasons):
    """Bring a survey in which one sentence has these reasons."""
    given = [Reasons(**reasons) if at == index else one for at, one in enumerate(desk.survey.reasons)]
    desk.take_survey(replace(desk.survey, reasons=tuple(given)))


def let_lean(desk, extract):
    """Bring a survey in which this sentence leans on the one before it."""
    words = Span(extract.span.start, extract.span.start + 3)
    give_reasons(desk, desk.survey.sentences.index(extract), leaning=Leaning(Lean.OPENING, words))


def missing(desk):
    """A sentence that is not in the summary though the one after it is, and that one."""
    there = {one.index for one in desk.summary.sentences}
    index = next(one for one in sorted(there) if one and one - 1 not in there)
    return desk.survey.sentences[index - 1], desk.survey.sentences[index]


def test_a_key_keeps_a_sentence_whatever_the_length(panel, desk):
    kept = extracts(panel)[0]
    press(panel, 0, Qt.Key.Key_P)
    panel.slider.setValue(1)
    choose(panel, "LSA")
    assert len(extracts(panel)) == 2
    assert panel.model.at(extracts(panel).index(kept)).sentence.pinned


def test_the_pin_in_a_row_keeps_its_sentence_and_lets_it_go(panel, desk):
    press_sign(panel, 1, Deed.KEEP)
    assert desk.choices.pinned == (extracts(panel)[1],)
    press_sign(panel, 1, Deed.KEEP)
    assert desk.choices.pinned == ()


def test_a_kept_row_is_drawn_as_the_readers_own(panel):
    before = panel.view.grab().toImage()
    panel.sentences.keeper.keep(extracts(panel)[0])
    assert panel.view.grab().toImage() != before


def test_a_key_leaves_a_sentence_out_and_goes_on_to_the_next(panel, desk):
    first, second = extracts(panel)[:2]
    press(panel, 0, Qt.Key.Key_Delete)
    assert first not in extracts(panel)
    assert panel.sentences.current == second


def kept_on_top(panel, desk):
    """Keep a sentence that the method would not choose; its row."""
    out = next(one for one in desk.survey.sentences if one not in extracts(panel))
    panel.sentences.do(out, Deed.KEEP)
    return panel.model.row_of(out)


def test_where_a_kept_sentence_vanishes_the_keyboard_goes_on_from_there(panel, desk):
    row = kept_on_top(panel, desk)
    below = extracts(panel)[min(row + 1, panel.model.rowCount() - 1)]
    press(panel, row, Qt.Key.Key_P)
    last = extracts(panel)[-1]
    assert panel.sentences.current == (below if below in extracts(panel) else last)


def test_where_the_last_row_vanishes_the_one_above_is_chosen(panel, desk):
    row = kept_on_top(panel, desk)
    panel.sentences.do(extracts(panel)[row], Deed.KEEP)
    for extract in extracts(panel)[:-1]:
        panel.sentences.do(extract, Deed.KEEP)
    panel.slider.setValue(1)
    last = panel.model.rowCount() - 1
    press(panel, last, Qt.Key.Key_Delete)
    assert panel.sentences.current is not None


def test_where_undo_takes_the_chosen_row_another_one_is_chosen(panel, desk):
    kept_on_top(panel, desk)
    desk.undo_stack.undo()
    assert panel.sentences.current in extracts(panel)


def test_the_chosen_row_stays_seen_whole_as_the_list_gets_lower(panel):
    panel.resize(300, 700)
    panel.grab()
    last = panel.model.index(panel.model.rowCount() - 1)
    panel.view.setCurrentIndex(last)
    panel.resize(300, 600)
    panel.grab()
    assert panel.view.viewport().rect().contains(panel.view.visualRect(last))


def test_a_row_that_was_scrolled_away_stays_away_as_the_list_gets_lower(panel):
    panel.resize(300, 600)
    panel.grab()
    panel.view.setCurrentIndex(panel.model.index(panel.model.rowCount() - 1))
    panel.view.verticalScrollBar().setValue(0)
    panel.resize(300, 560)
    panel.grab()
    assert panel.view.verticalScrollBar().value() == 0


def test_a_row_that_moves_stays_seen(panel):
    panel.resize(300, 560)
    panel.grab()
    row = panel.model.chosen_count - 1
    panel.view.setCurrentIndex(panel.model.index(row))
    for _ in range(row):
        QTest.keyClick(panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert panel.view.viewport().rect().contains(panel.view.visualRect(panel.model.index(0)))


@pytest.mark.parametrize(
    ("row", "deed", "said"),
    [(0, Deed.UP, "This is the first sentence."), (4, Deed.DOWN, "This is the last sentence.")],
    ids=["up", "down"],
)
def test_a_key_that_moves_nothing_says_why(panel, qtbot, row, deed, said):
    with qtbot.waitSignal(panel.told) as told:
        panel.sentences.do(extracts(panel)[row], deed)
    assert told.args == [said]


def test_what_was_left_out_can_be_undone(panel, desk):
    before = extracts(panel)
    press(panel, 0, Qt.Key.Key_Delete)
    desk.undo_stack.undo()
    assert extracts(panel) == before


def test_undo_comes_back_to_the_sentence_that_it_is_about(panel, desk):
    gone = extracts(panel)[3]
    press(panel, 3, Qt.Key.Key_Delete)
    panel.view.setCurrentIndex(panel.model.index(0))
    desk.undo_stack.undo()
    assert panel.sentences.current == gone


def test_another_length_leaves_the_chosen_row_where_it_is(panel, desk):
    press(panel, 1, Qt.Key.Key_P)
    panel.view.setCurrentIndex(panel.model.index(3))
    chosen = panel.sentences.current
    panel.slider.setValue(8)
    assert panel.sentences.current == chosen


def test_the_state_tells_what_is_the_readers_own(panel):
    press(panel, 1, Qt.Key.Key_P)
    press(panel, 0, Qt.Key.Key_Delete)
    assert panel.state.text() == "5 of 8 sentences, 1 of them yours. 13 seconds to read."


def test_the_state_tells_that_what_is_left_only_repeats(panel, desk):
    rankings = tuple(replace(one, repeats=frozenset({1, 2, 3, 4, 5})) for one in desk.survey.rankings)
    desk.take_survey(replace(desk.survey, rankings=rankings))
    assert panel.state.text() == "3 of 8 sentences: the others repeat these. 8 seconds to read."


def test_the_state_tells_what_stands_on_top_of_the_length(panel, desk):
    before, _ = missing(desk)
    panel.sentences.keeper.keep(before)
    assert panel.state.text() == "6 of 8 sentences, 1 of them yours, on top of the length. 16 seconds to read."
    press(panel, panel.model.row_of(before) + 1, Qt.Key.Key_P)
    assert panel.state.text().startswith("6 of 8 sentences, 2 of them yours, 1 on top of the length. ")


def test_what_moved_up_is_not_said_to_be_chosen_by_nobody(panel, desk):
    there = extracts(panel)
    press(panel, 0, Qt.Key.Key_Delete)
    (moved_up,) = set(extracts(panel)).difference(there)
    assert len(panel.model.at(panel.model.row_of(moved_up)).sentence.agreeing) == len(Method)


def test_where_everything_is_left_out_it_can_be_taken_back(panel, desk, qtbot):
    while panel.model.chosen_count:
        press(panel, 0, Qt.Key.Key_Delete)
    assert panel.sentences.left_out_link.text() == "8 sentences left out · Show"
    qtbot.mouseClick(panel.sentences.left_out_link, Qt.MouseButton.LeftButton)
    press(panel, 0, Qt.Key.Key_Delete)
    assert panel.model.chosen_count == 1


def test_a_sentence_left_out_asks_for_none_before_it(panel, desk, qtbot):
    press(panel, 3, Qt.Key.Key_Delete)
    panel.sentences.show_left_out(True)
    with qtbot.waitSignal(panel.told) as told:
        press(panel, panel.model.chosen_count, Qt.Key.Key_B)
    assert told.args == ["You left this sentence out: take it back first"]
    assert desk.choices.pinned == ()


def test_sentences_left_out_are_shown_and_taken_back(panel, qtbot):
    gone = extracts(panel)[0]
    press(panel, 0, Qt.Key.Key_Delete)
    assert panel.sentences.left_out_link.text() == "1 sentence left out · Show"
    qtbot.mouseClick(panel.sentences.left_out_link, Qt.MouseButton.LeftButton)
    assert panel.sentences.left_out_link.text() == "1 sentence left out · Hide"
    assert panel.sentences.current == gone
    press(panel, 5, Qt.Key.Key_Delete)
    assert gone in extracts(panel)
    assert panel.sentences.left_out_link.isHidden()


def test_a_link_takes_back_what_was_left_out(panel, desk):
    press(panel, 0, Qt.Key.Key_Delete)
    panel.sentences.show_left_out(True)
    panel.view.grab()
    press_sign(panel, 5, Deed.LEAVE_OUT)
    assert desk.choices.dropped == ()


def test_nothing_is_said_of_sentences_left_out_where_there_are_none(panel):
    assert panel.sentences.left_out_link.isHidden()


def test_keys_move_a_sentence_and_stay_on_it(panel):
    first, second = extracts(panel)[:2]
    press(panel, 0, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert extracts(panel)[:2] == [second, first]
    assert panel.sentences.current == first
    assert panel.state.text() == "5 of 8 sentences, in your order. 13 seconds to read."
    QTest.keyClick(panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert extracts(panel)[:2] == [first, second]


def drop(panel, row, before):
    """Drop a dragged row before another one, or below all."""
    view = panel.view
    view.setCurrentIndex(panel.model.index(row))
    below = QPoint(20, view.viewport().height() - 1)
    at = below if before == panel.model.rowCount() else view.visualRect(panel.model.index(before)).topLeft()
    send_drop(view, row, at)


def send_drop(view, row, at):
    event = QDropEvent(
        QPointF(at),
        Qt.DropAction.MoveAction,
        view.model().mimeData([view.model().index(row, 0)]),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.source = lambda: view
    view.dropEvent(event)


@pytest.mark.parametrize(
    ("row", "before", "order"), [(0, 2, [1, 0, 2, 3, 4]), (2, 0, [2, 0, 1, 3, 4]), (0, 5, [1, 2, 3, 4, 0])]
)
def test_a_dragged_row_goes_where_it_is_dropped(panel, shown, row, before, order):
    panel.resize(340, 1200)
    panel.view.grab()
    there = extracts(panel)
    drop(panel, row, before)
    assert extracts(panel) == [there[number] for number in order]


def test_of_a_row_that_is_cut_off_what_is_seen_says_where_a_drop_falls(panel):
    panel.resize(300, 520)
    view = panel.view
    view.doItemsLayout()
    row = view.indexAt(QPoint(20, view.viewport().height() - 2)).row()
    assert view.visualRect(panel.model.index(row)).bottom() > view.viewport().height()
    there = extracts(panel)
    view.setCurrentIndex(panel.model.index(0))
    send_drop(view, 0, QPoint(20, view.viewport().height() - 2))
    assert extracts(panel)[row] == there[0]


def test_a_line_says_where_a_dragged_row_would_fall(panel, qtbot):
    view = panel.view
    row = panel.model.index(0)
    view.setCurrentIndex(row)
    before = view.grab().toImage()
    data = panel.model.mimeData([row])
    place = view.visualRect(panel.model.index(1)).topLeft() + QPoint(40, 4)
    none = Qt.KeyboardModifier.NoModifier
    view.dragMoveEvent(QDragMoveEvent(place, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, none))
    assert view.grab().toImage() != before
    assert view.drop_line(1).top() == view.visualRect(panel.model.index(1)).top() - 1
    view.dragLeaveEvent(QDragLeaveEvent())
    assert view.grab().toImage() == before


def test_only_the_beginning_of_a_row_hangs_at_the_pointer(panel):
    index = panel.model.index(0)
    assert panel.view.handle(index).height() < panel.view.visualRect(index).height()


def test_a_sentence_that_leans_is_flagged_and_a_key_adds_the_one_before(panel, desk):
    before, leaning = missing(desk)
    let_lean(desk, leaning)
    row = panel.model.row_of(leaning)
    assert panel.model.at(row).leans
    press(panel, row, Qt.Key.Key_B)
    assert before in extracts(panel)
    assert not panel.model.at(panel.model.row_of(leaning)).leans


def test_a_sentence_before_that_was_left_out_is_taken_back_by_a_link(panel, desk):
    before, leaning = missing(desk)
    let_lean(desk, leaning)
    panel.sentences.keeper.leave_out(before)
    row = panel.model.row_of(leaning)
    assert panel.model.at(row).told.before is Before.REFUSED
    assert entry(panel, "Take the sentence before back", row).isEnabled()
    panel.view.grab()
    press_sign(panel, row, Deed.BEFORE)
    assert extracts(panel)[row : row + 2] == [before, leaning]
    assert not panel.model.at(panel.model.row_of(leaning)).leans


def test_a_row_tells_the_heading_that_it_answers_and_adds_nothing(panel, desk):
    _, leaning = missing(desk)
    give_reasons(desk, desk.survey.sentences.index(leaning), leaning=Leaning(Lean.HEADING, Span(0, 4)))
    row = panel.model.row_of(leaning)
    index = panel.model.index(row)
    laid = panel.delegate.laid(panel.view.row_option(index), index)
    assert [words for words, _ in laid.leaning] == [f"answers “{desk.article.text[:4]}”"]
    assert Deed.BEFORE not in laid.zones


def test_a_link_in_the_row_adds_the_sentence_before(panel, desk):
    before, leaning = missing(desk)
    let_lean(desk, leaning)
    panel.view.grab()
    press_sign(panel, panel.model.row_of(leaning), Deed.BEFORE)
    assert desk.choices.pinned == (before,)


def height(panel, row):
    panel.view.doItemsLayout()
    return panel.view.visualRect(panel.model.index(row)).height()


def test_a_row_tells_why_it_is_there(panel):
    before = height(panel, 0)
    press(panel, 0, Qt.Key.Key_Right)
    assert height(panel, 0) > before + 40
    QTest.keyClick(panel.view, Qt.Key.Key_Left)
    assert height(panel, 0) == before


def test_the_sign_in_a_row_opens_and_closes_it(panel):
    before = height(panel, 1)
    press_sign(panel, 1, Deed.WHY)
    opened = height(panel, 1)
    press_sign(panel, 1, Deed.ENOUGH)
    assert opened > before
    assert height(panel, 1) == before


@pytest.mark.parametrize("theme", [panels.LIGHT, panels.DARK])
def test_all_that_is_known_of_a_sentence_can_be_drawn(panel, desk, theme):
    first = desk.summary.sentences[0]
    port = Span(first.span.start + 4, first.span.start + 12)
    grounds = ((Ground.POSITION, 0.4), (Ground.NOVELTY, -0.2))
    give_reasons(desk, first.index, terms=(port,), entities=(desk.entities[0].id,), grounds=grounds)
    panel.set_theme(theme)
    before = panel.view.grab().toImage()
    panel.sentences.do(extracts(panel)[0], Deed.WHY)
    assert panel.view.grab().toImage() != before


def tip(panel, row, deed):
    index = panel.model.index(row)
    option = panel.view.row_option(index)
    place = option.rect.topLeft() + panel.delegate.laid(option, index).zones[deed].center().toPoint()
    return panel.delegate.tip_at(place, option, index)


@pytest.mark.parametrize(
    ("deed", "words"),
    [(Deed.KEEP, "Keep (P)"), (Deed.LEAVE_OUT, "Leave out (Delete)"), (Deed.WHY, "Why it is here (Right)")],
)
def test_a_sign_names_what_it_does_and_its_key(panel, deed, words):
    assert tip(panel, 0, deed) == words


def entry(panel, words, row=0):
    return panels.act(panel.sentences.context_menu(row), words)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Keep the sentence", "Keep a sentence"),
        ("Leave the sentence out", "Leave out a sentence"),
        ("Move down", "Move a sentence"),
    ],
)
def test_the_menu_of_a_row_changes_the_summary(panel, desk, words, label):
    entry(panel, words).trigger()
    assert desk.undo_stack.undoText() == label


def test_the_menu_goes_to_the_place(panel, desk, qtbot):
    with qtbot.waitSignal(desk.reveal_requested):
        entry(panel, "Go to the place").trigger()


def test_the_menu_forgets_all_choices(panel, desk):
    press(panel, 0, Qt.Key.Key_P)
    entry(panel, "Leave everything to the method").trigger()
    assert desk.choices == UNTOUCHED


@pytest.mark.parametrize(
    ("words", "because"),
    [
        ("Move up", "This is the first sentence"),
        ("Put moved sentences back", "You have moved no sentence"),
        ("Leave everything to the method", "You have changed nothing in this summary"),
    ],
)
def test_what_cannot_be_done_says_why(panel, words, because):
    action = entry(panel, words)
    assert not action.isEnabled()
    assert action.toolTip() == because


def test_a_left_out_row_has_a_menu_of_its_own(panel, desk):
    press(panel, 0, Qt.Key.Key_Delete)
    panel.sentences.show_left_out(True)
    entry(panel, "Take the sentence back", 5).trigger()
    assert desk.choices.dropped == ()


def test_a_right_click_shows_the_menu(panel, popped):
    panel.view.customContextMenuRequested.emit(panels.center(panel.view, 0))
    panel.view.customContextMenuRequested.emit(QPoint(3, 9999))
    assert len(popped) == 1


def test_a_library_that_is_only_read_keeps_the_summary_as_it_is(panel, desk, read_only, qtbot):
    action = entry(panel, "Keep the sentence")
    assert (action.isEnabled(), action.toolTip()) == (False, "The file is write-protected.")
    with qtbot.waitSignal(panel.told) as told:
        press(panel, 0, Qt.Key.Key_Delete)
    assert told.args == ["The file is write-protected."]
    assert entry(panel, "Go to the place").isEnabled()


def test_a_low_panel_shows_two_sentences(panel, qtbot):
    panel.length.choose(300)
    panel.resize(300, 424)
    panel.view.doItemsLayout()
    qtbot.waitUntil(
        lambda: all(
            panel.view.viewport().rect().contains(panel.view.visualRect(panel.model.index(row))) for row in range(2)
        )
    )


def test_a_low_panel_with_an_open_section_shows_two_sentences_too(panel, qtbot):
    panel.resize(320, 455)
    qtbot.mouseClick(panel.more.coverage.title, Qt.MouseButton.LeftButton)
    assert panel.more.coverage.body.isVisible()
    panel.view.doItemsLayout()
    qtbot.waitUntil(
        lambda: all(
            panel.view.viewport().rect().contains(panel.view.visualRect(panel.model.index(row))) for row in range(2)
        )
    )


def test_an_opened_row_of_a_low_panel_has_the_whole_sentence(panel):
    panel.resize(260, 360)
    panel.grab()
    option, index = panel.view.row_option(panel.model.index(0)), panel.model.index(0)
    assert panel.delegate.laid(option, index).cut
    assert panel.model.at(0).words.split()[0] in panel.delegate.tip_at(
        option.rect.topLeft() + QPoint(60, 9), option, index
    )
    panel.sentences.do(extracts(panel)[0], Deed.WHY)
    assert not panel.delegate.laid(option, index).cut


def test_other_parts_have_their_place_below_the_sentences(panel, qtbot):
    label = QLabel("Leaves out")
    panel.sections.addWidget(label)
    qtbot.waitUntil(label.isVisible)
    assert label.mapTo(panel, QPoint()).y() >= panel.pages.geometry().bottom()


def test_a_corrected_name_is_told_by_its_new_name(panel, desk):
    entity = desk.entities[0]
    give_reasons(desk, desk.summary.sentences[0].index, entities=(entity.id,))
    desk.entities = (replace(entity, name="Adama K."), *desk.entities[1:])
    desk.changed.emit(Changes(frozenset({desk.current}), frozenset({Topic.ANALYSIS})))
    assert panel.model.at(0).told.names == ("Adama K.",)


def test_another_article_begins_with_its_rows_closed(panel, desk, french, english):
    panel.sentences.do(extracts(panel)[0], Deed.WHY)
    press(panel, 1, Qt.Key.Key_Delete)
    panel.sentences.show_left_out(True)
    desk.open(french)
    desk.open(english)
    assert panel.delegate.opened == set()
    assert panel.sentences.left_out_link.text() == "1 sentence left out · Show"
    assert panel.model.rowCount() == panel.model.chosen_count


def test_the_tab_key_reaches_everything(panel, qtbot):
    panel.length.unit.setFocus()
    panel.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    seen = []
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert {panel.method, panel.slider, panel.unit, panel.view, panel.more.coverage.title} <= set(seen)
