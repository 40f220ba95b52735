"""About this article: what is known about it, to be corrected, and where it came from, to be checked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from apostil.domain.article import Metadata
from apostil.domain.edits import MetadataEdit
from apostil.ui.dialogs.origin import Origin
from apostil.ui.forms import APART, BESIDE, Form, align
from apostil.ui.models.words import shortened
from apostil.ui.wording import language_name

if TYPE_CHECKING:
    from apostil.domain.article import ArticleId
    from apostil.ui.desk import Desk
    from apostil.ui.versions import Versions

NO_DAY = QDate(1000, 1, 1)
"""What the field holds while the date is not known."""

FIRST_LANGUAGES = ("en", "fr")
"""The languages that Apostil knows best stand at the top of the list."""


class MetadataDialog(QDialog):
    """The details of one article; OK makes one edit of what was changed, and none where nothing was."""

    def __init__(self, desk: Desk, versions: Versions, article_id: ArticleId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("metadataDialog")
        self.setWindowTitle(self.tr("About this article"))
        self._desk = desk
        self.origin = Origin(desk, versions, article_id)
        self._article_id = article_id
        self._before = desk.library.article(article_id).metadata
        self._build_fields()
        self._show(self._before)
        self._fit()
        self.origin.said.connect(self._show_end, Qt.ConnectionType.QueuedConnection)
        self.finished.connect(lambda _result: self.origin.stop())

    def metadata(self) -> Metadata:
        """What the fields say."""
        authors = (" ".join(name.split()) for name in self.authors.text().split(","))
        return replace(
            self._before,
            title=" ".join(self.title.text().split()),
            authors=tuple(filter(None, authors)),
            outlet=" ".join(self.outlet.text().split()),
            published=self._day() if self.dated.isChecked() else None,
            language=self.language.currentData(),
            address=self.address.text().strip(),
        )

    def accept(self) -> None:
        """Make the edit."""
        after = self.metadata()
        if after != self._before and not self._desk.read_only:
            title = shortened(after.title or self._before.title)
            label = self.tr("Edit details of “{title}”").format(title=title)
            self._desk.do(MetadataEdit(label, self._article_id, self._before, after))
        super().accept()

    def _show_end(self) -> None:
        """Scroll to what was said of the original."""
        self._scroll.ensureWidgetVisible(self.origin.outcome)

    # How it is made

    def _build_fields(self) -> None:
        form = Form()
        self.title = form.row(self.tr("&Title"), QLineEdit())
        self.authors = form.row(self.tr("&Authors"), QLineEdit(), self.tr("Separate several names with commas."))
        self.outlet = form.row(
            self.tr("O&utlet"), QLineEdit(), self.tr("The newspaper, agency or site it appeared in.")
        )
        self._build_date(form)
        self.language = form.row(self.tr("&Language"), QComboBox())
        self._offer_languages()
        self.address = form.row(self.tr("A&ddress"), QLineEdit(), self.tr("Where it can be found. It is never opened."))
        align(form, self.origin.form)
        self._page = QWidget()
        column = self._column = QVBoxLayout(self._page)
        column.setContentsMargins(APART, APART, APART, APART)
        column.setSpacing(APART)
        column.addLayout(form)
        column.addWidget(self._rule())
        column.addWidget(self.origin)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("aboutPage")
        self._scroll.setAccessibleName(self.tr("Details"))
        self._scroll.setWidget(self._page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(APART, BESIDE, APART, APART)
        foot.addWidget(self._buttons())
        layout.addWidget(self._rule())
        layout.addLayout(foot)

    def _rule(self) -> QFrame:
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        return rule

    def _fit(self) -> None:
        """As large as what is in it, but no larger than the screen; the rest can be scrolled to."""
        room = self.screen().availableSize() * 0.9
        width = min(720, room.width())
        self._page.ensurePolished()
        wanted = max(self._column.totalHeightForWidth(width), self._page.sizeHint().height()) + 80
        self.resize(width, min(wanted, room.height()))

    def _build_date(self, form: Form) -> None:
        beside = QWidget()
        layout = QHBoxLayout(beside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(BESIDE)
        self.published = QDateEdit()
        self.published.setCalendarPopup(True)
        self.published.setDisplayFormat("d MMMM yyyy")
        # The first day of all stands for none: it is shown in words, and cannot be meant by anyone.
        self.published.setMinimumDate(NO_DAY)
        self.published.setSpecialValueText(self.tr("Not known"))
        self.dated = QCheckBox(self.tr("Date is &known"))
        self.dated.setAccessibleName(self.tr("The publication date is known"))
        self.dated.toggled.connect(self._allow_date)
        layout.addWidget(self.published, 1)
        layout.addWidget(self.dated)
        form.row(self.tr("&Published"), self.published, beside=beside)

    def _allow_date(self, known: bool) -> None:
        """A date that is not known is not there: the field says so, and starts from a day once it is known."""
        self.published.setEnabled(known)
        self.published.setDate(self._start if known else NO_DAY)
        self.published.setToolTip("" if known else self.tr("Tick “Date is known” to give a date"))

    def _offer_languages(self) -> None:
        self.language.addItem(language_name("") or self.tr("Not known"), "")
        for code in FIRST_LANGUAGES:
            self.language.addItem(language_name(code), code)
        self.language.insertSeparator(self.language.count())
        for code in _other_languages():
            self.language.addItem(language_name(code), code)

    def _buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        if self._desk.read_only:
            buttons.button(kinds.Ok).setEnabled(False)
            buttons.button(kinds.Ok).setToolTip(self._desk.read_only_because)
        return buttons

    def _show(self, metadata: Metadata) -> None:
        for field, words in (
            (self.title, metadata.title),
            (self.authors, ", ".join(metadata.authors)),
            (self.outlet, metadata.outlet),
            (self.address, metadata.address),
        ):
            field.setText(words)
            field.setCursorPosition(0)
        day = metadata.published or self._desk.now().date()
        self._start = QDate(day.year, day.month, day.day)
        self.dated.setChecked(metadata.published is not None)
        self._allow_date(metadata.published is not None)
        if self.language.findData(metadata.language) < 0:
            self.language.addItem(language_name(metadata.language), metadata.language)
        self.language.setCurrentIndex(self.language.findData(metadata.language))
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _day(self) -> dt.date:
        day = self.published.date()
        return dt.date(day.year(), day.month(), day.day())


def _other_languages() -> list[str]:
    """The two-letter codes of the languages Qt knows, by the names they have in the interface."""
    any_of = (QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
    codes = {locale.name().partition("_")[0] for locale in QLocale.matchingLocales(*any_of)}
    two_letters = {code for code in codes if len(code) == 2 and code not in FIRST_LANGUAGES}
    return sorted(two_letters, key=language_name)
