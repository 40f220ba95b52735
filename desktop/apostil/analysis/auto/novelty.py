"""Chooses sentences one after the other, each beside those that are chosen: what they said counts less.

All sentences get a rank, so that a summary of any length is the beginning of one order.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

DIGITS = 9
"""Scores are compared with so many decimals: what processors round otherwise decides nothing."""

SAME = 0.8
"""As near as this, two sentences say the same, and the later choice says nothing: all others are chosen before it."""


class Choice(NamedTuple):
    """The place of a chosen sentence, what its company costs or gains it, and by how much it is lowered besides.

    It is lowered to what the choice before is worth, where it was kept back though it is worth more.
    """

    place: int
    beside: float = 0.0
    lowered: float = 0.0


def choices(
    alone: Sequence[float],
    after: Sequence[float],
    stems: Sequence[frozenset[str]],
    worth: Mapping[str, float],
    leaning: Sequence[float] = (),
    kept_back: Collection[int] = (),
) -> Iterator[Choice]:
    """The sentences, the best first.

    `alone` is what each scores as the first one chosen, `after` what it scores as a further one, and `worth` what it
    costs or gains that it repeats words of all chosen ones (`overlap`), is near to one of them (`near`), follows
    right behind one (`follows`), or does so and leans on it (`carried`), as far as it is `leaning`. Where scores are
    equal, the earlier sentence is better. Behind the others come the places that are `kept_back`, and last those that
    say nothing new.
    """
    if not alone:
        return
    first = max(range(len(alone)), key=lambda place: (place not in kept_back, round(alone[place], DIGITS), -place))
    company, least = _Company(stems, leaning or [0.0] * len(stems), kept_back), alone[first]
    chosen = Choice(first)
    yield chosen
    for _ in range(len(alone) - 1):
        company.add(chosen.place)
        place, beside, is_kept_back = company.best(after, worth)
        worth_here = after[place] + beside
        chosen = Choice(place, beside, min(0.0, least - worth_here) if is_kept_back else 0.0)
        least = min(least, worth_here + chosen.lowered)
        yield chosen


class _Company:
    """The chosen sentences, and what every other one shares with them, kept up as they become more."""

    def __init__(self, stems: Sequence[frozenset[str]], leaning: Sequence[float], kept_back: Collection[int]) -> None:
        import numpy as np

        self._stems = stems
        self._leaning = np.asarray(leaning, dtype=float)
        self._holders = _holders(stems)
        self._sizes = np.array([max(1, len(held)) for held in stems], dtype=float)
        self._said: set[str] = set()
        self._repeated = np.zeros(len(stems))
        self._nearest = np.zeros(len(stems))
        self._follows = np.zeros(len(stems))
        self._taken = np.zeros(len(stems), dtype=bool)
        self._kept_back = np.zeros(len(stems), dtype=bool)
        self._kept_back[list(kept_back)] = True

    def add(self, place: int) -> None:
        """Let a sentence into the company."""
        import numpy as np

        held = sorted(self._stems[place])
        common = self._counted(held)
        self._repeated += self._counted([stem for stem in held if stem not in self._said])
        self._nearest = np.maximum(self._nearest, common / np.sqrt(self._sizes * self._sizes[place]))
        self._said.update(held)
        self._follows[place + 1 : place + 2] = 1
        self._taken[place] = True

    def best(self, scores: Sequence[float], worth: Mapping[str, float]) -> tuple[int, float, bool]:
        """The place of the best sentence that is not in the company, what that costs it, and if it was kept back."""
        import numpy as np

        overlap = worth["overlap"] * (self._repeated / self._sizes)
        behind = self._follows * (worth["follows"] + worth["carried"] * self._leaning)
        beside = overlap + worth["near"] * self._nearest + behind
        rated = np.round(np.asarray(scores) + beside, DIGITS)
        rated[self._taken] = -np.inf
        new = np.where(self._nearest < SAME, rated, -np.inf)
        for number, kind in enumerate((np.where(self._kept_back, -np.inf, new), new, rated)):
            place = int(np.argmax(kind))
            if np.isfinite(kind[place]):
                return place, float(beside[place]), number > 0
        raise ValueError("all sentences are in the company")

    def _counted(self, stems: Sequence[str]) -> Any:  # noqa: ANN401  # an array
        """How many of these stems each sentence has."""
        import numpy as np

        found = [self._holders[stem] for stem in stems]
        places = np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
        return np.bincount(places, minlength=len(self._stems)).astype(float)


def _holders(stems: Sequence[frozenset[str]]) -> dict[str, Any]:
    """In which sentences each stem stands."""
    import numpy as np

    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, held in enumerate(stems):
        for stem in held:
            places[stem].append(place)
    return {stem: np.array(found, dtype=np.int64) for stem, found in places.items()}
