"""Learns the weights of the automatic summaries: `train.py --data DIR` writes them, those of the folds, and scores.

It takes a few minutes on one core, and has no chance in it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import sources
from folds import COUNT, KEPT, fold_of
from learning import learn
from lessons import Lesson, lessons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.analysis.auto.weights import Weights

HERE = Path(__file__).parent
WEIGHTS = HERE.parents[2] / "resources" / "models" / "summaries" / "auto.json"
SCORES = HERE / "scores.json"
FEWEST = 4
VARIANTS = {
    "headless": ", without its beginning",
    "with standfirst": ", with its standfirst",
    "long sentences": ", in long sentences",
    "one block": ", in one block",
}


def main() -> int:
    """Learn, try on what was not learned from, and write both down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the set that is not ours")
    asked = parser.parse_args()
    texts = [text for text in sources.texts(asked.data) if len(text.sentences) >= FEWEST]
    learned = [one for text in texts for one in lessons(text)]
    print(f"{len(texts)} texts", flush=True)
    folds = [learn([one for one in learned if fold_of(one.text.source) != fold]) for fold in range(COUNT)]
    _write(KEPT, [asdict(weights) for weights in folds])
    _write(WEIGHTS, asdict(learn(learned)))
    _write(SCORES, {"texts": _counts(texts), "checksums": sources.CHECKSUMS, "cross-validated": _tried(learned, folds)})
    return 0


def _write(path: Path, what: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(what, indent=1) + "\n", "utf-8")


def _set_of(text: sources.Text) -> str:
    if text.source.startswith("GUM"):
        return f"GUM {text.genre}"
    if text.genre in {"story", "one block"}:
        return f"stories {text.language}" + VARIANTS.get(text.genre, "")
    kind = "highlights" if text.count > 1 else "abstracts"
    return f"own {kind} {text.language}" + VARIANTS.get(text.genre, "")


def _counts(texts: Sequence[sources.Text]) -> dict[str, int]:
    counts: defaultdict[str, int] = defaultdict(int)
    for text in texts:
        counts[_set_of(text)] += 1
    return dict(sorted(counts.items()))


def _tried(learned: Sequence[Lesson], folds: Sequence[Weights]) -> dict[str, dict[str, float]]:
    """The mean of ROUGE-1, 2 and L of one and of three sentences, beside the first ones, on texts with their titles."""
    found: defaultdict[str, defaultdict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for lesson in learned[::2]:
        chosen = lesson.choice(folds[fold_of(lesson.text.source)], 3)
        for count in (1, 3):
            row = found[_set_of(lesson.text)]
            row[f"auto, {count}"].append(lesson.worth(frozenset(chosen[:count])))
            row[f"lead, {count}"].append(lesson.worth(frozenset(range(count))))
    return {
        name: {what: round(100 * float(np.mean(values)), 2) for what, values in sorted(row.items())}
        for name, row in sorted(found.items())
    }


if __name__ == "__main__":
    sys.exit(main())
