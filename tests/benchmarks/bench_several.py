"""Measures how long a hundred articles of forty sentences take to be summarised together, once each is surveyed.

All times are of the processor, on one core. Half of the articles are in English and half in French, in groups that tell
the same story in other words, with copies among them.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from apostil.analysis.words import stemmer
from apostil.domain.summary import Length, Method, Survey, choose
from apostil.services import together
from support.several import parts

ARTICLES, SENTENCES = 100, 40
MOST = 2.0
CHANGE = 16


def main() -> int:
    """Print one line a figure; the exit status says whether all of them are reached."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    asked = parts(ARTICLES, SENTENCES)
    for language in ("en", "fr"):
        getattr(stemmer(language), "cache_clear")()  # noqa: B009
    start = time.process_time()
    survey = together.survey(asked)
    taken = time.process_time() - start
    assert len(survey.sentences) == ARTICLES * SENTENCES
    reached = [
        _line(f"{ARTICLES} articles of {SENTENCES} sentences summarised together", f"{taken:.2f} s", taken, MOST)
    ]
    changed = min(_choosing(survey) for _ in range(5))
    reached.append(_line("another length of their summary", f"{changed:.1f} ms", changed, CHANGE))
    return 0 if all(reached) else 1


def _choosing(survey: Survey) -> float:
    start = time.process_time()
    choose(survey, Method.LEXRANK, Length(20))
    return 1000 * (time.process_time() - start)


def _line(what: str, figure: str, measured: float, most: float) -> bool:
    reached = measured <= most
    unit = figure.partition(" ")[2]
    print(f"{what}: {figure} (must be at most {most:g} {unit}): {'ok' if reached else 'MISSED'}", flush=True)
    return reached


if __name__ == "__main__":
    sys.exit(main())
