"""Mails as Outlook saves them: a container with a stream for each property of the mail."""

from __future__ import annotations

import datetime as dt
import struct
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from io import BytesIO
from typing import TYPE_CHECKING

from apostil.domain.article import Article, Piece
from apostil.domain.errors import UnreadableFileError
from apostil.importers.formats.rtf import FORMAT as RICH_TEXT
from apostil.importers.forms import words
from apostil.importers.mail import pages as mail_pages
from apostil.importers.mail import text as mail_text
from apostil.importers.mail.forwarding import Forwarded, mail_of
from apostil.importers.mail.letter import Attachment, Letter, attached_name, fuller, says_something
from apostil.importers.mail.parts import Part, parse
from apostil.importers.mail.rtf import unpacked
from apostil.importers.mail.rtf_page import page_in
from apostil.importers.mail.words import day_of, sender_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from olefile import OleFileIO

BROKEN = (
    "This Outlook mail is damaged: parts of it are missing or cannot be read. "
    "Open it in Outlook, and save it again as a mail (.msg or .eml) or as text."
)
_DAMAGES = (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError, struct.error, RecursionError)
_PROPERTIES = "__properties_version1.0"
_ATTACHED = "__attach_version1.0_"
_EMBEDDED = "__substg1.0_3701000D"
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
_DEEPEST = 4
_MOST_ATTACHED = 500
_LARGEST = 96 * 2**20
_AGREEMENT = 0.8
_CODE_PAGES = {
    10000: "mac-roman",
    20127: "us-ascii",
    20866: "koi8-r",
    20932: "euc-jp",
    21866: "koi8-u",
    50220: "iso-2022-jp",
    51949: "euc-kr",
    54936: "gb18030",
    65001: "utf-8",
}

_CLASS, _SUBJECT, _HEADERS = 0x001A, 0x0037, 0x007D
_SENDER, _ON_BEHALF, _ADDRESS, _INTERNET_ADDRESS = 0x0C1A, 0x0042, 0x0C1F, 0x5D01
_SENT, _DELIVERED = 0x0039, 0x0E06
_BODY, _PACKED_RTF, _PAGE = 0x1000, 0x1009, 0x1013
_DATA, _SHORT_NAME, _LONG_NAME, _KIND, _CONTENT_ID = 0x3701, 0x3704, 0x3707, 0x370E, 0x3712
_TITLE, _HIDDEN, _USE = 0x3001, 0x7FFE, 0x3714
_IN_PAGE = 4
"""The bit of an attachment's use that says that the page of the mail shows it."""
_BODY_CODE_PAGE, _CODE_PAGE = 0x3FDE, 0x3FFD


@contextmanager
def opened(data: bytes) -> Iterator[Properties]:
    """The properties of the mail in these bytes, which can be read as long as this lasts.

    Raises:
        UnreadableFileError: where the container is broken, then or while they are read.
    """
    from olefile import OleFileIO

    try:
        with OleFileIO(BytesIO(data)) as container:
            yield Properties(container, (), 32)
    except _DAMAGES as error:
        raise UnreadableFileError(BROKEN) from error


@dataclass(frozen=True)
class Properties:
    """The properties of a mail, or of something in it whose list of short ones has so many bytes before it (`head`)."""

    container: OleFileIO
    path: tuple[str, ...]
    head: int

    def words(self, number: int) -> str:
        """A property in words, or an empty string."""
        wide = self._stream(number, "001F")
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        narrow = self._stream(number, "001E")
        return text_of(narrow, self._charset(number)).rstrip("\x00") if narrow else ""

    def data(self, number: int) -> bytes:
        """A property in bytes, or none."""
        return self._stream(number, "0102")

    def size(self, number: int) -> int:
        """How many bytes a property has."""
        name = [*self.path, f"__substg1.0_{number:04X}0102"]
        return int(self.container.get_size(name)) if self.container.exists(name) else 0

    def day(self, number: int) -> dt.date | None:
        """A moment as the day it fell on, in Greenwich."""
        value = self._short.get(number)
        ticks = int.from_bytes(value, "little") if value else 0
        try:
            return (_EPOCH + dt.timedelta(microseconds=ticks // 10)).date() if ticks else None
        except OverflowError:
            return None

    def number(self, number: int) -> int:
        """A whole number, or 0."""
        return int.from_bytes(self._short.get(number, b"")[:4], "little")

    def attached(self) -> tuple[Properties, ...]:
        """The properties of each attachment, in their order."""
        depth = len(self.path)
        names = {
            entry[depth]
            for entry in self.container.listdir(streams=False, storages=True)
            if len(entry) > depth and tuple(entry[:depth]) == self.path and entry[depth].startswith(_ATTACHED)
        }
        return tuple(Properties(self.container, (*self.path, name), 8) for name in sorted(names)[:_MOST_ATTACHED])

    def mail(self) -> Properties | None:
        """The mail that is attached here, where it is one."""
        path = (*self.path, _EMBEDDED)
        return Properties(self.container, path, 24) if self.container.exists([*path, _PROPERTIES]) else None

    @cached_property
    def _short(self) -> dict[int, bytes]:
        """The properties that have eight bytes at most."""
        name = [*self.path, _PROPERTIES]
        listed = self.container.openstream(name).read() if self.container.exists(name) else b""
        entries = (listed[start : start + 16] for start in range(self.head, len(listed) - 15, 16))
        return {int.from_bytes(entry[2:4], "little"): entry[8:] for entry in entries}

    def _stream(self, number: int, kind: str) -> bytes:
        name = [*self.path, f"__substg1.0_{number:04X}{kind}"]
        if not self.container.exists(name) or self.container.get_size(name) > _LARGEST:
            return b""
        with self.container.openstream(name) as stream:
            data: bytes = stream.read()
        return data

    def _charset(self, number: int) -> str:
        """The encoding of words that are not in Unicode, as far as it is told."""
        pages = (_BODY_CODE_PAGE, _CODE_PAGE) if number in {_BODY, _PAGE} else (_CODE_PAGE, _BODY_CODE_PAGE)
        page = next(filter(None, map(self.number, pages)), 0)
        return charset_of(page)


def charset_of(page: int) -> str:
    """The name of an encoding that Windows knows by a number; empty for none."""
    if 28591 <= page <= 28605:
        return f"iso-8859-{page - 28590}"
    return _CODE_PAGES.get(page, f"cp{page}" if page else "")


def letter_of(mail: Properties, depth: int = _DEEPEST) -> Letter:
    """What a mail holds; it can be used only as long as its container is open."""
    head = parse(mail.words(_HEADERS).encode())
    name, address = _sender(mail, head)
    attached = tuple(part for part in mail.attached() if not _is_shown(part))
    body = _body(mail)
    if depth and not says_something(body):
        inside = (letter_of(inner, depth - 1) for part in attached if (inner := part.mail()))
        body = tuple(piece for letter in inside for piece in letter.body)
    kind = mail.words(_CLASS).upper()
    return Letter(
        subject=" ".join(mail.words(_SUBJECT).split()),
        sender=name,
        address=address,
        sent=day_of(head.raw("date")) or mail.day(_SENT) or mail.day(_DELIVERED),
        group=sender_of(head.raw("list-id"))[0],
        is_bulk=any(head.raw(field) for field in ("list-id", "list-unsubscribe", "list-post")),
        body=body,
        attachments=tuple(_attachment(part, number, depth) for number, part in enumerate(attached, 1)),
        is_locked="SMIME" in kind and "MULTIPARTSIGNED" not in kind,
    )


def _sender(mail: Properties, head: Part) -> tuple[str, str]:
    name, address = sender_of(head.raw("from"))
    said = (mail.words(number) for number in (_INTERNET_ADDRESS, _ADDRESS))
    address = address or next((text for text in said if "@" in text), "")
    return mail.words(_ON_BEHALF).strip(" '\"") or mail.words(_SENDER).strip(" '\"") or name, address


def _body(mail: Properties) -> tuple[Piece, ...]:
    """The body of a mail: its page, its text, or its rich text, where it is kept as packed RTF alone."""
    text, page = mail_text.pieces_of(mail.words(_BODY)), mail_pages.pieces_of(_page_of(mail))
    if page or not mail.size(_PACKED_RTF):
        return fuller([form for form in (text, page) if form])
    rich = unpacked(mail.data(_PACKED_RTF))
    page = mail_pages.pieces_of(page_in(rich))
    if page and (not text or _agree(page, text)):
        return page
    return text or _rich(rich)


def _agree(page: tuple[Piece, ...], text: tuple[Piece, ...]) -> bool:
    """Whether nearly all words of a page stand in the text: else its characters were misread."""
    known = {word for piece in text for word in words(piece.text)}
    said = [word for piece in page for word in words(piece.text)]
    return sum(word in known for word in said) >= _AGREEMENT * len(said) and 2 * len(set(said)) >= len(known)


def _page_of(mail: Properties) -> str:
    """The page that a mail is written as, or an empty string."""
    data = mail.data(_PAGE)
    return text_of(data, charset_of(mail.number(_BODY_CODE_PAGE))) if data else mail.words(_PAGE)


def _rich(data: bytes) -> tuple[Piece, ...]:
    """The blocks of a rich text."""
    if not data.startswith(b"{\\rtf"):
        return ()
    article = RICH_TEXT.read(data, "") if RICH_TEXT.read else Article("", ())
    return tuple(Piece(block.span.cut(article.text), block.role, block.level) for block in article.blocks)


def _is_shown(part: Properties) -> bool:
    """Whether what is attached is a picture in the text, or hidden."""
    name = (part.words(_LONG_NAME) or part.words(_SHORT_NAME)).lower()
    pictured = part.words(_KIND).startswith("image/") or name.endswith((".png", ".jpg", ".jpeg", ".gif", ".bmp"))
    in_page = bool(part.words(_CONTENT_ID)) or bool(part.number(_USE) & _IN_PAGE)
    return bool(part.number(_HIDDEN) & 0xFF) or (pictured and in_page)


def _attachment(part: Properties, number: int, depth: int) -> Attachment:
    inner = part.mail()
    said = part.words(_LONG_NAME) or part.words(_SHORT_NAME) or part.words(_TITLE)
    if inner is None or not depth:
        return Attachment(attached_name(said, number, ""), partial(part.data, _DATA), part.size(_DATA))
    subject = " ".join(inner.words(_SUBJECT).split())
    name = attached_name((subject or said.removesuffix(".msg")).replace("/", " "), number, "")
    return Attachment(f"{name}.eml", partial(_as_mail, inner, depth - 1))


def _as_mail(mail: Properties, depth: int) -> bytes:
    """A mail within a mail, as mail programs save one."""
    letter = letter_of(mail, depth)
    return mail_of(
        Forwarded(
            subject=letter.subject,
            sender=(letter.sender, letter.address),
            sent=letter.sent,
            text=mail.words(_BODY) or "\n\n".join(piece.text for piece in letter.body),
            page=_page_of(mail),
            files=tuple((attachment.name, attachment.data()) for attachment in letter.attachments),
        )
    )
