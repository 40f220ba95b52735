"""Says of each mark in a text whether a sentence ends there: as Punkt decides, with rules for what it does not know.

Punkt's question (Kiss and Strunk 2006) is whether the period belongs to an abbreviation, and whether the next word
would have a capital anyway. The rules are about what stands around the mark: quotations and who speaks them,
ellipses, initials, enumerations, references, and writers who use no capitals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from apostil.analysis import lexicons
from apostil.analysis.learned import NUMBER, learned

if TYPE_CHECKING:
    from apostil.analysis.learned import Learned
    from apostil.analysis.lexicons import SentenceWords

_NUMBER = re.compile(r"-?[.,]?\d[\d,.-]*")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,2}")
_ENUMERATOR = re.compile(r"[•⁃▪*\-–—\s]{0,9}\(?(?:\d{1,3}|[ivx]{1,4}|[a-z])[.)]?", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+\b")
_WORD = re.compile(r"(?:[^\W\d_]\.)+|\w+(?:[.-]\w+)*")
_WORDS = re.compile(r"[\w'-]+")
_INVERTED = re.compile(r"(?:\S+ )?\w+-(?:t-)?(?:ils?|elles?|je|on|nous|vous)\b")
_OPENING_MARKS = "([{«“\"'‘’–—*_"
_CLOSES_QUOTATION = frozenset("\"'”’»")
_DASHES = ("-", "–", "—")
_GOES_ON = (",", ";", ":", "%", "&", "/")
_MARKS = frozenset(".?!…")
_SHORT = 4
"""The letters of an abbreviation that nobody lists, at most."""


class Mark(NamedTuple):
    """A mark that may end a sentence, and what stands around it."""

    run: str
    """The mark: a period, marks in a row, or what stands for one, as a row of stars or the address of a page."""
    head: str
    """What the sentence has before the mark, its last characters at least."""
    closing: str
    """The quotation marks and brackets behind it."""
    opening: str
    """The marks before the next word."""
    following: str
    """The next word, and a few characters more."""
    is_first: bool
    """Whether the head reaches back to where the sentence begins."""
    is_casual: bool
    """Whether the writer opens sentences with small letters."""

    @property
    def is_row(self) -> bool:
        """Whether it is no mark of punctuation, but stands where one might."""
        return self.run[0] not in _MARKS

    @property
    def is_call(self) -> bool:
        """Whether it asks or calls."""
        return "?" in self.run or "!" in self.run

    @property
    def is_in_brackets(self) -> bool:
        """Whether nothing else stands in its brackets, as where something is left out or wondered at."""
        return self.head[-1:] in {"(", "["} and self.closing[:1] in {")", "]"}

    @property
    def is_repeated(self) -> bool:
        """Whether another mark comes after it that has no word of its own; an ellipsis may have the next one."""
        if self.following and self.opening.startswith(("..", "…", ". .")):
            return False
        return self.opening[:1] in _MARKS and (self.opening[-1:].isspace() or not self.following)


@dataclass(frozen=True, slots=True)
class Ends:
    """Where the sentences of one language end."""

    words: SentenceWords
    model: Learned

    def at(self, mark: Mark) -> bool:
        """Whether a sentence ends at this mark, behind which something follows."""
        if mark.opening.startswith(_GOES_ON) or mark.is_in_brackets or mark.is_repeated:
            return False
        if mark.is_row:
            return self._after_row(mark)
        if mark.following[:1].islower():
            return self._before_small(mark)
        if mark.run == ".":
            return self._after_period(mark)
        return self._after_call(mark) if mark.is_call else _after_ellipsis(mark)

    def without_space(self, mark: Mark) -> bool:
        """Whether a sentence ends at a mark that the next one follows without a space, as hasty writers leave it."""
        word, following = _last_word(mark.head), _first_word(mark.following)
        if mark.opening or mark.closing or len(word) < 2 or not word.isalpha() or not following.isalpha():
            return False
        if following.islower():
            return mark.is_casual and mark.is_call
        return following.istitle() and word.islower() and self.model.is_common(following.lower())

    def _after_row(self, mark: Mark) -> bool:
        """Whether a sentence ends at a row of stars or a smile, or at an address before a word that opens one."""
        word = _first_word(mark.following)
        if mark.run[0].isalpha():
            return self._opens(word)
        return not word[:1].islower() and word != "I"

    def _before_small(self, mark: Mark) -> bool:
        """Whether a small letter opens a sentence: in edited prose only where nothing else explains the mark."""
        if mark.opening.startswith(_DASHES) or mark.closing or not (mark.is_call or mark.run == "."):
            return False
        if not mark.is_call:
            return not self._may_be_short(mark)
        return mark.is_casual or not (_calls_within(mark) or self._is_spoken(mark))

    def _may_be_short(self, mark: Mark) -> bool:
        """Whether the period may be that of an abbreviation, listed or not."""
        word = _last_word(mark.head)
        stem = word.lower()
        if self._belongs(mark, word, "") or self._is_listed(stem) or stem in self.words.references:
            return True
        if not stem.isalpha():
            return bool(_NUMBER.fullmatch(stem) or _INITIALS.fullmatch(stem))
        return len(stem) == 1 or (len(stem) <= _SHORT and not self.model.is_common(stem))

    def _after_period(self, mark: Mark) -> bool:
        """Whether a period ends a sentence before a capital, a digit or a mark."""
        word, following = _last_word(mark.head), _first_word(mark.following)
        stem = word.lower()
        if self._belongs(mark, word, following):
            return False
        if len(word) == 1 and word.isalpha():
            return self._after_initial(mark, following)
        if _INITIALS.fullmatch(word) or self._is_abbreviation(word):
            return not mark.opening.startswith("(") and (self._opens(following) or self._is_final(stem, following))
        return True

    def _belongs(self, mark: Mark, word: str, following: str) -> bool:
        """Whether the period is part of an enumeration, a reference, a title, an hour or a known pair."""
        if mark.is_first and _ENUMERATOR.fullmatch(mark.head):
            return True
        stem = word.lower()
        if stem in self.words.finals and following.isupper() and following.lower() in self.words.zones:
            return True
        if stem in self.words.references and self._is_referred(stem, mark.following):
            return True
        if stem in self.words.titles:
            # "M." is a title, "m." may be metres; "Me" and "No" are words where they are not capitalised.
            return word[0].isupper() or "." in stem or len(stem) > 2 or stem == "ex"
        return (_NUMBER.sub(NUMBER, stem), following.lower()) in self.model.pairs

    def _is_referred(self, stem: str, following: str) -> bool:
        """Whether a number follows: of "no", which is a word as well, in digits alone, since "I" is another word."""
        return following[:1].isdigit() or (stem not in self.words.starters and bool(_ROMAN.match(following)))

    def _after_initial(self, mark: Mark, following: str) -> bool:
        """Whether one letter ends a sentence: as a unit, and seldom behind a name and before another one."""
        before = "".join(mark.head.split()[-2:-1])
        if before[:1].isdigit() and mark.head[-1].islower():
            return True
        if before[:1].isupper():
            return self._starts(following)
        return self._opens(following) or self.model.is_common(following.lower())

    def _after_call(self, mark: Mark) -> bool:
        """Whether a question or call ends a sentence: not where its speaker is named behind it."""
        return not (_CLOSES_QUOTATION.intersection(mark.closing) and not mark.opening and self._is_spoken(mark))

    def _is_spoken(self, mark: Mark) -> bool:
        """Whether what follows says who speaks."""
        if _INVERTED.match(mark.following):
            return True
        return not self.words.speaking.isdisjoint(_WORDS.findall(mark.following.lower())[:3])

    def _opens(self, word: str) -> bool:
        """Whether this word, with its capital, opens a sentence rather than going on after an abbreviation."""
        return self._starts(word) or self.model.opens(word) is True

    def _starts(self, word: str) -> bool:
        """Whether this word has its capital since it is one that opens sentences."""
        return word[:1].isupper() and (word.lower() in self.words.starters or word.lower() in self.model.starters)

    def _is_final(self, stem: str, following: str) -> bool:
        """Whether such an abbreviation ends a sentence before any word; the day or year may follow an hour."""
        if stem not in self.words.finals or not following[:1].isupper():
            return False
        return "." not in stem or self.model.is_common(following.lower())

    def _is_abbreviation(self, word: str) -> bool:
        """Whether the period may be the word's; "Miss." is a state, and "miss." a word like any other."""
        stem = word.lower()
        is_word = word.islower() and stem not in self.words.finals and self.model.is_common(stem)
        return self._is_listed(stem) and (not is_word or stem in self.model.abbreviations)

    def _is_listed(self, stem: str) -> bool:
        known = self.model.abbreviations
        return stem in known or stem in self.words.abbreviations or stem.rpartition("-")[2] in known


def _calls_within(mark: Mark) -> bool:
    """Whether a question or call stands within a sentence: a name, an exclamation, something in brackets."""
    words = mark.head.split()
    is_open = any(mark.head.count(opening) > mark.head.count(closing) for opening, closing in ("()", "«»", "“”"))
    return is_open or (mark.run == "!" and (len(words) < 2 or words[-1][0].isupper()))


def _after_ellipsis(mark: Mark) -> bool:
    """Whether an ellipsis ends a sentence: not where one begins with it, nor before a number, nor before "I"."""
    following = _first_word(mark.following)
    return bool(mark.head.strip(_OPENING_MARKS + " ")) and not following[:1].isdigit() and following != "I"


def _last_word(head: str) -> str:
    """The word that the mark stands at, without an elided one; none where there is a space between them."""
    words = head.rsplit(None, 1)
    if not words or head[-1].isspace():
        return ""
    return words[-1].lstrip(_OPENING_MARKS).rpartition("'")[2]


def _first_word(following: str) -> str:
    """The word that comes next as far as an apostrophe, initials with their periods; none where something else does."""
    found = _WORD.match(following)
    return found[0] if found else ""


@cache
def ends(language: str) -> Ends:
    """The rules of a language, with what was learned of it; the general rules for one that nothing is known of."""
    return Ends(lexicons.sentence_words(language), learned(language))
