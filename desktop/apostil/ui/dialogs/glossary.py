"""The glossary: what is said of names always and in the library, to be changed, and exchanged as a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from apostil.domain.entity import Scope
from apostil.services.corrections import listing
from apostil.ui.dialogs.correction import count_words
from apostil.ui.dialogs.glossary_entry import EntryDialog
from apostil.ui.forms import APART, BESIDE, soft
from apostil.ui.icons import dress
from apostil.ui.models.glossary_model import CANONICAL, TEXT, GlossaryModel
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from apostil.domain.edits import GlossaryEdit
    from apostil.domain.errors import ApostilError
    from apostil.services.corrections.glossaries import Outcome
    from apostil.services.corrections.listing import Said
    from apostil.services.corrections.previewing import Preview
    from apostil.ui.correcting import Corrector, Count
    from apostil.ui.theme import Theme

REPORT_LINES = 4


class GlossaryDialog(QDialog):
    """A table of what is said of names beyond one article."""

    def __init__(self, corrector: Corrector, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("glossaryDialog")
        self.setWindowTitle(self.tr("Glossary"))
        self._corrector = corrector
        self._theme = theme
        self._next = ""
        self._count: Count | None = None
        self.finished.connect(lambda _result: self._stop_counting())
        self.model = GlossaryModel(self)
        self._build()
        self.filter.textChanged.connect(self._sift)
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._allow())
        self.table.doubleClicked.connect(lambda _index: self.change())
        corrector.desk.changed.connect(lambda _changes: self._load())
        corrector.desk.failed.connect(self._report)
        self._load()
        self._report_problems()
        room = self.screen().availableSize() * 0.9
        self.resize(min(760, room.width()), min(520, room.height()))
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> list[Said]:
        """The lines that are selected."""
        return [self.model.at(index.row()) for index in self.table.selectionModel().selectedRows()]

    # What can be done

    def add(self) -> None:
        """Ask for an entry, and put it in."""
        self._ask(None)

    def change(self) -> None:
        """Ask what the selected line is to say."""
        lines = self.chosen()
        if len(lines) == 1 and lines[0].changeable:
            self._ask(lines[0])

    def delete(self) -> None:
        """Take the selected lines out, which can be undone."""
        lines = self.chosen()
        if lines and not self._corrector.desk.read_only:
            self._corrector.do(listing.removed(self._corrector.desk.library, lines))

    def take_in(self, path: Path | None = None) -> None:
        """Ask for a list of names, take it in, and report what was understood."""
        from apostil.ui import chooser

        path = path or chooser.list_to_import(self)
        if path is not None:
            self._corrector.read_list(path, self._taken_in)

    def hand_on(self, path: Path | None = None) -> None:
        """Ask where to write what holds always, and write it."""
        from apostil.ui import chooser

        path = path or chooser.list_target(self)
        if path is not None:
            entries = self._corrector.desk.library.glossary().entries
            words = counted(len(entries), self.tr("line"), self.tr("lines"))
            done = self.tr("{lines} written to {path}.").format(lines=words, path=path)
            self._corrector.write_list(entries, path, lambda: self._report(done))

    def _ask(self, line: Said | None) -> None:
        dialog = EntryDialog(self._theme, line.entry if line else None, self)
        if dialog.exec():
            self._next = dialog.entry().text
            self._corrector.do(listing.put(self._corrector.desk.library, dialog.entry(), line))
        dialog.deleteLater()

    def _taken_in(self, outcome: Outcome) -> None:
        self._report("\n".join((self._outcome_words(outcome), *outcome.problems)))
        edit = outcome.edit
        if edit is None:
            return
        self._stop_counting()
        self.state.setText(self.tr("Counting what the list changes; closing this window takes nothing in."))
        self._count = self._corrector.preview(edit, partial(self._ask_to_take_in, edit), self._not_counted)

    def _ask_to_take_in(self, edit: GlossaryEdit, found: Preview) -> None:
        """Say what a list changes before that is done."""
        self._count = None
        self._show_state()
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.windowTitle(), self.tr("Take this list in?"), parent=self)
        box.setInformativeText(count_words(found, Scope.ALWAYS))
        box.addButton(QMessageBox.StandardButton.Cancel)
        wanted = box.addButton(self.tr("Take in"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(wanted)
        box.exec()
        if box.clickedButton() is wanted:
            self._corrector.do(edit)
        else:
            self._report(self.tr("The list was not taken in."))
        box.deleteLater()

    def _not_counted(self, error: ApostilError) -> None:
        self._count = None
        self._show_state()
        self._report(error.message)

    def _stop_counting(self) -> None:
        if self._count is not None:
            self._count.stop()
            self._count = None

    def _outcome_words(self, outcome: Outcome) -> str:
        parts = (
            (outcome.new, self.tr("{} new")),
            (outcome.changed, self.tr("{} changed")),
            (outcome.same, self.tr("{} as before")),
            (len(outcome.problems), self.tr("{} not understood")),
        )
        read = counted(outcome.read, self.tr("line was read"), self.tr("lines were read"))
        told = ", ".join(words.format(count) for count, words in parts if count)
        return f"{read}: {told}." if told else f"{read}."

    # What is shown

    def _load(self) -> None:
        kept = [line.entry.text for line in self.chosen()][:1] or [""]
        self.model.show(listing.listed(self._corrector.desk.library))
        row = self.model.row_of(self._next or kept[0])
        self._next = ""
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag
            index = self.model.index(row, 0)
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.table.scrollTo(index)
        self._show_state()
        self._allow()

    def _sift(self, words: str) -> None:
        self.model.set_words(words)
        self._show_state()
        self._allow()

    def _show_state(self) -> None:
        total, shown = self.model.total, self.model.rowCount()
        problems = self._corrector.desk.library.glossary().problems
        words = counted(total, self.tr("line"), self.tr("lines"))
        if not total:
            words = self.tr("Nothing yet. Add names here, import a list, or correct a name in an article “always”.")
        elif shown != total:
            words = self.tr("{shown} of {lines}").format(shown=shown, lines=words)
        self.state.setText(" ".join((words, *problems[:1])))

    def _report_problems(self) -> None:
        """Say which lines of the file are not understood, all of them: the foot of the table has room for one."""
        problems = self._corrector.desk.library.glossary().problems
        if problems:
            self._report("\n".join(problems))

    def _report(self, words: str) -> None:
        self.report.setPlainText(words)
        lines = min(REPORT_LINES, words.count("\n") + 1)
        self.report.setFixedHeight((lines + 1) * self.report.fontMetrics().lineSpacing() + 8)
        self.report_row.show()

    def _put_away(self) -> None:
        """Give the table the room of the report again."""
        self.report_row.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self) -> None:
        lines = self.chosen()
        one = self.tr("Select one line first") if len(lines) != 1 else ""
        if lines and not one and not lines[0].changeable:
            one = self.tr("Such a correction can be deleted here, and made anew in an article")
        any_of_them = "" if lines else self.tr("Select a line first")
        buttons = ((self.add_button, ""), (self.import_button, ""), (self.change_button, one))
        for button, why_not in (*buttons, (self.delete_button, any_of_them)):
            reason = self._corrector.desk.read_only_because or why_not
            button.setEnabled(not reason)
            button.setToolTip(reason)

    # How it is made

    def _build(self) -> None:
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the glossary"))
        self.filter.setClearButtonEnabled(True)
        self._build_table()
        self.state = soft("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(APART, APART, APART, APART)
        layout.setSpacing(BESIDE)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.state)
        layout.addWidget(self._build_report())
        layout.addLayout(self._build_buttons())

    def _build_report(self) -> QWidget:
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report"))
        self.put_away = QToolButton()
        self.put_away.setAccessibleName(self.tr("Put the report away"))
        self.put_away.setToolTip(self.tr("Put the report away"))
        self.put_away.clicked.connect(lambda _checked: self._put_away())
        dress(self.put_away, "close", self._theme)
        self.report_row = QWidget()
        row = QHBoxLayout(self.report_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BESIDE)
        row.addWidget(self.report, 1)
        row.addWidget(self.put_away, 0, Qt.AlignmentFlag.AlignTop)
        self.report_row.hide()
        return self.report_row

    def _build_table(self) -> None:
        self.table = QTableView()
        self.table.setObjectName("glossary")
        self.table.setAccessibleName(self.tr("Glossary"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(TEXT, Qt.SortOrder.AscendingOrder)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in (TEXT, CANONICAL):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(BESIDE)
        self.add_button = self._button(self.tr("&Add…"), self.add)
        self.import_button = self._button(self.tr("&Import…"), self.take_in)
        self.change_button = self._button(self.tr("C&hange…"), self.change)
        self.delete_button = self._button(self.tr("&Delete"), self.delete)
        for button in (self.add_button, self.change_button, self.delete_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.import_button)
        row.addWidget(self._button(self.tr("&Export…"), self.hand_on))
        row.addWidget(self._button(self.tr("Close"), self.accept))
        return row

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: act())
        return button
