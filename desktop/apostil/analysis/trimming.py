"""Cuts what an engine found down to the name: no titles, no articles, no possessive, no punctuation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.analysis import lexicons
from apostil.domain.entity import Kind

if TYPE_CHECKING:
    from apostil.analysis.lexicons import NameWords

_WORD = re.compile(r"[^\W_]+(?:[.'’&\-‑–][^\W_]+)*\.?")
_ELISION = re.compile(r"(?:[lLdD]|qu|Qu)['’](?=\w)")
_LEADING = re.compile(r"[^\w]+")
_TRAILING = re.compile(r"[^\w.)]+$")
_POSSESSIVE = re.compile(r"(?<=\w)['’][sS]$|(?<=s)['’]$")
_DOTTED = re.compile(r"(?:^|[\s.\-])[^\W\d_]\.$|\b(?:Inc|Ltd|Corp|Co|Jr|Sr|Bros|St|Cie)\.$")
_NOISE = re.compile(r"\n|\s[|/•–—]\s|\s-\s|[\[\]{}<>|•@#]|https?:|\s{3,}")
_NUMERAL = re.compile(r"(?:\d[\d.,]*|[IVXLC]+)(?:e|er|ᵉ|th|st|nd|rd)?$")
_NAME_PARTICLES = frozenset(
    {"van", "von", "de", "da", "di", "del", "della", "dos", "bin", "ibn", "ben", "al", "el", "du"}
)


def trim(text: str, start: int, end: int, kind: Kind | None, language: str) -> tuple[int, int] | None:
    """The place of the name within what was found; None where there is none.

    Titles are cut from persons and from names of unknown kind: `General` belongs to a company's name.
    """
    words = lexicons.name_words(language)
    noise = _NOISE.search(text, start, end)
    if noise:
        end = max(start, noise.start())
    start = _trimmed_front(text, start, end, kind, words)
    end = _trimmed_back(text, start, end)
    start, end = _without_small_words(text, start, end, kind, words)
    return (start, end) if start < end and _is_name(text[start:end], words) else None


def _trimmed_front(text: str, start: int, end: int, kind: Kind | None, words: NameWords) -> int:
    cuts_titles = kind in {Kind.PERSON, None}
    while start < end:
        match = _LEADING.match(text, start, end) or _ELISION.match(text, start, end)
        if match is None:
            match = _WORD.match(text, start, end)
            word = match[0].rstrip(".").casefold() if match else ""
            cut = word in words.determiners or (cuts_titles and word in words.titles)
            if match is None or not cut or match.end() >= end:
                return start
        start = match.end()
    return start


def _trimmed_back(text: str, start: int, end: int) -> int:
    while start < end:
        name = text[start:end]
        if (name.endswith(")") and "(" not in name) or (name.endswith(".") and not _DOTTED.search(name)):
            end -= 1
        else:
            match = _TRAILING.search(name) or _POSSESSIVE.search(name)
            if match is None:
                break
            end = start + match.start()
    opened = text.rfind("(", start, end)
    return end if opened < 0 or ")" in text[opened:end] else len(text[:opened].rstrip())


def _without_small_words(text: str, start: int, end: int, kind: Kind | None, words: NameWords) -> tuple[int, int]:
    """The span without the small words at its ends.

    It begins with a word that has a capital or a digit, with a particle where it is a person, or with what the
    name is of, as in `mer Noire`; it may end in other small words, as `Union européenne` does.
    """
    found = list(_WORD.finditer(text, start, end))
    while found and found[0][0].islower() and not _may_begin(found[0][0], kind, words):
        found.pop(0)
    while found and found[-1][0].islower() and _never_ends(found[-1][0], kind, words):
        found.pop()
    if not found:
        return start, start
    last = found[-1].end()
    return found[0].start(), end if text[last:end].strip() in {")", "."} else last


def _may_begin(word: str, kind: Kind | None, words: NameWords) -> bool:
    if kind is Kind.PERSON:
        return word in _NAME_PARTICLES
    return word in words.places or word in words.organizations


def _never_ends(word: str, kind: Kind | None, words: NameWords) -> bool:
    small = words.particles | words.determiners | words.saying | words.locatives | words.common
    return kind is Kind.PERSON or word in small


def _is_name(name: str, words: NameWords) -> bool:
    """Whether something of it names: not a common word with a capital, a class with its number, or a lone letter."""
    if len(name) < 2 or not any(map(str.isupper, name)):
        return False
    tokens = [token.rstrip(".") for token in _WORD.findall(name)]
    telling = [
        token
        for token in tokens
        if not token.islower()
        and token.casefold().replace("’", "'") not in words.common
        and not _NUMERAL.match(token)
        and token.casefold() not in words.particles
    ]
    # "Digital Week" is of common words, but an event.
    return bool(telling) or (len(tokens) > 1 and any(token.casefold() in words.events for token in tokens))
