"""A line of tags, completed one tag at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from apostil.domain.tag import tag_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent

SEPARATOR = ", "

DELAY = 700
"""Milliseconds after the first keystroke at which the tags are taken, whether or not the typing goes on."""

GAP = 2
"""Pixels between the line and its completions."""

COMPLETIONS = """
QListView { border: 1px solid palette(mid); }
QListView::item { min-height: 24px; padding: 0 8px; }
QListView::item:selected { background: palette(mid); color: palette(text); }
"""


class TagCompleter(QCompleter):
    """Completes the tag at the end of a comma-separated line."""

    def __init__(self, names: Iterable[str], parent: QWidget) -> None:
        super().__init__(list(names), parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        """What is completed: the words after the last comma."""
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The whole line with its last tag completed."""
        widget = self.widget()
        line = widget.text() if isinstance(widget, QLineEdit) else ""
        before = line.rpartition(",")[0].strip()
        return SEPARATOR.join(filter(None, [before, super().pathFromIndex(index)]))


class TagsEdit(QLineEdit):
    """A comma-separated line of tags.

    Signals:
        settled: the tags as a tuple, where they differ: when the line is left, on Enter, and while it is typed.
        finished: Enter took what was typed, or Esc dropped it.
    """

    settled = Signal(object)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.setAccessibleName(self.tr("Tags"))
        self._settled: tuple[str, ...] = ()
        self._before: tuple[str, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.settle)
        self.textEdited.connect(self._begin)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show these tags, unless others are being typed."""
        unchanged = tag_names(self.text()) == self._settled
        self._settled = tags
        if not self.isModified():
            self._before = tags
        if unchanged and tag_names(self.text()) != tags:
            self.setText(SEPARATOR.join(tags))

    def offer(self, names: Iterable[str]) -> None:
        """Complete with these names."""
        completer = TagCompleter(names, self)
        self.setCompleter(completer)
        popup = self._popup()
        if popup is not None:
            popup.setObjectName("tagCompletions")
            popup.setStyleSheet(COMPLETIONS)
            popup.installEventFilter(self)

    def settle(self) -> None:
        """Take what was typed."""
        self._timer.stop()
        tags = tag_names(self.text())
        if tags != self._settled:
            self._settled = tags
            self.settled.emit(tags)

    def forget(self) -> None:
        """Take nothing more."""
        self._timer.stop()

    def drop(self) -> None:
        """Go back to the tags that were there before anything was typed."""
        self.setText(SEPARATOR.join(self._before))
        self.settle()
        popup = self._popup()
        if popup is not None:
            popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what was typed and Esc drops it; with a completion chosen, Enter takes that first."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.drop()
        elif key not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or self._completing():
            super().keyPressEvent(event)
            return
        else:
            self.settle()
        # Neither key goes on to the list around the line, which has ideas of its own about them.
        event.accept()
        self.finished.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Know what Esc goes back to."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._before = self._settled
            self.setModified(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing that was typed is lost, unless its completions merely took the focus."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the completions off the line that they complete: Qt lays them over its edge."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Show} and isinstance(watched, QAbstractItemView):
            self._make_way(watched)
        return super().eventFilter(watched, event)

    def _begin(self, _words: str) -> None:
        # Not later with every key: whoever goes on typing is saved too.
        if not self._timer.isActive():
            self._timer.start()

    def _make_way(self, popup: QAbstractItemView) -> None:
        line = QRect(self.mapToGlobal(QPoint(0, 0)), self.size())
        if popup.geometry().intersects(line):
            above = popup.geometry().center().y() < line.center().y()
            popup.move(popup.x(), line.top() - popup.height() - GAP if above else line.bottom() + 1 + GAP)

    def _completing(self) -> bool:
        popup = self._popup()
        return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

    def _popup(self) -> QAbstractItemView | None:
        completer: QCompleter | None = self.completer()  # None before tags are offered, whatever the stubs say
        return None if completer is None else completer.popup()
