"""Compares two copies or versions of an article, and lets a person decide what they are to each other."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
)

from apostil.services.comparing import Change
from apostil.ui.dialogs.comparison_view import ComparisonView
from apostil.ui.forms import APART, BESIDE, soft
from apostil.ui.icons import dress
from apostil.ui.models.words import shortened
from apostil.ui.wording import short_date

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from apostil.domain.article import ArticleId
    from apostil.domain.errors import ApostilError
    from apostil.domain.library import Entry
    from apostil.jobs.qt_jobs import Handle
    from apostil.services.comparing import Comparison
    from apostil.ui.desk import Desk
    from apostil.ui.theme import Theme
    from apostil.ui.versions import Versions

NEXT_KEYS = ("F3", "Alt+Down")
PREVIOUS_KEYS = ("Shift+F3", "Alt+Up")
TITLE = 70
"""Characters of a title that are shown."""


class Decision(Enum):
    """What a person said of two copies."""

    NONE = "none"
    NEW_VERSION = "new version"
    KEEP_BOTH = "keep both"


class ComparisonDialog(QDialog):
    """Two articles, sentence by sentence; with `decides` it can be said what the newer one is.

    Where they are not `ordered`, nothing says that one came before the other, and they go by their names.
    """

    def __init__(
        self,
        desk: Desk,
        versions: Versions,
        older: ArticleId,
        newer: ArticleId,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        decides: bool = False,
        ordered: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comparisonDialog")
        self.setWindowTitle(self.tr("Compare"))
        self.decision = Decision.NONE
        library = desk.library
        self._older, self._newer = library.article(older), library.article(newer)
        self._found: Comparison | None = None
        self.view = ComparisonView(theme)
        self._heads = self.tr("Before"), self.tr("Now")
        if not ordered:
            self._heads = heads_of(library.entry(older), library.entry(newer)) or self._heads
            self.view.name_sides(*self._heads)
        self._build(self._name_of(desk, older), self._name_of(desk, newer), theme, decides=decides)
        self._connect_keys()
        self._allow()
        room = self.screen().availableSize() if parent is None else parent.size()
        self.resize(QSize(860, 700).boundedTo(room * 0.95))
        self._working: Handle[Any] | None = versions.compare(older, newer, self._compared, self._failed)
        self.finished.connect(lambda _result: self._stop())

    # How it is made

    def _build(self, older: str, newer: str, theme: Theme, *, decides: bool) -> None:
        self.state = QLabel(self.tr("Comparing…"))
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(APART, APART, APART, APART)
        layout.setSpacing(BESIDE)
        for label, words in zip(self._heads, (older, newer), strict=True):
            name = QLabel(f"{label}: {words}")
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setWordWrap(True)
            layout.addWidget(name)
        layout.addLayout(self._build_bar(theme))
        layout.addWidget(self.view, 1)
        if decides:
            words = self.tr(
                "As a new version, “{newer}” takes the place of “{older}”, and the highlights there move along. One "
                "undo takes that back."
            )
            layout.addWidget(soft(words.format(older=self._heads[0], newer=self._heads[1])))
        layout.addWidget(self._buttons(decides=decides))

    def _build_bar(self, theme: Theme) -> QHBoxLayout:
        self.previous = self._step("chevron-up", self.tr("Previous change"), PREVIOUS_KEYS[0], -1, theme)
        self.next = self._step("chevron-down", self.tr("Next change"), NEXT_KEYS[0], 1, theme)
        self.everything = QCheckBox(self.tr("Show what is the &same"))
        self.everything.toggled.connect(lambda _on: self._write())
        self.place = soft("")
        self.place.setWordWrap(False)
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self.state, 1)
        bar.addWidget(self.everything)
        bar.addWidget(self.place)
        bar.addWidget(self.previous)
        bar.addWidget(self.next)
        return bar

    def _step(self, icon: str, words: str, key: str, step: int, theme: Theme) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({key})")
        button.clicked.connect(lambda _checked: self.go(step))
        dress(button, icon, theme)
        return button

    def _connect_keys(self) -> None:
        for keys, step in ((NEXT_KEYS, 1), (PREVIOUS_KEYS, -1)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.activated.connect(lambda step=step: self.go(step))

    def _buttons(self, *, decides: bool) -> QDialogButtonBox:
        box = QDialogButtonBox()
        if decides:
            for words, decision in (
                (self.tr("It is a new &version"), Decision.NEW_VERSION),
                (self.tr("&Keep both"), Decision.KEEP_BOTH),
            ):
                button = box.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
                button.setObjectName(decision.name)
                button.setAutoDefault(False)
                button.clicked.connect(lambda _checked, decision=decision: self._decide(decision))
        close = box.addButton(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        return box

    def _name_of(self, desk: Desk, article_id: ArticleId) -> str:
        library = desk.library
        entry, made = library.entry(article_id), library.provenance(article_id)
        title = shortened(entry.title or entry.source_name, TITLE)
        version = next((one for one in library.versions(article_id) if one.id == article_id), None)
        number = ""
        if version and entry.versions > 1:
            number = self.tr("version {number}, extracted {when}").format(
                number=version.number, when=f"{made.extracted.astimezone():%Y-%m-%d %H:%M}"
            )
        day = short_date(entry.published) if entry.published else ""
        file = entry.source_name if entry.title else ""
        facts = (one for one in (entry.outlet, day, file, number) if one and one not in self._heads)
        return " · ".join((f"“{title}”", *facts))

    # What was found

    def go(self, step: int) -> None:
        """Show the next change, or the one before."""
        self.view.go(step)
        self._allow()

    def _compared(self, found: Comparison) -> None:
        self._working = None
        self._found = found
        self._write()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go(1)

    def _write(self) -> None:
        if self._found is None:
            return
        lines = self._found.lines
        self.view.show_lines(self._older.text, self._newer.text, lines, everything=self.everything.isChecked())
        self.state.setText(self._sentence(Counter(line.change for line in lines)))
        self._allow()

    def _sentence(self, counts: Counter[Change]) -> str:
        kinds = (Change.CHANGED, Change.ADDED, Change.REMOVED, Change.MOVED)
        parts = [f"{counts[kind]} {_lower(self.view.word_for(kind))}" for kind in kinds if counts[kind]]
        if not parts:
            return self.tr("Every sentence is the same.")
        same = self.tr("{} the same").format(counts[Change.SAME])
        return self.tr("Sentences: {}").format(", ".join((*parts, same)))

    def _failed(self, error: ApostilError) -> None:
        self._working = None
        self.state.setText(f"⚠ {error.message}")

    def _allow(self) -> None:
        total = len(self.view.changes)
        for button in (self.previous, self.next):
            button.setEnabled(total > 0)
        here = self.view.current + 1
        self.place.setText(self.tr("{here} of {total}").format(here=here, total=total) if total and here else "")
        self.place.setAccessibleName(self.tr("Change {here} of {total}").format(here=here, total=total))

    def _decide(self, decision: Decision) -> None:
        self.decision = decision
        self.accept()

    def _stop(self) -> None:
        if self._working is not None:
            self._working.cancel()


def heads_of(one: Entry, other: Entry) -> tuple[str, str] | None:
    """Names by which two articles can be told apart, the outlets or the files; None where neither can."""
    for names in ((one.outlet, other.outlet), (one.source_name, other.source_name)):
        if all(names) and names[0] != names[1]:
            return shortened(names[0]), shortened(names[1])
    return None


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
