"""Two copies of an article as one text: what is the same, and what was added, removed, changed or moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from apostil.services.comparing import Change
from apostil.ui.panels.rows import article_font
from apostil.ui.reader.tints import faded, mixed
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from apostil.domain.spans import Span
    from apostil.services.comparing import Line
    from apostil.ui.theme import Theme

NEAR = 1
"""Sentences that are the same are shown this far from a change."""
INDENT = 28
"""Pixels between the sign of a change and its words."""

SIGNS = {Change.ADDED: "+", Change.REMOVED: "−", Change.CHANGED: "≠", Change.MOVED: "↕"}


class ComparisonView(QTextEdit):
    """The lines of a comparison, to be read; one change is the present one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("Both copies, sentence by sentence"))
        self._theme = theme
        self.changes: list[tuple[Change, int, int]] = []
        """Each change with the first and the last block of it."""
        self.current = -1
        self._heads: tuple[str, str] | None = None

    def name_sides(self, older: str, newer: str) -> None:
        """Call the sides by these names, where neither comes before the other."""
        self._heads = older, newer

    def word_for(self, change: Change) -> str:
        """What is said of a sentence to which this happened."""
        if self._heads and change in {Change.ADDED, Change.REMOVED}:
            return self.tr("Only in {}").format(self._heads[change is Change.ADDED])
        if self._heads and change is Change.CHANGED:
            return self.tr("Different")
        return change_name(change)

    def show_lines(self, older: str, newer: str, lines: Sequence[Line], *, everything: bool) -> None:
        """Write these lines of two texts down; without `everything` long runs of the same are counted instead."""
        self.clear()
        self.changes, self.current = [], -1
        self._older, self._newer = older, newer
        self._cursor = QTextCursor(self.document())
        self._begun = False
        shown = set(range(len(lines))) if everything else _near(lines)
        hidden = 0
        for index, line in enumerate(lines):
            if index not in shown:
                hidden += 1
                continue
            self._count_hidden(hidden)
            hidden = 0
            self._line(line)
        self._count_hidden(hidden)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def go(self, step: int) -> None:
        """Make the next change, or the one before, the present one; after the last comes the first."""
        if self.changes:
            start = -1 if step > 0 else 0
            self.current = ((self.current if self.current >= 0 else start) + step) % len(self.changes)
            self._show_current()

    # What is written

    def _line(self, line: Line) -> None:
        if line.change is Change.SAME:
            self._paragraph("", Tone.SOFT)
            self._words(self._newer, line.newer, ())
            return
        first = self.document().blockCount() - (0 if self._begun else 1)
        label = self.word_for(line.change)
        before, now = self._heads or (self.tr("before"), self.tr("now"))
        if line.older is not None and line.change is not Change.MOVED:
            removed = line.change is Change.REMOVED
            self._head(line.change, label if removed else f"{label} – {before}")
            self._words(self._older, line.older, (line.older,) if removed else line.older_words, struck=True)
        if line.newer is not None:
            changed = line.change is Change.CHANGED
            self._head(line.change, f"{label} – {now}" if changed else label)
            marked = line.newer_words if changed or line.change is Change.MOVED else (line.newer,)
            self._words(self._newer, line.newer, marked)
        self.changes.append((line.change, first, self.document().blockCount() - 1))

    def _head(self, change: Change, label: str) -> None:
        """The sign and the word for a change, on a line of their own."""
        self._paragraph(f"{SIGNS[change]}  {label}", Tone.INK, head=True)
        self._paragraph("", Tone.INK)

    def _count_hidden(self, hidden: int) -> None:
        if hidden:
            words = self.tr("1 sentence is the same") if hidden == 1 else self.tr("{} sentences are the same")
            self._paragraph(f"⋯  {words.format(hidden)}", Tone.SOFT, head=True)

    def _paragraph(self, label: str, tone: Tone, *, head: bool = False) -> None:
        shape = QTextBlockFormat()
        shape.setLeftMargin(0 if head else INDENT)
        shape.setTopMargin(12 if head else 4)
        shape.setBottomMargin(0)
        shape.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        self._tone = tone
        if self._begun:
            self._cursor.insertBlock(shape)
        else:
            self._cursor.setBlockFormat(shape)
            self._begun = True
        if label:
            look = QTextCharFormat()
            look.setFont(self.font())
            look.setFontWeight(QFont.Weight.DemiBold if tone is Tone.INK else QFont.Weight.Normal)
            look.setForeground(self._theme.color(Tone.SOFT))
            self._cursor.insertText(label, look)

    def _words(self, text: str, span: Span | None, marked: Iterable[Span], *, struck: bool = False) -> None:
        """The words of a span, those that are marked struck out or underlined, on a ground of their own."""
        if span is None:
            return
        position = span.start
        for one in sorted(marked):
            self._insert(text[position : one.start], self._plain())
            self._insert(one.cut(text), self._struck() if struck else self._underlined())
            position = one.end
        self._insert(text[position : span.end], self._plain())

    def _insert(self, words: str, look: QTextCharFormat) -> None:
        # Line ends of the text become Qt's sign for one within a paragraph.
        if words:
            self._cursor.insertText(words.replace("\n", "\u2028"), look)

    def _plain(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(article_font(self.font(), 1.1))
        look.setForeground(self._theme.color(self._tone))
        return look

    def _struck(self) -> QTextCharFormat:
        look = self._plain()
        look.setFontStrikeOut(True)
        look.setBackground(self._ground("red"))
        return look

    def _underlined(self) -> QTextCharFormat:
        look = self._plain()
        look.setFontUnderline(True)
        look.setBackground(self._ground("green"))
        return look

    def _ground(self, name: str) -> QColor:
        return mixed(QColor(self._theme.tints[name]), self._theme.color(Tone.PAPER), 0.6)

    # Where one is

    def _show_current(self) -> None:
        _, first, last = self.changes[self.current]
        chosen = []
        # Only the lines that say what happened: the grounds of the words below them stay as they are.
        for number in range(first, last + 1, 2):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self.document().findBlockByNumber(number))
            selection.format.setBackground(faded(self._theme.color(Tone.ACCENT), 0.2))
            selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            chosen.append(selection)
        self.setExtraSelections(chosen)
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(last)))
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(first)))
        self.ensureCursorVisible()


def change_name(change: Change) -> str:
    """What happened to a sentence, in a word."""
    return {
        Change.SAME: _tr("The same"),
        Change.CHANGED: _tr("Changed"),
        Change.ADDED: _tr("Added"),
        Change.REMOVED: _tr("Removed"),
        Change.MOVED: _tr("Moved"),
    }[change]


def _near(lines: Sequence[Line]) -> set[int]:
    changed = [index for index, line in enumerate(lines) if line.change is not Change.SAME]
    near = {index + step for index in changed for step in range(-NEAR, NEAR + 1)} & set(range(len(lines)))
    # A single sentence says more than that there is one.
    return near | {index for index in range(len(lines)) if {index - 1, index + 1} <= near | {-1, len(lines)}}


def _tr(words: str) -> str:
    return QCoreApplication.translate("Comparison", words)
