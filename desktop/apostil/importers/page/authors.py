"""Who wrote an article, as far as what a web page gives out as its author names anybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.importers.lexicon import folded, lexicon, months, weekdays
from apostil.importers.metadata import authors_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

_MARKS = " \t|,.:;·•–—-"
_ADDRESS = re.compile(r"https?\b|\bwww\b|@", re.IGNORECASE)
_MOST_WORDS = 8
_JOINING = frozenset({"avec", "with", "a", "at", "en", "in", "for", "pour"})
_ADDRESS_ENDS = frozenset({"com", "org", "net"})


def people_of(words: str, published: dt.date | None = None) -> tuple[str, ...]:
    """The names in what a page says of its authors, each once.

    What follows a name is cut off: a day, and what its bearer does. What stands on buttons and accounts is none.
    """
    found = [_name(part, published) for part in authors_of(words)]
    if any(_is_prose(name) for name in found):
        found = [name for name in found if not _is_prose(name) and not name.startswith("The ")]
    named = _once(name for name in found if name and not _is_nobody(name))
    people = tuple(name for name in named if not _is_work(name))
    return people or named


def _name(part: str, published: dt.date | None) -> str:
    """The words of a part up to where something else than a name begins."""
    parts = _opened(part.split())
    end = next((place for place in range(len(parts)) if _ends(parts, place, published)), len(parts))
    return " ".join(parts[:end]).strip(_MARKS)


def _opened(parts: list[str]) -> list[str]:
    """The words behind "By" or its like."""
    known = lexicon("structure")["by"] | lexicon("page")["by"]
    for count in (3, 2, 1):
        if len(parts) > count and folded(" ".join(parts[:count])) in known:
            return parts[count:]
    return parts


def _ends(parts: list[str], place: int, published: dt.date | None) -> bool:
    word = folded(parts[place]).strip(_MARKS)
    if word in lexicon("page")["name ends"] or _ADDRESS.search(parts[place]):
        return True
    if word in weekdays():
        return place != 1
    month = months().get(word)
    return month is not None and place != 1 and (published is None or place == 0 or month == published.month)


def _is_prose(name: str) -> bool:
    """Whether words are part of a sentence: most of them are small."""
    small = [word for word in name.split() if word[0].islower() and folded(word) not in _particles()]
    return len(small) * 2 > len(name.split()) or len(name.split()) > _MOST_WORDS


def _particles() -> frozenset[str]:
    return lexicon("structure")["particle"] | lexicon("structure")["work"] | _JOINING


def _is_nobody(name: str) -> bool:
    return folded(name) in lexicon("page")["nobody"] or not any(char.isalpha() for char in name)


def _is_work(name: str) -> bool:
    """Whether words say what somebody does, or where on the web, and not who it is."""
    return folded(name.rsplit(maxsplit=1)[-1]) in lexicon("structure")["work"] | _ADDRESS_ENDS


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, however large its letters are."""
    return tuple({_key(name): name for name in reversed(list(names))}.values())[::-1]


def _key(name: str) -> str:
    """A name without its initials."""
    parts = folded(name).split()
    return " ".join(part for part in parts if len(part.strip(".")) > 1) or folded(name)
