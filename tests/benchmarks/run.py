"""Runs every measurement beside this file, and puts their figures into one table.

A measurement is a `bench_*.py` that prints a line a figure, `what: figure (baseline …, must be …): ok`, and ends with
a status other than 0 where a figure is missed. Names of some of them, without `bench_`, run only these.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(__file__).parent
LINE = re.compile(r"(?P<what>[^:]+): (?P<figure>[^(]+?)(?: \((?P<beside>.*)\))?(?:: (?P<verdict>\w+))?")
PARTS = re.compile(r"(?:baseline:? )?(?P<baseline>.*?),? *(?:must be (?P<must>.*))?")


class Figure(NamedTuple):
    """One measured figure, with what it is put beside and what it must reach."""

    what: str
    figure: str
    baseline: str
    must: str
    verdict: str


def main(names: Sequence[str]) -> int:
    """Print the table; the exit status says whether every figure is reached."""
    files = sorted(FOLDER.glob("bench_*.py"))
    chosen = [file for file in files if not names or file.stem.removeprefix("bench_") in names]
    outcomes = [_measured(file) for file in chosen]
    _show([figure for figures, _ in outcomes for figure in figures])
    return 0 if chosen and all(reached for _, reached in outcomes) else 1


def _measured(file: Path) -> tuple[list[Figure], bool]:
    """What one measurement printed, and whether it ended well."""
    print(f"{file.stem.removeprefix('bench_')} …", file=sys.stderr, flush=True)
    done = subprocess.run([sys.executable, str(file)], stdout=subprocess.PIPE, text=True, check=False)
    figures = [read(line) for line in done.stdout.splitlines() if line.strip()]
    if done.returncode and all(figure.verdict.lower() in {"ok", ""} for figure in figures):
        figures.append(Figure(file.stem, "", "", "", "FAILED"))
    return figures, done.returncode == 0


def read(line: str) -> Figure:
    """The figure in a line; a line of another form is a figure without parts."""
    found = LINE.fullmatch(line.strip())
    if found is None:
        return Figure(line.strip(), "", "", "", "")
    parts = PARTS.fullmatch(found["beside"] or "")
    baseline, must = parts.groups("") if parts else ("", "")
    return Figure(found["what"], found["figure"], baseline, must, found["verdict"] or "")


def _show(figures: list[Figure]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("what", "measured", "beside", "must be", ""):
        table.add_column(heading)
    for figure in figures:
        table.add_row(*figure)
    console = Console(markup=False)
    console.print(table, width=None if console.is_terminal else 140)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
