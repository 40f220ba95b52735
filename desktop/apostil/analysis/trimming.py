"""Cuts what an engine found down to the name, as the guidelines of our corpus have it.

No title before a person, no determiner, no possessive, no punctuation at the ends.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.analysis import gazetteer, lexicons
from apostil.domain.entity import Kind

if TYPE_CHECKING:
    from apostil.analysis.lexicons import NameWords

_WORD = re.compile(r"[^\W_]+(?:[.'’&\-‑–][^\W_]+)*\.?")
_ELISION = re.compile(r"(?:[ld]|qu)['’](?=\w)")
_LEADING = re.compile(r"[^\w(]+|\((?![^()]*\))|\((?=[^()]*\)$)")
_TRAILING = re.compile(r"[^\w.)!?+*]+$")
_POSSESSIVE = re.compile(r"(?<=\w)['’][sS]$|(?<=s)['’]$")
_FULL_STOP = re.compile(r"[\d)»”\"]\.$")
_NOISE = re.compile(r"\n|\s[|•]\s|[{}<>|•]|https?:|/(?=\d)")
_FAMILY = re.compile(r"The ([^\W\d_]+s)")
_TOWNS = re.compile(r"\b(?:Le|La|Les) $")
_LONGEST_LINK = 2_000
_CAPITAL = re.compile(r"\s*[^\W\d_a-zà-öø-ÿ]")
_NUMERAL = re.compile(r"\d+|[IVX]+")
_SMALL = re.compile(r"\s(?:of|for|in|and|the|at|by|de|du|des|d|la|le|les|l|et|en|à|au|aux|pour|sur)$")


def trim(text: str, start: int, end: int, kind: Kind, language: str) -> tuple[int, int] | None:
    """The place of the name within what was found; None where there is none."""
    words = lexicons.name_words(language)
    start, end = _whole_words(text, start, end)
    if in_link(text, start):
        return None
    noise = _NOISE.search(text, start, end)
    if noise:
        end = max(start, noise.start())
    start = _trimmed_front(text, start, end, kind, words)
    start = _without_capital(text, start, end, kind, language)
    end = _trimmed_back(text, start, end, kind, language)
    start = _with_determiner(text, start, end, kind, language)
    name = text[start:end]
    return (start, end) if _may_name(name) and not _is_class(name, words) else None


def in_link(text: str, start: int) -> bool:
    """Whether this is in the address of a page, where nothing is a name."""
    if start == 0 or text[start - 1].isspace():
        return False
    before = text[max(0, start - _LONGEST_LINK) : start].rsplit(maxsplit=1)[-1]
    return "://" in before or before.lstrip("([<«“\"'").casefold().startswith("www.")


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The place with all of the words that it begins and ends in."""
    while 0 < start < end and text[start - 1 : start + 1].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1 : end + 1].isalnum():
        end += 1
    return start, end


def _trimmed_front(text: str, start: int, end: int, kind: Kind, words: NameWords) -> int:
    while start < end:
        match = _LEADING.match(text, start, end) or _elision(text, start, end, kind)
        if not match:
            match = _WORD.match(text, start, end)
            if match is None or match.end() >= end or not _is_cut(match, kind, words):
                return start
        start = match.end()
    return start


def _without_capital(text: str, start: int, end: int, kind: Kind, language: str) -> int:
    """Where `Mali` begins in `Le Mali`, whose determiner has its capital from the sentence; all of `Le Mans`.

    And where a family begins, as in `The Okafors`.
    """
    family = _FAMILY.fullmatch(text, start, end) if kind is Kind.PERSON else None
    if family is not None:
        return family.start(1)
    first = _WORD.match(text, start, end)
    if (
        kind is not Kind.LOCATION
        or first is None
        or first[0].casefold() not in lexicons.name_words(language).determiners
    ):
        return start
    rest = text[first.end() : end]
    whole = text[start:end]
    is_town = gazetteer.place(whole, language) or whole.casefold() in gazetteer.towns()
    is_cut = gazetteer.countries(language).get(rest) and not is_town
    return end - len(rest.lstrip()) if is_cut else start


def _with_determiner(text: str, start: int, end: int, kind: Kind, language: str) -> int:
    """Where a town begins that has a determiner in its name: `Le Port`."""
    before = _TOWNS.search(text, max(0, start - 4), start) if kind is Kind.LOCATION and language == "fr" else None
    return before.start() if before and text[before.start() : end].casefold() in gazetteer.towns() else start


def _elision(text: str, start: int, end: int, kind: Kind) -> re.Match[str] | None:
    """The `l’` before a name, and the `d’` that is no particle of a person's."""
    match = _ELISION.match(text, start, end)
    return match if match and (kind is not Kind.PERSON or match[0][0] == "l") else None


def _is_cut(match: re.Match[str], kind: Kind, words: NameWords) -> bool:
    """Whether this word before a name is no part of it: `the`, but not `The` of a newspaper; a person's title.

    A title that the name goes on from stays, as in `Madame de Staël`.
    """
    word = match[0]
    if kind is Kind.PERSON and word.rstrip(".").casefold() in words.titles:
        return _CAPITAL.match(match.string, match.end()) is not None
    return word.islower() and word in words.determiners


def _trimmed_back(text: str, start: int, end: int, kind: Kind, language: str) -> int:
    while start < end:
        name = text[start:end]
        if (name.endswith(")") and "(" not in name) or _FULL_STOP.search(name):
            end -= 1
            continue
        match = _TRAILING.search(name) or _SMALL.search(name) or _POSSESSIVE.search(name)
        if not match or (match.re is _POSSESSIVE and not _is_possessive(name[: match.start()], kind, language)):
            break
        end = start + match.start()
    opened = text.rfind("(", start, end)
    return end if opened < 0 or ")" in text[opened:end] else len(text[:opened].rstrip())


def _is_possessive(owner: str, kind: Kind, language: str) -> bool:
    """Whether what stands before an `’s` is a name for sure: not so for `Lord’s` and `St George’s`."""
    return kind in {Kind.PERSON, Kind.GROUP} or bool(gazetteer.place(owner, language))


def _is_class(name: str, words: NameWords) -> bool:
    """Whether this says of which class something is: `Level IV`, `Tier 3`."""
    first, _, last = name.partition(" ")
    return first.casefold() in words.classes and _NUMERAL.fullmatch(last) is not None


def _may_name(name: str) -> bool:
    return any(char.isupper() or char.isdigit() for char in name)
