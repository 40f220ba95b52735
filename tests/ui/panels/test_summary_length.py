import pytest
from PySide6.QtCore import Qt

from apostil.domain.summary import Length, Unit
from apostil.ui.panels.summary_length import seconds_to_read, time_words
from apostil.ui.panels.summary_panel import SummaryPanel
from support import panels
from support.surveys import make_survey

LONG = 400


@pytest.fixture
def panel(desk, english, shown):
    return shown(SummaryPanel(desk, panels.LIGHT))


@pytest.fixture
def long(panel, desk):
    """An article that takes longer to read than any preset."""
    survey = make_survey(panels.sentences(panels.ENGLISH))
    desk.take_survey(type(survey)(survey.sentences, (LONG,) * 8, survey.rankings, survey.reasons, version="1"))
    return panel.length


def test_the_slider_ends_where_the_article_does(panel):
    assert panel.slider.maximum() == 8


def test_a_longer_summary_than_the_article_counts_no_further(panel, desk):
    desk.set_length(Length(20))
    assert panel.amount.text() == "8"
    assert panel.slider.value() == 8
    assert desk.length == Length(20)


def test_seconds_end_where_the_article_is_read(panel, desk):
    desk.set_length(Length(10, Unit.SECONDS))
    assert panel.slider.maximum() == 21


def test_per_cent_end_where_they_always_do(panel, desk):
    desk.set_length(Length(10, Unit.PERCENT))
    assert panel.slider.maximum() == 60


@pytest.mark.parametrize(("seconds", "words"), [(30, "30 seconds"), (120, "2 minutes"), (300, "5 minutes")])
def test_a_preset_sets_the_time_to_read(long, desk, qtbot, seconds, words):
    button = long.presets[seconds]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == words
    assert button.isChecked()
    assert desk.length == Length(seconds, Unit.SECONDS)


def test_the_list_of_units_has_the_presets_too(long, desk):
    long.unit.addItem("2 minutes", Length(120, Unit.SECONDS))
    long.unit.activated.emit(3)
    assert desk.length == Length(120, Unit.SECONDS)
    assert long.unit.currentData() == Unit.SECONDS


def test_the_list_says_which_presets_the_article_is_too_short_for(panel):
    assert [reason for _, _, reason in panel.length._offered()] == ["The whole article is read in 21 seconds"] * 3


def test_another_length_leaves_the_preset(long, desk):
    long.choose(120)
    long.slider.setValue(100)
    assert not long.presets[120].isChecked()


def test_pressing_a_preset_again_keeps_it(long, desk, qtbot):
    for _ in range(2):
        qtbot.mouseClick(long.presets[30], Qt.MouseButton.LeftButton)
    assert long.presets[30].isChecked()


def test_an_article_that_is_read_sooner_says_so(panel):
    button = panel.length.presets[30]
    assert not button.isEnabled()
    assert button.toolTip() == "The whole article is read in 21 seconds"


@pytest.mark.parametrize(
    ("seconds", "words"), [(1, "1 second"), (89, "89 seconds"), (90, "2 minutes"), (300, "5 minutes")]
)
def test_times_are_told_as_well_as_they_are_known(seconds, words):
    assert time_words(seconds) == words


def test_reading_takes_its_time():
    assert seconds_to_read((238, 119)) == 90


def test_another_unit_leaves_what_is_kept_on_top_of_the_length_aside(panel, desk):
    chosen = {one.extract for one in desk.summary.sentences}
    out = next(one for one in desk.survey.sentences if one not in chosen)
    desk.set_choices("Keep a sentence", desk.choices.pin(out))
    for unit in (Unit.SECONDS, Unit.SENTENCES):
        row = panel.unit.findData(unit)
        panel.unit.setCurrentIndex(row)
        panel.unit.activated.emit(row)
    assert desk.length == Length(5)
