"""Finds the page that Outlook hid in the rich text of a mail (MS-OXRTFEX)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_TOKEN = re.compile(
    rb"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-z])"
    rb"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_IS_PAGE = b"\\fromhtml1"
_FONT = re.compile(rb"\{\\f(\d{1,5})\b[^{};]{0,200}?\\fcharset(\d{1,3})\b")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_SAID = {
    b"par": "\r\n",
    b"line": "\r\n",
    b"tab": "\t",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"endash": "–",
    b"emdash": "—",
}
_SIGNS = {
    b"{": "{",
    b"}": "}",
    b"\\": "\\",
    b"~": "\u00a0",
    b"_": "\u2011",
    b"-": "\u00ad",
    b"\n": "\r\n",
    b"\r": "\r\n",
}
_APART = frozenset({b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"footer"})
_CHARSETS = {
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_DEEPEST = 1000


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds within a pair of braces: in which encoding, whether its words are left out, what a number skips."""

    charset: str
    apart: bool = False
    doubled: bool = False
    skips: int = 1


def page_in(rtf: bytes) -> str:
    """The page in a rich text that was made from one; empty where it was not."""
    if _IS_PAGE not in rtf[:500]:
        return ""
    reader = _Reader(rtf)
    for found in _TOKEN.finditer(rtf):
        reader.take(found)
    return reader.page()


class _Reader:
    """Takes the tokens of a rich text, and keeps what belongs to the page."""

    def __init__(self, rtf: bytes) -> None:
        page = _CODE_PAGE.search(rtf[:1000])
        self._charset = f"cp{int(page[1])}" if page and page[1] != b"65001" else "utf-8" if page else "cp1252"
        self._fonts = {font: _CHARSETS[int(said)] for font, said in _FONT.findall(rtf) if int(said) in _CHARSETS}
        self._group = _Group(self._charset)
        self._around: list[_Group] = []
        self._out: list[str] = []
        self._bytes = bytearray()
        self._starred = False
        self._skip = 0

    def take(self, token: re.Match[bytes]) -> None:
        """Read on by one token."""
        if token["byte"]:
            if self._skip:
                self._skip -= 1
            else:
                self._bytes += bytes.fromhex(token["byte"].decode("ascii"))
            return
        if token["word"]:
            self._word(token["word"], token["number"])
        elif token["brace"]:
            self._brace(opens=token["brace"] == b"{")
        elif token["sign"]:
            self._starred = token["sign"] == b"*"
            self._say(_SIGNS.get(token["sign"], ""))
        elif token["text"]:
            text = token["text"][self._skip :]
            self._skip = 0
            self._say(text.decode(self._group.charset, "replace") if text else "")

    def page(self) -> str:
        """What was kept."""
        self._flush()
        return "".join(self._out)

    def _brace(self, *, opens: bool) -> None:
        self._flush()
        self._starred, self._skip = False, 0
        if opens:
            self._around.append(self._group)
            del self._around[:-_DEEPEST]
        elif self._around:
            self._group = self._around.pop()

    def _word(self, word: bytes, number: bytes | None) -> None:
        self._flush()
        starred, self._starred = self._starred, False
        if word in _APART or (starred and word != b"htmltag"):
            self._group = replace(self._group, apart=True)
        elif word == b"htmlrtf":
            self._group = replace(self._group, doubled=number != b"0")
        elif word == b"f":
            self._group = replace(self._group, charset=self._fonts.get(number or b"", self._charset))
        elif word == b"uc":
            self._group = replace(self._group, skips=min(int(number or 1), 8))
        elif word == b"u" and number:
            self._say(chr(int(number) % 65536))
            self._skip = max(self._group.skips, 0)
        else:
            self._say(_SAID.get(word, ""))

    def _say(self, text: str) -> None:
        self._flush()
        if text and not self._group.apart and not self._group.doubled:
            self._out.append(text)

    def _flush(self) -> None:
        """Say the single bytes that were gathered, which can be several to a character."""
        if self._bytes:
            text = self._bytes.decode(self._group.charset, "replace")
            self._bytes.clear()
            if not self._group.apart and not self._group.doubled:
                self._out.append(text)
