"""What the keys and the small bar do to the selection, the mark under the cursor, or the sentence there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from apostil.domain.annotation import Color
from apostil.services import annotating

if TYPE_CHECKING:
    from apostil.domain.annotation import Annotation, AnnotationId
    from apostil.domain.spans import Span
    from apostil.ui.desk import Desk
    from apostil.ui.reader.view import ReaderView


class Marking(QObject):
    """Makes, colours and removes marks.

    Signals:
        note_wanted: an AnnotationId whose note is to be written.
        tags_wanted: an AnnotationId whose tags are to be written.
    """

    note_wanted = Signal(object)
    tags_wanted = Signal(object)

    def __init__(self, desk: Desk, reader: ReaderView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reader = reader
        self._color = Color.YELLOW

    def color(self, color: Color) -> None:
        """Colour the selection; without one the mark under the cursor; without one the sentence there."""
        self._color = color
        mark = None if self._reader.selection() else self._mark_here()
        if mark is None:
            self._mark(color)
        elif mark.color is not color:
            self._desk.do(annotating.recolor(mark, color, self._desk.now()))

    def write_note(self) -> None:
        """Go to the note of the mark here, which is made where there is none."""
        mark = self._mark_or_make()
        if mark is not None:
            self.note_wanted.emit(mark.id)

    def write_tags(self) -> None:
        """Go to the tags of the mark here, which is made where there is none."""
        mark = self._mark_or_make()
        if mark is not None:
            self.tags_wanted.emit(mark.id)

    def remove(self) -> None:
        """Remove the mark under the cursor."""
        mark = self._mark_here()
        if mark is not None:
            self._desk.do(annotating.remove((mark,)))

    def resize(self, change: tuple[AnnotationId, Span]) -> None:
        """Move an end of a mark."""
        annotation_id, span = change
        mark = self._desk.annotation(annotation_id)
        if mark is not None and self._desk.article is not None:
            self._desk.do(annotating.resize(self._desk.article, mark, span, self._desk.now()))

    def go(self, step: int) -> Span | None:
        """The place of the next mark in the text, or with a negative step of the one before."""
        spans = sorted({mark.span for mark in self._desk.annotations})
        if not spans:
            return None
        here = self._reader.caret
        if step > 0:
            return next((span for span in spans if span.start > here), spans[0])
        return next((span for span in reversed(spans) if span.end <= here and span.start < here), spans[-1])

    def quotation(self) -> str:
        """The selection, the mark, or the sentence at the cursor, as a quotation with its source."""
        span = self._span_here()
        article = self._desk.article
        if article is None or span is None or not span.cut(article.text).strip():
            return ""
        return annotating.quotation(article, span)

    def _span_here(self) -> Span | None:
        selected = self._reader.selection()
        if selected is not None:
            return selected
        mark = self._mark_here()
        return mark.span if mark is not None else self._sentence_here()

    def _mark_or_make(self) -> Annotation | None:
        mark = None if self._reader.selection() else self._mark_here()
        return mark or self._mark(self._color)

    def _mark(self, color: Color) -> Annotation | None:
        article, article_id = self._desk.article, self._desk.current
        span = self._reader.selection() or self._sentence_here()
        if article is None or article_id is None or span is None or not span.cut(article.text).strip():
            return None
        edit = annotating.mark(article, article_id, span, color, self._desk.now(), author=self._desk.author)
        mark = edit.after[0]
        if not self._desk.do(edit):
            return None
        self._reader.set_caret(mark.span.start)
        self._reader.set_active_mark(mark.id)
        return mark

    def _mark_here(self) -> Annotation | None:
        active = self._reader.active_mark
        if active is not None:
            return self._desk.annotation(active)
        here = self._reader.caret
        marks = [mark for mark in self._desk.annotations if mark.span.start <= here < mark.span.end]
        return min(marks, key=lambda mark: len(mark.span), default=None)

    def _sentence_here(self) -> Span | None:
        here = self._reader.caret
        sentences = self._desk.analysis.sentences if self._desk.analysis is not None else ()
        return next((span for span in sentences if span.start <= here < span.end), None)
