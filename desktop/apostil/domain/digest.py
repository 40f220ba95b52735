"""A summary of several articles as it is read: its sentences under their outlets or days, each with its source."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from apostil.domain.article import Article, ArticleId

if TYPE_CHECKING:
    from apostil.domain.summary import Summary, SummarySentence

Heading = str | dt.date | None
"""What stands over a group: an outlet, a day, or nothing where neither is known."""


class Grouping(StrEnum):
    """How the sentences of several articles are put together."""

    RANK = "rank"
    OUTLET = "outlet"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Voice:
    """One of the articles that are summarised together, under the title that a person knows it by.

    `name` is that of the file it came in, where there is one.
    """

    id: ArticleId
    article: Article
    title: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences that stand under one heading."""

    heading: Heading
    sentences: tuple[SummarySentence, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The summary of these articles; `arranged` says that the order of its sentences is the reader's."""

    voices: tuple[Voice, ...]
    summary: Summary
    grouping: Grouping = Grouping.RANK
    arranged: bool = False

    def voice(self, sentence: SummarySentence) -> Voice:
        """The article that a sentence stands in."""
        return self.voices[sentence.extract.owner]

    def words(self, sentence: SummarySentence) -> str:
        """A sentence, verbatim."""
        return sentence.span.cut(self.voice(sentence).article.text)

    def also_in(self, sentence: SummarySentence) -> tuple[str, ...]:
        """Who else says the same, each once: the outlet, or the title where it is not known or the same one.

        Copies of one story have one title: of these it is the file, or whatever else tells one from the others.
        """
        own = self.voice(sentence).article.metadata.outlet.strip()
        outlets = ((owner, self.voices[owner].article.metadata.outlet.strip()) for owner in sentence.also)
        return tuple(dict.fromkeys(self._title(owner) if outlet in {"", own} else outlet for owner, outlet in outlets))

    def namesakes(self, voice: Voice) -> tuple[Voice, ...]:
        """The other articles that have the title of this one."""
        title = _plain(voice.title)
        return tuple(one for one in self.voices if one is not voice and _plain(one.title) == title)

    def _title(self, owner: int) -> str:
        """The title of an article; of several that have the same its file, its address, or its number, from 1."""
        voice = self.voices[owner]
        namesakes = self.namesakes(voice)
        if not namesakes:
            return voice.title
        taken = {words for one in namesakes for words in _marks(one)}
        return next((words for words in _marks(voice) if words and words not in taken), f"[{owner + 1}]")

    def groups(self) -> tuple[Group, ...]:
        """The sentences as they are read.

        By rank there is one group, the best sentence first. Outlets stand in the order of the alphabet, days from the
        first to the last, and in each of them the articles by their days; what is not known comes last. Within all
        that the order is that of the reader, where there is one, and otherwise that of the articles.
        """
        if self.grouping is Grouping.RANK:
            return (Group(None, self._by_rank()),) if self.summary.sentences else ()
        found: dict[Heading, list[SummarySentence]] = {}
        for sentence in sorted(self.summary.sentences, key=self._place):
            found.setdefault(self._heading(sentence), []).append(sentence)
        return tuple(Group(heading, tuple(sentences)) for heading, sentences in found.items())

    def _by_rank(self) -> tuple[SummarySentence, ...]:
        sentences = self.summary.sentences
        return sentences if self.arranged else tuple(sorted(sentences, key=lambda one: one.rank))

    def _heading(self, sentence: SummarySentence) -> Heading:
        known = self.voice(sentence).article.metadata
        return (known.outlet.strip() or None) if self.grouping is Grouping.OUTLET else known.published

    def _place(self, sentence: SummarySentence) -> tuple[object, ...]:
        known = self.voice(sentence).article.metadata
        outlet = known.outlet.strip()
        day = (known.published is None, known.published or dt.date.min)
        name = (not outlet, outlet.casefold(), outlet)
        first = (*name, *day) if self.grouping is Grouping.OUTLET else day
        return first if self.arranged else (*first, sentence.extract)


def _plain(title: str) -> str:
    """A title as it is compared with others."""
    return " ".join(title.split()).casefold()


def _marks(voice: Voice) -> tuple[str, str]:
    """What may tell an article from another one with the same title."""
    return voice.name.strip(), voice.article.metadata.address.strip()
