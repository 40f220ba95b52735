"""Takes the pictures of README: the French sample article, annotated, in light and in dark.

Run it on a screen, or on a virtual one: `python packaging/screenshot.py`.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QLocale
from PySide6.QtWidgets import QApplication

from apostil import assets
from apostil.domain.annotation import Color
from apostil.jobs.pool import Pool
from apostil.jobs.qt_jobs import Jobs
from apostil.services import annotating
from apostil.store import places
from apostil.store.search import matches
from apostil.ui.application import Appearance, make_application
from apostil.ui.desk import Desk
from apostil.ui.session import Session, Surroundings
from apostil.ui.sessions import Sessions

FOLDER = Path(__file__).parent / "screenshots"
MARKS = (
    ("46 millions d’euros", Color.RED, "48 million in the English report.", ("figures", "to verify")),
    ("Les habitants de Quay Street lavent la suie de leurs fenêtres depuis toujours", Color.YELLOW, "", ("quotes",)),
    ("Margaret Ashdown, la présidente du WHT", Color.BLUE, "Reach her through the trust’s press office.", ("sources",)),
    ("60 % en un an autour des quais", Color.GREEN, "Same figure in both reports.", ("figures",)),
)


def main() -> int:
    """Open the samples, mark the French one, and save a picture of the window in each theme."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    with tempfile.TemporaryDirectory() as home:
        os.environ["APOSTIL_HOME"] = home
        application = make_application()
        appearance = Appearance(application, "light")
        jobs, analysis_jobs = Jobs(Pool(1)), Jobs(Pool(1))
        sessions = Sessions(Surroundings(jobs, analysis_jobs, appearance, places.settings_file()))
        session = sessions.open(places.default_library(), sorted(assets.path("samples").glob("*.txt")))
        assert session is not None
        _prepare(application, session)
        for name in ("light", "dark"):
            appearance.choose(name)
            _wait(application, 500)
            session.window.grab().save(str(FOLDER / f"apostil-{name}.png"))
        sessions.close()
        jobs.close()
        analysis_jobs.close()
    return 0


def _prepare(application: QApplication, session: Session) -> None:
    window, desk = session.window, session.desk
    window.resize(1360, 860)
    finished: list[object] = []
    session.importer.finished.connect(finished.append)
    while not finished or session.analyst.busy:
        _wait(application, 50)
    french = next(entry.id for entry in session.library.entries() if entry.language == "fr")
    desk.open(french)
    for words, color, note, tags in MARKS:
        _mark(desk, words, color, note, tags)
    window.open_panes.show_tab("summary")
    window.reader.scroll_to(0)
    _wait(application, 1500)


def _mark(desk: Desk, words: str, color: Color, note: str, tags: tuple[str, ...]) -> None:
    assert desk.article is not None
    assert desk.current is not None
    span = matches(desk.article.text, f'"{words}"')[0]
    desk.do(annotating.mark(desk.article, desk.current, span, color, dt.datetime.now(dt.UTC), note, tags))


def _wait(application: QApplication, milliseconds: int) -> None:
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < milliseconds:
        application.processEvents()


if __name__ == "__main__":
    sys.exit(main())
