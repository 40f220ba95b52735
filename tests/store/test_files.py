from __future__ import annotations

import os
from pathlib import Path

import pytest

from apostil.store.files import sync_folder, write_aside

posix = pytest.mark.skipif(os.name != "posix", reason="modes and links as POSIX systems have them")


def test_a_new_file_is_written(tmp_path):
    write_aside(tmp_path / "notes.md", b"words")
    assert (tmp_path / "notes.md").read_bytes() == b"words"


def test_an_old_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    file = tmp_path / "notes.md"
    file.write_bytes(b"old")
    write_aside(file, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("notes.md", b"new")]


@posix
def test_the_mode_of_the_old_file_is_kept(tmp_path):
    file = tmp_path / "notes.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_aside(file, b"new")
    assert file.stat().st_mode & 0o777 == 0o640


@posix
def test_a_link_goes_on_pointing_to_its_file(tmp_path):
    file, link = tmp_path / "notes.md", tmp_path / "link.md"
    file.write_bytes(b"old")
    link.symlink_to(file)
    write_aside(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize("failing", ["os.fsync", "pathlib.Path.replace"])
def test_the_old_file_stays_when_writing_fails(tmp_path, monkeypatch, failing):
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "notes.md"
    file.write_bytes(b"old")
    monkeypatch.setattr(failing, fail)
    with pytest.raises(OSError, match="No space left"):
        write_aside(file, b"new")
    monkeypatch.undo()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("notes.md", b"old")]


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_aside(tmp_path / "nowhere" / "notes.md", b"words")


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path, monkeypatch):
    def fail(_: int) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", fail)
    sync_folder(Path(tmp_path))
