"""Kills a process that writes to a library at a random moment, and looks at what is left.

Run as a script it is that process: `killing.py edit LIBRARY SEED` makes random edits, and `killing.py save LIBRARY
SEED` saves large articles with their analyses; each step is acknowledged on standard output, with the time, once the
library has taken it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import apsw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from apostil.domain.analysis import Analysis
from apostil.domain.article import Article, ArticleId, Piece
from apostil.domain.edits import PresenceEdit
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.spans import Span
from apostil.domain.summary import Survey
from apostil.store import preparing
from apostil.store.library import Library
from support.libraries import add_article, make_article, make_library, make_source
from support.random_edits import picture, random_edit
from support.surveys import make_survey

EDITS = 200

LARGE = 4
"""So many large articles are saved, in as many steps each as `_steps` has."""
STEPS = 4
PARAGRAPHS = 1500


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a killed process left: steps acknowledged and found, and the oldest that was lost, in seconds."""

    acknowledged: int
    found: int
    sound: bool
    oldest_lost: float

    @property
    def is_good(self) -> bool:
        """Whether the file is sound, no step is there in half, and none older than a second is lost."""
        return self.sound and self.found >= 0 and self.oldest_lost <= 1.0


def prepare(folder: Path) -> tuple[Path, list[ArticleId]]:
    """A library to be killed, closed, and its articles."""
    with make_library(folder) as library:
        pieces = (Piece("A second article, to be marked until the light goes out."),)
        return library.path, [add_article(library, make_article()), add_article(library, make_article(pieces))]


def kill_once(base: Path, articles: list[ArticleId], folder: Path, seed: int) -> Outcome:
    """Edit a copy of the library in a process of its own, kill that, and compare what is left."""
    folder.mkdir()
    path = Path(shutil.copy(base, folder / "killed.apostil"))
    moments = _run_until_killed("edit", path, seed, EDITS, pause=0.002)
    return _outcome(path, moments, lambda: _edits_in(path, base, folder, articles, seed))


def kill_saving_once(folder: Path, seed: int) -> Outcome:
    """Save large articles in a process of its own, kill that in the midst of one, and look at what is left."""
    folder.mkdir()
    path = folder / "killed.apostil"
    Library.open(path).close()
    moments = _run_until_killed("save", path, seed, LARGE * STEPS, pause=0.1)
    return _outcome(path, moments, lambda: _saved_in(path))


def _outcome(path: Path, moments: list[float], count: Callable[[], int]) -> Outcome:
    killed = time.time()
    sound = _is_sound(path)
    found = count()
    lost = [killed - moment for moment in moments[max(found, 0) :]]
    return Outcome(len(moments), found, sound, max(lost, default=0.0))


def _run_until_killed(what: str, path: Path, seed: int, steps: int, pause: float) -> list[float]:
    """The moments of the steps that were acknowledged before the process was killed."""
    command = [sys.executable, __file__, what, str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        random = Random(seed)
        moments = [float(process.stdout.readline()) for _ in range(random.randrange(1, steps))]
        # It goes on meanwhile, so that it dies in the midst of whatever it is doing.
        time.sleep(random.uniform(0, pause))
        process.kill()
        return moments + [float(line) for line in process.stdout if line.endswith("\n")]


def _is_sound(path: Path) -> bool:
    connection = apsw.Connection(str(path))
    try:
        return bool(connection.execute("PRAGMA integrity_check").get == "ok")
    finally:
        connection.close()


def _edits_in(path: Path, base: Path, folder: Path, articles: list[ArticleId], seed: int) -> int:
    """How many of the edits are in the library; -1 where it looks like none of the states they went through."""
    with Library.open(path) as killed:
        left = picture(killed, articles)
    random = Random(seed)
    found = -1
    with Library.open(Path(shutil.copy(base, folder / "replayed.apostil"))) as replayed:
        for count in range(EDITS + 1):
            if picture(replayed, articles) == left:
                found = count
            replayed.apply(random_edit(random, replayed, articles))
    return found


def _saved_in(path: Path) -> int:
    """How many of the steps are in the library; -1 where one is there in half, or without one before it."""
    with Library.open(path) as killed:
        done = [_steps_done(killed, number) for number in range(LARGE)]
    whole = sum(done)
    expected = [max(0, min(STEPS, whole - STEPS * number)) for number in range(LARGE)]
    return whole if done == expected else -1


def _steps_done(library: Library, number: int) -> int:
    article = large_article(number)
    known = library.known(make_source(article.text.encode()).sha256)
    if known is None:
        return 0
    there, present = known
    if library.article(there) != article or library.source_bytes(there) != article.text.encode():
        return -STEPS
    analysis, survey = library.analysis(there), library.survey(there)
    if analysis not in (None, _analysis(article)) or survey not in (None, _survey(article)):
        return -STEPS
    shown = present and bool(library.search(f"article{number}"))
    return 1 + shown + (analysis is not None) + (survey is not None)


def large_article(number: int) -> Article:
    """An invented article that takes a while to save."""
    words = f"stands in article{number}, and goes on about the tide, the mill and the ferry. " * 6
    return make_article([Piece(f"Paragraph {place} {words}") for place in range(PARAGRAPHS)])


def _analysis(article: Article) -> Analysis:
    mentions = tuple(Mention(Span(block.span.start, block.span.start + 9), Kind.WORK, 0.5) for block in article.blocks)
    sentences = tuple(block.span for block in article.blocks)
    return Analysis("en", sentences, (Entity("e1", "Paragraph", Kind.WORK, mentions),), "invented 1")


def _survey(article: Article) -> Survey:
    return make_survey([block.span for block in article.blocks])


def _steps(library: Library, article: Article) -> Iterator[None]:
    """Save an article as the window does: put it in, show it, and keep what was found in it."""
    data = article.text.encode()
    there = library.insert(make_source(data), data, preparing.prepare(article))
    yield
    library.apply(PresenceEdit("Import", (there,), True))
    yield
    library.save_analysis(there, _analysis(article))
    yield
    library.save_survey(there, _survey(article))
    yield


def _save(path: Path, _: int) -> None:
    with Library.open(path) as library:
        for number in range(LARGE):
            for _ in _steps(library, large_article(number)):
                print(time.time(), flush=True)
    time.sleep(60)


def _edit(path: Path, seed: int) -> None:
    random = Random(seed)
    with Library.open(path) as library:
        articles = [ArticleId(word) for word in _articles_in(library)]
        for _ in range(EDITS):
            library.apply(random_edit(random, library, articles))
            print(time.time(), flush=True)
    time.sleep(60)


def _articles_in(library: Library) -> list[str]:
    return [entry.id for entry in reversed(library.entries())]


if __name__ == "__main__":
    {"edit": _edit, "save": _save}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
