"""The sentences of a summary, of one article or of several, with everything that is done to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from apostil.domain.summary import left_out
from apostil.ui.forms import APART, BESIDE
from apostil.ui.keeping import Deed, Keeper
from apostil.ui.panels.summary_menu import SentenceMenu
from apostil.ui.panels.summary_state import left_out_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.choices import Choices, Extract
    from apostil.domain.summary import SummarySentence
    from apostil.ui.keeping import Summarised
    from apostil.ui.models.summary_model import SummaryModel
    from apostil.ui.panels.summary_rows import SummaryDelegate
    from apostil.ui.panels.summary_view import SummaryView
    from apostil.ui.theme import Theme

    Rows = Callable[[tuple[SummarySentence, ...], frozenset[int]], object]
    """Puts the rows into the model, those of the summary and below it these; told which sentences nobody wants."""


_STEPS = {Deed.UP: -1, Deed.DOWN: 1}


class SummaryList(QWidget):
    """The list with its `view`, `model` and `delegate`, and the `keeper` of what its reader chooses.

    Sentences that the reader left out are told of above the list, and stand in it where that is wanted.

    Signals:
        told: a sentence about what was just done, for the status line.
    """

    told = Signal(object)

    def __init__(
        self,
        source: Summarised,
        model: SummaryModel,
        view: SummaryView,
        delegate: SummaryDelegate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.source, self.model, self.view, self.delegate = source, model, view, delegate
        self.keeper = Keeper(source, self)
        self._rows: Rows | None = None
        self._made_from: tuple[object, ...] = ()
        self._with_left_out = False
        self._choices: Choices | None = None
        self._build()
        view.asked.connect(lambda asked: self._do_in_row(*asked))
        view.placed.connect(lambda moved: self._place(*moved))
        view.customContextMenuRequested.connect(self._show_menu)
        self.left_out_link.clicked.connect(lambda _checked: self.show_left_out(not self._with_left_out))
        self.keeper.told.connect(self.told)
        self.keeper.changed.connect(self.go_to)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.delegate.set_theme(theme)
        self.view.viewport().update()

    # What is shown

    @property
    def current(self) -> Extract | None:
        """The sentence whose row is chosen."""
        index = self.view.currentIndex()
        return self.model.at(index.row()).sentence.extract if index.isValid() else None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be shown here, not even a sentence that was left out."""
        return not self.model.rowCount() and self.left_out_link.isHidden()

    def begin(self) -> None:
        """Forget what was looked at: from here on other articles are summarised."""
        self.delegate.opened.clear()
        self._with_left_out = False

    def fill(self, rows: Rows, *made_from: object) -> None:
        """Show other rows, the chosen sentence still chosen.

        Where one of the objects that they are `made_from` is another one, the same sentence may be told otherwise, and
        every row is laid out anew.
        """
        current, row = self.current, self.view.currentIndex().row()
        if len(made_from) != len(self._made_from) or any(
            new is not old for new, old in zip(made_from, self._made_from, strict=True)
        ):
            self._made_from = made_from
            self._choices = None
            self.delegate.forget()
        self._rows = rows
        gone = self._left_out()
        words = left_out_words(len(gone), shown=self._with_left_out)
        self.left_out_link.setText(words)
        self.left_out_link.setVisible(bool(words))
        self.model.movable = not self.source.read_only
        rows(gone if self._with_left_out else (), frozenset(sentence.index for sentence in gone))
        if current is not None:
            self.choose_row(self.model.row_of(current), scroll=False)
        self._follow_choices(row)

    def show_left_out(self, shown: bool) -> None:
        """Show the sentences that the reader left out below those of the summary, or no longer."""
        self._with_left_out = shown
        if self._rows is not None:
            self.fill(self._rows, *self._made_from)
        if shown:
            self.choose_row(self.model.chosen_count)

    def choose_row(self, row: int, *, scroll: bool = True) -> None:
        """Choose a row, as far as there is one, without moving the list where that is not wanted."""
        if not 0 <= row < self.model.rowCount():
            return
        index = self.model.index(row)
        self.view.setAutoScroll(scroll)
        self.view.setCurrentIndex(index)
        self.view.setAutoScroll(True)
        if scroll:
            self.view.scrollTo(index)  # also where it was the chosen one before, as after a move

    def go_to(self, extract: Extract) -> None:
        """Choose the row of this sentence, where it has one."""
        self.choose_row(self.model.row_of(extract))

    def _follow_choices(self, row: int) -> None:
        """Choose the row of the one sentence of which something else holds now, as after undo.

        Where the sentence that was chosen has no row any more, what stands in its `row` now is chosen, so that the
        keyboard goes on from there.
        """
        before, self._choices = self._choices, self.source.choices
        if before is None or before is self._choices:
            return
        changed = _decided(before) ^ _decided(self._choices)
        if len(changed) == 1:
            self.go_to(*changed)
        if row >= 0 and self.current is None:
            self.choose_row(min(row, self.model.rowCount() - 1))

    def _left_out(self) -> tuple[SummarySentence, ...]:
        source = self.source
        if source.survey is None or not source.survey.rankings:
            return ()
        return left_out(source.survey, source.method, source.length, source.choices)

    # What is done

    def do(self, extract: Extract, deed: Deed) -> None:
        """Do this to a sentence, whether it is in the summary or not."""
        match deed:
            case Deed.KEEP:
                self.keeper.toggle(extract)
            case Deed.LEAVE_OUT:
                self._leave_out_or_take_back(extract)
            case Deed.BEFORE:
                self.keeper.keep_before(extract)
            case Deed.UP | Deed.DOWN:
                self._move(extract, deed)
            case Deed.WHY | Deed.ENOUGH:
                self._tell_why(extract, told=deed is Deed.WHY)

    def no_move_because(self, extract: Extract, deed: Deed) -> str:
        """Why this sentence cannot go up or down; empty where it can."""
        row, step = self.model.row_of(extract), _STEPS[deed]
        if not 0 <= row < self.model.chosen_count:
            return self.tr("This sentence is not in the summary")
        if self.model.is_beside(row, row + step):
            return ""
        if row + step < 0:
            return self.tr("This is the first sentence")
        if row + step >= self.model.chosen_count:
            return self.tr("This is the last sentence")
        return self._within_group()

    def context_menu(self, row: int) -> SentenceMenu:
        """What can be done with the sentence of a row."""
        return SentenceMenu(self, row)

    def _do_in_row(self, row: int, deed: Deed) -> None:
        self.do(self.model.at(row).sentence.extract, deed)

    def _leave_out_or_take_back(self, extract: Extract) -> None:
        """The keyboard stays where the sentence was left out."""
        if self.keeper.is_left_out(extract):
            self.keeper.release(extract)
            return
        row = self.model.row_of(extract)
        self.keeper.leave_out(extract)
        if row >= 0 and self.model.row_of(extract) != row:
            self.choose_row(min(row, self.model.chosen_count - 1))

    def _tell_why(self, extract: Extract, *, told: bool) -> None:
        """Give the full account of a sentence in its row, or no longer."""
        row = self.model.row_of(extract)
        if row < 0:
            self._say_not_there()
            return
        self.choose_row(row)
        opened = self.delegate.opened
        if told == (extract in opened):
            return
        (opened.add if told else opened.discard)(extract)
        index = self.model.index(row)
        self.delegate.sizeHintChanged.emit(index)
        self.view.doItemsLayout()
        self.view.scrollTo(index)

    def _move(self, extract: Extract, deed: Deed) -> None:
        because = self.no_move_because(extract, deed)
        if because:
            self.told.emit(f"{because}.")
        else:
            row = self.model.row_of(extract)
            self._place(row, row + _STEPS[deed])

    def _place(self, row: int, place: int) -> None:
        """Put a row of the summary at another place, as far as the rows between stand in one group with it."""
        place = min(place, self.model.chosen_count - 1)
        if self.model.is_beside(row, place):
            self.keeper.place(self.model.at(row).sentence.extract, place)
        elif place >= 0:
            self.told.emit(f"{self._within_group()}.")

    def _within_group(self) -> str:
        return self.tr("Sentences move within their outlet or day. By rank, they move anywhere")

    def _say_not_there(self) -> None:
        self.told.emit(self.tr("This sentence is not in the summary."))

    def _show_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if index.isValid():
            menu = self.context_menu(index.row())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(place))

    # How it is made

    def _build(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.view.setAccessibleName(self.tr("Sentences of the summary"))
        self.left_out_link = QPushButton()
        self.left_out_link.setObjectName("link")
        self.left_out_link.setFlat(True)
        self.left_out_link.setAccessibleName(self.tr("Sentences that you left out"))
        self.left_out_link.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        link = QVBoxLayout()
        link.setContentsMargins(APART, 0, APART, 0)
        link.setSpacing(BESIDE)
        link.addWidget(self.left_out_link, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(link)
        layout.addWidget(self.view, 1)


def _decided(choices: Choices) -> set[Extract]:
    """The sentences that are not left to the method."""
    return {*choices.pinned, *choices.dropped}
