"""Reduction: a sentence is good that shares words with many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sumy.summarizers.reduction import ReductionSummarizer

from apostil.analysis.summarizers.edges import edges
from apostil.analysis.summarizers.sumy_model import Rating
from apostil.analysis.summarizers.terms import Terms, added

if TYPE_CHECKING:
    from apostil.analysis.summarizers.terms import Floats


class Reduction(Rating, ReductionSummarizer):  # type: ignore[misc]  # sumy is untyped
    """sumy's Reduction, with the words that all pairs of sentences share counted at once."""

    def ratings(self, document: Any) -> list[float]:  # noqa: ANN401
        """What the edges of each sentence add up to."""
        terms = Terms.stemmed(document, self._stemmer, self._stop_words)
        # Of sentences that are equal, sumy counts the edges of all for each.
        first = {sentence: index for index, sentence in reversed(list(enumerate(document.sentences)))}
        places = np.array([first[sentence] for sentence in document.sentences], np.int64)
        sums: list[float] = _sums(terms, places)[places].tolist()
        return sums

    def rate_sentences(self, document: Any) -> dict[Any, float]:  # noqa: ANN401
        """The rating of each sentence, as sumy gives them."""
        return dict(zip(document.sentences, self.ratings(document), strict=True))


def _sums(terms: Terms, places: Any) -> Floats:  # noqa: ANN401
    """What the edges add up to at each place, one edge after the other as sumy adds them."""
    everywhere = np.arange(terms.sentences)
    sums = np.zeros(terms.sentences)
    for first, shared in edges(terms, of_single_words=False):
        rows, others = np.nonzero(shared)
        once = others > rows + first
        rows, others = rows[once], others[once]
        ends = np.column_stack((places[rows + first], places[others])).ravel()
        amounts = np.concatenate((sums, np.repeat(shared[rows, others], 2)))
        sums = added(np.concatenate((everywhere, ends)), amounts, terms.sentences)
    return sums
