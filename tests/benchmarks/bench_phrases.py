"""Finds the key phrases of articles, beside other ways, and looks how much of what people wrote of these is in them.

What people wrote are the titles and the summaries of GUM (English) and OrangeSum (French); phrases are looked for in
the text below the title. All ways get the same words, stems and stop words.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from math import log, prod
from pathlib import Path
from statistics import mean, median, pstdev
from time import process_time
from typing import TYPE_CHECKING, Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from apostil.analysis.phrases import key_phrases
from apostil.analysis.sentences import split
from apostil.analysis.word_spans import Word, WordSpans
from apostil.domain.article import Article, Metadata, Piece, compose
from apostil.services.analysing import entities_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from apostil.domain.entity import Entity

    Stems = tuple[str, ...]
    Sentences = list[list[Word]]

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "summaries"
LANGUAGES = {"en": "English", "fr": "French"}
MOST = 150
"""Texts of a language that are looked at: their names have to be found, which takes longest."""

TOP, LISTED = 10, 20
SENTENCES, SLOWEST_S = 1000, 0.3
TIMES = 3


class Document(NamedTuple):
    """A text without its title, with what people wrote of it, and its words by sentence."""

    language: str
    title: str
    summaries: list[str]
    article: Article
    entities: tuple[Entity, ...]
    sentences: Sentences


class Score(NamedTuple):
    """Shares of the words of titles and of summaries that are found, and of the words found that are in one of them.

    `pairs` is the share of what stands side by side in the summaries, but for stop words.
    """

    titles: float
    summaries: float
    pairs: float
    right: float

    @property
    def f1(self) -> float:
        return 2 * self.summaries * self.right / (self.summaries + self.right) if self.right else 0.0


def main() -> int:
    """Print one line a figure; the exit status says whether all of them are reached."""
    if not DATA.exists():
        return 0
    reached = []
    for language, rows in (("en", _gum()), ("fr", _orange())):
        documents = [_document(language, *row) for _, row in zip(range(MOST), rows, strict=False)]
        reached += _judged(language, documents)
        reached.append(_speed(language, documents))
    return 0 if all(reached) else 1


# Texts -------------------------------------------------------------------------------------------------------------


def _gum() -> Iterator[tuple[str, list[str], str]]:
    for row in _rows("gum_summaries"):
        first = row["sentences"][0]
        yield row["title"], row["summaries"], row["text"][first["end"] if first["block"] == "head" else 0 :]


def _orange() -> Iterator[tuple[str, list[str], str]]:
    for row in _rows("orangesum"):
        yield row["title"], [row["abstract"]], row["text"]


def _rows(folder: str) -> Iterator[dict[str, Any]]:
    with (DATA / folder / "dev.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _document(language: str, title: str, summaries: list[str], text: str) -> Document:
    article = compose([Piece(paragraph) for paragraph in text.split("\n\n")], Metadata(language=language))
    spelling = WordSpans(language)
    words = [list(spelling.within(article.text, one.start, one.end)) for one in split(article, language)]
    return Document(language, title, summaries, article, entities_of(article), words)


# Ways --------------------------------------------------------------------------------------------------------------


def _ours(document: Document) -> list[Stems]:
    found = key_phrases(document.article, document.language, document.entities, LISTED)
    return [tuple(_stems(phrase.text, document.language)) for phrase in found]


def _frequent(document: Document) -> list[Stems]:
    counts = Counter(word.stem for sentence in document.sentences for word in sentence if word.stem)
    return [(stem,) for stem, _ in counts.most_common(LISTED)]


def _rake(document: Document) -> list[Stems]:
    """RAKE: runs without stop words, by how many words theirs stand beside."""
    counts: Counter[str] = Counter()
    degrees: Counter[str] = Counter()
    phrases: dict[Stems, None] = {}
    for run in _runs(document):
        if len(run) <= 4:
            phrases[run] = None
            counts.update(run)
            degrees.update(dict.fromkeys(run, len(run)))
    return sorted(phrases, key=lambda run: -sum(degrees[stem] / counts[stem] for stem in run))


def _runs(document: Document) -> Iterator[Stems]:
    """What stands between stop words and marks."""
    text = document.article.text
    for sentence in document.sentences:
        run: Stems = ()
        end = 0
        for word in sentence:
            if run and (not word.stem or text[end : word.start].strip()):
                yield run
                run = ()
            if word.stem:
                run, end = (*run, word.stem), word.end
        if run:
            yield run


def _collocations(document: Document) -> list[Stems]:
    """NLTK's: pairs by how unlikely it is that they stand together by chance."""
    from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder

    finder = BigramCollocationFinder.from_documents([list(run) for run in _runs(document)])
    finder.apply_freq_filter(2)
    return [pair for pair, _ in finder.score_ngrams(BigramAssocMeasures.likelihood_ratio)]


def _yake(document: Document) -> list[Stems]:
    """After YAKE: words by capitals, place, frequency, company and spread, up to three of them multiplied."""
    weights = _yake_weights(document)
    phrases = Counter(
        run[start:end]
        for run in _runs(document)
        for start in range(len(run))
        for end in range(start + 1, min(len(run), start + 3) + 1)
    )
    scores = {
        phrase: prod(weights[stem] for stem in phrase) / (count * (1 + sum(weights[stem] for stem in phrase)))
        for phrase, count in phrases.items()
    }
    kept: list[Stems] = []
    for phrase in sorted(scores, key=lambda one: scores[one]):
        if len(kept) < LISTED and not any(set(phrase) <= set(other) for other in kept):
            kept.append(phrase)
    return kept


def _yake_weights(document: Document) -> dict[str, float]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    capitals: Counter[str] = Counter()
    beside: defaultdict[str, set[tuple[int, str]]] = defaultdict(set)
    for number, sentence in enumerate(document.sentences):
        for place, word in enumerate(sentence):
            if word.stem:
                places[word.stem].append(number)
                capitals[word.stem] += place > 0 and document.article.text[word.start].isupper()
                beside[word.stem] |= {(-1, sentence[place - 1].stem)} if place else set()
                beside[word.stem] |= {(1, one.stem) for one in sentence[place + 1 : place + 2]}
    counts = {stem: len(held) for stem, held in places.items()}
    usual, most = mean(counts.values()) + pstdev(counts.values()), max(counts.values())
    weights = {}
    for stem, count in counts.items():
        company = 1 + len(beside[stem]) / most
        spread = len(set(places[stem])) / len(document.sentences)
        merit = capitals[stem] / (1 + log(count)) + count / usual / company + spread / company
        weights[stem] = company * log(log(3 + median(places[stem])) + 1) / merit
    return weights


WAYS: dict[str, Callable[[Document], list[Stems]]] = {
    "RAKE": _rake,
    "YAKE-like": _yake,
    "collocations": _collocations,
    "most frequent words": _frequent,
}


# Judging -----------------------------------------------------------------------------------------------------------


def _judged(language: str, documents: Sequence[Document]) -> list[bool]:
    ours = _score(_ours, documents)
    others = {name: _score(way, documents) for name, way in WAYS.items()}
    figures: list[tuple[str, Callable[[Score], float]]] = [
        (f"words of titles in the {TOP} best phrases", lambda score: score.titles),
        ("words of human summaries in them", lambda score: score.summaries),
        ("pairs of words of human summaries in them", lambda score: score.pairs),
        ("words of human summaries in them, F1", lambda score: score.f1),
    ]
    return [_said(f"{LANGUAGES[language]}, {what}", figure, ours, others) for what, figure in figures]


def _score(way: Callable[[Document], list[Stems]], documents: Sequence[Document]) -> Score:
    return Score(*map(mean, zip(*(_shares(one, way(one)[:TOP]) for one in documents), strict=True)))


def _shares(document: Document, phrases: Sequence[Stems]) -> Score:
    found = {stem for phrase in phrases for stem in phrase}
    title, *summaries = (set(_stems(text, document.language)) for text in (document.title, *document.summaries))
    covered = mean(len(found & summary) / max(1, len(summary)) for summary in summaries)
    pairs = {pair for phrase in phrases for pair in pairwise(phrase)}
    known = [set(pairwise(_stems(text, document.language))) for text in document.summaries]
    paired = mean(len(pairs & summary) / max(1, len(summary)) for summary in known)
    right = len(found & title.union(*summaries)) / max(1, len(found))
    return Score(len(found & title) / max(1, len(title)), covered, paired, right)


def _stems(text: str, language: str) -> list[str]:
    return [word.stem for word in WordSpans(language).within(text, 0, len(text)) if word.stem]


def _said(what: str, figure: Callable[[Score], float], ours: Score, others: dict[str, Score]) -> bool:
    is_reached = figure(ours) > max(map(figure, others.values()))
    beside = ", ".join(f"{name} {figure(score):.1%}" for name, score in others.items())
    verdict = "ok" if is_reached else "MISSED"
    print(f"{what}: {figure(ours):.1%} (baseline {beside}, must be more than each): {verdict}", flush=True)
    return is_reached


def _speed(language: str, documents: Sequence[Document]) -> bool:
    """The quickest of some times, for so many sentences of all texts together."""
    wanted, pieces = SENTENCES, []
    for one in documents:
        if wanted > 0:
            pieces += [Piece(block.span.cut(one.article.text)) for block in one.article.blocks]
            wanted -= len(one.sentences)
    article = compose(pieces)
    times = []
    for _ in range(TIMES):
        start = process_time()
        key_phrases(article, language, ())
        times.append(process_time() - start)
    is_reached = min(times) < SLOWEST_S
    print(
        f"{LANGUAGES[language]}, key phrases of {SENTENCES} sentences: {min(times):.2f} s"
        f" (must be < {SLOWEST_S} s): {'ok' if is_reached else 'MISSED'}"
    )
    return is_reached


if __name__ == "__main__":
    sys.exit(main())
