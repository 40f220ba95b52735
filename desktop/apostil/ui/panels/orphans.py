"""The tray of marks whose words were not found in this version of the article, to be placed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from apostil.domain.edits import Topic
from apostil.domain.errors import ApostilError
from apostil.services import annotating
from apostil.ui.forms import BESIDE, soft
from apostil.ui.panels.orphan_cards import OrphanCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.annotation import Annotation
    from apostil.domain.article import Article, ArticleId
    from apostil.domain.edits import Changes
    from apostil.domain.spans import Span
    from apostil.services.anchoring import Guess
    from apostil.ui.desk import Desk
    from apostil.ui.theme import Theme

    Guesser = Callable[["Annotation", "Article", Callable[[tuple[Guess, ...]], object]], object]

MOST = 20
"""So many cards are made at once; the others come as these are placed or deleted."""
PART = 0.55
"""The tray takes at most this part of the panel's height."""


class _Cards(QWidget):
    """What holds the cards, and says when they need another height."""

    resized = Signal()

    def event(self, event: QEvent) -> bool:
        """Tell of cards that were opened, filled or thrown away."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.resized.emit()
        return done


class OrphansTray(QWidget):
    """What waits for a place in the open article; hidden where nothing does.

    Signals:
        selection_wanted: an Annotation is to be placed at what is selected in the text.
        counted: the number of marks that wait.
        resized: the cards need another height.
        told: a sentence about what was done.
    """

    told = Signal(object)
    selection_wanted = Signal(object)
    counted = Signal(object)
    resized = Signal()

    def __init__(self, desk: Desk, theme: Theme, guess: Guesser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orphans")
        self._desk = desk
        self._theme = theme
        self._guess = guess
        self._shown: tuple[Annotation, ...] | None = None
        self._article: ArticleId | None = None
        self.cards: list[OrphanCard] = []
        self._build()
        desk.opened.connect(lambda _article: self._show())
        desk.changed.connect(self._follow)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        for card in self.cards:
            card.set_theme(theme)

    def unfold(self) -> None:
        """Show the cards."""
        self.title.setChecked(True)

    def limit(self, height: int) -> None:
        """Take no more than a part of a panel of this height, and no more than the cards need."""
        room = self._scroll.viewport().width() or self.width()
        wanted = self._column.totalHeightForWidth(room)
        self._scroll.setFixedHeight(max(60, min(wanted, round(PART * height))))

    def _build(self) -> None:
        self.title = QToolButton()
        self.title.setObjectName("orphansTitle")
        self.title.setCheckable(True)
        self.title.setChecked(True)
        self.title.setArrowType(Qt.ArrowType.DownArrow)
        self.title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.title.setToolTip(self.tr("Highlights whose words are not in this version of the article"))
        self.title.toggled.connect(self._fold)
        self.more = soft("")
        self._list = _Cards()
        self._list.resized.connect(self.resized)
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(BESIDE, 0, BESIDE, BESIDE)
        self._column.setSpacing(BESIDE)
        self._column.addWidget(self.more)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("orphansList")
        self._scroll.setAccessibleName(self.tr("Highlights that are not placed"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._list)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._scroll)
        layout.addWidget(rule)

    def _fold(self, shown: bool) -> None:
        self._scroll.setVisible(shown)
        self.title.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)

    # What waits

    def _follow(self, changes: Changes) -> None:
        topics = (Topic.ANNOTATIONS, Topic.PRESENCE)
        if any(changes.touches(topic, self._desk.current) for topic in topics):
            self._show()

    def _show(self) -> None:
        current = self._desk.current
        waiting = self._waiting(current)
        if current == self._article and waiting == self._shown:
            return
        self._article, self._shown = current, waiting
        self._make_cards()
        self.setVisible(bool(waiting))
        self.title.setText(self.tr("Not placed ({})").format(len(waiting)))
        left = len(waiting) - len(self.cards)
        self.more.setText(self.tr("{} more come when these are placed.").format(left))
        self.more.setVisible(left > 0)
        self.counted.emit(len(waiting))

    def _waiting(self, current: ArticleId | None) -> tuple[Annotation, ...]:
        try:
            return () if current is None else self._desk.library.orphans(current)
        except ApostilError:  # the desk has said so already
            return ()

    def _make_cards(self) -> None:
        was_open = next((card.orphan.id for card in self.cards if card.is_open), None)
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._make_card(orphan) for orphan in (self._shown or ())[:MOST]]
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)
        again = next((card for card in self.cards if card.orphan.id == was_open), None)
        if again is not None or self.cards:
            self._open(again or self.cards[0])

    def _make_card(self, orphan: Annotation) -> OrphanCard:
        card = OrphanCard(orphan, self._theme, self._desk.read_only_because)
        card.opened.connect(lambda: self._open(card))
        card.looked_at.connect(self._desk.reveal)
        card.taken.connect(lambda span: self.place(orphan, span))
        card.selection_wanted.connect(lambda: self.selection_wanted.emit(orphan))
        card.removed.connect(lambda: self._remove(orphan))
        return card

    def _open(self, card: OrphanCard) -> None:
        article = self._desk.article
        if card.is_open or article is None:
            return
        card.unfold()
        self._guess(card.orphan, article, lambda guesses: self._guessed(card, article, guesses))

    def _guessed(self, card: OrphanCard, article: Article, guesses: tuple[Guess, ...]) -> None:
        if card in self.cards:  # it may have been placed or deleted meanwhile
            card.show_guesses(article, guesses)

    def place(self, orphan: Annotation, span: Span) -> bool:
        """Lay the mark over these words of the open article; whether that could be done."""
        from apostil.services import anchoring

        article = self._desk.article
        if article is None or self._desk.read_only:
            return False
        if not self._desk.do(anchoring.placed(orphan, article, span, self._desk.now())):
            return False
        self._desk.reveal(span)
        self.told.emit(placed_words())
        return True

    def _remove(self, orphan: Annotation) -> None:
        if self._desk.do(annotating.remove((orphan,))):
            self.told.emit(self.tr("The highlight was deleted. Undo brings it back."))


def placed_words() -> str:
    """What is said when a highlight has found its place."""
    return QCoreApplication.translate("OrphansTray", "The highlight is placed. Undo lets it wait again.")


def guess_at_once(orphan: Annotation, article: Article, done: Callable[[tuple[Guess, ...]], object]) -> None:
    """Guess here and now: for short texts."""
    from apostil.services import anchoring

    done(anchoring.guesses(orphan, article))
