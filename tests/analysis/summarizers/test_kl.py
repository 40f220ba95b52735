from __future__ import annotations

import pytest
from sumy.summarizers.kl import KLSummarizer

from apostil.analysis.summarizers.kl import KL
from apostil.analysis.summarizers.sumy_model import document
from support.summaries import document as document_of
from support.summaries import long_text


@pytest.mark.parametrize("sentences", [12, 45, 90])
@pytest.mark.parametrize("stops", [frozenset(), frozenset({"the", "of", "le", "a"})])
def test_every_round_chooses_as_sumy_does(sentences: int, stops: frozenset[str]) -> None:
    source = document_of(long_text("en", sentences))
    ours, theirs = KL(), KLSummarizer()
    ours.stop_words = theirs.stop_words = stops
    assert ours._compute_ratings(source.sentences) == theirs._compute_ratings(source.sentences)


def test_of_sentences_that_diverge_alike_the_first_is_chosen() -> None:
    pairs = [(chr(97 + place), chr(117 + place % 3)) for place in range(12)]
    source = document([([], pairs)])
    theirs = KLSummarizer()._compute_ratings(source.sentences)
    assert KL().ratings(source) == [theirs[sentence] for sentence in source.sentences]


def test_many_equal_sentences_are_chosen_one_after_the_other() -> None:
    source = document([([], [("one", "word", "more")] * 300)])
    assert KL().ratings(source) == [-float(place) for place in range(300)]
