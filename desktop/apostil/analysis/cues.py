"""What the words in a name, and the words around it, say about its kind."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from apostil.analysis import lexicons
from apostil.analysis.gazetteer import peoples
from apostil.domain.entity import Kind, fold

if TYPE_CHECKING:
    from apostil.analysis.lexicons import NameWords

Votes = Counter[Kind]
"""How much speaks for each kind; what an engine says of one mention is `ENGINE`."""

ENGINE = 2
"""The weight of one word of an engine."""

_WORD = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")
_BEFORE = re.compile(r"([^\W\d_]+(?:[\-‑][^\W\d_]+)*)(\.?)[ \u00a0\u202f]+$")
_APPOSITION = re.compile(r",\s+((?:[^\W\d_]+(?:['’\-‑][^\W\d_]+)*[ \u00a0]*['’]?){1,6})")
_INITIAL = re.compile(r"(?:[^\W\d_a-zà-öø-ÿ]\.[\s\-‑]?)+[^\W\d_a-zà-öø-ÿ][^\W\d_]+$")
_DESCENT = re.compile(r"[^\W\d_][\w\-‑]+\s+(?:[Aa]g|[Oo]uld|[Mm]int|[Ii]bn|[Bb]in(?:t|te)?)\s+[^\W\d_a-zà-öø-ÿ]\w+")
_FIRM = re.compile(r"\b(?:Inc|Ltd|LLC|Corp|PLC|plc|GmbH|SARL|SAS|SA|AG|NV|Co)\.?$")
_SITE = re.compile(r"\w\.(?:com|org|net|info|fr|tv|co|news)$", re.IGNORECASE)
_AROUND = 80
_PORTFOLIO = re.compile(  # possessive throughout: a run of capitals must not be tried in every way
    r"(?:(?:and|et|&|of|for|the|de|du|des|la|le|les|in|en|charge|chargée?|responsible)\b"
    r"|[^\W\d_a-zà-öø-ÿ][\w'’\-]*+|[ld]['’]|[,\s&])*+"
)
_OFFICE = re.compile(
    r"\b(?:minist(?:re|er|ère|ry)|secretary|secrétaire|commission(?:er|aire)|department|ministers|ministres)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:\b(?:and|et|of|for|de|du|des|la|le|les|the)\s+|[ld]['’]|,\s+|&\s+)$")


def own_votes(name: str, language: str) -> Votes:
    """What the words of the name itself speak for."""
    votes: Votes = Counter()
    words = [word.casefold() for word in _WORD.findall(name)]
    if len(words) > 1:
        votes += _telling_words(words, lexicons.name_words(language), language)
    if _FIRM.search(name) or _SITE.search(name):
        votes[Kind.ORGANIZATION] += 8
    if _INITIAL.fullmatch(name) or _DESCENT.match(name):
        votes[Kind.PERSON] += 4
    if all(fold(word) in peoples(language) for word in words):
        votes[Kind.GROUP] += 8
    return votes


def _telling_words(words: list[str], lists: NameWords, language: str) -> Votes:
    """The word that says what the name is of: in French the first, in English the last or the one before `of`."""
    heads = {words[0]} if language == "fr" else {words[-1]}
    heads |= {word for word, after in pairwise(words) if after in {"of", "for"}}
    votes: Votes = Counter()
    for kind, telling in (
        (Kind.ORGANIZATION, lists.organizations),
        (Kind.LOCATION, lists.places),
        (Kind.EVENT, lists.events),
        (Kind.WORK, lists.works),
    ):
        if heads & telling:
            votes[kind] += 6
    if words[0] in {"lake", "mount", "cape", "fort", "port", "saint", "st", "lac", "mont", "rue", "avenue"}:
        votes[Kind.LOCATION] += 2
    return votes


def context_votes(text: str, start: int, end: int, language: str) -> Votes:
    """What the words before and behind this mention speak for."""
    lists = lexicons.name_words(language)
    votes: Votes = Counter()
    before = _BEFORE.search(text, max(0, start - _AROUND), start)
    word = before[1].casefold() if before else ""
    if _is_honorific(before, lists) or word in lists.offices:
        votes[Kind.PERSON] += 4
    if word in lists.saying:
        votes[Kind.PERSON] += 2
    if word in lists.locatives:
        votes[Kind.LOCATION] += 1
    if _holds_office(text, end, lists):
        votes[Kind.PERSON] += 2
    if _speaks(text, end, lists):
        votes[Kind.PERSON] += 2
    return votes


def _is_honorific(before: re.Match[str] | None, lists: NameWords) -> bool:
    """Whether the word before is a title; one of a single letter only with its capital and period, as in `M.`."""
    if before is None or before[1].casefold() not in lists.honorifics:
        return False
    return len(before[1]) > 1 or (before[1].isupper() and before[2] == ".")


def _holds_office(text: str, end: int, lists: NameWords) -> bool:
    apposition = _APPOSITION.match(text, end, end + _AROUND)
    return apposition is not None and any(word.casefold() in lists.offices for word in _WORD.findall(apposition[1]))


def _speaks(text: str, end: int, lists: NameWords) -> bool:
    behind = _WORD.findall(text[end : end + 24])[:2]
    if text[end : end + 1] not in {" ", "\u00a0"} or not behind:
        return False
    return behind[0] in lists.saying or (behind[0] in {"a", "ont", "had", "has"} and behind[-1] in lists.saying)


def is_portfolio(text: str, start: int) -> bool:
    """Whether the name here is what a minister is minister of: `minister of Trade, Crafts and Tourism`."""
    before = text[max(0, start - 2 * _AROUND) : start]
    offices = list(_OFFICE.finditer(before))
    if not offices or not _LINK.search(before):
        return False
    return _PORTFOLIO.fullmatch(before, offices[-1].end()) is not None
