"""Out of the library's own bytes: the original as it came, and its article anew, perhaps by another choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.edits import SeveralEdits
from apostil.domain.errors import LibraryError
from apostil.domain.provenance import Choice
from apostil.services import exporting, reading, versions
from apostil.store.preparing import Prepared, prepare

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from apostil.domain.article import ArticleId
    from apostil.store.library import Library


OTHER_CHAPTERS = (
    "The book has another number of chapters now, so it is not clear which belongs to which. Extract it as one article "
    "first, and then as chapters."
)


@dataclass(frozen=True, slots=True)
class Anew:
    """What came of extracting a source anew, ready to be written; several articles where a book became chapters."""

    prepared: tuple[Prepared, ...]
    choice: Choice

    @property
    def extractor(self) -> str:
        """What extracted it, with its version."""
        return self.prepared[0].article.extractor


def choices_for(media_type: str) -> tuple[Choice, ...]:
    """The ways in which sources of this kind can be extracted, the usual one first."""
    from apostil.importers import registry

    form = next((form for form in registry.formats() if form.media_type == media_type), None)
    return reading.choices_of(form) if form else (Choice.ARTICLE,)


def extract_anew(data: bytes, name: str, choice: Choice, password: str = "") -> Anew:
    """The articles of a source as they are extracted now. Runs in a worker process.

    Raises:
        PasswordNeededError: where the source is locked, and this password does not open it.
        UnreadableFileError: where it cannot become an article any more.
    """
    extracted = reading.extract(data, name, choice, password)
    articles = extracted.articles or (extracted.article,)
    return Anew(tuple(map(prepare, articles)), choice)


def is_same(library: Library, article_id: ArticleId, anew: Anew) -> bool:
    """Whether extracting anew gave what is there already: the same text in the same blocks."""
    if len(anew.prepared) != 1:
        return False
    before, after = library.article(article_id), anew.prepared[0].article
    roles = library.found_roles(article_id)
    return (before.text, roles) == (after.text, tuple(block.role for block in after.blocks))


def replacement(library: Library, article_id: ArticleId, anew: Anew, now: dt.datetime) -> SeveralEdits | None:
    """The edit by which what was extracted anew becomes the version that is read; None where it is the same as before.

    What was one book becomes its chapters, and chapters become one book or the chapters of a new extraction.
    """
    before = siblings(library, article_id)
    if len(before) == 1 and is_same(library, article_id, anew):
        return None
    after = versions.keep(library, article_id, anew.prepared, anew.choice, now)
    if len(before) == 1 and len(after) > 1:
        return versions.split(library, before[0], after, now)
    if len(after) == 1 and len(before) > 1:
        return versions.joined(library, before, after[0], now)
    return _one_by_one(library, before, after, now)


def _one_by_one(
    library: Library, before: tuple[ArticleId, ...], after: tuple[ArticleId, ...], now: dt.datetime
) -> SeveralEdits | None:
    if len(before) != len(after):
        raise LibraryError(OTHER_CHAPTERS)
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    edits = [versions.replaced(library, old, new, now) for old, new in pairs]
    return SeveralEdits(edits[0].label, tuple(one for edit in edits for one in edit.edits)) if edits else None


def switched(library: Library, article_id: ArticleId, other: ArticleId, now: dt.datetime) -> SeveralEdits:
    """Another version is read again: that of a whole book in the place of all its chapters."""
    before = siblings(library, article_id)
    if len(before) > 1 and library.provenance(other).choice is not Choice.CHAPTERS:
        return versions.joined(library, before, other, now)
    return versions.switched(library, article_id, other, now)


def siblings(library: Library, article_id: ArticleId) -> tuple[ArticleId, ...]:
    """The chapters of the book to which an article belongs, in their order; or the article alone."""
    made = library.provenance(article_id)
    if made.choice is not Choice.CHAPTERS:
        return (article_id,)
    parts = library.known_parts(library.source(article_id).sha256, made.choice)
    return tuple(key for key, present in parts if present) or (article_id,)


def save_original(library: Library, article_id: ArticleId, path: Path) -> None:
    """Write the source of an article into a file, byte for byte.

    Raises:
        ExportError: where the file cannot be written; a file that was there before is what it was.
    """
    exporting.save(library.source_bytes(article_id), path)
