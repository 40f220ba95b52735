"""Changes to files such as damage, haste and malice make them, as hypothesis strategies."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

Change = tuple[str, int, bytes]
"""What is done, where (a place that is taken modulo the length), and with which bytes."""

INTERESTING = (
    b"\x00", b"\xff" * 4, b"\x7f\xff\xff\xff", b"\x80\x00", b"-1", b"99999999999", b"\xed\xa0\x80", b"\xe2\x80\xae",
    b"<", b">", b"&#0;", b"&x;", b"</p></body></html>", b"<div>" * 50, b"]]>", b"<!DOCTYPE a [<!ENTITY x 'y'>]>",
    b"../../", b"\r\n\r\n", b"--", b"{\\rtf", b"PK\x03\x04", b"%PDF-", b"endobj", b"=?utf-8?q?=FF?=", b"\xef\xbb\xbf",
    b"\x1b[2J", b"1 0 R", b"<<", b">>", b"{" * 50, b"}", b"\\bin99999 ", b"\\u-1?", b"00:00:00,000 --> ", b"WEBVTT",
)  # fmt: skip
"""Bytes that parsers stumble over."""

_CHANGE = st.tuples(
    st.sampled_from(["flip", "cut", "put", "repeat", "drop", "swap"]),
    st.integers(0, 2**24),
    st.sampled_from(INTERESTING) | st.binary(min_size=1, max_size=8),
)


def changed(data: bytes, changes: list[Change]) -> bytes:
    """The bytes after these changes."""
    for what, place, words in changes:
        at = place % (len(data) + 1)
        data = _DOINGS[what](data, at, words)
    return data


def mutations(seed: bytes) -> st.SearchStrategy[bytes]:
    """Files that differ from this one, also inside of what is packed in it."""
    outside = st.lists(_CHANGE, min_size=1, max_size=6).map(lambda changes: changed(seed, changes))
    if not zipfile.is_zipfile(BytesIO(seed)):
        return outside
    members = zipfile.ZipFile(BytesIO(seed)).namelist()
    inside = st.builds(
        lambda member, changes: _repacked(seed, member, changes),
        st.sampled_from(members),
        st.lists(_CHANGE, min_size=1, max_size=6),
    )
    return inside | inside | outside


def _repacked(seed: bytes, member: str, changes: list[Change]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(seed)) as old, zipfile.ZipFile(buffer, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info, changed(content, changes) if info.filename == member else content)
    return buffer.getvalue()


def _flipped(data: bytes, at: int, words: bytes) -> bytes:
    mask = words[0] or 1
    return data[:at] + bytes(byte ^ mask for byte in data[at : at + 1]) + data[at + 1 :]


def _swapped(data: bytes, at: int, words: bytes) -> bytes:
    length = words[0] + 1
    return data[:at] + data[at + length : at + 2 * length] + data[at : at + length] + data[at + 2 * length :]


_DOINGS: dict[str, Callable[[bytes, int, bytes], bytes]] = {
    "flip": _flipped,
    "cut": lambda data, at, _: data[:at],
    "put": lambda data, at, words: data[:at] + words + data[at:],
    "repeat": lambda data, at, words: data[:at] + data[at : at + 64] * (words[0] % 16 + 2) + data[at + 64 :],
    "drop": lambda data, at, words: data[:at] + data[at + words[0] + 1 :],
    "swap": _swapped,
}
