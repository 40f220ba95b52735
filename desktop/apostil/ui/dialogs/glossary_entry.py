"""Asks for one entry of the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout

from apostil.domain.entity import Kind, Scope
from apostil.domain.glossary import GlossaryEntry
from apostil.ui.forms import APART, Form
from apostil.ui.models.words import kind_name
from apostil.ui.panels.rows import SAMPLE, kind_icon
from apostil.ui.wording import language_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from apostil.ui.theme import Theme

LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pt")
"""Those that names are found in; others are kept as they come."""


class EntryDialog(QDialog):
    """The words, what they name, in which language, what it is called, and where that holds."""

    def __init__(self, theme: Theme, entry: GlossaryEntry | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entryDialog")
        self.setWindowTitle(self.tr("Change the glossary") if entry else self.tr("Add to the glossary"))
        self._build(theme)
        self._show(entry or GlossaryEntry("", Kind.PERSON))
        self.text.textChanged.connect(self._allow)
        self.kind.currentIndexChanged.connect(self._allow)
        self._allow()

    def entry(self) -> GlossaryEntry:
        """What the fields say."""
        kind = self.kind.currentData()
        return GlossaryEntry(
            " ".join(self.text.text().split()),
            kind,
            self.language.currentData(),
            " ".join(self.canonical.text().split()) if kind else "",
            self.scope.currentData(),
        )

    def _build(self, theme: Theme) -> None:
        form = Form()
        self.text = form.row(self.tr("&Words"), QLineEdit(), self.tr("As they stand in articles."))
        self.kind = form.row(self.tr("&Kind"), QComboBox())
        self.kind.setIconSize(SAMPLE)
        for kind in Kind:
            self.kind.addItem(kind_icon(kind, theme), kind_name(kind).capitalize(), kind)
        self.kind.addItem(self.tr("Not a name"), None)
        self.canonical = form.row(
            self.tr("&Called"), QLineEdit(), self.tr("The full name, where the words are another form of it.")
        )
        self.language = form.row(self.tr("&Language"), QComboBox())
        self.language.addItem(self.tr("Any"), "")
        for code in LANGUAGES:
            self.language.addItem(language_name(code), code)
        self.scope = form.row(self.tr("&Holds"), QComboBox())
        self.scope.addItem(self.tr("Always, in every library"), Scope.ALWAYS)
        self.scope.addItem(self.tr("In this library"), Scope.LIBRARY)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.ok.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(APART, APART, APART, APART)
        layout.setSpacing(APART)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)

    def _show(self, entry: GlossaryEntry) -> None:
        self.text.setText(entry.text)
        self.kind.setCurrentIndex(list(Kind).index(entry.kind) if entry.kind else len(Kind))
        self.canonical.setText(entry.canonical)
        if self.language.findData(entry.language) < 0:
            self.language.addItem(language_name(entry.language), entry.language)
        self.language.setCurrentIndex(self.language.findData(entry.language))
        self.scope.setCurrentIndex(max(0, self.scope.findData(entry.scope)))

    def _allow(self, _event: object = None) -> None:
        named = any(char.isalnum() for char in self.text.text())
        self.ok.setEnabled(named)
        self.ok.setToolTip("" if named else self.tr("Type the words first"))
        self.canonical.setEnabled(self.kind.currentData() is not None)
        self.canonical.setToolTip(
            "" if self.canonical.isEnabled() else self.tr("What is no name is not called anything")
        )
