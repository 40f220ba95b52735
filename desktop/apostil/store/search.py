"""Full-text search over texts, titles, notes and tags, and the places that match within a text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from apostil.domain.article import SEPARATOR, ArticleId
from apostil.domain.library import Hit
from apostil.domain.spans import Span
from apostil.store.failures import as_written
from apostil.store.folding import Folded, fold, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from apostil.store.queries import Term

EXCERPT = 160
"""About how many characters of a text a hit shows."""

MOST_PLACES = 8
"""Among the first so many places of each word in a text the best one for an excerpt is looked for."""

TITLE_WEIGHT = 8.0
MARK_WEIGHT = 3.0

_ADD_TEXT = "INSERT INTO text_index (rowid, text, places) VALUES (?, ?, ?)"
_PUT_TITLE = "INSERT OR REPLACE INTO title_index (rowid, title) VALUES (?, ?)"
_PUT_MARK = "INSERT OR REPLACE INTO mark_index (rowid, note, tags) VALUES (?, ?, ?)"
_DROP_MARK = "DELETE FROM mark_index WHERE rowid = ?"
_DROP = (
    "DELETE FROM text_index WHERE rowid = ?",
    "DELETE FROM title_index WHERE rowid = ?",
    "DELETE FROM mark_index WHERE rowid IN (SELECT key FROM annotation WHERE article = ?)",
)
# Smaller is better with bm25. Every table is asked for every term, so that words which stand in the title, the text
# and a note of one article find it together.
_SCORES = """
WITH texts AS MATERIALIZED (SELECT rowid AS article, bm25(text_index) AS score FROM text_index(:term)),
    titles AS MATERIALIZED (SELECT rowid AS article, bm25(title_index) AS score FROM title_index(:term)),
    marks AS MATERIALIZED (SELECT rowid AS annotation, bm25(mark_index) AS score FROM mark_index(:term))
SELECT article, score FROM texts
UNION ALL SELECT article, :title * score FROM titles
UNION ALL SELECT n.article, :mark * min(m.score) FROM marks m JOIN annotation n ON n.key = m.annotation GROUP BY 1
"""
_PRESENT = "SELECT key, id FROM article WHERE hidden_since IS NULL AND superseded_by IS NULL"
_TEXTS = """
SELECT c.article, c.text, i.text, i.places
FROM json_each(?) j JOIN content c ON c.article = j.value JOIN text_index i ON i.rowid = c.article
"""
_MARKS = """
SELECT n.note, (SELECT group_concat(t.name, ' · ' ORDER BY nt.position)
    FROM annotation_tag nt JOIN tag t ON t.key = nt.tag WHERE nt.annotation = n.key)
FROM annotation n WHERE n.article = ? ORDER BY n.start, n."end" DESC, n.created, n.id
"""
_TITLE = "SELECT title FROM article WHERE key = ?"


@dataclass(frozen=True, slots=True)
class Indexed:
    """A text as the index keeps it. It takes a moment to make, so it is made before a transaction begins."""

    text: str
    places: str


def indexed(text: str) -> Indexed:
    """What the index keeps of a text."""
    made = fold(text)
    return Indexed(made.text, json.dumps(made.places, separators=(",", ":")))


def add_text(connection: apsw.Connection, article: int, index: Indexed) -> None:
    """Index an article's text, which never changes."""
    connection.execute(_ADD_TEXT, (article, index.text, index.places))


def put_title(connection: apsw.Connection, article: int, title: str) -> None:
    """Index an article's title instead of the one before."""
    connection.execute(_PUT_TITLE, (article, folded(title)))


def put_mark(connection: apsw.Connection, annotation: int, note: str, tags: Sequence[str]) -> None:
    """Index an annotation's words instead of those before."""
    connection.execute(_PUT_MARK, (annotation, folded(note), folded("\n".join(tags))))


def drop_mark(connection: apsw.Connection, annotation: int) -> None:
    """Take an annotation's words out of the index."""
    connection.execute(_DROP_MARK, (annotation,))


def drop(connection: apsw.Connection, article: int) -> None:
    """Take everything of an article out of the index, before its rows go."""
    for statement in _DROP:
        connection.execute(statement, (article,))


def search(connection: apsw.Connection, query: str, limit: int) -> list[Hit]:
    """The articles in which every word and phrase of the query is found, the best first."""
    from apostil.store.queries import parse

    terms = parse(query)
    if not terms:
        return []
    scores = _scores(connection, terms)
    present = {int(key): ArticleId(article_id) for key, article_id in connection.execute(_PRESENT)}
    best = sorted((key for key in scores if key in present), key=lambda key: (scores[key], -key))
    finder = _Finder.of(terms)
    return _hits(connection, [(key, present[key]) for key in best[:limit]], finder)


def matches(text: str, query: str) -> tuple[Span, ...]:
    """Where the words and phrases of a query stand in a text, in order and without overlaps.

    Words match whole, but for the last one of the query, which may go on. Case, accents, ligatures, apostrophes and
    all kinds of spaces are folded.
    """
    from apostil.store.queries import parse

    terms = parse(query)
    if not terms:
        return ()
    made = fold(text)
    return _spans(made, _found(_Finder.of(terms).any, made.text))


def occurrences(text: str, words: str) -> tuple[Span, ...]:
    """Where these words stand in a text as they were typed, one after the other, also within longer words.

    They are folded as in `matches`, so that what a person reads is found whichever keys were used to type it.
    """
    wanted = folded(words).split()
    if not wanted:
        return ()
    made = fold(text)
    return _spans(made, (match.span() for match in re.finditer(" +".join(wanted), made.text)))


def _scores(connection: apsw.Connection, terms: Sequence[Term]) -> dict[int, float]:
    """The articles that have every term, with the sum of the scores."""
    total: dict[int, float] | None = None
    for term in terms:
        found: dict[int, float] = {}
        rows = connection.execute(_SCORES, {"term": term.expression, "title": TITLE_WEIGHT, "mark": MARK_WEIGHT})
        for key, score in rows:
            found[key] = found.get(key, 0.0) + score
        if total is not None:
            found = {key: score + total[key] for key, score in found.items() if key in total}
        if not found:
            return {}
        total = found
    return total or {}


@dataclass(frozen=True, slots=True)
class _Finder:
    """What looks for a query's terms in folded text: for each by itself, which is fast, and for any of them."""

    terms: tuple[re.Pattern[str], ...]
    any: re.Pattern[str]

    @classmethod
    def of(cls, terms: Sequence[Term]) -> _Finder:
        # The longest first, so that a phrase wins over its own first word.
        patterns = sorted((term.pattern for term in terms), key=len, reverse=True)
        return cls(tuple(map(re.compile, patterns)), re.compile("|".join(patterns)))

    @property
    def places(self) -> int:
        """How many places of each term are looked at for the best excerpt."""
        return 1 if len(self.terms) == 1 else MOST_PLACES


def _found(pattern: re.Pattern[str], words: str, start: int = 0, end: int | None = None) -> Iterable[tuple[int, int]]:
    """Where a term's pattern matches in folded text, within these bounds."""
    padded = f" {words} "
    for match in pattern.finditer(padded, start, len(padded) if end is None else end):
        # The space that was put before all of it and the one that begins the match make up for each other.
        yield match.start(), match.end() - 1


def _spans(text: Folded, found: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    if not text.places:
        return tuple(Span(start, end) for start, end in found)
    return tuple(text.span(start, end) for start, end in found)


@as_written()
def _hits(connection: apsw.Connection, best: Sequence[tuple[int, ArticleId]], finder: _Finder) -> list[Hit]:
    rows = connection.execute(_TEXTS, (json.dumps([key for key, _ in best]),))
    texts = {int(key): (str(text), str(words), str(places)) for key, text, words, places in rows}
    return [_hit(connection, key, article_id, texts[key], finder) for key, article_id in best]


def _hit(
    connection: apsw.Connection, key: int, article_id: ArticleId, kept: tuple[str, str, str], finder: _Finder
) -> Hit:
    text, words, places = kept
    where = _best_place(words, finder)
    if where is not None:
        return _excerpt(article_id, text, Folded(words, json.loads(places)), where, finder)
    for shorter in _shorter_texts(connection, key):
        made = fold(shorter)
        for found in _found(finder.any, made.text):
            return _excerpt(article_id, shorter, made, found, finder)
    return Hit(article_id, text[:EXCERPT].partition("\n")[0], ())


def _shorter_texts(connection: apsw.Connection, key: int) -> Iterable[str]:
    """The notes, tags and title of an article."""
    for note, tags in connection.execute(_MARKS, (key,)):
        yield note
        yield tags or ""
    yield str(connection.execute(_TITLE, (key,)).get)


def _best_place(words: str, finder: _Finder) -> tuple[int, int] | None:
    """The first of the places that have the most different terms close behind them."""
    found = sorted(
        (start, end, number)
        for number, pattern in enumerate(finder.terms)
        for start, end in islice(_found(pattern, words), finder.places)
    )
    best, most = None, 0
    for index, (start, end, _) in enumerate(found):
        near = _terms_near(found[index:])
        if near > most:
            best, most = (start, end), near
        if most == len(finder.terms):
            break
    return best


def _terms_near(found: Sequence[tuple[int, int, int]]) -> int:
    """How many different terms stand within half an excerpt of the first place."""
    limit = found[0][0] + EXCERPT // 2
    return len({number for _, _, number in takewhile(lambda place: place[0] < limit, found)})


def _excerpt(article_id: ArticleId, text: str, way: Folded, where: tuple[int, int], finder: _Finder) -> Hit:
    """A run of the block around a place, cut between words, with all that matches in it."""
    place = way.span(*where)
    run = _run(text, place)
    reach = where[0] + 2 * EXCERPT + (where[1] - where[0])
    spans = _spans(way, _found(finder.any, way.text, max(0, where[0] - EXCERPT), reach))
    marked = tuple((span.start - run.start, span.end - run.start) for span in spans if run.covers(span))
    return Hit(article_id, run.cut(text).replace("\n", " "), marked)


def _run(text: str, place: Span) -> Span:
    first = text.rfind(SEPARATOR, 0, place.start)
    start = max(place.start - EXCERPT // 3, first + len(SEPARATOR) if first >= 0 else 0)
    while 0 < start < place.start and not text[start - 1].isspace():
        start += 1
    last = text.find(SEPARATOR, place.end)
    last = last if last >= 0 else len(text)
    end = max(place.end, start + EXCERPT)
    if end >= last:
        return Span(start, last)
    # The white space behind the last word that fits ends it, where there is any.
    return Span(start, max(place.end, text.rfind(" ", place.end, end)))
