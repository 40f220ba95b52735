"""Walks through the content of an OpenDocument text, with tracked changes as accepted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from apostil.domain.article import Role
from apostil.importers.word.flow import Flow
from apostil.importers.word.styles import inherited, role_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

_SPACES = {
    "office:1.0": "office",
    "text:1.0": "text",
    "table:1.0": "table",
    "style:1.0": "style",
    "drawing:1.0": "draw",
    "svg-compatible:1.0": "svg",
}
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TEXT = f"{{{_NAMESPACE}text:1.0}}"
_STYLE = f"{{{_NAMESPACE}style:1.0}}"

_BLOCKS = frozenset({"text:p", "text:h"})
_UNREAD = frozenset(
    {
        "text:tracked-changes",  # what was deleted is kept in here, outside the text
        "text:sequence-decls",
        "text:variable-decls",
        "text:user-field-decls",
        "text:note-citation",
        "text:number",
        "text:ruby-text",
        "text:script",
        "text:page-number",
        "office:forms",
        "office:binary-data",
        "office:scripts",
        "office:settings",
        "office:styles",
        "office:automatic-styles",
        "office:master-styles",
        "office:meta",
        "office:font-face-decls",
        "svg:title",
        "svg:desc",
        "draw:object",
        "draw:object-ole",
        "table:covered-table-cell",
        "table:shapes",
    }
)
_INDEXES = frozenset(
    {
        "text:table-of-content",
        "text:illustration-index",
        "text:table-index",
        "text:object-index",
        "text:user-index",
        "text:alphabetical-index",
    }
)
_LISTS = frozenset({"text:list-item", "text:list-header", "text:numbered-paragraph"})
_SAID = {"text:tab": " ", "text:line-break": "\n"}
_MOST_SPACES = 100
_BOXES = frozenset(
    {
        "draw:text-box",
        "draw:custom-shape",
        "draw:rect",
        "draw:circle",
        "draw:ellipse",
        "draw:polygon",
        "draw:path",
        "draw:line",
        "draw:caption",
    }
)
_ASIDES = _BOXES | {"text:note", "office:annotation"}
_WHITE = re.compile(r"[ \t\r\n]+")


def flow_of(content: Element, styles: Iterable[Element]) -> Flow:
    """The text of a document, whose styles are declared in these trees."""
    walk = _Walk(_Styles((content, *styles)))
    walk.through(content)
    return walk.flow


def _name_of(element: Element) -> str:
    """An element's name with the usual prefix of its namespace, as in `text:p`; bare for those of no interest."""
    space, _, name = element.tag.rpartition("}")
    space = space.removeprefix("{")
    prefix = _SPACES.get(space.removeprefix(_NAMESPACE)) if space.startswith(_NAMESPACE) else None
    return f"{prefix}:{name}" if prefix else space + name


class _Styles:
    """The styles of a document: what they stand for, and what they hide."""

    def __init__(self, trees: Iterable[Element]) -> None:
        self._names: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        self._hidden: set[str] = set()
        for tree in trees:
            for style in tree.iter(f"{_STYLE}style"):
                self._learn(style)

    def _learn(self, style: Element) -> None:
        name = style.get(f"{_STYLE}name", "")
        self._names[name] = style.get(f"{_STYLE}display-name", "")
        self._parents[name] = style.get(f"{_STYLE}parent-style-name", "")
        properties = style.find(f"{_STYLE}text-properties")
        if properties is not None and properties.get(f"{_TEXT}display") == "none":
            self._hidden.add(name)

    def role(self, name: str) -> tuple[Role, int]:
        """The role and level of the blocks that have this style."""
        return inherited(name, self._meaning, lambda style: self._parents.get(style, ""))

    def _meaning(self, name: str) -> tuple[Role, int] | None:
        return role_of(name) or role_of(self._names.get(name, ""))

    def hides(self, element: Element) -> bool:
        """Whether this element's words are hidden."""
        return str(element.get(f"{_TEXT}style-name")) in self._hidden


class _Walk:
    """One way through a tree, element by element, so that no depth can matter."""

    def __init__(self, styles: _Styles) -> None:
        self.flow = Flow()
        self._styles = styles
        self._flows: list[Flow] = []
        self._blocks = 0
        self._lists = 0
        self._indexes = 0
        self._outer: list[tuple[int, int]] = []

    def through(self, root: Element) -> None:
        """Take in everything below this element."""
        steps = etree.iterwalk(root, events=("start", "end"))
        skipped = False
        for event, element in steps:
            name = _name_of(element)
            if event == "start":
                skipped = name in _UNREAD or self._is_hidden(element, name)
                if skipped:
                    steps.skip_subtree()
                else:
                    self._enter(element, name)
                continue
            if not skipped:
                self._leave(element, name)
            skipped = False
            if element is not root:
                self._say(element.tail)

    def _is_hidden(self, element: Element, name: str) -> bool:
        if name in {"text:hidden-text", "text:hidden-paragraph"}:
            return str(element.get(f"{_TEXT}is-hidden", "true")) == "true"
        if name == "text:section":
            return str(element.get(f"{_TEXT}display")) == "none"
        return name in {"text:span", "text:p"} and self._styles.hides(element)

    def _enter(self, element: Element, name: str) -> None:
        if name in _BLOCKS:
            self._blocks += 1
        elif name in _LISTS:
            self._lists += 1
        elif name in _INDEXES:
            self._indexes += 1
        elif name == "table:table-row":
            self.flow.begin_row()
        elif name in _ASIDES:
            self._step_aside()
        elif name == "text:s":
            count = element.get(f"{_TEXT}c", "1")
            self.flow.say(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
        self.flow.say(_SAID.get(name))
        self._say(element.text)

    def _leave(self, element: Element, name: str) -> None:
        if name in _BLOCKS:
            self._blocks -= 1
            self.flow.close(*self._role(element, name))
        elif name in _LISTS:
            self._lists -= 1
        elif name in _INDEXES:
            self._indexes -= 1
        elif name == "table:table-cell":
            self.flow.end_cell()
        elif name == "table:table-row":
            self.flow.end_row()
        else:
            self._leave_aside(element, name)

    def _say(self, words: str | None) -> None:
        """Go on with a block, in which any white space is one space."""
        if words and self._blocks:
            self.flow.say(_WHITE.sub(" ", words))

    def _step_aside(self) -> None:
        self._flows.append(self.flow)
        self._outer.append((self._blocks, self._lists))
        self.flow = Flow()
        self._blocks = self._lists = 0

    def _leave_aside(self, element: Element, name: str) -> None:
        if name not in _ASIDES:
            return
        aside, self.flow = self.flow, self._flows.pop()
        self._blocks, self._lists = self._outer.pop()
        if name == "text:note":
            mark = "".join(element.xpath("string(*[local-name()='note-citation'])"))
            self.flow.note(mark, aside.text)
        elif name == "office:annotation":
            self.flow.comment(element.findtext(f"{_DC}creator") or "", aside.text)
        else:
            self.flow.box(aside)
            if not self._blocks:
                self.flow.close()

    def _role(self, element: Element, name: str) -> tuple[Role, int]:
        if self._indexes:
            return Role.APPARATUS, 0
        role, level = self._styles.role(element.get(f"{_TEXT}style-name", ""))
        if name == "text:h":
            deep = element.get(f"{_TEXT}outline-level", "1")
            return Role.HEADING, level or min(int(deep) if deep.isdecimal() else 1, 6) or 1
        return (Role.LIST_ITEM, 0) if self._lists and role is Role.PARAGRAPH else (role, level)
