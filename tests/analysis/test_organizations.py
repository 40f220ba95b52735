from __future__ import annotations

import pytest

from apostil.analysis.organizations import PREFIX, generic, is_called, names, short
from apostil.analysis.spots import key_of


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("african-union", ["African Union", "Union africaine", "UNION AFRICAINE", "Unión Africana"]),
        ("world-bank", ["World Bank", "Banque mondiale", "Weltbank"]),
        ("turkish-red-crescent", ["Kızılay", "Turkish Red Crescent"]),
    ],
)
def test_an_organisation_has_one_identity_in_every_language(known: str, written: list[str]) -> None:
    assert {names().get(key_of(name)) for name in written} == {PREFIX + known}


@pytest.mark.parametrize(
    ("language", "acronym", "known"),
    [
        ("en", "UN", "united-nations"),
        ("en", "U.N.", "united-nations"),
        ("fr", "ONU", "united-nations"),
        ("fr", "CPI", "international-criminal-court"),
        ("en", "AfDB", "african-development-bank"),
        ("fr", "Croix-Rouge", "red-cross"),
        ("en", "CPI", None),
        ("fr", "UN", None),
        ("fi", "UN", None),
    ],
)
def test_an_acronym_holds_in_its_languages_alone(language: str, acronym: str, known: str | None) -> None:
    assert short(language).get(key_of(acronym)) == (known and PREFIX + known)


def test_no_two_organisations_have_one_name() -> None:
    assert "red cross" in generic()
    assert not generic().intersection(names())


def test_what_an_organisation_is_called_depends_on_the_language() -> None:
    assert is_called("African Union", "en")
    assert is_called("AU", "en")
    assert not is_called("African Union", "fr")
