"""What news agencies and press offices put around a text: slugs, labels, notes and contacts, and a dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.importers import forms
from apostil.importers.dates import written_date
from apostil.importers.lexicon import folded, lexicon

if TYPE_CHECKING:
    import datetime as dt

_LONGEST = 120
_LONGEST_HEAD = 110
_DOUBLED = re.compile(r"\w--\w|\bwritethru\b", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]+\d{2,}")
_INITIALS = re.compile(r"[a-z]{2,4}(?:[-/][a-z]{2,4})+|\([a-z]{2,4}(?:[-/][a-z]{2,4})+\)")
_INSIDE = re.compile(r"\(\(.{3,200}\)\)")
_NOTE = re.compile(
    r"\((?:adds|updates|recasts|corrects|refiles|repeats|writes through|actualise|ajoute|precise|corrige|complete)"
    r"\b.*\)"
    r"|(?:eds|editors|attn|attention editors)\s?:.*"
)
_DASH = re.compile(r"\s*(?:--|[–—])\s*|\s+-\s+")
_AGENCY = re.compile(r"\((?P<name>[^()]{2,40})\)|/(?P<wire>[\w ]{2,30})/")
_PARTICLES = frozenset({"de", "la", "le", "les", "du", "des", "en", "sur", "of", "et", "and", "the", "sous"})
_PLACE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Opening:
    """What the dateline in a paragraph's own words says: `LINDARA, March 12, 2024 (Reuters) - …`."""

    published: dt.date | None
    outlet: str


def is_slug(text: str) -> bool:
    """Whether a line is what agencies name a text by among themselves, and none of its words."""
    line = text.strip()
    if len(line) > _LONGEST or "\n" in line:
        return False
    parts = line.split()
    if _DOUBLED.search(line):
        return len(parts) <= 4
    figures = sum(any(char.isdigit() for char in part) for part in parts)
    return line.isupper() and len(parts) <= 10 and figures >= 3 and bool(_CODE.search(line))


def is_label(text: str) -> bool:
    """Whether a line above a headline says of what kind the text is, or when it may be used: `PRESS RELEASE`."""
    line = folded(text).strip(" .:!*-–—[]()/")
    listed = lexicon("apparatus")
    opens = (
        forms.count(text) <= 12 and not forms.ends_sentence(text) and line.startswith(tuple(listed["label opening"]))
    )
    return line in listed["label"] or opens


def is_note(text: str) -> bool:
    """Whether a line is what an agency tells those who edit its text: `(Adds background)`."""
    return len(text) <= _LONGEST * 2 and "\n" not in text and bool(_NOTE.fullmatch(folded(text)))


def is_ending(text: str) -> bool:
    """Whether a line is the initials of those who worked on an agency's text, or how they are reached."""
    line = text.strip()
    return bool(_INITIALS.fullmatch(line) or (_INSIDE.fullmatch(line) and re.search(r"@|\d{2}", line)))


def opens_contacts(text: str) -> bool:
    """Whether a line says that those are named below it whom the press may ask."""
    return len(text) <= _LONGEST and folded(text).strip(" .:*-–—") in lexicon("apparatus")["contacts"]


def opening(text: str) -> Opening | None:
    """The dateline with which a paragraph begins, before a dash; None where there is none."""
    head = text[:_LONGEST_HEAD]
    for found in _DASH.finditer(head):
        read = _read(head[: found.start()])
        if read and (read.published or read.outlet):
            return read
    return None


def _read(head: str) -> Opening | None:
    """What the words before a dash say, where they are a place, a date and an agency, and nothing else."""
    date = written_date(head)
    agency = _AGENCY.search(head)
    name = (agency["name"] or agency["wire"] or "").strip() if agency else ""
    rest = _AGENCY.sub(" ", head)
    rest = rest.replace(head[date.start : date.end], " ") if date else rest
    places = [word for word in forms.words(rest) if word.casefold() not in _PARTICLES]
    if not 0 < len(places) <= _PLACE_WORDS or not all(word[0].isupper() for word in places):
        return None
    known = all(folded(word) in lexicon("structure")["agency"] for word in forms.words(name))
    return Opening(date.day if date and date.is_certain else None, name if name and known else "")
