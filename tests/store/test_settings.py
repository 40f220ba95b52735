from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.store.settings import POSITIONS, RECENT, Settings, load, save

SOME = Settings(
    library="/books/mine.apostil",
    recent=("/books/mine.apostil", "/books/other.apostil"),
    article="a1",
    geometry="AdnQywADAAA=",
    splitters={"main": (200, 800, 300)},
    panels={"notes": True, "summary": False},
    zoom=130,
    author="Anaïs",
    summary_method="lexrank",
    summary_amount=20,
    summary_unit="percent",
    together_method="lead",
    together_amount=30,
    together_unit="seconds",
    together_grouping="time",
    hidden_kinds=("work", "event"),
    positions={"a1": 120, "b2": 0},
    appearance="dark",
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings" / "settings.json"


def written(file, data):
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(data), "utf-8")
    return file


@pytest.mark.parametrize("settings", [Settings(), SOME])
def test_settings_come_back(file, settings):
    save(file, settings)
    assert load(file) == settings


def test_without_a_file_there_are_defaults(file):
    assert load(file) == Settings()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000])
def test_a_broken_file_is_kept_aside(file, data):
    file.parent.mkdir()
    file.write_bytes(data)
    assert load(file) == Settings()
    (kept,) = file.parent.iterdir()
    assert kept.read_bytes() == data
    assert kept.name.startswith("settings.json.unreadable")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("zoom", "large"),
        ("zoom", True),
        ("zoom", 100_000),
        ("summary_unit", "pages"),
        ("appearance", "pink"),
        ("recent", "one"),
        ("recent", [1, 2]),
        ("positions", []),
        ("library", None),
    ],
)
def test_a_value_that_makes_no_sense_has_its_default(file, name, value):
    loaded = load(written(file, {name: value, "author": "Anaïs"}))
    assert loaded == Settings(author="Anaïs")


def test_what_makes_no_sense_in_a_table_is_left_out(file):
    assert load(written(file, {"positions": {"a": 3, "b": "x"}})).positions == {"a": 3}


def test_what_a_newer_version_wrote_is_kept(file):
    save(file, load(written(file, {"version": 99, "glow": [1], "author": "Anaïs"})))
    assert json.loads(file.read_text("utf-8"))["glow"] == [1]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")), lambda inner: (
    st.lists(inner) | st.dictionaries(st.sampled_from(["zoom", "positions", "recent", "splitters", "x"]), inner)
)))  # fmt: skip
def test_no_file_is_an_error(tmp_path_factory, data):
    file = written(tmp_path_factory.mktemp("settings") / "settings.json", data)
    assert isinstance(load(file), Settings)


def test_the_oldest_places_go(file):
    settings = Settings()
    for number in range(POSITIONS + 5):
        settings = settings.at(str(number), number)
    settings = settings.at("5", 7)
    assert len(settings.positions) == POSITIONS
    assert list(settings.positions)[-1] == "5"
    assert "4" not in settings.positions


def test_a_library_that_was_opened_is_the_most_recent():
    settings = Settings()
    for name in [*map(str, range(RECENT + 3)), "5"]:
        settings = settings.opened(name)
    assert (settings.library, settings.recent[0], len(settings.recent)) == ("5", "5", RECENT)
    assert len(set(settings.recent)) == RECENT
