"""What is offered where a library cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apostil.domain.errors import ApostilError, LibraryDamagedError, LibraryError
from apostil.store import backups
from apostil.store.library import Library
from apostil.ui import chooser, recovery
from apostil.ui.recovery import Choice
from support.libraries import add_article, make_article
from support.main_windows import in_dialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMessageBox

pytestmark = pytest.mark.usefixtures("qapp")

DAMAGED = LibraryDamagedError("“library” cannot be read.")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A file that nobody can read, and a good copy of what it was."""
    path = tmp_path / "library.apostil"
    with Library.open(path) as opened:
        add_article(opened, make_article())
    backups.keep(path)
    path.write_bytes(b"a library once" * 500)
    return path


def asked(path: Path, error: ApostilError, answer: str) -> tuple[Choice | None, list[str]]:
    """The choice of whoever presses this button, and everything the question said."""
    said: list[str] = []

    def press(box: QMessageBox) -> None:
        buttons = {button.text().replace("&", ""): button for button in box.buttons()}
        said.extend((box.text(), box.informativeText(), *buttons))
        buttons[answer].click()

    in_dialog(press)
    return recovery.ask(path, error, leave="Quit"), said


def test_the_newest_good_copy_of_a_damaged_library_is_offered(library: Path) -> None:
    choice, said = asked(library, DAMAGED, "Use the copy")
    assert choice == Choice(library, backups.newest_good(library))
    assert said[0] == DAMAGED.message
    assert "newest good copy" in said[1]


def test_without_a_copy_none_is_offered(tmp_path: Path) -> None:
    _, said = asked(tmp_path / "other.apostil", DAMAGED, "Quit")
    assert "Use the copy" not in said


def test_a_library_that_is_whole_needs_no_copy(library: Path) -> None:
    _, said = asked(library, LibraryError("This library is of a newer version."), "Quit")
    assert "Use the copy" not in said


def test_another_library_can_be_chosen(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chooser, "library_to_open", lambda _parent: tmp_path / "other.apostil")
    choice, _ = asked(library, DAMAGED, "Open another library…")
    assert choice == Choice(tmp_path / "other.apostil")


def test_choosing_none_leaves(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chooser, "library_to_open", lambda _parent: None)
    assert asked(library, DAMAGED, "Open another library…")[0] is None


def test_whoever_leaves_chooses_nothing(library: Path) -> None:
    before = library.read_bytes()
    assert asked(library, DAMAGED, "Quit")[0] is None
    assert library.read_bytes() == before


def test_a_copy_takes_the_place_and_what_was_there_is_kept(library: Path) -> None:
    before = library.read_bytes()
    copy = backups.newest_good(library)
    assert copy is not None
    said = recovery.restore(copy, library)
    with Library.open(library) as opened:
        assert len(opened.entries()) == 1
    kept = next(file for file in library.parent.iterdir() if file.is_file() and file.read_bytes() == before)
    assert f"“{kept.name}”" in said
