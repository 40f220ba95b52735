"""Apostil's own engine: one multilingual tagger of names, run by ONNX Runtime.

The model is `resources/models/names`; `packaging/models/ner` is where it was trained, from what, and how good it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from apostil import assets
from apostil.analysis.engine import Finding
from apostil.analysis.labelling import names
from apostil.analysis.pieces import Chunk, chunks
from apostil.analysis.stamps import MODEL, TUNED, UNTUNED, engine, facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

BEGIN, PAD, END = 0, 1, 2
"""Numbers of the marks around every chunk, and of what fills up a batch."""

BUDGET = 512
"""Pieces that are worked on together. With more, texts are filled up to the longest of them, and what the layers hand
on no longer stays in the processor's own memory; with fewer, two threads have too little to share."""

THREADS = 2


@dataclass(frozen=True, slots=True)
class _Model:
    session: Any
    tokenizer: Any
    version: str
    temperature: float


class OwnEngine:
    """Names as our own model finds them."""

    @property
    def name(self) -> str:
        """The engine with its version, as an analysis records it."""
        return engine()

    def knows(self, language: str) -> bool:
        """Whether it finds names in this language."""
        return language in TUNED or language in UNTUNED

    def warm_up(self, language: str) -> None:
        """Load the model, where this language needs it."""
        if self.knows(language):
            _model()

    def find(self, texts: Sequence[str], language: str) -> list[tuple[Finding, ...]]:
        """The names in each of the texts, in order and without overlap; none in a language it does not know."""
        if not self.knows(language):
            return [()] * len(texts)
        model = _model()
        cut = list(chunks(texts, model.tokenizer))
        found: list[list[Finding]] = [[] for _ in texts]
        scores: dict[int, NDArray[Any]] = {}
        for batch in _batches([chunk for _, chunk in cut]):
            scores.update(zip(batch, _scores(model, [cut[number][1] for number in batch]), strict=True))
        for number, (text, chunk) in enumerate(cut):
            found[text] += (Finding(*name) for name in names(scores[number], chunk, model.temperature))
        return [tuple(findings) for findings in found]


def _batches(cut: Sequence[Chunk]) -> Iterator[list[int]]:
    """The numbers of chunks that are worked on together: those of about the same length, up to the budget."""
    batch: list[int] = []
    for number in sorted(range(len(cut)), key=lambda number: len(cut[number].ids)):
        if batch and (len(batch) + 1) * (len(cut[number].ids) + 2) > BUDGET:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _scores(model: _Model, batch: Sequence[Chunk]) -> list[NDArray[Any]]:
    """The scores of each label for each piece of some chunks."""
    import numpy as np

    longest = max(len(chunk.ids) for chunk in batch) + 2
    pieces = np.full((len(batch), longest), PAD, np.int32)
    present = np.zeros((len(batch), longest), np.int32)
    for row, there, chunk in zip(pieces, present, batch, strict=True):
        row[: len(chunk.ids) + 2] = [BEGIN, *chunk.ids, END]
        there[: len(chunk.ids) + 2] = 1
    (scores,) = model.session.run(None, {"pieces": pieces, "present": present})
    return [own[1 : len(chunk.ids) + 1] for own, chunk in zip(scores, batch, strict=True)]


@cache
def _model() -> _Model:
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    options = SessionOptions()
    options.intra_op_num_threads = THREADS
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # it would hold up all else that works
    session = InferenceSession(str(assets.path(f"{MODEL}/names.onnx")), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(assets.path(f"{MODEL}/pieces.json")))
    return _Model(session, tokenizer, facts()["version"], facts()["temperature"])
