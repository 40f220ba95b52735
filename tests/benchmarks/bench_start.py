"""From starting `apostil` on a library of 1,000 articles to a window that takes keys, beside a bare QMainWindow."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.libraries import make_library

ARTICLES = 1000
RUNS = 9
FACTOR = 2.5

KEYS = """
def take_key(widget):
    # painted, and a key pressed and handled: only then is a window there
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication
    QApplication.processEvents()
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier))
    print("ready", flush=True)
    import os
    os._exit(0)
"""

BARE = f"""
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
{KEYS}
application = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
QTimer.singleShot(0, lambda: take_key(window))
application.exec()
"""

APOSTIL = f"""
{KEYS}
import sys
from importlib.abc import MetaPathFinder
from importlib.util import find_spec

class Press(MetaPathFinder):
    # presses the key once the window is open; nothing is loaded earlier, or in another order, than `apostil` does
    def find_spec(self, name, path=None, target=None):
        if name != "apostil.ui.sessions":
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        load = spec.loader.exec_module
        def exec_module(module):
            load(module)
            open_session = module.Sessions.open
            def open_and_press(sessions, *arguments):
                from PySide6.QtCore import QTimer
                session = open_session(sessions, *arguments)
                QTimer.singleShot(0, lambda: take_key(session.window.reader))
                return session
            module.Sessions.open = open_and_press
        spec.loader.exec_module = exec_module
        return spec

sys.meta_path.insert(0, Press())
from apostil.__main__ import main
main([])
"""


def main() -> int:
    """Print the medians and their ratio; the exit status says whether it is reached."""
    with tempfile.TemporaryDirectory() as home:
        _make_home(Path(home))
        environment = {**os.environ, "APOSTIL_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its byte code
        bare, ours = [], []
        _time(BARE, environment)
        _time(APOSTIL, environment)
        for _ in range(RUNS):
            bare.append(_time(BARE, environment))
            ours.append(_time(APOSTIL, environment))
    ratio = median(ours) / median(bare)
    verdict = "ok" if ratio <= FACTOR else "MISSED"
    print(
        f"start with {ARTICLES} articles: {median(ours) * 1000:.0f} ms, {ratio:.2f} x "
        f"(baseline: bare QMainWindow {median(bare) * 1000:.0f} ms, must be <= {FACTOR} x): {verdict}"
    )
    return 0 if ratio <= FACTOR else 1


def _make_home(home: Path) -> None:
    """A home as it is after a first start, with a full library in its place."""
    os.environ["APOSTIL_HOME"] = str(home)
    from apostil.store import places

    library = places.default_library()
    library.parent.mkdir(parents=True, exist_ok=True)
    made = make_library(library.parent, ARTICLES)
    made.close()
    if made.path != library:
        made.path.replace(library)


def _time(program: str, environment: dict[str, str]) -> float:
    """Seconds from starting the interpreter to the key that was handled."""
    began = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = perf_counter() - began
        process.wait(30)
    if line.strip() != b"ready":
        raise RuntimeError("the window did not come up")
    return taken


if __name__ == "__main__":
    sys.exit(main())
