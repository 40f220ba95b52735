"""Builds the mails that the importers' tests read, all invented."""

from __future__ import annotations

from email.message import EmailMessage

from support.documents import PARAGRAPHS

BODY = "\n\n".join(PARAGRAPHS)
PAGE = f"<html><body>{''.join(f'<p>{words}</p>' for words in PARAGRAPHS)}</body></html>"


def mail(text: str = BODY, page: str = "", subject: str = "A new quay", **fields: str) -> EmailMessage:
    """A mail with a plain text, and a page where one is given; `fields` go into its head (`list_id` as `List-Id`)."""
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "Oriane Veldt <oriane@example.org>"
    made["To"] = "desk@example.org"
    made["Date"] = "Sun, 12 May 2024 23:30:00 -0500"
    for name, value in fields.items():
        del made[name.replace("_", "-")]
        made[name.replace("_", "-")] = value
    made.set_content(text)
    if page:
        made.add_alternative(page, subtype="html")
    return made


def raw(body: str | bytes, head: str = "Content-Type: text/plain; charset=utf-8") -> bytes:
    """A mail with exactly this head below the usual fields, and this body."""
    fields = f"From: Oriane Veldt <oriane@example.org>\nTo: desk@example.org\nSubject: A new quay\n{head}\n\n"
    return fields.encode() + (body.encode() if isinstance(body, str) else body)


def mailbox(*mails: bytes) -> bytes:
    """A mailbox with these mails."""
    return b"".join(b"From oriane@example.org Mon Jun 01 10:00:00 2009\n" + mail + b"\n\n" for mail in mails)
