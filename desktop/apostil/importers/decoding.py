"""Bytes become text, or it is said that they are none."""

from __future__ import annotations

import codecs
import re

from apostil.domain.errors import UnreadableFileError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64 * 1024
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WESTERN = "cp1252"
_DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)


def decode(data: bytes) -> str:
    """The text that these bytes hold: by their byte order mark, as UTF-8, or as the likeliest older encoding.

    Raises:
        UnreadableFileError: where they hold none.
    """
    text = _marked(data)
    if text is None:
        text = _unmarked(data)
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
    if _wide(sample):
        return False
    return len(_CONTROLS.findall(sample)) > len(sample) // 500


def declared_encoding(data: bytes) -> str:
    """The encoding that a page's own head names, or an empty string."""
    found = _DECLARED.search(data[:4096])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else ""


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    return None


def _unmarked(data: bytes) -> str | None:
    wide = _wide(data[:_SAMPLE])
    if wide:
        return _decoded(data, wide)
    if is_binary(data):
        return None
    text = _decoded(data, "utf-8")
    return text if text is not None else _damaged(data) or _guessed(data)


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    pairs = len(sample) // 2
    if pairs < 4:
        return ""
    even, odd = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if odd > pairs * 0.7 and even < pairs * 0.05:
        return "utf-16-le"
    if even > pairs * 0.7 and odd < pairs * 0.05:
        return "utf-16-be"
    return ""


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _guessed(data: bytes) -> str | None:
    """The likeliest older encoding; the Western one where few characters speak for another."""
    declared = declared_encoding(data)
    text = _decoded(data, declared) if declared else None
    if text is not None:
        return text
    western = _decoded(data, _WESTERN)
    if western is not None and _looks_western(western):
        return western
    return _detected(data)


def _damaged(data: bytes) -> str | None:
    """UTF-8 with a few broken characters, each shown as one that is missing."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    return text if broken * 500 <= len(text) and len(data) - len(text) > 2 * broken else None


def _looks_western(text: str) -> bool:
    """Whether the characters beyond ASCII are those of Western European words and typography."""
    beyond = [char for char in text if char > "\x7f"]
    usual = sum(char in _USUAL for char in beyond)
    return len(beyond) <= len(text) * 0.35 and usual >= len(beyond) * 0.9


_USUAL = frozenset("àâäçèéêëîïôöùûüÿœæÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”–—…•·°€£§©®™ ñÑáíóúÁÍÓÚßåÅøØ½¼¾²³×\u00ad\u00ba\u00aa")


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 16 * _SAMPLE]).best()
    return _decoded(data, best.encoding) if best else None
