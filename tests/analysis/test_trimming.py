from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apostil.analysis.trimming import trim
from apostil.domain.entity import Kind

PERSON, ORGANIZATION, LOCATION, WORK = Kind.PERSON, Kind.ORGANIZATION, Kind.LOCATION, Kind.WORK


@pytest.mark.parametrize(
    ("language", "kind", "found", "name"),
    [
        ("en", PERSON, "Minister Oda Renn", "Oda Renn"),
        ("en", PERSON, "Mr. Halloran’s", "Halloran"),
        ("en", PERSON, "Dr. J. K. Okafor,", "J. K. Okafor"),
        ("en", PERSON, "Madame de Lorne", "Madame de Lorne"),
        ("en", ORGANIZATION, "the General Ferry Company", "General Ferry Company"),
        ("en", ORGANIZATION, "Tamber Inc.", "Tamber Inc."),
        ("en", ORGANIZATION, "Lorne Bank (LB", "Lorne Bank"),
        ("en", ORGANIZATION, "The Lorne Times", "The Lorne Times"),
        ("en", ORGANIZATION, "Bank of", "Bank"),
        ("en", LOCATION, "Mali's", "Mali"),
        ("en", LOCATION, "Lorne’s", "Lorne’s"),
        ("en", LOCATION, "“Lorne”", "Lorne"),
        ("en", LOCATION, "the U.S.", "U.S."),
        ("en", LOCATION, "Lorne\nRead more", "Lorne"),
        ("en", LOCATION, "RUS/2", "RUS"),
        ("en", WORK, "Tamber 2.", "Tamber 2"),
        ("en", WORK, "Who Rows?", "Who Rows?"),
        ("fr", PERSON, "M. Anselme Roux", "Anselme Roux"),
        ("fr", PERSON, "le ministre Anselme Roux", "Anselme Roux"),
        ("fr", PERSON, "d’Aubervilliers", "d’Aubervilliers"),
        ("fr", LOCATION, "l’Armorie", "Armorie"),
        ("fr", LOCATION, "d’Armorie", "Armorie"),
        ("fr", LOCATION, "Le Mali", "Mali"),
        ("fr", LOCATION, "Le Mans", "Le Mans"),
        ("fr", LOCATION, "Le Port", "Le Port"),
        ("fr", ORGANIZATION, "L’Équipée", "L’Équipée"),
        ("xx", PERSON, "Oda Renn", "Oda Renn"),
    ],
)
def test_what_was_found_is_cut_to_the_name(language: str, kind: Kind, found: str, name: str) -> None:
    text = f"({found})"
    place = trim(text, 1, 1 + len(found), kind, language)
    assert place is not None
    assert text[slice(*place)] == name


@pytest.mark.parametrize(("start", "end"), [(0, 3), (3, 6), (2, 4)])
def test_part_of_a_word_stands_for_all_of_it(start: int, end: int) -> None:
    assert trim("Warhol, they say", start, end, PERSON, "en") == (0, 6)


@pytest.mark.parametrize(
    "link", ["https://example.org/a?b=Lorne", "www.example.org/Oda-Lorne", "(https://x.org/Lorne)"]
)
def test_a_link_names_nobody(link: str) -> None:
    start = link.index("Lorne")
    assert trim(link, start, start + 5, PERSON, "en") is None


def test_what_stands_behind_a_link_is_a_name() -> None:
    assert trim("https://x.org Lorne", 14, 19, PERSON, "en") == (14, 19)


@pytest.mark.parametrize(("language", "found"), [("en", "Level IV"), ("fr", "Niveau 3")])
def test_a_class_with_its_number_is_no_name(language: str, found: str) -> None:
    assert trim(found, 0, len(found), LOCATION, language) is None


@pytest.mark.parametrize("found", ["lower case", "…", "\nLorne", "l’", "de la"])
@pytest.mark.parametrize("kind", [PERSON, ORGANIZATION, WORK])
def test_what_has_no_capital_is_no_name(found: str, kind: Kind) -> None:
    assert trim(found, 0, len(found), kind, "fr") is None


@given(st.text(st.sampled_from("aB é.’'()\n,-É1«»"), max_size=30), st.sampled_from(list(Kind)), st.data())
@settings(max_examples=300, deadline=None)
def test_a_name_lies_in_the_words_that_were_found(text: str, kind: Kind, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = trim(text, start, end, kind, "fr")
    if place is not None:
        first, last = place
        assert 0 <= first < last <= len(text)
        assert text[first:last].strip() == text[first:last]
        assert first >= start or text[first : start + 1].isalnum()
        assert last <= end or text[end - 1 : last].isalnum()
