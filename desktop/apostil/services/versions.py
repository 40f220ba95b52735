"""Versions of an article: what a new extraction or a newer copy changes, with everything its reader did carried along.

Each function makes the edit that a command stands for, and changes nothing itself but for `keep`, which puts new
versions into the library where nobody sees them yet.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from textwrap import shorten
from typing import TYPE_CHECKING

from apostil.domain.anchor import anchor_at
from apostil.domain.article import Metadata
from apostil.domain.choices import Choices, Extract
from apostil.domain.edits import (
    AnnotationsEdit,
    ChoicesEdit,
    CorrectionsEdit,
    Edit,
    MetadataEdit,
    PresenceEdit,
    RolesEdit,
    SeveralEdits,
    SuccessionEdit,
)
from apostil.domain.entity import Renamed
from apostil.domain.provenance import Choice, Verification, fingerprint
from apostil.services.anchoring import Finder, Found, How
from apostil.store.preparing import Incoming

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from apostil.domain.anchor import Anchor
    from apostil.domain.annotation import Annotation
    from apostil.domain.article import Article, ArticleId, Role
    from apostil.domain.entity import Correction
    from apostil.domain.spans import Span
    from apostil.store.library import Library
    from apostil.store.preparing import Prepared

NEW_VERSION = "New version"
OTHER_VERSION = "Go to another version"
SPLIT = "Split into chapters"
JOIN = "Join chapters"

MOST_NAMED = 3
"""So many of the corrections that stay behind are told by name."""


@dataclass(frozen=True, slots=True)
class _Placement:
    """Where a mark comes to lie: in which article, and at what place there, if its words are in it."""

    article_id: ArticleId
    article: Article
    found: Found | None


def verify(library: Library, article_id: ArticleId) -> Verification:
    """Compute both fingerprints again, of the bytes and of the text as they are in the library now."""
    data, text = library.source_bytes(article_id), library.article(article_id).text
    return Verification(
        bytes_agree=sha256(data).hexdigest() == library.source(article_id).sha256,
        text_agrees=fingerprint(text) == library.provenance(article_id).text_sha256,
    )


def keep(
    library: Library, article_id: ArticleId, prepared: Sequence[Prepared], choice: Choice, now: dt.datetime
) -> tuple[ArticleId, ...]:
    """Put what was extracted again from the source of an article into the library, to take its place by an edit.

    What is the same in everything as a version that is there gives that version.
    """
    source = replace(library.source(article_id), imported=now)
    data = library.source_bytes(article_id)
    parts = [str(number) for number in range(1, len(prepared) + 1)] if choice is Choice.CHAPTERS else [""]
    items = [Incoming(source, data, one, choice, part, True) for one, part in zip(prepared, parts, strict=True)]
    return tuple(library.insert_all(items))


def replaced(library: Library, article_id: ArticleId, new_id: ArticleId, now: dt.datetime) -> SeveralEdits:
    """Another article becomes the new version of this one."""
    return _exchanged(library, (article_id,), (new_id,), now, NEW_VERSION)


def switched(library: Library, article_id: ArticleId, other_id: ArticleId, now: dt.datetime) -> SeveralEdits:
    """Another version, an older one say, is read again instead of this one."""
    return _exchanged(library, (article_id,), (other_id,), now, OTHER_VERSION)


def split(library: Library, article_id: ArticleId, new_ids: Sequence[ArticleId], now: dt.datetime) -> SeveralEdits:
    """A book becomes its chapters; each mark goes to the one in which its words are."""
    return _exchanged(library, (article_id,), new_ids, now, SPLIT)


def joined(library: Library, article_ids: Sequence[ArticleId], new_id: ArticleId, now: dt.datetime) -> SeveralEdits:
    """Chapters become one book again, with the marks of all of them."""
    return _exchanged(library, article_ids, (new_id,), now, JOIN)


def unplaced(library: Library, old: Sequence[ArticleId], new: Sequence[ArticleId]) -> tuple[Correction, ...]:
    """The corrections of one mention that do not go along, since its words are not in what takes the old one's place.

    They stay with the old version, and hold again where that is read again.
    """
    return _Carrier(library, tuple(old), tuple(new), library.source(old[0]).imported, "").unplaced()


def unplaced_words(said: Sequence[Correction]) -> str:
    """What to tell a person of corrections that did not go along; nothing where all of them did."""
    if not said:
        return ""
    names = ", ".join(f"“{shorten(one.name, 40, placeholder='…')}”" for one in said[:MOST_NAMED])
    more = f" and {len(said) - MOST_NAMED} more" if len(said) > MOST_NAMED else ""
    if len(said) == 1:
        return f"A correction of {names} was left with the version before: its words are not in this one."
    return f"Corrections of {names}{more} were left with the version before: their words are not in this one."


def _placement(anchor: Anchor, finders: Sequence[tuple[ArticleId, Article, Finder]]) -> _Placement:
    """The article and the place to which a mark belongs best; the first article where its words are in none."""
    found = [_Placement(key, article, finder.find(anchor)) for key, article, finder in finders]
    return max(found, key=lambda placement: _rank(placement.found))


def _rank(found: Found | None) -> tuple[float, float]:
    return (found.guess.likeness, found.guess.context) if found else (0.0, 0.0)


def _exchanged(
    library: Library, old: Sequence[ArticleId], new: Sequence[ArticleId], now: dt.datetime, label: str
) -> SeveralEdits:
    if set(old) & set(new):
        raise ValueError("an article cannot take its own place")
    carrier = _Carrier(library, tuple(old), tuple(new), now, label)
    return SeveralEdits(label, tuple(carrier.edits()))


class _Carrier:
    """Carries what a reader did from the articles that are read now to those that take their place."""

    def __init__(
        self, library: Library, old: tuple[ArticleId, ...], new: tuple[ArticleId, ...], now: dt.datetime, label: str
    ) -> None:
        self._library = library
        self._old = old
        self._new = new
        self._now = now
        self._label = label
        self._articles = {article_id: library.article(article_id) for article_id in (*old, *new)}
        self._finders = [(key, self._articles[key], Finder(self._articles[key].text)) for key in new]

    def edits(self) -> Iterator[Edit]:
        """Everything in its order; the articles appear first, so that nothing is carried to what is not there."""
        yield from self._appearances()
        yield from self._successions()
        yield from self._annotations()
        for new in self._new:
            yield from self._metadata(new)
            yield from self._roles(new)
            yield from self._corrections(new)
            yield from self._choices(new)

    def _appearances(self) -> Iterator[Edit]:
        hidden = tuple(new for new in self._new if not (self._library.is_present(new) or self._library.successor(new)))
        if hidden:
            yield PresenceEdit(self._label, hidden, present=True)

    def _successions(self) -> Iterator[Edit]:
        first = self._old[0]
        for new in reversed(self._new):
            yield SuccessionEdit(self._label, first, new, self._library.successor(new))
        yield from (SuccessionEdit(self._label, old, self._new[0]) for old in self._old[1:])

    def _annotations(self) -> Iterator[Edit]:
        marks = [mark for old in self._old for mark in (*self._library.annotations(old), *self._library.orphans(old))]
        if marks:
            yield AnnotationsEdit(self._label, tuple(marks), tuple(self._moved(mark) for mark in marks))

    def _moved(self, mark: Annotation) -> Annotation:
        placement = _placement(mark.anchor, self._finders)
        found = placement.found
        if found is None:
            return replace(mark, article_id=placement.article_id, placed=False)
        anchor = anchor_at(placement.article.text, found.span)
        # A mark over other words than before was changed; one that only moved was not.
        modified = self._now if found.how is How.LIKENESS else mark.modified
        return replace(mark, article_id=placement.article_id, anchor=anchor, modified=modified, placed=True)

    def _metadata(self, new: ArticleId) -> Iterator[Edit]:
        """What a reader corrected; the titles of a book and of its chapters are different things."""
        before = self._articles[new].metadata
        after = before
        for old in self._old:
            edited = _edited(self._library.found_metadata(old), self._articles[old].metadata)
            if len(self._old) != len(self._new):
                edited.pop("title", None)
            after = replace(after, **edited)  # type: ignore[arg-type]  # the values of its own fields
        if after != before:
            yield MetadataEdit(self._label, new, before, after)

    def _roles(self, new: ArticleId) -> Iterator[Edit]:
        """The roles that a reader gave to blocks, for those with the same words."""
        chosen = self._chosen_roles()
        found = self._library.found_roles(new)
        article = self._articles[new]
        before: list[tuple[int, Role | None]] = []
        after: list[tuple[int, Role | None]] = []
        for index, block in enumerate(article.blocks):
            roles = chosen.get(block.span.cut(article.text))
            role = roles.pop(0) if roles else None
            if role is not None and role is not block.role:
                before.append((index, None if block.role is found[index] else block.role))
                after.append((index, None if role is found[index] else role))
        if after:
            yield RolesEdit(self._label, new, tuple(before), tuple(after))

    def _chosen_roles(self) -> dict[str, list[Role | None]]:
        """For each block's words, what a reader chose for the first, the second… block with them, if anything."""
        chosen: dict[str, list[Role | None]] = defaultdict(list)
        for old in self._old:
            article = self._articles[old]
            for block, found in zip(article.blocks, self._library.found_roles(old), strict=True):
                chosen[block.span.cut(article.text)].append(None if block.role is found else block.role)
        return chosen

    def _corrections(self, new: ArticleId) -> Iterator[Edit]:
        before = self._library.corrections(new)
        carried = [
            moved for old in self._old for one in self._library.corrections(old) if (moved := self._at(one, old, new))
        ]
        after = tuple(dict.fromkeys((*before, *carried)))
        if after != before:
            yield CorrectionsEdit(self._label, new, before, after)

    def _choices(self, new: ArticleId) -> Iterator[Edit]:
        """What a reader chose in the summary; a sentence that is not in the new text any more is forgotten."""
        before = self._library.choices((new,))
        after = before
        for old in self._old:
            chosen = self._library.choices((old,))
            parts = zip(_parts(after), _parts(chosen), strict=True)
            after = Choices(*(self._joined(there, part, old, new) for there, part in parts))
        if after != before:
            yield ChoicesEdit(self._label, (new,), before, after)

    def _joined(
        self, there: tuple[Extract, ...], extracts: tuple[Extract, ...], old: ArticleId, new: ArticleId
    ) -> tuple[Extract, ...]:
        moved = (self._span_at(extract.span, old, new) for extract in extracts)
        return tuple(dict.fromkeys((*there, *(Extract(0, span) for span in moved if span))))

    def _span_at(self, span: Span, old: ArticleId, new: ArticleId) -> Span | None:
        """Where these words stand in the new text; None where they do not, or only others that are like them."""
        placement = _placement(anchor_at(self._articles[old].text, span), self._finders)
        found = placement.found
        if found is None or found.how is How.LIKENESS or placement.article_id != new:
            return None
        return found.span

    def unplaced(self) -> tuple[Correction, ...]:
        """The corrections of one mention whose words are in none of the new texts."""
        return tuple(
            one
            for old in self._old
            for one in self._library.corrections(old)
            if not any(self._at(one, old, new) for new in self._new)
        )

    def _at(self, correction: Correction, old: ArticleId, new: ArticleId) -> Correction | None:
        """The correction as it is to be said of the new text; None where the mention it is about is not in there."""
        if isinstance(correction, Renamed) or correction.span is None:
            return correction
        span = self._span_at(correction.span, old, new)
        return replace(correction, span=span) if span else None


def _parts(choices: Choices) -> tuple[tuple[Extract, ...], ...]:
    return choices.pinned, choices.dropped, choices.order


def _edited(found: Metadata, now: Metadata) -> dict[str, object]:
    names = (field.name for field in fields(Metadata))
    return {name: getattr(now, name) for name in names if getattr(now, name) != getattr(found, name)}
