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


@posix
def test_a_link_to_a_file_that_is_not_there_makes_it(tmp_path):
    (tmp_path / "link.md").symlink_to(tmp_path / "notes.md")
    write_aside(tmp_path / "link.md", b"new")
    assert (tmp_path / "notes.md").read_bytes() == b"new"


@posix
def test_links_in_a_circle_are_an_error(tmp_path):
    (tmp_path / "a.md").symlink_to(tmp_path / "b.md")
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    with pytest.raises(OSError, match="symbolic links"):
        write_aside(tmp_path / "a.md", b"new")


@posix
def test_a_pipe_is_written_into_and_stays_one(tmp_path):
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_aside(pipe, b"words")
    assert os.read(reader, 100) == b"words"
    assert pipe.is_fifo()
    os.close(reader)


@posix
def test_a_pipe_that_nobody_reads_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(OSError, match="nobody reads"):
        write_aside(tmp_path / "pipe.md", b"words")


@posix
def test_a_device_is_written_into_and_stays_one():
    terminal, device = os.openpty()
    name = Path(os.ttyname(device))
    write_aside(name, b"words")
    assert os.read(terminal, 100) == b"words"
    assert name.is_char_device()
    os.close(terminal)
    os.close(device)


@posix
def test_a_stream_goes_on_in_its_file(tmp_path):
    file = tmp_path / "notes.md"
    with file.open("wb", buffering=0) as stream:
        stream.write(b"first ")
        inode = file.stat().st_ino
        write_aside(Path(f"/dev/fd/{stream.fileno()}"), b"second")
        assert (file.read_bytes(), file.stat().st_ino) == (b"first second", inode)
