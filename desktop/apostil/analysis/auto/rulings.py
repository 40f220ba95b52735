"""The sentences in which a court says what it decides, in the decision itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.analysis.auto.cues import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.analysis.auto.cues import Cues
    from apostil.analysis.auto.reading import Reading

WORTH = 16.0
"""What such a sentence gains, as much as a lead; set by hand, as the texts that were learned from hold no decision."""

OFTEN = 1 / 5
"""In a decision this share of the sentences names the court or a party."""

_IS = frozenset({"is", "are"})
_NEAR = 8
"""So many words lie between what is decided on, "is", and how, at most: "The appeal is, for these reasons, allowed"."""


def rulings(reading: Reading) -> tuple[bool, ...]:
    """Whether each sentence says what the court decides; none does in a text that is no decision."""
    known = cues(reading.language)
    low = [[word.lower() for word in line.words] for line in reading.lines]
    legal = sum(not known.parties.isdisjoint(words) for words in low)
    if not legal or legal < OFTEN * len(low):
        return (False,) * len(low)
    return tuple(_rules(words, known) for words in low)


def _rules(words: Sequence[str], known: Cues) -> bool:
    whole = f" {' '.join(words)} "
    return any(f" {decree} " in whole for decree in known.decrees) or any(
        word in known.matters and _is_decided(words[place + 1 :], known) for place, word in enumerate(words)
    )


def _is_decided(behind: Sequence[str], known: Cues) -> bool:
    """Whether what follows says so in the present tense: "is therefore allowed"."""
    place = next((place for place, word in enumerate(behind[:_NEAR]) if word in _IS), None)
    return place is not None and not known.outcomes.isdisjoint(behind[place + 1 : place + 1 + _NEAR])
