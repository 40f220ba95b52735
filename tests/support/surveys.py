"""Surveys of invented articles, and desks to which the kept ones are brought at once."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from apostil.domain.choices import Extract
from apostil.domain.spans import Span
from apostil.domain.summary import KeyPhrase, Method, Ranking, Reasons, Survey
from apostil.services.summarising import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apostil.domain.article import ArticleId
    from apostil.ui.desk import Desk

WORDS = 10
"""How many words every sentence is said to have."""


def make_ranking(method: Method, spans: Sequence[Span], scores: Sequence[float]) -> Ranking:
    """What a method says that gave these scores."""
    order = sorted(range(len(spans)), key=lambda index: (-scores[index], index))
    return Ranking(method, tuple(spans), tuple(scores), tuple(order.index(index) + 1 for index in range(len(spans))))


def make_survey(spans: Sequence[Span], scores: Sequence[float] | None = None) -> Survey:
    """A survey in which all methods agree: on these scores, or on the order of the sentences."""
    scores = [float(len(spans) - index) for index in range(len(spans))] if scores is None else scores
    return Survey(
        tuple(Extract(0, span) for span in spans),
        (WORDS,) * len(spans),
        tuple(make_ranking(method, spans, scores) for method in Method),
        tuple(Reasons() for _ in spans),
        version=VERSION,
    )


def with_findings(survey: Survey, text: str, *, phrases: Sequence[str] = (), numbers: Sequence[str] = ()) -> Survey:
    """The survey with these key phrases, the first the most telling, and these figures, wherever they stand.

    What a figure counts is parted from it by a `|`.
    """
    figures = sorted(figure for number in numbers for figure in _figures(text, number))
    return replace(
        survey,
        phrases=tuple(
            KeyPhrase(phrase, _places(text, phrase), float(len(phrases) - rank)) for rank, phrase in enumerate(phrases)
        ),
        numbers=tuple(number for number, _ in figures),
        nouns=tuple(noun for _, noun in figures),
    )


def _figures(text: str, number: str) -> Iterator[tuple[Extract, Extract]]:
    amount, _, noun = number.partition("|")
    for whole in _places(text, amount + noun):
        end = whole.start + len(amount)
        yield Extract(0, Span(whole.start, end)), Extract(0, Span(end, whole.end))


def _places(text: str, words: str) -> tuple[Span, ...]:
    return tuple(Span(found.start(), found.end()) for found in re.finditer(re.escape(words), text))


def bring_surveys(desk: Desk) -> None:
    """Let the desk have at once what its library keeps, as an analyst would bring it."""

    def bring(article_id: ArticleId) -> None:
        survey = desk.library.survey(article_id)
        if survey is not None:
            desk.take_survey(survey)

    desk.survey_wanted.connect(bring)
