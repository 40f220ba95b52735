"""Measures the last stage of the training on GUM's news that it did not learn from, in three folds.

`python packaging/models/ner/crossvalidate.py --data DIR --keep DIR`, after `train.py --keep DIR`: a student that never
saw these news finishes three times, each time without a third of their documents, which are then judged, settled as
the program settles them and by our guidelines, as `make bench` judges.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import encoder
import torch
import vocabulary
from tagger import Tagger, found, scored
from train import LAYERS, Course, _arguments, blank, finish, gather

from apostil.analysis.engine import Finding
from apostil.domain.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parents[2] / "tests"))

FOLDS = 3

DEGREES = 1.5
"""The temperature of the scores; it moves confidences, and hardly anything that is judged here."""


class Engine:
    """A tagger as the program's engine."""

    name = "tagger"

    def __init__(self, tagger: Tagger, tokenizer: Tokenizer) -> None:
        """Find with this tagger."""
        self._tagger, self._tokenizer = tagger, tokenizer

    def knows(self, language: str) -> bool:
        """Whether it finds names in this language."""
        return bool(language)

    def warm_up(self, language: str) -> None:
        """Nothing is to be loaded."""

    def find(self, texts: Sequence[str], language: str) -> list[tuple[Finding, ...]]:
        """The names in each of the texts; the tagger asks for no language."""
        del language
        return [
            tuple(Finding(start, end, Kind(kind), sure) for start, end, kind, sure in names)
            for names in found(len(texts), scored(texts, self._tagger, self._tokenizer), DEGREES)
        ]


def main() -> None:
    """Print the figures of all folds together, and keep the typed ones."""
    from benchmarks.bench_names import settled_names
    from benchmarks.gold_names import gold_sets
    from benchmarks.name_scores import Tally

    asked = _arguments()
    weights = encoder.read(encoder.source())
    numbers = vocabulary.kept(weights.pieces)
    tokenizer = vocabulary.tokenizer(weights.pieces, numbers)
    texts = gather(asked.data)
    documents = sorted({text.document for text in texts.news})
    titles = ("GUM news, by our guidelines", "GUM news, as it is")
    sets = {gold.title: gold for gold in gold_sets() if gold.title in titles}
    tallies = {title: Tally(sets[title].hidden, misc=False) for title in titles}
    for fold in range(FOLDS):
        held = set(documents[fold::FOLDS])
        student = blank(weights, numbers, LAYERS)
        student.load_state_dict(torch.load(asked.keep / "student.pt"))
        news = [text for text in texts.news if text.document not in held]
        finish(student, texts, news, tokenizer, Course().report(f"fold {fold + 1}"))
        engine = Engine(student, tokenizer)
        for title, tally in tallies.items():
            for number, document in enumerate(sets[title].documents):
                if documents[number] in held:
                    for passage, names in zip(document, settled_names(document, "en", engine), strict=True):
                        tally.add(passage, names)
    for title, tally in tallies.items():
        kinds = {label: round(tally.of(label).f1, 3) for label in tally.labels}
        print(f"{title}: typed {tally.typed}, spans {tally.spans}", kinds)
    figures = {title: round(tally.typed.f1, 3) for title, tally in tallies.items()}
    (HERE / "crossvalidation.json").write_text(json.dumps(figures) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
