"""Reads saved pages whose article is known, and puts text and dates beside what trafilatura alone makes of them.

The text is compared by its runs of four words, as the article extraction benchmark does: precision and recall of each
page, their means, and F1 of these. Headline, byline and dateline are no part of the body, nor is the apparatus. Where
a page's gold names a lead apart from the body, it may be there or not.
"""

from __future__ import annotations

import gzip
import json
import logging
import re
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from apostil.domain.article import Role
from apostil.domain.errors import UnreadableFileError
from apostil.importers.formats.html import read_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from apostil.domain.article import Article

PAGES = Path(__file__).resolve().parents[3] / "shared" / "data" / "boilerplate"
NOT_BODY = frozenset({Role.APPARATUS, Role.HEADLINE, Role.BYLINE, Role.DATELINE})
TEXTS = (("article_extraction_benchmark", 0.970), ("orange_actu_fr", 0.0), ("readability_pages", 0.0))
DATES = "htmldate_eval"
TIMES = 1.12
RUN = 4


class Page(NamedTuple):
    """One page with what is known of it."""

    gold: dict[str, str]
    data: bytes


class Score(NamedTuple):
    """Mean precision and recall of a set, and F1 of these."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    def __str__(self) -> str:
        return f"F1 {self.f1:.4f}, precision {self.precision:.4f}, recall {self.recall:.4f}"


def main() -> int:
    """Print one line a figure; the exit status says whether all of them are reached."""
    logging.disable(logging.CRITICAL)
    if not PAGES.is_dir():
        print(
            "article text and dates: not measured (the pages are not here, they lie beside the checkout in shared/data)"
        )
        return 0
    reached = [_text(name, least) for name, least in TEXTS]
    return 0 if all([*reached, _dates(), _speed()]) else 1


def _text(name: str, least: float) -> bool:
    pages = list(pages_of(name))
    plain = score((page, _plain(page.data)) for page in pages)
    ours = score((page, _body(_read(page.data))) for page in pages)
    must = f">= {least:.3f} and more than trafilatura" if least else "more than trafilatura"
    return line(f"text of {name}", str(ours), f"trafilatura {plain}", must, ours.f1 >= least and ours.f1 > plain.f1)


def _dates() -> bool:
    import htmldate

    pages = list(pages_of(DATES))
    plain = mean(htmldate.find_date(page.data, original_date=True) == page.gold["date"] for page in pages)
    found = [_read(page.data) for page in pages]
    ours = mean(
        str(article and article.metadata.published) == page.gold["date"]
        for article, page in zip(found, pages, strict=True)
    )
    return line(f"publication dates of {DATES}", f"{ours:.1%}", f"htmldate {plain:.1%}", ">= 90 %", ours >= 0.9)


def _speed() -> bool:
    """Each takes its turn page by page, in time of the processor; the better of two counts."""
    import trafilatura

    def plain(data: bytes) -> object:
        return trafilatura.bare_extraction(data, with_metadata=True)

    pages = [page.data for page in pages_of(TEXTS[0][0])]
    for data in pages[:20]:
        plain(data), _read(data)
    times = [[min(_seconds(work, data) for _ in range(2)) for work in (_read, plain)] for data in pages]
    ours, theirs = (mean(column) * 1000 for column in zip(*times, strict=True))
    what = "time to read a page, bytes to article, mean"
    return line(
        what, f"{ours:.1f} ms", f"trafilatura alone {theirs:.1f} ms", f"<= {TIMES} times that", ours <= TIMES * theirs
    )


def _seconds(work: Callable[[bytes], object], data: bytes) -> float:
    start = time.process_time()
    work(data)
    return time.process_time() - start


def pages_of(name: str) -> Iterable[Page]:
    """The pages of one set."""
    for row in (PAGES / name / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(row)
        data = (PAGES / name / gold["file"]).read_bytes()
        yield Page(gold, gzip.decompress(data) if gold["file"].endswith(".gz") else data)


def _read(data: bytes) -> Article | None:
    try:
        return read_page(data, "page.html")
    except UnreadableFileError:
        return None


def _body(article: Article | None) -> str:
    blocks = article.blocks if article else ()
    return "\n\n".join(block.span.cut(article.text) for block in blocks if block.role not in NOT_BODY)


def _plain(data: bytes) -> str:
    import trafilatura

    found = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    return found.text if found else ""


def score(found: Iterable[tuple[Page, str]]) -> Score:
    """The means over pages and the texts that were found in them; a page without any text has no precision."""
    pairs = [max((compared(gold, text) for gold in _golds(page)), key=sum) for page, text in found]
    return Score(mean(pair[0] for pair in pairs if sum(pair)), mean(pair[1] for pair in pairs))


def _golds(page: Page) -> Sequence[str]:
    text, lead = page.gold["text"], page.gold.get("lead")
    return (text, f"{lead}\n\n{text}") if lead else (text,)


def compared(gold: str, text: str) -> tuple[float, float]:
    """Precision and recall of the runs of words of a text."""
    wanted, found = _runs(gold), _runs(text)
    both = sum((wanted & found).values())
    return both / (sum(found.values()) or 1), both / (sum(wanted.values()) or 1)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1)) if words)


def line(name: str, value: str, baseline: str, must: str, reached: bool) -> bool:
    """Print a figure, and say whether it is reached."""
    print(f"{name}: {value} (baseline {baseline}, must be {must}): {'ok' if reached else 'MISSED'}")
    return reached


if __name__ == "__main__":
    sys.exit(main())
