"""What a correction would change, counted before it is made. For a background thread, where it reaches far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from apostil.domain.edits import CorrectionsEdit, GlossaryEdit, LibraryCorrectionsEdit
from apostil.domain.errors import CancelledError
from apostil.domain.spans import Span
from apostil.services.corrections.correcting import corrected
from apostil.store.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.domain.analysis import Analysis
    from apostil.domain.article import Article, ArticleId
    from apostil.domain.entity import Correction
    from apostil.services.corrections.correcting import Correcting
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
    change = _Change.by(library, edit)
    for reached in sorted(library.reach(edit), key=lambda one: (one != article_id, one)):
        if stopped():
            raise CancelledError("Counting was stopped.")
        analysis = library.analysis(reached)
        if analysis is None:
            continue
        article = library.article(reached)
        spans = change.places(article, analysis, library.corrections(reached))
        places += len(spans)
        articles += bool(spans)
        examples += [_example(reached, article, analysis, span) for span in spans[: EXAMPLES - len(examples)]]
    return Preview(places, articles, tuple(examples))


@dataclass(frozen=True, slots=True)
class _Change:
    """All that is said of names before and after an edit: always, in the library, and where it is in one, there."""

    edit: Correcting
    always: tuple[Glossary, Glossary]
    rules: tuple[tuple[Correction, ...], tuple[Correction, ...]]

    @classmethod
    def by(cls, library: Library, edit: Correcting) -> Self:
        """What an edit would change of what is said now."""
        always, rules = library.glossary(), library.rules()
        always_after = Glossary(edit.after) if isinstance(edit, GlossaryEdit) else always
        rules_after = edit.after if isinstance(edit, LibraryCorrectionsEdit) else rules
        return cls(edit, (always, always_after), (rules, rules_after))

    def places(self, article: Article, analysis: Analysis, own: tuple[Correction, ...]) -> list[Span]:
        """The places of an article of which something else would be said, in order; those that overlap are one."""
        own_after = self.edit.after if isinstance(self.edit, CorrectionsEdit) else own
        language = article.metadata.language
        before, after = (
            _state(article, analysis, (*always.corrections(language), *rules, *said))
            for always, rules, said in zip(self.always, self.rules, (own, own_after), strict=True)
        )
        return _apart([span for span in before.keys() | after.keys() if before.get(span) != after.get(span)])


def _state(article: Article, analysis: Analysis, made: tuple[Correction, ...]) -> _State:
    entities = corrected(article, analysis.entities, made)
    return {mention.span: (one.kind, one.name, mention.confirmed) for one in entities for mention in one.mentions}


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
    return Example(article_id, span, whole.cut(article.text), span.moved(-whole.start))
