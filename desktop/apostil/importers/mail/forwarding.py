"""Writes a mail that was only found within another program's file as mail programs save one."""

from __future__ import annotations

import mimetypes
import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

_UNFIT = re.compile("[\x00-\x1f\x7f\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What is known of a mail: the sender's name and address, its text and page, and files by name."""

    subject: str
    sender: tuple[str, str]
    sent: dt.date | None
    text: str
    page: str = ""
    files: tuple[tuple[str, bytes], ...] = ()


def mail_of(found: Forwarded) -> bytes:
    """The bytes of a mail; the same ones whenever the same is said."""
    mail = EmailMessage(policy=SMTP.clone(utf8=True, cte_type="8bit"))
    mail["Subject"] = _one_line(found.subject)
    name, address = (_one_line(part) for part in found.sender)
    mail["From"] = formataddr((name, address if address.isascii() and " " not in address else ""), "utf-8")
    if found.sent:
        mail["Date"] = found.sent.strftime("%a, %d %b %Y 00:00:00 -0000")
    mail.set_content(_sound(found.text), cte="base64")
    if found.page:
        mail.add_alternative(_sound(found.page), subtype="html", cte="base64")
    for title, data in found.files:
        main, _, sub = (mimetypes.guess_type(title)[0] or "application/octet-stream").partition("/")
        if main in {"message", "multipart"}:
            main, sub = "application", "octet-stream"
        mail.add_attachment(data, main, sub, filename=_one_line(title))
    mark = sha256(repr(found).encode("utf-8", "replace")).hexdigest()[:24]
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_{mark}_{number}")
    return mail.as_bytes()


def _one_line(text: str) -> str:
    return " ".join(_UNFIT.sub(" ", text).split())


def _sound(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
