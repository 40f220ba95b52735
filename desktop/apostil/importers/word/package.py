"""The parts of a Word document and how they refer to each other: zipped, or written into one file of XML."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Protocol

from apostil.domain.errors import UnreadableFileError
from apostil.importers import archives
from apostil.importers.safe_xml import parsed

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_PACKAGES = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_USUAL = "word/document.xml"


class Parts(Protocol):
    """The parts of a document by their names, which begin without a slash."""

    def tree(self, name: str) -> Element:
        """The tree in a part.

        Raises:
            UnreadableFileError: where it is missing or broken.
        """
        ...

    def content(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            UnreadableFileError: where it is missing or broken.
        """
        ...


class ZippedParts:
    """Parts that are the members of an archive; their names differ in case from program to program."""

    def __init__(self, archive: zipfile.ZipFile, broken: str) -> None:
        self._archive = archive
        self._broken = broken
        self._names = {name.casefold(): name for name in archive.namelist()}

    def tree(self, name: str) -> Element:
        """The tree in a part."""
        return parsed(self.content(name), self._broken)

    def content(self, name: str) -> bytes:
        """The bytes of a part."""
        return archives.part(self._archive, self._names.get(name.casefold(), name), self._broken)


class FlatParts:
    """Parts that stand one behind the other in one tree, or the one tree that Word 2003 wrote."""

    def __init__(self, root: Element, broken: str) -> None:
        self._broken = broken
        self._root = root
        self._parts = {
            str(part.get(f"{_PACKAGES}name", "")).lstrip("/").casefold(): part for part in root.iter(f"{_PACKAGES}part")
        }

    def tree(self, name: str) -> Element:
        """The tree in a part."""
        if name == _USUAL and not self._parts:
            return self._root
        part = self._parts.get(name.casefold())
        content = part.find(f"{_PACKAGES}xmlData") if part is not None else None
        if content is None or not len(content):
            raise UnreadableFileError(self._broken)
        return content[0]

    def content(self, name: str) -> bytes:
        """The bytes of a part, of which only trees are kept in one file."""
        del name
        raise UnreadableFileError(self._broken)


class Package:
    """A document's parts, found by what they are to each other."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.main = next(self.related("", "officeDocument"), _USUAL)

    def root(self) -> Element:
        """The tree of the document itself.

        Raises:
            UnreadableFileError: where it is missing or broken.
        """
        return self._parts.tree(self.main)

    def trees(self, kind: str) -> Iterator[Element]:
        """The trees of what the document refers to as this kind, as far as they can be read."""
        for name in self.related(self.main, kind):
            tree = self.tree(name)
            if tree is not None:
                yield tree

    def properties(self) -> Element | None:
        """The tree of what the file says about itself."""
        return self.tree(next(self.related("", "core-properties"), "docProps/core.xml"))

    def tree(self, name: str) -> Element | None:
        """The tree in a part that a document may do without."""
        try:
            return self._parts.tree(name)
        except UnreadableFileError:
            return None

    def linked(self, reference: str) -> bytes:
        """The bytes of the part that the document refers to by this name; none where it is not there."""
        name = next((target for _, key, target in self._relations(self.main) if key == reference), "")
        try:
            return self._parts.content(name) if name else b""
        except UnreadableFileError:
            return b""

    def related(self, name: str, kind: str) -> Iterator[str]:
        """The names of the parts that one part refers to as this kind."""
        return (target for kind_, _, target in self._relations(name) if kind_ == kind)

    def _relations(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Kind, key and target of what a part refers to inside the file; what lies outside is never looked at."""
        folder, file = posixpath.split(name)
        tree = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        for relation in tree if tree is not None else ():
            target = str(relation.get("Target", ""))
            if target and str(relation.get("TargetMode", "")) != "External":
                kind = str(relation.get("Type", "")).rpartition("/")[2]
                whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                yield kind, str(relation.get("Id", "")), whole
