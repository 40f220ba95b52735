from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.errors import UnreadableFileError
from apostil.importers.formats.srt import FORMAT
from support.importing import read

FILE = """1
00:00:01,000 --> 00:00:02,000
The old bridge

2
00:00:02,000 --> 00:00:04,500
stays open.
"""


@pytest.mark.parametrize("name", ["talk.srt", "talk.txt", "talk"])
def test_subtitles_are_known_by_their_first_lines(name):
    article, form = read(FILE.encode(), name)
    assert form is FORMAT
    assert article.text == "The old bridge stays open."
    assert article.blocks[0].place.times == (1.0, 4.5)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_encoding_and_any_line_end(encoding):
    data = FILE.replace("open", "très ouvert").replace("\n", "\r\n").encode(encoding)
    assert read(data, "talk.srt")[0].text == "The old bridge stays très ouvert."


@pytest.mark.parametrize(
    "text",
    [
        "00:00:01.000 -> 00:00:02\nThe old bridge stays open.",
        "1\n00:00:01,000 --> 00:00:02,000\n\nThe old bridge\n\nstays open.\n2\n00:00:03,000 --> 00:00:04,000",
        "\n\n7\n00:00:01,000 --> 00:00:02,000\nThe old bridge\n8\n00:00:02,000 --> 00:00:04,000\nstays open.",
    ],
)
def test_careless_files(text):
    assert read(text.encode(), "talk.srt")[0].text == "The old bridge stays open."


def test_a_number_that_is_said_stays():
    assert read((FILE + "\n3\n00:00:05,000 --> 00:00:06,000\n42\n").encode(), "a.srt")[0].text.endswith("\n\n42")


def test_a_file_without_times_says_so():
    with pytest.raises(UnreadableFileError, match="No subtitles were found"):
        read(b"Only words.", "talk.srt")


@given(st.text(), st.text())
def test_any_text_makes_an_article_or_a_sentence(before, after):
    with suppress(UnreadableFileError):
        assert read(f"{before}\n1\n00:00:01,0 --> 00:00:02,0\n{after}".encode(errors="replace"), "a.srt")[0].blocks
