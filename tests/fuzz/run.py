"""Hunts for as long as it is told, with other files in every round; `make fuzz` runs it.

What it finds is kept below the folder `fuzz-findings`, to become a test. Documents beside the checkout are changed too,
where there are any: the known texts and other public samples.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from apostil.jobs.pool import Pool
from fuzz.hunting import Found, hunt
from fuzz.seeds import SEEDS

ROOT = Path(__file__).resolve().parents[2]
ROUND = 100
LARGEST = 400_000
SAMPLES = ROOT.parent / "shared" / "data" / "documents"
FINDINGS = ROOT / "fuzz-findings"


def main() -> int:
    """Hunt until the time is over; the exit status says whether nothing was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32)
    asked = parser.parse_args()
    chance, until = random.Random(asked.seed), time.monotonic() + asked.minutes * 60
    print(f"seed {asked.seed}", flush=True)
    tried = found = 0
    with tempfile.TemporaryDirectory() as folder:
        pool = Pool(2)
        while time.monotonic() < until:
            name, example = _example(chance)
            trouble = hunt(pool, name, example, ROUND, chance.randrange(2**32), Path(folder) / "last")
            tried += ROUND
            if trouble:
                found += not trouble.foreign
                print(_kept(name, trouble), flush=True)
        pool.close()
    print(f"{tried} files tried, {found} of them too much")
    return 1 if found else 0


def _example(chance: random.Random) -> tuple[str, bytes]:
    """A file to change: one of ours, or a public sample."""
    samples = [path for path in SAMPLES.rglob("*") if path.is_file() and path.stat().st_size < LARGEST]
    if samples and chance.random() < 0.5:
        path = chance.choice(samples)
        return path.name, path.read_bytes()
    name, make = chance.choice(list(SEEDS.values()))
    return name, make()


def _kept(name: str, found: Found) -> str:
    FINDINGS.mkdir(exist_ok=True)
    path = FINDINGS / f"{time.time_ns()}-{name}"
    path.write_bytes(found.data)
    kind = "a library crashed" if found.foreign else "TOO MUCH"
    return f"{kind}: {path.relative_to(ROOT)}\n{found.trouble}"


if __name__ == "__main__":
    sys.exit(main())
