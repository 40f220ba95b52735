import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers import rawdata

PROSE = "The crane { as it was called : by some } came down.\nNobody; nobody; watched.\nIt was cold, wet, dark.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [('{"title": "The crane", "words": [1, 2]}', True), ('[{"a": 1}]', True), ("[1]", False), ("{a: b}", False)],
)
def test_data(text, expected):
    assert rawdata.is_json(text) is expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Port;Cranes\nLindara;2\n", "ports.csv", True),
        ("Port\tCranes\tYear\nLindara\t2\t1931\nOrse\t1\t1950\n", "ports.txt", True),
        ("Port\tCranes\nLindara\t2\n", "ports.txt", False),
        ("He came, saw, won.\nShe came, saw, left.\nThey came, ate, left.\n", "note.txt", False),
        (PROSE, "note.csv", False),
    ],
)
def test_tables(text, name, expected):
    assert rawdata.is_table(text, name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/* looks */\nbody { color: red; margin: 0 }\n.box {\n  width: 3em;\n}\n", True),
        ("body { color: red; }\n" + PROSE * 3, False),
        (PROSE, False),
    ],
)
def test_style(text, expected):
    assert rawdata.is_style(text) is expected


@given(st.text(alphabet='{}[]":;,\t\nab '))
def test_any_text_is_judged(text):
    assert rawdata.is_json(text) in {True, False}
    assert rawdata.is_table(text, "a.csv") in {True, False}
    assert rawdata.is_style(text) in {True, False}
