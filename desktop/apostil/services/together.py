"""Summarising several articles together: one survey over all of them, and what the reader takes along of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apostil.domain.bullets import without_bullet
from apostil.domain.citing import cited
from apostil.domain.digest import Digest, Grouping
from apostil.domain.summary import Length, Summary, choose
from apostil.services.summarising import DEFAULT, VERSION

LENGTH = Length(10)
"""How long a summary of several articles is where nobody said so."""

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.analysis.several.features import Part
    from apostil.domain.article import Article
    from apostil.domain.digest import Voice
    from apostil.domain.entity import Entity
    from apostil.domain.glossary import GlossaryEntry
    from apostil.domain.notes import Stamp
    from apostil.domain.summary import Method, SummarySentence, Survey


@dataclass(frozen=True, slots=True)
class Manner:
    """How several articles are summarised, where its reader chose that."""

    method: Method = DEFAULT
    length: Length = LENGTH
    grouping: Grouping = Grouping.OUTLET


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


def surveyed(article: Article, glossary: tuple[GlossaryEntry, ...] = ()) -> Part:
    """An article from no library, with what there is to know of it for a common summary; runs in a worker."""
    from apostil.services import analysing, summarising
    from apostil.services.corrections.glossaries import applied

    found = analysing.analyse(article)
    made = summarising.survey(article, found.sentences, found.entities)
    return part(article, made, applied(article, found.entities, glossary))


def digest(
    voices: tuple[Voice, ...], survey: Survey, method: Method | None, length: Length, grouping: Grouping
) -> Digest:
    """What is chosen from a survey of these articles, by the method that was asked for or the usual one."""
    if not survey.sentences:
        return Digest(voices, Summary(method or DEFAULT, length, ()), grouping)
    return Digest(voices, choose(survey, method or DEFAULT, length), grouping)


def render(digest: Digest, format_name: str, stamp: Stamp) -> bytes:
    """The summary as a file of this format; runs in a worker.

    Raises:
        ExportError: where there is no such format.
    """
    from apostil.exporters.digests import writing

    return writing.write(digest, format_name, stamp)


def copied(digest: Digest) -> str:
    """The summary for the clipboard: its sentences verbatim, each with its source, under their outlets or days."""
    groups = []
    for group in digest.groups():
        lines = [_line(digest, sentence) for sentence in group.sentences]
        heading = str(group.heading) if group.heading else ""
        groups.append("\n".join(filter(None, (heading, *lines))))
    return "\n\n".join(groups)


def _line(digest: Digest, sentence: SummarySentence) -> str:
    article = digest.voice(sentence).article
    return f"{without_bullet(article, sentence.span).cut(article.text)} ({source(digest, sentence)})"


def source(digest: Digest, sentence: SummarySentence) -> str:
    """Where a sentence comes from, in words: title, outlet, day and place, and where else it stands."""
    voice = digest.voice(sentence)
    known = voice.article.metadata
    day = known.published.isoformat() if known.published else ""
    first = ", ".join(filter(None, (voice.title, known.outlet, day, cited(voice.article, sentence.span))))
    also = ", ".join(digest.also_in(sentence))
    return f"{first}; also in {also}" if also else first
