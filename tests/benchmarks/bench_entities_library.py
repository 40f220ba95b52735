"""Asks a library of 1,000 articles with 40,000 mentions for its entities, and renames the most frequent one."""

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

from apostil.domain.corrections import corrected
from apostil.services import entities, graph
from support.libraries import make_library
from support.names import news, people, put

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.article import ArticleId
    from apostil.domain.names import Named
    from apostil.store.library import Library

ARTICLES, MENTIONS, CAST = 1000, 40, 5000
TIMES = 5


def main() -> int:
    """Print one line a figure; the exit status says whether all of them are reached."""
    random = Random(11)
    cast = people(random, CAST)
    with tempfile.TemporaryDirectory() as folder, make_library(Path(folder)) as library:
        ids = put(library, [news(random, cast, number, MENTIONS) for number in range(ARTICLES)])
        ranked = sorted(library.named().values(), key=lambda named: -named.mentions)
        print(_told(ranked))
        reached = [_page(library, ranked[0]), _completion(library, ranked), _filter(library, ranked), _graph(library)]
        reached += [_proposals(library), _index(library, ids), _rename(library, ranked[0], ids)]
    return 0 if all(reached) else 1


def _told(ranked: list[Named]) -> str:
    mentions = sum(named.mentions for named in ranked)
    most = f"the most frequent with {ranked[0].mentions} in {ranked[0].articles} articles"
    return f"library of names: {mentions} mentions of {len(ranked)} entities ({most})"


def _page(library: Library, named: Named) -> bool:
    texts = milliseconds(lambda: _scan(library, named.name))
    best = min(milliseconds(lambda: entities.entity_page(library, named.identity)) for _ in range(TIMES))
    return line("entity page of the most frequent", best, f"scan of the texts for its name {texts:.1f} ms", 100)


def _completion(library: Library, ranked: list[Named]) -> bool:
    typed = [named.name[:length] for named in ranked[:20] for length in (1, 2, 3, 6)]
    best = [
        min(milliseconds(lambda words=words: entities.completed(library, words)) for _ in range(3)) for words in typed
    ]
    scan = milliseconds(lambda: [named for named in library.named().values() if "a" in named.name])
    return line("completion of a name, longest", max(best), f"going through all names {scan:.1f} ms", 10)


def _filter(library: Library, ranked: list[Named]) -> bool:
    wanted = [named.identity for named in ranked[:3]]
    best = [
        min(milliseconds(lambda both=both: entities.filtered(library, wanted, all_of_them=both)) for _ in range(TIMES))
        for both in (True, False)
    ]
    scan = milliseconds(lambda: [_scan(library, named.name) for named in ranked[:3]])
    return line("articles with all or any of three entities, longer", max(best), f"scan of the texts {scan:.1f} ms", 30)


def _graph(library: Library) -> bool:
    best = min(milliseconds(lambda: graph.graph(library)) for _ in range(TIMES))
    drawn = graph.graph(library)
    places = milliseconds(lambda: graph.laid_out(drawn))
    told = f"{len(drawn.nodes)} entities, {len(drawn.edges)} ties; layout in a worker {places:.0f} ms"
    return line("graph of the library", best, told, 300)


def _proposals(library: Library) -> bool:
    best = min(milliseconds(lambda: entities.proposals(library)) for _ in range(2))
    return line("proposals of what may be one", best, f"{len(entities.proposals(library))} of them", 1000)


def _index(library: Library, ids: list[ArticleId]) -> bool:
    first, again = [], []
    for article_id in ids[:100]:
        found = library.analysis(article_id)
        if found:
            library.save_analysis(article_id, replace(found, entities=()))
            first.append(milliseconds(lambda one=article_id, found=found: library.save_analysis(one, found)))
            again.append(milliseconds(lambda one=article_id, found=found: library.save_analysis(one, found)))
    told = f"the same once more {median(again):.1f} ms; longest {max(first):.1f} ms"
    return line("one analysis kept and indexed, median", median(first), told, 20)


def _rename(library: Library, named: Named, ids: list[ArticleId]) -> bool:
    edits = []

    def change() -> None:
        edit = entities.rename(library, named.identity, "Somebody Else Altogether")
        assert edit is not None
        library.apply(edit)
        entities.settle(library)
        edits.append(edit)

    took = milliseconds(change)
    renamed = library.named()[f"{named.kind}:somebody else altogether"]
    assert (renamed.mentions, renamed.articles) == (named.mentions, named.articles)
    anew = milliseconds(lambda: _from_scratch(library, ids[:100])) * ARTICLES / 100
    back = milliseconds(lambda: library.apply(edits[0].inverse()))
    behind = milliseconds(lambda: entities.settle(library))
    told = f"correcting each article anew {anew:.0f} ms; taking it back {back:.0f} ms, then {behind:.0f} ms behind"
    return line("rename the most frequent in the library", took, told, 500)


def _from_scratch(library: Library, ids: list[ArticleId]) -> None:
    for article_id in ids:
        analysis = library.analysis(article_id)
        if analysis:
            corrected(library.article(article_id), analysis.entities, library.effective(article_id))


def _scan(library: Library, words: str) -> None:
    with apsw.Connection(str(library.path), flags=apsw.SQLITE_OPEN_READONLY) as connection:
        connection.execute("SELECT article FROM content WHERE text LIKE ?", (f"%{words}%",)).fetchall()


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
