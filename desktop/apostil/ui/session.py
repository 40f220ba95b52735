"""One library in one window: puts the parts together, and reopens the window where it was left."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal

from apostil.domain.article import ArticleId
from apostil.domain.entity import Kind
from apostil.domain.errors import ApostilError, LibraryDamagedError
from apostil.domain.summary import Length, Method, Unit
from apostil.jobs.debounce import Debounced
from apostil.store import backups
from apostil.store import settings as stored
from apostil.ui.analyst import Analyst
from apostil.ui.comparing import Comparer
from apostil.ui.correcting import Corrector
from apostil.ui.desk import Desk
from apostil.ui.exploring import Explorer
from apostil.ui.handing_on import Exporter, ExportPlace
from apostil.ui.importing import Importer
from apostil.ui.versions import Versions
from apostil.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from apostil.jobs.qt_jobs import Jobs
    from apostil.store.library import Library
    from apostil.store.settings import Settings
    from apostil.ui.application import Appearance

START_WORKERS_AFTER_MS = 300
"""Loading what starts them takes longer than a window may stall: it is done before it is needed, in the background."""

BACKUP_AFTER_MS = 3000
"""The copy is made when the window has long been usable."""

COMPARE_AFTER_MS = 5000
"""Articles that came in are compared right away; those that were left over when the window was closed can wait."""

REMEMBER_AFTER_MS = 1000

TIDY_EVERY_MS = 60_000
"""The library's log is written back this often, away from whoever reads, so that it never grows long."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all windows share: workers that parse and rank, a worker that analyses, colours, and the settings' file."""

    jobs: Jobs
    analysis_jobs: Jobs
    appearance: Appearance
    settings_file: Path


class Session(QObject):
    """A window on a library, from opening to closing.

    Signals:
        library_wanted: the Path of another library to show in this window's stead.
        window_wanted: one more window on this library.
        damaged: the LibraryDamagedError that showed while the library was open; only the first one.
        ended: the window was closed, and so is the library.
    """

    library_wanted = Signal(object)
    window_wanted = Signal()
    damaged = Signal(object)
    ended = Signal()

    def __init__(self, library: Library, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._settings = stored.load(surroundings.settings_file).opened(str(library.path))
        self._damage_told = self._closed = False
        self.library = library
        self.desk = Desk(library, jobs=surroundings.jobs, parent=self)
        jobs, analysis_jobs = surroundings.jobs, surroundings.analysis_jobs
        self.importer = Importer(self.desk, jobs, parent=self)
        self.analyst = Analyst(self.desk, analysis_jobs, jobs, parent=self)
        self.exporter = Exporter(self.desk, analysis_jobs, jobs, parent=self)
        self.versions = Versions(self.desk, jobs, parent=self)
        self.explorer = Explorer(self.desk, jobs, parent=self)
        self.desk.far = self.explorer.do_again
        self.corrector = Corrector(self.desk, jobs, parent=self)
        self.comparer = Comparer(self.desk, self.importer, jobs, parent=self)
        self._set_desk()
        theme = surroundings.appearance.theme
        self.window = MainWindow(
            self.desk, self.importer, self.analyst, self.exporter, self.versions, self.explorer, self.corrector, theme
        )
        self._tidying = QTimer(self)
        self._tidying.timeout.connect(self._tidy)
        self._remembering = Debounced(REMEMBER_AFTER_MS, self.remember, self)
        self._restore()
        self._connect()

    def show(self) -> None:
        """Show the window with the article that lay open, and keep a copy of the library a little later."""
        self.window.show()
        self._reopen()
        QTimer.singleShot(START_WORKERS_AFTER_MS, self, self._start_workers)
        if not self.library.read_only:
            QTimer.singleShot(BACKUP_AFTER_MS, self, self._back_up)
            QTimer.singleShot(COMPARE_AFTER_MS, self, self.comparer.start)
            QTimer.singleShot(COMPARE_AFTER_MS, self, self.explorer.look_up)
            self._tidying.start(TIDY_EVERY_MS)

    def close(self) -> None:
        """Close the window and the library, unless that was done; nothing of them is left."""
        if not self._closed:
            self.window.close()

    def remember(self) -> None:
        """Write down what the window reopens with, beside what other windows wrote meanwhile."""
        file = self._surroundings.settings_file
        with suppress(OSError):  # what cannot be remembered is no reason to trouble a reader
            stored.save(file, self._present(stored.load(file).opened(str(self.library.path))))

    def _remember_soon(self, *_: object) -> None:
        self._remembering()

    def _set_desk(self) -> None:
        settings = self._settings
        self.desk.author = settings.author
        self.desk.apart = frozenset(frozenset(map(ArticleId, pair.split())) for pair in settings.apart)
        self.desk.length = Length(settings.summary_amount, Unit(settings.summary_unit))
        if settings.summary_method in set(Method):
            self.desk.method = Method(settings.summary_method)
        self.desk.visible_kinds = frozenset(kind for kind in Kind if kind not in settings.hidden_kinds)
        self.desk.least_confidence = settings.least_confidence / 100

    def _restore(self) -> None:
        settings, window = self._settings, self.window
        window.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        window.panes.restore(settings.splitters.get("panes", ()))
        window.open_panes.restore(settings.panels, settings.side_tab)
        window.reader.set_zoom(settings.zoom)
        window.travels.restore_positions({ArticleId(key): place for key, place in settings.positions.items()})
        window.panels.restore_sorting(settings.sort_key)
        window.panels.restore_folds(settings.panels)
        window.export_place = ExportPlace(settings.export_folder, settings.export_suffix)
        window.show_appearance(settings.appearance)
        self._restore_manner(settings)

    def _restore_manner(self, settings: Settings) -> None:
        if settings.together_method in set(Method):
            from apostil.domain.digest import Grouping
            from apostil.services.together import Manner

            length = Length(settings.together_amount, Unit(settings.together_unit))
            grouping = Grouping(settings.together_grouping)
            self.window.pages.restore_manner(Manner(Method(settings.together_method), length, grouping))

    def _connect(self) -> None:
        window = self.window
        window.touched.connect(self._remember_soon)
        window.panes.moved.connect(self._remember_soon)
        self.desk.summary_changed.connect(self._remember_soon)
        self.desk.kinds_changed.connect(self._remember_soon)
        self.importer.finished.connect(self._tidy)
        self.importer.finished.connect(self.comparer.start)
        self.desk.changed.connect(self.explorer.follow)
        self.versions.arrived.connect(self.comparer.start)
        self.versions.told.connect(self._remember_soon)
        window.library_wanted.connect(self.library_wanted)
        window.window_wanted.connect(self.window_wanted)
        window.appearance_chosen.connect(self._choose_appearance)
        window.closed.connect(self._end)
        # asked later, when what found the damage is through
        self.desk.damaged.connect(self._tell_damage, Qt.ConnectionType.QueuedConnection)
        self._surroundings.appearance.changed.connect(window.set_theme)

    def _reopen(self) -> None:
        article_id = ArticleId(self._settings.article)
        if self.library.is_present(article_id):
            self.desk.open(article_id)
        self.window.reader.setFocus()

    def _choose_appearance(self, choice: str) -> None:
        self._surroundings.appearance.choose(choice)
        self.remember()

    def _present(self, settings: Settings) -> Settings:
        window, desk = self.window, self.desk
        settings = replace(
            settings,
            appearance=self._surroundings.appearance.choice,
            article=desk.current or "",
            geometry=bytes(window.saveGeometry().toBase64().data()).decode(),
            splitters={"panes": window.panes.state()},
            panels={**window.panels.folds, **window.open_panes.state()},
            side_tab=window.open_panes.tab,
            zoom=window.reader.zoom,
            summary_method=desk.method.value,
            summary_amount=desk.length.amount,
            summary_unit=desk.length.unit.value,
            hidden_kinds=tuple(sorted(set(Kind) - desk.visible_kinds)),
            least_confidence=round(desk.least_confidence * 100),
            export_folder=window.export_place.folder,
            export_suffix=window.export_place.suffix,
            sort_key=window.panels.sorting,
            apart=tuple(sorted({*settings.apart, *(" ".join(sorted(pair)) for pair in desk.apart)})),
        )
        settings = self._with_manner(settings)
        for article, position in window.travels.positions().items():
            settings = settings.at(article, position)
        return settings

    def _with_manner(self, settings: Settings) -> Settings:
        manner = self.window.pages.manner
        if manner is None:
            return settings
        return replace(
            settings,
            together_method=manner.method.value,
            together_amount=manner.length.amount,
            together_unit=manner.length.unit.value,
            together_grouping=manner.grouping.value,
        )

    def _start_workers(self) -> None:
        self._surroundings.jobs.start()
        self._surroundings.analysis_jobs.start()

    def _tidy(self, _report: object = None) -> None:
        self._surroundings.jobs.in_thread(self.library.checkpoint)

    def _back_up(self) -> None:
        self._surroundings.jobs.in_thread(backups.keep, self.library.path, failed=self._backup_failed)

    def _backup_failed(self, error: ApostilError) -> None:
        if isinstance(error, LibraryDamagedError):
            self._tell_damage(error)
        else:
            self.window.status.warn(error.message)

    def _tell_damage(self, error: LibraryDamagedError) -> None:
        """Once is enough: whoever goes on with a damaged library knows."""
        if not self._damage_told:
            self._damage_told = True
            self.damaged.emit(error)

    def _end(self) -> None:
        self._closed = True
        self._remembering.cancel()
        self._tidying.stop()
        self.remember()
        self.desk.close()
        self.importer.close()
        self.comparer.close()
        self.analyst.close()
        self.versions.close()
        self.explorer.close()
        self.corrector.close()
        self._surroundings.appearance.changed.disconnect(self.window.set_theme)
        self.window.deleteLater()
        self._surroundings.jobs.in_thread(self.library.close, done=self._ended, failed=self._ended)

    def _ended(self, _result: object) -> None:
        self.ended.emit()
