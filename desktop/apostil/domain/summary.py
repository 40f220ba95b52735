"""Summaries: sentences of the article chosen by a method, each with its score and rank."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apostil.domain.choices import Extract
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


class Ground(StrEnum):
    """What speaks for or against a sentence where the automatic method ranks it."""

    POSITION = "position"
    CENTRALITY = "centrality"
    TITLE = "title"
    ENTITIES = "entities"
    NUMBERS = "numbers"
    QUOTATION = "quotation"
    LENGTH = "length"
    OPENING = "opening"
    NOVELTY = "novelty"


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a method says about every sentence: parallel tuples of spans, scores, and ranks (from 1, each once)."""

    method: Method
    sentences: tuple[Span, ...]
    scores: tuple[float, ...]
    ranks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a sentence may stand in a summary.

    `terms` are the words in it that count most, the best first, and `entities` the ids of what it names. `grounds`
    are the parts of its score in the automatic method. `opening` are the words it begins with that point to
    something said before it, where there are any.
    """

    terms: tuple[Span, ...] = ()
    entities: tuple[str, ...] = ()
    grounds: tuple[tuple[Ground, float], ...] = ()
    opening: Span | None = None


@dataclass(frozen=True, slots=True)
class KeyPhrase:
    """Words that say what an article is about, wherever they stand; the higher the score, the more they say."""

    text: str
    spans: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Survey:
    """All that summarising needs to know of an article: from here on, a length or a method is only looked up.

    `sentences`, `words` (how many each has), `reasons` and each of the `rankings` are parallel. `numbers` are the
    figures in the article. `version` names the program's way of finding all this.
    """

    sentences: tuple[Extract, ...]
    words: tuple[int, ...]
    rankings: tuple[Ranking, ...]
    reasons: tuple[Reasons, ...]
    phrases: tuple[KeyPhrase, ...] = ()
    numbers: tuple[Extract, ...] = ()
    version: str = ""

    def ranking(self, method: Method) -> Ranking:
        """What this method says.

        Raises:
            KeyError: where the method was not asked.
        """
        for ranking in self.rankings:
            if ranking.method is method:
                return ranking
        raise KeyError(method)


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
