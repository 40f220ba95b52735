import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.errors import UnreadableFileError
from apostil.importers.decoding import declared_encoding, decode, is_binary, sample_of

FRENCH = "L’été où l’élève « Noël » reçut 3 € à l’œuvre, près du château, fut très ensoleillé et même brûlant."


UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize("encoding", [*UNICODE, "cp1252", "mac-roman"])
def test_encodings(encoding):
    assert decode(FRENCH.encode(encoding)) == FRENCH


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize("text", ["Orse", "Городской совет решил сохранить мост.", "Une crise\r\nsans précédent"])
def test_short_texts_in_unicode(text, encoding):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp500", "cp037"])
def test_text_from_a_mainframe(encoding):
    text = "The council met on Monday evening and decided to keep the old bridge open.\x85All the same. "
    assert decode(text.encode(encoding)).split() == text.split()


@pytest.mark.parametrize(
    ("encoding", "stated"),
    [("iso-8859-15", "iso-8859-15"), ("cp1252", "ISO-8859-1"), ("utf-8", "iso-8859-1"), ("cp1252", "x-unheard-of")],
)
def test_a_stated_encoding_counts_where_the_bytes_agree(encoding, stated):
    assert decode("Le château coûte 3 € à l’année".encode(encoding, "ignore"), stated).startswith("Le château coûte 3 ")


def test_a_stated_encoding_that_looks_like_ascii():
    assert decode("橋は開いている".encode("iso2022_jp"), "iso-2022-jp") == "橋は開いている"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_sample_is_enough_to_tell_what_a_text_is(encoding):
    assert sample_of(("WEBVTT é " * 2000).encode(encoding)).removeprefix("\ufeff").startswith("WEBVTT")


def test_wide_text_that_was_cut_off():
    assert decode((FRENCH * 3).encode("utf-16")[:-1]).startswith(FRENCH)


def test_one_stray_control_character_makes_no_program_of_a_text():
    assert decode(b"It is \x00 here, and the rest of the line is as good as any other line would be.")


def test_another_alphabet():
    text = "Городской совет решил сохранить старый мост открытым ещё на один год, несмотря на возражения жителей. " * 5
    assert decode(text.encode("cp1251")) == text


def test_a_declared_encoding_is_taken():
    data = b"<html><head><meta charset='iso-8859-2'></head><body>" + "zażółć gęślą jaźń".encode("iso-8859-2")
    assert "zażółć" in decode(data)
    assert declared_encoding(data) == "iso-8859-2"


def test_a_few_broken_characters_show_as_missing():
    assert decode(FRENCH.encode() * 20 + b"\xc3") == FRENCH * 20 + "�"


def test_western_lines_in_a_text_in_utf8():
    line = "Note ajoutée à la hâte : l’été «\u00a0tôt\u00a0» à Noël\n"
    assert decode(FRENCH.encode() * 9 + line.encode("cp1252") + FRENCH.encode()) == FRENCH * 9 + line + FRENCH


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman", "cp850"])
def test_a_text_with_one_byte_a_character_is_not_taken_for_utf8(encoding):
    text = "Élevée à Besançon, « Zoé » a créé dès l'été dernier un théâtre où l'on dîne.\n" * 3
    assert decode(text.encode(encoding) + "é".encode()) == text + "é".encode().decode(encoding)


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 50, b"\xff\xfea\x00\xd8"])
def test_what_is_no_text(data):
    with pytest.raises(UnreadableFileError, match="characters of this file cannot be made out"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "expected"), [(b"plain", False), (FRENCH.encode("utf-16"), False), (b"PK\x03\x04\x00\x00", True)]
)
def test_binary(data, expected):
    assert is_binary(data) is expected


@given(st.text())
def test_utf8_comes_back(text):
    data = text.encode("utf-8", "replace")
    if text.startswith("\ufeff") or is_binary(data) or b"\x00" in data:
        return
    assert decode(data) == data.decode()
