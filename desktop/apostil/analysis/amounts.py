"""Reads what a figure comes to, so that those that are written otherwise compare: `3,5 %`, `3.5 percent`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis.numerals import read_range
from apostil.analysis.patterns import DIGIT_MARK, HYPHEN, OF, SPACE, SPACES, any_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_DIGITS = re.compile(rf"\d+(?:{DIGIT_MARK}\d+)*")
_MARK = re.compile(DIGIT_MARK)
_GROUPED = re.compile(rf"\d{{1,3}}(?:({DIGIT_MARK})\d{{3}})(?:\1\d{{3}})*")
_OF = re.compile(OF)
_HYPHEN = re.compile(HYPHEN)
_SPELLED = 4
"""Letters of a word that may be in capitals or not, at least: `3 T` and `3 t` are not the same."""

_HALF = Decimal("0.5")

_DECIMAL = {"en": ".", "fr": ","}
"""What parts the whole of a number from the rest where only one mark could do either, by language."""

_LARGE = {"fr": {"billion": 10**12, "billions": 10**12, "trillion": 10**18, "trillions": 10**18}}
"""Scales that are more in some languages than they are in English."""


def amount(words: str, language: str) -> str:
    """The value of a figure and its unit, the same however they are written; empty where it cannot be read."""
    found = list(_DIGITS.finditer(words))
    if found:
        values = [_value(one[0], language) for one in found]
        before, behind = words[: found[0].start()], words[found[-1].end() :]
        minus = "-" if before.endswith(("-", "−")) else ""
    else:
        values, end = _in_words(words, language)
        if not values:
            return ""
        before, behind, minus = "", words[end:], ""
    scale, behind = (Decimal(1), behind) if _is_metres(behind) and not before else _scaled(behind, language)
    told = "–".join(_plain(value * scale) for value in values)
    unit = _unit(behind) or _unit(before.rstrip("-−"))
    return f"{minus}{told} {unit}".rstrip()


def _value(digits: str, language: str) -> Decimal:
    """A number in digits: what a mark in it means is told by the language where either could be meant."""
    grouped = _GROUPED.fullmatch(digits)
    mark = grouped[1] if grouped else ""
    is_whole = mark and (mark != _DECIMAL.get(language) or digits.count(mark) > 1 or digits.endswith("000"))
    if is_whole and not digits.startswith("0"):
        return Decimal(_MARK.sub("", digits))
    marks = list(_MARK.finditer(digits))
    if not marks or marks[-1][0] not in {",", "."}:
        return Decimal(_MARK.sub("", digits))
    last = marks[-1]
    return Decimal(f"{_MARK.sub('', digits[: last.start()])}.{digits[last.end() :]}")


def _in_words(words: str, language: str) -> tuple[list[Decimal], int]:
    """The numbers in words that open a figure, and where they end; none where it opens otherwise."""
    if numerals := read_range(words, 0, language):
        return [numeral.value for numeral in numerals], numerals[-1].end
    half = _known().half.match(words)
    return ([_HALF], half.end()) if half else ([], 0)


def _is_metres(words: str) -> bool:
    """Whether the `m` behind a number is no million: `3 m`, but not `3m`, nor `$3 m`."""
    return words.startswith(tuple(SPACES)) and words.strip() == "m"


def _scaled(words: str, language: str) -> tuple[Decimal, str]:
    """By how much the words behind a number multiply it, and what stands behind those."""
    known = _known()
    found = known.scale.match(words)
    if found is None:
        return Decimal(1), words
    scale = found[1]
    by = _LARGE.get(language, {}).get(scale.casefold()) or known.scales.get(scale) or known.scales[_bare(scale)]
    return Decimal(by), words[found.end() :]


def _unit(words: str) -> str:
    """What something is measured in, in one writing; words that are no known unit stand for themselves."""
    bare = _OF.sub("", " ".join(_HYPHEN.sub("-", words).split()).strip("- "), count=1)
    return _known().units.get(bare) or _known().units.get(_bare(bare)) or _bare(bare)


def _plain(value: Decimal) -> str:
    """A number without zeros at its end and without an exponent."""
    told = f"{value:f}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def _bare(words: str) -> str:
    return " ".join(words.casefold().split())


@dataclass(frozen=True, slots=True)
class _Known:
    """What units and scales stand for, and how scales and halves are found."""

    units: Mapping[str, str]
    scales: Mapping[str, str]
    scale: re.Pattern[str]
    half: re.Pattern[str]


@cache
def _known() -> _Known:
    lists: Mapping[str, str] = assets.table("lexicons/amounts.toml")
    units, scales = (_meanings(lists[name]) for name in ("units", "scales"))
    signs = any_of(",".join(one for one in scales if len(one) < _SPELLED))
    spelled = any_of(",".join(one for one in scales if len(one) >= _SPELLED))
    return _Known(
        units,
        scales,
        re.compile(rf"{SPACE}?({signs}|(?i:{spelled}))(?![^\W_])"),
        re.compile(rf"{any_of(lists['half'])}(?![^\W_])", re.IGNORECASE),
    )


def _meanings(lines: str) -> dict[str, str]:
    """What each word stands for, as it is written and, where it is no sign, in small letters too."""
    written: dict[str, str] = {}
    for line in lines.strip().splitlines():
        meaning, _, words = line.partition(" = ")
        written |= dict.fromkeys(words.split(", "), meaning)
    return {_bare(word): meaning for word, meaning in written.items() if len(word) >= _SPELLED} | written
