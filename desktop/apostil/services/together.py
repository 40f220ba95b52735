"""Summarising several articles together: one survey over all of them, and what the reader takes along of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apostil.domain.citing import cited
from apostil.services.summarising import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.analysis.several.features import Part
    from apostil.domain.article import Article
    from apostil.domain.digest import Digest
    from apostil.domain.entity import Entity
    from apostil.domain.summary import SummarySentence, Survey


def part(article: Article, survey: Survey, entities: tuple[Entity, ...]) -> Part:
    """One of the articles that are to be summarised together, with what was found out about it alone."""
    from apostil.analysis.language import language_of
    from apostil.analysis.several.features import Part

    return Part(article, language_of(article), survey, entities)


def survey(parts: Sequence[Part]) -> Survey:
    """What every method says about the sentences of all these articles; runs in a worker.

    Sentences belong to the articles in the order in which these are given.
    """
    from apostil.analysis.several import together

    return replace(together.survey(parts), version=VERSION)


def copied(digest: Digest) -> str:
    """The summary for the clipboard: its sentences verbatim, each with its source, under their outlets or days."""
    groups = []
    for group in digest.groups():
        lines = [_line(digest, sentence) for sentence in group.sentences]
        heading = str(group.heading) if group.heading else ""
        groups.append("\n".join(filter(None, (heading, *lines))))
    return "\n\n".join(groups)


def _line(digest: Digest, sentence: SummarySentence) -> str:
    return f"{digest.words(sentence)} ({source(digest, sentence)})"


def source(digest: Digest, sentence: SummarySentence) -> str:
    """Where a sentence comes from, in words: title, outlet, day and place."""
    voice = digest.voice(sentence)
    known = voice.article.metadata
    day = known.published.isoformat() if known.published else ""
    return ", ".join(filter(None, (voice.title, known.outlet, day, cited(voice.article, sentence.span))))
