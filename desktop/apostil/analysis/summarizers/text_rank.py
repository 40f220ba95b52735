"""TextRank: a sentence is good that shares words with sentences which share words with many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sumy.summarizers.text_rank import TextRankSummarizer

from apostil.analysis.summarizers.edges import Edges, edges
from apostil.analysis.summarizers.power import DENSE, stationary
from apostil.analysis.summarizers.sumy_model import Rating, shared
from apostil.analysis.summarizers.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.analysis.summarizers.terms import Floats


class TextRank(Rating, TextRankSummarizer):  # type: ignore[misc]  # sumy is untyped
    """sumy's TextRank, with the words that all pairs of sentences share counted at once."""

    def ratings(self, document: Any) -> list[float]:  # noqa: ANN401
        """How central each sentence is."""
        if not document.sentences:
            return []
        terms = Terms.stemmed(document, self._stemmer, self._stop_words)
        return shared(document.sentences, self._centralities(terms).tolist())

    def rate_sentences(self, document: Any) -> dict[Any, float]:  # noqa: ANN401
        """The rating of each sentence, as sumy gives them."""
        return dict(zip(document.sentences, self.ratings(document), strict=True))

    def _centralities(self, terms: Terms) -> Floats:
        if terms.sentences > DENSE:
            return stationary(self._step_over(Edges(terms)), terms.sentences, self.epsilon)
        matrix = np.concatenate([self._shares(rows) for _, rows in edges(terms, of_single_words=True)])
        matrix *= self.damping
        matrix += (1.0 - self.damping) / terms.sentences
        scores: Floats = self.power_method(matrix, self.epsilon)
        return scores

    def _shares(self, rows: Floats) -> Floats:
        rows /= rows.sum(axis=1)[:, np.newaxis] + self._ZERO_DIVISION_PREVENTION
        return rows

    def _step_over(self, graph: Edges) -> Callable[[Floats], Floats]:
        sums = graph.weighed(np.ones(graph.size)) + self._ZERO_DIVISION_PREVENTION

        def step(scores: Floats) -> Floats:
            anywhere = (1.0 - self.damping) / graph.size * scores.sum()
            following: Floats = self.damping * graph.weighed(scores / sums) + anywhere
            return following

        return step
