"""What Apostil is, and which keys it knows."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QMessageBox, QTextBrowser, QVBoxLayout

from apostil import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from apostil.ui.window.actions import Action

TEXT_KEYS = (
    ("Arrow keys", "Move the cursor; with Shift select"),
    ("Ctrl+Left, Ctrl+Right", "Move by words; with Shift select them"),
    ("Ctrl+Up, Ctrl+Down", "Move by paragraphs; with Shift select them"),
    ("Home, End", "Move to the beginning or the end of the line, with Ctrl of the article"),
    ("PgUp, PgDown", "Move by a screen"),
    ("Alt+Up, Alt+Down", "Select the sentence before or after; with Shift one more"),
    ("Ctrl+A", "Select the whole article"),
    ("Escape", "Clear the selection, then the choice of a highlight"),
    ("[, ] or Shift+Alt+Left, Right", "Move the end of the chosen highlight by a word"),
    ("{, } or Shift+Alt+Home, End", "Move the start of the chosen highlight by a word"),
    ("Return, Space", "Show or fold the teasers at the cursor"),
    ("Tab", "Go to the map of the summary: arrow keys go through its sentences, Return comes back at one"),
    ("Menu, Shift+F10", "What can be done with the words at the cursor"),
    ("Alt while dragging", "Select by letters instead of words"),
    ("Ctrl+wheel", "Zoom"),
)
"""Keys of the article that are no commands."""

SUMMARY_KEYS = (
    ("Return, Space", "Go to the sentence in the article"),
    ("P", "Keep the sentence, or leave it to the method again"),
    ("Delete", "Leave the sentence out, or take it back"),
    ("B", "Add the sentence that stands before it"),
    ("Alt+Up, Alt+Down", "Move the sentence"),
    ("Right, Left", "Show why the sentence is there, or put it away"),
)
"""Keys of the list of the summary."""


def about_apostil(parent: QWidget) -> None:
    """Say what the program is and under which licence it comes."""
    words = _tr(
        "An offline reader that annotates and summarises articles.\n\n"
        "Apostil opens no network connection: what you read and write stays on this computer.\n\n"
        "Apache License 2.0"
    )
    box = QMessageBox(QMessageBox.Icon.NoIcon, _tr("About Apostil"), f"Apostil {__version__}", parent=parent)
    box.setInformativeText(words)
    box.exec()
    box.deleteLater()


def keyboard_shortcuts(actions: Sequence[Action], parent: QWidget) -> None:
    """List every key, under a field that narrows the list."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(_tr("Keyboard shortcuts"))
    dialog.resize(QSize(680, 640).boundedTo(dialog.screen().availableSize() * 0.85))
    page = QTextBrowser(dialog)
    page.setAccessibleName(_tr("Keyboard shortcuts"))
    field = QLineEdit(dialog)
    field.setPlaceholderText(_tr("Find a key or what it does"))
    field.setAccessibleName(field.placeholderText())
    field.setClearButtonEnabled(True)
    field.textChanged.connect(lambda query: page.setHtml(_page(actions, query)))
    page.setHtml(_page(actions))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, Qt.Orientation.Horizontal, dialog)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(16, 16, 16, 16)
    layout.setSpacing(8)
    for part in (field, page, buttons):
        layout.addWidget(part)
    field.setFocus()
    dialog.exec()
    dialog.deleteLater()


def _page(actions: Sequence[Action], query: str = "") -> str:
    # One table for all: in a table of its own each group would have its keys elsewhere.
    groups = [
        (place, [(keys, _tr(words)) for keys, words in rows if _wanted(query, place, keys, _tr(words))])
        for place, rows in ((_tr("In the article"), TEXT_KEYS), (_tr("In the summary"), SUMMARY_KEYS))
    ]
    for menu in dict.fromkeys(action.menu for action in actions):
        rows = [
            (_native(action.keys), _tr(action.title))
            for action in actions
            if action.menu == menu and action.keys and _wanted(query, _tr(menu), *_said_of(action))
        ]
        groups.append((_plain(_tr(menu)), rows))
    lines = [_lines(title, rows) for title, rows in groups]
    if not any(lines):
        return escape(_tr("No key does this. Ctrl+K finds commands by their names."))
    return f"<table width='100%' cellpadding='2'>{''.join(lines)}</table>"


def _lines(title: str, rows: Sequence[tuple[str, str]]) -> str:
    if not rows:
        return ""
    heading = f"<tr><td colspan='2'><h3>{escape(title)}</h3></td></tr>"
    return heading + "".join(
        f"<tr><td width='62%'>{escape(_plain(words))}</td><td width='38%'>{escape(keys)}</td></tr>"
        for keys, words in rows
    )


def _said_of(action: Action) -> tuple[str, ...]:
    return _native(action.keys), _tr(action.title), _tr(action.also) if action.also else ""


def _wanted(query: str, *said: str) -> bool:
    line = _plain(" ".join(said)).casefold()
    return all(word in line for word in query.casefold().split())


def _native(keys: Sequence[str]) -> str:
    return ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def _plain(title: str) -> str:
    return title.replace("&", "").rstrip("…")


def _tr(words: str) -> str:
    return QCoreApplication.translate("About", words)
