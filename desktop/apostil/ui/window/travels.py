"""Where the reader goes: places in articles, and pages about the library; what is left can be gone back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from apostil.ui.history import History, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from apostil.domain.article import ArticleId
    from apostil.domain.names import Passage
    from apostil.domain.spans import Span
    from apostil.ui.desk import Desk
    from apostil.ui.history import PagePlace, Stop
    from apostil.ui.pages.stack import Pages
    from apostil.ui.reader.view import ReaderView


class Travels(QObject):
    """Goes to places, and remembers where it came from and how far each article was read.

    Signals:
        moved: another place is shown, or there is another way back.
        failed: a sentence about a place that cannot be gone to.
    """

    moved = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, reader: ReaderView, pages: Pages, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reader = reader
        self._pages = pages
        self._history = History()
        self._positions: dict[ArticleId, int] = {}
        self._shown: ArticleId | None = None

    # Back and forward

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place behind."""
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place ahead."""
        return self._history.can_go_forward

    def go_back(self) -> None:
        """Go where the reader was before."""
        self._go(self._history.back(self._place()))

    def go_forward(self) -> None:
        """Go to the place that was left by going back."""
        self._go(self._history.forward(self._place()))

    def forget(self, articles: Iterable[ArticleId]) -> None:
        """There is no way back to articles that are gone."""
        present = self._desk.library.is_present
        self._history.forget(frozenset(article for article in articles if not present(article)))

    def _go(self, place: Stop | None) -> None:
        if place is None:
            return
        if isinstance(place, Place):
            self._return(place)
        else:
            self._remember()
            self._pages.show_place(place)
        self.moved.emit()

    def _return(self, place: Place) -> None:
        """Go where the reader was in an article."""
        self._pages.show_article()
        if place.article != self._desk.current:
            self._remember()
            self._shown = None
            self._desk.open(place.article)
        self._reader.scroll_to(place.position)

    def _place(self) -> Stop | None:
        if self._pages.present is not None:
            return self._pages.present
        if self._shown is None:
            return None
        return Place(self._shown, self._reader.top_position())

    def _leave(self) -> None:
        place = self._place()
        if place is not None:
            self._history.leave(place)
            self._remember()

    # Articles

    def leave_for(self, article_id: ArticleId | None) -> None:
        """Turn to the article that was laid on the desk; the place that is left stays one step back."""
        if article_id != self._shown:
            self._leave()
        self._pages.show_article()
        self._shown = article_id

    def read_on(self) -> None:
        """Go to where the article that is shown was left."""
        if self._shown is not None:
            self._reader.scroll_to(self._positions.get(self._shown, 0))

    def read_on_in_version(self, before: ArticleId, after: ArticleId) -> None:
        """Read on in a new version about where the one before was left."""
        if self._shown == after:
            self._reader.scroll_to(self._positions.get(before, 0))

    def reveal(self, span: Span) -> None:
        """Go to these words of the article; back leads to the place, or the page, that is left."""
        place = self._place()
        self.show_reader()
        if place is not None:
            self._history.leave(place)
        self._reader.reveal(span)
        self.moved.emit()

    def read_passage(self, passage: Passage) -> None:
        """Read a sentence in its article."""
        if not self._desk.library.is_present(passage.article):
            words = self.tr("This article is no longer in the library. Undo brings it back while it can.")
            self.failed.emit(words)
            return
        self._leave()
        self._pages.show_article()
        if passage.article != self._desk.current:
            self._shown = None
            self._desk.open(passage.article)
        self._reader.reveal((passage.mentions or (passage.span,))[0])
        self._reader.setFocus()
        self.moved.emit()

    # Pages about the library

    def explore(self, place: PagePlace) -> None:
        """Show a page in the place of the article; back leads here again."""
        if place != self._pages.present:
            self._leave()
        self._pages.show_place(place)
        self.moved.emit()

    def show_reader(self) -> None:
        """Go back from a page about the library to the article."""
        if self._pages.present is not None:
            self._leave()
            self._pages.show_article()
            self._reader.setFocus()
            self.moved.emit()

    # How far articles were read

    def positions(self) -> dict[ArticleId, int]:
        """The places that were reached in articles, the present one at the end."""
        self._remember()
        return dict(self._positions)

    def restore_positions(self, positions: Mapping[ArticleId, int]) -> None:
        """Open articles at these places."""
        self._positions = dict(positions)

    def _remember(self) -> None:
        if self._shown is not None and self._reader.article is not None:
            self._positions.pop(self._shown, None)
            self._positions[self._shown] = self._reader.top_position()
