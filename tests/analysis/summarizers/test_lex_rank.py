from __future__ import annotations

from itertools import combinations

import pytest

from apostil.analysis.summarizers import lex_rank as module
from apostil.analysis.summarizers.lex_rank import LexRank
from apostil.analysis.summarizers.sumy_model import document
from support.summaries import SUMY, choices, long_text
from support.summaries import document as document_of


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_matrix_that_is_not_held_gives_the_same_ratings(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source = document_of(long_text(language, 120))
    held = LexRank(str.lower).ratings(source)
    monkeypatch.setattr(module, "DENSE", 10)
    assert LexRank(str.lower).ratings(source) == pytest.approx(held, rel=1e-12)


def test_sentences_with_equal_words_are_rated_alike() -> None:
    twice = document([([], [("dog", "ran"), ("cat",), ("dog", "ran"), ("sun",)])])
    first, _, second, _ = LexRank(str.lower).ratings(twice)
    assert first == pytest.approx(second)
    assert first > 0


@pytest.mark.parametrize("dense", [0, 10])
def test_sentences_without_words_are_rated_nothing(dense: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "DENSE", dense)
    assert LexRank(str.lower).ratings(document([([], [(), ()])])) == [0.0, 0.0]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_with_frequent_words_the_ratings_are_those_of_sumy(language: str) -> None:
    source = document_of(long_text(language, 150))
    chosen, ratings = choices(LexRank, source, (7,), stem=str.lower)
    assert (chosen, pytest.approx(ratings, rel=1e-12)) == choices(SUMY["lexrank"], source, (7,), stem=str.lower)


def test_a_likeness_right_at_the_threshold_is_rounded_as_by_sumy() -> None:
    # Of eleven sentences every two share one of their ten words: each likeness is a tenth, give or take the rounding.
    pairs = list(combinations(range(11), 2))
    sentences = [tuple(f"{one} {other}" for one, other in pairs if place in {one, other}) for place in range(11)]
    source = document([([], sentences), ([], [(f"{one} {other}",) for one, other in pairs[:3]])])
    assert choices(LexRank, source, (3,), stem=str.lower) == choices(SUMY["lexrank"], source, (3,), stem=str.lower)
