"""The pages of a PDF and the times of a recording, beside the blocks that begin there."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from apostil.domain.citing import place_label
from apostil.ui.reader.rows import RowKind

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetricsF

    from apostil.domain.article import Article
    from apostil.ui.reader.page import Page

APART = 12
"""Pixels between the column and what stands beside it."""
EDGE = 4
"""Pixels between what stands beside the column and the edge."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a block stood in its source, in words, and where these are drawn, in the column's coordinates."""

    words: str
    corner: QPointF


def whereabouts(page: Page, top: int, bottom: int, room: float, metrics: QFontMetricsF) -> list[Whereabouts]:
    """What stands to the right of the column between these heights; nothing that is wider than the room there."""
    found = []
    for index in page.rows_between(top, bottom):
        words = _label(page, index)
        if words and _breadth(words, metrics) <= room:
            base = page.top(index) + page.lines_of(index)[0].base
            found.append(Whereabouts(words, QPointF(page.column + APART, base)))
    return found


def longest_label(article: Article | None) -> str:
    """The longest of the pages and times of an article; empty where it has none."""
    blocks = article.blocks if article else ()
    return max((place_label(block.place) for block in blocks), key=len, default="")


def room_for(label: str, metrics: QFontMetricsF) -> int:
    """How much room to the right of the column a label of this length needs."""
    return ceil(_breadth(label, metrics)) if label else 0


def _breadth(words: str, metrics: QFontMetricsF) -> float:
    return APART + metrics.horizontalAdvance(words) + EDGE


def _label(page: Page, index: int) -> str:
    """The page or time of a row that opens a block; the same page is said once."""
    row, article = page.rows[index], page.article
    if article is None or row.kind is not RowKind.TEXT or not row.first:
        return ""
    block = row.blocks.start
    label = place_label(article.blocks[block].place)
    before = place_label(article.blocks[block - 1].place) if block else ""
    return "" if label == before else label
