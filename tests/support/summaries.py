"""Texts for the tests and measurements of summaries, and sumy's own classes beside ours."""

from __future__ import annotations

import json
import math
import re
import warnings
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from apostil.analysis.summarizers.methods import METHODS
from apostil.analysis.words import words_of
from apostil.domain.summary import Method
from support.language import ENGLISH, FRENCH, SHARED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

DATA = SHARED / "data" / "summaries"

SUMY: dict[Method, type[Any]] = {
    Method.EDMUNDSON: EdmundsonSummarizer,
    Method.KL: KLSummarizer,
    Method.LEXRANK: LexRankSummarizer,
    Method.LSA: LsaSummarizer,
    Method.LUHN: LuhnSummarizer,
    Method.REDUCTION: ReductionSummarizer,
    Method.SUMBASIC: SumBasicSummarizer,
    Method.TEXTRANK: TextRankSummarizer,
}
"""sumy's own class for each of its methods: the yardstick."""


class Text(NamedTuple):
    """A text of others, or one put together: paragraphs of sentences, the first of which is its title."""

    name: str
    language: str
    paragraphs: tuple[tuple[str, ...], ...]


class OurWords:
    """Our words for sumy's sentences; each sentence is cut into words once."""

    def __init__(self, language: str) -> None:
        self._words = cache(lambda text: words_of(text, language))

    def to_words(self, text: str) -> tuple[str, ...]:
        return self._words(text)


def document(text: Text) -> Any:
    """sumy's document of a text, with sumy's own sentences; the title is its heading."""
    words = OurWords(text.language)
    first, *others = text.paragraphs
    return ObjectDocumentModel(
        [
            Paragraph([Sentence(sentence, words, is_heading=not place) for place, sentence in enumerate(first)]),
            *(Paragraph([Sentence(sentence, words) for sentence in paragraph]) for paragraph in others),
        ]
    )


def made(kind: type[Any], stem: Callable[[str], str], stops: Collection[str] = (), bonus: Collection[str] = ()) -> Any:
    """A summarizer with its lists of words, whichever it takes."""
    summarizer = kind(stem)
    if isinstance(summarizer, EdmundsonSummarizer):
        summarizer.bonus_words = bonus or ("ferry",)
        summarizer.stigma_words = summarizer.null_words = stops or ("le",)
    else:
        summarizer.stop_words = frozenset(stops)
    return summarizer


@cache
def texts() -> tuple[Text, ...]:
    """The texts of the data beside the checkout that are short enough to be ranked by sumy itself; none without it."""
    return tuple(text for text in chain(_gum(), _orange(), _bbc()) if sum(map(len, text.paragraphs)) <= 40)


def _gum() -> Iterator[Text]:
    for row in _rows("gum_summaries"):
        paragraphs: list[list[str]] = []
        end = 0
        for sentence in row["sentences"]:
            if not paragraphs or "\n\n" in row["text"][end : sentence["start"]]:
                paragraphs.append([])
            end = sentence["end"]
            paragraphs[-1].append(row["text"][sentence["start"] : end])
        yield Text(row["id"], "en", tuple(map(tuple, paragraphs)))


def _orange() -> Iterator[Text]:
    for row in _rows("orangesum"):
        paragraphs = [row["title"], *row["text"].split("\n\n")]
        yield Text(row["id"], "fr", tuple(tuple(_sentences(paragraph)) for paragraph in paragraphs))


def _bbc() -> Iterator[Text]:
    for row in _rows("bbc_extractive"):
        title, *others = row["sentences"]
        pairs = zip(others[2::2], others[3::2], strict=False)
        yield Text(row["id"], "en", ((title, *others[:2]), *pairs))


def _sentences(paragraph: str) -> Iterable[str]:
    """Sentences good enough for a comparison: what they are split by, both sides share."""
    return (sentence for sentence in re.split(r"(?<=[.!?»])\s+(?=[A-ZÀ-Þ«\"])", paragraph) if sentence.strip())


def _rows(folder: str) -> Iterator[dict[str, Any]]:
    path = DATA / folder / "dev.jsonl"
    if path.exists():
        yield from map(json.loads, path.read_text("utf-8").splitlines())


def long_text(language: str, sentences: int) -> Text:
    """So many sentences of different texts of a language, in paragraphs of five, below one of their titles.

    Without the data beside the checkout, invented sentences: those of our samples with other words put in.
    """
    natural = [
        sentence
        for text in (*_gum(), *_bbc(), *_orange())
        if text.language == language
        for paragraph in text.paragraphs
        for sentence in paragraph
    ]
    Random(7).shuffle(natural)
    if len(natural) <= sentences:
        natural += _varied(ENGLISH if language == "en" else FRENCH, sentences + 1 - len(natural))
    title, *others = natural[: sentences + 1]
    paragraphs = (tuple(others[start : start + 5]) for start in range(0, sentences, 5))
    return Text(f"{sentences} sentences", language, ((title,), *paragraphs))


def _varied(sample: str, count: int) -> list[str]:
    """Sentences in which a third of the words is replaced by invented ones, frequent and rare as words are."""
    random = Random(8)
    pattern = list(_sentences(sample.replace("\n", " ")))
    invented = ["".join(random.choices("aeioulnrst", k=random.randint(4, 10))) for _ in range(20_000)]
    return [
        re.sub(
            r"\b[^\W\d_]{4,}\b",
            lambda word: invented[int(random.paretovariate(0.6)) % len(invented)] if random.random() < 0.6 else word[0],
            random.choice(pattern),
        )
        for _ in range(count)
    ]


def choices(kind: type[Any], document: Any, counts: Iterable[object], **lists: Any) -> tuple[list[Any], list[float]]:
    """What one of sumy's classes, or ours, chooses for each of these counts, and how it rated the sentences."""
    summarizer = made(kind, **lists)
    kept = _kept_ratings(summarizer)
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # sumy's own, of matrices with too few words and of divisions by zero
        return [list(map(str, summarizer(document, count))) for count in counts], kept


def gap(document: Any, ratings: Sequence[float], one: Sequence[str], other: Sequence[str]) -> float:
    """How far apart in these ratings the sentences are that only one of two choices holds; 0 for equal choices."""
    if len(one) != len(other):
        return math.inf
    rated = dict(zip(map(str, document.sentences), ratings, strict=True))
    swapped = zip((Counter(one) - Counter(other)).elements(), (Counter(other) - Counter(one)).elements(), strict=True)
    return max((abs(rated[mine] - rated[theirs]) for mine, theirs in swapped), default=0.0)


def rate_for_ever(started: str, method: Method) -> None:
    """Be in the middle of a method on a long text from when there is a file of this name; runs in a worker."""
    text = document(long_text("en", 1200))
    summarizer = made(METHODS[method], str.lower, ())
    Path(started).touch()
    while True:
        summarizer.ratings(text)


def _kept_ratings(summarizer: Any) -> list[float]:
    """Where a summarizer of sumy's leaves how it rates each sentence when it is called."""
    kept: list[float] = []
    best = summarizer._get_best_sentences

    def keeping(sentences: Sequence[Any], count: object, rating: Any, *args: object) -> tuple[Any, ...]:
        rate = rating.__getitem__ if isinstance(rating, dict) else rating
        kept[:] = [float(rate(sentence, *args)) for sentence in sentences]
        return best(sentences, count, _in_turn(kept))

    summarizer._get_best_sentences = keeping
    return kept


def _in_turn(values: Sequence[float]) -> Callable[[object], float]:
    left = iter(values)
    return lambda _: next(left)
