"""TextRank: a sentence is good that shares words with sentences which share words with many."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from sumy.summarizers.text_rank import TextRankSummarizer

from apostil.analysis.summarizers.edges import edges
from apostil.analysis.summarizers.power import DENSE, stationary
from apostil.analysis.summarizers.sumy_model import Rating, shared
from apostil.analysis.summarizers.terms import Terms, stems

if TYPE_CHECKING:
    from apostil.analysis.summarizers.terms import Floats


class TextRank(Rating, TextRankSummarizer):  # type: ignore[misc]  # sumy is untyped
    """sumy's TextRank, with the words that all pairs of sentences share counted at once."""

    def ratings(self, document: Any) -> list[float]:  # noqa: ANN401
        """How central each sentence is."""
        if not document.sentences:
            return []
        numbers = stems(self, self._stop_words)
        sentences = [numbers.of(sentence.words) for sentence in document.sentences]
        return shared(document.sentences, self._centralities(Terms.counted(sentences, len(numbers.terms))).tolist())

    def rate_sentences(self, document: Any) -> dict[Any, float]:  # noqa: ANN401
        """The rating of each sentence, as sumy gives them."""
        return dict(zip(document.sentences, self.ratings(document), strict=True))

    def _centralities(self, terms: Terms) -> Floats:
        if terms.sentences > DENSE:
            return stationary(partial(self._step, terms), terms.sentences, self.epsilon)
        matrix = np.concatenate([self._shares(rows) for _, rows in edges(terms, of_single_words=True)])
        matrix *= self.damping
        matrix += (1.0 - self.damping) / terms.sentences
        scores: Floats = self.power_method(matrix, self.epsilon)
        return scores

    def _shares(self, rows: Floats) -> Floats:
        rows /= rows.sum(axis=1)[:, np.newaxis] + self._ZERO_DIVISION_PREVENTION
        return rows

    def _step(self, terms: Terms, scores: Floats) -> Floats:
        total = np.zeros(terms.sentences)
        for first, rows in edges(terms, of_single_words=True):
            total += scores[first : first + len(rows)] @ self._shares(rows)
        total *= self.damping
        total += (1.0 - self.damping) / terms.sentences * scores.sum()
        return total
