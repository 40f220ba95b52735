"""Reads names out of the scores that the tagger gives each label of each piece.

Labels are `O` (no name), `B-kind` (a name begins) and `I-kind` (it goes on). Where the likeliest labels one by one make
no sense, a name that goes on without having begun, the likeliest sequence that does is taken (Viterbi).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from apostil.domain.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from apostil.analysis.pieces import Chunk

LABELS = ("O", *(f"{edge}-{kind}" for kind in Kind for edge in "BI"))
"""What the tagger scores, in its order."""

_NEVER = -1e9


def names(scores: NDArray[Any], chunk: Chunk, temperature: float = 1.0) -> Iterator[tuple[int, int, Kind, float]]:
    """The names in a chunk: where each begins and ends, its kind, and how sure the tagger is, between 0 and 1.

    Args:
        scores: one row for each piece, one column for each of `LABELS`.
        chunk: the pieces; those without an extent do not count, those inside a word count together.
        temperature: what the scores are divided by to make honest probabilities of them.
    """
    import numpy as np

    counted = [number for number, (start, end) in enumerate(chunk.places) if start < end]
    if not counted:
        return
    places, own = _by_word(
        scores[counted], [chunk.places[number] for number in counted], [chunk.inside[number] for number in counted]
    )
    chances = np.exp((own - own.max(-1, keepdims=True)) / temperature)
    chances /= chances.sum(-1, keepdims=True)
    begun: tuple[int, int, Kind, float] | None = None
    for label, row, (start, end) in zip(_labels(own), chances, places, strict=True):
        if label and not label % 2 and begun:
            begun = begun[0], end, begun[2], min(begun[3], _sure(row, begun[2]))
            continue
        if begun:
            yield begun
        kind = _kind(label)
        begun = (start, end, kind, _sure(row, kind)) if kind else None
    if begun:
        yield begun


def _by_word(
    scores: NDArray[Any], places: Sequence[tuple[int, int]], inside: Sequence[bool]
) -> tuple[list[tuple[int, int]], NDArray[Any]]:
    """Where words stand, and the mean scores of their pieces, since a name begins and ends with a word.

    What speaks for a name that goes on, in a piece inside a word, speaks for one that began with the word.
    """
    import numpy as np

    first = [number for number, within in enumerate(inside) if not (within and number)]
    if len(first) == len(places):
        return list(places), scores
    own = scores.copy()
    within = [number for number, one in enumerate(inside) if one and number]
    own[within, 1::2] = own[within, 2::2]
    ends = [*first[1:], len(places)]
    counts = np.array([end - start for start, end in zip(first, ends, strict=True)])
    spans = [(places[start][0], places[end - 1][1]) for start, end in zip(first, ends, strict=True)]
    return spans, np.add.reduceat(own, first, axis=0) / counts[:, None]


def _sure(row: NDArray[Any], kind: Kind) -> float:
    """How likely a piece belongs to a name of this kind, wherever that begins."""
    first = LABELS.index(f"B-{kind}")
    return float(row[first] + row[first + 1])


def _kind(label: int) -> Kind | None:
    return Kind(LABELS[label][2:]) if label else None


def _labels(scores: NDArray[Any]) -> list[int]:
    likeliest: list[int] = scores.argmax(-1).tolist()
    return likeliest if _makes_sense(likeliest) else _viterbi(scores)


def _makes_sense(labels: list[int]) -> bool:
    """Whether every name that goes on (an even label) goes on from its own kind."""
    before = 0
    for label in labels:
        if label and not label % 2 and before not in {label, label - 1}:
            return False
        before = label
    return True


@cache
def _moves() -> NDArray[Any]:
    """0 where a label may follow another, otherwise less than any score; the last row is for the first piece."""
    import numpy as np

    moves = np.zeros((len(LABELS) + 1, len(LABELS)), np.float32)
    for label in range(2, len(LABELS), 2):
        moves[:, label] = _NEVER
        moves[label - 1 : label + 1, label] = 0
    return moves


def _viterbi(scores: NDArray[Any]) -> list[int]:
    moves = _moves()
    total = scores[0] + moves[-1]
    back = []
    for row in scores[1:]:
        ways = total[:, None] + moves[:-1]
        back.append(ways.argmax(0))
        total = ways.max(0) + row
    path = [int(total.argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    return path[::-1]
