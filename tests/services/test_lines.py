from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from apostil.services import lines
from apostil.services.lines import LineError, Request

JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False, allow_infinity=False) | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=8,
)


def test_a_line_with_a_text():
    line = b'{"id": 7, "text": "Words.", "lang": "fr-FR", "date": "2026-01-31"}'
    assert lines.asked(line) == Request(7, "Words.", "", "fr", dt.date(2026, 1, 31))


def test_a_line_with_a_path():
    assert lines.asked(b'{"id": "a", "path": "b.txt"}') == Request("a", None, "b.txt")


@pytest.mark.parametrize(
    ("line", "words", "id_"),
    [
        (b"nonsense", lines.NOT_JSON, None),
        (b"\xff\xfe", lines.NOT_JSON, None),
        (b"[" * 100_000, lines.NOT_JSON, None),
        (b'{"id": NaN, "text": ""}', lines.NOT_JSON, None),
        (b'{"id": 1, "text": "", "more": -Infinity}', lines.NOT_JSON, None),
        (b'{"id": ' + b"9" * 5000 + b', "text": ""}', lines.NOT_JSON, None),
        (b'{"id": 1e999, "text": ""}', lines.ODD_ID, None),
        (b"[1]", lines.NO_ID, None),
        (b'{"text": "a"}', lines.NO_ID, None),
        (b'{"id": 1}', "either a “text” or a “path”", 1),
        (b'{"id": 1, "text": "", "lang": 5}', "“lang”", 1),
        (b'{"id": [1], "text": "", "date": "soon"}', "“date”", [1]),
    ],
)
def test_a_line_that_asks_for_nothing_that_can_be_done(line, words, id_):
    with pytest.raises(LineError, match=words) as failed:
        lines.asked(line)
    assert failed.value.id == id_


@given(JSON)
def test_any_id_comes_back(id_):
    asked = lines.asked(json.dumps({"id": id_, "text": ""}).encode())
    assert json.loads(lines.refused(asked.id, "No."))["id"] == id_


@given(some.binary())
def test_noise_is_refused(line):
    with pytest.raises(LineError):
        lines.asked(line)


def test_half_a_character_is_written():
    assert json.loads(lines.written({"id": "\ud800é"})) == {"id": "\ud800é"}


def test_what_is_no_json_is_not_written():
    with pytest.raises(ValueError, match="JSON compliant"):
        lines.written({"score": float("nan")})


def test_an_id_that_cannot_be_written_is_told_as_null():
    assert json.loads(lines.refused(float("inf"), "No.")) == {"id": None, "error": "No."}
