import datetime as dt

import pytest

from apostil.exporters.front_matter import front_matter


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("no", '"no"'),
        ('a "b" \\ c', '"a \\"b\\" \\\\ c"'),
        ("two\nlines\t", '"two\\nlines\\t"'),
        ("«\u202ftrès\u00a0» 🌊", '"«\u202ftrès\u00a0» 🌊"'),
        ("bell\x07 \ud800 nel\x85 bom\ufeff", '"bell  nel bom\\ufeff"'),
        (12, "12"),
        (dt.date(2026, 1, 31), "2026-01-31"),
        (dt.datetime(2026, 1, 31, 8, 0, 0, 123, tzinfo=dt.UTC), "2026-01-31T08:00:00+00:00"),
    ],
)
def test_a_value_stands_on_one_line(value, written):
    assert front_matter({"key": value}) == f"---\nkey: {written}\n---\n"


@pytest.mark.parametrize("empty", ["", (), []])
def test_an_empty_field_is_left_out(empty):
    assert front_matter({"key": empty, "other": 1}) == "---\nother: 1\n---\n"


def test_lists_and_mappings_are_nested():
    fields = {"articles": [{"title": "A", "tags": ("x", "y")}, {"title": "B", "source": {"size": 3}}]}
    assert front_matter(fields) == (
        '---\narticles:\n  - title: "A"\n    tags:\n      - "x"\n      - "y"\n'
        '  - title: "B"\n    source:\n      size: 3\n---\n'
    )
