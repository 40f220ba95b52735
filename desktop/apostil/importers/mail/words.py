"""The bytes and encoded words of mails become text, whatever they claim to be written in."""

from __future__ import annotations

import binascii
import codecs
import datetime as dt
import re
import unicodedata
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parseaddr, parsedate_to_datetime
from functools import cache

from apostil.domain.errors import UnreadableFileError
from apostil.importers.decoding import decode

_LONGEST_FIELD = 10_000
_LONGEST_ADDRESS = 1000
_LONGEST_NAME = 120
_ODD_CODECS = frozenset({"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
"""What Python knows as encodings and no mail is written in."""
_WIDENED = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932"}
"""Encodings that are named where their larger sisters are meant."""
_NOT_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))
_FOLD = re.compile(r"\r?\n[ \t]*")
_UNFIT = re.compile(r'[<>:"|?*\s]+')


def text_of(data: bytes, charset: str) -> str:
    """The text in these bytes: in the encoding that is named where it fits, or else in the likeliest one."""
    encoding = _codec(charset)
    if encoding:
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            pass
    try:
        return decode(data) if data.strip() else ""
    except UnreadableFileError:
        return data.decode(encoding or "cp1252", "replace")


@cache
def _codec(charset: str) -> str:
    """Python's name of an encoding; empty for one that there is not, or that says too little (ASCII)."""
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    if name == "ascii" or name.replace("_", "-") in _ODD_CODECS:
        return ""
    return _WIDENED.get(name, name)


def unpacked(data: bytes, encoding: str) -> bytes:
    """The bytes that were packed for the way (`base64`, `quoted-printable`), as far as they can be made out."""
    encoding = encoding.strip().lower()
    if encoding == "base64":
        bare = data.translate(None, _NOT_BASE64)
        bare = bare[: len(bare) - (len(bare) % 4 == 1)]
        return binascii.a2b_base64(bare + b"=" * (-len(bare) % 4))
    return binascii.a2b_qp(data) if encoding == "quoted-printable" else data


def written(field: bytes) -> str:
    """A field's bytes as text, whose encoded words are still encoded."""
    try:
        text = field[:_LONGEST_FIELD].decode("utf-8")
    except UnicodeDecodeError:
        text = field[:_LONGEST_FIELD].decode("cp1252", "replace")
    return _FOLD.sub(" ", text).replace("\r", " ").replace("\n", " ").strip()


def spoken(field: str) -> str:
    """A field with its encoded words (`=?utf-8?q?…?=`) as a person reads it."""
    if "=?" not in field:
        return " ".join(field.split())
    try:
        chunks = decode_header(field[:_LONGEST_FIELD])
    except (HeaderParseError, ValueError):
        return " ".join(field.split())
    words = (chunk if isinstance(chunk, str) else _chunk(chunk, charset) for chunk, charset in chunks)
    return " ".join("".join(words).split())


def _chunk(chunk: bytes, charset: str | None) -> str:
    """A run of a field; what no encoding is named for was written as it is."""
    return text_of(chunk, charset) if charset else chunk.decode("raw_unicode_escape")


def sender_of(field: str) -> tuple[str, str]:
    """The name and the address in the field of a sender; either may be empty."""
    try:
        name, address = parseaddr(field[:_LONGEST_ADDRESS])
    except (RecursionError, ValueError, IndexError):
        return "", ""
    return spoken(name).strip(" \"'"), address.strip() if "@" in address else ""


def day_of(field: str) -> dt.date | None:
    """The day that the field of a date names, where its sender was."""
    try:
        return parsedate_to_datetime(field[:200]).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def base_name(said: str) -> str:
    """A file's name without folders and without characters that names do not have; empty where nothing is left."""
    base = re.split(r"[/\\]", said)[-1]
    base = "".join(char for char in base if unicodedata.category(char)[0] != "C" or char in "\t\n")
    base = _UNFIT.sub(" ", base).strip(" .")
    stem, dot, suffix = base.rpartition(".")
    return f"{stem[: _LONGEST_NAME - len(suffix)]}{dot}{suffix}" if dot and len(suffix) < 12 else base[:_LONGEST_NAME]
