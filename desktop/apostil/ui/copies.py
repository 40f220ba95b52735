"""Versions and copies of the open article, as one meets them in the window: dialogs, and the line above the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from apostil.domain.errors import ApostilError
from apostil.domain.library import Kinship
from apostil.ui.notice import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from apostil.domain.annotation import Annotation
    from apostil.domain.article import ArticleId
    from apostil.domain.edits import Changes
    from apostil.domain.library import Overlap
    from apostil.domain.provenance import Choice
    from apostil.domain.spans import Span
    from apostil.ui.desk import Desk
    from apostil.ui.theme import Theme
    from apostil.ui.versions import Versions


class Copies(QObject):
    """What is done with the open article's source, versions and copies; dialogs open over the window."""

    def __init__(self, desk: Desk, versions: Versions, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._desk = desk
        self._versions = versions
        self._window = window
        self._theme = theme
        self._dismissed: set[ArticleId] = set()
        self._asked: QDialog | None = None
        self.notice = Notice(theme)
        self.notice.compare_wanted.connect(self.compare)
        self.notice.dismissed.connect(self._dismiss)
        desk.opened.connect(lambda _article: self._notice())
        desk.changed.connect(self._follow)
        versions.locked.connect(self._ask_password)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.notice.set_theme(theme)

    # The original

    def save_original(self) -> None:
        """Write the file as it came, byte for byte."""
        if self._desk.current is not None:
            self._versions.save_original(self._desk.current, self._window)

    def verify(self) -> None:
        """Work both fingerprints out anew, and say in the status line whether they agree."""
        from apostil.ui.dialogs.origin import verdict

        if self._desk.current is not None:
            told, failed = self._versions.told, self._versions.failed
            self._versions.verify(
                self._desk.current,
                lambda found: (told if found.holds else failed).emit(verdict(found).removeprefix("⚠ ")),
                lambda error: failed.emit(error.message),
            )

    # Versions

    def extract_again(self) -> None:
        """Extract the open article anew; where there are several ways, ask which."""
        article_id = self._desk.current
        if article_id is None or self._desk.read_only:
            return
        choices = self._versions.choices(article_id)
        if len(choices) == 1:
            self._versions.extract_again(article_id, choices[0])
            return
        from apostil.ui.dialogs.extraction import ExtractionDialog

        now = self._desk.library.provenance(article_id).choice
        dialog = ExtractionDialog(choices, now, self._window)
        if dialog.exec():
            self._versions.extract_again(article_id, dialog.choice())
        dialog.deleteLater()

    def _ask_password(self, article_id: ArticleId, choice: Choice, wrong: bool) -> None:
        from apostil.ui.dialogs.password import PasswordDialog

        name = self._desk.library.source(article_id).name
        dialog = PasswordDialog(name, self._window, wrong=wrong)

        def end(result: int) -> None:
            self._asked = None
            dialog.deleteLater()
            if result == QDialog.DialogCode.Accepted:
                self._versions.extract_again(article_id, choice, dialog.password())

        self._asked = dialog
        dialog.finished.connect(end)
        dialog.open()

    def show_versions(self) -> None:
        """List the versions of the open article."""
        article_id = self._desk.current
        if article_id is None:
            return
        from apostil.ui.dialogs.versions import VersionsDialog

        dialog = VersionsDialog(self._desk.library.versions(article_id), self._window, self._desk.read_only_because)
        dialog.exec()
        chosen, wish = dialog.chosen(), dialog.wish
        dialog.deleteLater()
        numbers = {one.id: one.number for one in self._desk.library.versions(article_id)}
        current = next((one.id for one in self._desk.library.versions(article_id) if one.current), article_id)
        if chosen is not None and wish == "read":
            self._versions.switch(current, chosen.id)
        elif chosen is not None and wish == "compare":
            older, newer = sorted((chosen.id, current), key=lambda one: numbers.get(one, 0))
            self._compare(older, newer, decides=False)

    # Copies

    def compare(self) -> None:
        """Show the open article beside the one that shares the most text with it."""
        overlap = self._overlap()
        if overlap is None:
            self._versions.told.emit(self.tr("No other article in the library shares much text with this one."))
        else:
            self.compare_with(overlap)

    def compare_article(self, article_id: ArticleId) -> None:
        """Open this article, and show it beside the one that shares the most text with it."""
        self._desk.open(article_id)
        self.compare()

    def compare_with(self, overlap: Overlap) -> None:
        """Show the open article beside this one."""
        current = self._desk.current
        if current is None:
            return
        older, newer = overlap.other, current
        if overlap.kinship is Kinship.OLDER or (overlap.kinship is Kinship.COPY and self._came_before(overlap.other)):
            older, newer = current, overlap.other
        ordered = overlap.kinship in {Kinship.NEWER, Kinship.OLDER}
        decides = overlap.kinship is not Kinship.SHARED and not self._desk.read_only
        self._compare(older, newer, decides=decides, ordered=ordered)

    def _came_before(self, other: ArticleId) -> bool:
        """Whether the open article came into the library before this one."""
        entry = self._desk.library.entry
        return self._desk.current is not None and entry(self._desk.current).imported < entry(other).imported

    def _compare(self, older: ArticleId, newer: ArticleId, *, decides: bool, ordered: bool = True) -> None:
        from apostil.ui.dialogs.comparison import ComparisonDialog, Decision

        dialog = ComparisonDialog(
            self._desk, self._versions, older, newer, self._theme, self._window, decides=decides, ordered=ordered
        )
        dialog.exec()
        decision = dialog.decision
        dialog.deleteLater()
        if decision is Decision.NEW_VERSION:
            self._versions.replace(older, newer)
        elif decision is Decision.KEEP_BOTH:
            self._versions.keep_both(older, newer)

    def place(self, orphan: Annotation, span: Span | None) -> None:
        """Lay a mark that waits over the words that are selected."""
        from apostil.services import anchoring
        from apostil.ui.panels.orphans import placed_words

        if self._desk.article is None or self._desk.read_only:
            return
        if span is None:
            self._versions.told.emit(self.tr("Select the words in the text first, then place the highlight there."))
            return
        if self._desk.do(anchoring.placed(orphan, self._desk.article, span, self._desk.now())):
            self._versions.told.emit(placed_words())

    # The line above the text

    def _overlap(self) -> Overlap | None:
        """The closest article of which nobody said that it is to be left alone."""
        current = self._desk.current
        if current is None:
            return None
        try:
            found = self._desk.library.overlaps(current)
        except ApostilError:  # the desk has said so already
            return None
        copies = [one for one in found if one.kinship is not Kinship.SHARED and not self._apart(one)]
        return next(iter((*copies, *found)), None)

    def _apart(self, overlap: Overlap) -> bool:
        return frozenset({self._desk.current, overlap.other}) in self._desk.apart

    def _notice(self) -> None:
        overlap = None if self._desk.current in self._dismissed else self._overlap()
        if overlap is None or self._desk.current is None or self._apart(overlap):
            self.notice.hide()
        else:
            entry = self._desk.library.entry
            from apostil.ui.models.library_model import told_apart

            self.notice.show_overlap(overlap, told_apart(entry(overlap.other), entry(self._desk.current)))

    def _follow(self, changes: Changes) -> None:
        from apostil.domain.edits import Topic

        if changes.topics & {Topic.PRESENCE, Topic.METADATA, Topic.OVERLAPS}:
            self._notice()

    def _dismiss(self) -> None:
        if self._desk.current is not None:
            self._dismissed.add(self._desk.current)
        self.notice.hide()
