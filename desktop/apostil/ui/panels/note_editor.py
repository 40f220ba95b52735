"""A mark, opened for writing in its place in the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from apostil.domain.annotation import Annotation, Color, Status
from apostil.services import annotating
from apostil.ui.forms import BESIDE
from apostil.ui.icons import SIZE, dress
from apostil.ui.models.words import color_name, status_name
from apostil.ui.panels.rows import PAD, color_icon
from apostil.ui.panels.tags_edit import TagsEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent

    from apostil.domain.edits import AnnotationsEdit
    from apostil.ui.desk import Desk
    from apostil.ui.theme import Theme

DELAY = 400
"""Milliseconds after the first keystroke at which a note is written down, whether or not the typing goes on."""

RETRY = 2000
"""Milliseconds after which a note that could not be written down is tried again."""

LINES = 4
"""Lines of a note that are seen at once."""


class NoteField(QPlainTextEdit):
    """The note as plain text; Tab leaves it.

    Signals:
        left: the field lost the focus.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteField")
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("Write a note"))
        self.setAccessibleName(self.tr("Note"))
        metrics = self.fontMetrics()
        self.setFixedHeight(round(LINES * metrics.lineSpacing() + 2 * PAD + 10))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that what was typed is to be written down."""
        super().focusOutEvent(event)
        self.left.emit()


class NoteEditor(QWidget):
    """Colour, status, note and tags of one mark; what is typed is written down by itself.

    Signals:
        finished: the writing is done, and the keyboard may go back to the article.
        removed: the mark is to go.
    """

    finished = Signal()
    removed = Signal()

    def __init__(self, desk: Desk, annotation: Annotation, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("noteEditor")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._desk = desk
        self._theme = theme
        self.annotation = annotation
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._write_note)
        self._build()
        self._lay_out()
        self.show_annotation(annotation)
        self._allow()

    def sizeHint(self) -> QSize:
        """As high as its fields."""
        return QSize(200, self._layout.sizeHint().height())

    def show_annotation(self, annotation: Annotation) -> None:
        """Show what the mark has become; what is just being typed stays."""
        typing = self._timer.isActive()
        self.annotation = annotation
        if not typing and self.note.toPlainText() != annotation.note:
            with QSignalBlocker(self.note):
                self.note.setPlainText(annotation.note)
            self.note.moveCursor(QTextCursor.MoveOperation.End)
        self.tags.show_tags(annotation.tags)
        with QSignalBlocker(self.status):
            self.status.setCurrentIndex(self.status.findData(annotation.status))
        self.color.setIcon(color_icon(annotation.color, self._theme))
        self.color.setAccessibleName(self.tr("Colour of the mark: {color}").format(color=color_name(annotation.color)))

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        dress(self.remove, "trash-can-outline", theme)
        self.color.setIcon(color_icon(self.annotation.color, theme))
        self._fill_colors()

    def flush(self) -> None:
        """Write down at once what was typed."""
        if self._timer.isActive():
            self._write_note()
        self.tags.settle()

    def forget(self) -> None:
        """Write nothing more: the mark is gone."""
        self._timer.stop()
        self.tags.settled.disconnect(self._retag)
        self.tags.forget()

    # How it is made

    def _build(self) -> None:
        self.color = QToolButton()
        self.color.setObjectName("noteColor")
        self.color.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.color.setIconSize(QSize(SIZE, SIZE))
        self.color.setMenu(QMenu(self.color))
        self._fill_colors()
        self.status = QComboBox()
        self.status.setObjectName("noteStatus")
        self.status.setAccessibleName(self.tr("Status of the mark"))
        self.status.setToolTip(self.tr("How far these words have been checked"))
        for status in Status:
            self.status.addItem(status_name(status), status)
        self.status.activated.connect(self._set_status)
        self.remove = QToolButton()
        self.remove.setObjectName("noteRemove")
        self.remove.setToolTip(self.tr("Remove this mark"))
        self.remove.setAccessibleName(self.tr("Remove this mark"))
        self.remove.clicked.connect(lambda _checked: self.removed.emit())
        dress(self.remove, "trash-can-outline", self._theme)
        self._build_fields()

    def _build_fields(self) -> None:
        self.note = NoteField()
        self.note.textChanged.connect(self._begin)
        self.note.left.connect(self.flush)
        self.note.installEventFilter(self)
        self.tags = TagsEdit()
        self.tags.setObjectName("noteTags")
        self.tags.offer(name for name, _count in self._desk.library.all_tags())
        self.tags.settled.connect(self._retag)
        self.tags.finished.connect(self.finished)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.color)
        line.addWidget(self.status, 1)
        line.addWidget(self.remove)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, PAD)
        layout.setSpacing(BESIDE)
        layout.addWidget(self.note)
        layout.addWidget(self.tags)
        layout.addLayout(line)

    def _fill_colors(self) -> None:
        menu = self.color.menu()
        menu.clear()
        for color in Color:
            menu.addAction(color_icon(color, self._theme), color_name(color), partial(self._recolor, color))

    def _allow(self) -> None:
        self.color.setToolTip(self.tr("Change the colour of this mark"))
        if not self._desk.read_only:
            return
        self.note.setReadOnly(True)
        self.tags.setReadOnly(True)
        for widget in (self.note, self.tags, self.color, self.status, self.remove):
            widget.setToolTip(self._desk.read_only_because)
        for widget in (self.color, self.status, self.remove):
            widget.setEnabled(False)

    # What is written down

    @property
    def pending(self) -> bool:
        """Whether something was typed that is not written down yet."""
        return not self._desk.read_only and self.note.toPlainText() != self.annotation.note

    def _begin(self) -> None:
        # Not later with every key: whoever goes on typing is saved too.
        if not self._timer.isActive():
            self._timer.start(DELAY)

    def _write_note(self) -> None:
        self._timer.stop()
        if self.pending:
            self._do(annotating.write_note(self.annotation, self.note.toPlainText(), self._desk.now()))
        if self.pending:
            self._timer.start(RETRY)

    def _retag(self, tags: tuple[str, ...]) -> None:
        if tags != self.annotation.tags:
            self._do(annotating.retag(self.annotation, tags, self._desk.now()))

    def _recolor(self, color: Color) -> None:
        self.flush()
        if color is not self.annotation.color:
            self._do(annotating.recolor(self.annotation, color, self._desk.now()))

    def _set_status(self, row: int) -> None:
        self.flush()
        # Qt hands the plain string of a StrEnum back.
        status = Status(self.status.itemData(row))
        if status is not self.annotation.status:
            self._do(annotating.set_status(self.annotation, status, self._desk.now()))

    def _do(self, edit: AnnotationsEdit) -> None:
        before, self.annotation = self.annotation, edit.after[0]
        # Another article may lie on the desk by now, so that nobody else tells what has become of the mark.
        if not self._desk.do(edit):
            self.annotation = before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc writes down what was typed and closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.finished.emit()
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that was typed is lost with the panel out of sight."""
        super().hideEvent(event)
        self.flush()
