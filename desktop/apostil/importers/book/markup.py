"""Trees of markup as books and mails hold them become pieces, and every mark in them knows at which piece it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree, html

from apostil.domain.article import Piece, Role
from apostil.domain.errors import UnreadableFileError
from apostil.importers import safe_xml
from apostil.importers.decoding import decode
from apostil.importers.markup import ROLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

_TYPE = "{http://www.idpf.org/2007/ops}type"
_TABLES = frozenset({"table", "tbody", "tfoot", "thead"})
_LISTS = frozenset({"dl", "ol", "ul"})
_SECTIONS = frozenset({"article", "aside", "footer", "header", "hgroup", "main", "nav", "section"})
_OTHERS = frozenset(
    {"address", "body", "center", "details", "div", "fieldset", "figure", "form", "hr", "html", "summary"}
)
_CONTAINERS = _TABLES | _LISTS | _SECTIONS | _OTHERS
_CELLS = frozenset({"td", "th"})
_BLOCKS = _CONTAINERS | _CELLS | ROLES.keys() | {f"h{level}" for level in range(1, 7)}
_PROGRAMS = frozenset({"head", "noscript", "script", "style", "template", "title"})
_PICTURES = frozenset({"audio", "canvas", "embed", "iframe", "img", "map", "object", "svg", "video"})
_FIELDS = frozenset({"button", "input", "select", "textarea"})
_ASIDES = frozenset({"annotation", "annotation-xml", "case", "rp", "rt"})
"""What stands for other words a second time: how they are pronounced, or written for other programs."""
_UNREAD = _PROGRAMS | _PICTURES | _FIELDS | _ASIDES
_WINNING = frozenset({Role.FOOTNOTE, Role.COMMENT, Role.APPARATUS})
"""What everything inside of such a part is, whatever its own elements say."""
_INHERITED = _WINNING | {Role.LIST_ITEM, Role.QUOTATION, Role.CAPTION}
_LEFT_OPEN = re.compile(
    r"<((?:title|script|style|textarea|iframe|a|span|div|p|i|b|em|strong|sup|td|th|li|h[1-6])\b[^<>]*)/>", re.IGNORECASE
)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f\x00]+")
_RUNS = re.compile(r" {2,}")
_AROUND_BREAK = re.compile(r" ?\n ?")
_CELL = "\x00"
_LONGEST_LINE = 200
_LAYOUT = frozenset({"presentation", "none"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_VERSE = re.compile(r"(?:^|[\s_-])(?:stanza|linegroup|line-group|strophe|verse|lg)(?:$|[\s_-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a tree, and for each name of a place (`id`) in it the number of the piece that stands there."""

    pieces: tuple[Piece, ...]
    anchors: dict[str, int] = field(default_factory=dict)


def tree_of(data: bytes) -> Element | None:
    """The tree of a page: as XML where it is well formed, and else as forgiving as browsers are; None without one."""
    try:
        return safe_xml.parsed(data, "")
    except UnreadableFileError:
        pass
    try:
        return forgiving_tree(decode(data))
    except UnreadableFileError:
        return None


def forgiving_tree(text: str) -> Element | None:
    """The tree of a page that need not be well formed; None where there is none."""
    text = _LEFT_OPEN.sub(r"<\1></\1>", _DECLARATION.sub("", text.replace("\x00", ""), count=1))
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root: Element | None = html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return root


def name_of(element: Element) -> str:
    """The name of an element without its namespace, in lower case; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def types_of(element: Element) -> frozenset[str]:
    """What an element of a book is said to be: its `epub:type`, or its `role` without the prefix `doc-`."""
    said = element.get(_TYPE) or element.get("epub:type") or ""
    roles = (role.removeprefix("doc-") for role in (element.get("role") or "").split())
    return frozenset((*said.split(), *roles))


def is_hidden(element: Element) -> bool:
    """Whether an element is not shown."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def pieces_of(root: Element, judge: Callable[[Element], Role | str | None]) -> Pieces:
    """The blocks of a tree in order, with the roles that its elements give them.

    Args:
        root: The tree.
        judge: Says what an element is, beyond what its name says: a role, `SKIPPED` for what is not read, `MARKED`
            for the mark of a note in the text; None for nothing.
    """
    reader = _Reader(judge)
    reader.read(root)
    return Pieces(tuple(reader.pieces), reader.anchors)


SKIPPED = "skipped"
MARKED = "marked"


class _Reader:
    """Goes through a tree without recursion, and closes a piece wherever a block begins or ends."""

    def __init__(self, judge: Callable[[Element], Role | str | None]) -> None:
        self.pieces: list[Piece] = []
        self.anchors: dict[str, int] = {}
        self._judge = judge
        self._words: list[str] = []
        self._roles: list[tuple[Role, int]] = [(Role.PARAGRAPH, 0)]
        self._blocks: list[bool] = []
        self._frames: dict[Element, bool] = {}
        self._verse = 0
        self._pre = 0

    def read(self, root: Element) -> None:
        """Take in an element with everything inside it."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._leave()
                self._say(element.tail if element is not root else "")
            elif not self._enter(element):
                walk.skip_subtree()
        self._close()

    def _enter(self, element: Element) -> bool:
        """Begin an element; False where nothing inside it is read."""
        name = name_of(element)
        said = self._judge(element) if name and name not in _UNREAD else SKIPPED
        is_block = said not in {SKIPPED, MARKED} and (name in _BLOCKS or isinstance(said, Role))
        self._blocks.append(is_block)
        if said in {SKIPPED, MARKED}:
            self._note_anchors(element)
            self._words.append(_bracketed(element) if said == MARKED else "")
            return False
        if is_block:
            self._begin(element, name, said if isinstance(said, Role) else None)
        elif name == "br":
            self._words.append("\n")
        self._note_anchor(element)
        self._say(element.text)
        return True

    def _begin(self, element: Element, name: str, said: Role | None) -> None:
        """Open a block, and close what is open around it."""
        if self._roles[-1][0] is Role.TABLE_ROW:
            self._words.append(_CELL if name in _CELLS else " ")
        elif self._verse:
            self._words.append("\n")
        else:
            self._close()
        self._roles.append(self._role_of(element, name, said))
        self._verse += bool(self._verse or _is_verse(element, name))
        self._pre += bool(self._pre or name == "pre")

    def _leave(self) -> None:
        """Close a block, and go on in the one around it."""
        if not self._blocks.pop():
            return
        self._verse -= bool(self._verse)
        if self._roles[-2][0] is Role.TABLE_ROW:
            self._words.append(" ")
        elif self._verse:
            self._words.append("\n")
        else:
            self._close()
        self._pre -= bool(self._pre)
        self._roles.pop()

    def _role_of(self, element: Element, name: str, said: Role | None) -> tuple[Role, int]:
        around, level = self._roles[-1]
        if around in _WINNING and said is not Role.QUOTATION:
            return around, 0
        if said is not None:
            return said, 2 if said is Role.HEADING else 0
        if around in {Role.HEADING, Role.TABLE_ROW}:
            return around, level
        if len(name) == 2 and name[0] == "h" and name[1].isdigit():
            return Role.HEADING, int(name[1])
        role = ROLES.get(name, around)
        if role is Role.TABLE_ROW and (self._is_in_frame(element) or _sets_apart(element)):
            return around, 0
        return (around, 0) if role is Role.PARAGRAPH and around in _INHERITED else (role, 0)

    def _is_in_frame(self, row: Element) -> bool:
        """Whether the table around a row is no table to its reader."""
        table = next((around for around in islice(row.iterancestors(), 2) if name_of(around) == "table"), None)
        if table is None:
            return True
        if table not in self._frames:
            self._frames[table] = _is_frame(table)
        return self._frames[table]

    def _note_anchors(self, element: Element) -> None:
        """Keep the names of places inside of what is not read."""
        for inside in element.iter():
            self._note_anchor(inside)

    def _note_anchor(self, element: Element) -> None:
        for name in (element.get("id"), element.get("name") if name_of(element) == "a" else None):
            if name:
                self.anchors.setdefault(name, len(self.pieces))

    def _say(self, words: str | None) -> None:
        if words:
            self._words.append(words.replace("\x00", " ") if self._pre else _SPACES.sub(" ", words))

    def _close(self) -> None:
        """End the piece that is open."""
        words = "".join(self._words)
        self._words.clear()
        role, level = self._roles[-1]
        text = _row(words) if role is Role.TABLE_ROW else _lines(words, verbatim=bool(self._pre))
        if text:
            self.pieces.append(Piece(text, role, level))


def _lines(words: str, *, verbatim: bool) -> str:
    words = words.replace(_CELL, " ")
    return words.strip("\n") if verbatim else _AROUND_BREAK.sub("\n", _RUNS.sub(" ", words)).strip()


def _row(words: str) -> str:
    cells = [_SPACES.sub(" ", cell).strip() for cell in words.split(_CELL)]
    return "\t".join(cells).strip()


def _bracketed(element: Element) -> str:
    """The mark of a note, in brackets where it would otherwise run into the word or figure before it."""
    mark = " ".join("".join(element.itertext()).split())
    return f"[{mark}]" if mark.isalnum() else mark


def _is_verse(element: Element, name: str) -> bool:
    """Whether an element holds the lines of a stanza, one in each element."""
    said = f"{element.get('class') or ''} {' '.join(types_of(element))}"
    if name not in _CONTAINERS or not _VERSE.search(said):
        return False
    lines = [line for line in element.iter() if not any(name_of(inside) in _BLOCKS for inside in line)]
    return all(len("".join(line.itertext())) < _LONGEST_LINE for line in lines)


def _sets_apart(row: Element) -> bool:
    """Whether the cells of a row hold blocks of their own, or one alone holds much."""
    cells = [cell for cell in row if name_of(cell) in _CELLS]
    if len(cells) < 2:
        return any(_blocks_in(cell) or len("".join(cell.itertext())) > _LONGEST_LINE for cell in cells)
    return any(_blocks_in(cell) > 1 for cell in cells)


def _is_frame(table: Element) -> bool:
    """Whether a table only sets things below one another: it says so, or none of its rows has words in two cells."""
    if table.get("role") in _LAYOUT:
        return True
    rows = [row for part in table for row in (part if name_of(part) in _TABLES else (part,)) if name_of(row) == "tr"]
    return all(sum(_has_words(cell) for cell in row if name_of(cell) in _CELLS) < 2 for row in rows)


def _has_words(element: Element) -> bool:
    return any(char.isalnum() for text in element.itertext() for char in text)


def _blocks_in(cell: Element) -> int:
    """How many blocks a cell of a table holds; another table counts for several."""
    return sum(2 if name_of(inside) == "table" else name_of(inside) in ROLES for inside in cell.iter())
