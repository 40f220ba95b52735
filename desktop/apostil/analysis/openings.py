"""Finds the words with which a sentence leans on the one before it: "He", "This decision", "However", "Il"."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis.patterns import any_of
from apostil.domain.article import SEPARATOR
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEFORE = re.compile(r"[\s\"'«“„‘’(\[.…)–—•*-]*")
_FIRST = re.compile(r"[^\W_]+")
_END = r"(?![\w'’-])"
_NOTHING = r"(?!)"
_STARTING = ("conjunctions", "adverbs", "paused", "pronouns", "determiners", "possessives", "prepositions")
"""The lists that what opens a sentence may begin with."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """What joins a sentence to the one before, and what points back to it, right behind or on its own.

    `starts` are the first words of all of these: most sentences begin with none of them.
    """

    starts: frozenset[str]
    link: re.Pattern[str]
    pointer: re.Pattern[str]


def opening(text: str, start: int, language: str) -> Span | None:
    """The words that open the sentence at `start` and need what is said before it; None where there are none.

    Marks before the first word do not belong to them. Known are English and French.
    """
    rules = _rules(language)
    if rules is None:
        return None
    first = _first(text, start)
    word = _FIRST.match(text, first)
    if word is None or word[0].lower() not in rules.starts or _is_shouted(word[0]):
        return None
    block = text.find(SEPARATOR, first)
    end = len(text) if block < 0 else block
    link = rules.link.match(text, first, end)
    pointer = rules.pointer.match(text, link.end() if link else first, end)
    found = pointer or link
    return Span(first, found.end("words")) if found else None


def _first(text: str, start: int) -> int:
    """Where the first word begins."""
    marks = _BEFORE.match(text, start)
    return marks.end() if marks else start


def _is_shouted(word: str) -> bool:
    """Whether a word is all capitals, as abbreviations are: `IT is`."""
    return len(word) > 1 and word.isupper()


@cache
def _rules(language: str) -> _Rules | None:
    sections: dict[str, dict[str, str]] = tomllib.loads(assets.read_text("lexicons/openings.toml"))
    if language not in sections:
        return None
    starts = {word for name in _STARTING for word in _first_words(sections[language][name])}
    lists = {name: any_of(words) for name, words in sections[language].items()}
    return _Rules(frozenset(starts), _compiled(_link(lists)), _compiled(_pointer(lists)))


def _first_words(phrases: str) -> Iterator[str]:
    return (word[0] for phrase in re.split(r"[,\n]", phrases) if (word := _FIRST.search(phrase)))


def _link(lists: dict[str, str]) -> str:
    return rf"""(?!{_plain(lists)}(?:(?<=['’])|(?!\w)))(?P<words>
        {lists["conjunctions"]}{_END}
        | {lists["adverbs"]}{_END}(?!\s+{lists["followed"]}(?!\w))
        | {lists["paused"]}(?=\s?,)
    )(?:,?\s+|\s?[,:]\s*|)"""


def _pointer(lists: dict[str, str]) -> str:
    before = rf"(?:{lists['prepositions']}(?:(?<=['’])|\s+))"
    noun = rf"(?:{lists['qualifiers']}\s+)*"
    either = rf"(?:{lists['determiners']}|{lists['possessives']})"
    # Where a determiner may stand alone, there is a list of what it stands alone before.
    alone = rf"(?!{lists['verbs']}{_END})" if "verbs" in lists else ""
    return rf"""(?!{before}?{_plain(lists)}(?:(?<=['’])|(?!\w)))
        (?!{before}?{either}\s+{noun}(?:{lists["known"]}(?:['’]s)?{_END}|\d))
        (?P<words>
            {lists["pronouns"]}{_END}
            | {before}{lists["objects"]}{_END}
            | {before}?{lists["determiners"]}{_END}(?:\s+{noun}{alone}\w[\w’'-]*){"?" if alone else ""}
            | {lists["possessives"]}\s+\w[\w’'-]*
        )"""


def _plain(lists: dict[str, str]) -> str:
    """What opens a sentence that needs nothing before it."""
    adverb = r"(?:\s+(?:also|now|not|then|once|still|currently|often|later|usually|always|really|very))*"
    telling = (
        rf"(?!{lists['idioms']}\b)(?:{lists['telling']}|(?!indeed|need)\w{{2,}}ed){_END}"
        if "telling" in lists
        else _NOTHING
    )
    told = rf"(?!{adverb}\s+{telling}(?!\s+that\b))"
    copula = r"il\s+(?:n['’])?(?:est|était|sera|serait|fut|a\ été|semble|paraît|devient|reste|demeure)"
    degree = r"(?:\s+(?:pas|plus|donc|très|aussi|bien|tout|désormais|également|encore|même|peu|assez))*"
    impersonal = rf"{copula}{degree}\s+(?:{lists.get('impersonal', _NOTHING)}{_END}|\d+)"
    return rf"(?:{lists['exceptions']}{told}|{impersonal})"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)
