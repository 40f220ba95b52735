"""The regular expressions that others are made of: spaces, digits, and the phrases of a lexicon."""

from __future__ import annotations

import re

SPACES = " \u00a0\u202f\u2009"
"""The spaces within a line: the usual one, those that do not break, and the thin one."""

SPACE = rf"[{SPACES}]"
"""One of these spaces."""

DIGIT_MARK = rf"[{SPACES}.,’']"
"""What may stand between the digits of a number, in one language or another."""

HYPHEN = "[-\u2010\u2011]"
"""What joins the parts of a word: the usual hyphen, the one that is nothing else, and the one that does not break."""

OF = rf"(?:d[’']|(?:de|of){SPACE})"
"""What parts a number from what it counts, with the space behind it: `d’euros`, `de tonnes`, `of people`."""

_PARTED = re.compile(r"[,\n]")


def any_of(phrases: str) -> str:
    """A group that matches one of the phrases, which are parted by commas and lines, the longest first.

    Where a phrase has a space or a straight apostrophe, any white space or apostrophe matches.
    """
    kept = sorted(filter(None, map(str.strip, _PARTED.split(phrases))), key=lambda phrase: (-len(phrase), phrase))
    spelled = (re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’ʼ]") for phrase in kept)
    return f"(?:{'|'.join(spelled)})"
