"""What two texts have in common: runs of eight folded words, and whole sentences.

A text is sketched by those of its runs that fall into a sample: the checksums of their words add up to a multiple of
its size, which costs next to nothing to find out. The sample is the same for every text, so two sketches meet where the
texts do, and only texts whose sketches meet need to be compared word by word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, repeat
from operator import sub
from typing import TYPE_CHECKING
from zlib import crc32

from apostil.store.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LENGTH = 8
"""Words in a run: so many in a row are hardly ever the same by chance."""

SAMPLED = 8
"""One in so many runs is in the sample."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+|\n")
_PRIME = 65_521
"""Checksums of words that are alike have last bits that are alike; what is left over by this has none."""
_FEWEST = 4
"""Shorter sentences say nothing about where they were taken from."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The folded words of a text, and its sentences as runs of such words."""

    words: tuple[str, ...]
    sentences: frozenset[tuple[str, ...]]

    def runs(self) -> Iterator[tuple[str, ...]]:
        """The run of so many words that begins at each word; none where there are fewer."""
        return zip(*(self.words[start:] for start in range(LENGTH)), strict=False)

    def shingles(self) -> set[tuple[str, ...]]:
        """The different runs of so many words in a row."""
        return set(self.runs())


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a text stands in another one as well: the parts of its words and of its sentences, from 0 to 1."""

    words: float
    sentences: float


def prose_of(text: str, places: Iterable[Sequence[int]]) -> Prose:
    """The words of these places `[start, end)` of a text, one after the other."""
    words: list[str] = []
    sentences = set()
    for start, end in places:
        for piece in _SENTENCE_END.split(text[start:end]):
            sentence = tuple(folded(piece).split())
            words += sentence
            if len(sentence) >= _FEWEST:
                sentences.add(sentence)
    return Prose(tuple(words), frozenset(sentences))


def sketch(prose: Prose) -> tuple[int, ...]:
    """The hashes, 64 bits with a sign, of the runs in the sample; the same on every machine and at every time."""
    words = prose.words
    sums = list(accumulate(map(crc32, " ".join(words).encode().split(b" ")), initial=0)) if words else []
    starts = (start for start, run in enumerate(map(sub, sums[LENGTH:], sums)) if run % _PRIME % SAMPLED == 0)
    return tuple(sorted(_hashes(" ".join(words[start : start + LENGTH]).encode() for start in starts)))


def shared(one: Prose, other: Prose) -> tuple[Share, Share]:
    """How much of the first text stands in the second, and of the second in the first."""
    if one == other:
        return Share(1.0, 1.0), Share(1.0, 1.0)
    common = one.shingles() & other.shingles()
    sentences = one.sentences & other.sentences
    return (
        Share(_covered(one, common), _part(len(sentences), len(one.sentences))),
        Share(_covered(other, common), _part(len(sentences), len(other.sentences))),
    )


def _covered(prose: Prose, common: set[tuple[str, ...]]) -> float:
    """The part of the words that lie in one of these runs."""
    starts = [start for start, run in enumerate(prose.runs()) if run in common]
    # each run adds its words up to where the next one starts
    added = sum(map(min, map(sub, starts[1:], starts), repeat(LENGTH)))
    return _part(added + LENGTH if starts else 0, len(prose.words))


def _part(some: int, all_: int) -> float:
    return some / all_ if all_ else 0.0


def _hashes(runs: Iterable[bytes]) -> set[int]:
    from hashlib import blake2b  # which loads OpenSSL

    return {int.from_bytes(blake2b(run, digest_size=8).digest(), signed=True) for run in runs}
