import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.errors import UnreadableFileError
from apostil.importers.decoding import declared_encoding, decode, is_binary

FRENCH = "L’été où l’élève « Noël » reçut 3 € à l’œuvre, près du château, fut très ensoleillé et même brûlant."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding):
    assert decode(FRENCH.encode(encoding)) == FRENCH


def test_another_alphabet():
    text = "Городской совет решил сохранить старый мост открытым ещё на один год, несмотря на возражения жителей. " * 5
    assert decode(text.encode("cp1251")) == text


def test_a_declared_encoding_is_taken():
    data = b"<html><head><meta charset='iso-8859-2'></head><body>" + "zażółć gęślą jaźń".encode("iso-8859-2")
    assert "zażółć" in decode(data)
    assert declared_encoding(data) == "iso-8859-2"


def test_a_few_broken_characters_show_as_missing():
    assert decode(FRENCH.encode() * 20 + b"\xc3") == FRENCH * 20 + "�"


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
