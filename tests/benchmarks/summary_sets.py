"""Articles with summaries that people wrote or chose, ours and those beside the checkout, each read as it is meant."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from apostil.analysis import sentences as splitting
from apostil.domain.article import Metadata, Piece, compose
from apostil.domain.spans import Span
from benchmarks.littering import littered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apostil.domain.article import Article

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
TRAINING = ROOT / "packaging" / "models" / "summaries"


class Summarized(NamedTuple):
    """An article, its sentences, and its summary in the words of one or several people.

    `source` names it for what was trained on some articles and is tested on others.
    """

    source: str
    article: Article
    sentences: tuple[Span, ...]
    references: tuple[str, ...]


class SummarySet(NamedTuple):
    """Articles in one language of whose sentences so many are to be chosen.

    `learned` says that our weights come from them, so that others have to be tried on them; `unjudged` why a method of
    ours need not be ahead on them, if so.
    """

    title: str
    language: str
    texts: Sequence[Summarized]
    count: int
    learned: bool = False
    unjudged: str = ""


SHORTER = "their summaries are one sentence"
BY_PROGRAM = "a program made its extracts, of 40 % of the sentences"


def summary_sets() -> Iterator[SummarySet]:
    """Every set that is here."""
    for language in ("en", "fr"):
        texts = list(own(language))
        on_pages = [littered(text, language) for text in texts]
        yield SummarySet(f"own highlights, {language}", language, texts, 3, learned=True)
        yield SummarySet(f"own highlights, {language}, whole pages", language, on_pages, 3, learned=True)
    yield SummarySet("stories", "en", list(stories()), 3, learned=True)
    yield SummarySet("stories in one block, without titles", "en", list(stories(titles=False)), 3, learned=True)
    if DATA.is_dir():
        yield SummarySet("GUM, all genres", "en", list(gum()), 1, learned=True)
        yield SummarySet("GUM news", "en", list(gum("news")), 1, learned=True)
        yield SummarySet("GUM news, three sentences", "en", list(gum("news")), 3, True, SHORTER)
        yield SummarySet("BBC", "en", list(bbc(rows("bbc_extractive"))), 3, unjudged=BY_PROGRAM)
        yield SummarySet("OrangeSum", "fr", list(orange(rows("orangesum"))), 1)
        yield SummarySet("OrangeSum without titles", "fr", list(orange(rows("orangesum"), titles=False)), 1)


def rows(name: str) -> Iterator[dict[str, Any]]:
    """The articles of a set, as its file has them."""
    lines = (DATA / "summaries" / name / "dev.jsonl").read_text("utf-8").splitlines()
    return (json.loads(line) for line in lines)


def training(name: str) -> Any:
    """A module of the training, which is no package."""
    if str(TRAINING) not in sys.path:
        sys.path.append(str(TRAINING))
    return import_module(name)


def gum(genre: str = "") -> Iterator[Summarized]:
    """GUM's documents with their human summaries, as the training reads them."""
    for text in training("sources").gum(DATA / "summaries" / "gum_summaries" / "dev.jsonl"):
        if text.sentences and genre in {"", text.genre}:
            yield Summarized(text.source, text.article, text.sentences, text.abstracts)


def own(language: str) -> Iterator[Summarized]:
    """Our own articles in a language that have highlights, as they are."""
    for text in training("sources").own():
        if text.language == language and text.count > 1 and text.genre not in {"headless", "long sentences"}:
            yield Summarized(text.source, text.article, text.sentences, text.abstracts)


def stories(*, titles: bool = True) -> Iterator[Summarized]:
    """Our long stories; without their titles in one block each."""
    for text in training("sources").stories():
        if titles and text.genre == "story":
            yield Summarized(text.source, text.article, text.sentences, text.abstracts)
        elif not titles and text.genre == "one block":
            start = text.article.blocks[1].span
            article = compose([Piece(start.cut(text.article.text))], Metadata(language=text.language))
            sentences = tuple(Span(one.start - start.start, one.end - start.start) for one in text.sentences)
            yield Summarized(text.source, article, sentences, text.abstracts)


def bbc(given: Iterator[dict[str, Any]]) -> Iterator[Summarized]:
    """The BBC's articles in one paragraph each, below their headline; the summary is the sentences of the extract."""
    for row in given:
        headline, *sentences = row["sentences"]
        article = compose([Piece(" ".join(sentences))], Metadata(title=headline, language="en"))
        reference = " ".join(row["sentences"][place] for place in row["summary"])
        yield Summarized(row["id"], article, _places(article.text, sentences), (reference,))


def _places(text: str, sentences: Sequence[str]) -> tuple[Span, ...]:
    found, end = [], 0
    for sentence in sentences:
        start = text.index(sentence, end)
        end = start + len(sentence)
        found.append(Span(start, end))
    return tuple(found)


def orange(given: Iterator[dict[str, Any]], *, titles: bool = True) -> Iterator[Summarized]:
    """OrangeSum's articles, in our own sentences, with what the editors put above them for a summary."""
    for row in given:
        title = row["title"] if titles else ""
        article = compose([Piece(text) for text in row["text"].split("\n\n")], Metadata(title=title, language="fr"))
        yield Summarized(row["id"], article, splitting.split(article, "fr"), (row["abstract"],))
