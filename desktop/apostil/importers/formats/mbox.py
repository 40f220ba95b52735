"""Mailboxes in one file: a pile of mails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.importers.mail.kinds import HEAD
from apostil.importers.mail.mailbox import bounds_of, is_mailbox, mail_at
from apostil.importers.mail.parts import parse
from apostil.importers.mail.words import base_name, sender_of
from apostil.importers.registry import Container, Enclosed, Format

if TYPE_CHECKING:
    from collections.abc import Sequence


def _recognises(data: bytes, _name: str) -> bool:
    return is_mailbox(data)


def _list(data: bytes, _name: str) -> tuple[Enclosed, ...]:
    bounds = bounds_of(data)
    return tuple(
        Enclosed(_title(data[start : min(end, start + HEAD)], number), end - start)
        for number, (start, end) in enumerate(bounds, 1)
    )


def _take(data: bytes, _name: str, places: Sequence[int]) -> tuple[bytes, ...]:
    bounds = bounds_of(data)
    return tuple(mail_at(data, bounds[place]) for place in places)


def _title(head: bytes, number: int) -> str:
    """The name of a mail as a file: its subject and its sender, or its number."""
    mail = parse(head)
    name, address = sender_of(mail.raw("from"))
    said = ", ".join(part for part in (mail.field("subject"), name or address) if part)
    return f"{base_name(said.replace('/', ' ')) or f'Mail {number}'}.eml"


FORMAT = Format(
    "mailbox", "application/mbox", (".mbox", ".mbx"), _recognises, None, container=Container(list=_list, take=_take)
)
