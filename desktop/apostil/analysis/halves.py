"""Mends names that an engine tore apart, and drops what is no name: a determiner or a particle alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.analysis import gazetteer, lexicons
from apostil.analysis.patterns import SPACE
from apostil.analysis.spots import Spot, key_of
from apostil.analysis.tokens import NameIndex, parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apostil.analysis.passages import Passage
    from apostil.analysis.spots import Spots

PARTICLES = frozenset(["le", "la", "les", "de", "du", "des", "da", "di", "del", "della", "dos", "das", "von", "der"])
"""What may stand in a name and never is one, in any language."""

_GAP = re.compile(SPACE)
_OPENS = re.compile(r"(?:^|[.!?…:;]|[“«\"(–—•])[\s»”\"]*$")
_AROUND = 24


def mend(spots: Sequence[Spots], passages: Sequence[Passage], language: str) -> None:
    """Let a name that stands whole elsewhere in the article win over its halves, and no determiner stay a name."""
    forms = _wholes(spots)
    wholes, small = NameIndex(forms), PARTICLES | lexicons.name_words(language).determiners
    for own, passage in zip(spots, passages, strict=True):
        for start, end, _ in list(wholes.find(passage.text)):
            _rejoin(own, passage.text, start, end)
        for spot in [spot for spot in own if _is_small(spot.text, small)]:
            if not any(form.endswith(f" {spot.text}") for form in forms):
                _settle_small(own, spot, passage.text, language)


def _wholes(spots: Sequence[Spots]) -> dict[str, bool]:
    """The names of several words, and the surnames among them that begin with a particle: `Le Goff`."""
    forms: dict[str, bool] = {}
    for spot in (spot for own in spots for spot in own):
        words = spot.written.split()
        if len(words) > 1:
            forms[spot.written] = True
        for start in range(1, len(words) - 1):
            if _is_small(words[start], PARTICLES):
                forms[" ".join(words[start:])] = True
    return forms


def _is_small(text: str, small: frozenset[str]) -> bool:
    """Whether these are determiners and particles alone; `LA` and `UN` are names."""
    return not text.isupper() and all(word.casefold() in small for word in parts(text))


def _rejoin(own: Spots, text: str, start: int, end: int) -> None:
    met = own.overlapping(start, end)
    if not met or met[0].start < start or met[-1].end > end or (met[0].start, met[0].end) == (start, end):
        return
    found, left = [spot.text for spot in met], list(_left(met, text, start, end))
    if any(all(_is_small(word, PARTICLES) for word in some) for some in (found, left)):
        own.replace(met, [_joined(met, text, start, end)])


def _left(met: Sequence[Spot], text: str, start: int, end: int) -> Iterator[str]:
    """What lies between some spots, and beside them."""
    for spot in met:
        yield from text[start : spot.start].split()
        start = spot.end
    yield from text[start:end].split()


def _joined(met: Sequence[Spot], text: str, start: int, end: int) -> Spot:
    surest = max(met, key=lambda spot: (key_of(spot.text) not in PARTICLES, spot.confidence))
    return Spot(surest.passage, start, end, text[start:end], surest.kind, surest.confidence, bracketed=met[0].bracketed)


def _settle_small(own: Spots, spot: Spot, text: str, language: str) -> None:
    """Cuts a determiner off what follows, or makes one name of both."""
    behind = own.overlapping(spot.end + 1, spot.end + 2)
    if behind and _GAP.match(text, spot.end) and not _is_cut(spot, behind[0], text, language):
        own.replace([spot, behind[0]], [_joined([spot, behind[0]], text, spot.start, behind[0].end)])
    else:
        own.replace([spot], [])


def _is_cut(spot: Spot, behind: Spot, text: str, language: str) -> bool:
    """Whether what follows is a name of its own: it is known, or the determiner has its capital from the sentence."""
    whole = text[spot.start : behind.end]
    if gazetteer.place(whole, language) or whole.casefold() in gazetteer.towns():
        return False
    if gazetteer.place(behind.text, language) or gazetteer.peoples().get(behind.text):
        return True
    return _OPENS.search(text, max(0, spot.start - _AROUND), spot.start) is not None
