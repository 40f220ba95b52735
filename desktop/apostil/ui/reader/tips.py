"""What pointing at words says about them."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QToolTip

from apostil.ui.models.words import kind_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.annotation import Annotation
    from apostil.ui.reader.decorations import Named

WIDTH = 420


def tip_of(named: Sequence[Named], marks: Sequence[Annotation]) -> str:
    """Rich text about these mentions and the notes on these marks; empty where there is neither."""
    from html import escape

    parts = [_entity(one) for one in named[-1:]]
    parts += [escape(mark.note).replace("\n", "<br>") for mark in marks if mark.note]
    return wrapped("<hr>".join(parts)) if parts else ""


def wrapped(words: str) -> str:
    """Rich text for a tip, at most some 420 px wide: left alone, Qt sets a long name on one very long line."""
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    document.setDefaultFont(QToolTip.font())
    document.setHtml(words)
    if document.idealWidth() <= WIDTH:
        return f"<qt>{words}</qt>"
    return f"<qt><table width='{WIDTH}'><tr><td>{words}</td></tr></table></qt>"


def _entity(one: Named) -> str:
    from html import escape

    guessed = _tr("guessed, {percent} % sure").format(percent=floor(100 * one.mention.confidence))
    sure = _tr("confirmed") if one.confirmed else guessed
    return f"<b>{escape(one.entity.name)}</b><br>{kind_name(one.kind).capitalize()}, {sure}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Reader", words)
