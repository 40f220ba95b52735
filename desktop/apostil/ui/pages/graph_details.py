"""What stands behind a choice in the graph: the ties of an entity as a list, or the sentences of a tie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from apostil.ui.forms import APART, BESIDE
from apostil.ui.icons import dress
from apostil.ui.models.named_model import NamedModel, articles_words, sentences_words
from apostil.ui.models.passage_model import PassageModel
from apostil.ui.models.words import kind_name
from apostil.ui.pages.passage_rows import PassageDelegate, PassageView
from apostil.ui.panels.named_rows import NamedDelegate
from apostil.ui.panels.rows import RowView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.article import ArticleId
    from apostil.domain.names import Named, Passage, Tie
    from apostil.jobs.qt_jobs import Handle
    from apostil.ui.exploring import Explorer
    from apostil.ui.theme import Theme


class GraphDetails(QFrame):
    """A pane below the graph.

    Signals:
        closed: it is not wanted any more.
        tie_wanted: the Tie that was chosen from the list.
        entity_wanted: the identity of the entity whose page is wanted.
        passage_wanted: the Passage that is to be read in its article.
    """

    closed = Signal()
    tie_wanted = Signal(object)
    entity_wanted = Signal(object)
    passage_wanted = Signal(object)

    def __init__(self, explorer: Explorer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graphDetails")
        self._explorer = explorer
        self._theme = theme
        self._ties: tuple[Tie, ...] = ()
        self._named: Named | None = None
        self._asked: Handle[Any] | None = None
        self.ties = NamedModel(self)
        self.passages = PassageModel(self)
        self._build()
        self.tie_list.wanted.connect(lambda row: self.tie_wanted.emit(self._ties[row]))
        self.view.wanted.connect(lambda row: self.passage_wanted.emit(self.passages.passage(row)))
        self.set_theme(theme)
        self.hide()

    def show_node(self, named: Named, ties: Sequence[tuple[Tie, Named]]) -> None:
        """List the ties of an entity, each with who is at its other end."""
        self._stop()
        self._named = named
        self._ties = tuple(tie for tie, _ in ties)
        self.title.setText(
            self.tr("{name} ({kind}) appears here with:").format(name=named.name, kind=kind_name(named.kind))
        )
        self.ties.show((other, self._counts(tie)) for tie, other in ties)
        self.page.show()
        self.lists.setCurrentWidget(self.tie_list)
        self.show()

    def show_tie(self, tie: Tie, one: Named, other: Named, articles: frozenset[ArticleId] | None) -> None:
        """List the sentences that name both."""
        self._stop()
        self._named = None
        self.page.hide()
        words = self.tr("{one} and {other}: {counts}")
        self.title.setText(words.format(one=one.name, other=other.name, counts=self._counts(tie)))
        self.passages.show(())
        self.lists.setCurrentWidget(self.view)
        self.show()
        self._asked = self._explorer.sentences(tie, articles, self._list)

    def take_keyboard(self) -> None:
        """Let keys walk the list."""
        shown = self.lists.currentWidget()
        if isinstance(shown, RowView):
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
            if not shown.currentIndex().isValid():
                shown.setCurrentIndex(shown.model().index(0, 0))

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.delegate.set_theme(theme)
        self.tie_delegate.set_theme(theme)
        dress(self.close_button, "close", theme)
        dress(self.page, "text-box-search-outline", theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape goes back to the graph."""
        escape = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if escape and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.page = QPushButton(self.tr("Everything about it"))
        self.page.clicked.connect(lambda _checked: self._open_page())
        self.close_button = QToolButton()
        self.close_button.setAccessibleName(self.tr("Close this list"))
        self.close_button.setToolTip(self.tr("Back to the graph (Escape)"))
        self.close_button.clicked.connect(lambda _checked: self.closed.emit())
        self.tie_list = RowView("namedList", uniform=True)
        self.tie_list.setAccessibleName(self.tr("Appears with"))
        self.tie_list.setModel(self.ties)
        self.tie_delegate = NamedDelegate(self._theme, self.tie_list, flat=True)
        self.tie_list.setItemDelegate(self.tie_delegate)
        self.view = PassageView()
        self.view.setAccessibleName(self.tr("Sentences"))
        self.view.setModel(self.passages)
        self.delegate = PassageDelegate(self._theme, self.view, self.passages)
        self.view.setItemDelegate(self.delegate)
        self.lists = QStackedWidget()
        for shown in (self.tie_list, self.view):
            shown.installEventFilter(self)
            self.lists.addWidget(shown)
        row = QHBoxLayout()
        row.setContentsMargins(APART, 4, BESIDE, 4)
        row.setSpacing(BESIDE)
        row.addWidget(self.title, 1)
        row.addWidget(self.page)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.lists, 1)

    def _open_page(self) -> None:
        if self._named is not None:
            self.entity_wanted.emit(self._named.identity)

    def _list(self, found: tuple[Passage, ...]) -> None:
        self._asked = None
        self.passages.show(found)
        if self.view.hasFocus():
            self.take_keyboard()

    def _stop(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def _counts(self, tie: Tie) -> str:
        words = self.tr("{sentences} in {articles}")
        return words.format(sentences=sentences_words(tie.sentences), articles=articles_words(tie.articles))
