"""Tells an article from the menus, lists and notices around it, in the text of a whole web page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from apostil.domain.article import Piece, Role
from apostil.importers import bylines, forms
from apostil.importers.lexicon import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGNS = 3
"""So many different lines of a page's own furniture show that a whole page was copied."""
_PROSE_WORDS = 10
_MOST = 60
"""No block counts for more words than this, so that one long notice outweighs no article."""
_COST = 2.0
"""What a line that is no sentence costs a stretch of text, in words."""
_ABOVE = 14
"""How many lines above the article its headline is looked for."""
_TITLE_WORDS = 3
_LIKE = 0.5
"""The share of a headline's longer words that its article repeats."""
_RUN = 4
_REPEATED = 3
_SHORT = 6
_FEWEST_WORDS, _FEWEST_IN_A_PAGE = 100, 40
"""Words an article has at least; fewer are enough where so many signs leave no doubt that a page was copied."""
_MANY_SIGNS = 6
_TEASED = 25
"""Words from which a paragraph that breaks off right behind the article is its last one."""
_LANGUAGES = (
    frozenset(("the", "of", "and", "to", "in", "is", "for", "on", "with", "that", "was")),
    frozenset(("le", "la", "les", "des", "et", "du", "une", "dans", "est", "pour", "sur", "un", "qui")),
)
"""The commonest words of the languages whose menus and notices are known."""
_COMMON, _LOOKED_AT = 0.1, 5000


def without_furniture(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with what stands around the article marked as apparatus, where they are a copy of a whole web page.

    Nothing is marked where there is no sign of a page: its own words, such as menus and notices have them.
    """
    signs = _signs(pieces)
    fewest = _FEWEST_IN_A_PAGE if signs >= _MANY_SIGNS else _FEWEST_WORDS
    folds = _Page(pieces).furniture(fewest) if signs >= _SIGNS else frozenset()
    return tuple(
        replace(piece, role=Role.APPARATUS, level=0) if index in folds else piece for index, piece in enumerate(pieces)
    )


def _signs(pieces: Sequence[Piece]) -> int:
    """How many different lines stand there that only web pages have."""
    signs = {folded(piece.text) for piece in pieces if len(piece.text) < 200 and forms.is_furniture(piece.text)}
    return len(signs)


class _Page:
    """The lines of a page, while the article among them is looked for."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._texts = [piece.text.strip() for piece in pieces]
        self._counts = [forms.count(text) for text in self._texts]
        self._prose = [self._is_prose(index) for index in range(len(pieces))]
        self._repeated = _repeated(self._texts)

    def furniture(self, fewest: int) -> frozenset[int]:
        """The lines that stand around the article; none where it has fewer words than these."""
        start, end = self._stretch()
        if sum(self._counts[start:end]) < fewest or not self._is_known_language(start, end):
            return frozenset()
        end = self._up_to_furniture(self._before_comments(start, end))
        top = self._headline(start, end)
        bottom = self._signed(end)
        around = [*range(top), *range(bottom, len(self._texts))]
        return frozenset((*around, *self._between(top, start), *self._inside(start, end)))

    def _is_prose(self, index: int) -> bool:
        text = self._texts[index]
        return (
            self._counts[index] >= _PROSE_WORDS
            and forms.ends_sentence(text)
            and not forms.is_truncated(text)
            and not forms.is_furniture(text)
        )

    def _worth(self, index: int) -> float:
        if self._prose[index]:
            return min(self._counts[index], _MOST)
        text = self._texts[index]
        if forms.is_furniture(text):
            return -_COST
        if forms.ends_sentence(text) and not forms.is_truncated(text):
            return min(self._counts[index], _SHORT)
        return -0.0 if forms.is_list_item(text) else -_COST

    def _stretch(self) -> tuple[int, int]:
        """The lines from which and before which there is most prose and least of anything else."""
        best, start = (0.0, 0, 0), 0
        worth = 0.0
        for index in range(len(self._texts)):
            if worth <= 0:
                worth, start = 0.0, index
            worth += self._worth(index)
            if (worth, -start) > best[:2]:
                best = (worth, -start, index + 1)
        return -best[1], best[2]

    def _before_comments(self, start: int, end: int) -> int:
        """Where readers' comments begin, behind half of the words at least."""
        sums = [0, *accumulate(self._counts[start:end])]
        for index in range(start, end):
            if forms.opens_comments(self._texts[index]) and sums[index - start] * 3 >= sums[-1]:
                return index
        return end

    def _up_to_furniture(self, end: int) -> int:
        """Where the lines that follow the prose of an article end, such as a list of days: at the next button."""
        if end < len(self._texts) and self._counts[end] >= _TEASED and forms.is_truncated(self._texts[end]):
            return end + 1
        while end < len(self._texts):
            text = self._texts[end]
            if forms.is_furniture(text) or text in self._repeated or forms.opens_comments(text):
                break
            if forms.is_truncated(text):
                break
            end += 1
        return end

    def _is_known_language(self, start: int, end: int) -> bool:
        every = (word.casefold() for text in self._texts[start:end] for word in forms.words(text))
        words = list(islice(every, _LOOKED_AT))
        return any(sum(word in common for word in words) >= _COMMON * len(words) for common in _LANGUAGES)

    def _headline(self, start: int, end: int) -> int:
        """The line above the article that has most of its words, or the first with several; else the article's own."""
        body = {word.casefold() for text in self._texts[start:end] for word in forms.words(text)}
        best, shared = start, 0
        for index in range(max(0, start - _ABOVE), start):
            count = self._shared(index, body)
            if count > shared:
                best, shared = index, count
            if count >= _TITLE_WORDS:
                break
        return best

    def _shared(self, index: int, body: set[str]) -> int:
        """How many longer words of a line that could be a headline the article repeats, if it repeats most of them."""
        text = self._texts[index]
        if self._counts[index] < _TITLE_WORDS or not forms.is_title(text) or text in self._repeated:
            return 0
        long = {word.casefold() for word in forms.words(text) if len(word) > 3}
        shared = len(long & body)
        return shared if shared >= _LIKE * len(long) else 0

    def _signed(self, end: int) -> int:
        """Behind the byline that stands right below the article, or where the article ends."""
        for index in range(end, min(end + 3, len(self._texts))):
            found = bylines.byline(self._texts[index])
            if (found and not found.plain) or bylines.credits_of(self._texts[index]):
                return index + 1
        return end

    def _between(self, top: int, start: int) -> list[int]:
        """The labels and buttons between headline and article."""
        return [index for index in range(top + 1, start) if self._is_label(index)]

    def _is_label(self, index: int) -> bool:
        text = self._texts[index]
        return not self._is_mark(index) and (
            text in self._repeated or self._counts[index] <= 2 or forms.is_furniture(text)
        )

    def _is_mark(self, index: int) -> bool:
        """Whether a line says who wrote the article or when."""
        text = self._texts[index]
        return bylines.is_dateline(text) or bool(bylines.byline(text))

    def _inside(self, start: int, end: int) -> list[int]:
        """The lists of links and the buttons that stand in the midst of the article."""
        found: list[int] = []
        run: list[int] = []
        for index in range(start, end + 1):
            if index < end and self._worth(index) < 0:
                run.append(index)
                continue
            if len(run) >= _RUN and any(forms.is_furniture(self._texts[each]) for each in run):
                found += [each for each in run[:-1] if not self._is_mark(each) or forms.is_furniture(self._texts[each])]
            run = []
        return found


def _repeated(texts: Sequence[str]) -> frozenset[str]:
    """The short lines that stand again and again, as buttons do."""
    counted = Counter(text for text in texts if len(text) < 60 and not forms.ends_sentence(text))
    return frozenset(text for text, count in counted.items() if count >= _REPEATED)
