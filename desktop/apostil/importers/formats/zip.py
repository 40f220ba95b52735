"""Zip archives: piles of files, of which those come in that Apostil reads."""

from __future__ import annotations

import unicodedata
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from apostil.domain.controls import unturned, without_controls
from apostil.domain.errors import PasswordNeededError, UnreadableFileError
from apostil.importers import archives
from apostil.importers.codepages import likeliest
from apostil.importers.folders import beside_pages, in_order, is_litter
from apostil.importers.registry import Container, Enclosed, Format, formats, recognise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SUFFIXES = (".zip",)
_EMPTY = b"PK\x05\x06"
_IS_UTF8 = 0x800
_UNLOCKED_UP_TO = 32 * 2**20
"""How much is unlocked, which takes its time."""
_PEEKED_AT = 4 * 2**20
"""How large a file may be whose name does not say what it is, to be looked at..."""
_MOST_PEEKED = 300
"""...and how many such files are."""

_BROKEN = (
    "This archive is damaged: what is in it cannot be unpacked. "
    "Fetch or copy it again, or unpack it with another program and open what comes out."
)
_NOTHING = (
    "There is nothing in this archive that Apostil reads: it is empty, or holds pictures and programs alone. "
    "Unpack it and look whether it is the right one."
)
_LOCKED = "This archive is locked with a password."
_WRONG = "This password does not open the archive."
_ODDLY_LOCKED = (
    "This archive is locked with a password in a way that Apostil cannot open. "
    "Unpack it with the program that made it, and open what comes out."
)
_SHEET = (
    "This is a spreadsheet, which is no text that Apostil reads. "
    "Copy the part that you need and paste it, or save it as PDF and open that."
)
_SLIDES = (
    "This is a presentation, which is no text that Apostil reads. "
    "Save it as PDF and open that, or copy its words and paste them."
)
_PROGRAM = (
    "This is a program and not a pile of articles: there is nothing in it to read. Look whether it is the right file."
)
_PAGES = (
    "This is a document of Pages, Numbers or Keynote, which Apostil does not read. "
    "Export it as Word or PDF, and open that."
)
_OFFICE = (
    "This file comes from an office program, in a format that Apostil does not read. "
    "Save it as DOCX or PDF, and open that."
)
_KNOWN_BY_MEMBER = {
    "xl/workbook.xml": _SHEET,
    "xl/workbook.bin": _SHEET,
    "ppt/presentation.xml": _SLIDES,
    "META-INF/MANIFEST.MF": _PROGRAM,
    "AndroidManifest.xml": _PROGRAM,
    "Index/Document.iwa": _PAGES,
    "Index.zip": _PAGES,
    "[Content_Types].xml": _OFFICE,
}
_KNOWN_BY_KIND = {b"spreadsheet": _SHEET, b"presentation": _SLIDES, b"vnd.": _OFFICE}
_DOCUMENTS = ("word/", "META-INF/container.xml")
_KINDS = (b"opendocument.text", b"epub")
_LONGEST_KIND = 200
_SEEN_AND_LEFT = (
    ".7z .avi .avif .bak .bin .bmp .bz2 .c .cfg .class .cpp .css .csv .dat .db .dll .eot .exe .flac .gif .gz .h .heic "
    ".ico .ini .iso .java .jpeg .jpg .js .json .less .log .m4a .map .mjs .mkv .mov .mp3 .mp4 .mpeg .mpg .ods .odp .ogg "
    ".otf .php .png .ppt .pptx .psd .py .rar .scss .sh .sqlite .svg .tar .tgz .tif .tiff .toml .tsv .ttf .wav .webm "
    ".webp .wma .wmv .woff .woff2 .xls .xlsx .xml .xz .yaml .yml"
)
"""The endings of what is no article, whatever is in it."""


def _recognises(data: bytes, name: str) -> bool:
    if not data.startswith((archives.SIGNATURE, _EMPTY)):
        return False
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in _SUFFIXES and any(suffix in form.suffixes for form in formats()):
        return False
    try:
        archive = archives.opened(data, _BROKEN)
    except UnreadableFileError:
        return suffix in _SUFFIXES
    return not _is_document(archive)


def _is_document(archive: zipfile.ZipFile) -> bool:
    """Whether an archive is a text document, a book or a page, for which there are formats of their own."""
    members = archive.namelist()
    if any(member.startswith(_DOCUMENTS) for member in members):
        return True
    if "content.xml" in members and "META-INF/manifest.xml" in members:
        return not any(part in _kind_of(archive) for part in (b"spreadsheet", b"presentation"))
    tops = {member.partition("/")[0] for member in members}
    return any(kind in _kind_of(archive) for kind in _KINDS) or (
        bool(tops) and all(f"{top}/index.rdf" in members for top in tops)
    )


def _kind_of(archive: zipfile.ZipFile) -> bytes:
    """What an archive says that it is, in the member that stands first in documents."""
    entry = next(iter(archive.infolist()), None)
    if entry is None or entry.filename != "mimetype" or entry.file_size > _LONGEST_KIND:
        return b""
    try:
        return archives.part(archive, entry, _BROKEN, _LONGEST_KIND)
    except UnreadableFileError:
        return b""


def _list(data: bytes, _name: str) -> tuple[Enclosed, ...]:
    archive = archives.opened(data, _BROKEN)
    return tuple(Enclosed(name, entry.file_size) for name, entry in _readable(archive))


def _take(data: bytes, _name: str, places: Sequence[int]) -> tuple[bytes, ...]:
    entries = _readable(archives.opened(data, _BROKEN))
    if not all(0 <= place < len(entries) for place in places):
        raise UnreadableFileError(_BROKEN)
    archive = archives.opened(data, _BROKEN)  # once more: looking into files has used up some of what may be unpacked
    return tuple(archives.part(archive, entries[place][1], _BROKEN) for place in places)


def _left(data: bytes, _name: str) -> tuple[Enclosed, ...]:
    archive = archives.opened(data, _BROKEN)
    read = {name for name, _ in _readable(archive)}
    files = [(display_name(entry), entry) for entry in archive.infolist() if not entry.is_dir()]
    left = (Enclosed(name, entry.file_size) for name, entry in _kept(files) if name not in read)
    return tuple(sorted(left, key=lambda file: in_order(file.name)))


def _readable(archive: zipfile.ZipFile) -> list[tuple[str, zipfile.ZipInfo]]:
    """The files that Apostil reads with their names as they are shown, in the order people count in."""
    members = archive.infolist()
    _refuse_documents(archive, members)
    kept = sorted(_kept(_named(members)), key=lambda pair: [in_order(part) for part in pair[0].split("/")])
    if any(archives.is_locked(entry) for _, entry in kept):
        raise _locked(entry for _, entry in kept)
    peeks = iter(range(_MOST_PEEKED))
    found = [(name, entry) for name, entry in kept if _is_readable(archive, name, entry, peeks)]
    if not found:
        raise UnreadableFileError(_NOTHING)
    return found


def _refuse_documents(archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> None:
    """Say what the archive is where it is the document of another program."""
    names = {entry.filename for entry in members}
    for member, sentence in _KNOWN_BY_MEMBER.items():
        if member in names:
            raise UnreadableFileError(sentence)
    kind = _kind_of(archive)
    sentence = next((words for part, words in _KNOWN_BY_KIND.items() if part in kind), "")
    if sentence:
        raise UnreadableFileError(sentence)


def _named(members: Iterable[zipfile.ZipInfo]) -> list[tuple[str, zipfile.ZipInfo]]:
    """The files that are not empty, with their names as they are shown."""
    return [(display_name(entry), entry) for entry in members if not entry.is_dir() and entry.file_size]


def _kept(named: Sequence[tuple[str, zipfile.ZipInfo]]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """The files that somebody put there to be read: none that is hidden, and none of those beside a saved page."""
    files: dict[str, list[str]] = {}
    for name, _ in named:
        folder, _, file = name.rpartition("/")
        files.setdefault(folder, []).append(file)
    beside = {folder: beside_pages(names) for folder, names in files.items()}
    for name, entry in named:
        parts = name.split("/")
        around = ("/".join(parts[:depth]) for depth in range(len(parts) - 1))
        left = any(part.casefold() in beside.get(folder, ()) for folder, part in zip(around, parts[:-1], strict=True))
        if name and not left and not any(map(is_litter, parts)):
            yield name, entry


def _is_readable(archive: zipfile.ZipFile, name: str, entry: zipfile.ZipInfo, peeks: Iterator[int]) -> bool:
    """Whether a file is of a kind that is read, by its name or, where that says nothing, by what is in it.

    As long as `peeks` go on, files are looked into.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix and suffix in _SEEN_AND_LEFT.split():
        return False
    if any(suffix in form.suffixes for form in formats()):
        return True
    if entry.file_size > _PEEKED_AT or next(peeks, None) is None:
        return False
    try:
        recognise(archives.part(archive, entry, _BROKEN, _PEEKED_AT), name)
    except UnreadableFileError:
        return False
    return True


def display_name(entry: zipfile.ZipInfo) -> str:
    """The name of a member as it is shown: `folder/name`, in the characters its writer meant. It is never a path."""
    name = entry.orig_filename.partition("\0")[0]
    if not entry.flag_bits & _IS_UTF8 and not name.isascii():
        raw = name.encode("cp437", "replace")
        name = _in_its_encoding(raw) or name
    plain = unicodedata.normalize("NFC", unturned(without_controls(name))).replace("\\", "/")
    return "/".join(part for part in map(str.strip, plain.split("/")) if part not in {"", ".", ".."})


def _in_its_encoding(raw: bytes) -> str:
    """A name whose archive does not say how it is written: macOS writes UTF-8, Windows what its country had in DOS."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        encoding = likeliest(raw)
        return raw.decode(encoding, "replace") if encoding else ""


def _locked(entries: Iterable[zipfile.ZipInfo]) -> UnreadableFileError:
    """What is said of an archive with locked files: that it needs its password, or that no password would help."""
    if all(_is_plainly_packed(entry) for entry in entries):
        return PasswordNeededError(_LOCKED)
    return UnreadableFileError(_ODDLY_LOCKED)


def _is_plainly_packed(entry: zipfile.ZipInfo) -> bool:
    return entry.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def _unlock(data: bytes, password: str) -> bytes:
    """An archive of the same files without their locks."""
    archive = archives.opened(data, _BROKEN)
    kept = list(_kept(_named(archive.infolist())))
    if sum(entry.file_size for _, entry in kept if archives.is_locked(entry)) > _UNLOCKED_UP_TO:
        raise UnreadableFileError(_ODDLY_LOCKED)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as plain:
        for name, entry in kept:
            locked = archives.is_locked(entry)
            content = _unlocked(archive, entry, password) if locked else archives.part(archive, entry, _BROKEN)
            plain.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def _unlocked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, password: str) -> bytes:
    """The content of a locked file; programs of Windows take the password in one of its own encodings."""
    if not _is_plainly_packed(entry):
        raise UnreadableFileError(_ODDLY_LOCKED)
    for encoding in dict.fromkeys(("utf-8", "cp1252", "cp850") if not password.isascii() else ("utf-8",)):
        try:
            with archive.open(entry, pwd=password.encode(encoding, "replace")) as member:
                content = member.read(_UNLOCKED_UP_TO + 1)
        except (RuntimeError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            continue
        if len(content) > _UNLOCKED_UP_TO:
            raise UnreadableFileError(archives.TOO_LARGE)
        return content
    raise PasswordNeededError(_WRONG, wrong=True)


FORMAT = Format(
    "zip archive",
    "application/zip",
    _SUFFIXES,
    _recognises,
    None,
    order=-1,  # before documents that are zipped themselves, whose words also stand in a pile of them
    container=Container(_list, _take, _left),
    unlock=_unlock,
)
