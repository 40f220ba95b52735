"""Summaries: sentences of one or several articles chosen by a method and by the reader, each with its reasons."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING

from apostil.domain.article import READING_SPEED
from apostil.domain.choices import UNTOUCHED, Choices, Extract, arranged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from apostil.domain.leaning import Leaning
    from apostil.domain.spans import Span


class Method(StrEnum):
    """How sentences are ranked."""

    AUTO = "auto"
    LEXRANK = "lexrank"
    TEXTRANK = "textrank"
    LSA = "lsa"
    LUHN = "luhn"
    KL = "kl"
    SUMBASIC = "sumbasic"
    REDUCTION = "reduction"
    EDMUNDSON = "edmundson"
    LEAD = "lead"

    @property
    def tells_scores(self) -> bool:
        """Whether a score says something by itself: some only rank, or score beside what is chosen before."""
        return self not in {Method.AUTO, Method.KL, Method.SUMBASIC, Method.LEAD}


class Unit(StrEnum):
    """What the length of a summary is counted in."""

    SENTENCES = "sentences"
    PERCENT = "percent"
    SECONDS = "seconds"


FEW = 3
"""An article of so many sentences or fewer is its own summary."""


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
    RULING = "ruling"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a method says about every sentence: parallel tuples of spans, scores, and ranks (from 1, each once).

    `repeats` are the indexes of those that only repeat one that is ranked before: no length chooses them.
    """

    method: Method
    sentences: tuple[Span, ...]
    scores: tuple[float, ...]
    ranks: tuple[int, ...]
    repeats: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a sentence may stand in a summary.

    `terms` are the words in it that count most, the best first, and `entities` the ids of what it names. `grounds`
    are the parts of its score in the automatic method. `leaning` says how it leans on what stands before it, if at all.
    """

    terms: tuple[Span, ...] = ()
    entities: tuple[str, ...] = ()
    grounds: tuple[tuple[Ground, float], ...] = ()
    leaning: Leaning | None = None


@dataclass(frozen=True, slots=True)
class KeyPhrase:
    """Words that say what an article is about, wherever they stand; the higher the score, the more they say."""

    text: str
    spans: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Survey:
    """All that summarising needs to know of an article: from here on, a length or a method is only looked up.

    `sentences`, in the order in which they stand, `words` (how many each has), `reasons` and each of the `rankings` are
    parallel. `numbers` are the figures in the article, and parallel to them `nouns` what they count, each from where
    the amount ends, and empty where nothing is counted. `version` names the program's way of finding all this.
    `copies`, parallel to the sentences or empty, are the indexes of those in other articles that say all of each.
    """

    sentences: tuple[Extract, ...]
    words: tuple[int, ...]
    rankings: tuple[Ranking, ...]
    reasons: tuple[Reasons, ...]
    phrases: tuple[KeyPhrase, ...] = ()
    numbers: tuple[Extract, ...] = ()
    nouns: tuple[Extract, ...] = ()
    version: str = ""
    copies: tuple[tuple[int, ...], ...] = ()

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

    `strength` is its score beside the others', from 0 to 1 for the best, and never less than that of a later rank.
    `agreeing` are the methods that would take it into a summary of this length, what the reader dropped left aside.
    `pinned` says that the reader wanted it, and `also` in which other articles, counted from 0, the same is said.
    `leaning` says how it leans on what stands before it in its article.
    """

    index: int
    extract: Extract
    score: float
    rank: int
    strength: float
    agreeing: tuple[Method, ...] = ()
    pinned: bool = False
    also: tuple[int, ...] = ()
    leaning: Leaning | None = None

    @property
    def span(self) -> Span:
        """Where it stands in its article."""
        return self.extract.span


@dataclass(frozen=True, slots=True)
class Summary:
    """The sentences of a summary in the order in which they are read, out of so many `available` ones.

    `dropped` says how many the reader took out of what the method chose, `arranged` that the order is the reader's,
    and `repeating` how many more there would be if those that are left did not only repeat others.
    """

    method: Method
    length: Length
    sentences: tuple[SummarySentence, ...]
    available: int = 0
    asked: int = 0
    """How many methods could agree."""
    dropped: int = 0
    arranged: bool = False
    repeating: int = 0

    @property
    def within_length(self) -> tuple[SummarySentence, ...]:
        """The sentences that the length stands for; others are on top of it, as their reader pinned them."""
        return tuple(one for one in self.sentences if not one.pinned or self.method in one.agreeing)


def choose(survey: Survey, method: Method, length: Length, choices: Choices = UNTOUCHED) -> Summary:
    """The best sentences, with those that the reader pinned and without those that the reader dropped.

    The length is that of the method's choice: a pinned sentence that is not in it comes on top, so that pinning one
    never takes another away. What only repeats is never the method's choice, even where the length is not reached.
    """
    ranking = survey.ranking(method)
    best_first = _best_first(ranking)
    wanted = best_first[: _count(survey, best_first, length)]
    dropped = _indexes(survey, choices.dropped)
    pinned = _indexes(survey, choices.pinned) - dropped
    kept = [index for index in best_first if index not in dropped]
    taken = kept[: _count(survey, kept, length)]
    new = [index for index in taken if index not in ranking.repeats]
    in_article = sorted(pinned.union(new))
    order = _arranged(survey, in_article, choices)
    return Summary(
        method,
        length,
        _described(survey, ranking, length, order, pinned, dropped),
        available=len(survey.sentences),
        asked=len(survey.rankings),
        dropped=len(dropped.intersection(wanted) - ranking.repeats),
        arranged=order != in_article,
        repeating=len(taken) - len(new),
    )


def left_out(survey: Survey, method: Method, length: Length, choices: Choices) -> tuple[SummarySentence, ...]:
    """All sentences that the reader dropped, as they stand in their articles, with what the method says of them."""
    dropped = _indexes(survey, choices.dropped)
    return _described(survey, survey.ranking(method), length, sorted(dropped), (), dropped) if dropped else ()


def _described(
    survey: Survey,
    ranking: Ranking,
    length: Length,
    order: Iterable[int],
    pinned: Collection[int],
    dropped: Collection[int],
) -> tuple[SummarySentence, ...]:
    """These sentences, each with what the ranking and the other methods say of it."""
    choosers = [_Chooser.of(survey, one, length, dropped) for one in survey.rankings]
    strengths = _strengths(ranking)
    return tuple(
        SummarySentence(
            index,
            survey.sentences[index],
            ranking.scores[index],
            ranking.ranks[index],
            strengths[index],
            tuple(one.ranking.method for one in choosers if one.takes(index)),
            index in pinned,
            _also(survey, index),
            _leaning(survey, index),
        )
        for index in order
    )


def _also(survey: Survey, index: int) -> tuple[int, ...]:
    """The articles in which a sentence has copies, each once."""
    copies = survey.copies[index] if survey.copies else ()
    return tuple(dict.fromkeys(survey.sentences[copy].owner for copy in copies))


def _leaning(survey: Survey, index: int) -> Leaning | None:
    """How a sentence leans on its heading, or on the sentence before it in its article where there is one."""
    leaning = survey.reasons[index].leaning if survey.reasons else None
    if leaning is None or not leaning.needs_sentence:
        return leaning
    owners = [extract.owner for extract in survey.sentences[max(0, index - 1) : index + 1]]
    return leaning if len(owners) > 1 and owners[0] == owners[1] else None


def _best_first(ranking: Ranking) -> list[int]:
    """The sentences by their ranks, each of which is there once, and those that only repeat behind all others.

    They are placed rather than sorted, which is quicker.
    """
    order = [0] * len(ranking.ranks)
    for index, rank in enumerate(ranking.ranks):
        order[rank - 1] = index
    if not ranking.repeats:
        return order
    return [*(one for one in order if one not in ranking.repeats), *(one for one in order if one in ranking.repeats)]


def _count(survey: Survey, order: Sequence[int], length: Length) -> int:
    """How many of these sentences the length allows."""
    return length.sentences([survey.words[index] for index in order])


@dataclass(frozen=True, slots=True)
class _Chooser:
    """A method that would take so many of its best sentences; the ranks that are `gone` were dropped, or repeat."""

    ranking: Ranking
    limit: int
    gone: list[int]

    @classmethod
    def of(cls, survey: Survey, ranking: Ranking, length: Length, dropped: Collection[int]) -> _Chooser:
        """Only where reading is timed does it matter which sentences it would take."""
        gone = sorted(ranking.ranks[index] for index in ranking.repeats.union(dropped))
        if length.unit is not Unit.SECONDS:
            return cls(ranking, length.sentences(survey.words[len(dropped) :]), gone)
        kept = [index for index in _best_first(ranking) if index not in dropped]
        return cls(ranking, _count(survey, kept, length), gone)

    def takes(self, index: int) -> bool:
        """Whether it would take this sentence, even if it was dropped itself."""
        rank = self.ranking.ranks[index]
        return index not in self.ranking.repeats and rank - bisect_left(self.gone, rank) <= self.limit


def _indexes(survey: Survey, extracts: Iterable[Extract]) -> set[int]:
    """Which sentences these are; one that is no longer among them is left out."""
    found = ((bisect_left(survey.sentences, extract), extract) for extract in extracts)
    return {index for index, extract in found if survey.sentences[index : index + 1] == (extract,)}


def _arranged(survey: Survey, in_article: list[int], choices: Choices) -> list[int]:
    """These sentences in the reader's order."""
    if not choices.order:
        return in_article
    at = {survey.sentences[index]: index for index in in_article}
    return [at[extract] for extract in arranged(at, choices.order)]


def _strengths(ranking: Ranking) -> list[float]:
    """How far each sentence, or a later one, is on the way from the worst to the best: what follows is never better.

    The way begins at nothing, where scores say something by themselves and none is below that.
    """
    scores, tells = ranking.scores, ranking.method.tells_scores
    worst = highest = min((0.0, *scores)) if tells else min(scores, default=0.0)
    reach = max(scores, default=worst) - worst
    strengths = [0.0] * len(scores)
    for index in reversed(_best_first(ranking)):
        highest = max(highest, scores[index])
        strengths[index] = (highest - worst) / reach if reach else float(not tells)
    return strengths
