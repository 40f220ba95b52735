"""Splits the prose of an article into sentences: NLTK's Punkt, and rules for what it does not know.

Punkt proposes; a rule may join two of its sentences where an abbreviation, a reference or a quotation goes on, and
never splits what it kept together.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from apostil.analysis import lexicons
from apostil.domain.entity import fold
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    from apostil.domain.article import Article

PUNKT_NAMES = {
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "it": "italian",
    "ml": "malayalam",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "sl": "slovene",
    "sv": "swedish",
    "tr": "turkish",
}
"""The languages that Punkt was trained for, and its names of them."""

# Punkt looks for ASCII white space and straight apostrophes in places; each of these keeps its length.
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "ʼ": "'"})

_LOWER_CASE = (1 << 4) | (1 << 5) | (1 << 6)  # Punkt's flags: at the beginning, in the middle, of unknown place

_LAST_WORD = re.compile(r"[^\s(\[«“\"'‘’–—]+$")
_CONTINUES = re.compile(r"[\s\"'”’»)\]]*(?:[,;:%]|(?:--|[-–—])\s*[a-zà-öø-ÿœæ]|[a-zà-öø-ÿœæ])")
_CLOSING = re.compile(r"[\s\"'”’»)\]}.!?…]+(?=\s|$)")
_ENUMERATION = re.compile(r"[•⁃▪*\-–—\s]*\(?(?:\d{1,3}|[ivx]{1,4}|[a-z])[.)]{1,2}\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"[\s]*[\d§IVX]")


def split(article: Article, language: str) -> tuple[Span, ...]:
    """The sentences of the article in order: trimmed spans, each inside one prose block.

    Together they hold every character of prose that is not white space.
    """
    return tuple(
        Span(block.span.start + start, block.span.start + end)
        for block in article.blocks
        if block.role.is_prose
        for start, end in split_text(block.span.cut(article.text), language)
    )


def split_text(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """The starts and ends of the sentences of one block's text."""
    plain = text.translate(_PLAIN)
    pieces = _covering(plain, _splitter(language).span_tokenize(plain))
    return tuple(_trimmed(plain, piece) for piece in _joined(plain, pieces, language))


def _covering(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pieces stretched over the whole text, so that none of it is lost between two of them."""
    starts = [start for start, _ in pieces]
    for start, end in zip([0, *starts[1:]], [*starts[1:], len(text)], strict=False):
        if text[start:end].strip():
            yield start, end


def _joined(text: str, pieces: Iterable[tuple[int, int]], language: str) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for start, end in pieces:
        if current is None:
            current = (start, end)
            continue
        taken = _closing_end(text, start, end)
        if taken == end or _goes_on(text, current, (taken, end), language):
            current = (current[0], end)
        else:
            yield current[0], taken
            current = (taken, end)
    if current is not None:
        yield current


def _closing_end(text: str, start: int, end: int) -> int:
    """Where a piece begins once the closing marks that belong to the piece before it are taken off."""
    match = _CLOSING.match(text, start, end)
    return match.end() if match else start


def _goes_on(text: str, before: tuple[int, int], after: tuple[int, int], language: str) -> bool:
    start, end = after
    if _CONTINUES.match(text, start, end):
        return True
    # A little of what stands before is enough, and keeps a long run of abbreviations from taking long.
    head = text[max(before[0], start - 80) : start].rstrip()
    if start - before[0] < 20 and _ENUMERATION.fullmatch(head):
        return True
    last = _LAST_WORD.search(head)
    return last is not None and _is_abbreviation(last[0], text[start:end], language)


def _is_abbreviation(word: str, following: str, language: str) -> bool:
    """Whether this word's period belongs to it alone, so that the sentence goes on."""
    if not word.endswith("."):
        return False
    words = lexicons.sentence_words(language)
    stem = word[:-1].casefold()
    if stem in words.references and _NUMBER.match(following):
        return True
    # "M." is a title, "m." may be metres; "Me" and "No" are words where they are not capitalised.
    return stem in words.titles and (word[0].isupper() or "." in stem or len(stem) > 2 or stem == "ex")


def _trimmed(text: str, piece: tuple[int, int]) -> tuple[int, int]:
    span = Span(*piece).trimmed(text)
    return span.start, span.end


@cache
def _splitter(language: str) -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import PunktLanguageVars, PunktSentenceTokenizer

    class Marks(PunktLanguageVars):  # type: ignore[misc]  # nltk is untyped
        """Punkt's marks, with the one-character ellipsis; opening quotation marks close nothing."""

        __slots__ = ()
        sent_end_chars = (".", "?", "!", "…")
        re_boundary_realignment = re.compile(r"[\"')\]}’”»]+?(?:\s+|(?=--)|$)", re.MULTILINE)

    return PunktSentenceTokenizer(_parameters(language), lang_vars=Marks())


def _parameters(language: str) -> PunktParameters:
    """NLTK's own parameter object, with what the installed model learned and what our lists add."""
    from nltk.tokenize.punkt import PunktParameters

    parameters = PunktParameters()
    if language in PUNKT_NAMES:
        from punkt import load_model

        model = load_model(PUNKT_NAMES[language])
        parameters.abbrev_types |= model.abbrev_types
        parameters.collocations |= model.collocations
        parameters.sent_starters |= model.sent_starters
        parameters.ortho_context.update(model.ortho_context)
    words = lexicons.sentence_words(language)
    parameters.abbrev_types |= words.abbreviations | words.titles
    return parameters


@cache
def lower_case_words(language: str) -> frozenset[str]:
    """The words that Punkt's corpus of a language had in small letters, folded: a capital makes no name of them."""
    if language not in PUNKT_NAMES:
        return frozenset()
    from punkt import load_model

    context = load_model(PUNKT_NAMES[language]).ortho_context
    return frozenset(fold(word) for word, flags in context.items() if flags & _LOWER_CASE)
