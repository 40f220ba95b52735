"""Tells at the foot of the window what is worked on in the background, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from apostil.ui.wording import time_left, written

if TYPE_CHECKING:
    from pathlib import Path

    from apostil.services.importing.report import Report
    from apostil.ui.analyst import Analyst
    from apostil.ui.handing_on import Exporter
    from apostil.ui.importing import Importer
    from apostil.ui.versions import Versions
    from apostil.ui.window.status_line import StatusLine


class Work(QObject):
    """Shows the progress of one kind of work at a time, and lets all of it be stopped."""

    def __init__(
        self,
        importer: Importer,
        analyst: Analyst,
        exporter: Exporter,
        versions: Versions,
        status: StatusLine,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._importer = importer
        self._analyst = analyst
        self._versions = versions
        self._status = status
        gathered = analyst.gatherer.progressed
        for progressed in (importer.progressed, importer.finished, analyst.progressed, versions.progressed, gathered):
            progressed.connect(self._show_progress)
        for failed in (analyst.failed, exporter.failed, versions.failed):
            failed.connect(status.warn)
        analyst.analysed_again.connect(self._tell_analysed_again)
        exporter.notes_written.connect(self._tell_notes_written)
        exporter.summary_written.connect(self._tell_summary_written)
        versions.told.connect(status.tell)
        status.cancelled.connect(self._cancel)

    def analyse_again(self) -> None:
        """Analyse the open article anew, and say what came of it."""
        self._status.tell(self.tr("Analysing this article again…"))
        self._analyst.analyse_again()

    def _show_progress(self, _progress: object = None) -> None:
        if self._importer.busy:
            report = self._importer.report
            self._status.show_progress(self._import_words(report), report.done, report.total, report.now)
        elif self._analyst.busy:
            done, total = self._analyst.progress.done, self._analyst.progress.total
            words = self.tr("Analysing {} of {}").format(min(done + 1, total), total)
            self._status.show_progress(words, done, total)
        elif self._analyst.gatherer.busy:
            done, total = self._analyst.gatherer.done, self._analyst.gatherer.total
            words = self.tr("Reading {} of {} for their summary").format(written(min(done + 1, total)), written(total))
            self._status.show_progress(words, done, total)
        elif self._versions.busy:
            self._status.show_progress(self.tr("Extracting again"), 0, 0)
        else:
            self._status.show_progress("", 0, 0)

    def _import_words(self, report: Report) -> str:
        if not report.total:
            return self.tr("Looking for files…")
        done, total = min(report.done + 1, report.total), report.total
        words = self.tr("Opening {} of {}").format(written(done), written(total))
        return words if report.left is None else f"{words} · {time_left(report.left)}"

    def _tell_analysed_again(self, changed: bool) -> None:
        self._status.tell(
            self.tr("Analysed again: entities or sentences changed.")
            if changed
            else self.tr("Analysed again: nothing changed.")
        )

    def _tell_notes_written(self, path: Path) -> None:
        self._status.tell(self.tr("Notes written to {}.").format(path))

    def _tell_summary_written(self, path: Path) -> None:
        self._status.tell(self.tr("Summary written to {}.").format(path))

    def _cancel(self) -> None:
        self._importer.cancel()
        self._analyst.cancel()
        self._analyst.gatherer.stop()
        self._versions.close()
        self._status.tell(self.tr("Stopped. What was finished stays."))
