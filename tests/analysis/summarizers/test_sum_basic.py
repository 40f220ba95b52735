from __future__ import annotations

import pytest
from sumy.summarizers.sum_basic import SumBasicSummarizer

from apostil.analysis.summarizers.sum_basic import SumBasic
from apostil.analysis.summarizers.sumy_model import document
from support.summaries import document as document_of
from support.summaries import long_text


@pytest.mark.parametrize("sentences", [12, 90, 200])
def test_every_round_chooses_as_sumy_does(sentences: int) -> None:
    source = document_of(long_text("fr", sentences))
    ours = SumBasic(str.lower)._compute_ratings(source.sentences)
    assert ours == SumBasicSummarizer(str.lower)._compute_ratings(source.sentences)


def test_words_that_were_chosen_count_less() -> None:
    source = document([([], [("a", "a"), ("a", "b"), ("b",), ("c", "c", "d")])])
    assert SumBasic(str.lower).ratings(source) == [0.0, -3.0, -1.0, -2.0]
