"""Zipped documents are looked at before they are unpacked, and watched while they are.

Whoever reads a zipped format takes its archive from `opened` and each member's bytes from `part`. Both answer every
damage and every trick with an `UnreadableFileError`: sizes that lie, parts that unpack without end, locked members,
names that stand in the list twice (the last one counts) or point outside (no name is ever one on the disk: members
are read in memory). What lies in a zip inside a zip is read from bytes that `part` gave, so the caps hold there too;
how deep to go is for the caller to say.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

from apostil.domain.errors import UnreadableFileError

SIGNATURE = b"PK\x03\x04"
MAX_PART = 96 * 2**20
"""The size of one unpacked part that a document may reach; a book of a million words has about 60 MB."""
MAX_WHOLE = 256 * 2**20
"""How much is unpacked from one archive in all, however often its parts are asked for."""
MAX_PARTS = 20_000

TOO_LARGE = (
    "This file would unpack to far more than a document holds, so it was left closed. "
    "Open it in the program that wrote it, and save the text alone."
)
LOCKED = (
    "This file holds parts that a password locks. "
    "Unpack it with the program that locked it, and open what comes out of it."
)
_ODDLY_PACKED = (
    "This file is packed in a way that Apostil does not unpack. "
    "Unpack it with another program, and pack it again as a plain zip file."
)

_ENTRY = b"PK\x01\x02"
"""What each entry of an archive's list of parts begins with."""
_STEP = 2**16
_DAMAGES = (zipfile.BadZipFile, zlib.error, struct.error, KeyError, ValueError, NotImplementedError, EOFError, OSError)
_LOCK = 0x1
"""The bit of a member's flags that says that it is locked."""


class _Watched(zipfile.ZipFile):
    """An archive that knows how much may still be unpacked from it."""

    left = MAX_WHOLE


def opened(data: bytes, broken: str) -> zipfile.ZipFile:
    """The archive in these bytes, where its declared sizes are sane. Its members are read through `part`.

    Args:
        data: The file as it came.
        broken: The sentence for an archive that cannot be opened.

    Raises:
        UnreadableFileError: where it is damaged, or would unpack to far more than a document.
    """
    if data.count(_ENTRY) > 10 * MAX_PARTS:
        raise UnreadableFileError(TOO_LARGE)
    try:
        archive = _Watched(BytesIO(data))
    except _DAMAGES as error:
        raise UnreadableFileError(broken) from error
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or any(part.file_size > MAX_PART for part in parts if _is_read(part)):
        raise UnreadableFileError(TOO_LARGE)
    return archive


def part(archive: zipfile.ZipFile, name: str | zipfile.ZipInfo, broken: str, most: int = MAX_PART) -> bytes:
    """The bytes of one member of an archive, which is unpacked step by step up to a cap, whatever size it declares.

    Args:
        archive: What `opened` returned.
        name: The member, by its name or its entry in the archive's list.
        broken: The sentence for a member that is missing or cannot be unpacked.
        most: The largest size that is right for it.

    Raises:
        UnreadableFileError: where it is missing, damaged, locked, or larger than it may be.
    """
    left = min(most, getattr(archive, "left", MAX_WHOLE))
    try:
        entry = archive.getinfo(name) if isinstance(name, str) else name
        _check(entry)
        content = _unpacked(archive, entry, left)
    except _DAMAGES as error:
        raise UnreadableFileError(broken) from error
    if isinstance(archive, _Watched):
        archive.left -= len(content)
    return content


def names(data: bytes) -> tuple[str, ...]:
    """The names of the members of an archive, to know its kind by; none where it cannot be opened."""
    try:
        return tuple(opened(data, "").namelist())
    except UnreadableFileError:
        return ()


def is_locked(entry: zipfile.ZipInfo) -> bool:
    """Whether a member can only be read with a password."""
    return bool(entry.flag_bits & _LOCK)


def _check(entry: zipfile.ZipInfo) -> None:
    if is_locked(entry):
        raise UnreadableFileError(LOCKED)
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:  # others unpack in leaps without a cap
        raise UnreadableFileError(_ODDLY_PACKED)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    content = bytearray()
    with archive.open(entry) as member:
        while step := member.read(_STEP):
            content += step
            if len(content) > most:
                raise UnreadableFileError(TOO_LARGE)
    return bytes(content)


def _is_read(part: zipfile.ZipInfo) -> bool:
    """Whether a part is text that would be unpacked; pictures and films never are."""
    return part.filename.lower().endswith((".xml", ".rels", ".html", ".xhtml"))
