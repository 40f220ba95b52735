"""Makes regular expressions of the phrases in a lexicon."""

from __future__ import annotations

import re

_PARTED = re.compile(r"[,\n]")


def any_of(phrases: str) -> str:
    """A group that matches one of the phrases, which are parted by commas and lines, the longest first.

    Where a phrase has a space or a straight apostrophe, any white space or apostrophe matches.
    """
    kept = sorted(filter(None, map(str.strip, _PARTED.split(phrases))), key=lambda phrase: (-len(phrase), phrase))
    spelled = (re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’ʼ]") for phrase in kept)
    return f"(?:{'|'.join(spelled)})"
