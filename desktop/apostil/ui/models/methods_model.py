"""What two methods choose from one article, line by line: what both choose stands on one line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, Qt

from apostil.domain.bullets import without_bullet
from apostil.ui.models.words import method_name

if TYPE_CHECKING:
    from apostil.domain.article import Article
    from apostil.domain.spans import Span
    from apostil.domain.summary import Summary, SummarySentence
    from apostil.ui.models.index import Index


class Roles(IntEnum):
    """What a row holds beside its words."""

    PAIR = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with what each of the two methods says of it; None where that one does not choose it."""

    words: str
    span: Span
    left: SummarySentence | None
    right: SummarySentence | None

    @property
    def in_both(self) -> bool:
        """Whether both choose it."""
        return self.left is not None and self.right is not None


class MethodsModel(QAbstractListModel):
    """The sentences that at least one of two summaries has, in the order of the article."""

    def __init__(self, parent: Any = None) -> None:  # noqa: ANN401 Qt's own signature
        super().__init__(parent)
        self._rows: list[Pair] = []
        self._names = ("", "")

    def show(self, article: Article | None, left: Summary | None, right: Summary | None) -> None:
        """Show these two summaries of this article."""
        self.beginResetModel()
        self._rows = []
        if article is not None and left is not None and right is not None:
            self._names = (method_name(left.method), method_name(right.method))
            here = {sentence.index: sentence for sentence in left.sentences}
            there = {sentence.index: sentence for sentence in right.sentences}
            for index in sorted({*here, *there}):
                span = (here.get(index) or there[index]).span
                self._rows.append(
                    Pair(without_bullet(article, span).cut(article.text), span, here.get(index), there.get(index))
                )
        self.endResetModel()

    @property
    def in_both(self) -> int:
        """How many sentences both summaries have."""
        return sum(pair.in_both for pair in self._rows)

    def at(self, row: int) -> Pair:
        """The sentence of a row."""
        return self._rows[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of sentences."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own signature
        """What a row shows, tells and holds."""
        if not index.isValid():
            return None
        pair = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return pair.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{pair.words} ({self.standing(pair)})"
            case Roles.PAIR:
                return pair
            case _:
                return None

    def standing(self, pair: Pair) -> str:
        """Who chooses a sentence, in words."""
        left, right = self._names
        if pair.in_both:
            return self.tr("in both")
        return self.tr("only {method}").format(method=left if pair.left is not None else right)
