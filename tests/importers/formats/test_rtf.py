import pytest

from apostil.domain.errors import UnreadableFileError
from support import documents
from support.importing import read

WORDS = documents.PARAGRAPHS[0]
DATA = b"{\\rtf1\\ansi " + WORDS.encode("ascii") + b"\\par}"


@pytest.mark.parametrize("name", ["a.rtf", "a.doc", "a.txt", ""])
@pytest.mark.parametrize("before", [b"", b"\n ", b"\xef\xbb\xbf"])
def test_known_by_content(before, name):
    article, form = read(before + DATA, name)
    assert article.text == WORDS
    assert form.name == "RTF document"


def test_groups_without_end():
    with pytest.raises(UnreadableFileError, match="inside one another without end"):
        read(b"{\\rtf1 " + b"{" * 10**6, "a.rtf")


@pytest.mark.parametrize("data", [b"{\\rtf1}", b"{\\rtf1{\\pict 0102}"])
def test_nothing_to_read(data):
    with pytest.raises(UnreadableFileError, match="no words"):
        read(data, "a.rtf")


@pytest.mark.parametrize("end", range(len(DATA) - 40, len(DATA)))
def test_a_file_that_was_cut_is_read_as_far_as_it_goes(end):
    assert WORDS.startswith(read(DATA[:end], "a.rtf")[0].text[:40])


def test_many_open_and_closed_groups_take_no_time():
    assert read(b"{\\rtf1 Words." + b"{}" * 10**6, "a.rtf")[0].text == "Words."


def test_a_document_that_breaks_off_before_its_words_is_damaged():
    with pytest.raises(UnreadableFileError, match="breaks off before its first words"):
        read(b"{\\rtf1\\ansi{\\fonttbl{\\f0 Lindara Serif", "crane.rtf")
