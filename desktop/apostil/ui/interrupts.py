"""Ctrl+C in the terminal, and the system's wish to end the program, close the windows as a click would."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

SIGNALS = tuple(signal.Signals[name] for name in ("SIGINT", "SIGTERM", "SIGHUP") if name in signal.Signals.__members__)


class Interrupts(QObject):
    """Listens for signals while Qt's event loop runs, in which Python by itself would not hear them.

    Signals:
        came: the program is to end.
    """

    came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard, self._told = socket.socketpair()
        for end in (self._heard, self._told):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)
        self._wakeup = signal.set_wakeup_fd(self._told.fileno())
        self._before = {number: signal.signal(number, _nothing) for number in SIGNALS}

    def close(self) -> None:
        """Give the signals back to whoever had them."""
        self._notifier.setEnabled(False)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup)
        self._heard.close()
        self._told.close()

    def _take(self) -> None:
        self._heard.recv(64)
        self.came.emit()


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """What counts is the byte that Python writes for the notifier."""
