from __future__ import annotations

import pytest

from apostil.analysis import aliases
from apostil.analysis.spots import Joins, Name, Spot, key_of
from apostil.domain.entity import Kind

O, L, G, W, E, P = (  # noqa: E741  # as in the tables below
    Kind.ORGANIZATION,
    Kind.LOCATION,
    Kind.GROUP,
    Kind.WORK,
    Kind.EVENT,
    Kind.PERSON,
)


def named(text: str, kind: Kind, *, bracketed: bool = False) -> Name:
    spot = Spot(0, 0, len(text), text, kind, 0.9, bracketed=bracketed)
    name = Name(key_of(text), [spot], kind=kind)
    name.votes[kind] = 0.9
    return name


def roots(language: str, *names: Name) -> list[str]:
    held = {name.key: name for name in names}
    joined = Joins()
    aliases.know(names, language)
    aliases.join(held, joined, language)
    return [joined.root(name.key) for name in names]


@pytest.mark.parametrize(
    ("language", "kind", "short", "full"),
    [
        ("en", O, "Ministry", "Ministry of Health"),
        ("fr", O, "Ministère", "ministère de la Santé"),
        ("en", O, "Commission", "European Commission"),
        ("en", O, "Renault", "Renault Group"),
        ("en", O, "LIS", "League of Island States"),
        ("en", O, "LOIS", "League of Island States"),
        ("en", O, "EU", "European Union"),
        ("fr", O, "U.E.", "Union européenne"),
        ("en", W, "Atlantis", "Space Shuttle Atlantis"),
        ("en", W, "Treaty", "Treaty of Lagos"),
        ("en", E, "Games", "Lorne Games"),
        ("en", L, "U.S.", "United States"),
        ("en", L, "London", "Londres"),
        ("en", G, "Malian", "Malians"),
        ("fr", G, "Malien", "Maliennes"),
        ("fr", G, "Touareg", "Touaregs"),
        ("fr", G, "Lyonnais", "Lyonnaises"),
    ],
)
def test_a_name_leads_to_the_fuller_one(language: str, kind: Kind, short: str, full: str) -> None:
    first, second = roots(language, named(short, kind), named(full, kind))
    assert first == second


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (L, "Lagos", "Lagos Island"),
        (W, "Space Shuttle", "Space Shuttle Atlantis"),
        (P, "Ministry", "Ministry of Health"),
        (G, "Chadian", "Canadian"),
        (L, "Niger", "Nigeria"),
    ],
)
def test_other_names_stay_apart(kind: Kind, one: str, other: str) -> None:
    first, second = roots("en", named(one, kind), named(other, kind))
    assert first != second


def test_a_short_form_that_fits_two_leads_to_neither() -> None:
    found = roots("en", named("Ministry", O), named("Ministry of Health", O), named("Ministry of Trade", O))
    assert len(set(found)) == 3


@pytest.mark.parametrize(
    ("text", "kind", "known"),
    [
        ("Algérie", L, "DZ"),
        ("Algerians", G, "DZ"),
        ("Algiers", L, "geonames:2507480"),
        ("Algeria", P, ""),
        ("Congo", L, ""),
        ("Lorne", L, ""),
    ],
)
def test_places_and_peoples_are_known(text: str, kind: Kind, known: str) -> None:
    name = named(text, kind)
    aliases.know([name], "fr")
    assert name.known == known


def test_a_shared_name_is_known_by_the_others() -> None:
    congo = named("Congo", L)
    aliases.know([congo, named("RDC", L)], "fr")
    assert congo.known == "CD"


@pytest.mark.parametrize(
    ("text", "kind", "settled"),
    [("Mali", O, L), ("Malians", L, G), ("Jordan", P, P), ("Lorne", O, O), ("KEN", O, O)],
)
def test_what_a_name_is_known_for_decides_its_kind(text: str, kind: Kind, settled: Kind) -> None:
    name = named(text, kind)
    aliases.weigh(name, "en")
    name.settle()
    assert name.kind is settled


def test_a_country_that_is_hardly_a_person_is_a_place() -> None:
    name = named("Benin", P)
    name.spots[0].confidence = 0.4
    aliases.weigh(name, "en")
    name.settle()
    assert name.kind is L


def test_a_code_in_brackets_is_a_country() -> None:
    name = named("KEN", O, bracketed=True)
    aliases.weigh(name, "en")
    aliases.know([name], "en")
    assert (name.kind, name.known) == (L, "KE")


def test_a_word_for_country_and_people_is_what_the_engine_says() -> None:
    name = named("Suisse", G)
    aliases.weigh(name, "fr")
    assert name.votes[G] == 0.9


@pytest.mark.parametrize(
    ("language", "name", "known"),
    [
        ("en", "African Union", "org:african-union"),
        ("en", "Union africaine", "org:african-union"),
        ("fr", "UA", "org:african-union"),
        ("en", "UA", ""),
        ("en", "Who", ""),
        ("fr", "Otan", "org:nato"),
        ("fr", "Croix-Rouge", "org:red-cross"),
        ("en", "Lorne Union", ""),
    ],
)
def test_international_organisations_are_known_across_languages(language: str, name: str, known: str) -> None:
    alone = named(name, O)
    roots(language, alone)
    assert alone.known == known


def test_an_acronym_that_the_article_explains_is_not_the_known_one() -> None:
    cricket = named("International Cricket Council", O)
    acronym = named("ICC", O)
    first, second = roots("en", acronym, cricket)
    assert (first == second, acronym.known, cricket.known) == (True, "", "")


@pytest.mark.parametrize("short", ["UN", "United Nations"])
def test_a_known_organisation_is_no_part_of_itself(short: str) -> None:
    first, second = roots("en", named(short, O), named(f"{short} Security Council", O))
    assert first != second


def test_a_generic_name_is_short_for_the_one_in_the_article() -> None:
    first, second = roots("en", named("Red Cross", O), named("Lorne Red Cross", O))
    assert first == second


@pytest.mark.parametrize("full", ["March 23 Movement", "Mouvement du 23-Mars"])
def test_an_acronym_may_have_a_number(full: str) -> None:
    first, second = roots("fr", named("M23", O), named(full, O))
    assert first == second


def test_the_full_name_of_an_international_organisation_is_none_of_a_place() -> None:
    place = named("UNITED NATIONS", L)
    aliases.weigh(place, "en")
    assert place.kind is O
