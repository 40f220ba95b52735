"""Builds the PDFs that their importer's tests read: pages of lines, pictures and rules, locked ones too."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT = 595, 842
FONTS = {"regular": "Helvetica", "bold": "Helvetica-Bold", "serif": "Times-Roman"}
_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")

_HEBREW = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <ff> "
    "endcodespacerange 2 beginbfrange <61> <7a> <05d0> <20> <20> <0020> endbfrange 1 beginbfchar <41> <05d005d1> "
    "endbfchar endcmap end end"
)
"""Lets the letters from a on stand for those of the Hebrew alphabet, and A for the first two of them in one sign."""

Line = tuple[float, float, float, str]
"""A line as left, bottom, size and words, from the page's lower left corner."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: lines, then whatever else; `hebrew` are given as they are drawn, from the
    left; `content` is drawn as it stands, `extra` belongs to the page's own entries."""

    lines: Sequence[Line] = ()
    bold: Sequence[Line] = ()
    pictures: Sequence[tuple[float, float, float, float]] = ()
    sideways: Sequence[Line] = ()
    hebrew: Sequence[Line] = ()
    content: str = ""
    extra: str = ""

    def drawn(self) -> str:
        """The page's content stream."""
        shown = [_shown("F1", line) for line in self.lines] + [_shown("F2", line) for line in self.bold]
        turned = [_shown("F1", line, "0 1 -1 0") for line in self.sideways]
        pictures = [f"q {w} 0 0 {h} {x} {y} cm /Im Do Q\n" for x, y, w, h in self.pictures]
        shown += [_shown("F3", line) for line in self.hebrew]
        return "".join([*shown, *turned, *pictures]) + self.content


def _shown(font: str, line: Line, matrix: str = "1 0 0 1") -> str:
    left, bottom, size, words = line
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {matrix} {left} {bottom} Tm ({escaped}) Tj ET\n"


def pdf(*pages: Page | Sequence[Line], info: str = "") -> bytes:
    """A PDF of these pages."""
    return _file(_objects(pages, info), info)


def locked(*pages: Page | Sequence[Line], password: str = "secret", owner: str = "owner") -> bytes:
    """The same, locked with RC4 and 40 bits, as old programs do."""
    owner_key = _digest(_padded(owner))[:5]
    stored = _rc4(owner_key, _padded(password))
    name = b"0123456789abcdef"
    key = _digest(_padded(password) + stored + struct.pack("<i", -4) + name)[:5]
    user = _rc4(key, _PADDING)
    objects = _objects(pages, "")
    lock = f"<< /Filter /Standard /V 1 /R 2 /O <{stored.hex()}> /U <{user.hex()}> /P -4 >>"
    sealed = [_sealed(key, number, words) for number, words in enumerate(objects, 1)]
    trailer = f"/Encrypt {len(objects) + 1} 0 R /ID [<{name.hex()}> <{name.hex()}>]"
    return _file([*sealed, lock.encode()], "", trailer)


def _objects(pages: Sequence[Page | Sequence[Line]], info: str) -> list[bytes]:
    first = 8
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{FONTS[font]} /Encoding /WinAnsiEncoding >>"
        for font in ("regular", "bold")
    ]
    picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    objects.append(f"{picture} /Length 1 >>\nstream\n\x60\nendstream")
    font = objects[2].removesuffix(" >>")
    objects += [f"{font} /ToUnicode 7 0 R >>", f"<< /Length {len(_HEBREW)} >>\nstream\n{_HEBREW}\nendstream"]
    resources = "<< /Font << /F1 3 0 R /F2 4 0 R /F3 6 0 R >> /XObject << /Im 5 0 R >> >>"
    for index, given in enumerate(pages):
        page = given if isinstance(given, Page) else Page(given)
        box = "" if "/MediaBox" in page.extra else f"/MediaBox [0 0 {WIDTH} {HEIGHT}] "
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {box}{page.extra} /Resources {resources} "
            f"/Contents {first + 1 + 2 * index} 0 R >>"
        )
        content = page.drawn()
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    return [words.encode("cp1252") for words in (*objects, *([info] if info else []))]


def _file(objects: Sequence[bytes], info: str, trailer: str = "") -> bytes:
    data = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, words in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + words + b"\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    named = f" /Info {len(objects)} 0 R" if info else ""
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R{named} {trailer} >>\n"
    return bytes(data) + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


def _sealed(key: bytes, number: int, words: bytes) -> bytes:
    """An object with its stream locked; none of ours holds strings outside of streams."""
    head, mark, rest = words.partition(b"\nstream\n")
    if not mark:
        return words
    content = rest.removesuffix(b"\nendstream")
    own = _digest(key + struct.pack("<I", number)[:3] + b"\0\0")[:10]
    return head + mark + _rc4(own, content) + b"\nendstream"


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _digest(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _rc4(key: bytes, data: bytes) -> bytes:
    state: list[Any] = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
