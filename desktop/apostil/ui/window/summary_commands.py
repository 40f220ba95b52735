"""The commands on the summary: on the sentence that is chosen in it, or that the cursor in the text is in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from apostil.ui.panels.summary_length import PRESETS

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.choices import Extract
    from apostil.ui.panels.summary_panel import SummaryPanel
    from apostil.ui.window.main_window import MainWindow


class SummaryCommands(QObject):
    """The handlers of one window's actions on its summary."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action calls."""
        panel = self._panel
        return {
            "keep-sentence": lambda: self._at_sentence(panel().keeper.toggle),
            "leave-out-sentence": lambda: self._at_sentence(self._leave_out_or_take_back),
            "sentence-before": lambda: self._at_sentence(panel().keeper.keep_before),
            "sentence-up": lambda: self._at_sentence(lambda extract: panel().keeper.move(extract, -1)),
            "sentence-down": lambda: self._at_sentence(lambda extract: panel().keeper.move(extract, 1)),
            "sentence-why": lambda: self._at_sentence(self._tell_why),
            "summary-order": self._restore_order,
            "summary-forget": self._forget,
            "summary-left-out": self._show_left_out,
            **{f"summary-{seconds}": partial(self._choose_length, seconds) for seconds in PRESETS},
            "highlight-summary": lambda: panel().highlight(),
            "copy-summary": self._copy,
        }

    def _panel(self) -> SummaryPanel:
        """The panel, which is made only when it is needed."""
        return self._window.summary_panel

    def _at_sentence(self, act: Callable[[Extract], object]) -> None:
        """Do this to the sentence in question, or say that there is none."""
        extract = self._sentence()
        if extract is None:
            self._window.status.tell(self.tr("Put the cursor into a sentence, or choose one in the summary."))
        else:
            act(extract)

    def _sentence(self) -> Extract | None:
        """The sentence chosen in the list where that has the keyboard, else the one that the cursor is in."""
        panel = self._panel()
        at_cursor = panel.keeper.at(self._window.reader.caret)
        if self._window.focusWidget() is panel.view:
            return panel.current or at_cursor
        return at_cursor or panel.current

    def _leave_out_or_take_back(self, extract: Extract) -> None:
        keeper = self._panel().keeper
        if keeper.is_left_out(extract):
            keeper.release(extract)
        else:
            keeper.leave_out(extract)

    def _tell_why(self, extract: Extract) -> None:
        panel = self._panel()
        row = panel.model.row_of(extract)
        if row < 0:
            self._window.status.tell(self.tr("This sentence is not in the summary."))
            return
        self._window.open_panes.show_tab("summary")
        panel.view.setCurrentIndex(panel.model.index(row))
        panel.tell_why(row)

    def _show_left_out(self) -> None:
        panel = self._panel()
        if not self._window.desk.choices.dropped:
            self._window.status.tell(self.tr("You have left out no sentence of this article."))
            return
        self._window.open_panes.show_tab("summary")
        panel.show_left_out(True)

    def _restore_order(self) -> None:
        self._panel().keeper.restore_order()

    def _forget(self) -> None:
        self._panel().keeper.forget()

    def _copy(self) -> None:
        self._panel().copy()

    def _choose_length(self, seconds: int) -> None:
        self._window.open_panes.show_tab("summary")
        self._panel().length.choose(seconds)
