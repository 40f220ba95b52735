"""Guesses which words of a text are verbs and adverbs: by what stands beside them, by how they end, and by lists."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from apostil.analysis.word_spans import Word

_APOSTROPHES = "'’ʼ"
_SPACES = frozenset(" \u00a0\u202f")
_SHORTEST_ENDED = 5
"""Letters of a word that is judged by how it ends, at least."""


@dataclass(frozen=True, slots=True)
class _Lists:
    """What tells verbs, adverbs and nouns of a language."""

    before_verbs: frozenset[str] = frozenset()
    before_nouns: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    behind_verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    adverb_endings: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
    closing_endings: tuple[str, ...] = ()
    opening_endings: tuple[str, ...] = ()

    @classmethod
    def of(cls, section: Mapping[str, str]) -> _Lists:
        """The lists of a language's section."""

        def words(name: str) -> frozenset[str]:
            return frozenset(section[name].split())

        def endings(name: str) -> tuple[str, ...]:
            return tuple(section[name].split())

        return cls(
            before_verbs=words("before_verbs"),
            before_nouns=words("before_nouns"),
            doubtful=words("doubtful"),
            behind_verbs=words("behind_verbs"),
            nouns=words("nouns"),
            adverbs=words("adverbs"),
            verbs=words("verbs"),
            adverb_endings=endings("adverb_endings"),
            verb_endings=endings("verb_endings"),
            closing_endings=endings("closing_endings"),
            opening_endings=endings("opening_endings"),
        )


@dataclass(frozen=True, slots=True)
class Edges:
    """The words, in small letters, that no phrase of a text begins with, and those that none ends with."""

    first: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()

    def may_begin(self, word: str) -> bool:
        """Whether a phrase may begin with this word."""
        return word.lower() not in self.first

    def may_end(self, word: str) -> bool:
        """Whether a phrase may end with this word."""
        return word.lower() not in self.last

    def may_be(self, word: str) -> bool:
        """Whether this word may be a phrase by itself."""
        return self.may_begin(word) and self.may_end(word)


def edges(text: str, blocks: Iterable[Sequence[Word]], language: str) -> Edges:
    """Which words of a text are verbs and adverbs, so that no phrase begins or ends with them.

    Where a word is a verb in one place and a noun in another, it is what it is more often.
    """
    known = _lists(language)
    if not known.verbs:
        return Edges()
    votes = _votes(text, blocks, known)
    judged = {word: _judged(word, vote, known) for word, vote in votes.items()}
    return Edges(
        frozenset(word for word, (first, _) in judged.items() if not first),
        frozenset(word for word, (_, last) in judged.items() if not last),
    )


def verbs(language: str) -> frozenset[str]:
    """The listed words that are verbs, whatever stands beside them."""
    known = _lists(language)
    return known.verbs - known.nouns


def behind_verbs(language: str) -> frozenset[str]:
    """The words that stand right behind a verb."""
    return _lists(language).behind_verbs


@cache
def _lists(language: str) -> _Lists:
    sections: dict[str, dict[str, str]] = tomllib.loads(assets.read_text("lexicons/kinds.toml"))
    return _Lists.of(sections[language]) if language in sections else _Lists()


def _votes(text: str, blocks: Iterable[Sequence[Word]], known: _Lists) -> dict[str, int]:
    """How much speaks for a verb rather than for a noun, for each word that says something."""
    votes: defaultdict[str, int] = defaultdict(int)
    for words in blocks:
        spelled = [text[word.start : word.end].lower() for word in words]
        for index, word in enumerate(words):
            if word.stem:
                before = _before(text, words, spelled, index)
                votes[spelled[index]] += _vote_before(before, spelled[index], known)
                if before and text[word.start].isupper():
                    votes[spelled[index]] -= 1
            elif index and spelled[index] in known.behind_verbs and text[words[index - 1].end : word.start] == " ":
                votes[spelled[index - 1]] += 1
    return votes


def _vote_before(before: str, word: str, known: _Lists) -> int:
    """What the word before says."""
    if before in known.before_verbs:
        return 1
    if before not in known.before_nouns:
        return 0
    is_open = before in known.doubtful and (word in known.verbs or word.endswith(known.closing_endings))
    return 0 if is_open else -1


def _before(text: str, words: Sequence[Word], spelled: Sequence[str], index: int) -> str:
    """The word before, what is elided of it included; nothing where something parts the two."""
    start = words[index].start
    if start and text[start - 1] in _APOSTROPHES:
        begin = start - 1
        while begin and text[begin - 1].isalpha():
            begin -= 1
        return text[begin : start - 1].lower() + "'"
    is_beside = index and text[words[index - 1].end : start] in _SPACES
    return spelled[index - 1] if is_beside else ""


def _judged(word: str, vote: int, known: _Lists) -> tuple[bool, bool]:
    """Whether a phrase may begin with the word, and whether one may end with it."""
    sure = known.adverb_endings + known.verb_endings
    if word in known.adverbs or (_ends(word, sure) and word not in known.nouns):
        return False, False
    if vote > 0:
        return False, False
    if vote < 0:
        return True, word in known.nouns or not _ends(word, known.opening_endings)
    if word in known.nouns:
        return True, True
    if word in known.verbs:
        return False, False
    return not _ends(word, known.closing_endings), not _ends(word, known.opening_endings)


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    return len(word) >= _SHORTEST_ENDED and word.endswith(endings)
