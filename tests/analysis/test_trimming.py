from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apostil.analysis.trimming import trim
from apostil.domain.entity import Kind

PERSON, ORGANIZATION, LOCATION = Kind.PERSON, Kind.ORGANIZATION, Kind.LOCATION


@pytest.mark.parametrize(
    ("language", "kind", "found", "name"),
    [
        ("en", PERSON, "Prime Minister Oda Renn", "Oda Renn"),
        ("en", PERSON, "Mr. Halloran’s", "Halloran"),
        ("en", PERSON, "Dr. J. K. Okafor,", "J. K. Okafor"),
        ("en", PERSON, "Ludwig van Aken said", "Ludwig van Aken"),
        ("en", ORGANIZATION, "the General Ferry Company's", "General Ferry Company"),
        ("en", ORGANIZATION, "Tamber Inc.", "Tamber Inc."),
        ("en", ORGANIZATION, "Lorne Bank (LB", "Lorne Bank"),
        ("en", LOCATION, "“Lorne”", "Lorne"),
        ("en", LOCATION, "the U.S.", "U.S."),
        ("en", LOCATION, "Lorne\nRead more", "Lorne"),
        ("fr", PERSON, "M. Anselme Roux", "Anselme Roux"),
        ("fr", PERSON, "le ministre Anselme Roux", "Anselme Roux"),
        ("fr", PERSON, "de Villiers", "Villiers"),
        ("fr", LOCATION, "l’Armorie", "Armorie"),
        ("fr", None, "L'Union des Ports »", "Union des Ports"),
        ("xx", PERSON, "Oda Renn", "Oda Renn"),
    ],
)
def test_what_was_found_is_cut_to_the_name(language: str, kind: Kind | None, found: str, name: str) -> None:
    text = f"({found})"
    place = trim(text, 1, 1 + len(found), kind, language)
    assert place is not None
    assert text[slice(*place)] == name


@pytest.mark.parametrize(
    ("language", "found"),
    [
        ("en", "Class II"),
        ("en", "the Project"),
        ("en", "Monday"),
        ("en", "Minister"),
        ("en", "lower case"),
        ("en", "A"),
        ("en", "…"),
        ("en", "\nLorne"),
        ("fr", "le Ministre"),
        ("fr", "Niveau 3"),
        ("fr", "État"),
        ("fr", "l’"),
    ],
)
@pytest.mark.parametrize("kind", [PERSON, ORGANIZATION, None])
def test_titles_classes_and_common_words_are_no_names(language: str, found: str, kind: Kind | None) -> None:
    assert trim(found, 0, len(found), kind, language) is None


def test_common_words_make_an_event() -> None:
    assert trim("Digital Day", 0, 11, Kind.EVENT, "en") == (0, 11)


@given(st.text(st.sampled_from("aB é.’'()\n,-É1«»"), max_size=30), st.sampled_from([*Kind, None]), st.data())
@settings(max_examples=300, deadline=None)
def test_a_name_lies_within_what_was_found(text: str, kind: Kind | None, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = trim(text, start, end, kind, "fr")
    if place is not None:
        assert start <= place[0] < place[1] <= end
        assert text[slice(*place)].strip() == text[slice(*place)]
