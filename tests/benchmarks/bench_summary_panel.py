"""Moves the length of a summary of 1,000 sentences and changes its method, in the real window."""

from __future__ import annotations

import os
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from apostil.domain.analysis import Analysis
from apostil.domain.article import Article, Piece, compose
from apostil.domain.choices import Extract
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, Reasons, Survey, Unit
from apostil.jobs.pool import Pool
from apostil.jobs.qt_jobs import Jobs
from apostil.services import summarising
from apostil.store.library import Library
from support import panels
from support.surveys import make_ranking

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.article import ArticleId
    from apostil.ui.session import Session

SENTENCES, IN_PARAGRAPH = 1000, 5
LIMIT_MS = 16
TIMES = 40
STARTS = {Unit.SENTENCES: 10, Unit.PERCENT: 20, Unit.SECONDS: 120}
"""Where the slider begins; it is moved up and down by one from there."""


def main() -> int:
    """Print one line a figure; the exit status says whether all of them are reached."""
    random = Random(7)
    article, spans = _article(random)
    survey = _survey(random, article, spans)
    with tempfile.TemporaryDirectory() as home:
        os.environ["APOSTIL_HOME"] = home
        application = QApplication.instance() or QApplication([])
        path = Path(home) / "library.apostil"
        with Library.open(path) as library:
            article_id = panels.add(library, article, "long.txt", analysed=False)
            library.save_analysis(article_id, Analysis("en", spans, (), "invented 1"))
            library.save_survey(article_id, survey)
        reached = _in_the_window(application, path, article_id, survey)
    return 0 if all(reached) else 1


def _article(random: Random) -> tuple[Article, tuple[Span, ...]]:
    words = ["".join(random.choices("aeioulnrst", k=random.randint(2, 10))) for _ in range(4000)]

    def sentence() -> str:
        return " ".join(random.choices(words, k=random.randint(8, 34))).capitalize() + "."

    sentences = [sentence() for _ in range(SENTENCES)]
    paragraphs = [sentences[at : at + IN_PARAGRAPH] for at in range(0, SENTENCES, IN_PARAGRAPH)]
    article = compose([Piece(" ".join(paragraph)) for paragraph in paragraphs])
    spans, end = [], 0
    for one in sentences:
        start = article.text.index(one, end)
        end = start + len(one)
        spans.append(Span(start, end))
    return article, tuple(spans)


def _survey(random: Random, article: Article, spans: tuple[Span, ...]) -> Survey:
    return Survey(
        tuple(Extract(0, span) for span in spans),
        tuple(len(span.cut(article.text).split()) for span in spans),
        tuple(make_ranking(method, spans, [random.random() for _ in spans]) for method in Method),
        tuple(Reasons(terms=(Span(span.start, span.start + 5),)) for span in spans),
        version=summarising.VERSION,
    )


def _in_the_window(application: QApplication, path: Path, article_id: ArticleId, survey: Survey) -> list[bool]:
    from apostil.store import places
    from apostil.ui.application import Appearance
    from apostil.ui.session import Session, Surroundings

    jobs, analysis_jobs = Jobs(Pool(1)), Jobs(Pool(1))
    session = Session(
        Library.open(path), Surroundings(jobs, analysis_jobs, Appearance(application), places.settings_file())
    )
    session.show()
    session.window.resize(1280, 800)
    session.window.open_panes.show_tab("summary")
    until(application, lambda: False, 1500)
    session.desk.lend_analysis(
        article_id, Analysis("en", tuple(one.span for one in survey.sentences), (), "invented 1")
    )
    session.desk.open(article_id)
    session.desk.take_survey(survey)
    until(application, lambda: False, 1500)
    assert session.window.summary_panel.view.isVisible(), "what is not seen takes no time"
    reached = [_sliding(application, session, unit) for unit in Unit]
    reached.append(_changing(application, session))
    session.close()
    jobs.close()
    analysis_jobs.close()
    return reached


def _sliding(application: QApplication, session: Session, unit: Unit) -> bool:
    """How long one step of the slider takes, until the new sentences are seen."""
    panel, start = session.window.summary_panel, STARTS[unit]
    session.desk.set_length(Length(start, unit))
    until(application, lambda: False, 200)
    steps = list(islice(cycle((start + 1, start)), TIMES))
    took = [_seen(application, session, lambda step=step: panel.slider.setValue(step)) for step in steps]
    count = panel.model.chosen_count
    return line(f"one step of the slider in {unit}, {count} of 1,000 sentences", took)


def _changing(application: QApplication, session: Session) -> bool:
    """How long another method takes, until its sentences are seen."""
    panel = session.window.summary_panel
    session.desk.set_length(Length(STARTS[Unit.PERCENT], Unit.PERCENT))
    rows = list(islice(cycle(range(panel.method.count())), TIMES))
    took = [_seen(application, session, lambda row=row: panel.method.activated.emit(row)) for row in rows]
    return line(f"another method, {panel.model.chosen_count} of 1,000 sentences", took)


def _seen(application: QApplication, session: Session, change: Callable[[], object]) -> float:
    """How long a change takes with all that is drawn anew for it; the window is at rest before."""
    until(application, lambda: False, 120)
    start = perf_counter()
    change()
    session.window.summary_panel.view.viewport().repaint()
    session.window.reader.viewport().repaint()
    return (perf_counter() - start) * 1000


def until(application: QApplication, done: Callable[[], bool], most: int = 60_000) -> None:
    """Let the window work until this is so."""
    clock = QElapsedTimer()
    clock.start()
    while not done() and clock.elapsed() < most:
        application.processEvents()


def line(name: str, took: list[float]) -> bool:
    """Print a figure, and say whether it is reached."""
    value = median(took)
    reached = value <= LIMIT_MS
    beside = f"worst {max(took):.1f} ms, must be <= {LIMIT_MS} ms"
    print(f"{name}: {value:.1f} ms ({beside}): {'ok' if reached else 'MISSED'}")
    return reached


if __name__ == "__main__":
    sys.exit(main())
