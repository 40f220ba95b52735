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

LABELS = ("O", *(f"{edge}-{kind}" for kind in Kind for edge in "BI"))
"""What the tagger scores, in its order."""

_NEVER = -1e9


def names(
    scores: NDArray[Any], places: Sequence[tuple[int, int]], temperature: float = 1.0
) -> Iterator[tuple[int, int, Kind, float]]:
    """The names in a chunk: where each begins and ends, its kind, and how sure the tagger is, between 0 and 1.

    Args:
        scores: one row for each piece, one column for each of `LABELS`.
        places: where the pieces stand; those without an extent do not count.
        temperature: what the scores are divided by to make honest probabilities of them.
    """
    import numpy as np

    counted = [number for number, (start, end) in enumerate(places) if start < end]
    if not counted:
        return
    own = scores[counted]
    chances = np.exp((own - own.max(-1, keepdims=True)) / temperature)
    chances /= chances.sum(-1, keepdims=True)
    begun: tuple[int, int, Kind, float] | None = None
    for label, row, number in zip(_labels(own), chances, counted, strict=True):
        start, end = places[number]
        if label and not label % 2 and begun:
            begun = begun[0], end, begun[2], min(begun[3], _sure(row, begun[2]))
            continue
        if begun:
            yield begun
        kind = _kind(label)
        begun = (start, end, kind, _sure(row, kind)) if kind else None
    if begun:
        yield begun


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
