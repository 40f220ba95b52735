"""Asks how a name is to be corrected and how far that reaches, and says what it would change before it does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from apostil.domain.entity import Scope
from apostil.services.corrections.correcting import WIDE
from apostil.services.corrections.operations import Operation, is_complete, scopes, wish
from apostil.ui.dialogs.correction_fields import ExtentField, NameField, kind_box
from apostil.ui.forms import APART, BESIDE
from apostil.ui.models.words import shortened, wrapped_tip
from apostil.ui.panels.same_as import NamePicker
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from apostil.domain.errors import ApostilError
    from apostil.domain.spans import Span
    from apostil.services.corrections.correcting import Correcting
    from apostil.services.corrections.operations import Subject, Wish
    from apostil.services.corrections.previewing import Preview
    from apostil.ui.correcting import Corrector, Count
    from apostil.ui.theme import Theme

PAUSE_MS = 150
"""After the last key, before it is counted anew what would change."""

CONTEXT = 40
"""Characters that an example shows on either side of its place."""


class CorrectionDialog(QDialog):
    """One operation on one name; OK makes it, as one step of undo."""

    def __init__(
        self, corrector: Corrector, operation: Operation, subject: Subject, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("correctionDialog")
        self._corrector = corrector
        self._first = wish(operation, subject)
        self._operation, self._subject = operation, subject
        self._count: Count | None = None
        self._counted: tuple[Wish, Correcting] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._count_now)
        self.kind: QComboBox | None = None
        self.field: NameField | None = None
        self.extent: ExtentField | None = None
        self.picker: NamePicker | None = None
        self.setWindowTitle(_title(operation, subject))
        self._build(theme)
        self.finished.connect(lambda _result: self._stop())
        self._changed()

    def wish(self) -> Wish:
        """The correction as the fields say it."""
        return replace(
            self._first,
            scope=next(scope for scope, button in self.scopes.items() if button.isChecked()),
            words=self.words.currentText(),
            kind=self.kind.currentData() if self.kind else self._subject.kind,
            text=self._text(),
        )

    def accept(self) -> None:
        """Make the correction."""
        if not self.ok.isEnabled():
            return
        wanted = self.wish()
        counted_edit = self._counted
        super().accept()
        if counted_edit is not None and counted_edit[0] == wanted:
            self._corrector.do(counted_edit[1])
        else:
            self._corrector.fulfil(wanted)

    # How it is made

    def _build(self, theme: Theme) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(APART, APART, APART, APART)
        layout.setSpacing(BESIDE)
        what = self._build_what(theme)
        if what is not None:
            layout.addWidget(what, 1 if what is self.picker else 0)
            layout.addSpacing(BESIDE)
        for button in self._build_scopes().values():
            layout.addWidget(button)
        layout.addLayout(self._build_words())
        layout.addSpacing(BESIDE)
        layout.addLayout(self._build_preview())
        layout.addSpacing(BESIDE)
        layout.addWidget(self._build_buttons())
        self.setMinimumWidth(min(460, self.screen().availableSize().width() - 40))
        (what or self.scopes[self._first.scope]).setFocus()

    def _build_what(self, theme: Theme) -> QWidget | None:
        match self._operation:
            case Operation.KIND | Operation.MARK | Operation.CONFIRM:
                self.kind = kind_box(self._subject.kind, theme)
                self.kind.currentIndexChanged.connect(self._changed)
                return self.kind
            case Operation.RENAME | Operation.SPLIT:
                self.field = NameField(self._first.text, _field_name(self._operation))
                self.field.textChanged.connect(self._changed)
                return self.field
            case Operation.EXTENT:
                self.extent = ExtentField(self._corrector.desk.article, self._subject)
                self.extent.changed.connect(self._changed)
                return self.extent
            case Operation.SAME_AS:
                entities = self._corrector.desk.entities
                self.picker = NamePicker(self._subject.name, self._subject.kind, entities, theme)
                self.picker.changed.connect(self._changed)
                self.picker.accepted.connect(self.accept)
                return self.picker
        return None

    def _build_scopes(self) -> dict[Scope, QRadioButton]:
        self.scopes = {
            scope: QRadioButton(_scope_words(scope, self._subject)) for scope in scopes(self._operation, self._subject)
        }
        self.scopes[self._first.scope].setChecked(True)
        for button in self.scopes.values():
            button.toggled.connect(self._changed)
        return self.scopes

    def _build_words(self) -> QHBoxLayout:
        self.words = QComboBox()
        self.words.addItems(list(self._subject.names))
        self.words.setAccessibleName(self.tr("These words"))
        self.words.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.words.currentIndexChanged.connect(self._changed)
        self._words_label = QLabel(self.tr("These &words:"))
        self._words_label.setBuddy(self.words)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 0)
        row.addWidget(self._words_label)
        row.addWidget(self.words, 1)
        return row

    def _build_preview(self) -> QHBoxLayout:
        self.preview = QLabel()
        self.preview.setObjectName("preview")
        self.preview.setWordWrap(True)
        self.preview.setMinimumHeight(2 * self.preview.fontMetrics().lineSpacing() + 4)
        self.preview.setAccessibleName(self.tr("What it changes"))
        self.stop = QToolButton()
        self.stop.setText(self.tr("Do not count"))
        self.stop.setToolTip(self.tr("Stop counting; the correction can be made all the same"))
        self.stop.clicked.connect(self._give_up_counting)
        row = QHBoxLayout()
        row.addWidget(self.preview, 1)
        row.addWidget(self.stop)
        return row

    def _build_buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok = box.addButton(_deed(self._operation), QDialogButtonBox.ButtonRole.AcceptRole)
        # Else Enter would cancel where nothing can be made yet when the dialog opens.
        box.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.ok.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    # What it would change

    def _text(self) -> str:
        if self.field is not None:
            return self.field.text()
        if self.extent is not None:
            return self.extent.text()
        return self.picker.name if self.picker is not None else self._first.text

    def _changed(self, _event: object = None) -> None:
        wanted = self.wish()
        wide = wanted.scope in WIDE and self._operation not in {Operation.EXTENT, Operation.RENAME, Operation.MARK}
        several = self.words.count() > 1
        for part in (self._words_label, self.words):
            part.setVisible(wide and several)
        self._stop()
        self._counted = None
        complete = is_complete(wanted)
        self.ok.setEnabled(complete)
        self.ok.setToolTip("" if complete else _missing(self._operation))
        self.stop.setVisible(complete)
        self.preview.setToolTip("")
        if complete:
            self.preview.setText(self.tr("Counting what it changes…"))
            self._pause.start()
        else:
            self.preview.setText(_missing(self._operation))

    def _count_now(self) -> None:
        wanted = self.wish()
        self._count = self._corrector.count(
            wanted, lambda edit, found: self._show_count(wanted, edit, found), self._say_why
        )

    def _show_count(self, wanted: Wish, edit: Correcting, found: Preview) -> None:
        self._count = None
        self._counted = (wanted, edit)
        self.stop.hide()
        self.preview.setText(count_words(found, wanted.scope))
        self.preview.setToolTip(wrapped_tip([_example_words(one.text, one.place) for one in found.examples]))
        possible = found.places > 0 or wanted.scope in {Scope.LIBRARY, Scope.ALWAYS}
        self.ok.setEnabled(possible)
        self.ok.setToolTip("" if possible else self.tr("It would change nothing"))

    def _say_why(self, error: ApostilError) -> None:
        self._count = None
        self.stop.hide()
        self.preview.setText(error.message)

    def _give_up_counting(self) -> None:
        self._stop()
        self.stop.hide()
        self.preview.setText(self.tr("Not counted."))

    def _stop(self) -> None:
        self._pause.stop()
        if self._count is not None:
            self._count.stop()
            self._count = None


def count_words(found: Preview, scope: Scope) -> str:
    """How much a correction of this scope changes now, and that it holds later where it does."""
    later = _tr("It also holds in articles that come in later.") if scope in {Scope.LIBRARY, Scope.ALWAYS} else ""
    if not found.places:
        return " ".join(part for part in (_tr("Changes nothing that is here now."), later) if part)
    places = counted(found.places, _tr("place"), _tr("places"))
    articles = counted(found.articles, _tr("article"), _tr("articles"))
    words = _tr("Changes {places} in {articles}.").format(places=places, articles=articles)
    return f"{words} {later}".rstrip()


def _example_words(text: str, place: Span) -> str:
    start, end = max(0, place.start - CONTEXT), place.end + CONTEXT
    words = f"{text[start : place.start]}[{place.cut(text)}]{text[place.end : end]}"
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"


def _title(operation: Operation, subject: Subject) -> str:
    words = {
        Operation.CONFIRM: _tr("Confirm “{name}”"),
        Operation.KIND: _tr("What “{name}” is"),
        Operation.EXTENT: _tr("How far “{words}” goes"),
        Operation.NO_NAME: _tr("“{name}” is not a name"),
        Operation.SAME_AS: _tr("“{name}” is the same as…"),
        Operation.SPLIT: _tr("Split “{words}” off"),
        Operation.RENAME: _tr("Rename “{name}”"),
        Operation.MARK: _tr("Mark “{words}” as a name"),
    }[operation]
    return words.format(name=shortened(subject.name), words=shortened(subject.words))


def _scope_words(scope: Scope, subject: Subject) -> str:
    words = {
        Scope.MENTION: _tr("&Only this place"),
        Scope.ENTITY: _tr("All of “{name}” in this article"),
        Scope.ARTICLE: _tr("These words wherever they stand in this &article"),
        Scope.LIBRARY: _tr("In every article of this &library"),
        Scope.ALWAYS: _tr("Al&ways, in every library (kept in the glossary)"),
    }[scope]
    return words.format(name=shortened(subject.name, 30).replace("&", "&&"))


def _deed(operation: Operation) -> str:
    return {
        Operation.CONFIRM: _tr("Confirm"),
        Operation.KIND: _tr("Change kind"),
        Operation.EXTENT: _tr("Change words"),
        Operation.NO_NAME: _tr("Remove"),
        Operation.SAME_AS: _tr("Join"),
        Operation.SPLIT: _tr("Split off"),
        Operation.RENAME: _tr("Rename"),
        Operation.MARK: _tr("Mark"),
    }[operation]


def _missing(operation: Operation) -> str:
    return {
        Operation.EXTENT: _tr("Type the words that the name consists of, or move its ends."),
        Operation.RENAME: _tr("Type another name."),
        Operation.SAME_AS: _tr("Choose another name, or type one."),
        Operation.SPLIT: _tr("Type what it is called."),
    }.get(operation, _tr("A name needs a letter or a digit."))


def _field_name(operation: Operation) -> str:
    return _tr("Called from now on") if operation is Operation.RENAME else _tr("Called, once it is split off")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Correction", words)
