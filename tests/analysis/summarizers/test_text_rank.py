from __future__ import annotations

import pytest

from apostil.analysis.summarizers import text_rank as module
from apostil.analysis.summarizers.sumy_model import document
from apostil.analysis.summarizers.text_rank import TextRank
from support.summaries import SUMY, choices, long_text
from support.summaries import document as document_of


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_matrix_that_is_not_held_gives_the_same_ratings(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source = document_of(long_text(language, 120))
    held = TextRank(str.lower).ratings(source)
    monkeypatch.setattr(module, "DENSE", 10)
    assert TextRank(str.lower).ratings(source) == pytest.approx(held, rel=1e-12)


def test_sentences_with_equal_words_are_rated_alike() -> None:
    twice = document([([], [("dog", "ran"), ("cat",), ("dog", "ran"), ("sun",)])])
    first, _, second, _ = TextRank(str.lower).ratings(twice)
    assert first == pytest.approx(second)
    assert first > 0


def test_ratings_are_given_by_sentence_too() -> None:
    source = document([([], [("dog", "ran"), ("cat",)])])
    summarizer = TextRank(str.lower)
    assert list(summarizer.rate_sentences(source).values()) == summarizer.ratings(source)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_with_frequent_words_the_ratings_are_those_of_sumy(language: str) -> None:
    source = document_of(long_text(language, 150))
    chosen, ratings = choices(TextRank, source, (7,), stem=str.lower)
    assert (chosen, pytest.approx(ratings, rel=1e-12)) == choices(SUMY["textrank"], source, (7,), stem=str.lower)
