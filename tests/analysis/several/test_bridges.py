"""What is the same in many languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.several.bridges import bridges
from apostil.domain.spans import Span


@pytest.mark.parametrize(
    ("english", "french", "bridge"),
    [
        ("It opened on Jan. 31.", "Ouvert le 31 janvier 2026.", "day:31.1"),
        ("It opened on March 1st.", "Ouvert le 1er mars.", "day:1.3"),
        ("It opened on 14 August 2025.", "Ouvert le 14 août.", "day:14.8"),
        ("It opened on Saturday.", "Ouvert ce samedi.", "weekday:6"),
        ("It was the third edition.", "La 3ᵉ édition commence.", "ordinal:3"),
        ("It was the 12th edition.", "La 12e édition commence.", "ordinal:12"),
        ("It was the fifth edition.", "La cinquième édition commence.", "ordinal:5"),
        ("The hall is of Grade IV now.", "Un hall de niveau IV.", "sign:iv"),
        ("They fly the Zephyr daily.", "Ils utilisent Zephyr.", "sign:zephyr"),
        ("A 4G mast stands there.", "Une antenne 4G y est.", "sign:4g"),
        ("They celebrated it.", "Le ministre vient de célébrer la paix.", "cognate:celeb"),
        ("It was finally so.", "Il l’a eu finalement.", "cognate:final"),
        ("The mayors refused.", "Un maire a refusé.", "word:mayor"),
        ("They hosted data.", "Une donnée est hébergée.", "word:host"),
        ("The ultra-modern hall.", "Un hall ultra-moderne.", "cognate:moder"),
        ("An accident of cars.", "Un accident de car.", "cognate:accid"),
        ("A project on security.", "Un projet de sécurité.", "cognate:proje"),
        ("A project on security.", "Un projet de sécurité.", "cognate:secur"),
        ("A reduction of debts.", "Une réduction des dettes.", "cognate:reduc"),
        ("It was taken by a client.", "Vu par un client.", "cognate:clien"),
        ("Their mother left.", "Leur mère part.", "word:mother"),
    ],
)
def test_both_languages_have_the_same_bridge(english: str, french: str, bridge: str) -> None:
    assert bridge in bridges(english, "en")
    assert bridge in bridges(french, "fr")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ink dried.", "en"),
        ("It may be, in March 2026.", "en"),
        ("International ones.", "en"),
        ("An international one.", "en"),
        ("Il a été là, à l’aube.", "fr"),
        ("", "fr"),
    ],
)
def test_most_words_lead_nowhere(text: str, language: str) -> None:
    assert bridges(text, language) == []


@pytest.mark.parametrize("text", ["They ran 12 marathons.", "Decision 4 stands.", "The May 2026 issue."])
def test_what_begins_like_a_month_is_no_day(text: str) -> None:
    assert not [one for one in bridges(text, "en") if one.startswith("day:")]


def test_names_count_elsewhere() -> None:
    assert bridges("They let Marina Costa so.", "en", [Span(9, 21)]) == []


def test_a_month_alone_is_no_day() -> None:
    assert not [one for one in bridges("In May 12,000 people came.", "en") if one.startswith("day:")]


@pytest.mark.parametrize(
    ("english", "french"), [("elections", "électricité"), ("research", "réseau"), ("parties", "partie")]
)
def test_words_that_merely_begin_alike_have_nothing_in_common(english: str, french: str) -> None:
    assert not set(bridges(english, "en")) & set(bridges(french, "fr"))


@given(st.text(max_size=80), st.sampled_from(["en", "fr", "de", ""]))
def test_every_text_has_its_bridges_once(text: str, language: str) -> None:
    found = bridges(text, language)

    assert len(found) == len(set(found))
