import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.controls import spelt_out, spelt_out_in_json, unturned, without_controls

STEERING = ["\x1b[2J", "\x9b2J", "\x07", "\x08", "\x7f", "\u202e", "\u2066", "\r", "\x85", "\ud800"]


@pytest.mark.parametrize("char", STEERING)
def test_a_terminal_sees_what_would_steer_it(char):
    assert spelt_out(f"a{char}b") == f"a\\u{ord(char[0]):04x}{char[1:]}b"


def test_other_characters_of_a_terminal_stay():
    assert spelt_out("«\u202fÀ\u00a0» 🌊\tשלום\n") == "«\u202fÀ\u00a0» 🌊\tשלום\n"


@given(st.text())
def test_json_says_the_same_without_steering(text):
    written = spelt_out_in_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert not set(written) & {"\x7f", "\x9b", "\u202e", "\u2066", "\x1b"}


def test_controls_are_dropped_but_not_tabs_and_line_ends():
    assert without_controls("a\x00\x1b\x9b\x7f\ud800\tb\r\n") == "a\tb\r\n"


def test_directions_are_dropped():
    assert unturned("mill\u202efdp.exe\u2069") == "millfdp.exe"
