"""What came in by an import: it is opened and analysed, and what has to be said of it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from apostil.domain.article import ArticleId
    from apostil.services.importing.report import Report
    from apostil.ui.analyst import Analyst
    from apostil.ui.desk import Desk
    from apostil.ui.dialogs.import_report import ImportReport
    from apostil.ui.importing import Importer


class Arrivals(QObject):
    """Follows each import of a window.

    Signals:
        opened: an article that came in was opened.
        told: a sentence about what came in.
        attachments_wanted: the Items enclosed in mails of which a person wants to choose.
    """

    opened = Signal()
    told = Signal(object)
    attachments_wanted = Signal(object)

    def __init__(self, desk: Desk, importer: Importer, analyst: Analyst, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._importer = importer
        self._analyst = analyst
        self._window = window
        self._importing = False
        self._open_before: ArticleId | None = None
        self.report: ImportReport | None = None
        importer.progressed.connect(self._follow)
        importer.finished.connect(self._finish)

    def _follow(self, _progress: object = None) -> None:
        """Remember what lay open when an import began, and let it have the processors."""
        if self._importer.busy != self._importing:
            self._importing = self._importer.busy
            self._open_before = self._desk.current
            self._analyst.hold(self._importing)

    def _finish(self, report: Report) -> None:
        untouched = self._desk.current == self._open_before
        self._follow()
        self._analyst.want(report.new)
        opened = [*report.new, *report.known]
        if opened and untouched:
            self._desk.open(opened[0])
            self.opened.emit()
        self._tell(report)
        self._show_report(report)

    def _tell(self, report: Report) -> None:
        from apostil.ui.dialogs.import_report import known_before, summary

        known = known_before(report)
        if len(report.new) > 1:
            self.told.emit(" ".join(summary(report)))
        elif len(known) == 1:
            title = self._desk.library.entry(known[0]).title
            self.told.emit(self.tr("“{}” was already in the library: here it is.").format(title))
        elif known:
            self.told.emit(self.tr("{} of these articles were already in the library.").format(len(known)))

    def _show_report(self, report: Report) -> None:
        """Say more of an import where there is more to say."""
        from apostil.ui.dialogs.import_report import ImportReport, worth_telling

        if not worth_telling(report):
            return
        if self.report is not None:
            self.report.close()
            self.report.deleteLater()
        self.report = ImportReport(report, self._window)
        self.report.attachments_wanted.connect(lambda: self.attachments_wanted.emit(report.offers))
        self.report.show()
