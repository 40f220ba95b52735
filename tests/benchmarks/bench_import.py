"""A thousand saved pages through the real window and its workers, beside trafilatura alone on the same pages."""

from __future__ import annotations

import gzip
import multiprocessing
import os
import re
import resource
import sys
import tempfile
import threading
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

if TYPE_CHECKING:
    from apostil.jobs.qt_jobs import Jobs

PAGES = Path(__file__).resolve().parents[3] / "shared/data/boilerplate/article_extraction_benchmark/html"
COUNT = int(os.environ.get("APOSTIL_BENCH_PAGES", "1000"))
WORKERS = 2
FACTOR = 1.3
MOST_MEMORY = 1.5 * 2**30
LIMIT_MS = 50


def main() -> int:
    """Print time, memory and stalls; the exit status says whether all are within their limits."""
    if not PAGES.is_dir():
        print(f"import of {COUNT} pages: not measured, the pages are not there")
        return 0
    with tempfile.TemporaryDirectory() as home:
        os.environ["APOSTIL_HOME"] = f"{home}/home"
        files = make_pages(Path(home) / "pages")
        # half of it before and half after, so that a machine that is busy for a while is as busy for both
        alone = time_alone(files[::2])
        measured = Measured(files)
        alone += time_alone(files[1::2])
    return tell(alone, measured)


def tell(alone: float, measured: Measured) -> int:
    """Print the figures, and whether all of them are reached."""
    factor = measured.seconds / alone
    reached = factor <= FACTOR, measured.memory <= MOST_MEMORY, measured.stalls[0] <= LIMIT_MS
    verdicts = ["ok" if each else "MISSED" for each in reached]
    print(
        f"{COUNT} pages imported and searchable: {measured.seconds:.1f} s, {factor:.2f} times "
        f"(baseline: trafilatura alone {alone:.1f} s, must be <= {FACTOR} times): {verdicts[0]}"
    )
    print(
        f"memory of all processes together at its peak: {measured.memory / 2**20:.0f} MB "
        f"(must be < {MOST_MEMORY / 2**20:.0f} MB): {verdicts[1]}"
    )
    print(
        f"longest stall of the window meanwhile: {measured.stalls[0]:.1f} ms, next {measured.stalls[1]:.1f} "
        f"(must be <= {LIMIT_MS} ms): {verdicts[2]}"
    )
    return 0 if all(reached) else 1


def make_pages(folder: Path) -> list[Path]:
    """So many pages, none of them with the bytes or quite the text of another."""
    folder.mkdir()
    originals = [gzip.decompress(page.read_bytes()) for page in sorted(PAGES.glob("*.html.gz"))]
    made = []
    for number in range(COUNT):
        page = originals[number % len(originals)]
        place = end_of_longest(page)
        page = page[:place] + f" Copy {number}, made to be measured.".encode() + page[place:]
        made.append(folder / f"page-{number:04}.html")
        made[-1].write_bytes(page + f"\n<!-- copy {number} -->\n".encode())
    return made


def end_of_longest(page: bytes) -> int:
    """Where the longest paragraph of a page ends, which most often is in the article."""
    paragraphs = list(re.finditer(rb"<p[ >][^<]*(?:<(?!/p>)[^<]*)*(?=</p>)", page, re.IGNORECASE))
    return max(paragraphs, key=lambda found: len(found[0])).end() if paragraphs else len(page)


def time_alone(files: list[Path]) -> float:
    """Seconds that trafilatura takes for the pages in as many processes, which have started before.

    They stand back behind all else as the workers do, so that whatever runs beside them slows both alike.
    """
    from apostil.jobs.worker import NICE

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(WORKERS, mp_context=context, initializer=os.nice, initargs=(NICE,)) as pool:
        list(pool.map(extract, files[: 2 * WORKERS]))
        began = perf_counter()
        extracted = sum(pool.map(extract, files, chunksize=8))
        seconds = perf_counter() - began
    assert extracted >= 0.95 * len(files), extracted
    return seconds


def extract(file: Path) -> bool:
    """Whether trafilatura finds an article in a page."""
    from trafilatura import bare_extraction

    return bare_extraction(file.read_bytes(), with_metadata=True) is not None


class Measured:
    """One import through the real window: how long it took, what it needed, and how long the window stood still."""

    def __init__(self, files: list[Path]) -> None:
        from bench_stall import Heart
        from PySide6.QtCore import QEventLoop
        from PySide6.QtWidgets import QApplication

        from apostil.jobs.pool import Pool
        from apostil.jobs.qt_jobs import Jobs
        from apostil.store import places
        from apostil.ui.application import Appearance
        from apostil.ui.session import Surroundings
        from apostil.ui.sessions import Sessions

        application = QApplication.instance() or QApplication([])
        jobs, analysis_jobs = Jobs(Pool(WORKERS)), Jobs(Pool(1))
        sessions = Sessions(Surroundings(jobs, analysis_jobs, Appearance(application), places.settings_file()))
        session = sessions.open(places.default_library())
        assert session is not None
        warm(jobs, files[: 2 * WORKERS])
        session.analyst.want = lambda _articles: None  # what is analysed afterwards is measured elsewhere
        heart = Heart()
        began = perf_counter()
        with Scale() as scale:
            loop = QEventLoop()
            session.importer.finished.connect(lambda _report: loop.quit())
            session.importer.open_files([files[0].parent])
            loop.exec()
            self.seconds = perf_counter() - began
        found = session.library.search("measured", limit=2 * COUNT)
        imported = len(session.library.entries())
        self.stalls = heart.stop()
        self.memory = scale.peak
        problems = session.importer.report.problems
        steps = session.desk.undo_stack.count()
        sessions.close()
        jobs.close()
        analysis_jobs.close()
        assert imported + len(problems) == len(files), (imported, len(problems))
        assert len(problems) <= 0.02 * len(files), problems[:3]
        assert len(found) > 0.5 * len(files), len(found)
        assert steps == 1, steps


def warm(jobs: Jobs, files: list[Path]) -> None:
    """Let the workers load what they read pages with, as the processes of the baseline have too."""
    from PySide6.QtCore import QEventLoop

    from apostil.services.importing import opening
    from apostil.services.importing.items import Item, Terms

    loop = QEventLoop()
    ended: list[object] = []

    def end(outcomes: object) -> None:
        ended.append(outcomes)
        if len(ended) == len(files):
            loop.quit()

    for file in files:
        batch = (Item(str(file)),)
        jobs.submit(opening.read_and_prepare, batch, Terms(), done=end)
    loop.exec()


class Scale:
    """Weighs this process with its children, every second, in a thread of its own."""

    def __init__(self) -> None:
        self.peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._weigh)  # noqa: TID251  # it weighs, whatever else goes on

    def __enter__(self) -> Scale:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _weigh(self) -> None:
        while True:
            self.peak = max(self.peak, sum(map(resident, family(os.getpid()))))
            if self._done.wait(1.0):
                return


def family(pid: int) -> list[int]:
    """A process with all that it started."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
        children += [
            child
            for task in Path(f"/proc/{pid}/task").iterdir()
            if task.name != str(pid)
            for child in (task / "children").read_text("ascii").split()
        ]
    except OSError:
        return [pid]
    return [pid, *(each for child in children for each in family(int(child)))]


def resident(pid: int) -> int:
    """The bytes of memory that a process has, those that it shares counted in part where the system tells."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * resource.getpagesize()
    except OSError:
        return 0


if __name__ == "__main__":
    sys.exit(main())
