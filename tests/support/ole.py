"""Builds containers as old office programs wrote them, for tests of what tells them apart."""

from __future__ import annotations

import struct

_SECTOR = 512
_STREAM = 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTORS = _STREAM // _SECTOR


def container(*names: str, content: bytes = b"") -> bytes:
    """A container with these streams at its top; each begins with this content."""
    directory = -(-(len(names) + 1) // 4)
    fat = [_FAT, *range(2, directory + 1), _END]
    for _ in names:
        start = len(fat)
        fat += [*range(start + 1, start + _SECTORS), _END]
    entries = [_entry("Root Entry", 5, child=1 if names else _FREE, start=_END, size=0)]
    for number, name in enumerate(names):
        right = number + 2 if number + 1 < len(names) else _FREE
        start = 1 + directory + number * _SECTORS
        entries.append(_entry(name, 2, right=right, start=start, size=_STREAM))
    listed = b"".join(entries).ljust(directory * _SECTOR, b"\0")
    streams = content.ljust(_STREAM, b"\0") * len(names)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    return _head() + table + listed + streams


def word(flags: int = 0) -> bytes:
    """A Word document whose head has these flags, and no more."""
    return container("WordDocument", "1Table", content=struct.pack("<6H", 0xA5EC, 0xC1, 0, 0, 0, flags))


def _head() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return head + struct.pack("<109I", 0, *[_FREE] * 108)


def _entry(name: str, kind: int, *, right: int = _FREE, child: int = _FREE, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(letters), kind, 1, _FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
