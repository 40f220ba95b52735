import datetime as dt

import pytest

from apostil.domain.article import ArticleId
from apostil.domain.library import Version
from apostil.domain.provenance import Choice, Provenance
from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.versions import COMPARE, READ, VersionsDialog

WHEN = dt.datetime(2026, 2, 3, 12, 0, tzinfo=dt.UTC)


def version(number, current, choice=Choice.ARTICLE):
    return Version(ArticleId(f"v{number}"), number, Provenance(f"reader {number}", WHEN, "f" * 64, choice), current)


VERSIONS = (version(1, False), version(2, False, Choice.PAGE), version(3, True))


@pytest.fixture
def dialog(qtbot):
    dialog = VersionsDialog(VERSIONS)
    qtbot.addWidget(dialog)
    return dialog


def cells(dialog, row):
    return [dialog.table.item(row, column).text() for column in range(dialog.table.columnCount())]


def test_the_newest_version_is_on_top_and_the_one_that_is_read_says_so(dialog):
    assert [cells(dialog, row)[0] for row in range(3)] == ["3 – read now", "2", "1"]


def test_a_version_says_what_extracted_it_and_by_which_choice(dialog):
    assert cells(dialog, 1)[2:] == ["reader 2", "the whole page"]


def test_the_one_before_is_chosen_first(dialog):
    assert dialog.chosen().number == 2


@pytest.mark.parametrize("wish", [READ, COMPARE])
def test_a_wish_closes_the_list(dialog, wish):
    getattr(dialog, wish).click()
    assert (dialog.wish, dialog.result()) == (wish, dialog.DialogCode.Accepted)


def test_the_one_that_is_read_can_not_be_chosen_again(dialog):
    dialog.table.setCurrentCell(0, 0)
    assert not dialog.read.isEnabled()
    assert dialog.read.toolTip() == "This version is the one that is read. Choose another one."


def test_a_library_that_is_only_read_says_why(qtbot):
    dialog = VersionsDialog(VERSIONS, None, "The file is write-protected.")
    qtbot.addWidget(dialog)
    assert (dialog.read.isEnabled(), dialog.read.toolTip()) == (False, "The file is write-protected.")
    assert dialog.compare.isEnabled()


def test_one_version_alone_leaves_nothing_to_do(qtbot):
    dialog = VersionsDialog((version(1, True),))
    qtbot.addWidget(dialog)
    assert not dialog.read.isEnabled()
    assert not dialog.compare.isEnabled()


def test_everything_has_a_name(dialog):
    assert nameless(dialog) == []
