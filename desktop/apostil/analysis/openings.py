"""Finds the words with which a sentence leans on the one before it: "He", "This decision", "However", "Il"."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from apostil import assets
from apostil.analysis.patterns import any_of
from apostil.domain.spans import Span

_BEFORE = re.compile(r"[\s\"'«“„‘’(\[.…)–—•*-]*")
_END = r"(?![\w'’-])"
_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class _Rules:
    """What joins a sentence to the one before, and what points back to it, right behind or on its own."""

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
    link = rules.link.match(text, first)
    pointer = rules.pointer.match(text, _behind(link, first))
    found = pointer or link
    if found is None or _is_shouted(text, first):
        return None
    return Span(first, found.end("words"))


def _first(text: str, start: int) -> int:
    """Where the first word begins."""
    marks = _BEFORE.match(text, start)
    return marks.end() if marks else start


def _behind(link: re.Match[str] | None, first: int) -> int:
    return link.end() if link else first


def _is_shouted(text: str, first: int) -> bool:
    """Whether the first word is all capitals, as abbreviations are: `IT is`."""
    start = text[first : first + 2]
    return start.isalpha() and start.isupper()


@cache
def _rules(language: str) -> _Rules | None:
    sections: dict[str, dict[str, str]] = tomllib.loads(assets.read_text("lexicons/openings.toml"))
    if language not in sections:
        return None
    lists = {name: any_of(words) for name, words in sections[language].items()}
    return _Rules(_compiled(_link(lists)), _compiled(_pointer(lists)))


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
    adverb = r"(?:\s+(?:also|now|not|then|once|still|currently|often|later|originally))?"
    told = rf"(?!{adverb}\s+{lists.get('participles', _NOTHING)}{_END}(?!\s+that\b))"
    copula = r"il\s+(?:n['’])?(?:est|était|sera|serait|fut|a\ été|semble|paraît|devient|reste|demeure)"
    degree = r"(?:\s+(?:pas|plus|donc|très|aussi|bien|tout|désormais|également|encore|même|peu|assez))*"
    impersonal = rf"{copula}{degree}\s+(?:{lists.get('impersonal', _NOTHING)}{_END}|\d+)"
    return rf"(?:{lists['exceptions']}{told}|{impersonal})"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)
