"""Bytes become text, or it is said that they are none."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

from apostil.domain.errors import UnreadableFileError
from apostil.importers.codepages import likeliest

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SAMPLE = 64 * 1024
_CONTROLS = bytes(code for code in range(0x20) if code not in {*b"\t\n\v\f\r", 0x1B})
_WESTERN = "cp1252"
_MAINFRAME = "cp500"
_BROKEN_UP_TO = 500
"""Of so many characters one may be broken."""
_BEYOND = re.compile(
    rb"(?P<sound>[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3})"
    rb"|(?P<cut>[\xc2-\xf4][\x80-\xbf]{0,2}\Z)|[\x80-\xff]"
)
"""A character of UTF-8 that has several bytes, one that the end cut off, or a byte that belongs to none."""
_SOUND_FOR_ONE = 3
"""So many characters of several bytes for each stray byte make a text UTF-8 to which other lines were added."""
_LINE = 40
"""From so many bytes on, one control character makes no program of a text."""
_HEAD = 4096
_DECLARED = re.compile(
    rb"""<meta[^>]{1,400}charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{1,200}encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_SAME_AS_WESTERN = frozenset({"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin-1", "latin1", "iso_8859-1"})
"""Names that programs write for the Western encoding of Windows, as browsers know."""
_PRIVATE = frozenset({"Cn", "Co", "Cs"})


def decode(data: bytes, stated: str = "") -> str:
    """The text that these bytes hold: by their byte order mark, as UTF-8, as is stated, or as is likeliest.

    `stated` is the encoding that a sender or a program says it is; it counts where the bytes do not speak against it.

    Raises:
        UnreadableFileError: where they hold none.
    """
    text = _marked(data)
    if text is None:
        text = _unmarked(data, stated)
    if text is None:
        raise UnreadableFileError(
            "The characters of this file cannot be made out: it follows no encoding that Apostil knows. "
            "Open it in the program that wrote it and save it as UTF-8 text."
        )
    return text


def is_binary(data: bytes) -> bool:
    """Whether these bytes are plainly no text in any encoding, judged by the control characters at their start."""
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return False
    sample = data[:_SAMPLE]
    if _wide(sample) or _is_mainframe(sample):
        return False
    return len(sample) - len(sample.translate(None, _CONTROLS)) > max(
        len(sample) // _BROKEN_UP_TO, int(len(sample) >= _LINE)
    )


def sample_of(data: bytes) -> str:
    """The first characters of a text, whatever does not belong there shown as missing; for telling what it is."""
    head = data[:_HEAD]
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "") or _wide(head) or "utf-8"
    return head.decode(encoding, "replace")


def declared_encoding(data: bytes) -> str:
    """The encoding that a page's own head names, or an empty string."""
    found = _DECLARED.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else ""


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _decoded(data, encoding)
            return text if text is not None else _mended(data, encoding)
    return None


def _unmarked(data: bytes, stated: str) -> str | None:
    sample = data[:_SAMPLE]
    wide = _wide(sample)
    if wide:
        return _decoded(data, wide) or _mended(data, wide)
    if _is_mainframe(sample):
        return _decoded(data, _MAINFRAME)
    if is_binary(data):
        return None
    text = _shifting(data, stated)
    if text is None:
        text = _decoded(data, "utf-8")
    return text if text is not None else _mixed(data) or _mended(data, "utf-8") or _guessed(data, stated)


def _wide(sample: bytes) -> str:
    """The encoding of text without a mark whose characters have two or four bytes, of which many are zero."""
    zeros = sample.count(0)
    if len(sample) < 6 or zeros * 50 < len(sample):
        return ""
    sample = sample[: len(sample) // 4 * 4] if len(sample) >= _HEAD else sample
    for encoding in _WIDE:
        if _reads_well(sample, encoding):
            return encoding
    return ""


def _reads_well(sample: bytes, encoding: str) -> bool:
    """Whether a sample makes text: hardly a character that is none, and letters of one alphabet or two."""
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    controls = sum(char < " " and char not in "\t\n\r\f\x0b\x1b" for char in text)
    unknown = text.count("\N{REPLACEMENT CHARACTER}") + sum(unicodedata.category(char) in _PRIVATE for char in text)
    if not text or (controls + max(0, unknown - 1)) * 100 > len(text):
        return False
    rows = Counter(ord(char) >> 8 for char in text)
    usual = sum(count for _, count in rows.most_common(3))
    return rows[0] * 20 >= len(text) and usual * 10 >= len(text) * 9


def _is_mainframe(sample: bytes) -> bool:
    """Whether bytes are text from a mainframe (EBCDIC): its spaces are where ASCII has `@`, its letters above."""
    if sample.count(0x40) * 20 < len(sample) or sample.count(0x20) * 100 > len(sample) or len(sample) < 20:
        return False
    text = sample.decode(_MAINFRAME)
    return sum(char.isascii() and (char.isalpha() or char == " ") for char in text) * 10 >= len(text) * 8


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _mended(data: bytes, encoding: str) -> str | None:
    """Text in an encoding of several bytes with a few broken characters, each shown as one that is missing."""
    text = data.decode(encoding, "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    whole = len(data) - len(text) > 2 * broken if encoding == "utf-8" else len(text) > 50
    return text if broken <= max(1, len(text) // _BROKEN_UP_TO) and whole else None


def _mixed(data: bytes) -> str | None:
    """UTF-8 to which a program added lines of its own in the Western encoding; None where it is hardly UTF-8."""
    counted = Counter(found.lastgroup for found in _BEYOND.finditer(data))
    if counted["sound"] < _SOUND_FOR_ONE * max(1, counted[None]):
        return None
    return _BEYOND.sub(_sound, data).decode("utf-8", "replace")


def _sound(found: re.Match[bytes]) -> bytes:
    return found[0] if found.lastgroup else found[0].decode(_WESTERN, "replace").encode("utf-8")


def _shifting(data: bytes, stated: str) -> str | None:
    """Text in a stated encoding that writes other characters in the bytes of ASCII (ISO-2022-JP, UTF-7)."""
    if not stated or not data.isascii():
        return None
    text = _decoded(data, stated)
    return text if text is not None and "\x00" not in text else None


def _guessed(data: bytes, stated: str) -> str | None:
    """The encoding that is stated or declared, or the likeliest older one."""
    for named in (stated, declared_encoding(data)):
        text = _as_named(data, named) if named else None
        if text is not None:
            return text
    likely = likeliest(data)
    if likely:
        return data.decode(likely, "replace")
    return _detected(data)


def _as_named(data: bytes, encoding: str) -> str | None:
    if encoding.lower() in _SAME_AS_WESTERN:
        text = _decoded(data, _WESTERN)
        return text if text is not None else _decoded(data, "latin-1")
    return _decoded(data, encoding)


def _detected(data: bytes) -> str | None:
    """What the general detector finds; it knows many languages, and takes its time."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 16 * _SAMPLE]).best()
    return _decoded(data, best.encoding) if best else None
