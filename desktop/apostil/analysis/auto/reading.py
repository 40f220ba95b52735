"""What the automatic method reads of an article: each sentence's words, its place, and the names it holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from apostil.analysis.auto.naming import names_in
from apostil.analysis.words import stemmer, stop_words, words_of
from apostil.domain.article import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from apostil.domain.article import Article
    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span

_HEADINGS = frozenset({Role.HEADLINE, Role.HEADING})
_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its text, its words, and the stems of those that say something.

    `block` is the number of its block in the article, `section` that of the heading it stands under (0 before the
    first), `chapter` that of the part of a book, and `names` are what it names, each once.
    """

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    block: int = 0
    role: Role = Role.PARAGRAPH
    section: int = 0
    chapter: int = 0
    names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Reading:
    """An article as the automatic method sees it.

    `headings` are the stems of each heading, the title's first; `names` has in how many sentences each name stands.
    """

    language: str
    lines: tuple[Line, ...]
    headings: tuple[frozenset[str], ...] = (frozenset(),)
    names: Counter[str] = field(default_factory=Counter)

    @property
    def paragraphs(self) -> int:
        """The number of blocks that hold sentences."""
        return len({line.block for line in self.lines})

    def only(self, places: Sequence[int]) -> Reading:
        """The article with these of its sentences alone."""
        lines = tuple(self.lines[place] for place in places)
        return replace(self, lines=lines, names=Counter(name for line in lines for name in line.names))

    def part(self, places: Sequence[int]) -> Reading:
        """Some of its sentences as a text of their own, under its title and the heading of the first of them."""
        found = self.only(places)
        section = found.lines[0].section if found.lines else 0
        title = self.headings[0] | (self.headings[section] if section else frozenset())
        return replace(found, headings=(title, *self.headings[1:]))


def read(article: Article, sentences: Sequence[Span], language: str, entities: Iterable[Entity] = ()) -> Reading:
    """Read an article for ranking; without entities, what is written with a capital counts for a name."""
    words = _Words(language)
    names = names_in(article.text, sentences, tuple(entities))
    headings: list[tuple[str, ...]] = [words.stems(words_of(article.metadata.title, language))]
    chapters = _chapter_level(article)
    lines: list[Line] = []
    section = chapter = 0
    for number, block in enumerate(article.blocks):
        if block.role in _HEADINGS:
            stems = words.stems(words_of(block.span.cut(article.text), language))
            if block.role is Role.HEADLINE and not lines:
                headings[0] += stems
            else:
                headings.append(stems)
                section = len(headings) - 1
                chapter += block.level <= chapters
        while len(lines) < len(sentences) and sentences[len(lines)].start < block.span.end:
            text, held = sentences[len(lines)].cut(article.text), names[len(lines)]
            found = words_of(text, language)
            lines.append(Line(text, found, words.stems(found), number, block.role, section, chapter, held))
    counted = Counter(name for line in lines for name in line.names)
    return Reading(language, tuple(lines), tuple(map(frozenset, headings)), counted)


def _chapter_level(article: Article) -> int:
    """The level of headings that part a book: the highest that has several."""
    levels = Counter(block.level for block in article.blocks if block.role in _HEADINGS)
    return min((level for level, times in levels.items() if times >= _SEVERAL), default=0)


class _Words:
    """What makes stems of words, and leaves out those that say nothing."""

    def __init__(self, language: str) -> None:
        self._stem: Callable[[str], str] = stemmer(language)
        self._stops = stop_words(language)

    def stems(self, words: Iterable[str]) -> tuple[str, ...]:
        """The stems of the words that say something, in their order."""
        low = (word.lower() for word in words)
        return tuple(self._stem(word) for word in low if word not in self._stops)
