import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers.mail.rtf import unpacked

EXAMPLE = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
"""The example in the description of the format (MS-OXRTFCP)."""


def head(kind, size, packed=0):
    return struct.pack("<II4s4x", packed, size, kind)


def test_packed_text():
    assert unpacked(EXAMPLE) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_a_reference_that_reaches_what_it_writes_repeats():
    literals = b"\x10" + b"{ab!" + bytes([0xD2, 0x84])  # four bytes stand at 207, so that 0xD2 refers to the last one
    assert unpacked(head(b"LZFu", 40) + literals)[:4] == b"{ab!"


def test_text_that_is_not_packed():
    assert unpacked(head(b"MELA", 5) + b"{\\rtf and more") == b"{\\rtf"


@pytest.mark.parametrize("data", [b"", b"short", head(b"none", 5) + b"words", head(b"LZFu", 5)])
def test_what_is_none(data):
    assert unpacked(data) == b""


@given(st.binary(max_size=300), st.integers(0, 2**32 - 1))
def test_any_bytes_are_unpacked_to_no_more_than_they_declare(data, size):
    assert len(unpacked(head(b"LZFu", size) + data)) <= size
