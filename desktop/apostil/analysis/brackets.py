"""Finds names of one organisation, group or event that a bracket puts side by side, whatever their letters say.

`AKP (Justice and Development Party)`, `Turkish Red Crescent (Kızılay)`: a name of several words and a single one, and
nothing else in the bracket.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from apostil.analysis import gazetteer, organizations
from apostil.analysis.tokens import parts
from apostil.domain.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apostil.analysis.passages import Passage
    from apostil.analysis.spots import Spot, Spots

Pair = tuple[str, str]
"""The key of a short name, and that of the long one it stands for."""

_NAMED_SO = frozenset({Kind.ORGANIZATION, Kind.GROUP})
_OPENING = frozenset({" (", " (the ", " (le ", " (la ", " (les ", " (l'", " (l’"})
_NATIONS = frozenset({"ENG", "SCO", "WAL", "NIR"})


def told(spots: Iterable[Spots], passages: Sequence[Passage], language: str) -> list[Pair]:
    """The pairs of short and long names that brackets tell to be one.

    A name that brackets pair with several is none of them: parties stand behind those who belong to them so.
    """
    found = {
        pair
        for own, passage in zip(spots, passages, strict=True)
        for before, within in pairwise(own)
        if _is_bracket(passage.text, before, within)
        for pair in _pair(before, within, language)
    }
    partners: dict[str, set[str]] = defaultdict(set)
    for one, other in found:
        partners[one].add(other)
        partners[other].add(one)
    return sorted(pair for pair in found if all(len(partners[key]) == 1 for key in pair))


def _is_bracket(text: str, before: Spot, within: Spot) -> bool:
    """Whether nothing but the second name is in a bracket right behind the first."""
    return text[before.end : within.start] in _OPENING and text[within.end : within.end + 1] == ")"


def _pair(before: Spot, within: Spot, language: str) -> Iterator[Pair]:
    short, long = sorted((before, within), key=lambda spot: len(parts(spot.text)))
    if len(parts(short.text)) != 1 or len(parts(long.text)) < 2:
        return
    known = organizations.names()
    # Behind a name, a bracket also has who belongs to it: `Harvest Party (Orrin)`.
    is_told = short is before or short.text.isupper()
    is_told = is_told and _are_alike(short, long) and _may_stand(short, language)
    if is_told or known.get(short.key, "") == known.get(long.key):
        yield short.key, long.key


def _are_alike(short: Spot, long: Spot) -> bool:
    if short.kind is long.kind:
        return short.kind in {*_NAMED_SO, Kind.EVENT}
    return short.text.isupper() and {short.kind, long.kind} == _NAMED_SO


def _may_stand(short: Spot, language: str) -> bool:
    """Whether a word may stand for an organisation: neither a country, nor its code in the results of sports."""
    code = short.text in gazetteer.codes(language) or short.text in _NATIONS
    return len(short.text) > 1 and not (code or gazetteer.place(short.text, language))
