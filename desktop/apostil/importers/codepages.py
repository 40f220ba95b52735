"""Tells the encodings with one byte a character from one another, by how letters and marks are used."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_LEANINGS = {
    "cp1252": 2.0,
    "mac-roman": 0.5,
    "cp850": 0.5,
    "iso-8859-15": 0.0,
    "cp437": 0.0,
    "cp1250": 0.0,
    "cp1251": 0.0,
    "koi8-r": 0.0,
    "cp1253": 0.0,
    "cp1254": 0.0,
    "iso-8859-2": -0.5,
    "koi8-u": -0.5,
    "cp866": -0.5,
    "iso-8859-5": -0.5,
    "mac-cyrillic": -1.0,
    "iso-8859-7": -0.5,
    "cp852": -0.5,
    "mac-latin2": -1.0,
}
"""The encodings in which articles lie about, and how much more often one is met than another."""

_WEIGHTS = {
    7: "éо",
    6: "’еаинтαοιετσνη",
    5: "àèê\u00a0серлвкмдпуяыьзбгчйхжшюυρπκμλςί",
    4: "çôîûâù«»“”–ÉÀάέήόύώ",
    3: "ëïœñöüä…—€°‘¿цщэфъёіїєґğış",
    2: "ßóíáåøæÇÈÊÎÔÛÂÙŒÜÖÄÅØÆÑÓÍÁãõ•·£§©®™„‚\u00adýťďňđŁŚŻŘŠČŽŞİ№¡ąęłśżźćńěřščžůőűăţşțș"
    "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯІΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩγδζθξφχψωϊϋ",
    1: "½¼¾²³×ºª±µÿìòúÌÒÚÕÃÏËĄĘĆŃŹĚŮŐŰĂŢĞĎŇĐ‹›†ИЫЬЪЩЁЇЄ΄ΆΈΉΊΌΎΏ",
}
_WEIGHT = {char: float(weight) for weight, chars in _WEIGHTS.items() for char in chars}
_RARE = -6.0
_MISPLACED = -6.0
_ALONE = frozenset("àÀôÔóÓОоАаИиВвСсКкУуЯяіІΗηΟο")
_LAST = frozenset("àù")
"""Letters with which a word ends, behind one of a few others; and those with which it hardly ever does."""
_NEVER_LAST = frozenset("âêîôëïçèœ")
_BEFORE_LAST = frozenset("ljoOd")
_VOWELS = frozenset("aeou")
_SPACES = frozenset(" \t\r\n\u00a0([{-–—'’\"")
_MARKS = frozenset(":;!?%»«€$£ \u00a0")
_BEYOND = re.compile(rb"[\x80-\xff]{1,64}")
_FOREIGN = frozenset({"cp1251", "koi8-r", "koi8-u", "cp866", "iso-8859-5", "mac-cyrillic", "cp1253", "iso-8859-7"})
"""Those of other alphabets, whose words hold no letters of ASCII..."""
_LIMITS = (lambda run: run < 3.5, lambda run: run >= 2.0)
"""...so that many of their characters follow one another, and few of the others."""
_LOOKED_AT = 3000
_CONTEXT = 2
_LEAST = 1.5
"""What the characters of a text must weigh on average to be believed..."""
_FEW = 20
"""...unless there are but few of them: one in so many."""


def likeliest(data: bytes) -> str:
    """The encoding in which these bytes are best read as words; empty where none makes words of them."""
    windows = tuple(_windows(data))
    if not windows:
        return ""
    count = sum(end - start for _, start, end in windows)
    fitting = [name for name in _LEANINGS if _LIMITS[name in _FOREIGN](count / len(windows))]
    scored = [(score + _LEANINGS[name], name) for name in fitting if (score := _score(windows, name)) is not None]
    score, name = max(scored, default=(0.0, ""))
    believed = score >= _LEAST * count or count * _FEW <= len(data)
    return name if believed else ""


def _windows(data: bytes) -> Iterable[tuple[bytes, int, int]]:
    """Each run of bytes beyond ASCII with what stands around it, and where the run begins and ends in that."""
    for found in islice(_BEYOND.finditer(data), _LOOKED_AT):
        start = max(0, found.start() - _CONTEXT)
        yield data[start : found.end() + _CONTEXT], found.start() - start, found.end() - start


def _score(windows: Sequence[tuple[bytes, int, int]], encoding: str) -> float | None:
    """How well the windows read in an encoding; None where it does not know one of their bytes."""
    score = 0.0
    for window, start, end in windows:
        try:
            text = window.decode(encoding)
        except UnicodeDecodeError:
            return None
        for index in range(start, end):
            before = text[index - 1] if index else " "
            after = text[index + 1] if index + 1 < len(text) else " "
            score += _fit(before, text[index], after)
    return score


def _fit(before: str, char: str, after: str) -> float:
    """How usual a character is, between these two."""
    weight = _WEIGHT.get(char)
    if weight is None:
        return _RARE / 3 if char.isalpha() else _RARE
    return weight if _is_in_place(before, char, after) else weight + _MISPLACED


def _is_in_place(before: str, char: str, after: str) -> bool:
    if char.isalpha():
        return _is_in_word(before, char, after)
    return _PLACES.get(char, _is_apart)(before, after)


def _is_apart(before: str, after: str) -> bool:
    return not (before.isalpha() and after.isalpha())


def _opens(before: str, _after: str) -> bool:
    return before in _SPACES


def _closes(before: str, after: str) -> bool:
    return not after.isalnum() and not before.isspace()


def _is_dash(before: str, after: str) -> bool:
    return before.isspace() == after.isspace() or before.isspace()


def _is_fixed_space(before: str, after: str) -> bool:
    return after in _MARKS or before in _MARKS or before.isdigit() or after.isdigit() or before.isalpha()


_PLACES: dict[str, Callable[[str, str], bool]] = {
    **dict.fromkeys("«“„‘", _opens),
    **dict.fromkeys("¡¿", lambda before, after: before in _SPACES and after.isalpha()),
    "»": lambda _before, after: not after.isalnum(),
    "”": _closes,
    "…": lambda before, after: not before.isspace() and _is_apart(before, after),
    "’": lambda before, _after: before.isalnum(),
    "\u00a0": _is_fixed_space,
    **dict.fromkeys("–—", _is_dash),
}
"""Where marks stand, by what stands on both sides of them."""


def _is_in_word(before: str, char: str, after: str) -> bool:
    """Whether a letter belongs to the word around it: capitals stand at its start, or everywhere in it."""
    if not before.isalpha() and not after.isalpha():
        return char in _ALONE
    if _is_foreign_spelling(before, char, after):
        return False
    if char.isupper():
        return not before.islower() and not (before.isalpha() and after.islower())
    if not _is_alike(before, char) or not _is_alike(after, char):
        return False
    return not after.isupper()


def _is_foreign_spelling(before: str, char: str, after: str) -> bool:
    """Whether French and English words would not have a letter there."""
    if char in _LAST:
        return after.isalpha() or before not in _BEFORE_LAST
    return (char in _NEVER_LAST and not after.isalpha()) or (char == "â" and before in _VOWELS)


def _is_alike(other: str, char: str) -> bool:
    """Whether two characters may stand in one word: nobody mixes Greek or Cyrillic letters with Latin ones."""
    return not other.isalpha() or (other >= "\u0370") == (char >= "\u0370")
