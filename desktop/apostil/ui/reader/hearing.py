"""What a screen reader hears of the page: the line at the caret, and one sentence for each thing that happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from apostil.ui.models.words import color_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from apostil.domain.annotation import Annotation


def listened_to() -> bool:
    """Whether a screen reader, or another aid, is there."""
    from PySide6.QtGui import QAccessible

    return QAccessible.isActive()


def announce(widget: QWidget, words: str) -> None:
    """Say this once, where somebody listens."""
    if words and listened_to():
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def words_about(mark: Annotation) -> str:
    """One sentence about a mark."""
    parts = [_tr("{color} mark: {words}").format(color=color_name(mark.color).lower(), words=mark.anchor.exact)]
    if mark.note:
        parts.append(_tr("Note: {note}").format(note=mark.note))
    if mark.tags:
        parts.append(_tr("Tags: {tags}").format(tags=", ".join(mark.tags)))
    return ". ".join(parts)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Reader", words)
