"""Tags are cleaned, and each is kept once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.tag import tag_name, tag_names, unique_tags

WORDS = st.text(st.sampled_from("aAé#, \t\u00a0ß") | st.characters(codec="utf-8"), max_size=20)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("#port", "port"),
        ("  shore \u00a0 power ", "shore power"),
        ("cafe\u0301", "café"),
        ("one,two", "one two"),
        ("# ", ""),
        ("C#", "C#"),
    ],
)
def test_a_name_is_cleaned(words, name):
    assert tag_name(words) == name


@given(WORDS)
def test_a_name_has_no_comma_and_no_space_at_its_ends(words):
    name = tag_name(words)
    assert "," not in name
    assert name == name.strip()
    assert not name.startswith("#")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("port, power", ("port", "power")),
        ("Port, port, PORT", ("Port",)),
        ("Straße, STRASSE", ("Straße",)),
        (", ,#,", ()),
        ("", ()),
    ],
)
def test_a_line_holds_names(line, names):
    assert tag_names(line) == names


@given(st.lists(WORDS))
def test_each_name_is_kept_once(names):
    kept = unique_tags(names)
    assert len({name.casefold() for name in kept}) == len(kept)


@given(st.lists(WORDS))
def test_keeping_again_changes_nothing(names):
    assert unique_tags(unique_tags(names)) == unique_tags(names)
