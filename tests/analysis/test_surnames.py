from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.surnames import Surname, Surnames, surname


def found(name: str, text: str, language: str = "en", *, title: bool = False) -> list[str]:
    surnames = Surnames([(name, name)], [text], language)
    return [text[start:end] for start, end, _ in surnames.find(text, title=title)]


@pytest.mark.parametrize(
    ("name", "last", "particles"),
    [
        ("Tom Okafor", "Okafor", ()),
        ("Ana da Silva", "Silva", ("da",)),
        ("Moussa Ag Ilyène", "Ilyène", ("Ag",)),
        ("Jean Le Goff", "Goff", ("Le",)),
        ("Jan van der Meer", "Meer", ("van", "der")),
        ("Rémi Kpodégbé-Sossou", "Kpodégbé-Sossou", ()),
    ],
)
def test_the_surname_of_a_name(name: str, last: str, particles: tuple[str, ...]) -> None:
    assert surname(name, "x") == Surname(last, particles, name, "x")


@pytest.mark.parametrize("name", ["Okafor", "Tom O.", "Tom Li", "Elizabeth II.", "Tom okafor", ""])
def test_what_has_no_surname_to_look_for(name: str) -> None:
    assert surname(name) is None


@pytest.mark.parametrize(
    ("name", "language", "text", "mentions"),
    [
        ("Tom Okafor", "en", "Okafor asked the United Nations. “Okafor’s right.” Mr Okafor left.", ["Okafor"] * 3),
        ("Tom Okafor", "en", "They met in Lagos. Okafor spoke.", ["Okafor"]),
        ("Ana da Silva", "en", "Da Silva and da Silva, then Silva.", ["Da Silva", "da Silva", "Silva"]),
        ("Moussa Ag Ilyène", "fr", "L’avis d’Ag Ilyène. Ilyène part.", ["Ag Ilyène", "Ilyène"]),
        ("Jean Le Goff", "fr", "Le Goff rit. Pour Le Goff, c’est fini.", ["Le Goff"] * 2),
        (
            "Koffi Kpodégbé",
            "fr",
            "Le maire Kpodégbé et M. KPODÉGBÉ. Qu’a dit Kpodegbe ?",
            ["Kpodégbé", "KPODÉGBÉ", "Kpodegbe"],
        ),
        ("Rémi Kpodégbé-Sossou", "fr", "Kpodégbé-Sossou vote.", ["Kpodégbé-Sossou"]),
    ],
)
def test_a_surname_alone_is_a_mention(name: str, language: str, text: str, mentions: list[str]) -> None:
    assert found(name, text, language) == mentions


@pytest.mark.parametrize(
    "text",
    [
        "The Okafor Foundation paid.",
        "They met in Okafor Street.",
        "James Okafor spoke.",
        "J. Okafor spoke.",
        "Okafor-Bello spoke.",
        "Bello-Okafor spoke.",
        "See @Okafor and okafor.example.",
        "Okafors everywhere.",
        "Some okafor here. Okafor grows.",
    ],
)
def test_a_part_of_another_name_is_no_mention(text: str) -> None:
    assert found("Tom Okafor", text) == []


@pytest.mark.parametrize(
    ("text", "title", "mentions"),
    [
        ("Then Bell left.", False, ["Bell"]),
        ("Bell towers fell.", False, []),
        ("He left. “Bell towers fell.”", False, []),
        ("A New Bell", True, []),
        ("The bell rang. Then Bell left.", False, []),
    ],
)
def test_a_common_word_counts_inside_of_sentences(text: str, title: bool, mentions: list[str]) -> None:
    assert found("Ann Bell", text, title=title) == mentions


def test_the_name_of_a_firm_gives_no_surname() -> None:
    assert found("Annan Foundation", "Then the Foundation paid.") == []


def test_a_thing_of_theirs_gives_no_surname() -> None:
    surnames = Surnames([("Tom Okafor", "a"), ("Okafor Prize", "b")], [], "en")
    assert not list(surnames.find("So Prize won."))


def test_a_surname_of_two_persons_is_nobodys() -> None:
    surnames = Surnames([("Tom Okafor", "a"), ("Ada Okafor", "b")], [], "en")
    assert not list(surnames.find("Okafor left."))


def test_a_surname_that_is_a_given_name_too_is_nobodys() -> None:
    surnames = Surnames([("Jean Martin", "a"), ("Martin Okafor", "b")], [], "fr")
    assert not list(surnames.find("Martin part."))


@given(st.text(st.sampled_from("Okafr DdaS'’-.“ \n")), st.sampled_from(["en", "fr", "xx"]))
def test_what_is_found_ends_in_the_surname(text: str, language: str) -> None:
    for start, end, one in Surnames([("Ana da Okafor", "a")], [], language).find(text):
        assert text[start:end].casefold().endswith(one.last.casefold())
