from __future__ import annotations

import re

import pytest

from apostil.analysis import halves
from apostil.analysis.passages import Passage
from apostil.analysis.spots import Spot, Spots
from apostil.domain.article import Role
from apostil.domain.entity import Kind

P, L = Kind.PERSON, Kind.LOCATION


def mended(text: str, *found: str, kind: Kind = P, language: str = "fr") -> list[str]:
    """What is found once mended, where each word of the last line is found that is among these."""
    own = Spots(0)
    for form in found:
        for match in re.finditer(rf"\b{form}\b", text):
            own.put(Spot(0, *match.span(), form, kind, 0.6))
    halves.mend([own], [Passage(text, 0, Role.PARAGRAPH)], language)
    return [spot.text for spot in own]


@pytest.mark.parametrize(
    ("text", "found", "names"),
    [
        ("Yann Le Goff et Mme Le Goff", ("Yann Le Goff", "Le", "Goff"), ["Yann Le Goff", "Le Goff"]),
        ("Yann Le Goff et Mme Le Goff", ("Yann Le Goff", "Goff"), ["Yann Le Goff", "Le Goff"]),
        ("Yann Le Goff et Mme Le Goff", ("Yann Le Goff", "Le"), ["Yann Le Goff", "Le Goff"]),
        ("Ana Roux. Puis Ana Roux", ("Ana Roux",), ["Ana Roux", "Ana Roux"]),
    ],
)
def test_a_name_that_is_known_whole_wins_over_its_halves(text: str, found: tuple[str, ...], names: list[str]) -> None:
    assert mended(text, *found) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hier Le Mali gagne.", ["Mali"]),
        ("Le Lorne gagne.", ["Lorne"]),
        ("Le Mans gagne.", ["Le Mans"]),
        ("Il vit au Le Lorne.", ["Le Lorne"]),
        ("Le gagne.", []),
        ("Le, Lorne", ["Lorne"]),
    ],
)
def test_a_determiner_alone_is_no_name(text: str, names: list[str]) -> None:
    assert mended(text, "Le", "Mali", "Lorne", "Mans", kind=L) == names


@pytest.mark.parametrize(("text", "language"), [("UN", "fr"), ("LA", "en"), ("Lorne", "fr")])
def test_other_short_names_stay(text: str, language: str) -> None:
    assert mended(f"{text} won.", text, language=language) == [text]


def test_a_surname_that_is_a_determiner_elsewhere_stays() -> None:
    assert mended("Hoang Le won. Mr Le left.", "Hoang Le", "Le", language="en") == ["Hoang Le", "Le"]
