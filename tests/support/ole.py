"""Builds documents of old office programs, for tests of what tells them apart."""

from __future__ import annotations

import struct

from support import containers


def container(*names: str, content: bytes = b"") -> bytes:
    """A container with these streams at its top; each begins with this content."""
    return containers.container(dict.fromkeys(names, content))


def word(flags: int = 0) -> bytes:
    """A Word document whose head has these flags, and no more."""
    return container("WordDocument", "1Table", content=struct.pack("<6H", 0xA5EC, 0xC1, 0, 0, 0, flags))
