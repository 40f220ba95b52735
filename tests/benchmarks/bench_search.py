"""Searches a library of 1,000 articles as people type, beside a scan of the same texts, and edits it."""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import apsw

from apostil.domain.edits import AnnotationsEdit
from apostil.store.search import matches
from support.libraries import invented_words, make_annotation, make_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from apostil.domain.article import ArticleId
    from apostil.store.library import Library

ARTICLES = 1000
LONG = 600_000


def main() -> int:
    """Print one line a figure; the exit status says whether all of them are reached."""
    with tempfile.TemporaryDirectory() as folder, make_library(Path(folder), ARTICLES) as library:
        ids = [entry.id for entry in library.entries()]
        _annotate(library, ids)
        reached = [_search(library, ids), _entries(library), _apply(library, ids), _find()]
    return 0 if all(reached) else 1


def _annotate(library: Library, ids: list[ArticleId]) -> None:
    for article_id in ids[::2]:
        article = library.article(article_id)
        marks = [
            make_annotation(
                article, article_id, at, at + 20, name=f"{article_id}{at}", note="à vérifier", tags=("eau",)
            )
            for at in range(0, 120, 30)
        ]
        library.apply(AnnotationsEdit("Highlight", (), tuple(marks)))


def _search(library: Library, ids: list[ArticleId]) -> bool:
    queries = list(_queries(library, ids))
    with apsw.Connection(str(library.path), flags=apsw.SQLITE_OPEN_READONLY) as connection:
        scan = [milliseconds(lambda query=query: _scan(connection, query)) for query in queries]
    times = [min(milliseconds(lambda query=query: library.search(query)) for _ in range(3)) for query in queries]
    baseline = f"LIKE scan without folding, order and excerpts {median(scan):.1f} ms median, {max(scan):.1f} ms longest"
    return all(
        [
            line(f"search over {ARTICLES} articles, median", median(times), baseline, 30),
            line(f"search over {ARTICLES} articles, longest query (best of 3)", max(times), baseline, 30),
        ]
    )


def _queries(library: Library, ids: list[ArticleId]) -> Iterable[str]:
    """Every beginning of a frequent, a usual and a rare word, pairs of words, phrases, and what stands in notes."""
    random = Random(3)
    words = library.article(ids[0]).text.split()
    for word in (max(words, key=words.count), *random.sample(words, 3)):
        yield from (word[:length] for length in range(1, len(word) + 1))
    for start in random.sample(range(len(words) - 3), 10):
        yield " ".join(words[start : start + 2])
        yield f'"{" ".join(words[start : start + 3])}"'
    yield from ("v", "verif", "eau a verifier", "a e o")


def _scan(connection: apsw.Connection, query: str) -> None:
    pattern = f"%{query.strip(chr(34))}%"
    connection.execute("SELECT article FROM content WHERE text LIKE ?", (pattern,)).fetchall()
    connection.execute("SELECT article FROM annotation WHERE note LIKE ?", (pattern,)).fetchall()


def _entries(library: Library) -> bool:
    times = [milliseconds(library.entries) for _ in range(20)]
    return line(f"list of {ARTICLES} articles, median", median(times), "nothing", 15)


def _apply(library: Library, ids: list[ArticleId]) -> bool:
    marks = [mark for article_id in ids[:100] for mark in library.annotations(article_id)]
    edits = [AnnotationsEdit("Note", (mark,), (replace(mark, note=f"une note, {mark.id}"),), True) for mark in marks]
    times = [milliseconds(lambda edit=edit: library.apply(edit)) for edit in edits]
    read = [milliseconds(lambda mark=mark: library.annotation(mark.id)) for mark in marks]
    beside = f"reading one {median(read):.2f} ms; slowest of {len(times)} edits {max(times):.2f} ms"
    return line("one edit of an annotation, median", median(times), beside, 3)


def _find() -> bool:
    random = Random(5)
    words = invented_words(random, 5000)
    text = ""
    while len(text) < LONG:
        text += " ".join(random.choices(words, k=1000)) + ". "
    text = text[:LONG]
    wanted = (*random.sample(words, 10), "e", "l")
    times = [min(milliseconds(lambda word=word: matches(text, word)) for _ in range(3)) for word in wanted]
    plain = milliseconds(text.casefold)
    return line(f"find in {LONG} characters, longest (best of 3)", max(times), f"casefold alone {plain:.1f} ms", 50)


def milliseconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def line(name: str, value: float, baseline: str, most: float) -> bool:
    """Print a figure, and say whether it is reached."""
    reached = value <= most
    print(f"{name}: {value:.2f} ms (baseline {baseline}, must be <= {most:g} ms): {'ok' if reached else 'MISSED'}")
    return reached


if __name__ == "__main__":
    sys.exit(main())
