"""Qt's application: style, colours that follow the system, and one window after another on a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from apostil import __version__, assets
from apostil.ui import theme as themes
from apostil.ui.style import style_sheet

if TYPE_CHECKING:
    from apostil.ui.theme import Theme

ID = "org.apostil.Apostil"
"""The name under which desktops know the program, and its icon."""

SMALLEST_FONT_PX = 11


def make_application() -> QApplication:
    """The Qt application, or the one that runs already."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(["apostil"])
    application.setApplicationName("Apostil")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(ID)
    application.setWindowIcon(QIcon(str(assets.path(f"icons/{ID}.svg"))))
    application.setStyle("Fusion")
    font = application.font()
    if 0 < font.pixelSize() < SMALLEST_FONT_PX or 0 < font.pointSizeF() < 8:
        application.setFont(QFont(font.family(), 9))
    return application


class Appearance(QObject):
    """Light or dark, as the system has it or as a person chose.

    Signals:
        changed: the Theme that holds from now on.
    """

    changed = Signal(object)

    def __init__(self, application: QApplication, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self.choice = choice
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.theme = self._find()
        self._put_on()

    def choose(self, choice: str) -> None:
        """Follow the `system`, or keep to `light` or `dark`."""
        self.choice = choice
        self._update()

    def _system_changed(self, _scheme: object) -> None:
        self._update()

    def _update(self) -> None:
        theme = self._find()
        if theme != self.theme:
            self.theme = theme
            self._put_on()
            self.changed.emit(theme)

    def _find(self) -> Theme:
        if self.choice in {"light", "dark"}:
            return themes.load(self.choice)
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return themes.load("dark" if dark else "light")

    def _put_on(self) -> None:
        self._application.setPalette(self.theme.palette())
        self._application.setStyleSheet(style_sheet(self.theme))
