"""How sure a mention is, once all mentions of its name are known.

An engine judges each mention by the words around it. Where several mentions of a name agree, each is likelier right
than the engine could know, and where they do not, less likely.
"""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apostil.analysis.spots import Name, Spot

AGREEMENT = 0.35
"""What a second mention of the same kind adds to the log odds of each."""

KNOWN = 0.9
"""The confidence in a kind that follows from what the name is known for."""

MISSED = 0.8
"""The confidence in a mention that no engine saw, beside that in those it saw."""

LEAST, MOST = 0.02, 0.99


class Judgement:
    """What all mentions of a name say about each of them."""

    def __init__(self, name: Name) -> None:
        """Weigh the mentions that agree on the name's kind against all of them."""
        agreeing = [spot.confidence for spot in name.spots if spot.kind is name.kind and spot.confidence]
        self._kind = name.kind
        self._agree = AGREEMENT if len(agreeing) > 1 else 0
        self._typical = sum(agreeing) / len(agreeing) if agreeing else 0
        self._share = name.share
        # A country's name is hardly anything else's, which cannot be said of a city's.
        self._is_known = bool(name.known) and not name.known.startswith(("geonames:", "org:"))

    def of(self, spot: Spot) -> float:
        """How likely the place and the kind of a mention are right."""
        if not spot.confidence:
            return _rounded((self._typical or KNOWN) * self._share * MISSED)
        if self._is_known or (spot.kind is not self._kind and self._share == 1):
            return KNOWN
        if spot.kind is not self._kind:
            return _rounded((self._typical or spot.confidence) * self._share)
        odds = (_log_odds(spot.confidence) + _log_odds(self._typical)) / 2 + self._agree
        return _rounded(self._share / (1 + exp(-odds)))


def _log_odds(chance: float) -> float:
    kept = min(MOST, max(LEAST, chance))
    return log(kept / (1 - kept))


def _rounded(chance: float) -> float:
    return round(min(MOST, max(LEAST, chance)), 2)
