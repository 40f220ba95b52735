"""Zipped documents are looked at before they are unpacked."""

from __future__ import annotations

import zipfile
from io import BytesIO

from apostil.domain.errors import UnreadableFileError

SIGNATURE = b"PK\x03\x04"
MAX_PART = 96 * 2**20
"""The size of one unpacked part that a document may reach; a book of a million words has about 60 MB."""
MAX_PARTS = 20_000


def opened(data: bytes, broken: str) -> zipfile.ZipFile:
    """The archive in these bytes, where its declared sizes are sane.

    Args:
        data: The file as it came.
        broken: The sentence for an archive that cannot be opened.

    Raises:
        UnreadableFileError: where it is damaged, locked, or would unpack to far more than a document.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableFileError(broken) from error
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or any(part.file_size > MAX_PART for part in parts if _is_read(part)):
        raise UnreadableFileError(
            "This file would unpack to far more than a document holds, so it was left closed. "
            "Open it in the program that wrote it, and save the text alone."
        )
    return archive


def _is_read(part: zipfile.ZipInfo) -> bool:
    """Whether a part is text that would be unpacked; pictures and films never are."""
    return part.filename.lower().endswith((".xml", ".rels", ".html", ".xhtml"))
