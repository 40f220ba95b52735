from __future__ import annotations

import pytest

from apostil.analysis.gazetteer import peoples, places, places_in


@pytest.mark.parametrize(
    "name",
    [
        "Mali",
        "Côte d’Ivoire",
        "Ivory Coast",
        "Allemagne",
        "Germany",
        "Bamako",
        "Londres",
        "Sahel",
        "Afrique de l’Ouest",
        "UK",
    ],
)
def test_countries_capitals_and_parts_of_the_world_are_sure(name: str) -> None:
    place = places().get(name)
    assert place is not None
    assert place.sure


def test_large_cities_are_likely() -> None:
    place = places().get("Lyon")
    assert place is not None
    assert not place.sure


@pytest.mark.parametrize("name", ["Nice", "Of", "Man", "Most", "Port Lorne"])
def test_common_words_and_unknown_names_are_no_places(name: str) -> None:
    assert places().get(name) is None


@pytest.mark.parametrize(("one", "other"), [("U.S.", "États-Unis"), ("Londres", "London"), ("RDC", "DRC")])
def test_the_names_of_one_place_have_one_identity(one: str, other: str) -> None:
    first, second = places().get(one), places().get(other)
    assert first is not None
    assert second is not None
    assert first.id == second.id


def test_short_names_are_found_in_capitals_alone() -> None:
    text = "Us and the US in the Uk"
    assert [text[start:end] for start, end, _ in places_in(text)] == ["US"]


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "malian"),
        ("en", "swedes"),
        ("fr", "maliennes"),
        ("fr", "europeenne"),
        ("fr", "grecques"),
        ("fr", "russe"),
    ],
)
def test_peoples_are_known_in_their_forms(language: str, word: str) -> None:
    assert word in peoples(language)


def test_other_languages_have_no_peoples() -> None:
    assert peoples("xx") == frozenset()
