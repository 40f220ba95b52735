"""What a book in the EPUB format says of itself: its documents in reading order, its contents, its title and people."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from apostil.domain.article import Metadata
from apostil.domain.errors import UnreadableFileError
from apostil.importers import archives, safe_xml
from apostil.importers.book.markup import name_of, tree_of, types_of
from apostil.importers.metadata import language_code

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

BROKEN = (
    "This e-book is damaged: the file cannot be unpacked, or holds none of the pages that it should. "
    "Download it again, or open it in the program that you read books with."
)
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = (".xhtml", ".html", ".htm", ".xml")
_PAGE_TYPES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/x-dtbook+xml"})
_FONT_MASKS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
"""The ways of masking fonts, which leave a book's words open."""
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_DEEPEST = 12
_MOST_ENTRIES = 20_000
_AUTHORS = frozenset({"", "aut", "art", "cre", "edt", "jrn", "rpy", "author", "editor"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Item:
    """A document of a book: the name of its member in the archive, and what the book says of it."""

    member: str
    linear: bool = True
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a book's contents: its words, where it leads (a member and a name in it), and the lines below it."""

    title: str
    member: str = ""
    anchor: str = ""
    below: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """What a book says of itself. `locked` are the members that can only be read with a licence."""

    metadata: Metadata
    items: tuple[Item, ...]
    contents: tuple[Entry, ...] = ()
    locked: frozenset[str] = frozenset()
    is_fixed: bool = False


def is_book(data: bytes) -> bool:
    """Whether these bytes are an archive that says it is a book, or is laid out as one."""
    if not data.startswith(archives.SIGNATURE):
        return False
    if data[30:38] == b"mimetype" and b"application/epub+zip" in data[38:120]:
        return True
    if _CONTAINER.encode() not in data:
        return False
    try:
        names = archives.opened(data, BROKEN).namelist()
    except UnreadableFileError:
        return False
    return _CONTAINER in names and any(name.lower().endswith(".opf") for name in names)


def package_of(archive: zipfile.ZipFile) -> Package:
    """What the book in an archive says of itself; where it says nothing that helps, its pages by their names.

    Raises:
        UnreadableFileError: where there are no pages at all, or a password locks the archive.
    """
    names = _Names(archive)
    path = _package_path(archive, names)
    root = _tree(archive, path)
    found = _Description(archive, names, posixpath.dirname(path), root) if root is not None else None
    items = found.items() if found else ()
    if not items:
        items = tuple(Item(name) for name in sorted(names.all, key=_in_order) if _is_page(name))
    if not items:
        raise UnreadableFileError(BROKEN)
    return Package(
        found.metadata() if found else Metadata(),
        items,
        found.contents() if found else (),
        _locked(archive, names),
        is_fixed=bool(found and found.is_fixed()),
    )


class _Names:
    """Finds the members of an archive by the addresses in it: as written, in another case, or in another folder."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.all = [name for name in archive.namelist() if not name.endswith("/") and "__MACOSX/" not in name]
        self._exact = frozenset(self.all)
        self._folded = {name.replace("\\", "/").casefold(): name for name in reversed(self.all)}
        self._alone: dict[str, str] = {}
        for name in self.all:
            base = posixpath.basename(name).casefold()
            self._alone[base] = "" if base in self._alone else name

    def find(self, address: str, folder: str) -> str:
        """The member that an address in a document of this folder means; empty where there is none."""
        if _REMOTE.match(address) and address not in self._exact:
            return ""
        for written in (address, unquote(address)):
            path = posixpath.normpath(posixpath.join(folder, written.replace("\\", "/"))).lstrip("/")
            while path.startswith("../"):
                path = path[3:]
            found = path if path in self._exact else self._folded.get(path.casefold(), "")
            if found:
                return found
        return self._alone.get(posixpath.basename(unquote(address)).casefold(), "")


class _Description:
    """The package document of a book."""

    def __init__(self, archive: zipfile.ZipFile, names: _Names, folder: str, root: Element) -> None:
        self._archive = archive
        self._names = names
        self._folder = folder
        self._root = root
        self._manifest = {item.get("id", ""): item for item in _named(root, "item")}

    def items(self) -> tuple[Item, ...]:
        """The documents in reading order; those of the manifest where there is no such order."""
        order = [(self._manifest.get(ref.get("idref", "")), ref) for ref in _named(self._root, "itemref")]
        listed = [(item, ref) for item, ref in order if item is not None]
        if not listed:
            listed = [(item, item) for item in self._manifest.values() if self._is_page(item)]
        guide = self._guide()
        found: dict[str, Item] = {}
        for item, ref in listed:
            member = self._member(item)
            if member and self._is_readable(item):
                kinds = frozenset(item.get("properties", "").split()) | guide.get(member, frozenset())
                found.setdefault(member, Item(member, ref.get("linear", "yes").lower() != "no", kinds))
        return tuple(found.values())

    def metadata(self) -> Metadata:
        """What the book says of its title, people, house, day and language."""
        return Metadata(
            title=next(iter(self._said("title")), ""),
            authors=tuple(dict.fromkeys(self._authors())),
            outlet=next(iter(self._said("publisher")), ""),
            published=next(filter(None, map(_day, self._said("date"))), None),
            language=language_code(next(iter(self._said("language")), "")),
        )

    def contents(self) -> tuple[Entry, ...]:
        """The table of contents, from the navigation document or the older NCX."""
        for item in self._manifest.values():
            if "nav" in item.get("properties", "").split():
                found = self._navigation(self._member(item))
                if found:
                    return found
        for item in self._manifest.values():
            if item.get("media-type") == "application/x-dtbncx+xml" or item.get("href", "").lower().endswith(".ncx"):
                return self._ncx(self._member(item))
        return ()

    def is_fixed(self) -> bool:
        """Whether the pages are laid out once and for all, as those of picture books are."""
        for meta in _named(self._root, "meta"):
            value = (meta.text or meta.get("content") or "").strip().lower()
            if (meta.get("property"), value) == ("rendition:layout", "pre-paginated"):
                return True
            if (meta.get("name"), value) == ("fixed-layout", "true"):
                return True
        return False

    def _member(self, item: Element) -> str:
        return self._names.find(item.get("href", "").partition("#")[0].strip(), self._folder)

    def _is_page(self, item: Element) -> bool:
        kind = item.get("media-type", "").strip().lower()
        return kind in _PAGE_TYPES or (not kind and _is_page(item.get("href", "")))

    def _is_readable(self, item: Element) -> bool:
        """Whether a document of the reading order can hold words; pictures can stand in it too."""
        kind = item.get("media-type", "").strip().lower()
        return self._is_page(item) or not kind.startswith(("image/", "audio/", "video/", "application/pdf"))

    def _guide(self) -> dict[str, frozenset[str]]:
        """What the guide of an older book says of its documents."""
        kinds: dict[str, frozenset[str]] = {}
        for reference in _named(self._root, "reference"):
            address, _, anchor = reference.get("href", "").partition("#")
            member = self._names.find(address, self._folder)
            if member and not anchor:
                kinds[member] = kinds.get(member, frozenset()) | {reference.get("type", "").lower()}
        return kinds

    def _said(self, name: str) -> list[str]:
        """What the metadata says under a name of the Dublin Core."""
        return [text for text in map(_text, _named(self._root, name)) if text]

    def _authors(self) -> Iterator[str]:
        """The creators who wrote, not those who drew or translated; all of them where nobody is said to have."""
        refined = {
            meta.get("refines", "").removeprefix("#"): (meta.text or "").strip()
            for meta in _named(self._root, "meta")
            if meta.get("property") == "role"
        }
        creators = [
            (_text(creator), _role(creator) or refined.get(creator.get("id") or "-", ""))
            for creator in _named(self._root, "creator")
        ]
        writers = [name for name, role in creators if name and role.lower() in _AUTHORS]
        yield from writers or [name for name, _ in creators if name]

    def _navigation(self, member: str) -> tuple[Entry, ...]:
        root = _tree(self._archive, member, page=True)
        if root is None:
            return ()
        navs = [nav for nav in _named(root, "nav") if "toc" in types_of(nav)] or list(_named(root, "nav"))
        lists = [part for nav in navs[:1] for part in nav.iter() if name_of(part) in {"ol", "ul"}]
        return self._listed(lists[0], posixpath.dirname(member), _DEEPEST) if lists else ()

    def _listed(self, entries: Element, folder: str, depth: int) -> tuple[Entry, ...]:
        """The entries of a list of the navigation document."""
        found = []
        for entry in islice((part for part in entries if name_of(part) == "li"), _MOST_ENTRIES):
            below = next((part for part in entry if name_of(part) in {"ol", "ul"}), None)
            label = [part for part in entry if name_of(part) not in {"ol", "ul"}]
            link = next((part for head in label for part in head.iter() if part.get("href")), None)
            title = " ".join(" ".join("".join(head.itertext()) for head in label).split())
            lower = self._listed(below, folder, depth - 1) if below is not None and depth else ()
            found.append(self._entry(title, link.get("href", "") if link is not None else "", folder, lower))
        return tuple(found)

    def _ncx(self, member: str) -> tuple[Entry, ...]:
        root = _tree(self._archive, member)
        head = next(_named(root, "navmap"), None) if root is not None else None
        return self._points(head, posixpath.dirname(member), _DEEPEST) if head is not None else ()

    def _points(self, around: Element, folder: str, depth: int) -> tuple[Entry, ...]:
        """The entries of the older table of contents."""
        found = []
        for point in islice((part for part in around if name_of(part) == "navpoint"), _MOST_ENTRIES):
            label = next((_text(part) for part in point if name_of(part) == "navlabel"), "")
            content = next((part.get("src", "") for part in point if name_of(part) == "content"), "")
            lower = self._points(point, folder, depth - 1) if depth else ()
            found.append(self._entry(label, content, folder, lower))
        return tuple(found)

    def _entry(self, title: str, address: str, folder: str, below: tuple[Entry, ...]) -> Entry:
        path, _, anchor = address.strip().partition("#")
        return Entry(title, self._names.find(path, folder) if path else "", unquote(anchor), below)


def _package_path(archive: zipfile.ZipFile, names: _Names) -> str:
    """The member that describes the book: the one that the container names, or the first that looks like it."""
    container = names.find(_CONTAINER, "")
    root = _tree(archive, container) if container else None
    named = [file.get("full-path", "") for file in _named(root, "rootfile")] if root is not None else []
    found = next(filter(None, (names.find(path, "") for path in named if path)), "")
    return found or next((name for name in names.all if name.lower().endswith(".opf")), "")


def _tree(archive: zipfile.ZipFile, member: str, *, page: bool = False) -> Element | None:
    """The tree of a member, as far as it can be made out."""
    if not member:
        return None
    try:
        data = archives.part(archive, member, BROKEN)
    except UnreadableFileError:
        return None
    if page:
        return tree_of(data)
    try:
        return safe_xml.parsed(data, BROKEN)
    except UnreadableFileError:
        return _mended(data)


def _mended(data: bytes) -> Element | None:
    """The tree of a part that is not well formed, with what could be kept of it."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root: Element | None = etree.fromstring(data.strip(), parser)
    except (etree.LxmlError, ValueError):
        return None
    return root


def _locked(archive: zipfile.ZipFile, names: _Names) -> frozenset[str]:
    """The members that are encrypted, apart from masked fonts."""
    root = _tree(archive, names.find(_ENCRYPTION, "")) if _ENCRYPTION in names.all else None
    if root is None:
        return frozenset()
    locked = set()
    for part in _named(root, "encrypteddata"):
        methods = {method.get("Algorithm", "") for method in _named(part, "encryptionmethod")}
        if not methods or methods - _FONT_MASKS:
            locked |= {names.find(reference.get("URI", ""), "") for reference in _named(part, "cipherreference")}
    return frozenset(locked - {""})


def _named(root: Element, name: str) -> Iterator[Element]:
    """The elements of this name, in whatever namespace."""
    return (element for element in root.iter() if name_of(element) == name)


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _role(creator: Element) -> str:
    """The role that an older book gives a person."""
    return next((value for key, value in creator.attrib.items() if str(key).rpartition("}")[2] == "role"), "")


def _day(said: str) -> dt.date | None:
    """The day that a date names; none where it names a year alone, as most books do."""
    found = _DAY.match(said)
    try:
        return dt.date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _is_page(name: str) -> bool:
    return name.lower().endswith(_PAGES) and not name.startswith("META-INF/")


def _in_order(name: str) -> str:
    """What sorts names as people count: page 2 before page 10."""
    return re.sub(r"\d+", lambda found: found[0].zfill(12), name)
