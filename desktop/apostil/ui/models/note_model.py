"""The marks of an article as rows, in the order of the text, as far as they pass a filter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from apostil.domain.annotation import Color, Status
from apostil.domain.citing import source_place
from apostil.domain.entity import fold
from apostil.ui.models.words import color_name, shortened, status_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.annotation import Annotation, AnnotationId
    from apostil.domain.article import Article
    from apostil.ui.models.index import Index


class Roles(IntEnum):
    """What a row holds beside its words."""

    MARK = Qt.ItemDataRole.UserRole + 1
    FACTS = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which marks are shown; what is left empty lets everything through."""

    color: Color | None = None
    tag: str = ""
    words: str = ""

    def passes(self, mark: Annotation) -> bool:
        """Whether this mark is shown."""
        if self.color is not None and mark.color is not self.color:
            return False
        if self.tag and self.tag not in mark.tags:
            return False
        wanted = fold(self.words)
        return not wanted or any(wanted in fold(text) for text in (mark.anchor.exact, mark.note, *mark.tags))

    def __bool__(self) -> bool:
        """Whether anything may be held back."""
        return self != Sieve()


class NoteModel(QAbstractListModel):
    """The marks of one article; `follow` changes the rows that differ, and no others."""

    def __init__(self, parent: Any = None) -> None:  # noqa: ANN401 Qt's own signature
        super().__init__(parent)
        self._article: Article | None = None
        self._marks: tuple[Annotation, ...] = ()
        self._shown: list[Annotation] = []
        self._sieve = Sieve()

    @property
    def total(self) -> int:
        """The number of marks, shown or not."""
        return len(self._marks)

    @property
    def sieve(self) -> Sieve:
        """Which marks are shown."""
        return self._sieve

    @property
    def tags(self) -> list[str]:
        """The tags of this article's marks, in order."""
        return sorted({tag for mark in self._marks for tag in mark.tags}, key=fold)

    @property
    def colors(self) -> list[Color]:
        """The colours of this article's marks."""
        found = {mark.color for mark in self._marks}
        return [color for color in Color if color in found]

    def show(self, article: Article | None, marks: tuple[Annotation, ...]) -> None:
        """Show the marks of another article."""
        self.beginResetModel()
        self._article = article
        self._take(marks)
        self.endResetModel()

    def set_sieve(self, sieve: Sieve) -> None:
        """Show only what passes."""
        self._sieve = sieve
        self.show(self._article, self._marks)

    def follow(self, article: Article | None, marks: tuple[Annotation, ...], keep: AnnotationId | None = None) -> None:
        """Show what these marks have become, row by row; `keep` stays although it may no longer pass."""
        self._article = article
        old = self._shown
        new = [mark for mark in marks if self._sieve.passes(mark) or mark.id == keep]
        self._marks = marks
        start = _alike(old, new)
        end = _alike(old[start:][::-1], new[start:][::-1])
        self._replace(start, len(old) - end, new[start : len(new) - end])

    def at(self, row: int) -> Annotation:
        """The mark of a row."""
        return self._shown[row]

    def row_of(self, annotation_id: AnnotationId | None) -> int:
        """The row of a mark, -1 where it is not shown."""
        return next((row for row, mark in enumerate(self._shown) if mark.id == annotation_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of marks shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own signature
        """What a row shows, tells and holds."""
        if not index.isValid():
            return None
        mark = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return mark.anchor.exact
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(mark)
            case Roles.FACTS:
                return self.facts(mark)
            case Roles.MARK:
                return mark
            case _:
                return None

    def facts(self, mark: Annotation) -> str:
        """Colour, page or time, paragraph and status of a mark, in words."""
        number = self._article.paragraph_number(mark.span.start) if self._article else 0
        paragraph = self.tr("paragraph {n}").format(n=number) if number else ""
        source = source_place(self._article, mark.span) if self._article else ""
        place = ", ".join(filter(None, [source, paragraph]))
        status = "" if mark.status is Status.NONE else status_name(mark.status).lower()
        return " · ".join(filter(None, [color_name(mark.color), place, status]))

    def _spoken(self, mark: Annotation) -> str:
        note = self.tr("note: {note}").format(note=shortened(mark.note, 200)) if mark.note else ""
        tags = self.tr("tags: {tags}").format(tags=", ".join(mark.tags)) if mark.tags else ""
        quoted = f"“{shortened(mark.anchor.exact, 200)}”"
        return ", ".join(filter(None, [quoted, self.facts(mark), note, tags]))

    def _take(self, marks: tuple[Annotation, ...]) -> None:
        self._marks = marks
        self._shown = [mark for mark in marks if self._sieve.passes(mark)]

    def _replace(self, start: int, end: int, new: list[Annotation]) -> None:
        """Put these marks in the place of the rows from `start` to `end`; rows of the same marks only change."""
        if [mark.id for mark in self._shown[start:end]] == [mark.id for mark in new]:
            self._shown[start:end] = new
            if new:
                self.dataChanged.emit(self.index(start), self.index(end - 1))
            return
        if end > start:
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            del self._shown[start:end]
            self.endRemoveRows()
        if new:
            self.beginInsertRows(QModelIndex(), start, start + len(new) - 1)
            self._shown[start:start] = new
            self.endInsertRows()


def _alike(one: Sequence[Annotation], other: Sequence[Annotation]) -> int:
    """How many marks at the beginning of both are the same."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
