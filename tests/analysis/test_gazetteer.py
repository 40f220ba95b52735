from __future__ import annotations

import pytest

from apostil import assets
from apostil.analysis.gazetteer import LANGUAGES, codes, countries, countries_in, one_of, peoples, place, places, towns


@pytest.mark.parametrize(
    ("language", "names", "known"),
    [
        ("en", ["Algeria", "Algérie", "ALGERIA"], "DZ"),
        ("es", ["Argelia", "Algeria", "Algérie"], "DZ"),
        ("de", ["Algerien", "Algeria"], "DZ"),
        ("en", ["U.S.", "US", "United States", "États-Unis", "America"], "US"),
        ("fr", ["RDC", "DRC", "République démocratique du Congo"], "CD"),
        ("en", ["Africa", "Afrique"], "002"),
        (
            "en",
            ["West Africa", "Western Africa", "Afrique de l’Ouest", "Afrique de l'Ouest", "Afrique occidentale"],
            "011",
        ),
        ("fr", ["East Africa", "Afrique de l’Est"], "014"),
        ("fr", ["North Africa", "Afrique du Nord", "Afrique septentrionale"], "015"),
        ("en", ["Eastern Europe", "Europe de l'Est"], "151"),
        ("en", ["Middle East", "Moyen-Orient", "Proche-Orient"], "region:middle-east"),
        ("de", ["Horn of Africa", "Corne de l’Afrique", "Corne de l'Afrique"], "region:horn-of-africa"),
        ("fr", ["Sahel"], "region:sahel"),
        ("en", ["Algiers", "Alger", "Argel"], "geonames:2507480"),
        ("fr", ["Londres", "London"], "geonames:2643743"),
        ("en", ["Lomé", "Lome"], "geonames:2365267"),
    ],
)
def test_a_place_has_one_identity_in_every_language(language: str, names: list[str], known: str) -> None:
    assert {place(name, language) for name in names} == {(known,)}


def test_no_region_takes_a_name_from_another_place() -> None:
    lists = assets.table("lexicons/places.toml")
    named = [name for each in (lists["territories"], lists["regions"]) for names in each.values() for name in names]

    assert {name for name in named if named.count(name) > 1} == {"Congo"}


def test_a_region_is_no_part_of_a_longer_name_of_a_place() -> None:
    text = "South Africa, West Africa and the Central African Republic"

    assert [known for *_, known in countries_in(text, "en")] == [("ZA",), ("011",), ("CF",)]


@pytest.mark.parametrize("name", ["Of", "Most", "Port Lorne"])
def test_common_words_and_unknown_names_are_no_places(name: str) -> None:
    assert place(name, "en") == ()


def test_the_larger_of_two_cities_is_meant() -> None:
    assert places().get("Birmingham") == ("geonames:2655603",)


def test_short_names_are_found_in_capitals_alone() -> None:
    text = "Us and the US in the Uk"
    assert [text[start:end] for start, end, _ in countries_in(text, "en")] == ["US"]


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("Algerian", "DZ"),
        ("Algerians", "DZ"),
        ("Algérien", "DZ"),
        ("Algériennes", "DZ"),
        ("Malienne", "ML"),
        ("Dutchmen", "NL"),
        ("Swedes", "SE"),
        ("Turques", "TR"),
        ("Grecques", "GR"),
        ("Nigerien", "NE"),
        ("Nigériane", "NG"),
        ("Nord-Coréens", "KP"),
        ("South Africans", "ZA"),
    ],
)
def test_the_people_of_a_country_are_known_in_their_forms(word: str, known: str) -> None:
    assert peoples().get(word) == (known,)


def test_every_country_has_its_people() -> None:
    lists = assets.table("lexicons/groups.toml")
    sovereign = [code for code in codes("en").values() if code not in _WITHOUT_PEOPLE]
    assert [code for code in sovereign for language in LANGUAGES if code not in lists[language]] == []


_WITHOUT_PEOPLE = frozenset(
    ["AN", "AQ", "AX", "BL", "BQ", "BV", "CC", "CS", "CX", "GG", "GS", "HM", "IM", "IO", "JE", "MF", "MP", "NF", "PM"]
) | {"PN", "SH", "SJ", "SX", "TC", "TF", "TK", "UM", "VA", "VG", "VI"}


@pytest.mark.parametrize(("others", "known"), [([], ""), (["CG"], "CG"), (["CD", "CG"], ""), (["FR"], "")])
def test_a_shared_name_is_known_by_what_else_is_named(others: list[str], known: str) -> None:
    assert set(place("Congo", "en")) == {"CD", "CG"} == set(peoples().get("Congolese") or ())
    assert one_of(place("Congo", "en"), others) == known


@pytest.mark.parametrize(
    ("language", "code", "known"),
    [("en", "KEN", "KE"), ("en", "RSA", "ZA"), ("en", "ZAF", "ZA"), ("en", "GER", "DE"), ("fr", "ALL", "DE")],
)
def test_countries_have_the_codes_of_results(language: str, code: str, known: str) -> None:
    assert codes(language)[code] == known


def test_small_towns_are_known_by_name() -> None:
    assert "le port" in towns()


def test_an_unknown_language_has_the_names_of_the_known_ones() -> None:
    assert countries("tlh").get("Mali") == ("ML",)
