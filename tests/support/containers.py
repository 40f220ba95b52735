"""Builds the containers of old office programs, for tests of what reads them."""

from __future__ import annotations

import datetime as dt
import struct

SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NONE = 0xFFFFFFFF

Tree = dict[str, "bytes | Tree"]


def container(tree: Tree) -> bytes:
    """A container with these streams, and storages that hold streams. Every stream is at least 4,096 bytes long."""
    entries: list[tuple[str, int, bytes, int]] = []  # name, kind, content, first child
    nexts: list[int] = []

    def add(name: str, kind: int, content: bytes, inside: Tree | None) -> int:
        index = len(entries)
        entries.append((name, kind, content, _NONE))
        nexts.append(_NONE)
        before = _NONE
        for child, value in (inside or {}).items():
            added = add(child, 2, value, None) if isinstance(value, bytes) else add(child, 1, b"", value)
            if before == _NONE:
                entries[index] = (name, kind, content, added)
            else:
                nexts[before] = added
            before = added
        return index

    add("Root Entry", 5, b"", tree)
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(content: bytes) -> int:
        count = -(-len(content) // SECTOR)
        start = len(sectors)
        padded = content.ljust(count * SECTOR, b"\x00")
        sectors.extend(padded[place * SECTOR : (place + 1) * SECTOR] for place in range(count))
        fat.extend([*range(start + 1, start + count), _END] if count else [])
        return start if count else _END

    listed = b""
    for index, (name, kind, content, child) in enumerate(entries):
        start = store(content.ljust(4096, b"\x00")) if kind == 2 else _END
        size = max(len(content), 4096) if kind == 2 else 0
        title = name.encode("utf-16-le")
        listed += struct.pack(
            "<64sHBBIII16sIQQIQ", title, len(title) + 2, kind, 1, _NONE, nexts[index], child, b"", 0, 0, 0, start, size
        )
    directory = store(listed)
    fat_sectors = -(-(len(fat) + 2) // (SECTOR // 4 - 1)) + 1
    first = len(sectors)
    fat += [_FAT] * fat_sectors
    fat += [_FREE] * (fat_sectors * SECTOR // 4 - len(fat))
    table = struct.pack(f"<{len(fat)}I", *fat)
    head = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        fat_sectors,
        directory,
        0,
        4096,
        _END,
        0,
        _END,
        0,
    )
    places = [first + place for place in range(fat_sectors)]
    head += struct.pack("<109I", *places, *[_FREE] * (109 - len(places)))
    return head + b"".join(sectors) + table


def properties(*numbers: tuple[int, int], head: int = 32) -> bytes:
    """The list of the short properties of a mail: their numbers with their values."""
    return b"\x00" * head + b"".join(struct.pack("<HHIQ", 3, number, 6, value) for number, value in numbers)


def words(number: int, text: str) -> Tree:
    """A property of a mail in words."""
    return {f"__substg1.0_{number:04X}001F": text.encode("utf-16-le")}


def ticks(day: dt.date) -> int:
    """A day as Windows counts time."""
    return (day - dt.date(1601, 1, 1)).days * 864_000_000_000


def outlook(
    subject: str = "A new quay", text: str = "", more: Tree | None = None, head: int = 32, sender: str = "Oriane Veldt"
) -> Tree:
    """The tree of a mail of Outlook's, to be put into a container, or into an attachment's storage."""
    return {
        "__properties_version1.0": properties((0x0039, ticks(dt.date(2024, 5, 12))), (0x3FDE, 1252), head=head),
        **words(0x001A, "IPM.Note"),
        **words(0x0037, subject),
        **words(0x0C1A, sender),
        **(words(0x1000, text) if text else {}),
        **(more or {}),
    }


def attachment(name: str, data: bytes, number: int = 0, use: int = 0) -> Tree:
    """A file attached to a mail of Outlook's."""
    inside: Tree = {
        "__properties_version1.0": properties((0x3714, use), head=8),
        **words(0x3707, name),
        "__substg1.0_37010102": data,
    }
    return {f"__attach_version1.0_#{number:08X}": inside}


def embedded(tree: Tree, number: int = 0) -> Tree:
    """A mail attached to a mail of Outlook's."""
    inside: Tree = {"__properties_version1.0": properties(head=8), "__substg1.0_3701000D": tree}
    return {f"__attach_version1.0_#{number:08X}": inside}
