"""How an article came out of its source, in a way that can be checked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Choice(StrEnum):
    """What of a source becomes an article."""

    ARTICLE = "article"
    """The article and nothing else: the usual choice; of a book, the whole book."""
    PAGE = "whole page"
    """Everything on a web page, menus and all."""
    CHAPTERS = "chapters"
    """Each chapter of a book as an article of its own."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What extracted an article, when, by which choice, and the fingerprint of the text that came out.

    `extractor` is a name and a version; `part` names which part of the source this is where it holds several
    articles ("3" for the third chapter), and is empty where it holds one.
    """

    extractor: str
    extracted: dt.datetime
    text_sha256: str
    choice: Choice = Choice.ARTICLE
    part: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether the bytes of a source and the text of an article still have the fingerprints of their import."""

    bytes_agree: bool
    text_agrees: bool

    @property
    def holds(self) -> bool:
        """Whether nothing has changed."""
        return self.bytes_agree and self.text_agrees


def fingerprint(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal digits."""
    from hashlib import sha256  # which loads OpenSSL

    return sha256(text.encode()).hexdigest()
