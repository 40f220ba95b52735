"""Finds where the names of an article stand without an engine having seen them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from apostil.analysis import lexicons
from apostil.analysis.patterns import SPACE
from apostil.analysis.persons import family, is_of_family, surname
from apostil.analysis.sentences import lower_case_words
from apostil.analysis.spots import Spot, Spots
from apostil.analysis.tokens import NameIndex, parts, tokens
from apostil.analysis.trimming import in_link
from apostil.domain.entity import Kind, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from apostil.analysis.passages import Passage
    from apostil.analysis.spots import Joins, Name

_BEFORE = re.compile(rf"([^\W\d_][\w\-‑]*){SPACE}$")
_AFTER = re.compile(rf"{SPACE}([^\W\d_][\w\-‑]*)")
_OPENS = re.compile(r"(?:^|[.!?…:]|[“«\"‘(–—•])[\"'”’»)\]\s]*$")
_ELISION = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)['’]$", re.IGNORECASE)
_AROUND = 24
_ACRONYM = 4


def occurrences(
    passages: Sequence[Passage], names: Mapping[str, Name], joined: Joins, language: str
) -> Iterator[tuple[Name, Spot]]:
    """The places where a name stands that nothing was found at, each with the name."""
    lower = {word.text for passage in passages for word in tokens(passage.text) if word.text.islower()}
    seen = {**_surnames(names, joined, language), **_forms(names, language)}
    index = NameIndex({form: value for form, value in seen.items() if form.casefold() not in lower})
    held = _held(passages, names)
    for number, passage in enumerate(passages):
        for start, end, (name, owner) in index.find(passage.text):
            if held[number].overlapping(start, end) or not stands_alone(passage.text, start, end):
                continue
            spot = Spot(number, start, end, passage.text[start:end], name.kind, 0.0, owner)
            if name.kind is Kind.PERSON and is_of_family(passage.text, start, end, language):
                spot.owner = family(spot.key)
            yield name, spot


def _held(passages: Sequence[Passage], names: Mapping[str, Name]) -> list[Spots]:
    held = [Spots(number) for number in range(len(passages))]
    for spot in (spot for name in names.values() for spot in name.spots):
        held[spot.passage].put(spot)
    return held


def _forms(names: Mapping[str, Name], language: str) -> dict[str, tuple[Name, str]]:
    """All forms that were found, and these in capitals, each with its name."""
    found: dict[str, tuple[Name, str]] = {}
    for name in names.values():
        for form in {spot.written for spot in name.spots if is_telling(spot.text, language)}:
            found[form] = found[form.upper()] = name, ""
    return found


def _surnames(names: Mapping[str, Name], joined: Joins, language: str) -> dict[str, tuple[Name, str]]:
    """The surnames of persons that one of them alone has, each with the person's full name."""
    owners: dict[str, set[str]] = defaultdict(set)
    full: dict[str, Name] = {}
    for name in names.values():
        last = surname(name.spots[0].written) if name.kind is Kind.PERSON else ""
        if len(last) > 2 and last[0].isupper() and fold(last) not in names and is_telling(last, language):
            owners[last].add(joined.root(name.key))
            full[last] = name
    return {last: (full[last], root) for last, roots in owners.items() if len(roots) == 1 for root in roots}


def is_telling(text: str, language: str) -> bool:
    """Whether every occurrence is the name: not so for a single common word, which a sentence may begin with."""
    if len(parts(text)) > 1:
        return True
    common = lexicons.name_words(language).common
    return len(text) > 1 and fold(text) not in lower_case_words(language) and text.casefold() not in common


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the words here are a whole name, and no part of `James Okafor`, `Okafor Street`, `Okafor-Bello`."""
    if in_link(text, start):
        return False
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if before in {"'", "’"} and not _ELISION.search(text, max(0, start - 10), start):
        return not text[max(0, start - 2) : start - 1].strip()
    if before in {"-", "‑", "@", "/", "_", "#", "."} or after[:1] in {"@", "/", "_", "$"}:
        return False
    if after[:1] in {"-", "‑", "."} and after[1:].isalnum():
        return False
    if text[start:end].isupper() and end - start > _ACRONYM:
        return True  # in a headline in capitals, the capitals beside it tell nothing
    return not (_goes_on_before(text, start) or _goes_on_behind(text, end))


def _goes_on_before(text: str, start: int) -> bool:
    word = _BEFORE.search(text, max(0, start - _AROUND), start)
    if word is None or not word[1][0].isupper():
        return False
    return not _OPENS.search(text[max(0, word.start() - _AROUND) : word.start()])


def _goes_on_behind(text: str, end: int) -> bool:
    word = _AFTER.match(text, end)
    return word is not None and word[1][0].isupper()
