"""Web pages as Firefox used to save them: zipped, one folder a page (MAFF)."""

from __future__ import annotations

import re
from html import unescape
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from apostil.domain.errors import UnreadableFileError
from apostil.importers import archives
from apostil.importers.decoding import decode
from apostil.importers.formats.html import read_page, read_whole
from apostil.importers.page.saved import SavedPage, article_on
from apostil.importers.registry import Container, Enclosed, Format

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Sequence

    from apostil.domain.article import Article

_SUFFIXES = (".maff",)
_LIST = b"/index.rdf"
_BROKEN = (
    "This archive of web pages (MAFF) is damaged: parts of it are missing or cannot be unpacked. "
    "Save the page again, or copy the article's text in your browser and paste it."
)
_FACT = r'<[^<>\s]{{0,20}}\b{}\s[^<>]{{0,200}}?\bresource\s*=\s*["\']([^"\'<>]{{0,4000}})["\']'
_FACTS = {
    key: re.compile(_FACT.format(key), re.IGNORECASE) for key in ("originalurl", "title", "charset", "indexfilename")
}
_MAIN = re.compile(r"([^/]+)/index\.(?:html?|xhtml|xht)", re.IGNORECASE)
_LARGEST_LIST = 2**20


class _Folder(NamedTuple):
    """One page: the member that holds it, and what is noted about it."""

    member: str
    facts: dict[str, str]
    size: int


def _recognises(data: bytes, name: str) -> bool:
    if not data.startswith(archives.SIGNATURE):
        return False
    return PurePath(name).suffix.lower() in _SUFFIXES or (_LIST in data and _holds_lists(data))


def _holds_lists(data: bytes) -> bool:
    """Whether every folder at the top of an archive notes which page it holds."""
    try:
        members = archives.opened(data, _BROKEN).namelist()
    except UnreadableFileError:
        return False
    folders = {member.partition("/")[0] for member in members}
    return bool(folders) and all(f"{folder}{_LIST.decode()}" in members for folder in folders)


def _read(data: bytes, name: str) -> Article:
    return _read_with(read_page, data, name)


def _read_whole(data: bytes, name: str) -> Article:
    return _read_with(lambda markup, page: read_whole(markup.encode("utf-8", "replace"), page), data, name)


def _read_with(reader: Callable[[str, str], Article], data: bytes, name: str) -> Article:
    archive = archives.opened(data, _BROKEN)
    first = _folders(archive)[0]
    content = archives.part(archive, first.member, _BROKEN)
    page = SavedPage(decode(content, first.facts["charset"]), first.facts["originalurl"], first.facts["title"])
    return article_on(page, name, reader)


def _others(data: bytes, _name: str) -> tuple[Enclosed, ...]:
    """The pages beside the first one."""
    folders = _folders(archives.opened(data, _BROKEN))[1:]
    return tuple(
        Enclosed(f"{folder.facts['title'] or PurePath(folder.member).parent.name}.html", folder.size)
        for folder in folders
    )


def _take(data: bytes, _name: str, places: Sequence[int]) -> tuple[bytes, ...]:
    archive = archives.opened(data, _BROKEN)
    folders = _folders(archive)[1:]
    if not all(0 <= place < len(folders) for place in places):
        raise UnreadableFileError(_BROKEN)
    return tuple(archives.part(archive, folders[place].member, _BROKEN) for place in places)


def _folders(archive: zipfile.ZipFile) -> tuple[_Folder, ...]:
    """The pages in the order of the archive."""
    sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    usual = {match[1]: match[0] for match in map(_MAIN.fullmatch, sizes) if match}
    found: dict[str, _Folder] = {}
    for member in sizes:
        folder = member.partition("/")[0]
        if folder in found:
            continue
        if f"{folder}/index.rdf" in sizes:
            facts = _facts(archives.part(archive, f"{folder}/index.rdf", _BROKEN, _LARGEST_LIST))
        else:
            facts = dict.fromkeys(_FACTS, "")
        main = f"{folder}/{facts['indexfilename']}"
        page = main if main in sizes else usual.get(folder, "")
        if page:
            found[folder] = _Folder(page, facts, sizes[page])
    if not found:
        raise UnreadableFileError(_BROKEN)
    return tuple(found.values())


def _facts(data: bytes) -> dict[str, str]:
    words = decode(data) if data.strip() else ""
    found = {key: pattern.search(words) for key, pattern in _FACTS.items()}
    return {key: unescape(match[1]) if match else "" for key, match in found.items()}


FORMAT = Format(
    "Firefox page archive",
    "application/x-maff",
    _SUFFIXES,
    _recognises,
    _read,
    whole=_read_whole,
    container=Container(_others, _take),
)
