"""Kills a process that makes 200 random edits, and one that saves large articles, and counts what was lost."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.killing import EDITS, LARGE, STEPS, Outcome, kill_once, kill_saving_once, prepare

TIMES = 50
TIMES_SAVING = 20


def main() -> int:
    """Print one line a figure; the exit status says whether all of them are reached."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base, articles = prepare(folder)
        edited = [kill_once(base, articles, folder / str(seed), seed) for seed in range(TIMES)]
        saved = [kill_saving_once(folder / f"saved-{seed}", seed) for seed in range(TIMES_SAVING)]
    _report("edits", edited, EDITS)
    _report("steps of saving", saved, LARGE * STEPS)
    return 0 if all(outcome.is_good for outcome in edited + saved) else 1


def _report(what: str, outcomes: list[Outcome], steps: int) -> None:
    acknowledged = [outcome.acknowledged for outcome in outcomes]
    total, runs = sum(acknowledged), len(outcomes)
    lost = sum(max(0, outcome.acknowledged - outcome.found) for outcome in outcomes)
    half = sum(outcome.found < 0 for outcome in outcomes)
    oldest = max(outcome.oldest_lost for outcome in outcomes)
    sound = sum(outcome.sound for outcome in outcomes)
    reach = f"{min(acknowledged)} to {max(acknowledged)}"
    print(f"{what} before the kill: {median(acknowledged):g} (baseline {steps} without a kill, {reach}): ok")
    print(f"{what} acknowledged and lost: {lost} (baseline {total} acknowledged, must be 0): {_word(not lost)}")
    print(f"{what} there in half: {half} times (baseline {runs} kills, must be 0): {_word(not half)}")
    print(f"{what}, the oldest lost: {oldest:.3f} s (baseline 0 s, must be <= 1 s): {_word(oldest <= 1)}")
    print(f"{what}, integrity check passed: {sound} times (baseline {runs}, must be {runs}): {_word(sound == runs)}")


def _word(reached: bool) -> str:
    return "ok" if reached else "MISSED"


if __name__ == "__main__":
    sys.exit(main())
