"""Trains Apostil's model of names, from the encoder and the texts to what the program loads, with its scores.

`python packaging/models/ner/train.py --data DIR` (where GUM and WikiGold lie, see README.md) takes about an hour on two
cores and writes `resources/models/names` and, beside this script, `scores.json` with the curve of the training.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import corpus
import data
import encoder
import exchange
import export
import numpy as np
import torch
import vocabulary
from tagger import RATE, Example, Tagger, examples, found, scored, train

if TYPE_CHECKING:
    from tokenizers import Tokenizer

HERE = Path(__file__).parent
MODELS = HERE.parents[2] / "resources" / "models" / "names"
VERSION = "1"
SEED = 20261122
LAYERS = 8
"""Of the encoder's twelve. They score a point less than the teacher's twelve and are half as fast again."""

EPOCHS, STUDY = 4, 4
"""How often teacher and student go over all texts."""

MORE, MORE_STUDY, LATER = 1, 2, 0.5
"""How often they do with `--more`, and with what part of the learning rate."""

FINISH = 3
"""At the end the student goes once over GUM with its news, and over one in so many of the other texts."""


Report = Callable[[int, int, float], None]
"""What a stage calls with its step, the number of steps and the loss."""


@dataclass(slots=True)
class Course:
    """What happened while training, for `scores.json`."""

    begun: float = field(default_factory=time.monotonic)
    curve: list[tuple[str, int, float]] = field(default_factory=list)

    def report(self, stage: str) -> Report:
        """What this stage calls."""

        def told(step: int, total: int, loss: float) -> None:
            self.curve.append((stage, step, round(loss, 4)))
            print(f"{time.monotonic() - self.begun:6.0f} s  {stage}  {step} of {total}: loss {loss:.4f}", flush=True)

        return told


@dataclass(frozen=True, slots=True)
class Texts:
    """What is learned from, and what is kept for measuring."""

    own: list[data.Text]
    gum: list[data.Text]
    wikigold: list[data.Text]
    news: list[data.Text]
    held: list[data.Text]


def gather(folder: Path) -> Texts:
    """All texts; of our own corpus a tenth is held back, and of GUM the news, until the end."""
    gum, wikigold = (data.checked(folder / name, checksum) for name, checksum in data.CHECKSUMS.items())
    documents = corpus.load()
    held = [document for document in documents if corpus.is_held_out(document, documents)]
    return Texts(
        data.own(document for document in documents if document not in held),
        data.gum(gum, ("interview", "bio", "voyage")),
        data.wikigold(wikigold),
        data.gum(gum, ("news",)),
        data.own(held),
    )


def lessons(texts: Texts, tokenizer: Tokenizer, epochs: int, seed: int) -> list[Callable[[], list[Example]]]:
    """What each epoch learns: the texts as they are, and every other time with names exchanged."""
    chance = random.Random(seed)
    pool = exchange.pool([*texts.own, *texts.gum, *texts.wikigold])

    def plain() -> list[Example]:
        return examples([*texts.own, *texts.gum, *texts.wikigold], tokenizer)

    def exchanged() -> list[Example]:
        changed = [*exchange.exchanged(texts.own, pool, chance), *exchange.exchanged(texts.gum, pool, chance)]
        return examples([*changed, *texts.wikigold], tokenizer)

    return [exchanged if number % 2 else plain for number in range(epochs)]


def finish(student: Tagger, texts: Texts, news: list[data.Text], tokenizer: Tokenizer, report: Report) -> None:
    """Let a student that never saw GUM's news learn from some of them, beside some of everything else."""
    last = [*texts.own[::FINISH], *texts.wikigold[::FINISH], *texts.gum, *news]
    train(student, [lambda: examples(last, tokenizer)], seed=SEED + 2, report=report, rate=RATE * LATER)


def temperature(tagger: Tagger, tokenizer: Tokenizer, held: list[data.Text]) -> tuple[float, float]:
    """What scores are to be divided by so that confidences are right as often as they say, on texts held back.

    The one of a grid with the least expected calibration error (Guo et al. 2017) over the names found, and that error.
    """
    said = scored([text.text for text in held], tagger, tokenizer)
    grid = [1 + step / 10 for step in range(21)]
    errors = {degrees: calibration_error(held, found(len(held), said, degrees)) for degrees in grid}
    best = min(grid, key=lambda degrees: errors[degrees])
    return best, errors[best]


def calibration_error(held: list[data.Text], names: list[list[tuple[int, int, str, float]]]) -> float:
    """The mean distance between confidence and being right, in ten bins, weighted by their size."""
    sure, right = [], []
    for text, own in zip(held, names, strict=True):
        gold = {(name.start, name.end): name.kinds for name in text.names}
        sure += [confidence for *_, confidence in own]
        right += [kind in gold.get((start, end), ()) for start, end, kind, _ in own]
    bins = np.minimum((np.array(sure) * 10).astype(int), 9)
    rights, sures = np.array(right, float), np.array(sure)
    apart = [abs(rights[bins == number].sum() - sures[bins == number].sum()) for number in range(10)]
    return float(sum(apart) / len(sure))


def write(tagger: Tagger, weights: encoder.Weights, numbers: list[int], tokenizer: Tokenizer, degrees: float) -> None:
    """Write what the program loads."""
    MODELS.mkdir(parents=True, exist_ok=True)
    state = {name.removeprefix("encoder."): value.numpy() for name, value in tagger.state_dict().items()}
    scales, packed = weights.words
    export.write(
        MODELS / "names.onnx",
        state,
        (scales[numbers], packed[numbers]),
        layers=len(tagger.encoder.layers),
        heads=weights.shape.heads,
        epsilon=weights.shape.epsilon,
    )
    tokenizer.save(str(MODELS / "pieces.json"), pretty=False)
    facts = {"version": VERSION, "temperature": round(degrees, 2)}
    (MODELS / "names.json").write_text(json.dumps(facts) + "\n", encoding="utf-8")


def main() -> None:
    """Train, write, and say how good it is."""
    asked = _arguments()
    torch.manual_seed(SEED)
    course = Course()
    weights = encoder.read(encoder.source())
    numbers = vocabulary.kept(weights.pieces)
    tokenizer = vocabulary.tokenizer(weights.pieces, numbers)
    texts = gather(asked.data)
    teacher, student = blank(weights, numbers), blank(weights, numbers, LAYERS)
    _teach(teacher, student, texts, tokenizer, course, asked)
    _keep(student, asked.keep, "student")
    finish(student, texts, texts.news, tokenizer, course.report("finish"))
    _keep(student, asked.keep, "finished")
    degrees, error = temperature(student, tokenizer, texts.held)
    write(student, weights, numbers, tokenizer, degrees)
    scores: dict[str, Any] = {
        "temperature": degrees,
        "calibration error": round(error, 4),
        "seconds": round(time.monotonic() - course.begun),
        "curve": course.curve,
    }
    (HERE / "scores.json").write_text(json.dumps(scores) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds ner_en/")
    parser.add_argument("--keep", type=Path, help="a folder for the weights as PyTorch has them")
    parser.add_argument("--more", action="store_true", help="go on from the weights kept, when the corpus has grown")
    return parser.parse_args()


def blank(weights: encoder.Weights, numbers: list[int], layers: int | None = None) -> Tagger:
    """A tagger that has learned nothing yet, of the encoder's first layers or of all."""
    tagger = Tagger(encoder.build(weights, numbers))
    tagger.encoder.layers = tagger.encoder.layers[:layers]
    return tagger


def _teach(
    teacher: Tagger, student: Tagger, texts: Texts, tokenizer: Tokenizer, course: Course, asked: argparse.Namespace
) -> None:
    epochs, study, rate = (MORE, MORE_STUDY, RATE * LATER) if asked.more else (EPOCHS, STUDY, RATE)
    if asked.more:
        teacher.load_state_dict(torch.load(asked.keep / "teacher.pt"))
    learned = lessons(texts, tokenizer, epochs, SEED)
    train(teacher, learned, seed=SEED, report=course.report("teacher"), rate=rate)
    _keep(teacher, asked.keep, "teacher")
    begun = torch.load(asked.keep / "student.pt") if asked.more else teacher.state_dict()
    student.load_state_dict(begun, strict=False)
    learned = lessons(texts, tokenizer, study, SEED + 1)
    train(student, learned, seed=SEED + 1, report=course.report("student"), teacher=teacher.eval(), rate=rate)


def _keep(tagger: Tagger, folder: Path | None, name: str) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        torch.save(tagger.state_dict(), folder / f"{name}.pt")


if __name__ == "__main__":
    main()
