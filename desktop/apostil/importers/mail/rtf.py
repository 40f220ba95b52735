"""Unpacks the rich text that Outlook packs into its mails."""

from __future__ import annotations

import struct

_HEAD = struct.Struct("<II4s4x")
_PACKED = b"LZFu"
_PLAIN = b"MELA"
_LARGEST = 16 * 2**20
_WINDOW = 4096
_KNOWN = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What every packed text can refer to, as if it stood before its beginning."""


def unpacked(data: bytes) -> bytes:
    """The RTF in a packed property, as far as it can be unpacked; empty where there is none."""
    if len(data) < _HEAD.size:
        return b""
    _, size, kind = _HEAD.unpack_from(data)
    if kind == _PLAIN:
        return data[_HEAD.size : _HEAD.size + size]
    return _expanded(data[_HEAD.size :], min(size, _LARGEST)) if kind == _PACKED else b""


def _expanded(data: bytes, size: int) -> bytes:
    """What single bytes and references to the last 4,096 bytes come to."""
    window = bytearray(_KNOWN.ljust(_WINDOW, b"\x00"))
    place, position, end = len(_KNOWN), 0, len(data)
    out = bytearray()
    while position < end and len(out) < size:
        flags = data[position]
        position += 1
        for bit in range(8):
            if position + (flags >> bit & 1) >= end:
                return bytes(out[:size])
            if not flags >> bit & 1:
                run = data[position : position + 1]
                position += 1
            else:
                reference = data[position] << 8 | data[position + 1]
                position += 2
                if reference >> 4 == place:  # what refers to its own place ends the text
                    return bytes(out[:size])
                run = _referred(window, reference >> 4, (reference & 15) + 2, place)
            out += run
            for byte in run:
                window[place] = byte
                place = (place + 1) % _WINDOW
    return bytes(out[:size])


def _referred(window: bytearray, start: int, length: int, place: int) -> bytes:
    """So many bytes from a place in the window; where they reach what is just being written, they repeat."""
    ahead = (place - start) % _WINDOW
    run = bytes(window[(start + step) % _WINDOW] for step in range(min(length, ahead)))
    return (run * (length // len(run) + 1))[:length]
