"""A mail, from whatever file it came, becomes an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apostil.domain.article import Article, Metadata, Piece, Role, compose
from apostil.domain.errors import UnreadableFileError
from apostil.importers.bylines import is_name
from apostil.importers.lexicon import folded, lexicon
from apostil.importers.mail.passed_on import passed_on, without_signature
from apostil.importers.mail.text import answered_at
from apostil.importers.mail.words import base_name
from apostil.importers.metadata import completed
from apostil.importers.registry import Enclosed
from apostil.importers.structure import assigned

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

_TOP = 4
_LONGEST_NOTICE = 2000
_ARTICLE_WORDS = 120
"""From so many words on a mail is built like an article, with headings and lines around it; others just say things."""
_VIA = re.compile(
    r"(?P<name>.+?)(?:\s+(?:from|at|via|pour|chez|for)\s+|\s*[|–—,(]\s*|\s+-\s+)(?P<outlet>[^|–—()]{2,60})\)?"
)
_WORDLESS = (
    "There are no words in this mail: it holds a subject at most, and nothing is attached to it. "
    "Look whether it is the right one."
)
_LOCKED = (
    "This mail is encrypted: only the program with its reader's key can open it. "
    "Open it in your mail program, and save the text alone."
)
_ARTICLES = frozenset({"the", "le", "la", "les"})
_ANSWER = re.compile(r"(?:re|aw|sv|antw|rif|rép|r)\s?(?:\[\d+\])?\s?:", re.IGNORECASE)
_ARMOR = "-----BEGIN PGP MESSAGE-----"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail: its name, reduced to one, what gives its bytes, and how many they are where that is told."""

    name: str
    data: Callable[[], bytes]
    size: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail holds. `group` names the mailing list it came by; `is_bulk` says that many people got it."""

    subject: str
    sender: str
    address: str
    sent: dt.date | None
    group: str = ""
    is_bulk: bool = False
    body: tuple[Piece, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    is_locked: bool = False


def article_of(letter: Letter, extractor: str) -> Article:
    """The article that a mail holds; one without words of its own is one where something is attached to it.

    Raises:
        UnreadableFileError: where it is encrypted, or there is nothing in it.
    """
    body = letter.body
    if letter.is_locked or any(piece.text.startswith(_ARMOR) for piece in body[:_TOP]):
        raise UnreadableFileError(_LOCKED)
    if not says_something(body) and not letter.attachments:
        raise UnreadableFileError(_WORDLESS)
    inner = passed_on(body, letter.subject)
    note = without_signature(body[: inner.start], letter.sender) if inner else ()
    pieces = tuple(map(_without_notice, _without_answered(body[inner.start if inner else 0 :], letter.subject)))
    pieces = _with_subject(pieces, letter.subject)
    pieces = pieces or tuple(Piece(attachment.name, Role.APPARATUS) for attachment in letter.attachments)
    if sum(len(piece.text.split()) for piece in body) >= _ARTICLE_WORDS:
        pieces = assigned(pieces, headings=not any(piece.role is Role.HEADING for piece in body))
    if inner:
        pieces = (*pieces[:1], *note, *pieces[1:])
        letter = replace(letter, sender=inner.sender, address=inner.address, sent=inner.sent or letter.sent)
    return compose(pieces, completed(_metadata(letter), pieces), extractor)


def _without_notice(piece: Piece) -> Piece:
    """The piece as apparatus where it is the notice that a house has put below every mail."""
    if piece.role is not Role.PARAGRAPH or len(piece.text) > _LONGEST_NOTICE:
        return piece
    line = folded(piece.text)
    is_notice = any(words in line for words in lexicon("apparatus")["mail notice"])
    return replace(piece, role=Role.APPARATUS, level=0) if is_notice else piece


def says_something(body: Sequence[Piece]) -> bool:
    """Whether there is a word in the blocks of a mail."""
    return any(char.isalnum() for piece in body for char in piece.text)


def listed(attachments: Sequence[Attachment]) -> tuple[Enclosed, ...]:
    """The attachments as they are shown."""
    return tuple(Enclosed(attachment.name, attachment.size or len(attachment.data())) for attachment in attachments)


def attached_name(said: str, number: int, suffix: str) -> str:
    """The name of an attachment without folders, or its number where the sender gave it none."""
    return base_name(said) or f"Attachment {number}{suffix}"


def fuller(bodies: Sequence[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """The last of several forms of one body, which is the richest, unless another one says more than twice as much."""
    counts = [sum(len(piece.text.split()) for piece in body) for body in bodies]
    full = [body for body, count in zip(bodies, counts, strict=True) if 2 * count >= max(counts)]
    return full[-1] if full else ()


def _with_subject(pieces: tuple[Piece, ...], subject: str) -> tuple[Piece, ...]:
    """The pieces with the subject on top: where it stands already, or put there."""
    if not subject:
        return pieces
    for index, piece in enumerate(pieces[:_TOP]):
        if folded(piece.text) == folded(subject):
            pieces = (*pieces[:index], *pieces[index + 1 :])
            break
    return (Piece(subject, Role.HEADLINE, 1), *pieces)


def _without_answered(pieces: tuple[Piece, ...], subject: str) -> tuple[Piece, ...]:
    """The pieces with the mail that is answered as apparatus, where the subject says that this is an answer."""
    start = answered_at(pieces) if _ANSWER.match(subject) else None
    if start is None:
        return pieces
    return (*pieces[:start], *(replace(piece, role=Role.APPARATUS, level=0) for piece in pieces[start:]))


def _metadata(letter: Letter) -> Metadata:
    authors, outlet = _credits(letter)
    return Metadata(title=letter.subject, authors=authors, outlet=outlet, published=letter.sent)


def _credits(letter: Letter) -> tuple[tuple[str, ...], str]:
    """Who wrote a mail, and for which house or list: a newsletter's sender that is no person is a house."""
    name = _turned(letter.sender)
    found = _VIA.fullmatch(name)
    if found and is_name(found["name"]):
        return (found["name"],), letter.group or found["outlet"].strip()
    if letter.is_bulk and name and (not is_name(name) or folded(name.split()[0]) in _ARTICLES):
        return (), name
    author = name or letter.address
    return ((author,) if author else ()), letter.group


def _turned(name: str) -> str:
    """A name with the first name first."""
    last, comma, first = (part.strip() for part in name.partition(","))
    turned = f"{first} {last}"
    return turned if comma and len(first.split()) <= 2 and is_name(turned) else name
