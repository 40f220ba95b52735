"""What a correction would change, counted before it is made. For a background thread, where it reaches far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.edits import CorrectionsEdit, GlossaryEdit, LibraryCorrectionsEdit
from apostil.domain.entity import fold
from apostil.domain.errors import CancelledError
from apostil.domain.spans import Span
from apostil.services.correcting import corrected
from apostil.store.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.domain.analysis import Analysis
    from apostil.domain.article import Article, ArticleId
    from apostil.domain.entity import Correction, Entity
    from apostil.services.correcting import Correcting
    from apostil.store.library import Library

EXAMPLES = 5
"""So many of the places are shown."""

_State = dict[Span, tuple[object, ...]]
"""What is said of each mention, by its place."""


@dataclass(frozen=True, slots=True)
class Example:
    """A place that would change, with the sentence around it and where in that the place is."""

    article: ArticleId
    span: Span
    text: str
    place: Span


@dataclass(frozen=True, slots=True)
class Preview:
    """How many places would change, in how many articles, and the first of them."""

    places: int
    articles: int
    examples: tuple[Example, ...] = ()


def _never() -> bool:
    return False


def preview(library: Library, article_id: ArticleId, edit: Correcting, stopped: Callable[[], bool] = _never) -> Preview:
    """What an edit would change; of the article that is being read the examples come first.

    Raises:
        CancelledError: as soon as it has `stopped`, which is asked before each article.
    """
    places = articles = 0
    examples: list[Example] = []
    for reached in sorted(library.reach(edit), key=lambda one: (one != article_id, one)):
        if stopped():
            raise CancelledError("Counting was stopped.")
        analysis = library.analysis(reached)
        if analysis is None:
            continue
        article = library.article(reached)
        spans = _changed(library, reached, article, analysis, edit)
        places += len(spans)
        articles += bool(spans)
        examples += [_example(reached, article, analysis, span) for span in spans[: EXAMPLES - len(examples)]]
    return Preview(places, articles, tuple(examples))


def _changed(
    library: Library, article_id: ArticleId, article: Article, analysis: Analysis, edit: Correcting
) -> list[Span]:
    """The places of an article of which something else would be said, in order; those that overlap are one."""
    own, rules, always = library.corrections(article_id), library.rules(), library.glossary()
    language = article.metadata.language
    match edit:
        case CorrectionsEdit():
            own_after, rules_after, always_after = edit.after, rules, always
        case LibraryCorrectionsEdit():
            own_after, rules_after, always_after = own, edit.after, always
        case GlossaryEdit():
            own_after, rules_after, always_after = own, rules, Glossary(edit.after)
    before = _state(article, analysis, (*always.corrections(language), *rules, *own))
    after = _state(article, analysis, (*always_after.corrections(language), *rules_after, *own_after))
    return _apart([span for span in before.keys() | after.keys() if before.get(span) != after.get(span)])


def _state(article: Article, analysis: Analysis, made: tuple[Correction, ...]) -> _State:
    entities = corrected(article, analysis.entities, made)
    return {mention.span: _said(entity, mention.confirmed) for entity in entities for mention in entity.mentions}


def _said(entity: Entity, confirmed: bool) -> tuple[object, ...]:
    return entity.kind, fold(entity.name), entity.name, confirmed


def _apart(spans: Sequence[Span]) -> list[Span]:
    made: list[Span] = []
    for span in sorted(spans):
        if made and made[-1].overlaps(span):
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return made


def _example(article_id: ArticleId, article: Article, analysis: Analysis, span: Span) -> Example:
    around = next((one for one in analysis.sentences if one.overlaps(span)), span)
    whole = Span(min(around.start, span.start), max(around.end, span.end))
    return Example(article_id, span, whole.cut(article.text), Span(span.start - whole.start, span.end - whole.start))
