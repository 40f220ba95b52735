"""Ranks sentences beside sumy's own classes, and measures the way from text to summary, memory and growth.

All times are of the processor, on one core: what else a machine is doing matters less to them.
The ranking alone is measured on words that are there already. Each side has the stemmer it comes with: sumy's, and
ours, which remembers the words that it has seen. Both rank without stop words, as sumy does unless it is told
otherwise; what they take with stop words, where there is far less to count, is printed without a verdict.

sumy's KL is cubic: beyond 200 sentences it is not run, and what it would take is reckoned from its growth between 100
and 200 sentences. Memory is that of a whole process, with Python, its libraries and the text.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time
import warnings
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from nltk.tokenize import word_tokenize
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer
from punkt import load_model
from sumy.nlp.stemmers import Stemmer
from sumy.nlp.tokenizers import Tokenizer
from sumy.parsers.plaintext import PlaintextParser

from apostil.analysis import sentences
from apostil.analysis.summaries import rank
from apostil.analysis.words import stemmer, stop_words
from apostil.domain.summary import Method
from support.language import article_of
from support.summaries import DATA, METHODS, SUMY, document, long_text, made

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = {"en": "english", "fr": "french"}
LEAST = {
    50: dict.fromkeys(METHODS, 1.0),
    200: dict.fromkeys(METHODS, 10.0),
    1000: {
        Method.LEXRANK: 200.0,
        Method.TEXTRANK: 200.0,
        Method.REDUCTION: 200.0,
        Method.LSA: 20.0,
        Method.SUMBASIC: 20.0,
        Method.KL: 500.0,
    },
}
"""How many times as fast as sumy a method is to be."""

FROM_TEXT = 40.0
MEMORY = 200
BOOK = 5.0
GROWTH = (100, 1000, 10_000)


def main() -> int:
    """Print one line a figure; the exit status says whether all of them are reached."""
    warnings.simplefilter("ignore")  # sumy's, of matrices with too few words
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    if "--growth" in sys.argv:
        return _growth()
    print(f"texts of summaries: {'natural' if DATA.exists() else 'invented, from our samples'}")
    cubic: dict[int, float] = {}
    reached = [_ranked(method, count, cubic) for count in LEAST for method in METHODS]
    for method in METHODS:
        _with_stop_words(method)
    reached += [_from_text(language) for language in NAMES]
    reached.append(subprocess.run([sys.executable, __file__, "--growth"], check=False).returncode == 0)
    return 0 if all(reached) else 1


def _ranked(method: Method, count: int, cubic: dict[int, float]) -> bool:
    ours = _ranking(METHODS[method], count, "en", stemmer("en"))
    if method is Method.KL:
        theirs, how = _cubic(count, cubic)
    else:
        theirs, how = _ranking(SUMY[method], count, "en", Stemmer("english")), ""
    least = LEAST[count].get(method, 1.0)
    return _line(f"{method}, {count} sentences ranked", ours, theirs, least, how)


def _cubic(count: int, known: dict[int, float]) -> tuple[float, str]:
    """What sumy's KL takes, or would take."""
    for size in {min(count, 200), 100}:
        known.setdefault(size, _ranking(SUMY[Method.KL], size, "en", str.lower))
    if count <= 200:
        return known[count], ""
    power = math.log2(known[200] / known[100])
    return known[200] * (count / 200) ** power, f", reckoned from {known[200]:.1f} s at 200 by n^{power:.1f}"


def _with_stop_words(method: Method) -> None:
    """The same stop words and the same stemmer, with its memory, for both."""
    if method is not Method.KL:
        stem, stops = stemmer("en"), stop_words("en")
        theirs = _ranking(SUMY[method], 1000, "en", stem, stops)
        _line(f"{method}, 1000 sentences, stop words", _ranking(METHODS[method], 1000, "en", stem, stops), theirs)


def _ranking(kind: type[Any], count: int, language: str, stem: Callable[[str], str], stops: Any = ()) -> float:
    """The seconds that a summarizer takes: ours the best of five runs, after a first one."""
    source = document(long_text(language, count))
    summarizer = made(kind, stem, stops)
    assert len(source.words)
    own = kind in METHODS.values()
    if own:
        summarizer(source, 5)
    return min(_seconds(partial(summarizer, source, 5)) for _ in range(5 if own or count <= 50 else 1))


class _SumysTokenizer(Tokenizer):
    """sumy's tokenizer with the models of sentences that are installed here; sumy would download the same ones.

    Words are cut without splitting each sentence into sentences once more, which is less work than sumy has.
    """

    def _get_sentence_tokenizer(self, language: str) -> Any:
        parameters, model = PunktParameters(), load_model(language)
        parameters.abbrev_types |= model.abbrev_types
        parameters.collocations |= model.collocations
        parameters.sent_starters |= model.sent_starters
        parameters.ortho_context.update(model.ortho_context)
        return PunktSentenceTokenizer(parameters)

    def _get_word_tokenizer(self, language: str) -> Any:
        return SimpleNamespace(tokenize=partial(word_tokenize, preserve_line=True))


def _from_text(language: str) -> bool:
    text = long_text(language, 1100)
    paragraphs = [" ".join(paragraph) for paragraph in text.paragraphs]
    article = article_of(*paragraphs, language=language)

    def ours() -> object:
        forget = getattr(stemmer(language), "cache_clear")  # noqa: B009
        forget()
        spans = sentences.split(article, language)
        return rank(article, spans, language, Method.LEXRANK)

    def theirs() -> object:
        parser = PlaintextParser.from_string("\n\n".join(paragraphs), _SumysTokenizer(NAMES[language]))
        summarizer = made(SUMY[Method.LEXRANK], Stemmer(NAMES[language]), stop_words(language))
        return summarizer(parser.document, 5)

    ours()
    taken = min(_seconds(ours) for _ in range(3))
    count = len(sentences.split(article, language))
    what = f"lexrank, {language}, text to summary, {count} sentences, no stem remembered"
    return _line(what, taken, _seconds(theirs), FROM_TEXT)


def _growth() -> int:
    """Time and memory by the number of sentences, in a process of its own."""
    reached = []
    documents = [document(long_text("en", count)) for count in GROWTH]
    for method, kind in METHODS.items():
        summarizer = made(kind, stemmer("en"), stop_words("en"))
        taken = [_seconds(partial(summarizer, source, 5)) for source in documents]
        shown = ", ".join(f"{count} in {seconds * 1000:.0f} ms" for count, seconds in zip(GROWTH, taken, strict=True))
        reached.append(taken[-1] <= BOOK)
        verdict = "ok" if reached[-1] else "MISSED"
        print(f"{method}, growth: {shown} (must be <= {BOOK:g} s for the longest): {verdict}", flush=True)
    peak = _peak()
    if peak:
        reached.append(peak <= MEMORY)
        verdict = "ok" if reached[-1] else "MISSED"
        what = f"memory of a process that ranked {GROWTH[-1]} sentences by all methods"
        print(f"{what}: {peak:.0f} MB (must be <= {MEMORY} MB): {verdict}")
    return 0 if all(reached) else 1


def _peak() -> float:
    """The most memory that this process has had, in MB; 0 where the system does not say."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _line(what: str, ours: float, theirs: float, least: float = 0.0, how: str = "") -> bool:
    """Print how long ours takes beside sumy, and say whether it is so many times as fast."""
    times = theirs / ours
    must = f", must be >= {least:g} times as fast" if least else ""
    verdict = (": ok" if times >= least else ": MISSED") if least else ""
    print(
        f"{what}: {ours * 1000:.1f} ms, {times:.0f} × (baseline sumy {theirs * 1000:.0f} ms{how}{must}){verdict}",
        flush=True,
    )
    return times >= least


if __name__ == "__main__":
    sys.exit(main())
