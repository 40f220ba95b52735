from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.errors import UnreadableFileError
from apostil.importers.safe_xml import parsed

BROKEN = "This file is damaged."
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def words(data):
    return "".join(parsed(data, BROKEN).itertext())


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<a>Één&nbsp;woord &amp; meer</a>".encode(), "Één\u00a0woord & meer"),
        ("<?xml version='1.0' encoding='utf-16'?><a>é</a>".encode("utf-16"), "é"),
        (b"<?xml version='1.0' encoding='windows-1250'?><a>\x9a</a>", "š"),
        (b"<a>one<!-- no --> two<?no more?></a>", "one two"),
        (b"<!DOCTYPE html PUBLIC 'x' 'http://localhost:9/x.dtd'><a>one&eacute;</a>", "oneé"),
        (b"<!DOCTYPE a [<!ENTITY own 'ha'>]><a>one &own;two</a>", "one two"),
        (b"<!DOCTYPE a [<!ENTITY own SYSTEM 'file:///etc/hostname'>]><a>one &own;two</a>", "one two"),
        (b"<!DOCTYPE a [<!ENTITY % own SYSTEM 'file:///etc/hostname'> %own;]><a>one</a>", "one"),
    ],
)
def test_words_come_through_and_nothing_else(data, expected):
    assert words(data) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x00",
        b"no markup",
        b"<a>",
        b"<a>&unheard;</a>",
        b"<a>\xff</a>",
        b"<?xml version='1.0' encoding='unheard'?><a/>",
        b"<a>" * 10**6,
        f"<!DOCTYPE a [<!ENTITY l0 'ha'>{LAUGHS}]><a>&l11;</a>".encode(),
        f"<!DOCTYPE a [<!ENTITY l0 'ha'>{LAUGHS}]><a b='&l11;'/>".encode(),
        f"<!DOCTYPE a [<!ENTITY b '{'b' * 10**5}'>]><a>{'&b;' * 10**4}</a>".encode(),
    ],
)
def test_what_is_no_tree_says_what_it_was_told(data):
    with pytest.raises(UnreadableFileError, match=BROKEN):
        words(data)


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_tree_or_a_sentence(data):
    with suppress(UnreadableFileError):
        parsed(b"<a>" + data + b"</a>", BROKEN)
