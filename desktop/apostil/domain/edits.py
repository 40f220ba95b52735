"""Everything a person can do to a library, as data that can be applied and taken back.

An edit knows what was before and what is after. The store applies it in one transaction and says what changed;
its inverse takes it back. `label` names it in the Edit menu, after *Undo*.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from apostil.domain.analysis import Analysis
from apostil.domain.annotation import Annotation, AnnotationId
from apostil.domain.article import ArticleId, Metadata, Role
from apostil.domain.choices import Choices
from apostil.domain.entity import Correction
from apostil.domain.glossary import GlossaryEntry


class Topic(StrEnum):
    """What part of an article an edit touched."""

    PRESENCE = "presence"
    METADATA = "metadata"
    BLOCKS = "blocks"
    ANNOTATIONS = "annotations"
    ANALYSIS = "analysis"
    OVERLAPS = "overlaps"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class Changes:
    """What an edit changed: in which articles, and of what kind; for annotations, which."""

    articles: frozenset[ArticleId]
    topics: frozenset[Topic]
    annotations: frozenset[AnnotationId] = frozenset()

    def touches(self, topic: Topic, article_id: ArticleId | None = None) -> bool:
        """Whether this topic changed, in this article where one is named."""
        return topic in self.topics and (article_id is None or article_id in self.articles)


@dataclass(frozen=True, slots=True)
class PresenceEdit:
    """Articles come into the library, or leave it."""

    label: str
    articles: tuple[ArticleId, ...]
    present: bool

    def inverse(self) -> PresenceEdit:
        """The edit that takes this one back."""
        return replace(self, present=not self.present)

    def changes(self) -> Changes:
        """What applying this edit changes."""
        return Changes(frozenset(self.articles), frozenset({Topic.PRESENCE}))


@dataclass(frozen=True, slots=True)
class MetadataEdit:
    """What is known about an article is corrected."""

    label: str
    article: ArticleId
    before: Metadata
    after: Metadata

    def inverse(self) -> MetadataEdit:
        """The edit that takes this one back."""
        return replace(self, before=self.after, after=self.before)

    def changes(self) -> Changes:
        """What applying this edit changes."""
        return Changes(frozenset({self.article}), frozenset({Topic.METADATA}))


BlockRoles = tuple[tuple[int, Role | None], ...]
"""The indexes of blocks with the role that a person gave them; None is the role that was found."""


@dataclass(frozen=True, slots=True)
class RolesEdit:
    """Blocks get another role."""

    label: str
    article: ArticleId
    before: BlockRoles
    after: BlockRoles

    def inverse(self) -> RolesEdit:
        """The edit that takes this one back."""
        return replace(self, before=self.after, after=self.before)

    def changes(self) -> Changes:
        """What applying this edit changes."""
        return Changes(frozenset({self.article}), frozenset({Topic.BLOCKS}))


@dataclass(frozen=True, slots=True)
class AnnotationsEdit:
    """Annotations come, go or change: what is only in `before` goes, what is in `after` is as it says there.

    `typing` says that this is one keystroke of many: the next one on the same annotation joins it.
    """

    label: str
    before: tuple[Annotation, ...]
    after: tuple[Annotation, ...]
    typing: bool = False

    def inverse(self) -> AnnotationsEdit:
        """The edit that takes this one back."""
        return replace(self, before=self.after, after=self.before)

    def changes(self) -> Changes:
        """What applying this edit changes."""
        marks = (*self.before, *self.after)
        return Changes(
            frozenset(mark.article_id for mark in marks),
            frozenset({Topic.ANNOTATIONS}),
            frozenset(mark.id for mark in marks),
        )

    def joined(self, later: AnnotationsEdit) -> AnnotationsEdit | None:
        """Both as one edit, where the later one goes on typing where this one stopped."""
        same = {mark.id for mark in self.after} == {mark.id for mark in later.before}
        if self.typing and later.typing and same and self.label == later.label:
            return replace(self, after=later.after)
        return None


@dataclass(frozen=True, slots=True)
class CorrectionsEdit:
    """The reader's corrections of an article's entities change."""

    label: str
    article: ArticleId
    before: tuple[Correction, ...]
    after: tuple[Correction, ...]

    def inverse(self) -> CorrectionsEdit:
        """The edit that takes this one back."""
        return replace(self, before=self.after, after=self.before)

    def changes(self) -> Changes:
        """What applying this edit changes."""
        return Changes(frozenset({self.article}), frozenset({Topic.ANALYSIS}))


@dataclass(frozen=True, slots=True)
class LibraryCorrectionsEdit:
    """The corrections that hold in every article of the library change; the store says in which that shows."""

    label: str
    before: tuple[Correction, ...]
    after: tuple[Correction, ...]

    def inverse(self) -> LibraryCorrectionsEdit:
        """The edit that takes this one back."""
        return replace(self, before=self.after, after=self.before)

    def changes(self) -> Changes:
        """What applying this edit changes, as far as it can be told without the articles."""
        return Changes(frozenset(), frozenset({Topic.ANALYSIS}))


@dataclass(frozen=True, slots=True)
class GlossaryEdit:
    """The person's own list of names changes, in every library; the store says in which articles of this one it shows.

    `before` and `after` are the whole list. What something else wrote into it meanwhile stays.
    """

    label: str
    before: tuple[GlossaryEntry, ...]
    after: tuple[GlossaryEntry, ...]

    def inverse(self) -> GlossaryEdit:
        """The edit that takes this one back."""
        return replace(self, before=self.after, after=self.before)

    def changes(self) -> Changes:
        """What applying this edit changes, as far as it can be told without the articles."""
        return Changes(frozenset(), frozenset({Topic.ANALYSIS}))


@dataclass(frozen=True, slots=True)
class DistinctionEdit:
    """Two entities of the library, by their identities, are said not to be the same, or no longer so."""

    label: str
    one: str
    other: str
    distinct: bool = True

    def inverse(self) -> DistinctionEdit:
        """The edit that takes this one back."""
        return replace(self, distinct=not self.distinct)

    def changes(self) -> Changes:
        """What applying this edit changes: nothing in any article."""
        return Changes(frozenset(), frozenset({Topic.ANALYSIS}))


@dataclass(frozen=True, slots=True)
class AnalysisEdit:
    """An article is analysed again on its reader's word."""

    label: str
    article: ArticleId
    before: Analysis | None
    after: Analysis | None

    def inverse(self) -> AnalysisEdit:
        """The edit that takes this one back."""
        return replace(self, before=self.after, after=self.before)

    def changes(self) -> Changes:
        """What applying this edit changes."""
        return Changes(frozenset({self.article}), frozenset({Topic.ANALYSIS}))


@dataclass(frozen=True, slots=True)
class SuccessionEdit:
    """Another version of an article takes the place of the one that is read: `after` that of `before`.

    Where `after` itself had been superseded, `earlier` is the article that was read instead of it. When that is
    `taken_back`, `before` is what it was, superseded by `earlier` or by nothing.
    """

    label: str
    before: ArticleId
    after: ArticleId
    earlier: ArticleId | None = None
    taken_back: bool = False

    def inverse(self) -> SuccessionEdit:
        """The edit that takes this one back."""
        return replace(self, before=self.after, after=self.before, taken_back=not self.taken_back)

    def changes(self) -> Changes:
        """What applying this edit changes."""
        return Changes(frozenset({self.before, self.after}), frozenset({Topic.PRESENCE}))


@dataclass(frozen=True, slots=True)
class SeveralEdits:
    """Edits that happen together, in their order, in one transaction and in one step of undo."""

    label: str
    edits: tuple[Edit, ...]

    def inverse(self) -> SeveralEdits:
        """The edit that takes all of them back, the last one first."""
        return replace(self, edits=tuple(edit.inverse() for edit in reversed(self.edits)))

    def changes(self) -> Changes:
        """What applying these edits changes."""
        changes = [edit.changes() for edit in self.edits]
        return Changes(
            frozenset().union(*(change.articles for change in changes)),
            frozenset().union(*(change.topics for change in changes)),
            frozenset().union(*(change.annotations for change in changes)),
        )


@dataclass(frozen=True, slots=True)
class ChoicesEdit:
    """What the reader chose in the summary of an article changes, or in that of several together."""

    label: str
    articles: tuple[ArticleId, ...]
    before: Choices
    after: Choices

    def inverse(self) -> ChoicesEdit:
        """The edit that takes this one back."""
        return replace(self, before=self.after, after=self.before)

    def changes(self) -> Changes:
        """What applying this edit changes."""
        return Changes(frozenset(self.articles), frozenset({Topic.CHOICES}))


Edit = (
    PresenceEdit
    | MetadataEdit
    | RolesEdit
    | AnnotationsEdit
    | CorrectionsEdit
    | LibraryCorrectionsEdit
    | GlossaryEdit
    | DistinctionEdit
    | AnalysisEdit
    | SuccessionEdit
    | ChoicesEdit
    | SeveralEdits
)
