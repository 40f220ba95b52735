"""Mails as mail programs save them, with what is attached to them."""

from __future__ import annotations

import mimetypes
import platform
from pathlib import PurePath
from typing import TYPE_CHECKING

from apostil.importers.decoding import is_binary
from apostil.importers.mail import pages as mail_pages
from apostil.importers.mail import text as mail_text
from apostil.importers.mail.kinds import HEAD, is_message, is_web_archive
from apostil.importers.mail.letter import Attachment, Letter, article_of, attached_name, fuller, listed, says_something
from apostil.importers.mail.mailbox import is_mailbox
from apostil.importers.mail.parts import Part, parse
from apostil.importers.mail.words import day_of, sender_of
from apostil.importers.registry import Container, Enclosed, Format

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.domain.article import Article, Piece

    _Reader = Callable[[Part], tuple[Piece, ...]]

_SUFFIXES = (".eml", ".email")
_SEALS = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_LOCKED = frozenset({"application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_MAIL = "message/rfc822"
_BULK = ("list-id", "list-unsubscribe", "list-post")
_DEEPEST = 3
"""How many mails within mails are opened to find words."""


def _recognises(data: bytes, name: str) -> bool:
    head = data[:HEAD]
    if is_web_archive(head) or is_mailbox(data):
        return False
    return is_message(head) or (PurePath(name).suffix.lower() in _SUFFIXES and not is_binary(data))


def _read(data: bytes, _name: str) -> Article:
    return article_of(letter_of(data), f"Python email {platform.python_version()}")


def _list(data: bytes, _name: str) -> tuple[Enclosed, ...]:
    return listed(_attachments(data))


def _take(data: bytes, _name: str, places: Sequence[int]) -> tuple[bytes, ...]:
    attachments = _attachments(data)
    return tuple(attachments[place].data() for place in places)


def letter_of(data: bytes, depth: int = _DEEPEST) -> Letter:
    """What a mail in these bytes holds; one without words of its own says those of the mails attached to it."""
    mail = parse(data)
    body, attached = _opened(mail, _pieces)
    if depth and not says_something(body):
        inside = [letter_of(part.data(), depth - 1) for part in attached if part.kind == _MAIL]
        body = tuple(piece for letter in inside for piece in letter.body)
    name, address = sender_of(mail.raw("from") or mail.raw("sender"))
    return Letter(
        subject=mail.field("subject"),
        sender=name,
        address=address,
        sent=day_of(mail.raw("date")) or day_of(mail.raw("received").rpartition(";")[2].strip()),
        group=sender_of(mail.raw("list-id"))[0],
        is_bulk=any(mail.raw(field) for field in _BULK),
        body=body,
        attachments=_offered(attached),
        is_locked=any(part.kind in _LOCKED and "signed" not in part.parameter("smime-type") for part in mail.walk()),
    )


def _attachments(data: bytes) -> tuple[Attachment, ...]:
    """What is attached to a mail, found without reading the mail itself."""
    _, attached = _opened(parse(data), lambda _part: ())
    return _offered(attached)


def _offered(attached: Sequence[Part]) -> tuple[Attachment, ...]:
    return tuple(_attachment(part, number) for number, part in enumerate(attached, 1))


def _opened(mail: Part, read: _Reader) -> tuple[tuple[Piece, ...], tuple[Part, ...]]:
    """The blocks of a mail's body, and what is attached; a mail that is one text is never an attachment."""
    return _sorted(mail, read) if mail.parts or not _is_text(mail) else (read(mail), ())


def _sorted(part: Part, read: _Reader) -> tuple[tuple[Piece, ...], tuple[Part, ...]]:
    """The blocks of a part's body, and what is attached."""
    if not part.parts:
        if _is_text(part) and not part.is_attached:
            return read(part), ()
        return (), () if _is_left_out(part) else (part,)
    inside = [_sorted(child, read) for child in part.parts]
    bodies = [body for body, _ in inside if body]
    attached = tuple(found for _, several in inside for found in several)
    if part.kind == "multipart/alternative":
        return fuller(bodies), attached
    if part.kind == "multipart/related":
        return next(iter(bodies), ()), tuple(part for part in attached if not _is_shown(part))
    return tuple(piece for body in bodies for piece in body), attached


def _is_text(part: Part) -> bool:
    return part.kind in {"text/plain", "text/html", "text/enriched", "application/xhtml+xml"}


def _is_left_out(part: Part) -> bool:
    """Whether a part is neither read nor offered: a picture in the text, a seal, a note of delivery."""
    pictured = part.kind.startswith("image/") and not _is_sent_as_file(part)
    return pictured or part.kind in _SEALS or part.kind == "message/delivery-status"


def _is_shown(part: Part) -> bool:
    """Whether what belongs to a page is a picture that the page shows."""
    return part.kind.startswith("image/") and bool(part.raw("content-id"))


def _is_sent_as_file(part: Part) -> bool:
    said = part.fields.get_content_disposition()
    return said == "attachment" or (said is None and not part.raw("content-id") and bool(part.file_name))


def _pieces(part: Part) -> tuple[Piece, ...]:
    text = part.text()
    if part.kind != "text/plain" or mail_pages.is_page(text):
        return mail_pages.pieces_of(text)
    flowed = part.parameter("format").lower() == "flowed"
    return mail_text.pieces_of(text, flowed=flowed, joined=part.parameter("delsp").lower() == "yes")


def _attachment(part: Part, number: int) -> Attachment:
    if part.kind == _MAIL:
        subject = parse(part.data()[:HEAD]).field("subject")
        said = part.file_name or (f"{subject}.eml" if subject else "")
        return Attachment(attached_name(said.replace("/", " "), number, ".eml"), part.data)
    suffix = mimetypes.guess_extension(part.kind) or ""
    return Attachment(attached_name(part.file_name, number, suffix), part.data)


FORMAT = Format("mail", "message/rfc822", _SUFFIXES, _recognises, _read, container=Container(list=_list, take=_take))
