"""What each action does, by its id."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from apostil.domain.annotation import Color
from apostil.services import blocks as blocks_service
from apostil.services.corrections.operations import Operation
from apostil.ui.window.actions import ACTIONS, APPEARANCES
from apostil.ui.window.article_commands import ArticleCommands
from apostil.ui.window.going_commands import GoingCommands
from apostil.ui.window.summary_commands import SummaryCommands

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.domain.article import ArticleId, Role
    from apostil.ui.window.main_window import MainWindow


NAME_OPERATIONS = {
    "name-confirm": Operation.CONFIRM,
    "name-kind": Operation.KIND,
    "name-extent": Operation.EXTENT,
    "name-none": Operation.NO_NAME,
    "name-same": Operation.SAME_AS,
    "name-split": Operation.SPLIT,
    "name-rename": Operation.RENAME,
}
"""What is done to the name at the cursor, by the action's id."""


class Commands(QObject):
    """The handlers of one window's actions: of those on the text, and of all others through their own objects."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self.articles = ArticleCommands(window)
        self._going = GoingCommands(window)
        self._summary = SummaryCommands(window)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action calls."""
        window = self._window
        return {
            **self.articles.handlers(),
            **self._going.handlers(),
            **self._summary.handlers(),
            **self._annotate_handlers(),
            **self._name_handlers(),
            "undo": self._undo,
            "redo": self._redo,
            "copy": self.copy,
            "copy-quotation": self.copy_quotation,
            "palette": self._show_palette,
            "zoom-in": partial(self._zoom, 10),
            "zoom-out": partial(self._zoom, -10),
            "zoom-reset": partial(window.reader.set_zoom, 100),
            **{f"appearance-{name}": partial(window.set_appearance, name) for name in APPEARANCES},
            "shortcuts": self._show_shortcuts,
            "about": self._show_about,
            "quit": window.close,
        }

    def _annotate_handlers(self) -> dict[str, Callable[[], object]]:
        marking = self._window.marking
        return {
            **{f"color-{color}": partial(marking.color, color) for color in Color},
            "note": marking.write_note,
            "tag": marking.write_tags,
            "remove-mark": marking.remove,
            "analyse": self._window.work.analyse_again,
        }

    def _name_handlers(self) -> dict[str, Callable[[], object]]:
        naming = self._window.naming
        return {
            **{action: partial(naming.at_cursor, operation) for action, operation in NAME_OPERATIONS.items()},
            "name-mark": naming.mark,
            "review": self._window.review.start,
            "glossary": self._show_glossary,
        }

    def reasons(self) -> dict[str, str]:
        """Why an action can do nothing at present, by its id; empty where it can."""
        return self._summary.reasons()

    def summarise_together(self, articles: Sequence[ArticleId]) -> None:
        """Show one summary of these articles."""
        self._going.summarise_together(articles)

    # The text

    def copy(self) -> None:
        """Copy the selected words, verbatim."""
        span, article = self._window.reader.selection(), self._desk.article
        if span is not None and article is not None:
            QGuiApplication.clipboard().setText(span.cut(article.text))

    def copy_quotation(self) -> None:
        """Copy the selection as a quotation with its source."""
        words = self._window.marking.quotation()
        if words:
            QGuiApplication.clipboard().setText(words)
            self._window.status.tell(self.tr("Copied as a quotation with its source."))

    def take_back_in(self, blocks: Sequence[int]) -> None:
        """Make paragraphs of folded blocks."""
        if self._desk.current is not None:
            self._desk.do(blocks_service.take_back_in(self._desk.library, self._desk.current, blocks))

    def change_role(self, block: int, role: Role) -> None:
        """Say what a block is."""
        if self._desk.current is None:
            return
        edit = blocks_service.change_role(self._desk.library, self._desk.current, (block,), role)
        if edit.before != edit.after:
            self._desk.do(edit)

    def _undo(self) -> None:
        """Take back what was done last, what is still being typed first."""
        self._window.panels.flush()
        stack = self._desk.undo_stack
        self._walk(stack.undo, self.tr("“{}” was undone.").format(stack.undoText()))

    def _redo(self) -> None:
        """Do again what was taken back, unless something was typed since."""
        self._window.panels.flush()
        stack = self._desk.undo_stack
        self._walk(stack.redo, self.tr("“{}” was done again.").format(stack.redoText()))

    def _walk(self, step: Callable[[], None], words: str) -> None:
        """Undo or redo one step, and say so in the place of what was said of it before."""
        stack = self._desk.undo_stack
        before = stack.index(), stack.count()
        step()
        # A step that failed is no longer on the stack, and why it did is said already.
        if stack.index() != before[0] and stack.count() == before[1]:
            self._window.status.tell(words)

    def _zoom(self, step: int) -> None:
        """Make the text larger or smaller by so many percent."""
        self._window.reader.set_zoom(self._window.reader.zoom + step)

    # Dialogs

    def _show_palette(self) -> None:
        """Find a command by its name."""
        from apostil.ui.dialogs.palette import Palette

        self._window.allow()
        palette = Palette([self._window.actions_by_id[action.id] for action in ACTIONS], self._window)
        palette.exec()
        palette.deleteLater()

    def _show_glossary(self) -> None:
        """Show what is said of names always."""
        from apostil.ui.dialogs.glossary import GlossaryDialog

        dialog = GlossaryDialog(self._window.corrector, self._window.naming.theme, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _show_shortcuts(self) -> None:
        """List every key."""
        from apostil.ui.dialogs.about import keyboard_shortcuts

        keyboard_shortcuts(ACTIONS, self._window)

    def _show_about(self) -> None:
        """Say what Apostil is."""
        from apostil.ui.dialogs.about import about_apostil

        about_apostil(self._window)
