import datetime as dt

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from apostil.domain.article import Source
from apostil.store.preparing import prepare
from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.metadata import MetadataDialog
from apostil.ui.versions import Versions
from support import panels
from support.jobs_on_demand import JobsOnDemand


def versions_of(desk):
    return Versions(desk, JobsOnDemand())


@pytest.fixture
def desk(qapp, tmp_path):
    desk = panels.a_desk(tmp_path)
    yield desk
    desk.library.close()


@pytest.fixture
def article_id(desk):
    article_id = panels.add(desk.library, panels.FRENCH, "fleuve.txt")
    desk.open(article_id)
    return article_id


@pytest.fixture
def dialog(desk, article_id, qtbot):
    dialog = MetadataDialog(desk, versions_of(desk), article_id)
    qtbot.addWidget(dialog)
    return dialog


def test_what_is_known_is_shown(dialog):
    assert dialog.metadata() == panels.FRENCH.metadata
    assert dialog.language.currentText() == "French"
    assert dialog.authors.text() == "Salimata Roux"


def test_where_it_came_from_can_be_read_and_copied(dialog, desk, article_id):
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    assert dialog.origin.sha256.text() == desk.library.source(article_id).sha256
    assert "2 paragraphs, 51 words, 1 minute to read" in texts
    assert dialog.origin.sha256.isReadOnly()


@pytest.mark.parametrize(
    ("media_type", "words"),
    [
        ("text/plain", "plain text"),
        ("text/html", "saved web page"),
        ("application/pdf", "PDF"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document"),
        ("image/png", "image/png"),
    ],
)
def test_the_kind_of_file_is_told_in_words(desk, qtbot, media_type, words):
    text = panels.compose([panels.Piece("It rained.")])
    source = Source("0" * 64, "rain", media_type, 10, panels.NOON)
    dialog = MetadataDialog(desk, versions_of(desk), desk.library.insert(source, b"It rained.", prepare(text)))
    qtbot.addWidget(dialog)
    assert any(f"({words}, " in label.text() for label in dialog.findChildren(QLabel))


def test_corrections_become_one_edit_with_a_name(dialog, desk, qtbot):
    dialog.title.setText("  Le port   rouvre ")
    dialog.authors.setText("Salimata Roux, , Jean Oumé")
    dialog.published.setDate(QDate(2026, 1, 30))
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    qtbot.mouseClick(button(dialog, QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)
    now = desk.article.metadata
    assert (now.title, now.authors) == ("Le port rouvre", ("Salimata Roux", "Jean Oumé"))
    assert (now.published, now.language) == (dt.date(2026, 1, 30), "en")
    assert desk.undo_stack.undoText() == "Edit details of “Le port rouvre”"
    desk.undo_stack.undo()
    assert desk.article.metadata == panels.FRENCH.metadata


def button(dialog, kind):
    return dialog.findChild(QDialogButtonBox).button(kind)


def test_nothing_changed_is_no_edit(dialog, desk):
    dialog.accept()
    assert desk.undo_stack.count() == 0


def test_cancel_changes_nothing(dialog, desk, qtbot):
    dialog.title.setText("Another")
    qtbot.mouseClick(button(dialog, QDialogButtonBox.StandardButton.Cancel), Qt.MouseButton.LeftButton)
    assert desk.undo_stack.count() == 0


def test_a_date_can_be_unknown(dialog, desk):
    dialog.dated.click()
    assert dialog.metadata().published is None
    assert not dialog.published.isEnabled()
    assert dialog.published.text() == "Not known"
    assert dialog.published.toolTip() == "Tick “Date is known” to give a date"


def test_a_date_comes_back_with_its_tick(dialog):
    dialog.dated.click()
    dialog.dated.click()
    assert dialog.metadata().published == panels.FRENCH.metadata.published


def test_an_unknown_date_starts_from_today(desk, qtbot):
    article = panels.compose([panels.Piece("It rained.")])
    dialog = MetadataDialog(desk, versions_of(desk), panels.add(desk.library, article, "rain.txt"))
    qtbot.addWidget(dialog)
    assert dialog.metadata() == article.metadata
    assert dialog.published.text() == "Not known"
    dialog.dated.click()
    assert dialog.metadata().published == panels.NOON.date()


def test_a_rare_language_stays_what_it_is(desk, qtbot):
    article = panels.compose([panels.Piece("It rained.")], panels.Metadata(language="tlh"))
    dialog = MetadataDialog(desk, versions_of(desk), panels.add(desk.library, article, "rain.txt"))
    qtbot.addWidget(dialog)
    assert dialog.metadata().language == "tlh"


def test_many_languages_are_offered_once(dialog):
    codes = [dialog.language.itemData(row) for row in range(dialog.language.count())]
    codes = [code for code in codes if code]
    assert {"en", "fr", "ar", "bm", "de", "zh"} <= set(codes)
    assert len(codes) == len(set(codes))


def test_a_library_that_is_only_read_says_why(desk, article_id, qtbot, monkeypatch):
    monkeypatch.setattr(type(desk), "read_only", True)
    monkeypatch.setattr(type(desk), "read_only_because", "The file is write-protected.")
    dialog = MetadataDialog(desk, versions_of(desk), article_id)
    qtbot.addWidget(dialog)
    ok = button(dialog, QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    assert ok.toolTip() == "The file is write-protected."


def test_everything_has_a_name(dialog):
    assert nameless(dialog) == []
