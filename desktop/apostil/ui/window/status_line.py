"""The line at the foot of the window: facts of the open article, progress with Cancel, and what just happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QStatusBar, QToolButton, QWidget

from apostil.domain.article import reading_minutes
from apostil.ui.models.words import wrapped_tip
from apostil.ui.wording import counted, language_name

if TYPE_CHECKING:
    from apostil.ui.desk import Desk

MESSAGE_MS = 8000


NAME_WIDTH = 200
"""Pixels for the name of what is worked on: a width that stays, so that nothing beside it moves."""


WIDE = 960
"""Pixels from which on there is room for that name beside the facts, which give way to it below."""


class Elided(QLabel):
    """A line of words that leaves out what does not fit of them, in the middle, where names of files differ least."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_words(self, words: str) -> None:
        """Show these words, whole in the tool tip."""
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, self.width()))
        self.setToolTip(wrapped_tip([words]) if words else "")


class StatusLine(QStatusBar):
    """Facts on the left, progress on the right.

    Signals:
        cancelled: the person no longer wants what is running.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._facts = QLabel(self)
        self._facts.setObjectName("soft")
        self._facts.setContentsMargins(8, 0, 8, 0)
        self._failure = QLabel(self)
        self._failure.setObjectName("danger")
        self._failure.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._failure.setContentsMargins(8, 0, 8, 0)
        self._failure.hide()
        self._name = Elided(self)
        self._name.setObjectName("soft")
        self._name.setFixedWidth(NAME_WIDTH)
        self._name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._work = QLabel(self)
        for label in (self._facts, self._failure, self._work):
            label.setTextFormat(Qt.TextFormat.PlainText)  # names of files stand in what they say
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = QToolButton(self)
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Stop; what is finished stays"))
        self._cancel.clicked.connect(self.cancelled)
        self.addWidget(self._facts, 1)
        self.addWidget(self._failure, 3)
        for widget in (self._name, self._work, self._bar, self._cancel):
            self.addPermanentWidget(widget)
        self._crowded = False
        self.messageChanged.connect(self._make_room)
        self.show_progress("", 0, 0)

    def _make_room(self, message: str) -> None:
        """Show the facts where neither a message nor a name of what is worked on stands in their place."""
        self._facts.setVisible(not message and not self._crowded)

    def show_facts(self, desk: Desk) -> None:
        """Say what lies open, and that it is on disk."""
        article = desk.article
        if article is None:
            self._facts.setText(self.tr("Read only") if desk.read_only else "")
            return
        words = article.word_count
        facts = [
            language_name(article.metadata.language),
            counted(words, self.tr("word"), self.tr("words")),
            self.tr("{} min").format(reading_minutes(words)),
            self.tr("analysing…")
            if desk.analysis is None
            else counted(len(desk.shown_entities), self.tr("entity"), self.tr("entities")),
            self.tr("read only") if desk.read_only else self.tr("saved"),
        ]
        self._facts.setText(" · ".join(fact for fact in facts if fact))

    @property
    def facts(self) -> str:
        """The facts that are shown."""
        return self._facts.text()

    def show_progress(self, words: str, done: int, total: int, name: str = "") -> None:
        """Say what runs, how far it has come and what is just worked on; without words nothing runs.

        Without a total it is not known yet how much there is to do.
        """
        named = bool(words and name)
        self._name.setVisible(named)
        self._crowded = named and self.width() < WIDE
        self._make_room(self.currentMessage())
        self._name.show_words(name)
        for widget in (self._work, self._bar, self._cancel):
            widget.setVisible(bool(words))
        self._work.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def tell(self, words: str) -> None:
        """Say for a while what just happened."""
        self._failure.hide()
        self.showMessage(words, MESSAGE_MS)

    def warn(self, words: str) -> None:
        """Say what went wrong, until something else is to be said."""
        self.clearMessage()
        self._failure.setText(f"⚠ {words}")
        self._failure.setToolTip(wrapped_tip([words]))
        self._failure.show()

    @property
    def failure(self) -> str:
        """The sentence about what went wrong that is to be seen, if any."""
        return "" if self._failure.isHidden() else self._failure.text()
