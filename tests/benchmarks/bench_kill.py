"""Kills a process that makes 200 random edits, 50 times, and counts what was lost."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.killing import EDITS, Outcome, kill_once, prepare

TIMES = 50


def main() -> int:
    """Print one line a figure; the exit status says whether all of them are reached."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base, articles = prepare(folder)
        outcomes = [kill_once(base, articles, folder / str(seed), seed) for seed in range(TIMES)]
    return _report(outcomes)


def _report(outcomes: list[Outcome]) -> int:
    acknowledged = [outcome.acknowledged for outcome in outcomes]
    total, runs = sum(acknowledged), len(outcomes)
    lost = sum(max(0, outcome.acknowledged - outcome.found) for outcome in outcomes)
    oldest = max(outcome.oldest_lost for outcome in outcomes)
    sound = sum(outcome.sound for outcome in outcomes)
    reach = f"{min(acknowledged)} to {max(acknowledged)}"
    print(f"edits before the kill: {median(acknowledged):g} edits (baseline {EDITS} without a kill, {reach}): ok")
    print(f"edits acknowledged and lost: {lost} edits (baseline {total} acknowledged, must be 0): {_word(not lost)}")
    print(f"oldest edit lost: {oldest:.3f} s (baseline 0 s, must be <= 1 s): {_word(oldest <= 1)}")
    print(f"integrity check passed: {sound} times (baseline {runs}, must be {runs}): {_word(sound == runs)}")
    return 0 if all(outcome.is_good for outcome in outcomes) else 1


def _word(reached: bool) -> str:
    return "ok" if reached else "MISSED"


if __name__ == "__main__":
    sys.exit(main())
