"""Marks on an article: each function makes the edit that a command stands for, and changes nothing itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from apostil.domain.anchor import anchor_at
from apostil.domain.annotation import Annotation, AnnotationId, Color, Status
from apostil.domain.article import Article, ArticleId, Metadata
from apostil.domain.citing import cited
from apostil.domain.edits import AnnotationsEdit
from apostil.domain.identity import new_id
from apostil.domain.spans import Span
from apostil.domain.tag import unique_tags

NARROW = "\u202f"
"""The narrow space that does not break, which French sets inside its quotation marks."""

QUOTATION_MARKS = {
    "en": ("“", "”"), "fr": (f"«{NARROW}", f"{NARROW}»"), "ar": ("”", "“"), "bg": ("„", "“"), "bs": ("„", "”"),
    "ca": ("«", "»"), "cs": ("„", "“"), "da": ("“", "”"), "de": ("„", "“"), "el": ("«", "»"), "es": ("«", "»"),
    "et": ("„", "“"), "eu": ("«", "»"), "fa": ("«", "»"), "fi": ("”", "”"), "gl": ("«", "»"), "he": ("”", "”"),
    "hr": ("„", "“"), "hu": ("„", "”"), "hy": ("«", "»"), "is": ("„", "“"), "it": ("«", "»"), "ja": ("「", "」"),
    "ka": ("„", "“"), "lt": ("„", "“"), "mk": ("„", "“"), "nb": ("«", "»"), "nl": ("‘", "’"), "nn": ("«", "»"),
    "no": ("«", "»"), "pl": ("„", "”"), "ro": ("„", "”"), "ru": ("«", "»"), "sk": ("„", "“"), "sl": ("„", "“"),
    "sq": ("«", "»"), "sr": ("„", "“"), "sv": ("”", "”"), "uk": ("«", "»"),
}  # fmt: skip
"""The quotation marks of languages, as CLDR's delimiters give them; Babel's copy of CLDR leaves them out."""


def mark(
    article: Article,
    article_id: ArticleId,
    span: Span,
    color: Color,
    now: dt.datetime,
    note: str = "",
    tags: Iterable[str] = (),
    *,
    author: str = "",
) -> AnnotationsEdit:
    """Lay a mark over these words, without the white space at their ends.

    Raises:
        ValueError: where no words are there.
    """
    annotation = Annotation(
        id=AnnotationId(new_id()),
        article_id=article_id,
        anchor=anchor_at(article.text, _words(article, span)),
        color=color,
        created=now,
        modified=now,
        note=note,
        tags=unique_tags(tuple(tags)),
        author=author,
    )
    return AnnotationsEdit("Highlight", (), (annotation,))


def recolor(annotation: Annotation, color: Color, now: dt.datetime) -> AnnotationsEdit:
    """Give the mark another colour."""
    return _changed("Change colour", annotation, replace(annotation, color=color, modified=now))


def write_note(annotation: Annotation, note: str, now: dt.datetime) -> AnnotationsEdit:
    """Say something else about the mark; one keystroke of many."""
    return _changed("Write note", annotation, replace(annotation, note=note, modified=now), typing=True)


def retag(annotation: Annotation, tags: Iterable[str], now: dt.datetime) -> AnnotationsEdit:
    """Give the mark these tags, each once, and no others; tags that are typed one after another are one step."""
    after = replace(annotation, tags=unique_tags(tuple(tags)), modified=now)
    return _changed("Change tags", annotation, after, typing=True)


def set_status(annotation: Annotation, status: Status, now: dt.datetime) -> AnnotationsEdit:
    """Say how far the marked words have been checked."""
    return _changed("Change status", annotation, replace(annotation, status=status, modified=now))


def resize(article: Article, annotation: Annotation, span: Span, now: dt.datetime) -> AnnotationsEdit:
    """Let the mark lie over these words instead, without the white space at their ends.

    Raises:
        ValueError: where no words are there.
    """
    anchor = anchor_at(article.text, _words(article, span))
    return _changed("Move end of highlight", annotation, replace(annotation, anchor=anchor, modified=now))


def remove(annotations: Sequence[Annotation]) -> AnnotationsEdit:
    """Take these marks away.

    Raises:
        ValueError: where there are none.
    """
    if not annotations:
        raise ValueError("no mark to remove")
    count = len(annotations)
    return AnnotationsEdit("Remove highlight" if count == 1 else f"Remove {count} highlights", tuple(annotations), ())


def quotation(article: Article, span: Span) -> str:
    """These words in the quotation marks of their language, and after a dash where they come from.

    The words stand as they are in the text, inner quotation marks included. The source is the authors, the outlet
    (the title, where neither is known), the date as the language writes it, the page or time where the source has
    any, and the paragraph. What is unknown is left out; so is the number of a block that has none, as a headline.

    Raises:
        ValueError: where no words are there.
    """
    place = _words(article, span)
    metadata = article.metadata
    opening, closing = QUOTATION_MARKS.get(_primary(metadata.language), QUOTATION_MARKS["en"])
    parts = (*_origin(metadata), _date(metadata), cited(article, place))
    source = ", ".join(part for part in parts if part)
    return f"{opening}{place.cut(article.text)}{closing}" + (f" — {source}" if source else "")


def _changed(label: str, before: Annotation, after: Annotation, *, typing: bool = False) -> AnnotationsEdit:
    return AnnotationsEdit(label, (before,), (after,), typing)


def _words(article: Article, span: Span) -> Span:
    trimmed = Span(min(span.start, len(article.text)), min(span.end, len(article.text))).trimmed(article.text)
    if not len(trimmed):
        raise ValueError(f"there are no words in [{span.start}, {span.end})")
    return trimmed


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


def _origin(metadata: Metadata) -> tuple[str, ...]:
    if metadata.authors or metadata.outlet:
        return _listed(metadata.authors, metadata.language), metadata.outlet
    return (_unstopped(metadata.title),)


def _unstopped(title: str) -> str:
    """A title without its own full stop, which a comma is going to follow; three of them are no full stop."""
    return title if title.endswith("..") else title.removesuffix(".")


def _listed(names: tuple[str, ...], language: str) -> str:
    from babel.lists import format_list

    return str(format_list(list(names), locale=_locale(language))) if names else ""


def _date(metadata: Metadata) -> str:
    from babel.dates import format_date

    if metadata.published is None:
        return ""
    return str(format_date(metadata.published, "long", locale=_locale(metadata.language)))


def _locale(language: str) -> str:
    """The language as Babel knows it; English as Europe writes its dates where it does not."""
    from babel import Locale, UnknownLocaleError

    primary = _primary(language)
    if primary in {"", "en"}:
        return "en_GB"
    try:
        return str(Locale.parse(primary))
    except (UnknownLocaleError, ValueError):
        return "en_GB"
