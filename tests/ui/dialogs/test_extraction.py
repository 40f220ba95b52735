import pytest

from apostil.domain.provenance import Choice
from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.extraction import ExtractionDialog, name_of


@pytest.fixture
def dialog(qtbot):
    dialog = ExtractionDialog((Choice.ARTICLE, Choice.PAGE), Choice.PAGE)
    qtbot.addWidget(dialog)
    return dialog


def test_the_present_choice_is_chosen(dialog):
    assert dialog.choice() is Choice.PAGE


def test_another_one_can_be_chosen(dialog):
    dialog.buttons[Choice.ARTICLE].click()
    assert dialog.choice() is Choice.ARTICLE


def test_only_what_the_file_allows_is_offered(dialog):
    assert Choice.CHAPTERS not in dialog.buttons


def test_a_choice_that_is_not_offered_any_more_becomes_the_usual_one(qtbot):
    dialog = ExtractionDialog((Choice.ARTICLE, Choice.CHAPTERS), Choice.PAGE)
    qtbot.addWidget(dialog)
    assert dialog.choice() is Choice.ARTICLE


def test_everything_has_a_name(dialog):
    assert nameless(dialog) == []


def test_a_book_is_called_a_book(qtbot):
    dialog = ExtractionDialog((Choice.ARTICLE, Choice.CHAPTERS), Choice.ARTICLE)
    qtbot.addWidget(dialog)
    assert dialog.buttons[Choice.ARTICLE].text() == "&The whole book as one article"


@pytest.mark.parametrize("book", [True, False])
def test_no_two_choices_share_a_key(book):
    keys = [name_of(choice, book=book).split("&")[1][0].lower() for choice in Choice]
    assert len(keys) == len(set(keys))
