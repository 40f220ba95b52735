"""Starts Apostil: a window, or one of the commands that need none."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from apostil.ui.interrupts import Interrupts

COMMANDS = frozenset({"digest", "analyze", "glossary"})

COMPLETION = "_APOSTIL_COMPLETE"
"""Set by a shell that asks which words can follow."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Apostil with these arguments, those of the process by default.

    Returns:
        The exit status: 0 for success, 1 where something failed, 2 for wrong use.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if COMPLETION in os.environ or (given and (given[0] in COMMANDS or given[0].startswith("-"))):
        from apostil import cli

        return cli.main(given)
    return open_window([Path(name) for name in given])


def open_window(files: Sequence[Path]) -> int:
    """Open the window with these files, and stay until the last window is closed."""
    gc.disable()  # what is loaded now stays for good: looking through it again and again costs a tenth of the start
    _load_what_needs_no_qt()
    from apostil.ui.system import obstacle

    problem = obstacle()
    if problem:
        print(problem, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 1
    return _run(files)


def _load_what_needs_no_qt() -> None:
    """Load it before Qt: from then on PySide6 looks into every import, which costs as much as the import itself."""
    import tomllib  # noqa: F401

    from apostil import assets  # noqa: F401
    from apostil.jobs import pool  # noqa: F401
    from apostil.services import analysing, annotating, blocks, reading, summarising  # noqa: F401
    from apostil.services.corrections import correcting, operations  # noqa: F401
    from apostil.store import library, settings  # noqa: F401
    from apostil.ui import history  # noqa: F401
    from apostil.ui.reader import decorations  # noqa: F401


def _run(files: Sequence[Path]) -> int:
    from PySide6.QtCore import QTimer

    from apostil.jobs.pool import Pool
    from apostil.jobs.qt_jobs import Jobs
    from apostil.store import places, settings
    from apostil.ui.application import Appearance, make_application
    from apostil.ui.session import Surroundings
    from apostil.ui.sessions import Sessions

    application = make_application()
    remembered = settings.load(places.settings_file())
    appearance = Appearance(application, remembered.appearance)
    jobs, analysis_jobs = Jobs(Pool(2)), Jobs(Pool(1))
    sessions = Sessions(Surroundings(jobs, analysis_jobs, appearance, places.settings_file()))
    library = Path(remembered.library) if remembered.library else places.default_library()
    if not library.parent.exists() or (remembered.library and not library.exists()):
        library = places.default_library()
    opened = sessions.open(library, files)
    gc.freeze()
    gc.enable()
    listening: list[Interrupts] = []
    QTimer.singleShot(0, application, lambda: listening.append(_listen(application)))
    status = application.exec() if opened is not None else 1
    for interrupts in listening:
        interrupts.close()
    sessions.close()
    jobs.close()
    analysis_jobs.close()
    return status


def _listen(application: QApplication) -> Interrupts:
    """Hear signals from now on: what that takes is loaded when the window takes keys."""
    from apostil.ui.interrupts import Interrupts

    interrupts = Interrupts(application)
    interrupts.came.connect(application.closeAllWindows)
    return interrupts


if __name__ == "__main__":
    sys.exit(main())
