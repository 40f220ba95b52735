"""What an article's own lines say about it, where its file says nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from apostil.domain.article import Article, Metadata, Piece, Role, clean
from apostil.importers.agency import opening
from apostil.importers.bylines import Byline, byline, credits_of, dated_credit, is_name
from apostil.importers.dates import is_day_first, written_date
from apostil.importers.lexicon import folded

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

_TITLE_LENGTH = 90
_OPENINGS = 3
"""How many paragraphs may stand above the one that begins with a dateline."""
_OPENING = 5000
"""How many characters of a first paragraph are searched for its day; some have millions."""
_COMMON_WORDS = {
    "en": frozenset(("the", "of", "and", "to", "in", "is", "for", "with", "that", "was")),
    "fr": frozenset(("le", "la", "les", "des", "et", "du", "une", "dans", "est", "pour", "un", "qui")),
}
_LOOKED_AT, _FEWEST_SPOKEN = 60, 40
_ACCOUNTS = frozenset(
    {"user", "utilisateur", "admin", "administrator", "administrateur", "microsoft", "windows", "office"}
)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)
_JOINTS = re.compile(r"\s*(?:;|\n|,|\s(?:and|et|&)\s)\s*")


def completed(metadata: Metadata, pieces: Sequence[Piece]) -> Metadata:
    """The metadata with what the headline, byline and dateline add to it; what is known already stays."""
    metadata = _tidied(metadata)
    bylines = [found for found in map(_credits, _texts(pieces, Role.BYLINE)) if found]
    bylines += [found for found in map(dated_credit, _texts(pieces, Role.DATELINE)) if found]
    authors = tuple(dict.fromkeys(author for found in bylines for author in found.authors))
    return replace(
        metadata,
        title=metadata.title or _one_line(next(iter(_texts(pieces, Role.HEADLINE)), "")),
        authors=metadata.authors or authors,
        outlet=metadata.outlet or next((found.outlet for found in bylines if found.outlet), "") or _agency(pieces),
        published=metadata.published or _published(pieces, metadata.language),
    )


def credited(metadata: Metadata, title: str, authors: str) -> Metadata:
    """The metadata with what a file's own properties say, where the text says nothing.

    Programs fill such properties in by themselves, so that only names of people are taken for authors.
    """
    names = tuple(name for name in authors_of(_one_line(authors)) if is_name(name) and not _is_account(name))
    return replace(metadata, title=metadata.title or _one_line(title), authors=metadata.authors or names)


def with_plausible_language(metadata: Metadata, pieces: Sequence[Piece]) -> Metadata:
    """The metadata without a language that the commonest words speak against: programs write down their own."""
    common = _COMMON_WORDS.get(metadata.language)
    if not common:
        return metadata
    spoken = (
        " ".join(piece.text for piece in pieces[:_LOOKED_AT]).casefold().replace("’", " ").replace("'", " ").split()
    )
    share = {language: sum(word in words for word in spoken) for language, words in _COMMON_WORDS.items()}
    against = max(count for language, count in share.items() if language != metadata.language)
    wrong = against * 12 >= len(spoken) and against > 4 * share[metadata.language] and len(spoken) >= _FEWEST_SPOKEN
    return replace(metadata, language="") if wrong else metadata


def titled(article: Article, fallback: str = "") -> Article:
    """The article with a title: its own, the fallback, or its first words."""
    if article.metadata.title:
        return article
    return replace(article, metadata=replace(article.metadata, title=fallback or _first_words(article)))


def dated(article: Article) -> Article:
    """The article with the day that its lines name, where only its language told how to read that: 12/11/2025."""
    known = article.metadata
    if known.published or not known.language:
        return article
    pieces = [Piece(block.span.cut(article.text), block.role) for block in article.blocks]
    return replace(article, metadata=replace(known, published=_published(pieces, known.language)))


def language_code(tag: str) -> str:
    """The ISO 639-1 code of a language tag as files write it (`fr-FR`, `en_US`), or an empty string."""
    found = _LANGUAGE.fullmatch(tag.strip())
    return found[1].lower() if found else ""


def authors_of(words: str) -> tuple[str, ...]:
    """The names in a line that holds nothing but names, in their order."""
    return tuple(dict.fromkeys(name for name in (part.strip() for part in _JOINTS.split(words)) if name))


def _texts(pieces: Iterable[Piece], role: Role) -> list[str]:
    return [piece.text for piece in pieces if piece.role is role]


def _tidied(metadata: Metadata) -> Metadata:
    """The metadata without line ends and control characters."""
    return replace(
        metadata,
        title=_one_line(metadata.title),
        authors=tuple(filter(None, map(_one_line, metadata.authors))),
        outlet=_one_line(metadata.outlet),
        address=_one_line(metadata.address),
    )


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _is_account(name: str) -> bool:
    """Whether a name is that of a computer's account and of nobody."""
    return any(word in _ACCOUNTS for word in folded(name).split())


def _credits(line: str) -> Byline | None:
    return credits_of(line) or byline(line)


def _published(pieces: Sequence[Piece], language: str) -> dt.date | None:
    """The day that a dateline or byline names, or that the first paragraph calls its own ("ce samedi 31 janvier…")."""
    for text in (*_texts(pieces, Role.DATELINE), *_texts(pieces, Role.BYLINE)):
        date = written_date(text, day_first=language == "fr" or is_day_first(text))
        if date and date.is_certain:
            return date.day
    for paragraph in islice(_texts(pieces, Role.PARAGRAPH), _OPENINGS):
        sent = opening(paragraph)
        if sent and sent.published:
            return sent.published
    return _own_day(next(iter(_texts(pieces, Role.PARAGRAPH)), ""))


def _agency(pieces: Sequence[Piece]) -> str:
    """The agency that one of the first paragraphs names in its dateline."""
    found = (opening(paragraph) for paragraph in islice(_texts(pieces, Role.PARAGRAPH), _OPENINGS))
    return next((sent.outlet for sent in found if sent and sent.outlet), "")


def _own_day(paragraph: str) -> dt.date | None:
    """The one full date of an opening paragraph, where "this" and its weekday stand before it."""
    paragraph = paragraph[:_OPENING]
    date = written_date(paragraph)
    if not date or not date.is_certain or date.weekday is None:
        return None
    before = folded(paragraph[: date.start]).split()
    return date.day if before and before[-1] in {"ce", "this"} else None


def _first_words(article: Article) -> str:
    words = _one_line(article.blocks[0].span.cut(article.text)) if article.blocks else ""
    if len(words) <= _TITLE_LENGTH:
        return words
    return words[:_TITLE_LENGTH].rsplit(" ", 1)[0] + "…"
