"""The commands on the summary: on the sentence that is chosen in it, or that the cursor in the text is in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenuBar

from apostil.ui.keeping import Deed, Keeper
from apostil.ui.panels.summary_length import PRESETS

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.choices import Extract
    from apostil.ui.pages.together_page import TogetherPage
    from apostil.ui.panels.summary_panel import SummaryPanel
    from apostil.ui.window.main_window import MainWindow

DEEDS = {
    "keep-sentence": Deed.KEEP,
    "leave-out-sentence": Deed.LEAVE_OUT,
    "sentence-before": Deed.BEFORE,
    "sentence-up": Deed.UP,
    "sentence-down": Deed.DOWN,
    "sentence-why": Deed.WHY,
}
"""What is done to one sentence, by the action's id."""


class SummaryCommands(QObject):
    """The handlers of one window's actions on its summary: that of several articles while its page is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action calls."""
        return {
            **{action: partial(self._do, deed) for action, deed in DEEDS.items()},
            "summary-order": self._restore_order,
            "summary-forget": self._forget,
            "summary-left-out": self._show_left_out,
            **{f"summary-{seconds}": partial(self._choose_length, seconds) for seconds in PRESETS},
            "highlight-summary": self._highlight,
            "copy-summary": self._copy,
        }

    def reasons(self) -> dict[str, str]:
        """Why an action on the summary can do nothing at present, by its id; empty where it can."""
        several = self._several
        keeper = Keeper(self._window.desk if several is None else several.state)
        nothing = self._nothing_because() if several is None else ""
        return {
            **self._no_moves(),
            "summary-order": keeper.no_order_because(),
            "summary-forget": keeper.no_forgetting_because(),
            **{f"summary-{seconds}": nothing for seconds in PRESETS},
        }

    def _nothing_because(self) -> str:
        """Why the article has nothing to choose from; empty where it has, or where none is open."""
        if self._window.desk.article is None:
            return ""
        from apostil.ui.panels.summary_state import nothing_because

        return nothing_because(self._window.desk)

    def _no_moves(self) -> dict[str, str]:
        """Why the sentence in question goes no further up or down, by the action's id.

        Nothing is said before there is a list, and while the menu bar has the keyboard, which may come from anywhere.
        """
        made = self._window.panels.summary.made is not None or self._several is not None
        if not made or isinstance(self._window.focusWidget(), QMenuBar):
            return {}
        sentences, extract = self._shown().sentences, self._sentence()
        moves = {action: DEEDS[action] for action in ("sentence-up", "sentence-down")}
        if extract is None:
            return dict.fromkeys(moves, self._which_words())
        return {action: sentences.no_move_because(extract, deed) for action, deed in moves.items()}

    @property
    def _several(self) -> TogetherPage | None:
        """The page of several articles, while it is shown."""
        return self._window.pages.summary_of_several

    def _shown(self) -> SummaryPanel | TogetherPage:
        """What shows the summary in question; the panel is made only when it is needed."""
        return self._several or self._window.summary_panel

    def _do(self, deed: Deed) -> None:
        """Do this to the sentence in question, or say that there is none."""
        extract = self._sentence()
        if extract is None:
            self._window.status.tell(self._which_words())
            return
        if deed is Deed.WHY:
            self._bring_up()
        self._shown().sentences.do(extract, deed)

    def _which_words(self) -> str:
        if self._several is not None:
            return self.tr("Choose a sentence in the summary first.")
        return self.tr("Put the cursor into a sentence, or choose one in the summary.")

    def _sentence(self) -> Extract | None:
        """The sentence chosen in the list where that has the keyboard, else the one that the cursor is in."""
        sentences = self._shown().sentences
        if self._several is not None or self._window.focusWidget() is sentences.view:
            return sentences.current or self._at_cursor()
        return self._at_cursor() or sentences.current

    def _at_cursor(self) -> Extract | None:
        """The sentence that the cursor is in, while the text is seen."""
        if self._window.pages.present is not None:
            return None
        return self._window.summary_panel.sentences.keeper.at(self._window.reader.caret)

    def _bring_up(self) -> None:
        """Let the summary be seen that is spoken of."""
        if self._several is None:
            self._window.open_panes.show_tab("summary")

    def _restore_order(self) -> None:
        self._shown().sentences.keeper.restore_order()

    def _forget(self) -> None:
        self._shown().sentences.keeper.forget()

    def _copy(self) -> None:
        self._shown().copy()

    def _show_left_out(self) -> None:
        shown = self._shown().sentences
        if not shown.source.choices.dropped:
            words = self.tr("You have left out no sentence of this article.")
            several = self.tr("You have left out no sentence of these articles.")
            self._window.status.tell(words if self._several is None else several)
            return
        self._bring_up()
        shown.show_left_out(True)

    def _highlight(self) -> None:
        if self._several is None:
            self._window.summary_panel.highlight()
        else:
            self._window.status.tell(self.tr("Highlights belong to one article: open it to highlight its summary."))

    def _choose_length(self, seconds: int) -> None:
        self._bring_up()
        several = self._several
        (several.head if several is not None else self._window.summary_panel).length.choose(seconds)
