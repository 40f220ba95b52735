"""The one thing that moves by itself: the flash on a jump, and none where the system asks for less motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

DURATION = 600


def wanted() -> bool:
    """Whether the system has nothing against motion."""
    from PySide6.QtWidgets import QStyle  # whose many enumerations are loaded with it

    style = QApplication.style()
    if style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= 0:
        return False
    hints = getattr(QGuiApplication.styleHints(), "accessibility", None)
    preference = getattr(hints(), "motionPreference", None) if hints else None
    return preference is None or "Reduced" not in str(preference())


class Flash(QObject):
    """A strength that falls from 1 to 0 in 600 ms."""

    faded = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._animation: QVariantAnimation | None = None

    def _tell(self, strength: object) -> None:
        self.faded.emit(strength)

    def _made(self) -> QVariantAnimation:
        """The animation, which is loaded with the first flash and not with the window."""
        if self._animation is None:
            from PySide6.QtCore import QVariantAnimation

            self._animation = QVariantAnimation(self)
            self._animation.setDuration(DURATION)
            self._animation.setStartValue(1.0)
            self._animation.setEndValue(0.0)
            self._animation.valueChanged.connect(self._tell)
        return self._animation

    @property
    def running(self) -> bool:
        """Whether it is still to be seen."""
        from PySide6.QtCore import QAbstractAnimation

        return self._animation is not None and self._animation.state() is QAbstractAnimation.State.Running

    def start(self) -> None:
        """Flash, from the beginning, if motion is wanted."""
        animation = self._made()
        animation.stop()
        if wanted():
            animation.start()

    def stop(self) -> None:
        """Stop at once and leave nothing on the page."""
        if self._animation is not None and self.running:
            self._animation.stop()
            self.faded.emit(0.0)
