"""Finds, in a mail that was passed on, whose it was and when it was sent first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.article import Piece, Role
from apostil.importers.dates import written_date
from apostil.importers.mail.text import is_head
from apostil.importers.mail.words import day_of, sender_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

_SUBJECT = re.compile(r"(?:tr|fwd?|wg|rv|i)\s?:", re.IGNORECASE)
_FROM = re.compile(r"\*?(?:from|de|von)\*?\s?:\*?\s*(?P<value>.+)", re.IGNORECASE)
_SENT = re.compile(r"\*?(?:sent|date|envoyé|gesendet|datum)\*?\s?:\*?\s*(?P<value>.+)", re.IGNORECASE)
_WEEKDAY = re.compile(r"\A(?:lun|mar|mer|jeu|ven|sam|dim)\.,?\s+", re.IGNORECASE)
"""Of which one is a month, too."""
_FIELDS = 8
_SIGNATURE_WORDS = 40
_REACHED = re.compile(r"(?:\d[ .-]?){8,}|@")


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A mail within a mail: where its fields begin, who sent it and when."""

    start: int
    sender: str
    address: str
    sent: dt.date | None


def passed_on(pieces: Sequence[Piece], subject: str) -> PassedOn | None:
    """The mail that these blocks pass on; None where the subject says nothing of it, or its sender is not named."""
    if not _SUBJECT.match(subject.strip()):
        return None
    for index in range(len(pieces) - 1):
        found = _FROM.fullmatch(pieces[index].text)
        if found and is_head(pieces[index + 1].text):
            name, address = sender_of(found["value"])
            if not (name or address):
                name = found["value"].strip()
            return PassedOn(index, name, address, _sent(pieces[index : index + _FIELDS]))
    return None


def without_signature(note: Sequence[Piece], sender: str) -> tuple[Piece, ...]:
    """What was written above a mail passed on, with the writer's name and telephone below it as apparatus."""
    last = next((index for index in range(len(note) - 1, -1, -1) if note[index].role is not Role.APPARATUS), -1)
    text = note[last].text if last >= 0 else ""
    signed = bool(sender) and text.startswith(sender) and len(text.split()) <= _SIGNATURE_WORDS
    if not signed or not _REACHED.search(text):
        return tuple(note)
    return (*note[:last], Piece(text, Role.APPARATUS), *note[last + 1 :])


def _sent(fields: Sequence[Piece]) -> dt.date | None:
    """The day in the field that says when the mail was sent."""
    value = next((found["value"] for piece in fields if (found := _SENT.fullmatch(piece.text))), "")
    date = written_date(_WEEKDAY.sub("", value))
    return date.day if date and date.is_certain else day_of(value)
