"""The page that a mail is written as becomes pieces: what is quoted as quoted, and nothing that is hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.domain.article import Piece, Role
from apostil.importers.book.markup import SKIPPED, forgiving_tree, is_hidden, name_of
from apostil.importers.book.markup import pieces_of as pieces_of_tree
from apostil.importers.forms import is_separator
from apostil.importers.mail.text import attributed, is_attribution, is_head, settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_CREDITS = frozenset({"gmail_attr", "moz-cite-prefix", "divrplyfwdmsg", "yahoo_quoted_header", "outlookmessageheader"})
_SIGNATURES = frozenset({"gmail_signature", "moz-signature", "signature", "ms-outlook-mobile-signature"})
_UNSEEN = re.compile(
    r"(?:font-size|max-height|line-height)\s*:\s*0(?:px|pt|em)?\s*(?:;|!|$)|mso-hide\s*:\s*all", re.IGNORECASE
)
_APART = re.compile(r"\n\s*\n")
_PAGE = re.compile(r"<(?:html|body|p|div|table|br|span|a)\b", re.IGNORECASE)


def pieces_of(page: str) -> tuple[Piece, ...]:
    """The blocks of a mail's page."""
    root = forgiving_tree(page)
    if root is None:
        return ()
    found = [part for piece in pieces_of_tree(root, _judged).pieces for part in _parted(piece)]
    return settled(tuple(attributed([part for part in found if not is_separator(part.text)])))


def is_page(text: str) -> bool:
    """Whether a text is written as a page, whatever it is said to be."""
    return bool(_PAGE.search(text[:4096]))


def _judged(element: Element) -> Role | str | None:
    """What an element of a mail is, beyond what its name says."""
    names = {name.lower() for name in (f"{element.get('class') or ''} {element.get('id') or ''}").split()}
    if is_hidden(element) or _is_unseen(element):
        return SKIPPED
    if name_of(element) == "blockquote" and (element.get("type") == "cite" or "gmail_quote" in names):
        return Role.COMMENT
    return Role.APPARATUS if names & (_CREDITS | _SIGNATURES) else None


def _is_unseen(element: Element) -> bool:
    """Whether an element is made too small to be seen, as lines are that only a list of mails shows."""
    if name_of(element) not in {"div", "span", "p", "td"}:
        return False
    return bool(_UNSEEN.search(element.get("style") or "")) and not len(element)


def _parted(piece: Piece) -> Iterator[Piece]:
    """A piece in parts where its lines are those of several: paragraphs, or the fields of a mail passed on."""
    level = 1 if piece.role is Role.COMMENT else piece.level
    for part in _APART.split(piece.text):
        lines = part.split("\n")
        headed = any(is_head(line) or is_attribution(line) for line in lines)
        for words in lines if headed else (part,):
            yield Piece(words, piece.role, level)
