"""What a reader chose in a common summary, found again after articles were replaced or deleted."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from apostil.domain.anchor import anchor_at
from apostil.domain.choices import UNTOUCHED, Choices, Extract, placed_anew
from apostil.services.anchoring import Finder, How

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from apostil.domain.article import ArticleId
    from apostil.domain.spans import Span
    from apostil.domain.summary import Survey
    from apostil.store.library import Library

    Articles = tuple[ArticleId, ...]


def in_order(library: Library, articles: Iterable[ArticleId]) -> Articles:
    """The articles as they came into the library, so that the same ones are one summary however a list has them."""
    return tuple(sorted(articles, key=lambda one: _arrival(library, one)))


def standing(library: Library, articles: Iterable[ArticleId]) -> Articles:
    """What is read of these articles now: newer versions in the place of older ones, and none that was deleted."""
    return tuple(dict.fromkeys(now for one in articles if (now := _read_now(library, one)) is not None))


def choices_of(library: Library, articles: Articles, survey: Survey | None) -> Choices:
    """What the reader chose in the summary of these articles, among the sentences of their survey where there is one.

    Where nothing was chosen in it yet, what was chosen in a summary with other versions of these articles holds, or
    else in one with more articles, of which only these are left. In one article it is what was chosen in its own.

    Raises:
        LibraryError: where the library cannot be read.
    """
    chosen = library.choices(articles) if len(articles) < 2 else _taken_over(library, articles)
    return chosen if survey is None else placed_anew(chosen, survey.sentences)


def _taken_over(library: Library, articles: Articles) -> Choices:
    goal, kept = set(articles), dict(library.common_choices())
    if articles in kept:
        return kept[articles]

    @cache
    def now(article_id: ArticleId) -> ArticleId | None:
        return article_id if article_id in goal else _read_now(library, article_id)

    # Where all choices were taken back, that says something of the same articles only.
    telling = (others for others, chosen in kept.items() if chosen != UNTOUCHED or len(others) == len(articles))
    like = [others for others in telling if goal == {now(one) for one in others} - {None}]
    if not like:
        return UNTOUCHED
    best = max(like, key=lambda others: (-len(others), _last_arrival(library, others)))
    return _carried(library, kept[best], best, articles)


def _last_arrival(library: Library, articles: Articles) -> tuple[dt.datetime, str, str, ArticleId]:
    """When the last of those came that are not gone for good."""
    return max(_arrival(library, one) for one in articles if library.is_kept(one))


def _arrival(library: Library, article_id: ArticleId) -> tuple[dt.datetime, str, str, ArticleId]:
    entry = library.entry(article_id)
    return entry.imported, entry.source_name, entry.part, article_id


def _read_now(library: Library, article_id: ArticleId) -> ArticleId | None:
    if library.is_present(article_id):
        return article_id
    after = library.successor(article_id) if library.is_kept(article_id) else None
    return after if after is not None and library.is_present(after) else None


def _carried(library: Library, chosen: Choices, before: Articles, after: Articles) -> Choices:
    """The same choices in these articles, as far as they have the words."""
    if before == after:
        return chosen
    finders: dict[ArticleId, Finder] = {}

    def carry(extracts: Sequence[Extract]) -> Iterable[Extract]:
        for extract in extracts:
            old = before[extract.owner]
            new = _read_now(library, old) if old not in after else old
            if new is None or new not in after:
                continue
            span = extract.span if new == old else _found(library, finders, extract.span, old, new)
            if span is not None:
                yield Extract(after.index(new), span)

    parts = (chosen.pinned, chosen.dropped, chosen.order)
    pinned, dropped, order = (tuple(dict.fromkeys(carry(extracts))) for extracts in parts)
    return Choices(tuple(sorted(pinned)), tuple(sorted({*dropped}.difference(pinned))), order)


def _found(
    library: Library, finders: dict[ArticleId, Finder], span: Span, old: ArticleId, new: ArticleId
) -> Span | None:
    """Where these words stand in a newer version; None where only others that are like them do."""
    finder = finders.get(new) or finders.setdefault(new, Finder(library.article(new).text))
    found = finder.find(anchor_at(library.article(old).text, span))
    return None if found is None or found.how is How.LIKENESS else found.span
