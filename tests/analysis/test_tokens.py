from __future__ import annotations

import pytest

from apostil.analysis.tokens import NameIndex, parts
from apostil.domain.entity import fold

NAMES = {"Port Lorne": 1, "Lorne": 2, "U.S.": 3, "Côte d’Azur": 4, "Saint-Malo": 5}


def found(text: str) -> list[tuple[str, int]]:
    return [(text[start:end], value) for start, end, value in NameIndex(NAMES, fold).find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("From Port Lorne to Lorne.", [("Port Lorne", 1), ("Lorne", 2)]),
        ("Lorne, Port", [("Lorne", 2)]),
        ("Port, Lorne", [("Lorne", 2)]),
        ("Lornes port lorne", []),
        ("The U.S. and", [("U.S.", 3)]),
        ("la Cote d'Azur, SAINT MALO", [("Cote d'Azur", 4), ("SAINT MALO", 5)]),
        ("Port\u00a0Lorne Port\nLorne", [("Port\u00a0Lorne", 1), ("Port\nLorne", 1)]),
        ("", []),
    ],
)
def test_whole_names_that_begin_with_a_capital_are_found(text: str, names: list[tuple[str, int]]) -> None:
    assert found(text) == names


def test_a_name_gives_its_value() -> None:
    assert NameIndex(NAMES, fold).get("cote D'AZUR") == 4
    assert NameIndex(NAMES).get("lorne") is None


def test_names_without_letters_are_left_out() -> None:
    assert len(NameIndex({"…": 1, "A": 2})) == 1


def test_parts_are_runs_of_letters_and_digits() -> None:
    assert parts("L’État-major n° 2_b") == ("L", "État", "major", "n", "2", "b")


@pytest.mark.parametrize(("text", "found"), [("in Lorne. City won", 0), ("in St. Lorne now", 1), ("in Lorne\nCity", 1)])
def test_no_name_goes_on_in_the_next_sentence(text: str, found: int) -> None:
    index = NameIndex({"Lorne City": 1, "St. Lorne": 2})
    assert len(list(index.find(text))) == found
