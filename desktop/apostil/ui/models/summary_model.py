"""The sentences of a summary as rows, in the order of the article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, Qt

from apostil.domain.citing import source_place

if TYPE_CHECKING:
    from apostil.domain.article import Article
    from apostil.domain.summary import Summary, SummarySentence
    from apostil.ui.models.index import Index


class Roles(IntEnum):
    """What a row holds beside its words."""

    CHOSEN = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence of the summary with its words, the number of its paragraph (0 where it has none), and its page."""

    sentence: SummarySentence
    words: str
    paragraph: int
    source: str = ""
    """The page or the time at which it stands in its source, in words."""


class SummaryModel(QAbstractListModel):
    """The sentences of one summary, their words cut from the article's own text."""

    def __init__(self, parent: Any = None) -> None:  # noqa: ANN401 Qt's own signature
        super().__init__(parent)
        self._rows: tuple[Chosen, ...] = ()

    def show(self, article: Article | None, summary: Summary | None) -> None:
        """Show this summary of this article."""
        self.beginResetModel()
        self._rows = _rows(article, summary) if article and summary else ()
        self.endResetModel()

    def at(self, row: int) -> Chosen:
        """The sentence of a row."""
        return self._rows[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of sentences."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own signature
        """What a row shows, tells and holds."""
        if not index.isValid():
            return None
        chosen = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return chosen.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{chosen.words} ({self.facts(chosen)})"
            case Roles.CHOSEN:
                return chosen
            case _:
                return None

    def facts(self, chosen: Chosen) -> str:
        """Rank, score and place of a sentence, in words."""
        sentence = chosen.sentence
        rank = self.tr("rank {n}").format(n=sentence.rank)
        score = self.tr("score {n}").format(n=score_words(sentence.score))
        return " · ".join(filter(None, [rank, score, self.place(chosen)]))

    def place(self, chosen: Chosen) -> str:
        """Where a sentence stands, in words: its page or time, and its paragraph, as far as it has them."""
        paragraph = self.tr("paragraph {n}").format(n=chosen.paragraph) if chosen.paragraph else ""
        return ", ".join(filter(None, [chosen.source, paragraph]))


def score_words(score: float) -> str:
    """A score with three significant digits, as methods differ in their scales."""
    return f"{score:.3g}"


def _rows(article: Article, summary: Summary) -> tuple[Chosen, ...]:
    # Counted once for all: a long article has a thousand blocks, and its summary hundreds of sentences.
    counts = list(accumulate(int(block.role.is_numbered) for block in article.blocks))
    return tuple(_chosen(article, counts, sentence) for sentence in summary.sentences)


def _chosen(article: Article, counts: list[int], sentence: SummarySentence) -> Chosen:
    block = article.block_at(sentence.span.start)
    paragraph = counts[block] if article.blocks[block].role.is_numbered else 0
    return Chosen(sentence, sentence.span.cut(article.text), paragraph, source_place(article, sentence.span))
