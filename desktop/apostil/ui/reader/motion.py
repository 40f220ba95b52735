"""The one thing that moves by itself: the flash on a jump, and none where the system asks for less motion."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QObject, QVariantAnimation, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

DURATION = 600


def wanted() -> bool:
    """Whether the system has nothing against motion."""
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
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(DURATION)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.valueChanged.connect(self._tell)

    def _tell(self, strength: object) -> None:
        self.faded.emit(strength)

    @property
    def running(self) -> bool:
        """Whether it is still to be seen."""
        return self._animation.state() is QAbstractAnimation.State.Running

    def start(self) -> None:
        """Flash, from the beginning, if motion is wanted."""
        self._animation.stop()
        if wanted():
            self._animation.start()

    def stop(self) -> None:
        """Stop at once and leave nothing on the page."""
        if self.running:
            self._animation.stop()
            self.faded.emit(0.0)
