"""Finds what a screen reader could not name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def focusable(root: QWidget) -> list[QWidget]:
    """Every widget at and below this one that the Tab key reaches, those of pop-ups aside."""
    window = root.window()
    inside = (widget for widget in root.findChildren(QWidget) if widget.window() is window)
    return [widget for widget in (root, *inside) if _is_reached(widget)]


def nameless(root: QWidget) -> list[str]:
    """The class and object name of every widget that the Tab key reaches and that has no accessible name."""
    return [
        f"{type(widget).__name__} {widget.objectName()}".strip()
        for widget in focusable(root)
        if not spoken_name(widget)
    ]


def spoken_name(widget: QWidget) -> str:
    """The name under which a screen reader announces this widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def _is_reached(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    # Parts of a compound widget (the line of a spin box) are announced by the whole.
    inner = widget.objectName().startswith("qt_") or widget.focusProxy() is not None
    return by_tab and not inner and not widget.isWindow()
