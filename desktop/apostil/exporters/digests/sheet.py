"""A summary of several articles in words: what every format says of it, before it is laid out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.digest import Grouping
from apostil.exporters.sheet import chosen_sentence, method_line, one_line

if TYPE_CHECKING:
    from apostil.domain.digest import Digest, Group
    from apostil.domain.summary import SummarySentence

UNKNOWN = {Grouping.OUTLET: "Outlet not known", Grouping.TIME: "Day not known", Grouping.RANK: ""}
"""What stands above sentences of which that is not known by which they are put together."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence, verbatim, with its article, counted from 1, its source, and who chose it or how it was ranked.

    The source names the other articles that say the same, too.
    """

    text: str
    article: int
    source: str
    language: str


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under one heading, which may be empty."""

    heading: str
    sentences: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """One of the articles, counted from 1, with what is known about it on one line."""

    number: int
    title: str
    facts: str
    language: str


@dataclass(frozen=True, slots=True)
class DigestSheet:
    """The whole summary in words."""

    title: str
    method: str
    sections: tuple[Section, ...]
    articles: tuple[Listed, ...]


def sheet(digest: Digest) -> DigestSheet:
    """The summary in words."""
    count = len(digest.voices)
    return DigestSheet(
        f"Summary of {count} articles" if count != 1 else "Summary of 1 article",
        method_line(digest.summary),
        tuple(_section(digest, group) for group in digest.groups()),
        tuple(_listed(digest, number) for number in range(1, count + 1)),
    )


def _section(digest: Digest, group: Group) -> Section:
    heading = group.heading.isoformat() if isinstance(group.heading, dt.date) else one_line(group.heading or "")
    sentences = tuple(_quoted(digest, sentence) for sentence in group.sentences)
    return Section(heading or UNKNOWN[digest.grouping], sentences)


def _quoted(digest: Digest, sentence: SummarySentence) -> Quoted:
    voice = digest.voice(sentence)
    known = voice.article.metadata
    found = chosen_sentence(voice.article, digest.summary, sentence)
    day = known.published.isoformat() if known.published else ""
    parts = (one_line(voice.title), one_line(known.outlet), day)
    also = ", ".join(map(one_line, digest.also_in(sentence)))
    source = (", ".join(filter(None, parts)), found.reason, f"also in {also}" if also else "")
    return Quoted(found.text, sentence.extract.owner + 1, " · ".join(filter(None, source)), known.language)


def _listed(digest: Digest, number: int) -> Listed:
    voice = digest.voices[number - 1]
    known = voice.article.metadata
    day = known.published.isoformat() if known.published else ""
    parts = (", ".join(known.authors), known.outlet, day, known.address)
    return Listed(number, one_line(voice.title), one_line(", ".join(filter(None, parts))), known.language)
