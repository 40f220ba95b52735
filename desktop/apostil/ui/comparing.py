"""Has articles that came in compared with all others, one at a time, while nothing else goes on."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from apostil.domain.edits import Changes, Topic

if TYPE_CHECKING:
    from apostil.domain.article import ArticleId
    from apostil.domain.errors import ApostilError
    from apostil.jobs.qt_jobs import Handle, Jobs
    from apostil.ui.desk import Desk
    from apostil.ui.importing import Importer

PAUSE_MS = 10
"""Between two articles, so that whatever else is wanted meanwhile is hardly slower for it."""

TOLD_AT_ONCE = 8
"""So many lines of the list are drawn anew at a time."""

log = logging.getLogger(__name__)


class Comparer(QObject):
    """Compares until no article waits for it, and lets an import go first."""

    def __init__(self, desk: Desk, importer: Importer, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._importer = importer
        self._jobs = jobs
        self._handle: Handle[Changes | None] | None = None
        self._closed = False
        self._untold: dict[ArticleId, None] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._compare)

    @property
    def busy(self) -> bool:
        """Whether articles are being compared."""
        return self._handle is not None or self._pause.isActive()

    def start(self, _event: object = None) -> None:
        """Compare what waits for it."""
        if not (self.busy or self._closed or self._desk.read_only):
            self._compare()

    def close(self) -> None:
        """Stop for good: what still waits is compared another time."""
        self._closed = True
        self._pause.stop()
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _compare(self) -> None:
        """Compare one article, unless an import goes on, whose end starts this anew."""
        if self._importer.busy:
            self._tell()
            return
        self._handle = self._jobs.in_thread(self._desk.library.compare_next, done=self._compared, failed=self._fail)

    def _compared(self, changes: Changes | None) -> None:
        self._handle = None
        if changes is not None:
            self._untold.update(dict.fromkeys(changes.articles))
            self._pause.start()
        if changes is None or len(self._untold) >= TOLD_AT_ONCE:
            self._tell()

    def _tell(self) -> None:
        found, self._untold = frozenset(self._untold), {}
        if found:
            self._desk.announce(Changes(found, frozenset({Topic.OVERLAPS})))

    def _fail(self, error: ApostilError) -> None:
        """Nobody asked for it, so nobody is told: what else is done with the library says what is wrong with it."""
        self._handle = None
        log.info("Articles were not compared: %s", error.message)
