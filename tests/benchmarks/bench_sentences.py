"""Splits texts whose sentences are known, beside plain Punkt: how many are right to the character, and how fast.

Both get the same blocks: what stands between two blank lines, as an article has it.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer
from punkt import load_model

from apostil.analysis.learned import PUNKT_NAMES
from apostil.analysis.sentences import split_text
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Splitter = Callable[[str, str], Sequence[tuple[int, int]]]

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "sentences"
TREEBANKS = ("ud_english_ewt", "ud_french_gsd")
PARTS = ("dev", "held")
LEAST = {"English weblog": 0.95, "French": 0.985}
"""What each kind of text must reach, beside being no worse than with plain Punkt."""

LANGUAGES = {"en": "English", "fr": "French"}
SLOWEST = 1.0
SENTENCES, TIMES = 1000, 5
HOSTILE = {
    "a million periods": "." * 10**6,
    "a million letters": "a" * 10**6,
    "a million quotation marks": '."' * 500_000,
    "a million brackets": ".(" * 500_000,
    "a million initials": "A." * 500_000,
    "a million line ends": "a\n" * 500_000,
}
LONGEST_S = 10
GROWTH = 3
"""Twice as long a text may take so much longer, with what other programs take meanwhile."""


class Document(NamedTuple):
    """A text of a kind, with its sentences."""

    kind: str
    language: str
    text: str
    sentences: frozenset[tuple[int, int]]


@dataclass(slots=True)
class Score:
    """How many sentences were found, how many there are, and how many were found where they are."""

    right: int = 0
    found: int = 0
    known: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.known) if self.found else 0.0


def main() -> int:
    """Print one line a figure; the exit status says whether all of them are reached."""
    reached = []
    for part in PARTS:
        documents = [one for name in TREEBANKS for one in _documents(DATA / name / f"{part}.jsonl")]
        if documents:
            reached += _judged(documents, part)
    if (DATA / "golden_rules").exists():
        reached.append(_golden())
    reached += [_speed(language) for language in LANGUAGES]
    reached += [_hostile(name, text) for name, text in HOSTILE.items()]
    return 0 if all(reached) else 1


# Right -------------------------------------------------------------------------------------------------------------


def _judged(documents: Sequence[Document], part: str) -> list[bool]:
    ours, plain = _scores(documents, split_text), _scores(documents, _punkt)
    return [
        _said(
            f"sentences of {kind}, {part}",
            ours[kind].f1,
            plain[kind].f1,
            max(LEAST.get(kind, 0.0), plain[kind].f1),
        )
        for kind in ours
    ]


def _said(what: str, figure: float, baseline: float, least: float) -> bool:
    is_reached = figure >= least
    print(
        f"{what}, F1: {figure:.3f} (baseline plain Punkt {baseline:.3f}, must be >= {least:.3f}):"
        f" {'ok' if is_reached else 'MISSED'}"
    )
    return is_reached


def _golden() -> bool:
    cases = [json.loads(line) for line in (DATA / "golden_rules" / "dev.jsonl").read_text("utf-8").splitlines()]
    ours, plain = (
        sum([case["text"][start:end] for start, end in splitter(case["text"], case["lang"])] == case["sentences"]
            for case in cases)
        for splitter in (split_text, _punkt)
    )  # fmt: skip
    is_reached = ours == len(cases)
    print(
        f"sentences, golden rules: {ours} of {len(cases)} (baseline plain Punkt {plain}, must be all):"
        f" {'ok' if is_reached else 'MISSED'}"
    )
    return is_reached


def _documents(file: Path) -> Iterator[Document]:
    for line in file.read_text("utf-8").splitlines() if file.exists() else []:
        one = json.loads(line)
        kind = f"{LANGUAGES[one['lang']]} {one.get('genre', '')}".strip()
        yield Document(kind, one["lang"], one["text"], frozenset(map(tuple, one["sentences"])))


def _scores(documents: Sequence[Document], splitter: Splitter) -> dict[str, Score]:
    scores: dict[str, Score] = defaultdict(Score)
    for document in documents:
        found = {
            (offset + start, offset + end)
            for offset, block in _blocks(document.text)
            for start, end in splitter(block, document.language)
        }
        score = scores[document.kind]
        score.right += len(found & document.sentences)
        score.found += len(found)
        score.known += len(document.sentences)
    return scores


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between blank lines, and where."""
    start = 0
    for gap in re.finditer(r"\n[ \t]*\n|\Z", text):
        yield start, text[start : gap.start()]
        start = gap.end()


_TOKENIZERS: dict[str, PunktSentenceTokenizer] = {}


def _punkt(text: str, language: str) -> list[tuple[int, int]]:
    """The sentences that plain Punkt finds, without the white space around them."""
    if language not in _TOKENIZERS:
        model, parameters = load_model(PUNKT_NAMES[language]), PunktParameters()
        parameters.abbrev_types |= model.abbrev_types
        parameters.collocations |= model.collocations
        parameters.sent_starters |= model.sent_starters
        parameters.ortho_context.update(model.ortho_context)
        _TOKENIZERS[language] = PunktSentenceTokenizer(parameters)
    spans = (Span(*one).trimmed(text) for one in _TOKENIZERS[language].span_tokenize(text))
    return [(span.start, span.end) for span in spans if len(span)]


# Fast --------------------------------------------------------------------------------------------------------------

PASSAGES = {
    "en": "Mr. Halloran left at 9 a.m. on Jan. 31. “Will it rain?” asked the mayor. It rose by 3.5% in the U.S. today.",
    "fr": "M. Delorme est parti à 9 h. « Va-t-il pleuvoir ? » demanda le maire. La hausse est de 3,5 %, cf. l’art. 12.",
}


def _speed(language: str) -> bool:
    """A thousand sentences in paragraphs of three, the quickest of some times."""
    block, count = PASSAGES[language], SENTENCES // 3
    ours, plain = (_quickest(splitter, block, language, count, TIMES) for splitter in (split_text, _punkt))
    is_reached = ours <= plain * SLOWEST
    print(
        f"{LANGUAGES[language]}, {SENTENCES} sentences: {ours * 1000:.0f} ms"
        f" (baseline plain Punkt {plain * 1000:.0f} ms, must be no slower): {'ok' if is_reached else 'MISSED'}"
    )
    return is_reached


def _quickest(splitter: Splitter, block: str, language: str, count: int, tries: int) -> float:
    times = []
    for _ in range(tries):
        start = perf_counter()
        for _ in range(count):
            splitter(block, language)
        times.append(perf_counter() - start)
    return min(times)


def _hostile(name: str, text: str) -> bool:
    half, whole = (_quickest(split_text, part, "en", 1, 2) for part in (text[: len(text) // 2], text))
    is_reached = whole <= LONGEST_S and (whole < 0.2 or whole <= half * GROWTH)
    print(
        f"sentences of {name}: {whole:.2f} s (baseline half of it {half:.2f} s, must be <= {LONGEST_S} s and"
        f" <= {GROWTH} times the half): {'ok' if is_reached else 'MISSED'}"
    )
    return is_reached


if __name__ == "__main__":
    sys.exit(main())
