from math import ceil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtTest import QTest

from apostil.domain.analysis import Analysis
from apostil.domain.annotation import Color
from apostil.domain.article import READING_SPEED, Piece, Role, compose
from apostil.domain.summary import Length, Method, Unit
from apostil.ui.accessibility import nameless
from apostil.ui.models.words import method_name
from apostil.ui.panels.summary_panel import SummaryPanel
from apostil.ui.panels.summary_rows import facts_within
from support import panels
from support.surveys import WORDS


@pytest.fixture
def panel(desk, english, shown):
    return shown(SummaryPanel(desk, panels.LIGHT))


def test_the_sentences_stand_in_the_order_of_the_article(panel, desk):
    spans = [panel.model.at(row).sentence.span for row in range(panel.model.rowCount())]
    assert spans == [sentence.span for sentence in desk.summary.sentences]
    assert panel.state.text() == "5 of 8 sentences, in the order of the article."


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
    assert len(tips) == 1 + len(Method)


def choose(panel, words):
    """Walk to an entry of the methods with the keyboard, as a person does."""
    panel.method.setFocus()
    QTest.keyClick(panel.method, Qt.Key.Key_Home)
    while not panel.method.currentText().startswith(words):
        QTest.keyClick(panel.method, Qt.Key.Key_Down)


@pytest.mark.parametrize("method", Method)
def test_every_method_can_be_chosen_and_shows_its_sentences(panel, desk, method):
    choose(panel, method_name(method))
    assert desk.chosen_method is method
    assert desk.summary.method is method
    assert panel.model.rowCount() == 5


def test_the_program_may_choose_the_method(panel, desk):
    choose(panel, "LSA")
    choose(panel, "Automatic")
    assert desk.chosen_method is None
    assert panel.method.currentText() == "Automatic (LexRank)"
    assert panel.method.toolTip().startswith("As long as you choose none.")
    assert panel.model.rowCount() == 5


def test_a_new_window_shows_that_nobody_chose_a_method(desk, english, shown):
    desk.set_method(None)
    assert shown(SummaryPanel(desk, panels.LIGHT)).method.currentText() == "Automatic (LexRank)"


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


def test_where_it_is_narrow_the_place_of_a_sentence_stays(panel):
    first, metrics = panel.model.at(0), QFontMetricsF(panel.font())
    place = panel.model.place(first)
    wide = metrics.horizontalAdvance(f"0.999 · {place}") + 9
    assert facts_within(panel.model, first, metrics, wide).endswith(f" · {place}")
    assert facts_within(panel.model, first, metrics, metrics.horizontalAdvance(place) + 1) == place
    assert facts_within(panel.model, first, metrics, 30).endswith("…")
