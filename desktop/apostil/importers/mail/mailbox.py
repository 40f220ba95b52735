"""A mailbox in one file falls into its mails, in one pass over its bytes."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from apostil.domain.errors import UnreadableFileError
from apostil.importers.mail.kinds import is_postmark

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 50_000
"""How many mails of a mailbox can be offered."""

_POSTMARK = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]{0,300}?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b(?=[^\n]{0,80}\b\d\d?:\d\d)"
    rb"[^\n]{0,80}\b\d{4}\b[^\n]*\n"
)
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_TOO_MANY = (
    f"This mailbox holds more than {MOST:,} mails, which is more than can be offered at once. "
    "Split it in your mail program, and open the parts."
)


def is_mailbox(data: bytes) -> bool:
    """Whether these bytes are a mailbox with several mails."""
    return is_postmark(data[:4096]) and len(list(islice(_POSTMARK.finditer(data), 2))) > 1


def bounds_of(data: bytes) -> tuple[tuple[int, int], ...]:
    """Where each mail of a mailbox begins and ends, without the line before it.

    Raises:
        UnreadableFileError: where it holds far too many.
    """
    found = tuple(islice(_bounds(data), MOST + 1))
    if len(found) > MOST:
        raise UnreadableFileError(_TOO_MANY)
    return found


def mail_at(data: bytes, bounds: tuple[int, int]) -> bytes:
    """The bytes of one mail, as they were before they were put into the mailbox."""
    return _ESCAPED.sub(b"", data[slice(*bounds)])


def _bounds(data: bytes) -> Iterator[tuple[int, int]]:
    start = -1
    for postmark in _POSTMARK.finditer(data):
        if start >= 0:
            yield start, postmark.start()
        start = postmark.end()
    if start >= 0:
        yield start, len(data)
