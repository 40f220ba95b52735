"""Guesses which words of a text are verbs and adverbs: by what stands beside them, by how they end, and by lists."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis.patterns import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from apostil.analysis.word_spans import Word

_SPACES = frozenset(SPACES)
_APOSTROPHES = "'’ʼ"
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
    either: frozenset[str] = frozenset()
    """Verbs and nouns alike."""
    adverb_endings: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    """Of participles in the plural."""
    closing_endings: tuple[str, ...] = ()
    opening_endings: tuple[str, ...] = ()
    adjectives: frozenset[str] = frozenset()
    adjective_endings: tuple[str, ...] = ()
    opening_adjectives: frozenset[str] = frozenset()
    """Those that stand before their nouns where most follow them."""
    before_infinitives: frozenset[str] = frozenset()
    infinitive_endings: tuple[str, ...] = ()
    follow: bool = False
    """Whether adjectives follow their nouns."""

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
            either=words("either"),
            adverb_endings=endings("adverb_endings"),
            verb_endings=endings("verb_endings"),
            participle_endings=endings("participle_endings"),
            closing_endings=endings("closing_endings"),
            opening_endings=endings("opening_endings"),
            adjectives=words("adjectives"),
            adjective_endings=endings("adjective_endings"),
            opening_adjectives=words("opening_adjectives"),
            before_infinitives=words("before_infinitives"),
            infinitive_endings=endings("infinitive_endings"),
            follow=section["adjectives_stand"] == "behind",
        )


@dataclass(frozen=True, slots=True)
class Edges:
    """The words, in small letters, that no phrase of a text begins with, and those that none ends with.

    `beside` are those that are no phrase without another word: adjectives, and `unclear` what may well be a verb.
    """

    first: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    unclear: frozenset[str] = frozenset()
    follow: bool = False
    """Whether adjectives follow their nouns."""

    def may_begin(self, word: str) -> bool:
        """Whether a phrase may begin with this word."""
        return word.lower() not in self.first

    def may_end(self, word: str) -> bool:
        """Whether a phrase may end with this word."""
        return word.lower() not in self.last

    def may_be(self, word: str) -> bool:
        """Whether this word may be a phrase by itself."""
        low = word.lower()
        return not any(low in words for words in (self.first, self.last, self.beside, self.unclear))

    def may_be_both(self, word: str, other: str) -> bool:
        """Whether two words side by side look like a noun and what is said of it, with no verb among them."""
        noun, said = (word, other) if self.follow else (other, word)
        return self.may_be(noun) and said.lower() not in self.unclear


def edges(text: str, blocks: Sequence[Sequence[Word]], language: str) -> Edges:
    """Which words of a text are verbs and adverbs, so that no phrase begins or ends with them; and its adjectives.

    Where a word is a verb in one place and a noun in another, it is what it is more often.
    """
    known = _lists(language)
    if not known.verbs:
        return Edges()
    votes = _votes(text, blocks, known)
    leaning = _leaning(text, blocks, known)
    unclear = frozenset(word for word in known.either.intersection(votes) if votes[word] >= 0)
    beside = known.adjectives.intersection(votes) | leaning
    judged = {word: _judged(word, vote, known) for word, vote in votes.items()}
    first = frozenset(word for word, (begins, _) in judged.items() if not begins)
    last = frozenset(word for word, (_, ends) in judged.items() if not ends)
    # Few adjectives open a phrase where they follow their nouns, and none closes one where they stand before them.
    if known.follow:
        return Edges(first | leaning, last, beside, unclear, follow=True)
    return Edges(first, last | beside, beside, unclear)


def verbs(language: str) -> frozenset[str]:
    """The listed words that are verbs, whatever stands beside them."""
    known = _lists(language)
    return known.verbs - known.nouns


def behind_verbs(language: str) -> frozenset[str]:
    """The words that stand right behind a verb."""
    return _lists(language).behind_verbs


def is_participle(word: str, language: str) -> bool:
    """Whether a word in small letters ends like a participle in the plural, and is no noun that is listed."""
    known = _lists(language)
    return _ends(word, known.participle_endings) and word not in known.nouns


@cache
def _lists(language: str) -> _Lists:
    sections: Mapping[str, Mapping[str, str]] = assets.table("lexicons/kinds.toml")
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


def _leaning(text: str, blocks: Iterable[Sequence[Word]], known: _Lists) -> frozenset[str]:
    """The words that look like adjectives, as another word is right beside them wherever their noun would be.

    Where adjectives follow their nouns, so do verbs, and a word that is always behind another is no noun. Where they
    stand before them, most nouns do as well, so that how a word ends has to tell.
    """
    places: Counter[str] = Counter()
    leaning: Counter[str] = Counter()
    for words in blocks:
        for index, word in enumerate(words):
            if word.stem:
                spelled = text[word.start : word.end].lower()
                places[spelled] += 1
                leaning[spelled] += _leans(text, words, index, known)
    if known.follow:
        found = {word for word, count in leaning.items() if count == places[word]}
    else:
        mostly = (word for word, count in leaning.items() if count * 2 > places[word])
        found = {word for word in mostly if _ends(word, known.adjective_endings)}
    return frozenset(found - known.nouns)


def _leans(text: str, words: Sequence[Word], index: int, known: _Lists) -> bool:
    """Whether a word that says something is right beside this one, where the noun of an adjective would be."""
    pair = words[index - 1 : index + 1] if known.follow else words[index : index + 2]
    if len(pair) < 2 or not (pair[0].stem and pair[1].stem) or text[pair[0].end : pair[1].start] not in _SPACES:
        return False
    before, behind = (text[word.start : word.end] for word in pair)
    if known.follow:
        # A capital behind another word makes a name of both, as in `centre Tier III`.
        return before.lower() not in known.opening_adjectives and not behind[0].isupper()
    return behind.lower() not in known.verbs and not _ends(behind, known.opening_endings)


def _vote_before(before: str, word: str, known: _Lists) -> int:
    """What the word before says."""
    is_infinitive = before in known.before_infinitives and _ends(word, known.infinitive_endings)
    if before in known.before_verbs or (is_infinitive and word not in known.nouns):
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
