from __future__ import annotations

import pytest

from apostil.analysis.summarizers.edmundson import Edmundson
from apostil.analysis.summarizers.sumy_model import document
from support.summaries import SUMY, long_text
from support.summaries import document as document_of

WEIGHTS = [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 1, 1), (0.5, 0, 2, 0), (0, 0, 0, 0)]


def summarizer(kind, weights=(1, 0, 1, 1)):
    made = kind(str.lower, *weights)
    made.bonus_words = ["walrus", "the"]
    made.stigma_words = ["rain", "a"]
    made.null_words = ["of"]
    return made


@pytest.mark.parametrize("weights", WEIGHTS)
@pytest.mark.parametrize("count", [1, 4, 9])
def test_weights_mean_what_they_mean_to_sumy(weights, count):
    source = document_of(long_text("en", 40))
    ours, theirs = summarizer(Edmundson, weights), summarizer(SUMY["edmundson"], weights)
    assert ours(source, count) == theirs(source, count)


def test_words_of_headings_and_places_count():
    source = document([([("Of", "Walruses")], [("rain",), ("of", "walruses"), ("snow",)]), ([], [("walrus", "rain")])])
    assert summarizer(Edmundson).ratings(source) == [1.0, 3.0, 2.0, 2.0]


@pytest.mark.parametrize("missing", ["bonus_words", "stigma_words", "null_words"])
def test_a_list_of_words_that_is_missing_is_named_as_by_sumy(missing):
    made = summarizer(Edmundson)
    setattr(made, missing, [])
    with pytest.raises(ValueError, match=missing):
        made(document([([], [("a",)])]), 1)
