from __future__ import annotations

import pytest
from sumy.summarizers.lsa import LsaSummarizer

from apostil.analysis.summarizers.lsa import Lsa
from apostil.analysis.summarizers.sumy_model import document

SOURCE = document([([], [("a", "b", "b"), ("a",), ("c", "a", "d", "e")])])


def test_a_sentence_is_as_good_as_its_column_is_long() -> None:
    assert Lsa(str.lower).ratings(SOURCE)[1] == pytest.approx((1 + 4 * 0.4**2) ** 0.5)


def test_the_order_of_words_does_not_matter_to_the_last_bit() -> None:
    words = ("a", "b", "b", "c", "c", "c", "d")
    one, other = Lsa(str.lower).ratings(document([([], [words, words[::-1]])]))
    assert one == other


def test_nothing_is_chosen_where_no_word_counts() -> None:
    summarizer = Lsa(str.lower)
    summarizer.stop_words = ["a"]
    assert summarizer(document([([], [("a",), ("A",)])]), 1) == ()


def test_fewer_dimensions_are_left_to_sumy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LsaSummarizer, "REDUCTION_RATIO", 0.5)
    assert Lsa(str.lower)(SOURCE, 1) == LsaSummarizer(str.lower)(SOURCE, 1)
