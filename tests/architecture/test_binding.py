"""The Qt binding that is pinned keeps count of Python's own objects.

PySide6 6.12.0 loses a reference to True with every `emit` and `connect` on Python 3.11, and one to None with every
`processEvents`; once they are used up, after some hundred signals, the interpreter aborts ("deallocating True or
False"). Versions 6.9 to 6.11.3 do not. From Python 3.12 on these objects are immortal.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Bell(QObject):
    rang = Signal()
application, bell = QCoreApplication([]), Bell()
def ring():
    for _ in range(60):
        bell.rang.connect(print)
        bell.rang.disconnect(print)
        bell.rang.emit()
        application.processEvents()
ring()
before = sys.getrefcount(True), sys.getrefcount(None)
ring()
after = sys.getrefcount(True), sys.getrefcount(None)
sys.exit(max(b - a for b, a in zip(before, after)) > 30)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True and None are immortal")
def test_signals_do_not_use_up_true_and_none():
    done = subprocess.run([sys.executable, "-c", PROGRAM], check=False, capture_output=True)
    assert done.returncode == 0, "this PySide6 loses references and will abort the program: pin another version"
