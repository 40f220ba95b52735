"""OpenDocument texts, as LibreOffice writes them: zipped, templates of them, and flat ones."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from apostil.domain.article import Article
from apostil.domain.errors import UnreadableFileError
from apostil.importers import archives
from apostil.importers.registry import Format
from apostil.importers.safe_xml import parsed
from apostil.importers.word.flow import Properties
from apostil.importers.word.odf import flow_of

if TYPE_CHECKING:
    import zipfile

    from lxml.etree import _Element as Element

_SUFFIXES = (".odt", ".ott", ".odm", ".fodt")
_KIND = "application/vnd.oasis.opendocument.text"
_SIGNATURE = f"mimetype{_KIND}".encode("ascii")
_HEAD = 4096
_FLAT = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<office:document[\s>]", re.DOTALL)
_LOCKED = (
    "This document is protected by a password, which Apostil does not ask for. "
    "Open it in LibreOffice, save it without the password, and open that."
)
_BROKEN = (
    "This OpenDocument text is damaged: parts of it are missing or cannot be unpacked. "
    "Open it in LibreOffice, which can often repair it, and save it again."
)
_DC = "{http://purl.org/dc/elements/1.1/}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"


def _recognises(data: bytes, name: str) -> bool:
    if data.startswith(archives.SIGNATURE):
        return _is_zipped(data, named=PurePath(name).suffix.lower() in _SUFFIXES)
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return bool(_FLAT.match(head)) and _KIND.encode("ascii") in head


def _is_zipped(data: bytes, *, named: bool) -> bool:
    members = archives.names(data)
    if not members:  # it is damaged, and that can be said
        return named or _SIGNATURE in data[:_HEAD]
    if "mimetype" not in members:
        return named and "content.xml" in members
    try:
        return archives.part(archives.opened(data, _BROKEN), "mimetype", _BROKEN).startswith(_KIND.encode("ascii"))
    except UnreadableFileError:
        return named


def _read(data: bytes, _name: str) -> Article:
    if not data.startswith(archives.SIGNATURE):
        root = parsed(data, _BROKEN)
        return flow_of(root, ()).article(_properties(root))
    archive = archives.opened(data, _BROKEN)
    _check_lock(archive)
    content = parsed(archives.part(archive, "content.xml", _BROKEN), _BROKEN)
    styles = _optional(archive, "styles.xml")
    about = _optional(archive, "meta.xml")
    flow = flow_of(content, () if styles is None else (styles,))
    return flow.article(Properties() if about is None else _properties(about))


def _check_lock(archive: zipfile.ZipFile) -> None:
    """Locked documents have parts that are no XML, and list how these were locked; new ones are one locked package."""
    names = archive.namelist()
    if "encrypted-package" in names:
        raise UnreadableFileError(_LOCKED)
    if "META-INF/manifest.xml" in names and "content.xml" in names:
        listed = archives.part(archive, "META-INF/manifest.xml", _BROKEN)
        if b"encryption-data" in listed and not _is_markup(archives.part(archive, "content.xml", _BROKEN)):
            raise UnreadableFileError(_LOCKED)


def _is_markup(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")


def _optional(archive: zipfile.ZipFile, name: str) -> Element | None:
    """A part that a document may do without, as long as it can be read."""
    try:
        return parsed(archives.part(archive, name, _BROKEN), _BROKEN)
    except UnreadableFileError:
        return None


def _properties(root: Element) -> Properties:
    about = root.find(f"{_OFFICE}meta")
    if about is None:
        return Properties()
    author = about.findtext(f"{_META}initial-creator") or about.findtext(f"{_DC}creator") or ""
    return Properties(about.findtext(f"{_DC}title") or "", author)


FORMAT = Format("OpenDocument text", _KIND, _SUFFIXES, _recognises, _read)
