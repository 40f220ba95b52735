"""By what an analysis goes that is made now. Light: the window asks it of every article that it opens."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from apostil import assets

MODEL = "models/names"
"""The folder of the model that finds names."""

TUNED = ("en", "fr")
"""The languages it was trained in."""

UNTUNED = ("de", "es", "it", "nl", "pt")
"""Languages it was not trained in, and finds names in all the same."""

RULES = 6
"""The version of all that settles what an engine found and that splits sentences: rules, lists of words, confidence.

It is raised with every release that finds other entities or sentences, so that what was found before is looked for
again.
"""


@cache
def facts() -> dict[str, Any]:
    """What the model says of itself: `version`, and the `temperature` that its scores are read with."""
    told: dict[str, Any] = json.loads(assets.read_text(f"{MODEL}/names.json"))
    return told


def engine() -> str:
    """Our own engine with its version."""
    return f"apostil names {facts()['version']}"


def made_by() -> str:
    """What an analysis made now records: the engine and the rules, each with its version."""
    return f"{engine()}, rules {RULES}"
