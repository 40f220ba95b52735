"""Reads numbers in words: `forty`, `two hundred and fifty`, `two point five`, `quatre-vingt mille`, `vingt et un`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis.patterns import HYPHEN, OF, SPACE, any_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

_HUNDRED, _THOUSAND = 100, 1000
_SCORE, _FOUR_SCORE = 20, 80
_TEENS = range(10, 20)
_COUNTED_ON = (60, 80)
"""Behind these, French goes on with ten, eleven and so on."""

_JOINED_TO_TEN = (7, 8, 9)
"""French makes its last teens of these and ten."""

_END = r"(?![^\W_])"
_NOTHING = r"(?!)"
_AFTER_AND = (1, 11)
"""Before these, and no others, French says `et`."""

_FAR = 40
"""Characters up to the end of a number in which words may make a place of it and of the point behind it."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in words: what it comes to, and where it ends in its text, with the scale that multiplies all of it.

    The scale is that of its last word: a million in `two million`, and none, which is 1, in `two hundred and six`.
    """

    value: Decimal
    end: int
    scale: int = 1


@dataclass(slots=True)
class _Sum:
    """What the words read so far come to: what the large scales took, and what stands behind them."""

    counts_on: bool
    """Whether tens and teens add up as in French: `quatre-vingt`, `soixante-dix`, `dix-sept`."""

    above: int = 0
    current: int = 0
    scale: int = 10**15
    """The last of the large scales: the next one is smaller."""

    @property
    def value(self) -> int:
        return self.above + self.current

    def takes(self, value: int, *, alone: bool) -> bool:
        """Add the value of one more word, where it can stand behind those before; `alone` needs none before it."""
        if value >= _THOUSAND:
            return self._takes_large(value, alone=alone)
        if value == _HUNDRED:
            return self._takes_hundred(alone=alone)
        if self.counts_on and value == _SCORE and self.current % _HUNDRED == _FOUR_SCORE // _SCORE:
            self.current += _FOUR_SCORE - _FOUR_SCORE // _SCORE
            return True
        return self._takes_small(value)

    def _takes_large(self, value: int, *, alone: bool) -> bool:
        if value >= self.scale or not (self.current or (alone and not self.above)):
            return False
        self.above, self.current, self.scale = self.above + (self.current or 1) * value, 0, value
        return True

    def _takes_hundred(self, *, alone: bool) -> bool:
        if not (0 < self.current < _HUNDRED or (alone and not self.current)):
            return False
        self.current = (self.current or 1) * _HUNDRED
        return True

    def _takes_small(self, value: int) -> bool:
        rest = self.current % _HUNDRED
        is_one = value < _TEENS.start and rest >= _SCORE and rest % _TEENS.start == 0
        is_teen = (value in _TEENS and rest in _COUNTED_ON) or (value in _JOINED_TO_TEN and rest == _TEENS.start)
        is_open = not rest or is_one or (self.counts_on and is_teen)
        if is_open:
            self.current += value
        return is_open


@dataclass(frozen=True, slots=True)
class _Known:
    """The words of a language that numbers are made of, and how they are found."""

    values: Mapping[str, int]
    scales: Mapping[str, int]
    alone: frozenset[str]
    first: re.Pattern[str]
    further: re.Pattern[str]
    to: re.Pattern[str]
    fraction: re.Pattern[str]
    place: re.Pattern[str]
    """What a point behind it makes no part of a number: `at one point`."""

    counts_on: bool
    joins: Callable[[_Sum, int], bool]
    """Whether `and` may stand between what was read and one more value."""


def read(text: str, start: int, language: str) -> Numeral | None:
    """The number in words that begins here; None where there is none, or where the language has no such words.

    A word that is joined to one of another kind begins no part of it: `two four-year terms` begins with 2.
    """
    known = _known(language)
    first = known.first.match(text, start) if known else None
    if known is None or first is None:
        return None
    total = _Sum(known.counts_on, current=1 if first["article"] else 0)
    found = None
    for word in _words(first, known):
        said = word["word"].casefold()
        value = known.values[said]
        is_whole = said in known.scales and not total.above
        is_open = word is first or not word["and"] or known.joins(total, value)
        if not is_open or not total.takes(value, alone=said in known.alone):
            break
        found = Numeral(Decimal(total.value), word.end(), value if is_whole else 1)
    return found and _with_fraction(text, found, known)


def _with_fraction(text: str, whole: Numeral, known: _Known) -> Numeral:
    """A number with what is said behind the point, digit by digit or as one number: `six five`, `quatre-vingt-dix`."""
    fraction = known.fraction.match(text, whole.end)
    if fraction is None or known.place.search(text[max(0, whole.end - _FAR) : whole.end]):
        return whole
    digits = "".join(map(str, (_small(one, known) for one in fraction["digits"].casefold().split())))
    scale = known.values.get((fraction["scale"] or "").casefold(), 1)
    return Numeral((whole.value + Decimal(f"0.{digits}")) * scale, fraction.end(), scale)


def _small(words: str, known: _Known) -> int:
    """What words with hyphens come to together."""
    total = _Sum(known.counts_on)
    for word in re.split(HYPHEN, words):
        total.takes(known.values[word], alone=False)
    return total.value


def read_range(text: str, start: int, language: str) -> tuple[Numeral, ...]:
    """The number in words that begins here, and the one up to which it goes: `three to five`; nothing where none is."""
    first, known = read(text, start, language), _known(language)
    if first is None or known is None:
        return ()
    to = known.to.match(text, first.end)
    last = read(text, to.end(), language) if to else None
    if last is None or last.value <= first.value:
        return (first,)
    return Numeral(first.value * _shared_scale(first, last), first.end), last


def _shared_scale(first: Numeral, last: Numeral) -> int:
    """By how much the end of a range multiplies its beginning too: `two to three million`, but not `two to a million`.

    From a hundred on, the beginning has a scale of its own.
    """
    is_shared = first.value < _HUNDRED and first.value * last.scale < last.value
    return last.scale if is_shared else 1


def starts(text: str, language: str) -> Iterator[int]:
    """Where numbers in words may begin, each place once."""
    known = _known(language)
    return (found.start() for found in known.first.finditer(text)) if known else iter(())


def _words(first: re.Match[str], known: _Known) -> Iterator[re.Match[str]]:
    """The words that numbers are made of, one behind the other."""
    word: re.Match[str] | None = first
    while word is not None:
        yield word
        word = known.further.match(word.string, word.end())


def _joins_after_hundreds(total: _Sum, value: int) -> bool:
    """`two hundred and fifty`, but not `twenty and five`."""
    return total.value > 0 and total.current % _HUNDRED == 0 and value < _HUNDRED


def _joins_ones(total: _Sum, value: int) -> bool:
    """`vingt et un`, `soixante et onze`, but not `vingt et deux`."""
    return value in _AFTER_AND and total.current % _HUNDRED >= _SCORE


_JOINS = {"after hundreds": _joins_after_hundreds, "ones": _joins_ones}


@cache
def _known(language: str) -> _Known | None:
    sections: Mapping[str, Mapping[str, str]] = assets.table("lexicons/numerals.toml")
    if language not in sections:
        return None
    section = sections[language]
    small, scales = _values(section["small"]), _values(section["scales"])
    values = {**small, **scales}
    alone, articles = (tuple(filter(None, section[name].split(", "))) for name in ("alone", "articles"))
    return _Known(
        values,
        scales,
        frozenset(alone),
        _compiled(_first((*small, *alone), articles, scales)),
        _compiled(_further(values, section["and"])),
        _compiled(rf"{SPACE}{any_of(section['to'])}{SPACE}"),
        _compiled(_fraction(section, small, scales)),
        _compiled(rf"(?<![^\W_]){any_of(section['places'])}\Z" if section["places"] else _NOTHING),
        bool(section["counts_on"]),
        _JOINS[section["and_joins"]],
    )


def _first(opening: Collection[str], articles: Collection[str], scales: Collection[str]) -> str:
    """How a number begins: with one of these words, or with an article before one of the scales."""
    # Most words are passed by at their first letter.
    letters = "".join(sorted({word[0] for word in (*opening, *articles)}))
    article = any_of(",".join(articles)) if articles else _NOTHING
    return rf"""\b(?=[{letters}{letters.upper()}])(?<![^\W_]{HYPHEN})
        (?:(?P<article>{article}){SPACE})?(?P<word>(?(article){any_of(",".join(scales))}|{any_of(",".join(opening))})){_END}"""


def _further(words: Collection[str], joining: str) -> str:
    """How a number goes on, but not into a word that is joined to one of another kind."""
    word = any_of(",".join(words))
    between = rf"(?:{SPACE}|{HYPHEN})"
    return rf"""(?:(?P<and>{between}{joining}{between})|(?P<spaced>{SPACE})|{HYPHEN})(?P<word>{word}){_END}
        (?(spaced)(?!{HYPHEN}(?!{word}{_END})[^\W\d_]))"""


def _fraction(section: Mapping[str, str], small: Collection[str], scales: Collection[str]) -> str:
    """What is said behind the point of a number, and the scale of all of it, or a unit, or the end of a range."""
    word = any_of(",".join(small))
    digits = rf"(?:{SPACE}{word}(?:{HYPHEN}{word})*{_END}(?!{HYPHEN}))+"
    measures: Mapping[str, str] = assets.table("lexicons/figures.toml")
    unit = rf"{OF}?(?-i:{any_of(measures['percents'])}|{any_of(measures['units'])}){_END}"
    to = rf"{any_of(section['to'])}{SPACE}{word}{_END}"
    return rf"""{SPACE}{section["point"]}(?P<digits>{digits})
        (?:{SPACE}(?P<scale>{any_of(",".join(scales))}){_END}|(?={SPACE}(?:{unit}|{to})))"""


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def _values(lines: str) -> dict[str, int]:
    """What each word comes to."""
    pairs = (line.partition(" = ") for line in lines.strip().splitlines())
    return {word: int(value) for value, _, words in pairs for word in words.split(", ")}
