"""The review of doubtful names, which is made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from apostil.ui.correcting import Corrector
    from apostil.ui.reader.view import ReaderView
    from apostil.ui.review.bar import ReviewBar
    from apostil.ui.theme import Theme


class LateReview(QObject):
    """Puts the bar of the review below the article.

    Signals:
        begins: the article has to be in sight now.
        told: a sentence about why there is no review, or about what was done in it.
    """

    begins = Signal()
    told = Signal(object)

    def __init__(self, corrector: Corrector, reader: ReaderView, column: QBoxLayout, theme: Theme) -> None:
        super().__init__(reader)
        self._corrector = corrector
        self._reader = reader
        self._column = column
        self._theme = theme
        self.bar: ReviewBar | None = None

    def start(self) -> None:
        """Walk through the doubtful names of the article."""
        desk = self._corrector.desk
        if desk.article is None:
            return
        if desk.read_only:
            self.told.emit(desk.read_only_because)
            return
        if self.bar is None:
            self.bar = self._make()
        self.begins.emit()
        self.bar.start()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours, also what is made later."""
        self._theme = theme
        if self.bar is not None:
            self.bar.set_theme(theme)

    def _make(self) -> ReviewBar:
        from apostil.ui.review.bar import ReviewBar

        bar = ReviewBar(self._corrector, self._theme)
        bar.closed.connect(self._end)
        bar.looked_at.connect(self._reader.reveal)
        self._column.addWidget(bar)
        return bar

    def _end(self, words: str) -> None:
        self._reader.forget_revealed()
        self._reader.setFocus()
        if words:
            self.told.emit(words)
