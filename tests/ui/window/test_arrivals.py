"""What an import brings is opened, and what has to be said of it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from support.main_windows import Room


def write(folder: Path, *names: str) -> list[Path]:
    """Files with an article each."""
    files = [folder / name for name in names]
    for file in files:
        file.write_text(f"News of {file.stem}\n\nNothing happened at {file.stem} today, it is said.\n")
    return files


def test_what_comes_in_is_opened_and_the_text_has_the_keyboard(room: Room, tmp_path: Path) -> None:
    room.importer.open_files(write(tmp_path, "mill.txt"))
    room.window.library_panel.search.setFocus()
    room.jobs.run()
    assert room.desk.article.metadata.title == "News of mill"
    assert QApplication.focusWidget() is room.reader


def test_what_is_known_already_is_opened_and_said(room: Room, tmp_path: Path) -> None:
    files = write(tmp_path, "mill.txt", "lock.txt")
    for some in (files, files[:1]):
        room.importer.open_files(some)
        room.jobs.run()
    assert room.desk.article.metadata.title == "News of mill"
    assert room.said == "“News of mill” was already in the library: here it is."


def test_two_known_files_are_said_in_one_sentence(room: Room, tmp_path: Path) -> None:
    for _ in range(2):
        room.importer.open_files(write(tmp_path, "mill.txt", "lock.txt"))
        room.jobs.run()
    assert room.said == "2 of these articles were already in the library."


def test_files_that_cannot_be_opened_are_listed_with_their_reasons(room: Room, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    room.importer.open_files([tmp_path / "empty.txt", tmp_path / "gone.txt"])
    room.jobs.run()
    words = room.window.arrivals.report.words.splitlines()
    assert words[0] == "2 files were not opened."
    assert all(name in line for name, line in zip(("empty.txt", "gone.txt"), words[2:], strict=True))
    assert room.window.arrivals.report.isVisible()
