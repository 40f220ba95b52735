from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.errors import UnreadableFileError
from apostil.importers.formats.text import FORMAT, read_text
from support import documents
from support.importing import read


def test_an_article_with_everything_known():
    article = read_text(documents.text("barrage.fr.txt"))
    assert article.metadata.authors == ("P.Lormeau",)
    assert article.metadata.outlet == "Orse-Infos.fr"
    assert article.metadata.published.isoformat() == "2025-10-08"


def test_a_date_without_a_year_is_left_out():
    assert read_text(documents.text("harbour.en.txt")).metadata.published is None


@pytest.mark.parametrize("name", ["", "note", "note.txt", "note.unheard"])
def test_text_is_text_whatever_its_name(name):
    assert read(b"A line.\nAnother line.", name)[1] is FORMAT


@pytest.mark.parametrize(
    "data",
    [
        b"{\\rtf1\\ansi Words}",
        b"%!PS-Adobe-3.0\n",
        b"From: a\r\nMIME-Version: 1.0\r\n\r\nx",
        b"<?xml version='1.0'?><a/>",
    ],
)
def test_formats_written_in_plain_characters_are_not_read_as_text(data):
    assert not FORMAT.recognises(data, "note.txt")


@given(st.binary(max_size=2000), st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a"]))
def test_any_bytes_make_an_article_or_a_sentence(data, name):
    with suppress(UnreadableFileError):
        assert read(data, name)[0].blocks


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ('{"title": "The crane"}', "crane.json", "data that programs exchange"),
        ("Port;Cranes\nLindara;2\n", "ports.csv", "rows of a table"),
        ("body { color: red }\np { margin: 0 }\n", "looks.css", "how a web page looks"),
    ],
)
def test_what_holds_no_article_is_not_read_line_by_line(text, name, words):
    with pytest.raises(UnreadableFileError, match=words):
        read(text.encode(), name)


@pytest.mark.parametrize("magic", [b"\xff\xd8\xff\xe1", b"GIF89a", b"ID3\x03", b"abcdftypmp42", b"\x7fELF\x01"])
def test_pictures_sounds_and_programs_are_no_texts(magic):
    with pytest.raises(UnreadableFileError, match="not a kind of file that Apostil reads"):
        read(magic + b"plain words " * 100, "note.txt")
