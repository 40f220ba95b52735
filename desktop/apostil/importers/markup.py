"""A tree of markup becomes pieces: HTML, and the TEI that the page reader hands over."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Protocol

from lxml import html

from apostil.domain.article import Piece, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SPACES = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
ROLES = {
    "p": Role.PARAGRAPH,
    "pre": Role.PARAGRAPH,
    "li": Role.LIST_ITEM,
    "dt": Role.LIST_ITEM,
    "dd": Role.LIST_ITEM,
    "blockquote": Role.QUOTATION,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
    "tr": Role.TABLE_ROW,
}
"""What the elements of HTML are in an article."""

_BLOCKS = {
    **ROLES,
    "code": Role.PARAGRAPH,
    "item": Role.LIST_ITEM,
    "quote": Role.QUOTATION,
    "row": Role.TABLE_ROW,
}
_CONTAINERS = frozenset(
    {"div", "section", "article", "main", "body", "html", "ul", "ol", "dl", "list", "table", "tbody", "thead", "figure"}
)
_CELLS = frozenset({"td", "th", "cell"})
_UNREAD = frozenset({"script", "style", "noscript", "template", "graphic", "img", "svg"})
_HEADINGS = re.compile(r"h([1-6])")
_INHERITED = frozenset({Role.LIST_ITEM, Role.QUOTATION, Role.CAPTION, Role.STANDFIRST})
_STANDFIRST_CLASS = "standfirst"


class Node(Protocol):
    """What is needed of an element of a tree, as lxml has it."""

    @property
    def tag(self) -> object:
        """The element's name, or something else for a comment."""
        ...

    @property
    def text(self) -> str | None:
        """The words before the first element inside."""
        ...

    @property
    def tail(self) -> str | None:
        """The words behind the element."""
        ...

    def get(self, key: str, default: str = "") -> str:
        """An attribute's value."""
        ...

    def __iter__(self) -> Iterator[Node]: ...


def parsed(markup: str) -> tuple[Piece, ...]:
    """The blocks of a fragment of HTML."""
    if not markup.strip():
        return ()
    page = f"<html><body>{markup}</body></html>"
    return pieces_of(html.document_fromstring(page))


def pieces_of(root: Node) -> tuple[Piece, ...]:
    """The blocks of a tree in order, with the roles that its elements give them."""
    collector = _Collector()
    collector.read(root)
    return tuple(collector.pieces)


class _Collector:
    """Walks a tree without recursion, and closes a piece wherever a block begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._words: list[str] = []
        self._role = Role.PARAGRAPH
        self._level = 0
        self._steps: list[Callable[[], None]] = []

    def read(self, root: Node) -> None:
        """Take in an element with everything inside it."""
        self._steps.append(partial(self._enter, root))
        while self._steps:
            self._steps.pop()()
        self._close()

    def _enter(self, element: Node) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _UNREAD:
            return
        if tag in {"br", "lb"}:
            self._words.append("\n")
        elif self._role is Role.TABLE_ROW:
            self._enter_in_row(element, tag)
        else:
            self._enter_block(element, tag)

    def _enter_in_row(self, element: Node, tag: str) -> None:
        if tag in _CELLS and self._words:
            self._words.append(_CELL_MARK)
        elif tag in _BLOCKS and self._words:
            self._words.append(" ")
        self._go_inside(element)

    def _enter_block(self, element: Node, tag: str) -> None:
        role, level = self._role_of(element, tag)
        if role is not None:
            self._close()
            self._steps.append(partial(self._leave, self._role, self._level))
            self._role, self._level = role, level
        self._go_inside(element)

    def _leave(self, role: Role, level: int) -> None:
        """Close a block, and go on in the one around it, which has this role and level."""
        self._close()
        self._role, self._level = role, level

    def _go_inside(self, element: Node) -> None:
        self._say(element.text)
        for child in reversed(list(element)):
            self._steps.append(partial(self._say, child.tail))
            self._steps.append(partial(self._enter, child))

    def _say(self, words: str | None) -> None:
        if words:
            self._words.append(_SPACES.sub(" ", words))

    def _close(self) -> None:
        """End the piece that is open."""
        words = "".join(self._words)
        self._words.clear()
        text = _row(words) if self._role is Role.TABLE_ROW else _lines(words)
        if text:
            self.pieces.append(Piece(text, self._role, self._level))

    def _role_of(self, element: Node, tag: str) -> tuple[Role | None, int]:
        """The role of a block element; None for an element inside a line."""
        level = _heading_level(element, tag)
        if level:
            return Role.HEADING, level
        if tag in _CONTAINERS:
            return self._role, 0
        role = _BLOCKS.get(tag)
        if tag == "p" and element.get("class") == _STANDFIRST_CLASS:
            return Role.STANDFIRST, 0
        if tag == "code" and self._words:
            return None, 0
        if role is Role.PARAGRAPH and self._role in _INHERITED:
            return self._role, 0
        return role, 0


def _lines(words: str) -> str:
    return _AROUND_BREAK.sub("\n", _RUNS.sub(" ", words)).strip()


def _row(words: str) -> str:
    cells = [_RUNS.sub(" ", cell.replace("\n", " ")).strip() for cell in words.split(_CELL_MARK)]
    return "\t".join(cells).strip()


_CELL_MARK = "\x00"
_RUNS = re.compile(r" {2,}")


def _heading_level(element: Node, tag: str) -> int:
    if tag == "head":
        rend = _HEADINGS.fullmatch(element.get("rend", ""))
        return int(rend[1]) if rend else 2
    found = _HEADINGS.fullmatch(tag)
    return int(found[1]) if found else 0


def with_headline(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with the first heading as the headline, where it is the only one of its level and opens the text."""
    first = next((index for index, piece in enumerate(pieces) if piece.role is Role.HEADING), None)
    if first is None or first > 3 or pieces[first].level > 2:
        return pieces
    same = sum(piece.role is Role.HEADING and piece.level <= pieces[first].level for piece in pieces)
    if same > 1 and pieces[first].level != 1:
        return pieces
    return (*pieces[:first], Piece(pieces[first].text, Role.HEADLINE, 1), *pieces[first + 1 :])
