"""Makes the patterns of what opens a sentence that leans on the one before, from the lists of each language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis import calendar_words
from apostil.analysis.patterns import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FIRST = re.compile(r"[^\W_]+")
"""The first word of a sentence, or of a phrase in a list."""

_END = r"(?![\w'’-])"
_WHOLE = r"(?:(?<=['’])|(?!\w))"
"""Where a word ends, or is elided."""

_NOTHING = r"(?!)"
_CONTRACTED = r"(?=['’](?:s|re|ve|ll|d)(?!\w))"
_STARTING = (
    *("conjunctions", "joins", "adverbs", "paused", "pronouns", "determiners", "possessives", "prepositions"),
    *("counts", "before_dates", "dates", "copulas", "before_counts", "participles"),
)
"""The lists that what opens a sentence may begin with."""

_QUOTED = r"(?:\"[^\"\n]{1,40}\"|[«“][^»”\n]{1,40}[»”])"
_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-Þ])[\w’'-]*"


@dataclass(frozen=True, slots=True)
class Rules:
    """What joins a sentence to the one before, and what points back to it, right behind or on its own.

    `starts` are the first words of all of these: most sentences begin with none of them. `date` is what may stand
    before something that points back, and joins nothing by itself. `answer` is how an answer begins, which is one only
    behind a question; `deed` is something definite that happened before. What leans on the sentence before is the
    group `words` of a match.
    """

    starts: frozenset[str]
    link: re.Pattern[str]
    date: re.Pattern[str]
    pointer: re.Pattern[str]
    answer: re.Pattern[str]
    deed: re.Pattern[str]


@cache
def rules_of(language: str) -> Rules | None:
    """The rules of a language; None where it has none."""
    sections: Mapping[str, Mapping[str, str]] = assets.table("lexicons/openings.toml")
    if language not in sections:
        return None
    section = {**sections[language], "months": calendar_words.words("months")}
    section["dates"] += f", {section['months']}, {calendar_words.words('weekdays')}"
    section["known"] += f", {calendar_words.written_out('months')}, {calendar_words.written_out('weekdays')}"
    starts = frozenset(word for name in _STARTING for word in _first_words(section.get(name, "")))
    lists = {name: any_of(words) for name, words in section.items()}
    return Rules(starts, *map(_compiled, (_link(lists), _date(lists), _pointer(lists), _answer(lists), _deed(lists))))


def _first_words(phrases: str) -> Iterator[str]:
    return (word[0] for phrase in re.split(r"[,\n]", phrases) if (word := FIRST.search(phrase)))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


def _link(lists: dict[str, str]) -> str:
    plain = rf"(?!{_plain(lists)}{_WHOLE})"
    count = rf"{lists['counts']}(?:(?<=['’])|\s+)"
    return rf"""(?P<words>
        {lists["joins"]}{_WHOLE}
        | {plain}{lists["conjunctions"]}{_END}
        | {plain}{lists["adverbs"]}{_END}(?!\s+{lists["followed"]}{_WHOLE})
        | {plain}{lists["paused"]}(?=\s?,)
        | (?:{count}){{1,3}}{lists["times"]}\s+{lists["elapsed"]}{_END}
        | {_copula(lists)}
    )(?:,?\s+|\s?[,:]\s*|)"""


def _copula(lists: dict[str, str]) -> str:
    """`C'est une surprise`, but not `C'est une surprise qui…`, which tells something of its own."""
    if "copulas" not in lists:
        return _NOTHING
    tells_itself = r"[^.!?…]*?\s(?:qui|que|dont|où|qu['’](?!une?\b))"
    return rf"{lists['copulas']}(?=\s+{lists['predicates']}{_WHOLE})(?!{tells_itself})"


def _date(lists: dict[str, str]) -> str:
    """What may stand before somebody who was named: a date, a time or an age, or a deed as in `Born in May, she`."""
    one = rf"(?:{lists['dates']}|\d{{1,4}}(?:st|nd|rd|th|er|s)?){_END}"
    none = rf"(?!{lists['undated']}{_END})" if "undated" in lists else ""
    day = rf"{none}(?:{lists['before_dates']}[\s-]+)?{one}(?:,?\s+{one}){{0,4}},?\s+"
    count = rf"(?:{lists['counts']}|\d[\d.,]*)(?:(?<=['’])|\s+)"
    many = rf"(?:{count}){{1,3}}{lists['times']}(?:\s+(?:old|of\s+age)|\s+d['’]âge)?"
    age = rf"{lists['before_counts']}\s+(?:{many}|{lists['counts']}|\d{{1,3}}){_END},?\s+"
    deed = rf"{lists['participles']}\s[^.!?;:«»\"“”\n]{{2,90}}?,\s+(?={lists['pronouns']}{_END})"
    return rf"(?:{day}|{age}|{deed})"


def _pointer(lists: dict[str, str]) -> str:
    before = rf"(?:{lists['prepositions']}(?:(?<=['’])|\s+))"
    # Where a determiner may stand alone, there is a list of what it stands alone before.
    behind = rf"(?:\s+{_noun(lists, lists['verbs'])})?" if "verbs" in lists else rf"(?:\s+{_noun(lists)})"
    return rf"""(?!{before}?{_plain(lists)}{_WHOLE})(?!{before}?{_known(lists)})
        (?P<words>
            {lists["pronouns"]}(?:{_END}|{_CONTRACTED})
            | {before}{lists["objects"]}{_END}
            | {before}?{lists["determiners"]}(?:{_CONTRACTED}|{_END}{behind})
            | {lists["possessives"]}\s+{_noun(lists)}
        )"""


def _answer(lists: dict[str, str]) -> str:
    """`Yes`, whatever follows, and `No`, but not in `No ship left`."""
    return rf"(?P<words>{lists['answers']}{_WHOLE}|{lists['answers_paused']}(?=\s?[,.;:!…–—]|\s-\s|\s?\Z))"


def _deed(lists: dict[str, str]) -> str:
    """`The announcement came`, but not `The announcement of the fair came`, which says itself what is meant."""
    article = rf"{lists['deed_articles']}(?:(?<=['’])|\s+)"
    ended = rf"\w+{lists['deed_verb_endings']}{_END}" if "deed_verb_endings" in lists else _NOTHING
    verb = rf"(?:{lists['deed_verbs']}{_WHOLE}|{ended})"
    # With a capital, it is a title: `The Strike`.
    return rf"(?P<words>{article}(?!{_CAPITAL}){lists['deeds']}{_END})(?=\s+{verb}|\s?,)"


def _qualifiers(lists: dict[str, str]) -> str:
    number = r"\d[\d.,]*(?:e|ᵉ|ème|er|ère|st|nd|rd|th)?"
    return rf"(?:(?:{lists['degrees']}\s+\w[\w’'-]*|{lists['qualifiers']}|{number})\s+)*"


def _noun(lists: dict[str, str], never: str = _NOTHING) -> str:
    """A noun with what stands before it; of several capitalised words all, and in English two before an auxiliary.

    The words `never` are no noun there.
    """
    second = (
        rf"(?:\s+(?!{lists['fillers']}{_END}|\w+ly\b)\w[\w’'-]*(?=\s+{lists['auxiliaries']}{_END}))?"
        if "auxiliaries" in lists
        else ""
    )
    words = rf"(?:{_CAPITAL}(?:\s+{_CAPITAL}){{1,4}}|(?!{never}{_END})\w[\w’'-]*{second})"
    return rf"{_qualifiers(lists)}(?:{_QUOTED}|[\"«“]?\s?{words})"


def _known(lists: dict[str, str]) -> str:
    """What points at something, and everybody knows at what: this week, Your Majesty, those whom one tells of."""
    day = rf"\d{{1,2}}(?:er|st|nd|rd|th)?(?:\s+(?:of\s+)?{lists['months']}{_END}|(?!\w|\s+\w))"
    told = rf"(?:(?:\w[\w'’-]*\s+){{0,2}}{lists.get('told_by', _NOTHING)}|\w{{2,}}ing){_END}"
    those = rf"| {lists['open']}\s+{told}" if "open" in lists else ""
    return rf"""(?:
        {lists["nearest"]}\s+{_qualifiers(lists)}(?:{lists["known"]}(?:['’]s)?{_END}|{day})
        | {lists["determiners"]}\s+{day}
        | {lists["possessives"]}\s+{lists["titles"]}{_END}{those}
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
    return rf"(?:(?!it\b){lists['exceptions']}|{lists['exceptions']}{told}|{_impersonal(lists)})"


def _impersonal(lists: dict[str, str]) -> str:
    """`Il est clair`, `Il était dix heures`, `Il fait froid`."""
    if "impersonal" not in lists:
        return _NOTHING
    copula = r"il\s+(?:n['’])?(?:est|était|sera|serait|fut|a\ été|semble|paraît|devient|reste|demeure)"
    weather = r"il\s+(?:ne\s+)?(?:fait|faisait|fit|fera|ferait|a\ fait)"
    degree = r"(?:\s+(?:pas|plus|donc|très|aussi|bien|tout|désormais|également|encore|même|peu|assez|trop|si))*"
    hour = rf"(?:\d+|{lists['counts']}\s+heures?)"
    degrees = r"(?:[\w-]+\s+){0,2}(?:degrés?|°)"
    said = rf"{copula}{degree}\s+(?:{lists['impersonal']}{_END}|{hour})"
    return rf"(?:{said}|{weather}{degree}\s+(?:{lists['weather']}{_END}|{degrees}))"
