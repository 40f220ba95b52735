from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from apostil.domain.provenance import Choice
from apostil.services import extracting
from apostil.ui.dialogs.comparison import Decision
from support import copies
from support.main_windows import in_dialog

if TYPE_CHECKING:
    from apostil.domain.article import ArticleId
    from support.main_windows import Room


@pytest.fixture
def older(room: Room) -> ArticleId:
    """The older copy, marked twice and open."""
    article_id = copies.older(room.library)
    copies.mark(room.library, article_id, copies.OLDER[3])
    copies.mark(room.library, article_id, copies.GONE, "Who says so?")
    show(room, article_id)
    return article_id


@pytest.fixture
def newer(room: Room, older: ArticleId) -> ArticleId:
    """The newer copy, open."""
    article_id = copies.newer(room.library)
    show(room, article_id)
    return article_id


def show(room: Room, article_id: ArticleId) -> None:
    """Let the list know of an article that came in by itself, and open it."""
    room.window.library_panel.model.reload()
    room.desk.open(article_id)
    room.jobs.run()


def decide(room: Room, decision: Decision) -> None:
    """Compare, and decide."""

    def act(dialog: object) -> None:
        room.jobs.run()
        dialog.findChild(QPushButton, decision.name).click()

    in_dialog(act)
    room.window.copies.notice.compare.click()
    room.jobs.run()


def test_a_newer_copy_is_said_to_be_one(room: Room, newer: ArticleId) -> None:
    notice = room.window.copies.notice
    assert notice.isVisible()
    assert notice.words.text().startswith("This looks like a newer copy of gate.html (Gazette)")


def test_the_older_copy_says_that_there_is_a_newer_one(room: Room, older: ArticleId, newer: ArticleId) -> None:
    room.desk.open(older)
    assert room.window.copies.notice.words.text().startswith("A newer copy of this article is in the library")


def test_an_article_of_its_own_says_nothing(room: Room) -> None:
    assert not room.window.copies.notice.isVisible()


@pytest.mark.parametrize("opened", ["older", "newer"])
def test_a_newer_copy_becomes_a_version(room: Room, older: ArticleId, newer: ArticleId, opened: str) -> None:
    room.desk.open({"older": older, "newer": newer}[opened])
    decide(room, Decision.NEW_VERSION)
    assert room.desk.current == newer
    assert room.said == "New version: 1 of 2 highlights found their place, 1 waits in Notes."
    assert not room.library.is_present(older)
    assert [card.orphan.anchor.exact for card in room.window.notes_panel.orphans.cards] == [copies.GONE]
    room.do("undo")
    assert room.library.is_present(older)
    assert len(room.library.annotations(older)) == 2


def test_both_are_kept_and_not_asked_about_again(room: Room, older: ArticleId, newer: ArticleId) -> None:
    decide(room, Decision.KEEP_BOTH)
    assert room.library.is_present(older)
    assert not room.window.copies.notice.isVisible()
    model = room.window.library_panel.model
    assert model.kin(room.library.entry(newer)).startswith("8")


def test_the_line_can_be_put_away(room: Room, newer: ArticleId) -> None:
    room.window.copies.notice.close_button.click()
    room.desk.open(room.english)
    room.desk.open(newer)
    assert not room.window.copies.notice.isVisible()


def test_a_copy_of_an_agency_is_compared_from_the_list(room: Room, older: ArticleId) -> None:
    wire = copies.wire(room.library)
    show(room, wire)
    room.desk.open(room.english)
    seen = in_dialog(lambda _dialog: room.jobs.run())
    room.window.library_panel.compare_requested.emit(wire)
    assert room.desk.current == wire
    assert "Tidal gate shuts a harbour" in seen[0].windowTitle() + seen[0]._name_of(room.desk, wire)


def test_without_another_copy_there_is_nothing_to_compare(room: Room) -> None:
    room.action("compare").trigger()
    assert room.said == "No other article in the library shares much text with this one."


def test_verifying_speaks_in_the_status_line(room: Room, older: ArticleId) -> None:
    room.action("verify").trigger()
    room.jobs.run()
    assert room.said == "✓ Both fingerprints agree: the file and the text are what they were."


def test_a_fingerprint_that_differs_is_a_warning(room: Room) -> None:
    room.action("verify").trigger()  # its bytes are not those of its invented fingerprint
    room.jobs.run()
    assert room.window.status.failure.startswith("⚠ The file in the library is not the one that came")


def test_extracting_again_asks_which_way(room: Room, older: ArticleId) -> None:
    def act(dialog: object) -> None:
        dialog.buttons[Choice.PAGE].click()
        dialog.accept()

    in_dialog(act)
    room.action("extract-again").trigger()
    room.jobs.run()
    assert room.desk.current != older
    assert room.said == "New version: all 2 highlights found their places."
    assert room.library.provenance(room.desk.current).choice is Choice.PAGE


def test_where_there_is_one_way_nothing_is_asked(room: Room) -> None:
    room.action("extract-again").trigger()
    room.jobs.run()
    assert room.said


def test_the_password_of_a_locked_file_is_asked_for(
    room: Room, older: ArticleId, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []
    monkeypatch.setattr(room.versions, "extract_again", lambda *what: tried.append(what))
    room.versions.locked.emit(older, Choice.ARTICLE, False)
    dialog = room.window.copies._asked
    dialog._field.setText("sesame")
    dialog.accept()
    assert tried == [(older, Choice.ARTICLE, "sesame")]


def test_another_version_is_read_from_the_list_of_versions(room: Room, older: ArticleId, newer: ArticleId) -> None:
    decide(room, Decision.NEW_VERSION)
    in_dialog(lambda dialog: dialog.read.click())
    room.action("versions").trigger()
    room.jobs.run()
    assert room.desk.current == older
    assert len(room.desk.annotations) == 2


def test_two_versions_are_compared(room: Room, older: ArticleId, newer: ArticleId) -> None:
    decide(room, Decision.NEW_VERSION)
    seen = []

    def act(dialog: object) -> None:
        seen.append(in_dialog(lambda _comparison: room.jobs.run()))
        dialog.compare.click()

    in_dialog(act)
    room.action("versions").trigger()
    assert [dialog.state.text()[:10] for dialog in seen[0]] == ["Sentences:"]
    assert room.desk.current == newer


def test_a_mark_that_waits_is_placed_at_the_selection(room: Room, newer: ArticleId) -> None:
    decide(room, Decision.NEW_VERSION)
    room.window.open_panes.show_tab("notes")
    tray = room.window.notes_panel.orphans
    room.jobs.run()
    tray.cards[0].place.click()
    assert room.said == "Select the words in the text first, then place the highlight there."
    span = room.select("A compensation scheme was voted down on Tuesday evening.")
    tray.cards[0].place.click()
    assert span in [mark.span for mark in room.desk.annotations]
    assert room.said == "The highlight is placed. Undo lets it wait again."
    room.do("undo")
    assert len(tray.cards) == 1


def test_the_original_is_saved(room: Room, older: ArticleId, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = []
    monkeypatch.setattr("apostil.ui.chooser.original_target", lambda _parent, _name: "/n/gate.html")
    monkeypatch.setattr(extracting, "save_original", lambda *what: saved.append(what[1:]))
    room.action("save-original").trigger()
    room.jobs.run()
    assert saved == [(older, "/n/gate.html")]


def test_extracting_can_be_cancelled_where_it_is_shown(room: Room, older: ArticleId) -> None:
    room.versions.extract_again(older, Choice.PAGE)
    assert room.window.status._work.text() == "Extracting again"
    room.window.status.cancelled.emit()
    room.jobs.run()
    assert (room.desk.current, room.window.status._work.text()) == (older, "")
