from __future__ import annotations

import re
from itertools import combinations

import pytest

from apostil import assets
from apostil.analysis.lexicons import KNOWN
from apostil.analysis.opening_rules import rules_of


@pytest.mark.parametrize("language", ["de", "", "xx"])
def test_other_languages_have_no_rules(language: str) -> None:
    assert rules_of(language) is None


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "however"), ("en", "he"), ("en", "monday"), ("fr", "cette"), ("fr", "en"), ("fr", "c")],
)
def test_what_leans_on_another_sentence_may_begin_so(language: str, word: str) -> None:
    rules = rules_of(language)
    assert rules is not None
    assert word in rules.starts


@pytest.mark.parametrize(
    ("text", "words"),
    [("but he", "but"), ("two days later he", "two days later"), ("those who came", None), ("the mill", None)],
)
def test_links_join_a_sentence_to_the_one_before(text: str, words: str | None) -> None:
    rules = rules_of("en")
    assert rules is not None
    found = rules.link.match(text)
    assert (found["words"] if found else None) == words


def test_a_date_stands_before_what_points_back() -> None:
    rules = rules_of("fr")
    assert rules is not None
    found = rules.date.match("Le 13 juillet 2019, il part.")
    assert found is not None
    assert found.end() == len("Le 13 juillet 2019, ")


@pytest.mark.parametrize("language", KNOWN)
def test_nothing_is_listed_twice_of_what_joins(language: str) -> None:
    lists = assets.table("lexicons/openings.toml")[language]
    names = ("joins", "conjunctions", "adverbs", "paused", "exceptions")
    listed = [set(filter(None, map(str.strip, re.split(r"[,\n]", lists[name])))) for name in names]

    assert not [one & other for one, other in combinations(listed, 2) if one & other]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Yes I will", "Yes"),
        ("en", "No, I will not", "No"),
        ("en", "No ship left", None),
        ("en", "Surely", None),
        ("fr", "Oui", "Oui"),
        ("fr", "Si !", "Si"),
        ("fr", "Si le port paie", None),
    ],
)
def test_answers_begin_so(language: str, text: str, words: str | None) -> None:
    rules = rules_of(language)
    assert rules is not None
    found = rules.answer.match(text)
    assert (found["words"] if found else None) == words
