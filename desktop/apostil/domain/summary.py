"""Summaries: sentences of one or several articles chosen by a method and by the reader, each with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING

from apostil.domain.article import READING_SPEED
from apostil.domain.choices import UNTOUCHED, Choices, Extract, arranged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


class Unit(StrEnum):
    """What the length of a summary is counted in."""

    SENTENCES = "sentences"
    PERCENT = "percent"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True)
class Length:
    """How long a summary is to be: so many sentences, a percentage of them, or so many seconds of reading."""

    amount: int
    unit: Unit = Unit.SENTENCES

    def sentences(self, words: Sequence[int]) -> int:
        """How many of the best sentences that is, at least one where there is one.

        Args:
            words: how many words each sentence has, the best sentence first.
        """
        if self.unit is Unit.SECONDS:
            return _readable(words, self.amount * READING_SPEED / 60)
        wanted = ceil(len(words) * self.amount / 100) if self.unit is Unit.PERCENT else self.amount
        return min(len(words), max(1, wanted))


def _readable(words: Iterable[int], budget: float) -> int:
    """How many sentences, one after another, stay within so many words; the first one always counts."""
    count = total = 0
    for in_sentence in words:
        total += in_sentence
        if count and total > budget:
            break
        count += 1
    return count


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
    """A sentence of a summary: the `index`-th of all.

    `strength` is its score beside the best one's, between 0 and 1. `agreeing` are the methods that would take it into
    a summary of this length. `pinned` says that the reader wanted it.
    """

    index: int
    extract: Extract
    score: float
    rank: int
    strength: float
    agreeing: tuple[Method, ...] = ()
    pinned: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in its article."""
        return self.extract.span


@dataclass(frozen=True, slots=True)
class Summary:
    """The sentences of a summary in the order in which they are read, out of so many `available` ones.

    `dropped` says how many the reader took out of what the method chose, `arranged` that the order is the reader's.
    """

    method: Method
    length: Length
    sentences: tuple[SummarySentence, ...]
    available: int = 0
    asked: int = 0
    """How many methods could agree."""
    dropped: int = 0
    arranged: bool = False


def choose(survey: Survey, method: Method, length: Length, choices: Choices = UNTOUCHED) -> Summary:
    """The best sentences, with those that the reader pinned and without those that the reader dropped.

    Pinned sentences count towards the length; where there are more of them than it allows, all of them stay.
    """
    ranking = survey.ranking(method)
    dropped, pinned = set(choices.dropped), set(choices.pinned)
    best_first = sorted(range(len(ranking.ranks)), key=ranking.ranks.__getitem__)
    wanted = _first(survey, best_first, length)
    kept = [index for index in best_first if survey.sentences[index] not in dropped]
    own = {index for index in kept if survey.sentences[index] in pinned}
    # Stable: the reader's own come first, both parts in the order of their ranks.
    kept.sort(key=lambda index: index not in own)
    count = max(len(own), len(_first(survey, kept, length)))
    order = arranged([survey.sentences[index] for index in sorted(kept[:count])], choices.order)
    agreeing = _agreeing(survey, length)
    strengths = _strengths(ranking.scores)
    at = {extract: index for index, extract in enumerate(survey.sentences)}
    sentences = tuple(
        SummarySentence(
            index, extract, ranking.scores[index], ranking.ranks[index], strengths[index], agreeing[index], index in own
        )
        for extract in order
        for index in (at[extract],)
    )
    return Summary(
        method,
        length,
        sentences,
        available=len(survey.sentences),
        asked=len(survey.rankings),
        dropped=sum(survey.sentences[index] in dropped for index in wanted),
        arranged=order != sorted(order),
    )


def _first(survey: Survey, order: Sequence[int], length: Length) -> Sequence[int]:
    return order[: length.sentences([survey.words[index] for index in order])]


def _agreeing(survey: Survey, length: Length) -> list[tuple[Method, ...]]:
    """For each sentence, the methods that would choose it."""
    found: list[list[Method]] = [[] for _ in survey.sentences]
    for ranking in survey.rankings:
        order = sorted(range(len(ranking.ranks)), key=ranking.ranks.__getitem__)
        for index in _first(survey, order, length):
            found[index].append(ranking.method)
    return [tuple(methods) for methods in found]


def _strengths(scores: Sequence[float]) -> list[float]:
    best = max(scores, default=0.0)
    worst = min(0.0, min(scores, default=0.0))
    reach = best - worst or 1.0
    return [(score - worst) / reach for score in scores]
