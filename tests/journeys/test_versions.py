"""Go back to the originals: verify, save and extract them again, compare a newer copy, place what lost its words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from apostil.domain.provenance import Choice
from apostil.exporters.formats import json as notes_format
from apostil.ui import chooser
from apostil.ui.dialogs.comparison import Decision
from support import copies
from support.main_windows import Room, in_dialog
from support.windows import PATIENCE, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

MARKED = ("Mayor Odile Fenn said the gate would cost £4.2m", copies.GONE, "It will decide whether the mill stays open")


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    (tmp_path / "library").mkdir()
    made = Room(tmp_path / "library", qtbot)
    yield made
    made.close()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The article as it was saved first."""
    made = tmp_path / "gate.html"
    made.write_bytes(copies.page(copies.OLDER))
    return made


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The article as it was saved again later."""
    made = tmp_path / "gate (1).html"
    made.write_bytes(copies.page(copies.NEWER))
    return made


def bring_in(room: Room, path: Path) -> None:
    room.importer.open_files([path])
    room.jobs.run()
    assert room.desk.source.name == path.name
    for changes in iter(room.library.compare_next, None):
        room.desk.announce(changes)


def mark_with_the_keyboard(room: Room, *words: str) -> None:
    for key, some in enumerate(words, 1):
        room.select(some)
        room.reader.setFocus()
        room.key(getattr(Qt.Key, f"Key_{key}"))
    assert len(room.desk.annotations) == len(words)


def decide(room: Room, decision: Decision) -> None:
    def act(dialog: Any) -> None:
        room.jobs.run()
        dialog.findChild(QPushButton, decision.name).click()

    in_dialog(act)
    room.action("compare").trigger()
    room.jobs.run()


def test_verify_and_save_the_original(room: Room, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bring_in(room, page)
    out = tmp_path / "out.html"
    monkeypatch.setattr(chooser, "original_target", lambda _parent, _name: out)

    def act(dialog: Any) -> None:
        dialog.origin.verify.click()
        dialog.origin.save.click()
        room.jobs.run()
        assert dialog.origin.outcome.text().startswith("✓ Both fingerprints agree")

    in_dialog(act)
    room.action("about-article").trigger()
    assert out.read_bytes() == page.read_bytes()
    assert room.said == f"The original was written to {out}."


def test_extract_the_whole_page_and_take_it_back(room: Room, page: Path) -> None:
    bring_in(room, page)
    mark_with_the_keyboard(room, *MARKED)
    before = room.desk.current

    def act(dialog: Any) -> None:
        dialog.buttons[Choice.PAGE].setChecked(True)
        dialog.accept()

    in_dialog(act)
    room.action("extract-again").trigger()
    room.jobs.run()
    assert "News from the estuary" in room.desk.article.text
    assert room.said == "New version: all 3 highlights found their places."
    room.do("undo")
    assert (room.desk.current, len(room.desk.annotations)) == (before, 3)
    assert "News from the estuary" not in room.desk.article.text


def test_a_newer_copy_becomes_a_version_and_what_it_lost_is_placed_by_hand(room: Room, page: Path, later: Path) -> None:
    bring_in(room, page)
    mark_with_the_keyboard(room, *MARKED)
    bring_in(room, later)
    assert room.window.copies.notice.words.text().startswith(
        "Another copy of this article is in the library: gate.html"
    )
    decide(room, Decision.NEW_VERSION)
    assert room.said == "New version: 2 of 3 highlights found their place, 1 waits in Notes."
    room.do("tab-notes")
    tray = room.window.notes_panel.orphans
    room.jobs.run()
    assert tray.title.text() == "Not placed (1)"
    room.select("A compensation scheme was voted down on Tuesday evening.")
    tray.cards[0].place.click()
    assert tray.isHidden()
    assert len(room.desk.annotations) == 3
    for _ in range(2):
        room.do("undo")
    assert len(room.library.annotations(room.desk.current)) == 3
    assert room.desk.source.name == page.name


def test_both_copies_are_kept(room: Room, page: Path, later: Path) -> None:
    bring_in(room, page)
    bring_in(room, later)
    decide(room, Decision.KEEP_BOTH)
    assert len([entry for entry in room.library.entries() if entry.title == copies.TITLE]) == 2
    assert not room.window.copies.notice.isVisible()


def test_what_waits_for_a_place_is_handed_on_too(room: Room, page: Path, later: Path, tmp_path: Path) -> None:
    bring_in(room, page)
    mark_with_the_keyboard(room, *MARKED)
    bring_in(room, later)
    decide(room, Decision.NEW_VERSION)
    out = tmp_path / "notes.json"
    room.window.exporter.export([room.desk.current], "json", out)
    room.jobs.run()
    (notes,) = notes_format.read(out.read_bytes())
    assert [orphan.anchor.exact for orphan in notes.orphans] == [copies.GONE]
    assert json.loads(out.read_bytes())["articles"][0]["provenance"]["text_sha256"] == notes.provenance.text_sha256


def test_through_real_workers_a_page_is_extracted_again(qtbot: QtBot, page: Path) -> None:
    with program(qtbot) as apostil:
        session = apostil.open()
        session.analyst.want = lambda _articles: None
        with qtbot.waitSignal(session.importer.finished, timeout=PATIENCE):
            session.importer.open_files([page])
        before = session.desk.current
        with qtbot.waitSignal(session.versions.succeeded, timeout=PATIENCE):
            session.versions.extract_again(before, Choice.PAGE)
        QApplication.processEvents()
        assert session.library.provenance(session.desk.current).choice is Choice.PAGE
        assert not session.library.is_present(before)
