"""Every mark of the article in order, to be found, gone to, and written on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QMenu,
    QWidget,
)

from apostil.domain.edits import Topic
from apostil.services import annotating
from apostil.ui.models.note_model import NoteModel, Sieve
from apostil.ui.models.words import color_name
from apostil.ui.panels.empty import EmptyState, lay_out
from apostil.ui.panels.note_cards import CardDelegate
from apostil.ui.panels.note_editor import NoteEditor
from apostil.ui.panels.note_rows import NoteView
from apostil.ui.panels.orphans import OrphansTray, guess_at_once
from apostil.ui.panels.panel import Panel
from apostil.ui.panels.rows import color_icon
from apostil.ui.panels.search_head import SearchField, SearchHead
from apostil.ui.panels.stranded import Stranded
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QResizeEvent

    from apostil.domain.annotation import Annotation, AnnotationId
    from apostil.domain.article import ArticleId
    from apostil.domain.edits import Changes
    from apostil.ui.desk import Desk
    from apostil.ui.panels.orphans import Guesser
    from apostil.ui.theme import Theme


class NotesPanel(Panel):
    """The marks of the open article.

    Signals:
        left: the writing is done, or Esc was pressed in the list; the reader may take the keyboard.
        chosen: the AnnotationId of the card that was clicked on or opened with Enter.
    """

    left = Signal()
    chosen = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, guess: Guesser = guess_at_once, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notesPanel")
        self.orphans = OrphansTray(desk, theme, guess)
        self._desk = desk
        self._theme = theme
        self._shown: ArticleId | None = None
        self._editor: NoteEditor | None = None
        self._stranded = Stranded(desk, self)
        self.model = NoteModel(self)
        self._build()
        self.filter.textChanged.connect(lambda words: self._sift(replace(self.model.sieve, words=words)))
        self.view.wanted.connect(self._go)
        self.view.unwanted.connect(lambda row: self._remove(self.model.at(row)))
        self.view.customContextMenuRequested.connect(self._show_menu)
        desk.opened.connect(lambda _article: self._show())
        desk.changed.connect(self._follow)
        self.orphans.resized.connect(self._make_room)
        self._show()

    # What the window asks of it

    @property
    def editor(self) -> NoteEditor | None:
        """The editor of the open card."""
        return self._editor

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.delegate.set_theme(theme)
        self.empty.set_theme(theme)
        self.orphans.set_theme(theme)
        self.head.set_theme(theme)
        if self._editor is not None:
            self._editor.set_theme(theme)
        self.view.viewport().update()

    def show_mark(self, annotation_id: AnnotationId) -> None:
        """Choose the card of this mark, without opening it or taking the focus."""
        row = self.model.row_of(annotation_id)
        if row >= 0:
            index = self.model.index(row)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def focus_note(self, annotation_id: AnnotationId) -> None:
        """Open the card of this mark, and let the next keystroke go into its note."""
        editor = self._open(annotation_id)
        if editor is not None:
            editor.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_tags(self, annotation_id: AnnotationId) -> None:
        """Open the card of this mark, and let the next keystroke go into its tags."""
        editor = self._open(annotation_id)
        if editor is not None:
            editor.tags.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Write down at once what was typed."""
        if self._editor is not None:
            self._editor.flush()
        if self._stranded:
            self._stranded.retry()

    @property
    def pending(self) -> bool:
        """Whether something was typed that could not be written down."""
        return bool(self._stranded) or (self._editor is not None and self._editor.pending)

    def give_up(self) -> None:
        """Let go of what could not be written down."""
        self._stranded.give_up()
        if self._editor is not None:
            self._editor.forget()

    # How it is made

    def _build(self) -> None:
        self._build_head()
        self.view = NoteView()
        self.view.setAccessibleName(self.tr("Marks"))
        self.view.setModel(self.model)
        self.delegate = CardDelegate(self._theme, self.view, self._make_editor)
        self.view.setItemDelegate(self.delegate)
        self.empty = EmptyState(self._theme)
        self.pages = lay_out(self, self.head, self.view, self.empty, above=self.orphans)
        self.first = self.view

    def _build_head(self) -> None:
        self.filter = SearchField(self._theme, self.tr("Filter by words"), self.tr("Filter the marks by words"))
        self.filter.setObjectName("noteFilter")
        self.head = SearchHead(self._theme, self.filter, "filter-variant")
        self.head.choose.setToolTip(self.tr("Filter by colour and tag"))
        self.head.choose.setAccessibleName(self.tr("Filter by colour and tag"))
        self.head.choose.menu().aboutToShow.connect(self._fill_menu)
        self.head.all.setToolTip(self.tr("Show every mark of this article"))
        self.head.all.clicked.connect(lambda _checked: self._show_all())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the marks room beside those that wait for a place."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.orphans.limit(self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    # What is shown

    def _show(self) -> None:
        if self._desk.current != self._shown:
            self._close()
        self.flush()
        self._shown = self._desk.current
        self.model.show(self._desk.article, self._desk.annotations)
        self._reopen()
        self._show_state()

    def _follow(self, changes: Changes) -> None:
        topics = (Topic.ANNOTATIONS, Topic.BLOCKS)
        if not any(changes.touches(topic, self._desk.current) for topic in topics):
            return
        open_mark = self.delegate.open_mark
        mark = next((mark for mark in self._desk.annotations if mark.id == open_mark), None)
        if mark is None:
            self._drop_editor()
        self.model.follow(self._desk.article, self._desk.annotations, open_mark)
        if mark is not None:
            self._reopen()
            if self._editor is not None:
                self._editor.show_annotation(mark)
        self._show_state()

    def _show_state(self) -> None:
        title, sentence = self._reason()
        shown, total = self.model.rowCount(), self.model.total
        self.empty.say(title, sentence)
        self.pages.setCurrentWidget(self.empty if title else self.view)
        self.head.setVisible(total > 0)
        self.head.all.setVisible(bool(self.model.sieve))
        words = counted(total, self.tr("mark"), self.tr("marks"))
        if self.model.sieve:
            words = self.tr("{shown} of {marks}").format(shown=shown, marks=words)
        sieve = self.model.sieve
        parts = [words, color_name(sieve.color) if sieve.color else "", sieve.tag]
        self.head.state.setText(" · ".join(filter(None, parts)))

    def _reason(self) -> tuple[str, str]:
        if self.model.rowCount():
            return "", ""
        if self._desk.article is None:
            return self.tr("Your marks will stand here"), self.tr("Open an article and mark what matters in it.")
        if not self.model.total:
            return (
                self.tr("Nothing is marked in this article yet"),
                self.tr("Select words in the text and press 1 to 8 for a colour, N for a note or T for tags."),
            )
        return self.tr("No mark passes this filter"), self.tr("Show all to see every mark of this article.")

    # The open card

    def _make_editor(self, mark: Annotation, parent: QWidget) -> NoteEditor:
        editor = NoteEditor(self._desk, mark, self._theme, parent)
        editor.finished.connect(self._leave)
        editor.removed.connect(lambda: self._remove(editor.annotation))
        self._editor = editor
        return editor

    def _go(self, row: int) -> None:
        mark = self.model.at(row)
        self._desk.reveal(mark.span)
        self.chosen.emit(mark.id)
        self.focus_note(mark.id)

    def _open(self, annotation_id: AnnotationId) -> NoteEditor | None:
        if self.model.row_of(annotation_id) < 0:
            self._show_all()
        if self.delegate.open_mark != annotation_id:
            self._close()
            self.delegate.open_mark = annotation_id
        self._reopen()
        index = self.model.index(self.model.row_of(annotation_id))
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        return self._editor

    def _reopen(self) -> None:
        """Let the open card have its editor, which the list may have thrown away with its row."""
        row = self.model.row_of(self.delegate.open_mark)
        if row < 0:
            self._drop_editor()
            return
        index = self.model.index(row)
        if self.view.isPersistentEditorOpen(index):
            return
        self.view.openPersistentEditor(index)
        if self._editor is not None:
            self.delegate.editor_height = self._editor.sizeHint().height()
        self.delegate.sizeHintChanged.emit(index)
        self.view.doItemsLayout()

    def _close(self) -> None:
        """Close the open card, with what was typed written down."""
        self.flush()
        if self._editor is not None and self._editor.pending:
            self._stranded.keep(self._editor.annotation, self._editor.note.toPlainText())
        self._drop_editor()

    def _leave(self) -> None:
        """Close the open card, and give the keyboard back."""
        self._close()
        self.left.emit()

    def _drop_editor(self) -> None:
        """Close the open card as it is."""
        row = self.model.row_of(self.delegate.open_mark)
        self.delegate.open_mark = None
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.forget()
        if row >= 0:
            index = self.model.index(row)
            self.view.closePersistentEditor(index)
            self.delegate.sizeHintChanged.emit(index)

    def _remove(self, mark: Annotation) -> None:
        if not self._desk.read_only:
            self._desk.do(annotating.remove((mark,)))

    # Filters and menus

    def _sift(self, sieve: Sieve) -> None:
        self._close()
        self.model.set_sieve(sieve)
        self._show_state()

    def _show_all(self) -> None:
        self._sift(Sieve())
        self.filter.clear()

    def _fill_menu(self) -> None:
        menu, sieve = self.head.choose.menu(), self.model.sieve
        menu.clear()
        self._add(menu, self.tr("Every colour"), sieve.color is None, replace(sieve, color=None))
        for color in self.model.colors:
            act = replace(sieve, color=color)
            self._add(menu, color_name(color), sieve.color is color, act, color_icon(color, self._theme))
        menu.addSeparator()
        self._add(menu, self.tr("With or without a tag"), not sieve.tag, replace(sieve, tag=""))
        for tag in self.model.tags:
            self._add(menu, tag.replace("&", "&&"), sieve.tag == tag, replace(sieve, tag=tag))

    def _add(self, menu: QMenu, words: str, chosen: bool, sieve: Sieve, picture: QIcon | None = None) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(chosen)
        # A tick stands in the place of the picture: a menu has room for one of them.
        if picture is not None and not chosen:
            action.setIcon(picture)
        action.triggered.connect(lambda _checked: self._sift(sieve))

    def _show_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if index.isValid():
            menu = self.context_menu(index.row())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(place))

    def context_menu(self, row: int) -> QMenu:
        """What can be done with the mark of a row."""
        mark = self.model.at(row)
        menu = QMenu(self)
        menu.addAction(self.tr("Go to the place"), partial(self._desk.reveal, mark.span))
        menu.addAction(self.tr("Write a note"), partial(self.focus_note, mark.id))
        menu.addAction(self.tr("Tag"), partial(self.focus_tags, mark.id))
        menu.addSeparator()
        remove = menu.addAction(self.tr("Remove"), partial(self._remove, mark))
        if self._desk.read_only:
            menu.setToolTipsVisible(True)
            remove.setEnabled(False)
            remove.setToolTip(self._desk.read_only_because)
        return menu
