"""What can be done with a sentence of the summary, under the right mouse button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.summary import SummarySentence
    from apostil.ui.desk import Desk
    from apostil.ui.keeping import Keeper
    from apostil.ui.panels.summary_panel import SummaryPanel


class SentenceMenu(QMenu):
    """The menu of one row; what cannot be done says why."""

    def __init__(self, panel: SummaryPanel, desk: Desk, row: int) -> None:
        super().__init__(panel)
        self.setToolTipsVisible(True)
        chosen = panel.model.at(row)
        self._shut = desk.read_only_because
        self._offer(_tr("Go to the place"), lambda: panel.view.wanted.emit(row), always=True)
        self._offer(_tr("Why it is here\tRight"), lambda: panel.tell_why(row), always=True)
        self.addSeparator()
        self._add_choices(panel.keeper, chosen.sentence, left_out=chosen.left_out)
        if not chosen.left_out:
            self.addSeparator()
            self._add_moves(panel.keeper, chosen.sentence, row, panel.model.chosen_count)
        self.addSeparator()
        arranged = bool(desk.summary and desk.summary.arranged)
        self._offer(
            _tr("In the order of the article"),
            panel.keeper.restore_order,
            because="" if arranged else _tr("The sentences are in the order of the article"),
        )
        touched = bool(desk.choices.pinned or desk.choices.dropped or desk.choices.order)
        self._offer(
            _tr("Leave everything to the method"),
            panel.keeper.forget,
            because="" if touched else _tr("You have changed nothing in this summary"),
        )

    def _add_choices(self, keeper: Keeper, sentence: SummarySentence, *, left_out: bool) -> None:
        extract = sentence.extract
        keep = _tr("Leave the sentence to the method\tP") if sentence.pinned else _tr("Keep the sentence\tP")
        self._offer(keep, lambda: keeper.toggle(extract))
        if left_out:
            self._offer(_tr("Take the sentence back\tDelete"), lambda: keeper.release(extract))
            return
        self._offer(_tr("Leave the sentence out\tDelete"), lambda: keeper.leave_out(extract))
        before, because = keeper.before(extract), ""
        if before is None:
            because = _tr("No sentence stands before this one")
        elif keeper.is_shown(before):
            because = _tr("The sentence before is in the summary already")
        self._offer(_tr("Add the sentence before\tB"), lambda: keeper.keep_before(extract), because=because)

    def _add_moves(self, keeper: Keeper, sentence: SummarySentence, row: int, count: int) -> None:
        first = "" if row else _tr("This is the first sentence")
        last = "" if row < count - 1 else _tr("This is the last sentence")
        self._offer(_tr("Move up\tAlt+Up"), lambda: keeper.move(sentence.extract, -1), because=first)
        self._offer(_tr("Move down\tAlt+Down"), lambda: keeper.move(sentence.extract, 1), because=last)

    def _offer(self, words: str, act: Callable[[], object], *, because: str = "", always: bool = False) -> None:
        """Add an entry; `because` says why it cannot be chosen, as a library that is only read does for all changes."""
        action = self.addAction(words)
        action.triggered.connect(lambda _checked=False: act())
        reason = "" if always else (self._shut or because)
        action.setEnabled(not reason)
        action.setToolTip(reason)


def _tr(words: str) -> str:
    return QCoreApplication.translate("SummaryMenu", words)
