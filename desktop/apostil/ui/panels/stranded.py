"""Notes that could not be written down when their card was closed: tried again until they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from apostil.services import annotating
from apostil.ui.panels.note_editor import RETRY

if TYPE_CHECKING:
    from apostil.domain.annotation import Annotation
    from apostil.ui.desk import Desk


class Stranded(QObject):
    """What was typed and is on no disk yet."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notes: list[tuple[Annotation, str]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(RETRY)
        self._timer.timeout.connect(self.retry)

    def __len__(self) -> int:
        """How many notes wait."""
        return len(self._notes)

    def keep(self, mark: Annotation, note: str) -> None:
        """Hold on to a note that this mark is to have."""
        self._notes.append((mark, note))
        self._timer.start()

    def retry(self) -> None:
        """Write down what can be written down now."""
        waiting, self._notes = self._notes, []
        for mark, note in waiting:
            if not self._desk.do(annotating.write_note(mark, note, self._desk.now())):
                self._notes.append((mark, note))
        if not self._notes:
            self._timer.stop()

    def give_up(self) -> None:
        """Let go of everything."""
        self._notes.clear()
        self._timer.stop()
