"""Walks through the text of a Word document, with tracked changes as accepted.

mammoth, the usual library, turns documents into HTML, where comments and notes lose their places, and text boxes and
deleted paragraph ends their meaning; and its parser is not ours to harden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from apostil.domain.article import Piece, Role
from apostil.importers.decoding import decode, is_binary
from apostil.importers.markup import parsed as parsed_page
from apostil.importers.word.flow import Flow, numeral
from apostil.importers.word.styles import inherited, role_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from apostil.importers.word.package import Package

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.microsoft.com/office/word/2003/wordml": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/aml/2001/core": "aml",
}
_UNREAD = frozenset(
    {
        "w:del",
        "w:moveFrom",
        "w:pPr",
        "w:rPr",
        "w:tblPr",
        "w:tblPrEx",
        "w:tblGrid",
        "w:trPr",
        "w:tcPr",
        "w:sdtPr",
        "w:sdtEndPr",
        "w:sectPr",
        "w:rt",
        "w:fldData",
        "w:hdr",
        "w:ftr",
        "w:binData",
        "w:instrText",
        "w:delText",
        "w:docPr",
        "w:lists",
        "w:styles",
        "w:fonts",
        "w:docOleData",
        "w:docSuppData",
    }
)
_SAID = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
_OFF = frozenset({"0", "false", "off", "none"})
_PRIVATE = range(0xF000, 0xF100)
_BULLET = 0xB7


def flow_of(package: Package) -> Flow:
    """The text of a document; what stands on every page is left out, unless there is nothing else.

    Raises:
        UnreadableFileError: where its main part is missing or broken.
    """
    root = package.root()
    walk = _Walk(package, _Styles(package, root))
    walk.through(root)
    if walk.flow.is_empty:
        for kind in ("header", "footer"):
            for page in package.trees(kind):
                for part in page:
                    walk.through(part)
    return walk.flow


def _name_of(element: Element) -> str:
    """An element's name with the usual prefix of its namespace, as in `w:p`; empty for those of no interest."""
    space, _, name = element.tag.rpartition("}")
    prefix = _PREFIXES.get(space[1:])
    return f"{prefix}:{name}" if prefix else ""


def _value(element: Element | None, key: str = "val") -> str:
    """An attribute by its bare name."""
    if element is None:
        return ""
    return next((str(value) for name, value in element.attrib.items() if name.rpartition("}")[2] == key), "")


def _find(element: Element, *path: str) -> Element | None:
    """The first element on a way down, each step given by its bare name."""
    for step in path:
        element = next((child for child in element if child.tag.rpartition("}")[2] == step), None)
        if element is None:
            return None
    return element


def _is_on(element: Element | None) -> bool:
    return element is not None and _value(element) not in _OFF


class _Styles:
    """What the styles of a document stand for."""

    def __init__(self, package: Package, root: Element) -> None:
        self._styles: dict[str, Element] = {}
        for tree in (*package.trees("styles"), root):
            for style in tree.iter("{*}style"):
                self._styles.setdefault(_value(style, "styleId"), style)

    def role(self, properties: Element | None) -> tuple[Role, int]:
        """The role and level of a paragraph with these properties."""
        if properties is None:
            return Role.PARAGRAPH, 0
        role, level = inherited(_value(_find(properties, "pStyle")), self._meaning, self._base)
        if role is Role.PARAGRAPH:
            return _formed(properties) or (role, level)
        return role, level

    def _meaning(self, name: str) -> tuple[Role, int] | None:
        style = self._styles.get(name)
        if style is None:
            return role_of(name)
        found = role_of(_value(_find(style, "name")))
        properties = _find(style, "pPr")
        return found if found or properties is None else _formed(properties)

    def _base(self, name: str) -> str:
        style = self._styles.get(name)
        return "" if style is None else _value(_find(style, "basedOn"))


def _formed(properties: Element) -> tuple[Role, int] | None:
    """The role that a paragraph's properties give it, whatever its style."""
    outline = _value(_find(properties, "outlineLvl"))
    if outline.isdecimal() and int(outline) < 9:
        return Role.HEADING, min(int(outline) + 1, 6)
    number = _find(properties, "numPr", "numId")
    if number is not None and _value(number) != "0":
        return Role.LIST_ITEM, 0
    return (Role.LIST_ITEM, 0) if _find(properties, "listPr") is not None else None


class _Walk:
    """One way through a tree, element by element, so that no depth can matter."""

    def __init__(self, package: Package, styles: _Styles) -> None:
        self.flow = Flow()
        self._package = package
        self._styles = styles
        self._flows: list[Flow] = []
        self._fields: list[bool] = []
        self._lists_of_contents = 0
        self._counts = {"footnote": 0, "endnote": 0}
        self._numerals = not any(map(_counts_plainly, package.trees("settings")))
        self._besides = {
            kind: {_value(part, "id"): part for tree in package.trees(f"{kind}s") for part in tree}
            for kind in ("comment", "footnote", "endnote")
        }

    def through(self, root: Element) -> None:
        """Take in everything below this element."""
        steps = etree.iterwalk(root, events=("start", "end"))
        skipped = False
        for event, element in steps:
            name = _name_of(element)
            if event == "start":
                skipped = name in _UNREAD or _is_left_out(element, name)
                if skipped:
                    steps.skip_subtree()
                else:
                    self._enter(element, name)
            else:
                if not skipped:
                    self._leave(element, name)
                skipped = False

    def _enter(self, element: Element, name: str) -> None:
        if name in {"w:t", "m:t"}:
            self._say(element.text)
        elif name in _SAID:
            self._say(_SAID[name])
        elif name == "w:p":
            self._fields = [False] * len(self._fields)
        elif name == "w:tr":
            self.flow.close()
            self.flow.begin_row()
        elif name in {"w:txbxContent", "w:footnote", "w:endnote"} or _is_comment(element, name):
            self._flows.append(self.flow)
            self.flow = Flow()
        elif name == "w:sdt" and _is_list_of_contents(element):
            self._lists_of_contents += 1
        else:
            self._enter_mark(element, name)

    def _enter_mark(self, element: Element, name: str) -> None:
        """What is no text, and yet stands in it."""
        if name == "w:fldChar":
            self._pass_field(_value(element, "fldCharType"))
        elif name == "w:sym":
            self._say(_symbol(_value(element, "char")))
        elif name in {"w:footnoteReference", "w:endnoteReference"}:
            self._note(element, name.removeprefix("w:").removesuffix("Reference"))
        elif name in {"w:commentReference", "w:commentRangeEnd"}:
            self._comment(element)
        elif name == "w:altChunk":
            self.flow.add(_chunk(self._package.linked(_value(element, "id"))))
            self.flow.close()

    def _leave(self, element: Element, name: str) -> None:
        if name == "w:p":
            self._end_paragraph(element)
        elif name == "w:tc":
            self.flow.close()
            self.flow.end_cell()
        elif name == "w:tr":
            self.flow.end_row()
        elif name == "w:sdt" and _is_list_of_contents(element):
            self._lists_of_contents -= 1
        elif name in {"w:txbxContent", "w:footnote", "w:endnote"} or _is_comment(element, name):
            self._leave_aside(element, name)

    def _leave_aside(self, element: Element, name: str) -> None:
        if not self._flows:
            return
        aside, self.flow = self.flow, self._flows.pop()
        if name == "w:txbxContent":
            self.flow.box(aside)
        elif name == "aml:annotation":
            self.flow.comment(_value(element, "author"), aside.text)
        else:
            self._count_note(name.removeprefix("w:"), aside.text)

    def _say(self, words: str | None) -> None:
        if not any(self._fields):
            self.flow.say(words)

    def _pass_field(self, kind: str) -> None:
        """Leave out the instructions of fields, which end where their results begin, or with their paragraph."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _end_paragraph(self, element: Element) -> None:
        properties = _find(element, "pPr")
        marks = _find(properties, "rPr") if properties is not None else None
        if marks is not None and any(_find(marks, change) is not None for change in ("del", "moveFrom")):
            return  # its end was deleted: what follows goes on in it
        role = (Role.APPARATUS, 0) if self._lists_of_contents else self._styles.role(properties)
        self.flow.close(*role)

    def _note(self, element: Element, kind: str) -> None:
        note = self._besides[kind].pop(_value(element, "id"), None)
        if note is None:
            return
        if _value(element, "customMarkFollows") not in {"", *_OFF}:
            self.flow.note("", self._text(note))
        else:
            self._count_note(kind, self._text(note))

    def _count_note(self, kind: str, text: str) -> None:
        self._counts[kind] += 1
        number = self._counts[kind]
        self.flow.note(numeral(number) if kind == "endnote" and self._numerals else str(number), text)

    def _comment(self, element: Element) -> None:
        comment = self._besides["comment"].pop(_value(element, "id"), None)
        if comment is not None:
            self.flow.comment(_value(comment, "author"), self._text(comment))

    def _text(self, root: Element) -> str:
        """The text of what stands beside the text, which no reference leads out of."""
        outer, self.flow = self.flow, Flow()
        fields, self._fields = self._fields, []
        for part in root:
            self.through(part)
        inner, self.flow, self._fields = self.flow, outer, fields
        return inner.text


def _counts_plainly(settings: Element) -> bool:
    return _value(_find(settings, "endnotePr", "numFmt")) == "decimal"


def _is_left_out(element: Element, name: str) -> bool:
    """Whether an element is hidden, deleted, a prompt to fill in, or another writing of what was read already."""
    if name == "w:r":
        properties = _find(element, "rPr")
        return properties is not None and _is_on(_find(properties, "vanish"))
    if name == "w:tr":
        return _find(element, "trPr", "del") is not None
    if name == "w:tc":
        return _find(element, "tcPr", "cellDel") is not None
    if name == "w:sdt":
        return _is_on(_find(element, "sdtPr", "showingPlcHdr"))
    if name == "mc:Fallback":
        return any(_has_words(choice) for choice in element.itersiblings("{*}Choice", preceding=True))
    return name == "aml:annotation" and _value(element, "type") == "Word.Deletion"


def _has_words(element: Element) -> bool:
    return next(element.iter("{*}t"), None) is not None


def _is_comment(element: Element, name: str) -> bool:
    return name == "aml:annotation" and _value(element, "type") == "Word.Comment"


def _is_list_of_contents(element: Element) -> bool:
    return _value(_find(element, "sdtPr", "docPartObj", "docPartGallery")) == "Table of Contents"


def _symbol(number: str) -> str:
    """A character of a symbol font, where it is one of every font."""
    try:
        code = int(number, 16)
    except ValueError:
        return ""
    if code in _PRIVATE:
        return "•" if code & 0xFF == _BULLET else ""
    return chr(code) if 0x20 <= code < 0xD800 else ""


def _chunk(content: bytes) -> tuple[Piece, ...]:
    """The blocks of a page that a document holds as it came."""
    is_page = b"<" in content[:1024] and not is_binary(content)
    return parsed_page(decode(content)) if is_page else ()
