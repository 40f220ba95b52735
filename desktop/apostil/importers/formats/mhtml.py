"""Web pages saved as one file in the form of a mail (MHTML), by Chrome, Edge and others."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from pathlib import PurePath
from typing import TYPE_CHECKING

from apostil.domain.errors import UnreadableFileError
from apostil.importers.decoding import decode
from apostil.importers.formats import text
from apostil.importers.formats.html import read_page, read_whole
from apostil.importers.mail.kinds import HEAD, fields_of, is_web_archive
from apostil.importers.page.saved import PAGES, SavedPage, article_on, main_page
from apostil.importers.registry import Format

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import Message

    from apostil.domain.article import Article

_SUFFIXES = (".mhtml", ".mht")
_BROKEN = (
    "This saved web page is damaged: its parts cannot be taken apart. "
    "Save the page again, or copy the article's text in your browser and paste it."
)
_NO_PAGE = (
    "This saved web page holds no page, but pictures or other files alone. "
    "Save the page again, or copy the article's text in your browser and paste it."
)


def _recognises(data: bytes, name: str) -> bool:
    head = data[:HEAD]
    return is_web_archive(head) or (PurePath(name).suffix.lower() in _SUFFIXES and bool(fields_of(head)))


def _read(data: bytes, name: str) -> Article:
    return _read_with(read_page, data, name)


def _read_whole(data: bytes, name: str) -> Article:
    return _read_with(lambda markup, page: read_whole(markup.encode("utf-8", "replace"), page), data, name)


def _read_with(reader: Callable[[str, str], Article], data: bytes, name: str) -> Article:
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()]
        pages = [_page(part) for part in _in_order(message, parts)]
    except (MessageError, RecursionError, ValueError, TypeError, AttributeError, LookupError) as error:
        raise UnreadableFileError(_BROKEN) from error
    if pages:
        page = main_page(pages)
        noted = SavedPage(page.markup, _field(message, "Snapshot-Content-Location") or page.address, page.title)
        return article_on(_titled(noted, _field(message, "Subject")), name, reader)
    words = next((part for part in parts if part.get_content_type() == "text/plain"), None)
    if words is None:
        raise UnreadableFileError(_NO_PAGE)
    return text.read_text(_decoded(words))


def _in_order(message: Message, parts: list[Message]) -> list[Message]:
    """The parts that are pages, the one that the whole begins with first."""
    start = str(message.get_param("start") or "").strip("<>")
    pages = [part for part in parts if part.get_content_type() in PAGES]
    return sorted(pages, key=lambda part: not start or _field(part, "Content-ID").strip("<>") != start)


def _page(part: Message) -> SavedPage:
    return SavedPage(_decoded(part), _field(part, "Content-Location") or _field(part, "Content-Base"))


def _decoded(part: Message) -> str:
    content = part.get_payload(decode=True)
    return decode(content if isinstance(content, bytes) else b"", str(part.get_content_charset() or ""))


def _titled(page: SavedPage, title: str) -> SavedPage:
    return SavedPage(page.markup, page.address, page.title or title)


def _field(message: Message, name: str) -> str:
    """A field in one line, its encoded words decoded."""
    value = message.get(name, "")
    try:
        return " ".join(str(make_header(decode_header(value))).split())
    except (MessageError, UnicodeError, LookupError, ValueError):
        return " ".join(str(value).split())


FORMAT = Format("web page in one file", "multipart/related", _SUFFIXES, _recognises, _read, whole=_read_whole)
