"""Words of one meaning."""

from __future__ import annotations

import pytest

from apostil.analysis.several.pairs import meanings
from apostil.analysis.words import stemmer


@pytest.mark.parametrize(("english", "french"), [("harvest", "récoltes"), ("wheat", "blé"), ("mayor", "maire")])
def test_two_words_mean_the_same(english: str, french: str) -> None:
    assert meanings("en")[stemmer("en")(english)] == meanings("fr")[stemmer("fr")(french)]


@pytest.mark.parametrize("language", ["de", ""])
def test_other_languages_have_no_pairs(language: str) -> None:
    assert not meanings(language)


def test_every_meaning_is_known_in_both_languages() -> None:
    english, french = (set(meanings(language).values()) for language in ("en", "fr"))

    assert len(english & french) > 0.8 * len(english | french)
