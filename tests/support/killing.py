"""Kills a process that edits a library at a random moment, and looks at what is left.

Run as a script it is that process: `killing.py LIBRARY SEED EDITS` makes random edits and acknowledges each on
standard output, with the time, once the library has taken it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

import apsw

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from apostil.domain.article import ArticleId, Piece
from apostil.store.library import Library
from support.libraries import add_article, make_article, make_library
from support.random_edits import picture, random_edit

EDITS = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a killed process left: edits acknowledged and found, and the oldest that was lost, in seconds."""

    acknowledged: int
    found: int
    sound: bool
    oldest_lost: float

    @property
    def is_good(self) -> bool:
        """Whether the file is sound and no edit older than a second is lost."""
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
    moments = _edit_until_killed(path, seed)
    killed = time.time()
    sound = _is_sound(path)
    found = _edits_in(path, base, folder, articles, seed)
    lost = [killed - moment for moment in moments[max(found, 0) :]]
    return Outcome(len(moments), found, sound, max(lost, default=0.0))


def _edit_until_killed(path: Path, seed: int) -> list[float]:
    """The moments of the edits that were acknowledged before the process was killed."""
    command = [sys.executable, __file__, str(path), str(seed), str(EDITS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        random = Random(seed)
        moments = [float(process.stdout.readline()) for _ in range(random.randrange(1, EDITS))]
        # It goes on meanwhile, so that it dies in the midst of whatever it is doing.
        time.sleep(random.uniform(0, 0.002))
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


def _edit(path: Path, seed: int, edits: int) -> None:
    random = Random(seed)
    with Library.open(path) as library:
        articles = [ArticleId(word) for word in _articles_in(library)]
        for _ in range(edits):
            library.apply(random_edit(random, library, articles))
            print(time.time(), flush=True)
    time.sleep(60)


def _articles_in(library: Library) -> list[str]:
    return [entry.id for entry in reversed(library.entries())]


if __name__ == "__main__":
    _edit(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
