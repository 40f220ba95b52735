"""What people type into a search box: words, and phrases in quotation marks; the last word may be unfinished."""

from __future__ import annotations

import re
from dataclasses import dataclass

from apostil.store.folding import folded

MOST_TERMS = 24
MOST_WORDS = 48
"""What goes beyond this in a query is left out: nobody types so much, and the search stays fast."""

_MARKS = '"“”„«»'
_PARTS = re.compile(f"[{_MARKS}](?P<phrase>[^{_MARKS}]*)(?P<end>[{_MARKS}]|$)|(?P<word>[^\\s{_MARKS}]+)")


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand in a row; `prefix` says that the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False

    @property
    def expression(self) -> str:
        """The term for SQLite's full-text search. The words hold letters and digits only, so nothing can break it."""
        return f'"{" ".join(self.words)}"{"*" if self.prefix else ""}'

    @property
    def pattern(self) -> str:
        """A regular expression that finds the term in folded text with a space before and behind all of it.

        A match begins with the space before the first word: a literal beginning lets the search leap.
        """
        return " " + " +".join(self.words) + ("" if self.prefix else "(?= )")


def parse(query: str) -> tuple[Term, ...]:
    """The terms of a query, all of which are to be found; none where nothing can be looked for."""
    terms: dict[Term, None] = {}
    parts = list(_PARTS.finditer(query))
    for part in parts:
        closed = part["phrase"] is not None and part["end"] != ""
        words = tuple(folded(part["word"] or part["phrase"] or "").split())[:MOST_WORDS]
        if words:
            terms[Term(words, part is parts[-1] and not closed)] = None
    return tuple(terms)[:MOST_TERMS]
