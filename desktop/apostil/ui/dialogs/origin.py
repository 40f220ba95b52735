"""Where an article came from, to be read, copied, saved out again and verified."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from apostil.domain.article import reading_minutes
from apostil.domain.citing import page_count
from apostil.domain.provenance import Choice
from apostil.ui.forms import BESIDE, Form
from apostil.ui.wording import counted

if TYPE_CHECKING:
    import datetime as dt

    from apostil.domain.article import Article, ArticleId
    from apostil.domain.errors import ApostilError
    from apostil.domain.provenance import Provenance, Verification
    from apostil.jobs.qt_jobs import Handle
    from apostil.ui.desk import Desk
    from apostil.ui.versions import Versions


class Origin(QWidget):
    """The facts about one article's source, and what can be done with it.

    Signals:
        said: something was said below the buttons.
    """

    said = Signal()

    def __init__(self, desk: Desk, versions: Versions, article_id: ArticleId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._versions = versions
        self._article_id = article_id
        self._verifying: Handle[Any] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BESIDE)
        self.form = Form()
        self._add_facts(self.form)
        column.addLayout(self.form)
        column.addSpacing(BESIDE)
        column.addLayout(self._build_buttons())
        self.outcome = QLabel()
        self.outcome.setObjectName("outcome")
        self.outcome.setWordWrap(True)
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setAccessibleName(self.tr("What verifying said"))
        self.outcome.hide()
        column.addWidget(self.outcome)

    def stop(self) -> None:
        """Wait for no answer any more."""
        if self._verifying is not None:
            self._verifying.cancel()

    # The facts

    def _add_facts(self, facts: Form) -> None:
        library = self._desk.library
        article, source = library.article(self._article_id), library.source(self._article_id)
        made = library.provenance(self._article_id)
        facts.fact(self.tr("Length"), self._length(article))
        size = QLocale().formattedDataSize(source.size)
        facts.fact(self.tr("File"), f"{source.name} ({_kind_of_file(source.media_type)}, {size})")
        if source.origin:
            facts.fact(self.tr("Came from"), source.origin)
        facts.fact(self.tr("Imported"), _moment(source.imported))
        self.extracted = facts.fact(self.tr("Extracted"), self._extracted(made))
        versions = len(library.versions(self._article_id))
        if versions > 1:
            facts.fact(self.tr("Versions"), counted(versions, self.tr("version"), self.tr("versions")))
        self.sha256 = self._fingerprint(
            facts,
            self.tr("SHA-256 of the file"),
            source.sha256,
            self.tr("The fingerprint of the file: the same bytes always have the same one"),
        )
        self.text_sha256 = self._fingerprint(
            facts,
            self.tr("SHA-256 of the text"),
            made.text_sha256,
            self.tr("The fingerprint of the text that was extracted, in UTF-8"),
        )

    def _length(self, article: Article) -> str:
        pages, words = page_count(article), article.word_count
        paragraphs = sum(block.role.is_numbered for block in article.blocks)
        parts = (
            counted(pages, self.tr("page"), self.tr("pages")) if pages else "",
            counted(paragraphs, self.tr("paragraph"), self.tr("paragraphs")),
            counted(words, self.tr("word"), self.tr("words")),
            counted(reading_minutes(words), self.tr("minute to read"), self.tr("minutes to read")),
        )
        return ", ".join(filter(None, parts))

    def _extracted(self, made: Provenance) -> str:
        by = made.extractor or self.tr("a program that is not known")
        part = self.tr(" (part {})").format(made.part) if made.part else ""
        what = choice_name(made.choice)
        return self.tr("{choice}{part}, taken out of the file on {when} by {extractor}").format(
            choice=what[:1].upper() + what[1:], part=part, when=_moment(made.extracted), extractor=by
        )

    def _fingerprint(self, facts: Form, label: str, value: str, tip: str) -> QLineEdit:
        # A field, not a label: its 64 characters have no place to break, and a narrow window can scroll in it.
        shown = QLineEdit(value)
        shown.setObjectName("plainFact")
        shown.setReadOnly(True)
        shown.setFrame(False)
        shown.setCursorPosition(0)
        shown.setToolTip(tip)
        copy = QToolButton()
        copy.setText(self.tr("Copy"))
        copy.setAccessibleName(self.tr("Copy {}").format(label))
        copy.clicked.connect(lambda _checked: QGuiApplication.clipboard().setText(value))
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BESIDE)
        row.addWidget(shown, 1)
        row.addWidget(copy)
        return facts.row(label, shown, beside=beside)

    # What can be done

    def _build_buttons(self) -> QHBoxLayout:
        self.save = QPushButton(self.tr("&Save original…"))
        self.save.setToolTip(self.tr("Write the file as it came, byte for byte"))
        self.save.clicked.connect(lambda _checked: self._versions.save_original(self._article_id, self.window()))
        self.verify = QPushButton(self.tr("&Verify"))
        self.verify.setToolTip(self.tr("Work both fingerprints out anew, and compare them with those of the import"))
        self.verify.clicked.connect(lambda _checked: self._verify())
        row = QHBoxLayout()
        row.setSpacing(BESIDE)
        for button in (self.save, self.verify):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _verify(self) -> None:
        self.verify.setEnabled(False)
        self._say(self.tr("Working the fingerprints out…"), "soft")
        self._verifying = self._versions.verify(self._article_id, self._verified, self._not_verified)

    def _verified(self, found: Verification) -> None:
        self._say(verdict(found), "outcome" if found.holds else "danger")
        self.verify.setEnabled(True)

    def _not_verified(self, error: ApostilError) -> None:
        self._say(f"⚠ {error.message}", "danger")
        self.verify.setEnabled(True)

    def _say(self, words: str, style: str) -> None:
        self.outcome.setObjectName(style)
        self.outcome.style().polish(self.outcome)
        self.outcome.setText(words)
        self.outcome.show()
        self.said.emit()


def verdict(found: Verification) -> str:
    """What verifying found, in a sentence."""
    if found.holds:
        return "✓ " + _tr("Both fingerprints agree: the file and the text are what they were.")
    if found.text_agrees:
        return "⚠ " + _tr("The file in the library is not the one that came: its fingerprint differs.")
    if found.bytes_agree:
        return "⚠ " + _tr("The text is not the one that was extracted: its fingerprint differs. The file is unchanged.")
    return "⚠ " + _tr("Neither the file nor the text is what it was: both fingerprints differ.")


def choice_name(choice: Choice) -> str:
    """What of a source became an article, in words."""
    return {
        Choice.ARTICLE: _tr("the article alone"),
        Choice.PAGE: _tr("the whole page"),
        Choice.CHAPTERS: _tr("a chapter"),
    }[choice]


def _moment(when: dt.datetime) -> str:
    return f"{when.astimezone():%Y-%m-%d %H:%M}"


def _kind_of_file(media_type: str) -> str:
    """What people call this kind of file: “plain text”."""
    from apostil.importers.registry import formats

    return next((form.name for form in formats() if form.media_type == media_type), media_type)


def _tr(words: str) -> str:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("Origin", words)
