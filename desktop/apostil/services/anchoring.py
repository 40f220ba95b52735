"""Finds marked words again in another version of an article.

First where they were, then the same words elsewhere, with the words around them to tell several places apart, and at
last words that are close to them. How close is bounded as Hypothesis bounds it in its own search for quotations
(https://github.com/hypothesis/client, `match-quote.ts`: at most 256 errors, and no more than half of the length; the
quotation weighs 50, the words on either side 20 each), and beyond that by what keeps two sentences apart that only
share their small words. A short quotation is never enough by itself: the words around it must speak for the place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from apostil.domain.anchor import anchor_at
from apostil.domain.edits import AnnotationsEdit
from apostil.domain.spans import Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from apostil.domain.anchor import Anchor
    from apostil.domain.annotation import Annotation
    from apostil.domain.article import Article

MOST_ERRORS = 256
"""So many characters of a quotation may differ at most, and never more than half of them."""
QUOTATION_WEIGHT, SIDE_WEIGHT = 50, 20
"""What the quotation and each side of its context weigh in choosing a place."""

CLOSE = 0.7
"""How like the quotation and its context together must be for a place to be taken without asking."""
SURE = 0.85
"""How like they must be for no other place to be looked at."""
LIKE = 0.6
"""How like the quotation alone must be for that."""
SHORT = 16
"""A shorter quotation needs its context."""
AGREEING = 0.5
"""How like the context must be where it is needed."""
WORTH_A_GUESS = 0.35
"""How like quotation and context must be for a place to be offered to a person."""

_WORD = re.compile(r"\w+")
_RARE = 40
"""A word that stands in more places than this does not lead to one."""
_AREAS = 6
"""In so many areas of a text, those with the most of the words, a quotation is looked for closely."""
_REACH = 24
"""By so many words a place may begin earlier or later, or end so, than it should."""
_PLACES = 400
"""Of more places with the same words only those next to the old one are compared."""


class How(StrEnum):
    """How a place was found."""

    POSITION = "position"
    QUOTATION = "quotation"
    LIKENESS = "likeness"


@dataclass(frozen=True, slots=True)
class Guess:
    """A place where marked words might belong: how like its words are, and the words around it, from 0 to 1."""

    span: Span
    likeness: float
    context: float

    @property
    def score(self) -> float:
        """Quotation and context together, as they weigh."""
        weighed = QUOTATION_WEIGHT * self.likeness + 2 * SIDE_WEIGHT * self.context
        return weighed / (QUOTATION_WEIGHT + 2 * SIDE_WEIGHT)


@dataclass(frozen=True, slots=True)
class Found:
    """The place of marked words, and how it was found."""

    guess: Guess
    how: How

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return self.guess.span


class Finder:
    """Finds anchors in one text, whose words are looked up once for all of them; for a worker where it is long."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, anchor: Anchor) -> Found | None:
        """The place of these words: where they were, the same elsewhere, or those that are close enough."""
        return self._in_place(anchor) or self._quoted(anchor) or self._close(anchor)

    def guesses(self, anchor: Anchor, most: int = 3) -> tuple[Guess, ...]:
        """The best places for words that cannot be found, none upon another, the best one first."""
        chosen: list[Guess] = []
        candidates = [*self._quotations(anchor), *self._likenesses(anchor)]
        for guess in sorted(candidates, key=lambda guess: (-guess.score, guess.span)):
            if guess.score < WORTH_A_GUESS or len(chosen) == most:
                break
            if not any(guess.span.overlaps(other.span) for other in chosen):
                chosen.append(guess)
        return tuple(chosen)

    def _in_place(self, anchor: Anchor) -> Found | None:
        if not anchor.exact or anchor.span.cut(self.text) != anchor.exact:
            return None
        guess = Guess(anchor.span, 1.0, self._context(anchor, anchor.span))
        # Short words may stand there by chance, and long ones in another place with their context.
        return Found(guess, How.POSITION) if guess.context > AGREEING else None

    def _quoted(self, anchor: Anchor) -> Found | None:
        guesses = self._quotations(anchor)
        if not guesses:
            return None
        best = max(guesses, key=lambda guess: (round(guess.context, 2), -abs(guess.span.start - anchor.span.start)))
        is_enough = len(anchor.exact) >= (SHORT if len(guesses) == 1 else 2 * SHORT)
        return Found(best, How.QUOTATION) if is_enough or best.context >= AGREEING else None

    def _likeliest(self, anchor: Anchor) -> Guess | None:
        best: Guess | None = None
        for guess in self._likenesses(anchor):
            best = guess if best is None or guess.score > best.score else best
            if best.score >= SURE:
                break
        return best

    def _errors(self, anchor: Anchor, guess: Guess) -> float:
        """The characters that differ; more than there can be where they are more than half of the quotation."""
        from rapidfuzz.distance import Levenshtein

        errors = Levenshtein.distance(anchor.exact, guess.span.cut(self.text))
        return errors if 2 * errors <= len(anchor.exact) else float("inf")

    def _close(self, anchor: Anchor) -> Found | None:
        best = self._likeliest(anchor)
        if best is None or best.likeness < LIKE or best.score < CLOSE or self._errors(anchor, best) > MOST_ERRORS:
            return None
        is_short = len(anchor.exact) < SHORT
        return None if is_short and best.context < AGREEING else Found(best, How.LIKENESS)

    def _quotations(self, anchor: Anchor) -> list[Guess]:
        """Every place of the very words, or those near the old place where there are very many."""
        starts = list(_occurrences(self.text, anchor.exact))
        if len(starts) > _PLACES:
            with_context = anchor.prefix[-8:] + anchor.exact + anchor.suffix[:8]
            surrounded = [at + len(anchor.prefix[-8:]) for at in _occurrences(self.text, with_context)]
            near = max(0, bisect_left(starts, anchor.span.start) - _PLACES // 2)
            starts = surrounded[:_PLACES] or starts[near : near + _PLACES]
        spans = [Span(start, start + len(anchor.exact)) for start in starts]
        return [Guess(span, 1.0, self._context(anchor, span)) for span in spans]

    def _likenesses(self, anchor: Anchor) -> Iterator[Guess]:
        """The best place in each of the areas that share the most words with the quotation and its context."""
        words = _WORD.findall(anchor.exact.casefold())
        for first in self._areas(anchor, words) if words else ():
            span = self._fitted(anchor.exact, first, first + len(words) - 1)
            yield Guess(span, _alike(anchor.exact, span.cut(self.text)), self._context(anchor, span))

    def _areas(self, anchor: Anchor, words: Sequence[str]) -> list[int]:
        """The numbers of the words at which the quotation may begin, the likeliest first."""
        before, after = (_WORD.findall(side.casefold()) for side in (anchor.prefix, anchor.suffix))
        votes: Counter[int] = Counter()
        numbered = [
            (number, self._places.get(word, ())) for number, word in enumerate([*before, *words, *after], -len(before))
        ]
        fewest = min((len(places) for _, places in numbered if places), default=0)
        for number, places in numbered:
            if len(places) <= max(_RARE, fewest):
                votes.update({place - number: 1 for place in places})
        chosen: list[int] = []
        for start, _ in votes.most_common(_AREAS * 4):
            if len(chosen) < _AREAS and not any(abs(start - other) < 3 for other in chosen):
                chosen.append(start)
        return chosen

    def _fitted(self, exact: str, first: int, last: int) -> Span:
        """The run of words that is the most like the quotation, which is thought to lie at these ones."""
        most = len(self._words) - 1
        first, last = min(max(first, 0), most), min(max(last, 0), most)
        reach = min(_REACH, 2 + (last - first) // 2)
        for _ in range(2):
            starts = range(max(0, first - reach), min(last, first + reach) + 1)
            first = max(starts, key=lambda start: (self._ratio(exact, start, last), -abs(start - first)))
            ends = range(max(first, last - reach), min(most, last + reach) + 1)
            last = max(ends, key=lambda end: (self._ratio(exact, first, end), -abs(end - last)))
        return self._with_marks(exact, first, last)

    def _ratio(self, exact: str, first: int, last: int) -> float:
        from rapidfuzz.distance import Levenshtein

        run = self.text[self._words[first][0] : self._words[last][1]]
        return float(Levenshtein.normalized_similarity(exact, run))

    def _with_marks(self, exact: str, first: int, last: int) -> Span:
        """The run of words with the marks at its ends that the quotation has at its own, such as its full stop."""
        start, end = self._words[first][0], self._words[last][1]
        words = [*_WORD.finditer(exact)]
        opening, closing = exact[: words[0].start()], exact[words[-1].end() :]
        if opening and self.text.endswith(opening, 0, start):
            start -= len(opening)
        if closing and self.text.startswith(closing, end):
            end += len(closing)
        return Span(start, end)

    def _context(self, anchor: Anchor, span: Span) -> float:
        """How like the words on both sides are to those that stood there, from 0 to 1."""
        before = self.text[max(0, span.start - len(anchor.prefix)) : span.start]
        after = self.text[span.end : span.end + len(anchor.suffix)]
        return (_alike(anchor.prefix, before) + _alike(anchor.suffix, after)) / 2

    @cached_property
    def _words(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The numbers of the places at which each word stands."""
        places: dict[str, list[int]] = defaultdict(list)
        for number, (start, end) in enumerate(self._words):
            places[self.text[start:end].casefold()].append(number)
        return places


def guesses(orphan: Annotation, article: Article, most: int = 3) -> tuple[Guess, ...]:
    """The best places in an article for a mark whose words were not found in it, the best one first."""
    return Finder(article.text).guesses(orphan.anchor, most)


def placed(orphan: Annotation, article: Article, span: Span, now: dt.datetime) -> AnnotationsEdit:
    """Lay a mark that waits for a place over these words, without the white space at their ends.

    Raises:
        ValueError: where no words are there.
    """
    words = Span(min(span.start, len(article.text)), min(span.end, len(article.text))).trimmed(article.text)
    if not len(words):
        raise ValueError(f"there are no words in [{span.start}, {span.end})")
    after = replace(orphan, anchor=anchor_at(article.text, words), modified=now, placed=True)
    return AnnotationsEdit("Place highlight", (orphan,), (after,))


def _alike(one: str, other: str) -> float:
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_similarity(one, other)) if one or other else 1.0


def _occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)
