from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.errors import UnreadableFileError
from apostil.importers.formats.vtt import FORMAT
from support.importing import read

FILE = """WEBVTT - A talk
Kind: captions
Language: fr-FR

STYLE
::cue { color: red }

NOTE This is nobody's business
00:00:00.500 is no time

first
00:01.000 --> 00:02.000 line:0 align:start
<v Ada>Le vieux pont

NOTE nor this

00:00:02.000 --> 00:00:04.500
<v Ada>reste ouvert.</v>
"""


@pytest.mark.parametrize("name", ["talk.vtt", "talk.txt", "talk.srt"])
def test_subtitles_are_known_by_their_first_word(name):
    article, form = read(FILE.encode(), name)
    assert form is FORMAT
    assert article.text == "Ada: Le vieux pont reste ouvert."


def test_times_and_language():
    article, _ = read(FILE.encode("utf-8-sig"), "talk.vtt")
    assert article.blocks[0].place.times == (1.0, 4.5)
    assert article.metadata.language == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n00:01.000 --> 00:02.000\nLe pont\n1\n00:02.000 --> 00:03.000\nreste.",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nLe pont\n\nreste.",
        "WEBVTT\r\r00:01.000 --> 00:02.000\rLe pont\r00:02.000 --> 00:03.000\rreste.",
    ],
)
def test_careless_files(text):
    assert read(text.encode(), "talk.vtt")[0].text == "Le pont reste."


@pytest.mark.parametrize("text", ["WEBVTT", "WEBVTT\n\nNOTE only this", "WEBVTT\n\n00:01.000 --> 00:02.000\n"])
def test_a_file_without_words_says_so(text):
    with pytest.raises(UnreadableFileError, match="No subtitles were found"):
        read(text.encode(), "talk.vtt")


def test_a_text_about_the_format_is_a_text():
    assert read(b"WEBVTTs are files.", "talk.txt")[1] is not FORMAT


@given(st.text())
def test_any_text_makes_an_article_or_a_sentence(text):
    with suppress(UnreadableFileError):
        assert read(f"WEBVTT\n\n00:01.0 --> 00:02.0\n{text}".encode(errors="replace"), "a.vtt")[0].blocks
