"""Hand the window whole folders, archives, mails, books and locked files, as they come to a newsroom."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QRadioButton

from apostil.ui import chooser
from support import books, documents, mails, pdfs
from support.main_windows import Room, in_dialog
from support.windows import PATIENCE, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    (tmp_path / "library").mkdir()
    made = Room(tmp_path / "library", qtbot)
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "from the desk"
    made.mkdir()
    return made


def text(number: int) -> bytes:
    return f"News of day {number}\n\nThe mill turned {number} times today, said the miller, and nobody minded.".encode()


def zipped(*members: tuple[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def mail(*attached: tuple[str, bytes]) -> bytes:
    made = mails.mail()
    for name, data in attached:
        made.add_attachment(data, maintype="text", subtype="plain", filename=name)
    return made.as_bytes()


def titles(room: Room) -> set[str]:
    """What the library shows, but for the two articles that were there before."""
    before = {room.english, room.french}
    return {entry.title for entry in room.library.entries() if entry.id not in before}


def asked() -> Any:
    """The dialog that waits for an answer."""
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isModal()]
    return dialog


def drop(room: Room, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    room.window.dropEvent(QDropEvent(QPoint(10, 10), Qt.DropAction.CopyAction, data, left, none))


def test_a_folder_with_good_double_locked_and_broken_files(
    room: Room, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        (folder / f"{number}.txt").write_bytes(text(number))
    (folder / "again.txt").write_bytes(text(1))
    (folder / "locked.pdf").write_bytes(pdfs.locked(documents.lines(*documents.PARAGRAPHS), password="tide"))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    monkeypatch.setattr(chooser, "folder_to_open", lambda _parent: folder)
    room.action("open-folder").trigger()
    room.jobs.run()
    for password in ("ebb", "tide"):
        asked().findChild(QLineEdit).setText(password)
        asked().accept()
        room.jobs.run()
    assert len(titles(room)) == 4
    report = room.window.arrivals.report
    assert report.isVisible()
    assert report.words.startswith("4 articles came in.\nOne file came twice.\n2 files were not")
    assert room.action("undo").text() == "&Undo import 4 articles"


def test_a_folder_and_a_file_are_dropped_together(room: Room, folder: Path, tmp_path: Path) -> None:
    (folder / "1.txt").write_bytes(text(1))
    (tmp_path / "2.txt").write_bytes(text(2))
    drop(room, folder, tmp_path / "2.txt")
    room.jobs.run()
    assert titles(room) == {"News of day 1", "News of day 2"}


def test_forty_files_are_undone_and_done_again_in_one_step(room: Room, folder: Path) -> None:
    for number in range(40):
        (folder / f"{number}.txt").write_bytes(text(number))
    room.importer.open_files([folder])
    room.jobs.run()
    seen = []
    for action in ("undo", "redo", "undo", "redo"):
        room.action(action).trigger()
        seen.append((len(titles(room)), room.window.library_panel.model.rowCount()))
    assert seen == [(0, 2), (40, 42), (0, 2), (40, 42)]


def test_cancelling_in_the_middle_keeps_what_is_there(room: Room, folder: Path, qtbot: QtBot) -> None:
    for number in range(60):
        (folder / f"{number}.txt").write_bytes(text(number))
    room.importer.open_files([folder])
    while not titles(room):
        room.jobs.step()
    assert "of 60" in room.window.status._work.text()
    qtbot.mouseClick(room.window.status._cancel, Qt.MouseButton.LeftButton)
    room.jobs.run()
    came = len(titles(room))
    assert 0 < came < 60
    assert not room.window.status._cancel.isVisible()
    room.action("undo").trigger()
    assert titles(room) == set()


def test_an_archive_with_a_mail_with_an_attachment(room: Room, folder: Path) -> None:
    letter = mail(("minutes.txt", text(7)), ("empty.txt", b""))
    (folder / "monday.zip").write_bytes(zipped(("texts/a.txt", text(1)), ("inbox/letter.eml", letter)))
    room.importer.open_files([folder / "monday.zip"])
    room.jobs.run()
    assert titles(room) == {"News of day 1", "A new quay"}
    in_dialog(lambda dialog: dialog.accept())
    room.window.arrivals.report.attachments_wanted.emit()
    room.jobs.run()
    assert "News of day 7" in titles(room)
    found = next(entry for entry in room.library.entries() if entry.title == "News of day 7")
    assert room.library.source(found.id).origin.endswith("monday.zip › inbox/letter.eml › minutes.txt")


def test_a_book_comes_in_by_chapters(room: Room, folder: Path) -> None:
    (folder / "quays.epub").write_bytes(books.book())
    room.importer.open_files([folder / "quays.epub"])
    room.jobs.run()
    asked().findChildren(QRadioButton)[1].click()
    asked().accept()
    room.jobs.run()
    assert len(titles(room)) == 3


def test_one_file_that_opens_fine_is_shown_and_nothing_else(room: Room, folder: Path) -> None:
    (folder / "1.txt").write_bytes(text(1))
    room.importer.open_files([folder / "1.txt"])
    room.jobs.run()
    assert room.desk.article.metadata.title == "News of day 1"
    assert room.window.arrivals.report is None


def test_who_reads_on_meanwhile_is_not_taken_away(room: Room, folder: Path) -> None:
    for number in range(40):
        (folder / f"{number}.txt").write_bytes(text(number))
    room.importer.open_files([folder])
    while not titles(room):
        room.jobs.step()
    room.desk.open(room.french)
    room.jobs.run()
    assert room.desk.current == room.french


@pytest.mark.timeout(300)
def test_through_real_workers_a_folder_comes_in(qtbot: QtBot, folder: Path) -> None:
    for number in range(30):
        (folder / f"{number}.txt").write_bytes(text(number))
    (folder / "all.zip").write_bytes(zipped(("x.txt", text(99)), ("bad.docx", b"PK\x03\x04 and no more")))
    with program(qtbot) as apostil:
        session = apostil.open()
        session.analyst.want = lambda _articles: None
        with qtbot.waitSignal(session.importer.finished, timeout=PATIENCE) as finished:
            session.importer.open_files([folder])
        assert (len(finished.args[0].new), len(finished.args[0].problems)) == (31, 1)
        assert len(session.library.search("miller")) == 31
