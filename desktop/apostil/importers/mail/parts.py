"""A mail falls into its parts, in one pass over its bytes whatever they claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING

from apostil.importers.mail.words import spoken, text_of, unpacked, written

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 12
_MOST_PARTS = 2000
_MOST_FIELDS = 2000
_LINE = re.compile(rb"[^\n]*(?:\n|\Z)")
_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:(.*)", re.DOTALL)
_BOUNDARY = re.compile(rb"^--(?=[^\s-])([^\r\n]{1,200}?)[ \t]*\r?\n(?=[A-Za-z-]{3,40}:)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a mail, or a whole mail: its fields, and either the parts in it or its bytes as they were packed."""

    fields: Message
    packed: bytes = b""
    parts: tuple[Part, ...] = ()

    @property
    def kind(self) -> str:
        """What it holds: `text/html`."""
        return self.fields.get_content_type()

    @property
    def is_attached(self) -> bool:
        """Whether it says that it is an attachment, or is a file with a name and no picture in the text."""
        return self.fields.get_content_disposition() == "attachment" or bool(self.file_name)

    @property
    def file_name(self) -> str:
        """The name that the sender gave it, in characters; it may hold anything."""
        try:
            return spoken(self.fields.get_filename("") or "")
        except (LookupError, ValueError, TypeError):
            return ""

    def field(self, name: str) -> str:
        """A field as a person reads it, or an empty string."""
        return spoken(self.raw(name))

    def raw(self, name: str) -> str:
        """A field as it was sent, in one line, or an empty string."""
        return str(self.fields.get(name, ""))

    def parameter(self, name: str) -> str:
        """What the kind of its content says beside, such as its `charset`."""
        try:
            said = self.fields.get_param(name, "")
        except (LookupError, ValueError, TypeError):
            return ""
        return said if isinstance(said, str) else str(said[-1])

    def data(self) -> bytes:
        """Its bytes, unpacked."""
        return unpacked(self.packed, self.raw("content-transfer-encoding"))

    def text(self) -> str:
        """Its text."""
        return text_of(self.data(), self.parameter("charset"))

    def walk(self) -> Iterator[Part]:
        """Every part that holds no others, in order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.walk()


def parse(data: bytes) -> Part:
    """The parts of a mail: however deep it is nested and however much of it is missing, what is there is found."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    return _Splitter().part(data, _DEEPEST)


class _Splitter:
    """Counts the parts while it splits."""

    def __init__(self) -> None:
        self._left = _MOST_PARTS

    def part(self, data: bytes, depth: int) -> Part:
        """A part with everything in it."""
        self._left -= 1
        fields, start = _head(data)
        if fields.get_content_maintype() == "multipart" and depth and self._left > 0:
            body = data[start:]
            inside = tuple(self.part(piece, depth - 1) for piece in self._pieces(body, _boundary(fields, body)))
            if inside:
                return Part(fields, parts=inside)
            fields.replace_header("content-type", "text/plain")
        return Part(fields, data[start:])

    def _pieces(self, body: bytes, boundary: bytes) -> Iterator[bytes]:
        """The bytes between the lines that separate parts; the last part may lack its end."""
        if not boundary:
            return
        line = re.compile(rb"^--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\r?\Z)", re.MULTILINE)
        start = -1
        for found in line.finditer(body):
            if start >= 0:
                yield _without_end(body[start : found.start()])
            start = -1 if found[1] else found.end()
            if found[1] or self._left <= 0:
                return
        if start >= 0:
            yield body[start:]


def _head(data: bytes) -> tuple[Message, int]:
    """The fields at the start of a part, and where its body begins: after a blank line, or with what is no field."""
    fields: list[tuple[str, bytearray]] = []
    start = 0
    for index, found in enumerate(_LINE.finditer(data)):
        line = found[0]
        if not line.strip():
            start = found.end()
            break
        field = None if line[:1] in b" \t" else _FIELD.match(line)
        if field:
            fields.append((field[1].decode("ascii"), bytearray(field[2])))
        elif line[:1] in b" \t" and fields:
            fields[-1][1].extend(line)
        elif index or not line.startswith((b"From ", b">From ")):
            start = found.start()
            break
        start = found.end()
        if len(fields) > _MOST_FIELDS:
            break
    message = Message()
    for name, value in fields:
        message[name] = written(bytes(value))
    return message, start


def _boundary(fields: Message, body: bytes) -> bytes:
    """What the lines that separate parts say; where that is not told, or not true, what they seem to say."""
    try:
        said = (fields.get_boundary("") or "").encode("utf-8", "replace")
    except (LookupError, ValueError, TypeError):
        said = b""
    if said and b"--" + said in body:
        return said
    found = _BOUNDARY.search(body)
    return found[1] if found else b""


def _without_end(data: bytes) -> bytes:
    """A part without the line end that belongs to the line after it."""
    return data[:-2] if data.endswith(b"\r\n") else data.removesuffix(b"\n")
