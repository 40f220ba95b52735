"""Summaries: sentences of the article chosen by a method, each with its score and rank."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apostil.domain.spans import Span


class Method(StrEnum):
    """How sentences are ranked."""

    LEXRANK = "lexrank"
    TEXTRANK = "textrank"
    LSA = "lsa"
    LUHN = "luhn"
    KL = "kl"
    SUMBASIC = "sumbasic"
    REDUCTION = "reduction"
    EDMUNDSON = "edmundson"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Length:
    """How long a summary is to be: a number of sentences, or a percentage of them."""

    amount: int
    percent: bool = False

    def sentences(self, available: int) -> int:
        """The number of sentences out of so many, at least one where there is one."""
        wanted = ceil(available * self.amount / 100) if self.percent else self.amount
        return min(available, max(1, wanted))


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a method says about every sentence: parallel tuples of spans, scores, and ranks (from 1, each once)."""

    method: Method
    sentences: tuple[Span, ...]
    scores: tuple[float, ...]
    ranks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A chosen sentence; `strength` is its score beside the best one's, between 0 and 1."""

    span: Span
    score: float
    rank: int
    strength: float


@dataclass(frozen=True, slots=True)
class Summary:
    """The chosen sentences in the order of the article, out of so many `available` ones (0: nobody knows)."""

    method: Method
    length: Length
    sentences: tuple[SummarySentence, ...]
    available: int = 0


def choose(ranking: Ranking, length: Length) -> Summary:
    """The best sentences of a ranking, in the order of the article."""
    count = length.sentences(len(ranking.sentences))
    best = max(ranking.scores, default=0.0)
    worst = min(0.0, min(ranking.scores, default=0.0))
    reach = best - worst or 1.0
    chosen = tuple(
        SummarySentence(span, score, rank, (score - worst) / reach)
        for span, score, rank in zip(ranking.sentences, ranking.scores, ranking.ranks, strict=True)
        if rank <= count
    )
    return Summary(ranking.method, length, chosen, len(ranking.sentences))
