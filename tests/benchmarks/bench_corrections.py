"""Opens an article of 100,000 words under a glossary of 2,000 entries and corrects names in it, in the real window."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from apostil.domain.edits import GlossaryEdit
from apostil.domain.entity import Kind
from apostil.domain.glossary import GlossaryEntry
from apostil.jobs.pool import Pool
from apostil.jobs.qt_jobs import Jobs
from apostil.services.corrections import correcting
from apostil.store.library import Library
from support.names import news, people, put

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.domain.article import ArticleId
    from apostil.ui.session import Session
    from support.names import Invented

MENTIONS, CAST, ENTRIES, STANDING = 8000, 3000, 2000, 600
"""Of so many entries, so many stand in the article."""
LIMIT_MS = 50
TIMES = 6


def main() -> int:
    """Print one line a figure; the exit status says whether all of them are reached."""
    random = Random(5)
    cast = people(random, CAST)
    with tempfile.TemporaryDirectory() as home:
        os.environ["APOSTIL_HOME"] = home
        application = QApplication.instance() or QApplication([])
        path = Path(home) / "library.apostil"
        with Library.open(path) as library:
            (article_id,) = put(library, [news(random, cast, 1, MENTIONS)])
            library.apply(GlossaryEdit("List names", (), tuple(_entries(library, article_id, cast))))
            anew = min(milliseconds(lambda: correcting.entities_of(library, article_id)) for _ in range(3))
        reached = _in_the_window(application, path, article_id, anew)
    return 0 if all(reached) else 1


def _entries(library: Library, article_id: ArticleId, cast: Sequence[Invented]) -> list[GlossaryEntry]:
    text = library.article(article_id).text
    stands = [one for one in cast if one.forms[0] in text]
    absent = [one for one in cast if one.forms[0] not in text]
    chosen = (*stands[:STANDING], *absent[: ENTRIES - STANDING])
    return [GlossaryEntry(one.forms[0], one.kind if number % 3 else Kind.WORK) for number, one in enumerate(chosen)]


def _in_the_window(application: QApplication, path: Path, article_id: ArticleId, anew: float) -> list[bool]:
    from apostil.store import places
    from apostil.ui.application import Appearance
    from apostil.ui.session import Session, Surroundings

    jobs, analysis_jobs = Jobs(Pool(1)), Jobs(Pool(1))
    session = Session(
        Library.open(path), Surroundings(jobs, analysis_jobs, Appearance(application), places.settings_file())
    )
    session.show()
    until(application, lambda: False, 1500)
    arriving = _arriving(application, session, article_id)
    making = _making(application, session)
    session.close()
    jobs.close()
    analysis_jobs.close()
    beside = f"working all of them out anew {anew:.0f} ms"
    return [
        line("names of 100,000 words arrive, and are shown in the window", arriving, beside),
        line("one of them corrected, kept and shown in the window", making, beside),
    ]


def _arriving(application: QApplication, session: Session, article_id: ArticleId) -> float:
    """How long the window stands still for what its thread in the background found out, at best."""
    desk = session.desk
    took: list[float] = []
    arrive = desk._arrive_late
    desk._arrive_late = lambda found: took.append(milliseconds(lambda: arrive(found)))  # type: ignore[method-assign]
    for _ in range(TIMES):
        desk.open(None)
        desk.open(article_id)
        until(application, lambda: bool(desk.entities))
        until(application, lambda: False, 300)
    desk._arrive_late = arrive  # type: ignore[method-assign]
    return min(took)


def _making(application: QApplication, session: Session) -> float:
    desk, library = session.desk, session.library
    took = []
    for number in range(TIMES):
        until(application, lambda: library.unindexed() == 0)
        until(application, lambda: False, 300)
        assert desk.current is not None
        subject = correcting.About(library, desk.current, desk.entities[number].name)
        edit = correcting.rename(subject, f"Somebody {number}")
        took.append(milliseconds(lambda edit=edit: desk.do(edit)))
    return min(took)


def until(application: QApplication, done: Callable[[], bool], most: int = 60_000) -> None:
    """Let the window work until this is so."""
    clock = QElapsedTimer()
    clock.start()
    while not done() and clock.elapsed() < most:
        application.processEvents()


def milliseconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def line(name: str, value: float, baseline: str, most: float = LIMIT_MS) -> bool:
    """Print a figure, and say whether it is reached."""
    reached = value <= most
    print(f"{name}: {value:.1f} ms (baseline {baseline}, must be <= {most:g} ms): {'ok' if reached else 'MISSED'}")
    return reached


if __name__ == "__main__":
    sys.exit(main())
