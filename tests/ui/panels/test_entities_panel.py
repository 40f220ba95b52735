from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon

from apostil.domain.entity import Kind, identity
from apostil.services.corrections.operations import Operation
from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.correction import CorrectionDialog
from apostil.ui.panels.entities_panel import EntitiesPanel
from support import panels


@pytest.fixture
def panel(desk, english, shown, naming):
    return shown(EntitiesPanel(desk, panels.LIGHT, naming))


def names(panel):
    return [panel.model.index(row).data() for row in range(panel.model.rowCount())]


def test_kinds_have_counts_and_samples(panel):
    assert panel.switches[Kind.PERSON].text() == "People 2"
    assert "Show or hide places; a dotted line marks them in the text" in panel.switches[Kind.LOCATION].toolTip()
    assert not panel.switches[Kind.WORK].icon().isNull()


def test_pointing_at_a_kind_explains_what_is_guessed(panel):
    assert "A thin, pale line: the program guessed it" in panel.switches[Kind.PERSON].toolTip()


def test_the_slider_hides_what_is_doubtful_in_list_and_counts(panel, desk):
    panel.sureness.setValue(85)
    assert names(panel) == ["Sendaré", "Rosa Lindqvist"]
    assert panel.switches[Kind.PERSON].text() == "People 1"
    assert panel.state.text() == "2 entities · 7 doubtful mentions hidden"


def test_names_in_a_language_that_was_not_learned_are_said_to_be_less_sure(panel, desk):
    desk.analysis = replace(desk.analysis, language="es")
    desk.set_least_confidence(0.1)
    assert "names in Spanish are less sure: the program has not learned it" in panel.state.text()


def test_the_slider_says_from_where_it_shows(panel):
    said = [panel.least.text()]
    panel.sureness.setValue(62)
    assert [*said, panel.least.text(), panel.sureness.value()] == ["Show all", "Show from 60 %", 60]


def test_doubt_that_is_set_elsewhere_follows(panel, desk):
    desk.set_least_confidence(0.4)
    assert panel.sureness.value() == 40


def test_where_all_is_doubtful_the_slider_stays_and_says_so(panel, desk, monkeypatch):
    guesses = tuple(replace(one, confirmed=False, mentions=one.mentions[:1]) for one in desk.entities[2:4])
    guesses = tuple(replace(one, mentions=(replace(one.mentions[0], confirmed=False),)) for one in guesses)
    desk.entities = guesses
    desk.set_least_confidence(0.95)
    assert panel.empty.words == "2 doubtful mentions hidden Move the slider above to the left to see them."
    assert panel.sureness.isVisible()


def test_the_review_is_offered_while_something_is_guessed(panel, desk, naming, qtbot):
    with qtbot.waitSignal(panel.review_wanted):
        panel.review.click()
    for entity in desk.entities:
        naming.at_once(Operation.CONFIRM, entity)
    assert (panel.review.isEnabled(), panel.review.toolTip()) == (False, "All names are confirmed")


@pytest.mark.parametrize(
    ("key", "title"),
    [(Qt.Key.Key_F2, "Rename “Sendaré”"), (Qt.Key.Key_Delete, "“Sendaré” is not a name")],
)
def test_keys_of_the_list_ask(panel, naming, qtbot, key, title):
    panel.view.setCurrentIndex(panel.model.index(0))
    qtbot.keyClick(panel.view, key)
    (dialog,) = naming.parent().findChildren(CorrectionDialog)
    assert dialog.windowTitle() == title


def test_a_switch_hides_a_kind_here_and_in_the_text(panel, desk, qtbot):
    with qtbot.waitSignal(desk.kinds_changed):
        panel.switches[Kind.PERSON].click()
    assert Kind.PERSON not in desk.visible_kinds
    assert "Adama Késsou" not in names(panel)
    assert panel.state.text() == "6 of 8 entities"


def test_kinds_that_are_switched_elsewhere_follow(panel, desk):
    desk.set_kind_visible(Kind.EVENT, visible=False)
    assert not panel.switches[Kind.EVENT].isChecked()


def test_clicks_go_through_the_mentions(panel, desk):
    spans = []
    desk.reveal_requested.connect(spans.append)
    for _ in range(3):
        panels.click(panel.view, 0)
    panels.click(panel.view, 0, Qt.KeyboardModifier.ShiftModifier)
    mentions = [mention.span for mention in panel.model.at(0).mentions]
    assert spans == [mentions[0], mentions[1], mentions[2], mentions[1]]


@pytest.mark.parametrize(
    ("key", "modifier", "place"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 3),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 3),
    ],
)
def test_keys_go_through_the_mentions(panel, qtbot, key, modifier, place):
    panel.view.setCurrentIndex(panel.model.index(0))
    qtbot.keyClick(panel.view, key, modifier)
    assert panel.model.place(panel.model.at(0)) == place


def test_arrows_walk_the_list(panel, qtbot):
    panel.view.setCurrentIndex(panel.model.index(0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert panel.view.currentIndex().row() == 1


def test_names_are_filtered_as_one_types(panel, qtbot):
    qtbot.keyClicks(panel.filter, "kess")
    assert names(panel) == ["Adama Késsou"]
    qtbot.keyClicks(panel.filter, "zz")
    assert panel.empty.words == "No name has “kesszz” in it"


def test_all_kinds_off_says_so(panel, desk):
    for kind in Kind:
        desk.set_kind_visible(kind, visible=False)
    assert panel.empty.words.startswith("The kinds in this article are switched off")


def test_another_article_brings_its_own_names(panel, desk, french):
    desk.open(french)
    assert set(names(panel)) == {"Sendaré", "Adama Késsou", "Rosa Lindqvist"}


def test_a_new_analysis_keeps_the_current_row(panel, desk, english):
    panel.view.setCurrentIndex(panel.model.index(3))
    desk.announce(desk.library.save_analysis(english, panels.analysis(panels.ENGLISH)))
    assert panel.view.currentIndex().row() == 3


def current(panel):
    index = panel.view.currentIndex()
    return index.data() if index.isValid() else None


def correct(panel, naming, operation, **rest):
    naming.at_once(operation, panel.model.at(panel.view.currentIndex().row()), **rest)


def test_another_kind_keeps_the_current_row(panel, naming):
    panel.view.setCurrentIndex(panel.model.index(1))
    correct(panel, naming, Operation.KIND, kind=Kind.ORGANIZATION)
    assert current(panel) == "Adama Késsou"
    assert panel.model.at(panel.view.currentIndex().row()).kind is Kind.ORGANIZATION


def test_what_is_no_entity_leaves_its_row_to_the_next(panel, naming):
    panel.view.setCurrentIndex(panel.model.index(1))
    after = panel.model.at(2).name
    correct(panel, naming, Operation.NO_NAME)
    assert current(panel) == after


def test_a_kind_that_is_hidden_leaves_its_row_to_the_next(panel, desk):
    panel.view.setCurrentIndex(panel.model.index(panel.model.rowCount() - 1))
    desk.set_kind_visible(panel.model.at(panel.model.rowCount() - 1).kind, visible=False)
    assert panel.view.currentIndex().row() == panel.model.rowCount() - 1


def test_filtering_keeps_the_current_row(panel):
    panel.view.setCurrentIndex(panel.model.index(1))
    panel.filter.setText("a")
    assert current(panel) == "Adama Késsou"


def test_another_article_has_no_current_row_yet(panel, desk, french):
    panel.view.setCurrentIndex(panel.model.index(5))
    desk.open(french)
    assert current(panel) is None


def test_without_an_article_it_says_what_will_be_here(desk, shown, naming):
    panel = shown(EntitiesPanel(desk, panels.LIGHT, naming))
    assert panel.empty.words.startswith("People, organisations and places will stand here")


def test_before_the_analysis_it_says_what_it_waits_for(desk, shown, naming):
    desk.open(panels.add(desk.library, panels.ENGLISH, "new.txt", analysed=False))
    assert shown(EntitiesPanel(desk, panels.LIGHT, naming)).empty.words.startswith("Looking for names")


def test_an_article_without_names_says_what_to_do(desk, shown, naming):
    article = panels.compose([panels.Piece("It rained.")])
    desk.open(panels.add(desk.library, article, "rain.txt"))
    assert shown(EntitiesPanel(desk, panels.LIGHT, naming)).empty.words.startswith("No names were found")


def test_a_right_click_shows_what_can_be_said(panel, popped):
    panel.view.customContextMenuRequested.emit(panels.center(panel.view, 1))
    assert panels.act(popped[0], "Not a name…").isEnabled()


def test_everything_has_a_name(panel):
    assert nameless(panel) == []


def test_rows_are_drawn_in_both_themes(panel):
    light = panel.grab().toImage()
    panel.set_theme(panels.DARK)
    assert panel.grab().toImage() != light


def test_a_sample_in_a_menu_is_as_strong_as_beside_its_switch(panel):
    sample = panel.switches[Kind.ORGANIZATION].icon().pixmap(QSize(16, 16)).toImage()
    strong = [y for y in range(16) if sample.pixelColor(8, y).alphaF() > 0.8]
    assert len(strong) == 2
    assert strong[1] - strong[0] > 1


def test_a_sample_on_a_chosen_row_stands_out_from_its_ground(panel):
    chosen = panel.switches[Kind.PERSON].icon().pixmap(QSize(24, 18), QIcon.Mode.Selected).toImage()
    assert QColor(chosen.pixelColor(12, 9)).lightness() > 200


def test_every_kind_is_drawn_in_its_own_way(panel):
    icons = [panel.switches[kind].icon().pixmap(24, 18).toImage() for kind in Kind]
    assert all(one != other for number, one in enumerate(icons) for other in icons[:number])


def test_enter_asks_for_everything_about_an_entity(panel, desk, qtbot):
    panel.view.setCurrentIndex(panel.model.index(0))
    with qtbot.waitSignal(desk.place_wanted) as told:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert told.args[0].identity == identity(panel.model.at(0))


def test_a_double_click_asks_and_steps_once_only(panel, desk, qtbot):
    spans, places = [], []
    desk.reveal_requested.connect(spans.append)
    desk.place_wanted.connect(places.append)
    place = panels.center(panel.view, 1)
    panels.click(panel.view, 1)
    qtbot.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(spans) == 1
    assert [place.identity for place in places] == [identity(panel.model.at(1))]


def test_the_list_stays_where_it_is_when_a_number_grows(panel, qtbot):
    panel.resize(340, 700)
    heights = []
    for number in (4, 40):
        panel.switches[Kind.ORGANIZATION].count(number)
        heights.append(panel.kinds.heightForWidth(panel.kinds.width()))
    assert heights[0] == heights[1]
