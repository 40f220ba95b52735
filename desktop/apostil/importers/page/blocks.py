"""A whole web page falls into its blocks of words, in order, each with its role and with the boxes that it lies in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from apostil.domain.article import Role
from apostil.importers import forms
from apostil.importers.markup import ROLES
from apostil.importers.page.hints import Hint, hint_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_RUNS = re.compile(r" {2,}")
_AROUND_BREAK = re.compile(r" *\n *")
_BREAKS = re.compile(r"\n{2,}")
_UNREAD = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "embed", "canvas", "audio", "video"}
    | {"select", "textarea", "datalist", "map", "math", "img", "input", "noframes", "title", "meta", "link"}
)
_ROLES = {tag: role for tag, role in ROLES.items() if role is not Role.TABLE_ROW}
_CONTAINERS = frozenset(
    {"html", "body", "div", "section", "article", "main", "aside", "nav", "header", "footer", "form", "fieldset"}
    | {"address", "center", "details", "dialog", "dir", "dl", "figure", "hgroup", "menu", "ol", "ul", "search"}
    | {"table", "tbody", "thead", "tfoot", "tr", "td", "th", "button", "label", "legend", "summary", "frameset"}
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset({*_ROLES, *_CONTAINERS, *_HEADINGS})
_INHERITED = frozenset({Role.LIST_ITEM, Role.QUOTATION, Role.CAPTION})
_CELLS = frozenset({"td", "th"})
_CELL_MARK = "\x00"
_LAYOUT = ("table", "h1", "h2", "h3", "article", "section", "form")
_PARAGRAPHS_IN_TABLE = 3
_PARTS = ("p", "h1", "h2", "h3")
_WORDS_OF_PROSE = 12
_SEVERAL = 2
_ROW_GROUPS = frozenset({"tbody", "thead", "tfoot"})


class Frame:
    """An element with others inside it: what it lies in, what its names say about it, and how many words it holds."""

    __slots__ = ("chosen", "hint", "name", "parent", "running", "tag", "words")

    def __init__(self, tag: str, name: str, parent: Frame | None, hint: Hint) -> None:
        self.tag = tag
        self.name = name
        self.parent = parent
        self.hint = hint
        self.words = 0
        self.chosen = 0
        self.running = 0

    def line(self) -> Iterator[Frame]:
        """The frame, the one around it, and so on to the page."""
        frame: Frame | None = self
        while frame is not None:
            yield frame
            frame = frame.parent


@dataclass(slots=True)
class Found:
    """One block of a page, with the frame it lies in; `linked` is the share of its characters inside links."""

    text: str
    role: Role
    level: int
    frame: Frame
    linked: float = 0.0


class _State(NamedTuple):
    """What blocks are at one place of the page."""

    frame: Frame
    role: Role
    level: int
    raw: bool


@dataclass(frozen=True, slots=True)
class Blocks:
    """Every block of words on a page, in the order of the document, and every frame, each before those inside it."""

    found: list[Found]
    frames: list[Frame]


def blocks_of(root: HtmlElement) -> Blocks:
    """The blocks of words that a page holds."""
    walk = _Walk()
    walk.read(root)
    return Blocks(walk.found, walk.frames)


class _Walk:
    """Goes through a page without recursion, and closes a block wherever an element of its own begins or ends.

    A step is an element to enter, words to take in, the state to go back to, or the end of a link.
    """

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.frames = [Frame("", "", None, Hint.NONE)]
        self._state = _State(self.frames[0], Role.PARAGRAPH, 0, raw=False)
        self._links = 0
        self._linked = 0
        self._words: list[str] = []
        self._steps: list[HtmlElement | str | _State | None] = []
        self._layouts: dict[HtmlElement, bool] = {}

    def read(self, root: HtmlElement) -> None:
        """Take in an element with everything inside it."""
        steps = self._steps
        steps.append(root)
        while steps:
            step = steps.pop()
            if type(step) is str:
                self._say(step)
            elif step is None:
                self._links -= 1
            elif type(step) is _State:
                if self._words:
                    self._close()
                self._state = step
            else:
                self._enter(step)
        self._close()

    def _enter(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            if self._state.role is Role.TABLE_ROW and tag != "tr":
                self._enter_in_row(tag)
            else:
                self._enter_block(element, tag)
        elif tag == "a":
            self._links += 1
            self._steps.append(None)
        elif tag == "br":
            self._words.append("\n")
            return
        elif tag in _UNREAD or type(tag) is not str:
            return
        self._go_inside(element)

    def _enter_in_row(self, tag: str) -> None:
        if self._words:
            self._words.append(_CELL_MARK if tag in _CELLS else " ")

    def _enter_block(self, element: HtmlElement, tag: str) -> None:
        if self._words:
            self._close()
        before = self._state
        self._steps.append(before)
        frame = Frame(tag, element.get("class") or "", before.frame, hint_of(tag, element))
        self.frames.append(frame)
        level = _HEADINGS.get(tag, 0)
        role = Role.HEADING if level else self._role_of(element, tag, frame.hint)
        self._state = _State(frame, role, level, raw=before.raw or tag == "pre")

    def _role_of(self, element: HtmlElement, tag: str, hint: Hint) -> Role:
        role, around = _ROLES.get(tag), self._state.role
        if hint is Hint.CAPTION and tag not in {"li", "blockquote"} and not _holds_article(element):
            return Role.CAPTION
        if tag == "tr":
            return Role.PARAGRAPH if self._is_layout(element) else Role.TABLE_ROW
        if tag in {"ul", "ol", "dl"} or (role is None and around is not Role.HEADING):
            return around
        if role is None or (role is Role.PARAGRAPH and around in _INHERITED):
            return around if around is not Role.HEADING else Role.PARAGRAPH
        return role

    def _is_layout(self, row: HtmlElement) -> bool:
        """Whether a row only lays the page out: it is the one cell of its line, or holds parts of an article."""
        cells = _cells(row)
        if len(cells) > 1:
            return _is_layout(row, cells)
        return not cells or _is_running(cells[0]) or self._is_frame(row)

    def _is_frame(self, row: HtmlElement) -> bool:
        """Whether no row of a table has several cells with words."""
        table = row.getparent()
        while table is not None and table.tag != "table":
            table = table.getparent()
        if table is None:
            return False
        if table not in self._layouts:
            self._layouts[table] = all(len(_cells(each)) < _SEVERAL for each in _rows(table))
        return self._layouts[table]

    def _go_inside(self, element: HtmlElement) -> None:
        """Take in the words before the first element inside; the elements and what follows each come next."""
        steps = self._steps
        for child in reversed(element):
            tail = child.tail
            if tail:
                steps.append(tail)
            steps.append(child)
        words = element.text
        if words:
            self._say(words)

    def _say(self, words: str) -> None:
        if words.isspace():
            if self._words:
                self._words.append(words if self._state.raw else " ")
            return
        if not self._state.raw:
            words = _SPACES.sub(" ", words)
        self._words.append(words)
        if self._links > 0:
            self._linked += len(words.strip())

    def _close(self) -> None:
        """End the block that is open."""
        words, linked = "".join(self._words), self._linked
        self._words.clear()
        self._linked = 0
        if not words or words.isspace():
            return
        frame, role, level, _ = self._state
        parts = [_row(words)] if role is Role.TABLE_ROW else _BREAKS.split(_lines(words))
        whole = sum(map(len, parts)) or 1
        self.found += [Found(text, role, level, frame, linked / whole) for text in parts if text]


def _is_layout(row: HtmlElement, cells: Sequence[str]) -> bool:
    """Whether a row of several cells belongs to a table that only lays the page out."""
    inside = sum(1 for _ in row.iter(*_LAYOUT))
    return inside > 0 or sum(1 for _ in row.iter("p")) > _PARAGRAPHS_IN_TABLE or all(map(_is_running, cells))


def _holds_article(element: HtmlElement) -> bool:
    """Whether a box holds more than any caption does, whatever its name says."""
    return sum(1 for _ in element.iter(*_PARTS)) > _PARAGRAPHS_IN_TABLE


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of a table, without those of tables inside it."""
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in _ROW_GROUPS:
            yield from (row for row in part if row.tag == "tr")


def _cells(row: HtmlElement) -> list[str]:
    """What stands in the cells of a row that are not empty."""
    texts = (cell.text_content().strip() for cell in row if cell.tag in _CELLS)
    return [text for text in texts if text]


def _is_running(text: str) -> bool:
    return forms.ends_sentence(text) and len(text.split()) >= _WORDS_OF_PROSE


def _lines(words: str) -> str:
    words = _RUNS.sub(" ", words)
    return (_AROUND_BREAK.sub("\n", words) if "\n" in words else words).strip()


def _row(words: str) -> str:
    cells = [_RUNS.sub(" ", cell.replace("\n", " ")).strip() for cell in words.split(_CELL_MARK)]
    return "\t".join(cells).strip()
