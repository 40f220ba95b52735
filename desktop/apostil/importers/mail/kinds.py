"""Tells mails, mailboxes and web pages saved in the form of a mail from one another, by how they begin."""

from __future__ import annotations

import re

HEAD = 64 * 1024
"""How much of a file is looked at to tell what it is."""

_LINE = re.compile(rb"[^\n]*\n?")
_FIELD = re.compile(rb"([!-9;-~]{1,76})[ \t]*:(.*)", re.DOTALL)
_POSTMARK = re.compile(
    rb"From [^\n]*?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b[^\n]*\b\d\d?:\d\d[^\n]*\b\d{4}\b|From (?:-|\S+)[ \t]*\r?\n"
)
_LOCATED = re.compile(rb"^(?:snapshot-)?content-location[ \t]*:", re.IGNORECASE | re.MULTILINE)
_SENT = frozenset({"received", "message-id", "return-path", "delivered-to", "dkim-signature", "x-mailer", "newsgroups"})
_ENVELOPE = frozenset({"from", "to", "cc", "date", "subject", "reply-to", "sender", "in-reply-to", "list-id"})
_CONTENT = frozenset({"mime-version", "content-type", "content-transfer-encoding"})
_POSTED = frozenset({"to", "cc", "bcc", "received", "delivered-to", "return-path", "newsgroups"})


def is_web_archive(head: bytes) -> bool:
    """Whether a file that begins like a mail is a web page that a browser saved in this form (MHTML).

    It is one where the browser says so (`Snapshot-Content-Location`, `From: <Saved by …>`), or where parts that
    belong together (`multipart/related`) say from which address they come, and nobody sent them to anybody.
    """
    fields = fields_of(head)
    kind = fields.get("content-type", "").lower()
    if "snapshot-content-location" in fields:
        return kind.startswith(("multipart/", "text/html"))
    if not kind.startswith("multipart/related") or not _roots_in_page(kind):
        return False
    sender = fields.get("from", "")
    if sender.lower().startswith(("<saved by", '"saved by')):
        return True
    return "@" not in sender and not _POSTED & fields.keys() and bool(_LOCATED.search(head[:HEAD]))


def is_message(head: bytes) -> bool:
    """Whether a file begins with the fields of a mail, or is one as mailboxes hold it."""
    fields = fields_of(head)
    envelope = _ENVELOPE & fields.keys()
    if is_postmark(head) or (_SENT & fields.keys() and (envelope or _CONTENT & fields.keys())):
        return True
    if _CONTENT & fields.keys():
        return bool(envelope) or "mime-version" in fields
    return "@" in fields.get("from", "") and len(envelope) > 1


def is_postmark(head: bytes) -> bool:
    """Whether a file begins with the line that stands before every message in a mailbox ("From ada@… Mon Jun 1 …")."""
    found = _POSTMARK.match(head)
    if not found:
        return False
    return not found[0].endswith(b"\n") or bool(fields_of(head))


def fields_of(head: bytes) -> dict[str, str]:
    """The fields at the start of a message by their names in lower case; none where it does not begin with fields.

    Of fields with the same name the first one counts. A line that stands before the message in a mailbox is skipped.
    """
    fields: dict[str, bytes] = {}
    current = ""
    for index, found in enumerate(_LINE.finditer(head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"), 0, HEAD)):
        line = found[0]
        if index == 0 and line.startswith((b"From ", b">From ")):
            continue
        if not line.strip():
            break
        if line[:1] in b" \t" and current:
            fields[current] += line if len(fields[current]) < HEAD else b""
            continue
        field = _FIELD.match(line)
        if not field:
            return {}
        current = field[1].decode("ascii").lower()
        if current in fields:
            current = f"{current} again"
        fields[current] = field[2]
    return {name: " ".join(value.decode("latin-1").split()) for name, value in fields.items()}


def _roots_in_page(kind: str) -> bool:
    """Whether the parts that belong together belong to a page, as far as that is said."""
    return "type=" not in kind or "text/html" in kind or "multipart/alternative" in kind or "xhtml" in kind
