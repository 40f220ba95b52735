"""Articles and what lies on them, invented for the reader, and gestures of the mouse."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from apostil.domain.anchor import anchor_at
from apostil.domain.annotation import Annotation, AnnotationId, Color
from apostil.domain.article import Article, ArticleId, Piece, Role, compose
from apostil.domain.entity import Entity, Kind, Mention, entity_id
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from apostil.ui.reader.view import ReaderView

DAY = dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)
FLAG = "🇲🇱"
WORDS = (
    "The harbour\u00a0council met at\u202f10 a.m. 🇲🇱 and heard that the lighthouse 🏮 needs a new lamp. "
    "« L’État paiera », a\u00a0dit Mme\u00a0Orvane. Nobody disagreed, and the meeting closed before noon."
)


def sample() -> Article:
    """A short article with every role, characters beyond the first plane, and two runs of apparatus."""
    return compose(
        (
            Piece("A new lamp for the lighthouse", Role.HEADLINE),
            Piece("The council of Port Brume decides 🏮", Role.STANDFIRST),
            Piece("By Ada Marsh", Role.BYLINE),
            Piece("Share this", Role.APPARATUS),
            Piece(WORDS, Role.PARAGRAPH),
            Piece("What it costs", Role.HEADING, 2),
            Piece(
                "– a lamp of the first order, which is a large one indeed and takes a wagon to bring", Role.LIST_ITEM
            ),
            Piece("two lenses", Role.LIST_ITEM),
            Piece("We shall see the light from farther away.\nThat is all.", Role.QUOTATION),
            Piece("The lighthouse in 2019", Role.CAPTION),
            Piece("Lamp\t4,000", Role.TABLE_ROW),
            Piece("The last word of the article is here.", Role.PARAGRAPH),
            Piece("More news", Role.APPARATUS),
            Piece("Ten ways to bake bread", Role.APPARATUS),
            Piece("Newsletter", Role.APPARATUS),
        )
    )


def plain(*paragraphs: str) -> Article:
    """An article of paragraphs alone."""
    return compose(Piece(words) for words in paragraphs)


def long_article(words: int = 100_000, block: int = 60) -> Article:
    """An article of so many words, in blocks of so many."""
    some = WORDS.split(" ")
    pieces = [Piece("A very long article", Role.HEADLINE)]
    for start in range(0, words, block):
        chosen = (some[(start + i) % len(some)] for i in range(min(block, words - start)))
        pieces.append(Piece(" ".join(chosen)))
    return compose(pieces)


def place(article: Article, words: str, after: int = 0) -> Span:
    """Where these words stand."""
    start = article.text.index(words, after)
    return Span(start, start + len(words))


def mark(
    article: Article,
    words: str | Span,
    name: str = "m1",
    color: Color = Color.YELLOW,
    *,
    note: str = "",
    tags: str = "",
) -> Annotation:
    """A mark on these words."""
    span = words if isinstance(words, Span) else place(article, words)
    return Annotation(
        AnnotationId(name),
        ArticleId("article"),
        anchor_at(article.text, span),
        color,
        DAY,
        DAY,
        note,
        tuple(tags.split()),
    )


def entity(article: Article, name: str, kind: Kind, *, confirmed: bool = False) -> Entity:
    """An entity with every place of its name."""
    spans = []
    start = article.text.find(name)
    while start >= 0:
        spans.append(Span(start, start + len(name)))
        start = article.text.find(name, start + 1)
    mentions = tuple(Mention(span, kind, 0.9, confirmed) for span in spans)
    return Entity(entity_id(name, kind), name, kind, mentions)


def drag(
    view: ReaderView,
    start: QPoint,
    *stops: QPoint,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press at the start, move over the stops with these keys held, and let go at the last one."""
    target = view.viewport()
    _mouse(target, QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton)
    for stop in stops:
        _mouse(target, QEvent.Type.MouseMove, stop, Qt.MouseButton.NoButton, modifiers=modifiers)
    _mouse(target, QEvent.Type.MouseButtonRelease, stops[-1] if stops else start, Qt.MouseButton.LeftButton)


def point_at(view: ReaderView, where: QPoint) -> None:
    """Move the mouse there without a button."""
    _mouse(view.viewport(), QEvent.Type.MouseMove, where, Qt.MouseButton.NoButton, held=False)


def _mouse(
    target: QWidget,
    kind: QEvent.Type,
    where: QPoint,
    button: Qt.MouseButton,
    *,
    held: bool = True,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    buttons = Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton
    spot = QPointF(where)
    event = QMouseEvent(kind, spot, QPointF(target.mapToGlobal(where)), button, buttons, modifiers)
    QApplication.sendEvent(target, event)
