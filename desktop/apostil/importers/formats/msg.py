"""Mails as Outlook saves them, with what is attached to them."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from apostil.importers.extractor import named
from apostil.importers.mail.letter import article_of, listed
from apostil.importers.mail.outlook import letter_of, opened
from apostil.importers.registry import OFFICE_CONTAINER, Container, Enclosed, Format
from apostil.importers.word.container import is_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.article import Article

_SUFFIX = ".msg"


def _recognises(data: bytes, name: str) -> bool:
    if not data.startswith(OFFICE_CONTAINER):
        return False
    return is_letter(data) or PurePath(name).suffix.lower() == _SUFFIX


def _read(data: bytes, _name: str) -> Article:
    with opened(data) as mail:
        return article_of(letter_of(mail), named("olefile"))


def _list(data: bytes, _name: str) -> tuple[Enclosed, ...]:
    with opened(data) as mail:
        return listed(letter_of(mail).attachments)


def _take(data: bytes, _name: str, places: Sequence[int]) -> tuple[bytes, ...]:
    with opened(data) as mail:
        attachments = letter_of(mail).attachments
        return tuple(attachments[place].data() for place in places)


FORMAT = Format(
    "Outlook mail",
    "application/vnd.ms-outlook",
    (_SUFFIX,),
    _recognises,
    _read,
    container=Container(list=_list, take=_take),
)
