from __future__ import annotations

import errno
import io
import sys

import pytest

from apostil.jobs import streams
from apostil.jobs.streams import StreamError


class Full(io.RawIOBase):
    """A stream on a disk without room."""

    def __init__(self, number=errno.ENOSPC):
        self.number = number

    def writable(self):
        return True

    def write(self, data):
        raise OSError(self.number, "No space left on device")


def text(raw, encoding="utf-8"):
    """A text stream over bytes, as Python makes the standard ones."""
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding, write_through=True)


@pytest.fixture
def full():
    stream = text(Full())
    yield stream
    stream.buffer.raw.write = len  # what is left in it must go somewhere
    stream.close()


def test_lines_are_those_of_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a\nb")))
    assert list(streams.lines()) == [b"a\n", b"b"]


def test_lines_are_those_of_its_descriptor(monkeypatch, tmp_path):
    (tmp_path / "in").write_bytes(b"a\nb")
    with (tmp_path / "in").open() as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert list(streams.lines()) == [b"a\n", b"b"]


def test_a_closed_input_is_said(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(StreamError, match="no standard input"):
        streams.lines()


def test_an_input_that_fails_is_said(monkeypatch, tmp_path):
    with (tmp_path / "out").open("w") as file:
        monkeypatch.setattr(sys, "stdin", file)
        with pytest.raises(StreamError, match="could not be read to its end"):
            list(streams.lines())


def test_what_is_put_comes_out(capfdbinary):
    streams.put(b"words")
    assert capfdbinary.readouterr().out == b"words"


def test_a_closed_output_is_said(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(StreamError, match="no standard output"):
        streams.put(b"words")


def test_a_full_disk_is_said(monkeypatch, full):
    monkeypatch.setattr(sys, "stdout", full)
    with pytest.raises(StreamError, match="No space left on device"):
        streams.put(b"words")


def test_a_complaint_goes_to_standard_error(capsys):
    streams.complain("It is gone.")
    assert capsys.readouterr().err == "apostil: It is gone.\n"


def test_nobody_hears_a_complaint_that_cannot_be_written(monkeypatch, full):
    for stream in (full, None):
        monkeypatch.setattr(sys, "stderr", stream)
        streams.complain("It is gone.")


@pytest.mark.parametrize(("encoding", "shown"), [("ascii", "“é”"), ("latin-1", "\\u201cé\\u201d"), ("utf-8", "“é”")])
def test_every_character_can_be_said(monkeypatch, encoding, shown):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(raw, encoding, write_through=True))
    streams.steady()
    streams.complain("“é”")
    assert raw.getvalue().decode("latin-1" if encoding == "latin-1" else "utf-8") == f"apostil: {shown}\n"


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def test_what_is_shown_steers_no_terminal(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal(io.BytesIO(), "utf-8"))
    streams.put("é\x1b[2J\x9b\u202e\n".encode())
    assert sys.stdout.buffer.getvalue().decode() == "é\\u001b[2J\\u009b\\u202e\n"


def test_what_goes_into_a_file_stays_as_it_is(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), "utf-8"))
    streams.put("é\u202e".encode())
    assert sys.stdout.buffer.getvalue().decode() == "é\u202e"


def test_a_complaint_about_a_hostile_name_steers_no_terminal(capsys):
    streams.complain("“a\x1b]0;b\x07.txt” was not opened.")
    assert capsys.readouterr().err == "apostil: “a\\u001b]0;b\\u0007.txt” was not opened.\n"
