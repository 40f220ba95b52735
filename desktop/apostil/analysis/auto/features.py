"""What can be measured of a sentence without knowing what it means, each between 0 and 1, with the ground it is.

The largest value of a text is 1 where a feature has no scale of its own, so that long texts and short ones compare.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from apostil.analysis.auto.centrality import beside_the_largest, columns
from apostil.analysis.auto.cues import cues
from apostil.analysis.auto.quoting import quoted_shares
from apostil.analysis.openings import opening
from apostil.domain.article import Role
from apostil.domain.summary import Ground

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from apostil.analysis.auto.reading import Reading

Column = list[float]

GROUNDS: dict[str, Ground] = {
    "first": Ground.POSITION,
    "early": Ground.POSITION,
    "top": Ground.POSITION,
    "beginning": Ground.POSITION,
    "forward": Ground.POSITION,
    "paragraph": Ground.POSITION,
    "section": Ground.POSITION,
    "last": Ground.POSITION,
    "standfirst": Ground.POSITION,
    "first title": Ground.POSITION,
    "first behind": Ground.POSITION,
    "first leaning": Ground.POSITION,
    "first short": Ground.POSITION,
    "top title": Ground.POSITION,
    "top behind": Ground.POSITION,
    "top leaning": Ground.POSITION,
    "coverage": Ground.CENTRALITY,
    "centroid": Ground.CENTRALITY,
    "density": Ground.CENTRALITY,
    "degree": Ground.CENTRALITY,
    "title": Ground.TITLE,
    "heading": Ground.TITLE,
    "lead": Ground.TITLE,
    "entities": Ground.ENTITIES,
    "names": Ground.ENTITIES,
    "number": Ground.NUMBERS,
    "quoted": Ground.QUOTATION,
    "reported": Ground.QUOTATION,
    "persons": Ground.QUOTATION,
    "length": Ground.LENGTH,
    "short": Ground.LENGTH,
    "long": Ground.LENGTH,
    "unresolved": Ground.OPENING,
    "question": Ground.OPENING,
}
"""Every feature of a sentence, with the ground it belongs to."""


def features(reading: Reading) -> dict[str, Column]:
    """Each feature of every sentence, in the order of `GROUNDS`."""
    found = {**_position(reading), **columns(reading), **_titles(reading), **_names(reading)}
    found |= {**_speech(reading), **_length(reading), **_opening(reading)}
    found |= _beginning(found)
    return {name: [round(value, 6) for value in found[name]] for name in GROUNDS}


def _beginning(found: dict[str, Column]) -> dict[str, Column]:
    """What the place of a sentence is worth in this text: how its first sentence looks says whether it is a lead.

    News begins with what it is about. A text whose first sentence leans on something before it, is a quotation, or says
    less of the title than another does, begins in the middle, behind a standfirst that is not there, or tells a story.
    """
    if not found["first"]:
        return {name: [] for name in GROUNDS if " " in name}
    own, *others = found["title"]
    signs = {
        "title": own,
        "behind": max(0.0, max(others, default=0.0) - own),
        "leaning": max(found["unresolved"][0], float(found["quoted"][0] > 0.5)),
        "short": found["short"][0],
    }
    pairs = (name.split() for name in GROUNDS if " " in name)
    return {f"{place} {sign}": [signs[sign] * value for value in found[place]] for place, sign in pairs}


def _position(reading: Reading) -> dict[str, Column]:
    lines = reading.lines
    count = len(lines)
    several = reading.paragraphs > 1
    return {
        "first": [float(place == 0) for place in range(count)],
        "early": [1 / (1 + place) for place in range(count)],
        "top": [max(0.0, 1 - place / 4) for place in range(count)],
        "beginning": [max(0.0, 1 - place / 10) for place in range(count)],
        "forward": [1 - place / max(1, count - 1) for place in range(count)],
        "paragraph": [float(new) if several else 0.5 for new in _changes([line.block for line in lines])],
        "section": [float(new) for new in _changes([line.section for line in lines])],
        "last": [1 / (count - place) for place in range(count)],
        "standfirst": [float(line.role is Role.STANDFIRST) for line in lines],
    }


def _changes(values: Sequence[int]) -> list[bool]:
    """Whether a value differs from the one before it."""
    return [place == 0 or value != values[place - 1] for place, value in enumerate(values)]


def _titles(reading: Reading) -> dict[str, Column]:
    lines = reading.lines
    title = reading.headings[0]
    lead = frozenset(lines[0].stems) if lines else frozenset()
    return {
        "title": [_share(title, line.stems) for line in lines],
        "heading": [_share(reading.headings[line.section], line.stems) if line.section else 0.0 for line in lines],
        "lead": [_share(lead, line.stems) if place else 0.0 for place, line in enumerate(lines)],
    }


def _share(wanted: frozenset[str], stems: Collection[str]) -> float:
    return len(wanted.intersection(stems)) / len(wanted) if wanted else 0.0


def _names(reading: Reading) -> dict[str, Column]:
    weights = reading.names
    covered = [float(sum(weights[name] for name in line.names)) for line in reading.lines]
    return {
        "entities": beside_the_largest(covered),
        "names": [math.log(1 + min(7, len(line.names))) / math.log(8) for line in reading.lines],
        "number": [float(any(character.isdigit() for character in line.text)) for line in reading.lines],
    }


def _speech(reading: Reading) -> dict[str, Column]:
    known = cues(reading.language)
    low = [[word.lower() for word in line.words] for line in reading.lines]
    return {
        "quoted": list(quoted_shares(reading.lines)),
        "reported": [float(not known.reporting.isdisjoint(words)) for words in low],
        "persons": [min(1.0, 4 * _part(known.persons, words)) for words in low],
    }


def _part(wanted: frozenset[str], words: Sequence[str]) -> float:
    return sum(word in wanted for word in words) / max(1, len(words))


def _length(reading: Reading) -> dict[str, Column]:
    counts = [len(line.words) for line in reading.lines]
    return {
        "length": [min(1.0, math.log(1 + count) / math.log(41)) for count in counts],
        "short": [max(0.0, 1 - count / 12) for count in counts],
        "long": [min(1.0, max(0.0, count / 40 - 1)) for count in counts],
    }


def _opening(reading: Reading) -> dict[str, Column]:
    return {
        "unresolved": [float(opening(line.text, 0, reading.language) is not None) for line in reading.lines],
        "question": [float(line.text.rstrip(' "”»)\u00a0\u202f').endswith("?")) for line in reading.lines],
    }
