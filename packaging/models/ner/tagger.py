"""The tagger: an encoder with one linear layer over its last states, how it is trained, and how its scores are read."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from data import OUTSIDE, Text
from torch import nn
from torch.nn import functional

from apostil.analysis.labelling import LABELS, names
from apostil.analysis.pieces import Chunk, chunks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from encoder import Encoder
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

NUMBER = {label: number for number, label in enumerate(LABELS)}
BOS, PAD, EOS = 0, 1, 2


class Tagger(nn.Module):
    """Scores (texts, pieces, labels) for numbers of pieces."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.shape.hidden, len(LABELS))

    def forward(self, ids: torch.Tensor, present: torch.Tensor, dropout: float = 0.0) -> torch.Tensor:
        """The scores of each label for each piece."""
        last = self.encoder(ids, present, dropout)[-1]
        scores: torch.Tensor = self.head(functional.dropout(last, dropout, self.training))
        return scores


@dataclass(frozen=True, slots=True)
class Example:
    """A chunk with the labels that are allowed for each of its pieces; none where a piece does not count."""

    ids: list[int]
    allowed: NDArray[np.bool_]


def examples(texts: Iterable[Text], tokenizer: Tokenizer) -> list[Example]:
    """What the tagger learns from these texts."""
    kept = list(texts)
    cut = chunks([text.text for text in kept], tokenizer)
    return [_example(kept[number], chunk) for number, chunk in cut]


def _example(text: Text, chunk: Chunk) -> Example:
    allowed = np.zeros((len(chunk.ids), len(LABELS)), np.bool_)
    outside = [0, *(NUMBER[f"{edge}-{kind}"] for kind in text.hidden for edge in "BI")]
    names = list(text.names)
    begun = -1
    for row, (start, end) in zip(allowed, chunk.places, strict=True):
        if start >= end:
            continue
        while names and names[0].end <= start:
            names.pop(0)
        if not names or start < names[0].start:
            row[outside] = True
            continue
        name = names[0]
        edge = "I" if begun == name.start else "B"
        begun = name.start
        row[[NUMBER[f"{edge}-{kind}"] for kind in name.kinds if kind != OUTSIDE]] = True
        row[0] |= OUTSIDE in name.kinds
    return Example(chunk.ids, allowed)


def batches(items: Sequence[Example], budget: int, chance: random.Random) -> list[list[Example]]:
    """The examples in batches of about as many pieces, of examples of about the same length, in random order."""
    order = sorted(items, key=lambda item: len(item.ids) + chance.random() * 6)
    found: list[list[Example]] = [[]]
    for item in order:
        if found[-1] and (len(found[-1]) + 1) * (len(item.ids) + 2) > budget:
            found.append([])
        found[-1].append(item)
    chance.shuffle(found)
    return found


def padded(batch: Sequence[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Numbers of pieces between the marks of beginning and end, and which of them are there."""
    length = max(len(ids) for ids in batch) + 2
    ids = torch.full((len(batch), length), PAD)
    for row, own in zip(ids, batch, strict=True):
        row[: len(own) + 2] = torch.tensor([BOS, *own, EOS])
    return ids, ids != PAD


def loss_of(scores: torch.Tensor, batch: Sequence[Example]) -> torch.Tensor:
    """The mean of -log(the probability of the allowed labels together) over the pieces that count."""
    allowed = np.zeros(scores.shape, np.bool_)
    for row, item in zip(allowed, batch, strict=True):
        row[1 : len(item.ids) + 1] = item.allowed
    mask = torch.from_numpy(allowed)
    chosen = functional.log_softmax(scores.float(), -1).masked_fill(~mask, -1e9).logsumexp(-1)
    counts = mask.any(-1)
    return -chosen[counts].mean()


RATE, HEAD_RATE = 8e-5, 1e-3
"""Learning rates at their highest, for the encoder and for the head."""

BUDGET = 600
"""Pieces in a batch."""

DROPOUT = 0.1
DECAY = 0.998
"""Of the moving average of the weights, which is what is kept."""


def train(
    tagger: Tagger,
    epochs: Sequence[Callable[[], list[Example]]],
    *,
    seed: int,
    report: Callable[[int, int, float], None],
    teacher: Tagger | None = None,
    rate: float = RATE,
) -> None:
    """Train on what each epoch gives; leaves the moving average of the weights in the tagger.

    AdamW with a linear warm-up over a twentieth of the steps and a linear decay, in 16-bit floats where that is safe.
    With a teacher, half of the loss is the distance from what the teacher says (Hinton et al. 2015).
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    planned = [batch for epoch in epochs for batch in batches(epoch(), BUDGET, chance)]
    weights = [weight for weight in tagger.encoder.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": weights, "lr": rate}, {"params": tagger.head.parameters(), "lr": HEAD_RATE * rate / RATE}],
        weight_decay=0.01,
    )
    total = len(planned)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (total / 20 + 1), (total - step) / total)
    )
    average = _Average(tagger)
    tagger.train()
    seen = 0.0
    for step, batch in enumerate(planned, 1):
        loss = _loss(tagger, teacher, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        average.follow(tagger, min(DECAY, step / (step + 10)))
        seen = 0.98 * seen + 0.02 * loss.item()
        if step % 100 == 0:
            report(step, total, seen / (1 - 0.98**step))
    average.put(tagger)


def _loss(tagger: Tagger, teacher: Tagger | None, batch: Sequence[Example]) -> torch.Tensor:
    ids, present = padded([item.ids for item in batch])
    with torch.autocast(ids.device.type, dtype=torch.bfloat16):
        scores = tagger(ids, present, DROPOUT).float()
        said = None
        if teacher is not None:
            with torch.inference_mode():
                said = teacher(ids, present).float()
    loss = loss_of(scores, batch)
    if said is None:
        return loss
    apart = functional.kl_div(
        functional.log_softmax(scores, -1), functional.log_softmax(said, -1), reduction="none", log_target=True
    ).sum(-1)
    return (loss + apart[present].mean()) / 2


class _Average:
    """The moving average of the weights that are learned."""

    def __init__(self, tagger: Tagger) -> None:
        self._values = {name: weight.detach().clone() for name, weight in self._learned(tagger)}

    @staticmethod
    def _learned(tagger: Tagger) -> Iterator[tuple[str, nn.Parameter]]:
        return ((name, weight) for name, weight in tagger.named_parameters() if weight.requires_grad)

    def follow(self, tagger: Tagger, decay: float) -> None:
        """Move towards what the weights are now."""
        with torch.no_grad():
            for name, weight in self._learned(tagger):
                self._values[name].lerp_(weight, 1 - decay)

    def put(self, tagger: Tagger) -> None:
        """Give the tagger the average."""
        with torch.no_grad():
            for name, weight in self._learned(tagger):
                weight.copy_(self._values[name])


def predicted(tagger: Tagger, items: Sequence[list[int]]) -> list[NDArray[np.float32]]:
    """The scores (pieces, labels) of each of the lists of pieces."""
    order = sorted(range(len(items)), key=lambda number: len(items[number]))
    found: list[NDArray[np.float32]] = [np.zeros((0, len(LABELS)), np.float32)] * len(items)
    tagger.eval()
    with torch.inference_mode():
        for first in range(0, len(order), 32):
            part = order[first : first + 32]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = tagger(*padded([items[number] for number in part])).float().numpy()
            for row, number in zip(scores, part, strict=True):
                found[number] = row[1 : len(items[number]) + 1]
    return found


def scored(texts: Sequence[str], tagger: Tagger, tokenizer: Tokenizer) -> list[tuple[int, Chunk, NDArray[np.float32]]]:
    """The chunks of the texts with their scores, and the number of the text that each is from."""
    cut = list(chunks(texts, tokenizer))
    scores = predicted(tagger, [chunk.ids for _, chunk in cut])
    return [(number, chunk, own) for (number, chunk), own in zip(cut, scores, strict=True)]


def found(
    count: int, chunks_scored: Sequence[tuple[int, Chunk, NDArray[np.float32]]], degrees: float = 1.0
) -> list[list[tuple[int, int, str, float]]]:
    """The names in each of so many texts: start, end, kind, and how sure the tagger is at this temperature."""
    result: list[list[tuple[int, int, str, float]]] = [[] for _ in range(count)]
    for number, chunk, own in chunks_scored:
        result[number] += [(start, end, str(kind), sure) for start, end, kind, sure in names(own, chunk, degrees)]
    return result
