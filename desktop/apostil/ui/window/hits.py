"""Lights in the article what is looked for, in the find bar or in the whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from apostil.store.search import matches
from apostil.ui.reader.searching import Search

if TYPE_CHECKING:
    from apostil.domain.spans import Span
    from apostil.ui.desk import Desk
    from apostil.ui.reader.find_bar import FindBar
    from apostil.ui.reader.view import ReaderView


class Hits(QObject):
    """What the find bar found goes before what the library is searched for, as long as the bar is to be seen."""

    def __init__(self, desk: Desk, reader: ReaderView, find_bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reader = reader
        self._find_bar = find_bar
        self._searching = Search(matches, self)
        self._to_first_hit = False
        self._found_here: Span | None = None
        find_bar.hits_changed.connect(self._show_found)
        find_bar.closed.connect(self._leave_find_bar)
        self._searching.found.connect(self._show_searched)

    def show_article(self, query: str) -> None:
        """Look through the article that was opened, and go to the first of what the library is searched for."""
        article = self._desk.article
        self._find_bar.set_text("" if article is None else article.text)
        self._to_first_hit = article is not None and bool(query.strip())
        self.look_for(query)

    def look_for(self, query: str) -> None:
        """Show in the article what the library is searched for."""
        article = self._desk.article
        self._searching.stop()
        if self._find_bar.isHidden():
            self._reader.set_hits(())
        if article is not None and query.strip():
            self._searching.start(article.text, query)

    def _show_searched(self, _finished: bool) -> None:
        """Show what was found so far; an article that was opened for it is shown at its first hit."""
        hits = self._searching.hits
        if self._find_bar.isHidden():
            self._reader.set_hits(hits)
            if self._to_first_hit and hits:
                self._reader.reveal(hits[0], flash=False)
        self._to_first_hit = False

    def _show_found(self, found: tuple[tuple[Span, ...], int | None]) -> None:
        """Light what the find bar found, and go to the hit that it counts."""
        hits, current = found
        self._reader.set_hits(hits, current)
        here = None if current is None else hits[current]
        if here is not None and here != self._found_here:
            self._reader.reveal(here, flash=False)
        self._found_here = here

    def _leave_find_bar(self) -> None:
        """Go back to the text, the hit selected: what a key does then, it does to what is seen."""
        self._reader.set_hits(self._searching.hits)
        if self._find_bar.hit is not None:
            self._reader.select(self._find_bar.hit)
        self._reader.setFocus()
