"""Remembers what was unfolded in each article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apostil.ui.reader.page import Page


class Folds:
    """The unfolded blocks of every article that was on the page, known by its text, which never changes."""

    def __init__(self) -> None:
        self._shown: dict[int, frozenset[int]] = {}

    def leave(self, page: Page) -> None:
        """Remember how the article is that the page shows now."""
        if page.article is not None:
            self._shown[hash(page.article.text)] = page.shown

    def enter(self, page: Page) -> None:
        """Unfold what was unfolded when this article was left."""
        shown = self._shown.get(hash(page.article.text)) if page.article is not None else None
        if shown:
            page.set_shown(shown)
