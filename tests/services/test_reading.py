import datetime as dt
import os
import pickle
import sys

import pytest

from apostil.domain.errors import (
    OutOfMemoryError,
    TimedOutError,
    UnreadableFileError,
    WorkerCrashedError,
)
from apostil.services import reading
from support import documents

NOW = dt.datetime(2026, 2, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def extracted():
    return reading.extract(documents.text("barrage.fr.txt").encode(), "barrage.fr.txt")


def test_a_file_is_loaded_as_it_is(tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes(b"Words.\r\n")
    assert reading.load(path) == reading.File("note.txt", b"Words.\r\n", str(path))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "not there any more"),
        (lambda path: path.mkdir(), "a folder"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_bytes(b" \n"), "empty"),
    ],
)
def test_what_cannot_be_loaded(tmp_path, make, words):
    path = tmp_path / "note.txt"
    make(path)
    with pytest.raises(UnreadableFileError, match=words):
        reading.load(path)


@pytest.mark.parametrize(
    ("name", "words"),
    [("a\0b", "No file can have this name"), ("\ud800", "No file can have this name"), ("", "not there any more")],
)
def test_a_name_that_no_file_has(name, words):
    with pytest.raises(UnreadableFileError, match=words):
        reading.load(name)


def test_a_name_beyond_what_the_disk_takes(tmp_path):
    with pytest.raises(UnreadableFileError, match="could not be read from the disk"):
        reading.load(tmp_path / ("n" * 5000))


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes there")
def test_a_name_that_is_not_unicode_is_shown_and_its_file_read(tmp_path):
    path = tmp_path / os.fsdecode(b"bad\xffname.txt")
    path.write_bytes(b"Words.")
    assert reading.load(path) == reading.File("bad\ufffdname.txt", b"Words.", f"{tmp_path}/bad\ufffdname.txt")


@pytest.mark.parametrize(
    ("path", "shown"), [("été.txt", "été.txt"), (os.fsdecode(b"\xc3\xa9\xff"), "é\ufffd"), ("\ud800", "\ufffd")]
)
def test_a_path_is_shown_in_characters(path, shown):
    assert reading.displayed(path) == shown


def test_a_file_over_the_limit(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(reading.MAX_BYTES + 1)
    with pytest.raises(UnreadableFileError, match="up to 64 MB"):
        reading.load(path)


@pytest.mark.parametrize(
    ("error", "words"), [(PermissionError(), "no permission"), (OSError(5, "Input/output error"), "Input/output")]
)
def test_a_disk_that_refuses(tmp_path, monkeypatch, error, words):
    path = tmp_path / "note.txt"
    path.write_bytes(b"Words.")
    monkeypatch.setattr(type(path), "read_bytes", lambda _path: _raise(error))
    with pytest.raises(UnreadableFileError, match=words):
        reading.load(path)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders there")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableFileError, match="pipe"):
        reading.load(tmp_path / "pipe")


def test_pasted_text():
    assert reading.pasted("Words.").data == b"Words."


def test_pasting_nothing():
    with pytest.raises(UnreadableFileError, match="no words"):
        reading.pasted(" \n")


def test_the_language_is_detected(extracted):
    assert extracted.article.metadata.language == "fr"


def test_what_is_extracted_can_cross_processes(extracted):
    assert pickle.loads(pickle.dumps(extracted)) == extracted


@pytest.mark.parametrize(("name", "title"), [("the bridge.txt", "the bridge"), (reading.PASTED, "Words that end.")])
def test_an_article_without_a_headline_gets_a_title(name, title):
    assert reading.extract(b"Words that end.", name).article.metadata.title == title


def test_the_source_knows_its_bytes():
    source = reading.source_of(reading.File("a.txt", b"abc", "somewhere"), "text/plain", NOW)
    assert source.sha256.startswith("ba7816bf")
    assert (source.size, source.imported, source.origin) == (3, NOW, "somewhere")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (UnreadableFileError("It is empty."), "It is empty."),
        (TimedOutError(""), "longer than 60 seconds"),
        (OutOfMemoryError(""), "more than 1 GB of memory"),
        (WorkerCrashedError(""), "nothing else was harmed"),
    ],
)
def test_explanations(error, words):
    said = reading.explain(error, "a.pdf")
    assert said.startswith("“a.pdf” was not opened.")
    assert words in said


def test_the_suffixes():
    assert {".txt", ".md", ".html", ".pdf", ".docx"} <= set(reading.suffixes())


def _raise(error):
    raise error


def test_a_text_that_is_longer_than_any_book():
    with pytest.raises(UnreadableFileError, match="The text has 9 million characters"):
        reading.extract(b"word " * 1_800_000, "long.txt")
