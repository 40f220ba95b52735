"""What can be done with a sentence of the summary, under the right mouse button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from apostil.ui.keeping import Deed
from apostil.ui.models.reasoning import remedy

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.choices import Extract
    from apostil.domain.summary import SummarySentence
    from apostil.ui.keeping import Keeper
    from apostil.ui.panels.summary_list import SummaryList


class SentenceMenu(QMenu):
    """The menu of one row; what cannot be done says why."""

    def __init__(self, sentences: SummaryList, row: int) -> None:
        super().__init__(sentences)
        self.setToolTipsVisible(True)
        self._sentences = sentences
        self._shut = sentences.source.read_only_because
        chosen = sentences.model.at(row)
        extract = chosen.sentence.extract
        self._offer(_tr("Go to the place"), lambda: sentences.view.wanted.emit(row), always=True)
        self._offer(_tr("Why it is here\tRight"), lambda: sentences.do(extract, Deed.WHY), always=True)
        self.addSeparator()
        self._add_choices(sentences.keeper, chosen.sentence, left_out=chosen.left_out)
        if not chosen.left_out:
            self.addSeparator()
            self._add_moves(extract)
        self.addSeparator()
        self._add_returns(sentences.keeper)

    def _add_choices(self, keeper: Keeper, sentence: SummarySentence, *, left_out: bool) -> None:
        extract = sentence.extract
        keep = _tr("Leave the sentence to the method\tP") if sentence.pinned else _tr("Keep the sentence\tP")
        self._offer(keep, lambda: keeper.toggle(extract))
        if left_out:
            self._offer(_tr("Take the sentence back\tDelete"), lambda: keeper.release(extract))
            return
        self._offer(_tr("Leave the sentence out\tDelete"), lambda: keeper.leave_out(extract))
        before, because = remedy(keeper.where_before(extract)), keeper.no_before_because(extract)
        self._offer(f"{before}\tB", lambda: keeper.keep_before(extract), because=because)

    def _add_moves(self, extract: Extract) -> None:
        sentences = self._sentences
        for words, deed in ((_tr("Move up\tAlt+Up"), Deed.UP), (_tr("Move down\tAlt+Down"), Deed.DOWN)):
            self._offer(words, partial(sentences.do, extract, deed), because=sentences.no_move_because(extract, deed))

    def _add_returns(self, keeper: Keeper) -> None:
        self._offer(_tr("Put moved sentences back"), keeper.restore_order, because=keeper.no_order_because())
        self._offer(_tr("Leave everything to the method"), keeper.forget, because=keeper.no_forgetting_because())

    def _offer(self, words: str, act: Callable[[], object], *, because: str = "", always: bool = False) -> None:
        """Add an entry; `because` says why it cannot be chosen, as a library that is only read does for all changes."""
        action = self.addAction(words)
        action.triggered.connect(lambda _checked=False: act())
        reason = "" if always else (self._shut or because)
        action.setEnabled(not reason)
        action.setToolTip(reason)


def _tr(words: str) -> str:
    return QCoreApplication.translate("SummaryMenu", words)
