"""A summary of several articles in words: what every format says of it, before it is laid out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.digest import Grouping
from apostil.exporters.leaning import unsupported
from apostil.exporters.sheet import BESIDE, chosen_sentence, method_line, one_line

if TYPE_CHECKING:
    from apostil.domain.digest import Digest, Group, Voice
    from apostil.domain.leaning import Leaning
    from apostil.domain.summary import SummarySentence

UNKNOWN = {Grouping.OUTLET: "Outlet not known", Grouping.TIME: "Day not known", Grouping.RANK: ""}
"""What stands above sentences of which that is not known by which they are put together."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence, verbatim, with its article, counted from 1, its source, and who chose it or how it was ranked.

    The source says too what the sentence leans on, and names the other articles that say the same. Where there is one
    article alone, it need not be named: its number is 0.
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
    """The whole summary in words; `listing` stands above the articles."""

    title: str
    method: str
    sections: tuple[Section, ...]
    listing: str
    articles: tuple[Listed, ...]


def sheet(digest: Digest) -> DigestSheet:
    """The summary in words."""
    count, groups = len(digest.voices), digest.groups()
    return DigestSheet(
        _title(digest),
        method_line(digest.summary),
        tuple(_section(digest, group, alone=len(groups) == 1) for group in groups),
        "Article" if count == 1 else "Articles",
        tuple(_listed(digest, number) for number in range(1, count + 1)),
    )


def _title(digest: Digest) -> str:
    count = len(digest.voices)
    return f"Summary of {count} articles" if count != 1 else f"Summary of “{one_line(digest.voices[0].title)}”"


def _section(digest: Digest, group: Group, *, alone: bool) -> Section:
    flags = zip(group.sentences, unsupported(group.sentences), strict=True)
    return Section(_heading(digest, group, alone=alone), tuple(_quoted(digest, *flag) for flag in flags))


def _heading(digest: Digest, group: Group, *, alone: bool) -> str:
    """What stands above a group; nothing where it tells it from no other one."""
    if len(digest.voices) == 1 or (alone and group.heading is None):
        return ""
    known = group.heading.isoformat() if isinstance(group.heading, dt.date) else one_line(group.heading or "")
    return known or UNKNOWN[digest.grouping]


def _quoted(digest: Digest, sentence: SummarySentence, leaning: Leaning | None) -> Quoted:
    voice = digest.voice(sentence)
    found = chosen_sentence(voice.article, digest.summary, sentence, leaning)
    language = voice.article.metadata.language
    if len(digest.voices) == 1:
        return Quoted(found.text, 0, found.reason, language)
    also = ", ".join(map(one_line, digest.also_in(sentence)))
    source = (_named(voice), found.reason, f"also in {also}" if also else "")
    return Quoted(found.text, sentence.extract.owner + 1, BESIDE.join(filter(None, source)), language)


def _named(voice: Voice) -> str:
    """An article by its title, outlet and day."""
    known = voice.article.metadata
    day = known.published.isoformat() if known.published else ""
    return ", ".join(filter(None, (one_line(voice.title), one_line(known.outlet), day)))


def _listed(digest: Digest, number: int) -> Listed:
    voice = digest.voices[number - 1]
    known = voice.article.metadata
    day = known.published.isoformat() if known.published else ""
    file = voice.name if digest.namesakes(voice) else ""
    parts = (", ".join(known.authors), known.outlet, day, known.address, file)
    return Listed(number, one_line(voice.title), one_line(", ".join(filter(None, parts))), known.language)
