"""The sentences of a summary as rows, in the order in which they are read, and below them those left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, Qt

from apostil.domain.bullets import without_bullet
from apostil.domain.citing import source_place
from apostil.domain.leaning import Before, Neighbours
from apostil.domain.spans import Span
from apostil.domain.summary import Reasons
from apostil.ui.models.reasoning import Told, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.article import Article
    from apostil.domain.choices import Extract
    from apostil.domain.entity import Entity
    from apostil.domain.summary import Summary, SummarySentence, Survey
    from apostil.ui.models.index import Index

NOTHING = Reasons()


class Roles(IntEnum):
    """What a row holds beside its words.

    Rows of the same `SHAPE` are laid out alike; it is told at once, also of a row that nobody has seen yet.
    """

    CHOSEN = Qt.ItemDataRole.UserRole + 1
    SHAPE = Qt.ItemDataRole.UserRole + 2


class Shape(NamedTuple):
    """What the lines of a row hang on: its sentence, where the one before that stands, and if it is left out itself."""

    extract: Extract
    before: Before
    left_out: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence of the summary with its words, why it is there, and whether the reader left it out."""

    sentence: SummarySentence
    words: str
    told: Told
    terms: tuple[Span, ...] = ()
    """The words in it that count, as places in its words."""
    left_out: bool = False

    @property
    def leans(self) -> bool:
        """Whether it begins with words that point to a sentence that does not stand above it, and could."""
        return self.told.leans


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the rows are made from."""

    article: Article
    summary: Summary
    survey: Survey | None
    names: dict[str, str]
    neighbours: Neighbours | None


class SummaryModel(QAbstractListModel):
    """The sentences of one summary, their words cut from the article's own text.

    A row is made when it is first asked for: of a long summary, few are seen.
    """

    def __init__(self, parent: Any = None) -> None:  # noqa: ANN401 Qt's own signature
        super().__init__(parent)
        self._sentences: tuple[SummarySentence, ...] = ()
        self._rows: dict[int, Chosen] = {}
        self._shown: _Shown | None = None
        self.movable = False
        """Whether rows may be dragged to another place."""

    def show(
        self,
        article: Article | None,
        summary: Summary | None,
        survey: Survey | None = None,
        entities: Sequence[Entity] = (),
        left_out: tuple[SummarySentence, ...] = (),
        unwanted: frozenset[int] = frozenset(),
    ) -> None:
        """Show this summary of this article, with what the survey says, and below it what was left out.

        Where one of the `unwanted` sentences, those that the reader left out, is missing before another one, that is
        said.
        """
        self.beginResetModel()
        self._rows = {}
        self._shown, self._sentences = None, ()
        if article is not None and summary is not None:
            shown = [sentence.index for sentence in summary.sentences]
            neighbours = Neighbours(survey.sentences, shown, unwanted) if survey else None
            names = {entity.id: entity.name for entity in entities}
            self._shown = _Shown(article, summary, survey, names, neighbours)
            self._sentences = (*summary.sentences, *left_out)
        self.endResetModel()

    @property
    def chosen_count(self) -> int:
        """How many rows are sentences of the summary; those below were left out."""
        return len(self._shown.summary.sentences) if self._shown else 0

    def at(self, row: int) -> Chosen:
        """The sentence of a row.

        Raises:
            IndexError: where there is no such row.
        """
        if self._shown is None:
            raise IndexError(row)
        if row not in self._rows:
            self._rows[row] = self._chosen(self._sentences[row], left_out=row >= self.chosen_count)
        return self._rows[row]

    def _chosen(self, sentence: SummarySentence, *, left_out: bool) -> Chosen:
        """What a row shows; those who summarise several articles look its own one up before."""
        if self._shown is None:
            raise IndexError(sentence.index)
        return _chosen(self._shown, sentence, left_out=left_out)

    def shape(self, row: int) -> Shape:
        """What the lines of a row hang on."""
        sentence = self._sentences[row]
        return Shape(sentence.extract, _before(self._shown, sentence), row >= self.chosen_count)

    def row_of(self, extract: Extract) -> int:
        """The row of this sentence; -1 where it has none."""
        return next((row for row, one in enumerate(self._sentences) if one.extract == extract), -1)

    def is_beside(self, row: int, other: int) -> bool:
        """Whether these rows are sentences of the summary between which one may be moved."""
        return 0 <= min(row, other) <= max(row, other) < self.chosen_count

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of sentences."""
        return 0 if parent is not None and parent.isValid() else len(self._sentences)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own signature
        """What a row shows, tells and holds."""
        if not index.isValid():
            return None
        if role == Roles.SHAPE:
            return self.shape(index.row())
        chosen = self.at(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return chosen.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{chosen.words} ({spoken(chosen.told)})"
            case Roles.CHOSEN:
                return chosen
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The sentences of the summary can be dragged, and fall between the others."""
        flags = super().flags(index)
        if not self.movable:
            return flags
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.row() < self.chosen_count else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are only moved."""
        return Qt.DropAction.MoveAction


def _chosen(shown: _Shown, sentence: SummarySentence, *, left_out: bool) -> Chosen:
    article, span = shown.article, without_bullet(shown.article, sentence.span)
    reasons = shown.survey.reasons[sentence.index] if shown.survey else NOTHING
    position, among = _position(shown, sentence)
    leaning = sentence.leaning
    told = Told(
        method=shown.summary.method,
        sentence=sentence,
        available=shown.summary.available,
        position=position,
        among=among,
        asked=tuple(ranking.method for ranking in shown.survey.rankings) if shown.survey else (),
        paragraph=article.paragraph_number(span.start),
        source=source_place(article, span),
        terms=tuple(term.cut(article.text) for term in reasons.terms),
        names=tuple(shown.names[one] for one in reasons.entities if one in shown.names),
        grounds=reasons.grounds,
        lean=leaning.how if leaning else None,
        pointing=leaning.words.cut(article.text) if leaning else "",
        before=_before(shown, sentence),
        left_out=left_out,
    )
    terms = tuple(term.moved(-span.start) for term in reasons.terms if span.covers(term))
    return Chosen(sentence, span.cut(article.text), told, terms, left_out)


def _position(shown: _Shown, sentence: SummarySentence) -> tuple[int, int]:
    """The number of a sentence in its own article, from 1, and how many that has."""
    if shown.survey is None:
        return sentence.index + 1, shown.summary.available
    owner, owner_of = sentence.extract.owner, attrgetter("owner")
    first = bisect_left(shown.survey.sentences, owner, key=owner_of)
    return sentence.index - first + 1, bisect_right(shown.survey.sentences, owner, key=owner_of) - first


def _before(shown: _Shown | None, sentence: SummarySentence) -> Before:
    return shown.neighbours.before(sentence.index) if shown and shown.neighbours else Before.NONE
