"""What menus and keys do to the name under the cursor, the entity of a row, or the selected words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from apostil.domain.entity import Scope
from apostil.services.corrections import operations
from apostil.services.corrections.operations import Operation, Subject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from apostil.domain.entity import Entity, Kind
    from apostil.domain.spans import Span
    from apostil.ui.correcting import Corrector
    from apostil.ui.desk import Desk
    from apostil.ui.dialogs.correction import CorrectionDialog
    from apostil.ui.reader.view import ReaderView
    from apostil.ui.theme import Theme


class Naming(QObject):
    """Corrects names, at once or after asking.

    Signals:
        told: a sentence about what has to be done first.
    """

    told = Signal(object)

    def __init__(self, corrector: Corrector, reader: ReaderView | None, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.corrector = corrector
        self.theme = theme
        self._reader = reader
        self._parent = parent

    @property
    def desk(self) -> Desk:
        """Where the article lies."""
        return self.corrector.desk

    def set_theme(self, theme: Theme) -> None:
        """Ask in other colours."""
        self.theme = theme

    # At the cursor

    def here(self) -> tuple[Entity, Span] | None:
        """The entity that is named at the cursor, or in the selection, and where."""
        if self._reader is None:
            return None
        span = self._reader.selection()
        start = self._reader.caret if span is None else span.start
        end = start + 1 if span is None else span.end
        for entity in self.desk.shown_entities:
            for mention in entity.mentions:
                if mention.span.start < end and start <= mention.span.end and entity.kind in self.desk.visible_kinds:
                    return entity, mention.span
        return None

    def at_cursor(self, operation: Operation) -> None:
        """Ask about the name at the cursor; where it is to be confirmed, that is done at once."""
        found = self.here()
        if found is None:
            self.told.emit(self.tr("Put the cursor into a name first, or select words and press M."))
        elif operation is Operation.CONFIRM:
            self.at_once(operation, *found, scope=Scope.MENTION)
        else:
            self.ask(operation, *found)

    def mark(self) -> None:
        """Ask as what the selected words are to be marked."""
        span = None if self._reader is None else self._reader.selection()
        subject = None if span is None else self._selected(span)
        if subject is None:
            self.told.emit(self.tr("Select the words of a name first."))
        else:
            self._open(Operation.MARK, subject)

    # Anywhere

    def ask(self, operation: Operation, entity: Entity, span: Span | None = None) -> CorrectionDialog | None:
        """Ask how an entity is to be corrected, or the one mention at this span, and how far that reaches."""
        subject = self._subject(entity, span)
        return None if subject is None else self._open(operation, subject)

    def ask_selection(self, span: Span) -> CorrectionDialog | None:
        """Ask as what these words are to be marked, and where."""
        subject = self._selected(span)
        return None if subject is None else self._open(Operation.MARK, subject)

    def at_once(
        self,
        operation: Operation,
        entity: Entity,
        span: Span | None = None,
        *,
        kind: Kind | None = None,
        scope: Scope = Scope.ENTITY,
    ) -> None:
        """Correct an entity, or a mention, without asking."""
        subject = self._subject(entity, span)
        if subject is not None:
            wish = operations.wish(operation, subject)
            self.corrector.grant(replace(wish, scope=scope, kind=kind or entity.kind))

    def mark_at_once(self, span: Span, kind: Kind) -> None:
        """Mark every occurrence of these words in the article."""
        subject = self._selected(span)
        if subject is not None:
            self.corrector.grant(replace(operations.wish(Operation.MARK, subject), kind=kind))

    def _subject(self, entity: Entity, span: Span | None) -> Subject | None:
        desk = self.desk
        if desk.current is None or desk.article is None:
            return None
        return operations.subject_of(desk.current, desk.article.text, entity, span)

    def _selected(self, span: Span) -> Subject | None:
        desk = self.desk
        if desk.current is None or desk.article is None:
            return None
        subject = operations.selection_of(desk.current, desk.article.text, span)
        return subject if any(char.isalnum() for char in subject.words) else None

    def _open(self, operation: Operation, subject: Subject) -> CorrectionDialog | None:
        from apostil.ui.dialogs.correction import CorrectionDialog

        if self.desk.read_only:
            self.told.emit(self.desk.read_only_because)
            return None
        dialog = CorrectionDialog(self.corrector, operation, subject, self.theme, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog
