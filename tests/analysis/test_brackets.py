from __future__ import annotations

import pytest

from support.marked import told


@pytest.mark.parametrize(
    "text",
    [
        "The [O LKP] ([O Island Harvest Party]) won.",
        "The [O Island Harvest Party] ([O LKP]) won.",
        "The [G LKP] (the [O Island Harvest Party]) won.",
        "[O Ferrovia] ([O Island Railway Board]) won.",
        "[L Kızılay] ([O Turkish Red Crescent]) won.",
    ],
)
def test_a_bracket_tells_that_two_names_are_one(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[P Orrin] ([O Island Harvest Party]) won.",
        "[P Ann Bell] ([O LKP]) won.",
        "The [O Island Harvest Party] ([O Orrin]) won.",
        "[L Port Lorne] ([L Mali]) won.",
        "[O Lorne Rovers] ([O MLI]) won.",
        "[O Lorne Rovers] ([O Kenya]) won.",
        "[O Lorne Rovers] (with [O Ferrovia]) won.",
        "[O Lorne Rovers] ([O Ferrovia], later) won.",
        "[O Lorne Rovers] ([O Port United]) won.",
        "[O Harvest Party] ([O XPP]) and [O Tide Party] ([O XPP]) won.",
    ],
)
def test_other_brackets_tell_nothing(text: str) -> None:
    assert all(len(set(words)) == 1 for words in told(text).values())


def test_an_acronym_by_its_letters_goes_before_a_bracket() -> None:
    found = told("The [O League of Island States] ([O LIS]) met the [O LIS] ([O Harbour Fund]).")
    assert found["League of Island States, organization"] == ["League of Island States", "LIS", "LIS"]
