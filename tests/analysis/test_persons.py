from __future__ import annotations

import re

import pytest

from apostil.analysis import persons
from apostil.analysis.passages import Passage
from apostil.analysis.persons import spelt, surname
from apostil.analysis.spots import Joins, Name, Spot, key_of
from apostil.domain.article import Role
from apostil.domain.entity import Kind


def grouped(text: str, *forms: str, language: str = "en", **kinds: tuple[Kind, float]) -> set[frozenset[str]]:
    """The forms that are one entity, where each is found at its first place behind the one before."""
    names: dict[str, Name] = {}
    passages = [Passage(line[0], line.start(), Role.PARAGRAPH) for line in re.finditer("[^\n]+", text)]
    end = 0
    for form in forms:
        start = text.index(form, end)
        end = start + len(form)
        number = text.count("\n", 0, start)
        place = start - passages[number].start
        spot = Spot(number, place, place + len(form), form, *kinds.get(form, (Kind.PERSON, 0.9)))
        name = names.setdefault(key_of(form), Name(key_of(form)))
        name.spots.append(spot)
        name.votes[spot.kind] += spot.confidence
        name.settle()
    joined = Joins()
    persons.join(names, joined, passages, language)
    groups: dict[str, set[str]] = {}
    for name in names.values():
        for spot in name.spots:
            groups.setdefault(spot.owner or joined.root(name.key), set()).add(f"{spot.text}@{spot.place}")
    return {frozenset(one.split("@")[0] for one in group) for group in groups.values()}


def one(*forms: str) -> frozenset[str]:
    return frozenset(forms)


@pytest.mark.parametrize(
    "forms",
    [
        ("Joseph Kamau Mwangi", "J. K. Mwangi", "Joseph Mwangi", "Mwangi"),
        ("J. Mwangi", "Joseph Mwangi"),
        ("Moira Tennant", "Tennant", "Moira"),
        ("Luiz Inácio Lula da Silva", "Lula", "da Silva"),
        ("Olena Zelensky", "Zelenskyy"),
        ("Salif Keïta", "Keita", "KEITA"),
        ("Tom Okafor Jr.", "Okafor"),
        ("Nguyễn Thị Minh", "Minh"),
        ("Moussa Ag Ilyène", "Ag Ilyène"),
        ("Jean-Luc Roux", "J.-L. Roux"),
        ("Salma Ould-Bah", "S. Ould-Bah"),
    ],
)
def test_names_of_one_person_are_one(forms: tuple[str, ...]) -> None:
    assert grouped(" / ".join(forms), *forms) == {one(*forms)}


@pytest.mark.parametrize(
    "forms",
    [
        ("Ann Bell", "Bob Bell"),
        ("George W. Lorne", "George H. W. Lorne"),
        ("Moira Tennant", "Tennants"),
        ("Ann Bell", "Ann Lorne"),
        ("Ann Bell", "Bellamy"),
        ("Jean Roux", "Jean-Luc Roux"),
        ("J. Roux", "Jean-Luc Roux"),
    ],
)
def test_two_people_stay_two(forms: tuple[str, ...]) -> None:
    assert len(grouped(" / ".join(forms), *forms)) == 2


def test_initials_that_fit_two_people_lead_to_neither() -> None:
    forms = ("Joan Mwangi", "Joseph Mwangi", "J. Mwangi")
    assert len(grouped(" / ".join(forms), *forms)) == 3


def test_a_first_name_of_two_leads_to_neither() -> None:
    forms = ("Ann Bell", "Ann Lorne", "Ann")
    assert grouped(" / ".join(forms), *forms) == {one(form) for form in forms}


BELLS = ("Ann Bell", "Bob Bell", "Bell")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Bell rows. Her friend Bob Bell swims. Bell won.",
        "Ann Bell rows.\nBob Bell swims.\nBell won.",
        "Ann Bell rows.\nBob Bell swims.\nIt rains.\nIt snows.\nBell won.",
    ],
)
def test_a_surname_of_two_who_were_both_named_is_nobodys(text: str) -> None:
    assert grouped(text, *BELLS) == {one(form) for form in BELLS}


def test_a_surname_of_two_is_the_one_alone_who_was_named_of_late() -> None:
    text = "Ann Bell rows.\nIt rains.\nIt snows.\nBob Bell swims.\nBell won."
    assert grouped(text, *BELLS) == {one("Ann Bell"), one("Bob Bell", "Bell")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Tom Roux rows. The Roux brothers won."),
        ("en", "Tom Roux rows. The Roux family won."),
        ("fr", "Tom Roux rame. Le procès des époux Roux."),
        ("fr", "Tom Roux rame. Les Roux gagnent."),
    ],
)
def test_a_family_is_none_of_its_members(language: str, text: str) -> None:
    assert len(grouped(text, "Tom Roux", "Roux", language=language)) == 2


@pytest.mark.parametrize(
    "text", ["He is Tom Bell, one of nine brothers. Bell won.", "Mr Tom Bell left his wife. Bell won."]
)
def test_what_ends_a_sentence_is_no_title(text: str) -> None:
    assert grouped(text, "Tom Bell", "Bell") == {one("Tom Bell", "Bell")}


def test_a_wife_in_full_is_not_the_husband() -> None:
    text = "Tom Bell came with his wife, Ann Bell. Mr Bell rows."
    assert grouped(text, "Tom Bell", "Ann Bell", "Bell") == {one("Tom Bell", "Bell"), one("Ann Bell")}


def test_who_has_an_office_is_meant_where_it_is_said() -> None:
    found = grouped("Judge Ann Bell left. Bob Bell stayed. Judge Bell rests.", *BELLS)
    assert found == {one("Ann Bell", "Bell"), one("Bob Bell")}


def test_who_alone_can_be_called_so_is_a_man() -> None:
    text = "Luc Roux et sa femme Ana Roux. M. Roux rame. Mme Roux nage."
    found = grouped(text, "Luc Roux", "Ana Roux", "Roux", "Roux", language="fr")
    assert found == {one("Luc Roux", "Roux"), one("Ana Roux", "Roux")}


@pytest.mark.parametrize("kind", [Kind.LOCATION, Kind.ORGANIZATION])
def test_a_given_name_of_one_is_the_persons_whatever_it_is_found_to_be(kind: Kind) -> None:
    found = grouped("Emeka Okafor. Ann Okafor. Emeka", "Emeka Okafor", "Ann Okafor", "Emeka", Emeka=(kind, 0.75))
    assert found == {one("Emeka Okafor", "Emeka"), one("Ann Okafor")}


def test_a_given_name_that_a_country_has_is_the_countrys() -> None:
    found = grouped("Chad Okafor. Chad", "Chad Okafor", "Chad", Chad=(Kind.LOCATION, 0.5))
    assert found == {one("Chad Okafor"), one("Chad")}


@pytest.mark.parametrize(
    ("language", "text", "forms"),
    [
        ("en", "Mr Bob Bell and Mrs Ann Bell. Mrs Bell rows.", ("Bob Bell", "Ann Bell", "Bell")),
        ("fr", "M. Luc Roux et Mme Ana Roux. Mme Roux rame.", ("Luc Roux", "Ana Roux", "Roux")),
    ],
)
def test_a_title_tells_husband_and_wife_apart(language: str, text: str, forms: tuple[str, str, str]) -> None:
    husband, wife, bare = forms
    assert grouped(text, *forms, language=language) == {one(husband), one(wife, bare)}


def test_a_wife_who_is_not_named_in_full_is_not_her_husband() -> None:
    assert len(grouped("Mr Bob Bell rows. Mrs Bell swims.", "Bob Bell", "Bell")) == 2


def test_a_surname_that_is_doubtfully_something_else_is_the_person() -> None:
    found = grouped("Tom Okafor. Okafor", "Tom Okafor", "Okafor", Okafor=(Kind.ORGANIZATION, 0.4))
    assert found == {one("Tom Okafor", "Okafor")}


def test_a_place_with_a_persons_name_stays_one() -> None:
    found = grouped("Ann Lorne. Lorne", "Ann Lorne", "Lorne", Lorne=(Kind.LOCATION, 0.95))
    assert found == {one("Ann Lorne"), one("Lorne")}


def test_a_mention_that_is_surely_the_person_is_not_the_place() -> None:
    names = {
        "ann lorne": Name("ann lorne", [Spot(0, 0, 9, "Ann Lorne", Kind.PERSON, 0.9)], kind=Kind.PERSON),
        "lorne": Name("lorne", kind=Kind.LOCATION),
    }
    kinds = (Kind.LOCATION, Kind.LOCATION, Kind.PERSON)
    names["lorne"].spots += [Spot(0, 20 * n, 20 * n + 5, "Lorne", kind, 0.9) for n, kind in enumerate(kinds, 1)]
    persons.join(names, Joins(), [Passage("", 0, Role.PARAGRAPH)], "en")
    assert [spot.owner for spot in names["lorne"].spots] == ["", "", "ann lorne"]


@pytest.mark.parametrize(("name", "last"), [("Tom Okafor Jr.", "Okafor"), ("Tom", ""), ("Ana da Silva", "Silva")])
def test_the_surname_is_the_last_word(name: str, last: str) -> None:
    assert surname(name) == last


@pytest.mark.parametrize("word", ["Zelensky", "Zelenskyy", "ZELENSKI", "Zelenski"])
def test_spellings_of_a_name_compare(word: str) -> None:
    assert spelt(word) == "zelenski"
