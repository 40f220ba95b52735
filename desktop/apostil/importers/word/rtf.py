"""Reads the Rich Text Format: its groups and control words become blocks, comments and notes.

striprtf, the usual library, gives plain text alone: no notes, comments, styles, lists or tables, and it keeps hidden
and deleted words. This reader goes through the bytes once, and keeps its own stack of groups, so no depth can matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apostil.domain.article import Role
from apostil.importers.word import rtf_codes as codes
from apostil.importers.word.flow import Flow, Properties, numeral, tidied
from apostil.importers.word.styles import inherited, role_of

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNATURE = b"{\\rtf"
MAX_DEPTH = 10_000
"""Groups inside one another; Word itself writes a few dozen."""

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_ASIDES = frozenset({"footnote", "annotation", "shptxt", "dptxbxtext"})
_ALWAYS = frozenset({"ud", "title", "author"})
"""Words that are obeyed in groups that are not read: they begin what is read inside one."""
_PRIVATE = range(0xF000, 0xF100)
"""Where the characters of symbol fonts are put, which no other font has."""
_BULLET = 0xB7


class TooDeepError(Exception):
    """Groups lie inside one another by the thousand."""


@dataclass(slots=True)
class _Group:
    """What holds inside one group, and in those inside it until they say otherwise."""

    unread: bool = False
    hidden: bool = False
    deleted: bool = False
    info: bool = False
    upper: bool = False
    skip: int = 1
    font: int = -1
    capture: str = ""
    starred: bool = False
    aside: str = ""

    def inside(self) -> _Group:
        """What holds at the start of a group inside this one."""
        return _Group(self.unread, self.hidden, self.deleted, self.info, self.upper, self.skip, self.font, self.capture)


@dataclass(slots=True)
class _Paragraph:
    """What is known of the open paragraph of one flow."""

    style: int = 0
    listed: bool = False
    item: bool = False
    outline: int = 9
    tabled: bool = False
    depth: int = 0
    row: bool = False

    def begin(self) -> None:
        """Forget everything that belongs to the last paragraph alone."""
        self.style, self.listed, self.outline, self.tabled, self.depth = 0, False, 9, False, 0


@dataclass(slots=True)
class _Aside:
    """Text beside the text, while it is read; what was open before waits in it."""

    flow: Flow
    paragraph: _Paragraph
    counted: bool = False
    at_end: bool = False


@dataclass(slots=True)
class _Style:
    name: list[str] = field(default_factory=list)
    base: int = -1


def flow_of(data: bytes) -> tuple[Flow, Properties]:
    """The text of a file, and what its head says about it.

    What stands on every page is left out, unless there is nothing else.

    Raises:
        TooDeepError: where its groups cannot be those of a document.
    """
    data = data[max(data.find(SIGNATURE), 0) :]
    reader = _Reader(codes.UNREAD)
    reader.read(data)
    if reader.flow.is_empty:
        reader = _Reader(codes.UNREAD - codes.HEADS)
        reader.read(data)
    about = reader.captured
    return reader.flow, Properties(*(tidied("".join(about[part])) for part in ("title", "author")))


class _Reader:
    """Goes through the bytes, token by token."""

    def __init__(self, unread: frozenset[str]) -> None:
        self.flow = Flow()
        self._unread = unread
        self.captured: dict[str, list[str]] = {"title": [], "author": [], "atnauthor": []}
        self._paragraph = _Paragraph()
        self._group = _Group()
        self._groups: list[_Group] = []
        self._asides: list[_Aside] = []
        self._bytes = bytearray()
        self._left_out = 0
        self._fresh = False
        self._page = codes.WESTERN
        self._fonts: dict[int, int] = {}
        self._styles: dict[int, _Style] = {}
        self._style = 0
        self._notes = [0, 0]
        self._numerals = True

    def read(self, data: bytes) -> None:
        """Take in the whole file; groups that never end, end with it."""
        place, end, last, token = 0, len(data), data.rfind(b"\\par"), _TOKEN.match
        while place < end:
            found = token(data, place)
            if found is None:  # cannot be: every byte is a token's first
                break
            place = found.end()
            if found[0] == b"}" and len(self._groups) == 1 and place > last:
                break  # what stands behind the document is no part of it
            kind = found.lastindex or 0
            if kind in {1, 2}:
                place += self._word(found[1].decode("ascii"), int(found[2]) if kind == 2 else None)
            elif kind:
                self._token(kind, found[kind])
            self._fresh = found[0] == b"{" or (self._fresh and not kind) or self._group.starred
        self._flush()
        while self._asides:
            self._leave_aside("")

    def _token(self, kind: int, content: bytes) -> None:
        if kind == 3:
            self._take(bytes.fromhex(content.decode("ascii")))
        elif kind == 4:
            self._symbol(content)
        elif kind == 6:
            self._take(content)
        elif content == b"{":
            self._open()
        else:
            self._close()

    def _open(self) -> None:
        self._flush()
        self._left_out = 0
        if len(self._groups) >= MAX_DEPTH:
            raise TooDeepError
        self._groups.append(self._group)
        self._group = self._group.inside()

    def _close(self) -> None:
        self._flush()
        self._left_out = 0
        if not self._groups:
            return
        aside, self._group = self._group.aside, self._groups.pop()
        if aside:
            self._leave_aside(aside)

    def _take(self, content: bytes) -> None:
        """Bytes of text; those that only repeat a character for old readers are left out."""
        if self._left_out:
            cut = min(self._left_out, len(content))
            self._left_out -= cut
            content = content[cut:]
        self._bytes += content

    def _symbol(self, content: bytes) -> None:
        if content in {b"\\", b"{", b"}"}:
            self._take(content)
        elif content in {b"\n", b"\r"}:
            self._word("par", None)
        elif content == b"*":
            self._group.starred = self._fresh
        elif self._left_out:
            self._left_out -= 1
        elif content in codes.SYMBOLS:
            self._say(codes.SYMBOLS[content])

    def _flush(self) -> None:
        """Say the bytes that were gathered, in the encoding that holds here."""
        if not self._bytes:
            return
        content = bytes(self._bytes).replace(b"\x00", b"")
        self._bytes.clear()
        if not self._is_silent():
            self._say(self._decoded(content))

    def _decoded(self, content: bytes) -> str:
        charset = self._fonts.get(self._group.font, 1)
        if charset == codes.SYMBOL_CHARSET:
            return "".join("•" if byte == _BULLET else chr(byte) for byte in content if byte < 0x80 or byte == _BULLET)
        page = codes.page_of(charset)
        if not page or (charset == 0 and self._is_page_without_font()):
            page = self._page
        return content.decode(codes.encoding_of(page), "replace")

    def _is_page_without_font(self) -> bool:
        """Whether the document's own code page is no font's: then "Western" fonts are meant to have it."""
        return self._page != codes.WESTERN and all(codes.page_of(set_) != self._page for set_ in self._fonts.values())

    def _is_silent(self) -> bool:
        return self._group.unread or self._group.hidden or self._group.deleted

    def _say(self, text: str) -> None:
        self._flush()
        if self._is_silent():
            return
        if not self._group.capture:
            self.flow.say(text)
        elif self._group.capture == "style":
            self._styles.setdefault(self._style, _Style()).name.append(text)
        elif self._group.capture in self.captured:
            self.captured[self._group.capture].append(text)

    def _word(self, word: str, number: int | None) -> int:
        """Do as a control word says; the number of bytes to leap over."""
        if word == "u" and number is not None:
            self._character(number)
            return 0
        self._flush()
        if word == "bin":
            return max(number or 0, 0)
        if word in codes.CHARACTERS:
            self._say(codes.CHARACTERS[word])
        else:
            self._control(word, number)
        return 0

    def _control(self, word: str, number: int | None) -> None:
        starred, self._group.starred = self._group.starred, False
        if self._group.unread and word not in _ALWAYS:
            return
        if word in self._unread:
            self._group.unread = True
        elif word in codes.BULLETS:
            self._group.unread = True
            self._paragraph.item = True
        elif word in _ASIDES:
            self._enter_aside(word)
        elif word in _WORDS:
            _WORDS[word](self, number)
        elif starred and word not in codes.KNOWN:
            self._group.unread = True

    def _character(self, number: int) -> None:
        """A character by its number, behind which stand some bytes for readers that do not know it."""
        self._flush()
        number += 0x10000 if number < 0 else 0
        if number in _PRIVATE:
            self._say("•" if number & 0xFF == _BULLET else "")
        elif 0 < number <= 0x10FFFF:
            self._say(chr(number))
        self._left_out = self._group.skip

    # what stands beside the text

    def _enter_aside(self, kind: str) -> None:
        if self._group.unread or self._group.aside:
            return
        self._group.aside = kind
        self._group.capture = ""
        self._asides.append(_Aside(self.flow, self._paragraph))
        self.flow, self._paragraph = Flow(), _Paragraph()

    def _leave_aside(self, kind: str) -> None:
        aside, inside = self._asides.pop(), self.flow
        self.flow, self._paragraph = aside.flow, aside.paragraph
        if self._group.deleted or self._group.hidden:
            return
        if kind == "footnote":
            self.flow.note(self._mark(aside), inside.text)
        elif kind == "annotation":
            self.flow.comment("".join(self.captured["atnauthor"]), inside.text)
            self.captured["atnauthor"].clear()
        else:
            self.flow.box(inside)

    def _mark(self, aside: _Aside) -> str:
        if not aside.counted:
            return ""
        self._notes[aside.at_end] += 1
        number = self._notes[aside.at_end]
        return numeral(number) if aside.at_end and self._numerals else str(number)

    def count_note(self, _number: int | None) -> None:
        if self._asides:
            self._asides[-1].counted = True

    def count_plainly(self, _number: int | None) -> None:
        """Endnotes are counted 1, 2, 3."""
        self._numerals = False

    def note_at_end(self, _number: int | None) -> None:
        if self._asides:
            self._asides[-1].at_end = True

    # paragraphs and tables

    def end_paragraph(self, _number: int | None = None) -> None:
        if self._is_silent() or self._group.capture:
            return
        self._reach_row(self._depth())
        self._end_block()

    def _end_block(self) -> None:
        self.flow.close(*self._role())
        self._paragraph.item = False

    def _depth(self) -> int:
        """How many tables the open paragraph lies in."""
        paragraph = self._paragraph
        return max(paragraph.depth, 1) if paragraph.tabled or paragraph.row else paragraph.depth

    def _reach_row(self, depth: int) -> None:
        """Be inside so many rows: begin those that are missing, end those that are too many."""
        while self.flow.in_row < min(depth, 9):
            self.flow.begin_row()
        while self.flow.in_row > depth:
            self.flow.end_row()

    def end_cell(self, depth: int) -> None:
        if self._is_silent():
            return
        self._reach_row(max(depth, self.flow.in_row))
        self._end_block()
        self.flow.end_cell()

    def end_row(self, depth: int) -> None:
        if not self._is_silent():
            self._end_block()
            self._reach_row(min(depth - 1, self.flow.in_row))
        if depth == 1:
            self._paragraph.row = False

    def _role(self) -> tuple[Role, int]:
        role, level = inherited(str(self._paragraph.style), self._meaning, self._base)
        if role is not Role.PARAGRAPH:
            return role, level
        if self._paragraph.outline < 9:
            return Role.HEADING, min(self._paragraph.outline + 1, 6)
        return (Role.LIST_ITEM, 0) if self._paragraph.listed or self._paragraph.item else (role, level)

    def _meaning(self, style: str) -> tuple[Role, int] | None:
        known = self._styles.get(int(style))
        return role_of("".join(known.name).partition(";")[0]) if known else None

    def _base(self, style: str) -> str:
        known = self._styles.get(int(style))
        return str(known.base) if known and known.base >= 0 else ""

    # single control words

    def set_style(self, number: int | None) -> None:
        if self._group.capture == "style":
            self._style = number or 0
        else:
            self._paragraph.style = number or 0

    def set_base(self, number: int | None) -> None:
        if self._group.capture == "style" and number is not None:
            self._styles.setdefault(self._style, _Style()).base = number

    def set_charset(self, number: int | None) -> None:
        if self._group.capture == "font":
            self._fonts[self._group.font] = number or 0

    def set_page(self, number: int | None) -> None:
        self._page = number or codes.WESTERN

    def set_default_page(self, page: int) -> None:
        if self._page == codes.WESTERN:
            self._page = page

    def set_font(self, number: int | None) -> None:
        self._group.font = number if number is not None else -1
        if self._group.capture == "font":
            self._fonts.setdefault(self._group.font, 1)

    def set_default_font(self, number: int | None) -> None:
        self._group.font = number if number is not None else -1

    def set_skip(self, number: int | None) -> None:
        self._group.skip = min(max(1 if number is None else number, 0), 10)

    def set_hidden(self, number: int | None) -> None:
        self._group.hidden = number != 0

    def set_deleted(self, number: int | None) -> None:
        self._group.deleted = number != 0

    def be_plain(self, _number: int | None) -> None:
        self._group.hidden = self._group.deleted = False

    def begin_paragraph(self, _number: int | None) -> None:
        self._paragraph.begin()

    def set_listed(self, number: int | None) -> None:
        self._paragraph.listed = bool(number)

    def set_outline(self, number: int | None) -> None:
        if not self._group.capture:
            self._paragraph.outline = 9 if number is None or not 0 <= number < 9 else number

    def set_tabled(self, _number: int | None) -> None:
        self._paragraph.tabled = True

    def set_depth(self, number: int | None) -> None:
        self._paragraph.depth = min(max(number or 0, 0), 9)

    def begin_row(self, _number: int | None) -> None:
        self._paragraph.row = not self._is_silent()

    def enter_info(self, _number: int | None) -> None:
        self._group.info = self._group.unread = True

    def enter_upper(self, _number: int | None) -> None:
        self._group.upper = self._group.unread = True

    def enter_unicode(self, _number: int | None) -> None:
        """What stands twice, for old readers and for this one: here comes the second."""
        if self._group.upper:
            self._group.upper = self._group.unread = False

    def enter_capture(self, kind: str) -> None:
        if kind in {"style", "font"} or (kind == "atnauthor") or self._group.info:
            self._group.capture = kind
            self._group.unread = self._group.upper


def _captured(kind: str) -> Callable[[_Reader, int | None], None]:
    return lambda reader, _number: reader.enter_capture(kind)


def _paged(page: int) -> Callable[[_Reader, int | None], None]:
    return lambda reader, _number: reader.set_default_page(page)


_WORDS: dict[str, Callable[[_Reader, int | None], None]] = {
    "par": _Reader.end_paragraph,
    "sect": _Reader.end_paragraph,
    "page": _Reader.end_paragraph,
    "cell": lambda reader, _: reader.end_cell(1),
    "nestcell": lambda reader, _: reader.end_cell(2),
    "row": lambda reader, _: reader.end_row(1),
    "nestrow": lambda reader, _: reader.end_row(2),
    "pard": _Reader.begin_paragraph,
    "plain": _Reader.be_plain,
    "v": _Reader.set_hidden,
    "deleted": _Reader.set_deleted,
    "mvf": _Reader.set_deleted,
    "f": _Reader.set_font,
    "deff": _Reader.set_default_font,
    "fcharset": _Reader.set_charset,
    "ansicpg": _Reader.set_page,
    "uc": _Reader.set_skip,
    "s": _Reader.set_style,
    "sbasedon": _Reader.set_base,
    "ls": _Reader.set_listed,
    "outlinelevel": _Reader.set_outline,
    "intbl": _Reader.set_tabled,
    "itap": _Reader.set_depth,
    "trowd": _Reader.begin_row,
    "chftn": _Reader.count_note,
    "ftnalt": _Reader.note_at_end,
    "aftnnar": _Reader.count_plainly,
    "info": _Reader.enter_info,
    "upr": _Reader.enter_upper,
    "ud": _Reader.enter_unicode,
    "title": _captured("title"),
    "author": _captured("author"),
    "atnauthor": _captured("atnauthor"),
    "stylesheet": _captured("style"),
    "fonttbl": _captured("font"),
    **{word: _paged(page) for word, page in codes.DEFAULTS.items()},
}
