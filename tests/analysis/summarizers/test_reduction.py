from __future__ import annotations

import math

import pytest

from apostil.analysis.summarizers.reduction import Reduction
from apostil.analysis.summarizers.sumy_model import document
from support.summaries import SUMY, choices, long_text
from support.summaries import document as document_of


def test_edges_add_up() -> None:
    one, other = 1 / (math.log(2) + math.log(3)), 1 / (math.log(3) + math.log(4))
    source = document([([], [("a", "b"), ("a", "c", "d"), ("e", "c", "f", "g"), ("x",), ("x",)])])
    assert Reduction(str.lower).ratings(source) == pytest.approx([one, one + other, other, 0, 0])


@pytest.mark.parametrize("sentences", [30, 150])
def test_ratings_are_those_of_sumy_to_the_last_bit(sentences: int) -> None:
    source = document_of(long_text("en", sentences))
    assert choices(Reduction, source, (9,), stem=str.lower) == choices(SUMY["reduction"], source, (9,), stem=str.lower)


def test_ratings_are_given_by_sentence_too() -> None:
    source = document([([], [("dog", "ran"), ("dog", "sat")])])
    summarizer = Reduction(str.lower)
    assert list(summarizer.rate_sentences(source).values()) == summarizer.ratings(source)
