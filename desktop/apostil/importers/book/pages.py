"""The documents of a book become pieces: its running text, its notes, and what stands around both as apparatus."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from apostil.domain.article import Piece, Role
from apostil.importers.book.markup import MARKED, SKIPPED, Pieces, is_hidden, name_of, pieces_of, tree_of, types_of
from apostil.importers.forms import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml.etree import _Element as Element

    from apostil.importers.book.package import Item

_NOTES = frozenset({"footnote", "endnote", "rearnote", "note"})
_MARKS = frozenset({"noteref"})
_AROUND = frozenset(
    {
        "titlepage",
        "halftitlepage",
        "halftitle",
        "copyright-page",
        "cover",
        "toc",
        "landmarks",
        "page-list",
        "loi",
        "lot",
    }
)
"""What a book calls the parts of it that stand around its text."""
_QUOTED = frozenset({"epigraph"})
_AROUND_FILES = frozenset({"nav", "toc", "cover", "title-page", "copyright-page", "loi", "lot"})
"""What a book calls the documents of it that stand around its text."""
_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§¶]{1,4})[\])]?\.?")
_NOTE_BLOCKS = frozenset({"p", "li", "div", "aside", "section", "dd", "td", "dt", "blockquote"})
_LONGEST_NOTE = 6000
_FEWEST_LINKS = 5
_HEADING = re.compile("h[1-6]")


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a book with its pieces; `item` says where it lies."""

    item: Item
    pieces: tuple[Piece, ...]
    anchors: Mapping[str, int]
    has_pictures: bool = False


def documents_of(pages: Sequence[tuple[Item, bytes]]) -> tuple[Document, ...]:
    """The documents of a book in their order. Of those outside of the reading order only the notes are kept."""
    trees = [(item, tree) for item, data in pages if (tree := tree_of(data)) is not None]
    notes = _Notes(trees)
    documents = (_document(item, tree, notes) for item, tree in trees if "nav" not in item.kinds)
    return tuple(document for document in documents if document.pieces or document.has_pictures)


def _document(item: Item, tree: Element, notes: _Notes) -> Document:
    found = pieces_of(tree, notes.judge)
    pieces = found.pieces
    if item.kinds & _AROUND_FILES or _is_list_of_links(tree, pieces):
        pieces = tuple(_as_apparatus(pieces))
    if not item.linear:
        found = _only_notes(found)
        pieces = found.pieces
    has_pictures = any(name_of(element) in {"img", "svg", "image", "object"} for element in tree.iter())
    return Document(item, pieces, found.anchors, has_pictures=has_pictures)


class _Notes:
    """Knows the notes of a book and their marks: by what they are called, or because they lead to each other."""

    def __init__(self, trees: Sequence[tuple[Item, Element]]) -> None:
        order = {element: place for place, element in enumerate(e for _, tree in trees for e in tree.iter())}
        links = [(item.member, link) for item, tree in trees for link in tree.iter() if _is_mark(link)]
        aims = {_aim(member, link) for member, link in links}
        places = {
            (item.member, element.get("id", "")): element
            for item, tree in trees
            for element in tree.iter()
            if element.get("id") and (item.member, element.get("id", "")) in aims
        }
        self._notes: set[Element] = set()
        self._marks: set[Element] = set()
        leads: dict[Element, frozenset[str]] = {}
        for member, link in links:
            note = _block_around(places.get(_aim(member, link)))
            if note is None or order[note] <= order[link]:  # the link in a note leads back
                continue
            if note not in leads:
                leads[note] = _leads_of(note)
            if leads[note] & _names_around(link):
                self._notes.add(note)
                self._marks.add(link)

    def judge(self, element: Element) -> Role | str | None:
        """What an element is, beyond what its name says."""
        kinds = types_of(element)
        if element in self._notes or kinds & _NOTES:
            return Role.FOOTNOTE
        if kinds & _MARKS or element in self._marks:
            return MARKED
        if "pagebreak" in kinds or name_of(element) == "nav" or is_hidden(element):
            return SKIPPED
        if kinds & _QUOTED:
            return Role.QUOTATION
        return Role.APPARATUS if kinds & _AROUND else None


def _is_mark(element: Element) -> bool:
    """Whether an element is a link whose words could be the mark of a note."""
    if name_of(element) != "a" or "#" not in element.get("href", ""):
        return False
    text = "".join(element.itertext()).strip()
    return len(text) <= 8 and bool(_MARK.fullmatch(text.casefold()))


def _aim(member: str, link: Element) -> tuple[str, str]:
    """Where a link leads: a member and a name in it."""
    path, _, anchor = link.get("href", "").partition("#")
    folder = posixpath.dirname(member)
    return (posixpath.normpath(posixpath.join(folder, unquote(path))) if path else member, unquote(anchor))


def _block_around(element: Element | None) -> Element | None:
    """The block that an element is or stands in."""
    while element is not None and name_of(element) not in _NOTE_BLOCKS:
        element = element.getparent()
    return element


def _leads_of(note: Element) -> frozenset[str]:
    """Where the links of a note lead, by which it is known as one; none where it is long, or has headings."""
    length = 0
    for text in note.itertext():
        length += len(text)
        if length > _LONGEST_NOTE:
            return frozenset()
    inside = list(note.iter())
    if any(_HEADING.fullmatch(name_of(element)) for element in inside):
        return frozenset()
    links = (element.get("href", "").partition("#")[2] for element in inside if name_of(element) == "a")
    return frozenset(unquote(link) for link in links if link)


def _names_around(mark: Element) -> frozenset[str]:
    """The names of the place where a mark stands."""
    near = [mark, *islice(mark.iterancestors(), 3), *mark.iter()]
    return frozenset(name for element in near if (name := element.get("id")))


def _is_list_of_links(tree: Element, pieces: Sequence[Piece]) -> bool:
    """Whether a document is a table of contents: nearly all of its words are links into the book."""
    links = [link for link in tree.iter() if name_of(link) == "a" and _is_inside(link.get("href", ""))]
    if len(links) < _FEWEST_LINKS:
        return False
    linked = sum(len(words("".join(link.itertext()))) for link in links)
    counted = sum(len(words(piece.text)) for piece in pieces if piece.role not in {Role.FOOTNOTE, Role.HEADING})
    return linked * 10 >= counted * 8


def _is_inside(address: str) -> bool:
    return bool(address) and ":" not in address.partition("#")[0]


def _as_apparatus(pieces: Iterable[Piece]) -> Iterable[Piece]:
    return (piece if piece.role is Role.FOOTNOTE else replace(piece, role=Role.APPARATUS, level=0) for piece in pieces)


def _only_notes(found: Pieces) -> Pieces:
    """The notes of a document; whoever leads to its other parts is led to what follows them."""
    kept = [index for index, piece in enumerate(found.pieces) if piece.role is Role.FOOTNOTE]
    anchors = {name: sum(index < place for index in kept) for name, place in found.anchors.items()} if kept else {}
    return Pieces(tuple(found.pieces[index] for index in kept), anchors)
