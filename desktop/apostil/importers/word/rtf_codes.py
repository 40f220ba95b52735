"""What the control words of RTF stand for: characters, code pages, and groups that hold no text of the document."""

from __future__ import annotations

import codecs

CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"\t": "\t"}

_UNREAD = """
    colortbl pict objdata objclass objname nonshppict shppict list listlevel listoverride listname leveltext
    levelnumbers ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn fldinst fldtype datafield listtable listoverridetable
    revtbl rsidtbl themedata colorschememapping latentstyles datastore xmlnstbl filetbl generator bkmkstart bkmkend xe
    rxe txe tc tcn sp sn sv shprslt shpgrp pgptbl nesttableprops nonesttables htmltag mhtmltag atnid atndate atnref
    atntime atnicn atnparent atrfstart atrfend userprops docvar formfield ffname background template private1 falt
    panose fname fontemb fontfile protusertbl listpicture mmathPr macc wgrffmtfilter passwordhash blipuid picprop do
"""
HEADS = frozenset({"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})
"""Groups that stand on every page, above and below the text."""
UNREAD = frozenset(_UNREAD.split()) | HEADS
"""Groups that are left out with all that is inside, whether or not an asterisk allows that."""

KNOWN = frozenset({"shpinst", "annotation", "atnauthor", "dptxbxtext", "ud", "footnote", "shptxt", "result"})
"""Groups that are read although an asterisk says that a reader may leave them out."""

BULLETS = frozenset({"listtext", "pntext", "pn"})
"""Groups with the sign before a list's item."""

SYMBOL_CHARSET = 2
_CHARSETS = {
    0: 1252, 77: 10000, 78: 932, 79: 949, 80: 936, 81: 950, 83: 10006, 85: 10006, 86: 10081, 88: 10029, 89: 10007,
    128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256,
    186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}  # fmt: skip
_NAMES = {
    65001: "utf-8",
    10000: "mac_roman",
    10001: "shift_jis",
    10006: "mac_greek",
    10007: "mac_cyrillic",
    10029: "mac_latin2",
    10079: "mac_iceland",
    10081: "mac_turkish",
    936: "gb18030",
    1361: "johab",
    708: "cp1256",
    709: "cp1256",
}
WESTERN = 1252
DEFAULTS = {"ansi": WESTERN, "mac": 10000, "pc": 437, "pca": 850}
"""The code pages that a document's first words name."""


def page_of(charset: int) -> int:
    """The code page of a font's character set; 0 for the set that means the document's own, and for unknown ones."""
    return _CHARSETS.get(charset, 0)


def encoding_of(page: int) -> str:
    """Python's name for a code page; the Western one's for a page that is unknown."""
    name = _NAMES.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return f"cp{WESTERN}"
