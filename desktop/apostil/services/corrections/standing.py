"""What stands in an article after its reader's corrections: what was worked out of them is not worked out again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from apostil.domain import corrections

if TYPE_CHECKING:
    from apostil.domain.analysis import Analysis
    from apostil.domain.article import Article, ArticleId
    from apostil.domain.corrections.words import Words
    from apostil.domain.entity import Correction, Entity
    from apostil.store.library import Library

LONG = 60_000
"""With more characters, working everything out from the beginning may take longer than a window may stall."""

STEPS = 100
"""So many of the last corrections can be taken back without beginning anew."""


class Said(NamedTuple):
    """What is said of the names of an article: in all articles, and then in this one."""

    general: tuple[Correction, ...] = ()
    own: tuple[Correction, ...] = ()


class Standing:
    """What was found in one article, and what came of it step by step; one more correction is quickly applied."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self.article = article
        self.analysis = analysis
        self._words: Words | None = None
        self._general: tuple[Correction, ...] | None = None
        self._steps: list[tuple[tuple[Correction, ...], tuple[Entity, ...]]] = []

    def is_near(self, said: Said) -> bool:
        """Whether what is said in all articles is gone through already."""
        return self._general == said.general

    def entities(self, said: Said) -> tuple[Entity, ...]:
        """The entities after all that is said of them, in order."""
        if not self.is_near(said):
            self._general = said.general
            self._steps = [((), self._after(self.analysis.entities, said.general))]
        while said.own[: len(self._steps[-1][0])] != self._steps[-1][0]:
            self._steps.pop()
        known, entities = self._steps[-1]
        if said.own != known:
            self._steps.append((said.own, self._after(entities, said.own[len(known) :])))
            del self._steps[1:-STEPS]
        return self._steps[-1][1]

    def get_ready(self) -> None:
        """Go over the words of the article, so that no correction has to wait for that."""
        self._words = corrections.words_of(self.article)

    def _after(self, entities: tuple[Entity, ...], made: tuple[Correction, ...]) -> tuple[Entity, ...]:
        return corrections.corrected(self.article, entities, made, self._words) if made else entities


def said_in(library: Library, article_id: ArticleId) -> Said:
    """All that is in force in an article."""
    everything, own = library.effective(article_id), library.corrections(article_id)
    return Said(everything[: len(everything) - len(own)], own)


def standing(
    library: Library, article_id: ArticleId, article: Article, analysis: Analysis | None = None
) -> Standing | None:
    """What stands in an article now, of this analysis or of its own; None where it was not analysed yet.

    For a background thread, where the article is long.
    """
    analysis = analysis or library.analysis(article_id)
    if analysis is None:
        return None
    made = Standing(article, analysis)
    if len(article.text) > LONG:
        made.get_ready()
    made.entities(said_in(library, article_id))
    return made
