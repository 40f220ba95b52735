from __future__ import annotations

import pytest

from apostil.analysis.cues import context_votes, is_portfolio, own_votes
from apostil.domain.entity import Kind


@pytest.mark.parametrize(
    ("language", "name", "kind"),
    [
        ("en", "Lorne University", Kind.ORGANIZATION),
        ("en", "Ministry of Boats", Kind.ORGANIZATION),
        ("en", "Tamber Ltd.", Kind.ORGANIZATION),
        ("en", "Lake Orrin", Kind.LOCATION),
        ("en", "Island Film Festival", Kind.EVENT),
        ("en", "Harbour Safety Act", Kind.WORK),
        ("en", "J. Okafor", Kind.PERSON),
        ("en", "Malian", Kind.GROUP),
        ("fr", "Banque de Lorne", Kind.ORGANIZATION),
        ("fr", "Lorne.info", Kind.ORGANIZATION),
        ("fr", "Lac Orrin", Kind.LOCATION),
        ("fr", "Semaine du Bac", Kind.EVENT),
        ("fr", "Maliennes", Kind.GROUP),
    ],
)
def test_a_name_says_what_it_is_of(language: str, name: str, kind: Kind) -> None:
    votes = own_votes(name, language)
    assert votes.most_common(1)[0][0] is kind


@pytest.mark.parametrize(("language", "name"), [("en", "Moira Tennant"), ("fr", "Lorne"), ("xx", "University")])
def test_other_names_say_nothing(language: str, name: str) -> None:
    assert not own_votes(name, language)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Minister NAME left", Kind.PERSON),
        ("en", "so said NAME.", Kind.PERSON),
        ("en", "NAME, the minister of boats,", Kind.PERSON),
        ("en", "NAME told them", Kind.PERSON),
        ("en", "NAME has announced it", Kind.PERSON),
        ("en", "they met in NAME.", Kind.LOCATION),
        ("fr", "M. NAME est là", Kind.PERSON),
        ("fr", "la présidente NAME", Kind.PERSON),
        ("fr", "NAME a déclaré que", Kind.PERSON),
        ("fr", "NAME, le nouveau maire de Lorne,", Kind.PERSON),
        ("fr", "ils sont à\u00a0NAME.", Kind.LOCATION),
    ],
)
def test_the_words_around_a_name_say_what_it_is(language: str, text: str, kind: Kind) -> None:
    start = text.index("NAME")
    assert list(context_votes(text, start, start + 4, language)) == [kind]


@pytest.mark.parametrize(("language", "text"), [("en", "the NAME was"), ("fr", "le m NAME"), ("xx", "Mr. NAME")])
def test_other_words_say_nothing(language: str, text: str) -> None:
    start = text.index("NAME")
    assert not context_votes(text, start, start + 4, language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Minister of Boats, Ports and NAME", True),
        ("le ministre en charge des Ports, de l’NAME", True),
        ("le ministre Anselme NAME", False),
        ("the Minister of Boats came and NAME", False),
        ("NAME", False),
    ],
)
def test_what_a_minister_is_minister_of_is_a_portfolio(text: str, expected: bool) -> None:
    assert is_portfolio(text, text.index("NAME")) is expected
