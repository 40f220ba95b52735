"""Finds where the phrases of an article stand: words that repeatedly stand together, single words, and names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis.word_kinds import edges
from apostil.analysis.word_spans import Word, WordSpans
from apostil.domain.article import Role
from apostil.domain.entity import Kind, fold
from apostil.domain.spans import Span, covering

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from apostil.analysis.word_kinds import Edges
    from apostil.domain.article import Article
    from apostil.domain.entity import Entity

Stems = tuple[str, ...]
"""What is one phrase whatever its words end with: their stems, without what joins them."""

LONGEST = 4
"""Words of a phrase, at most, those that join others included."""

OFTEN = 2
"""How often several words stand together before they are a phrase."""

SHARE = 100
"""A word that every other article has is a phrase where it stands once in so many words, or more often."""

SHORTEST_ROOT = 4
"""Letters that the names of a land and of its people share, at least."""

_PAIR = 2
_HEADINGS = frozenset({Role.HEADLINE, Role.HEADING})
_BEHIND_WORD = re.compile(r"[ \u00a0\u202f\n](?:[dD]['’])?")
_BEHIND_CONNECTOR = re.compile(r"[ \u00a0\u202f\n](?:[lL]['’])?")


@dataclass(frozen=True, slots=True)
class Lists:
    """Words that join others in a phrase, articles that may follow these, and what no phrase begins or ends with.

    What is faint is no phrase by itself, and what is common only where it stands often. Compounds are pairs that are
    one phrase even where they stand only once; what is owning makes one of two things that do. Parts open no phrase
    before these.
    """

    connectors: frozenset[str] = frozenset()
    owning: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    faint: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()


@dataclass(slots=True)
class Places:
    """Where phrases stand, how often each stem does, and how many words stand before its first place.

    `names` has how often each name is mentioned.
    """

    spans: defaultdict[Stems, list[Span]] = field(default_factory=lambda: defaultdict(list))
    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)
    names: Counter[Stems] = field(default_factory=Counter)


@cache
def lists(language: str) -> Lists:
    """The lists of a language; empty ones where it has none."""
    sections: Mapping[str, Mapping[str, str]] = assets.table("lexicons/phrases.toml")
    section = sections.get(language, {})
    found = {name: frozenset(words.replace(",", " ").split()) for name, words in section.items()}
    compounds = (" ".join(words.split()) for words in section.get("compounds", "").split(","))
    return Lists(**found | {"compounds": frozenset(filter(None, compounds))})


def places(article: Article, language: str, entities: Iterable[Entity]) -> Places:
    """Where phrases stand in the prose and the headings of an article."""
    spelling = WordSpans(language)
    shown = [block.span for block in article.blocks if block.role.is_prose or block.role in _HEADINGS]
    known = lists(language)
    words = [list(spelling.within(article.text, span.start, span.end)) for span in shown]
    found = Places()
    _count(words, found)
    vague, faint, common = _stems(language)
    runs = [run for block in words for run in _runs(article.text, block, known)]
    names = sorted(mention.span for entity in entities for mention in entity.mentions)
    ends = frozenset(edge for name in names for edge in (name.start, name.end))
    bounds = _Bounds(article.text, vague, faint, known, edges(article.text, words, language), names, ends)
    _place(runs, found, bounds)
    _name(spelling, entities, shown, found, vague)
    _sift(found, faint, common)
    _compound(article.text, words, found, known, names)
    return found


@cache
def _stems(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The stems of what is vague, faint and common."""
    spelling, known = WordSpans(language), lists(language)
    vague, faint, common = (
        frozenset(word.stem for one in words for word in spelling.within(one, 0, len(one)))
        for words in (known.vague, known.faint, known.common)
    )
    return vague, faint, common


def _count(blocks: Iterable[Iterable[Word]], found: Places) -> None:
    for place, word in enumerate(word for block in blocks for word in block):
        if word.stem:
            found.counts[word.stem] += 1
            found.first.setdefault(word.stem, place)


def _runs(text: str, words: Iterable[Word], known: Lists) -> Iterator[list[Word]]:
    """Words that may be of one phrase, as long as nothing parts them: those that say something, and connectors."""
    run: list[Word] = []
    for word in words:
        if run and not _goes_on(text, run[-1], word, known):
            yield run
            run = []
        if word.stem or run:
            run.append(word)
    if run:
        yield run


def _goes_on(text: str, before: Word, word: Word, known: Lists) -> bool:
    gap = _BEHIND_WORD if before.stem else _BEHIND_CONNECTOR
    if gap.fullmatch(text, before.end, word.start) is None:
        return False
    if word.stem:
        return True
    low = text[word.start : word.end]
    return low in known.connectors if before.stem else low in known.articles


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Tells where a phrase may begin and end: at no vague word, no verb or adverb, and not within a name."""

    text: str
    vague: frozenset[str]
    faint: frozenset[str]
    known: Lists
    edges: Edges
    names: Sequence[Span]
    ends: frozenset[int]
    """Where names begin and end."""

    def may_begin(self, run: Sequence[Word], index: int) -> bool:
        """Whether a phrase may begin with this word of a run."""
        word = run[index]
        return (
            bool(word.stem) and word.stem not in self.vague and self.edges.may_begin(self.text[word.start : word.end])
        )

    def may_end(self, run: Sequence[Word], index: int) -> bool:
        """Whether a phrase of several words may end with this word of a run."""
        word = run[index]
        return word.stem not in self.vague and self.edges.may_end(self.text[word.start : word.end])

    def may_be(self, run: Sequence[Word], index: int) -> bool:
        """Whether this word of a run may be a phrase by itself."""
        word = run[index]
        is_word = self.text[word.start].isalpha() and self.edges.may_be(self.text[word.start : word.end])
        return bool(word.stem) and is_word and word.stem not in self.vague and word.stem not in self.faint

    def is_term(self, run: Sequence[Word], first: int, last: int) -> bool:
        """Whether these two words of a run, with at most one between them, look like one thing: `crane accident`."""
        one, other = run[first], run[last]
        if one.stem in self.faint or other.stem in self.faint or self._touches_name(Span(one.start, other.end)):
            return False
        if last > first + 1:
            is_owned = last == first + 2 and self._spelled(run[last - 1]) in self.known.owning
            return is_owned and self.may_be(run, first) and self.may_be(run, last)
        return self.edges.may_be_both(self._spelled(one), self._spelled(other))

    def is_part(self, run: Sequence[Word], index: int) -> bool:
        """Whether this word of a run is so much of what follows: `form of medicine`."""
        pair = [self._spelled(word).lower() for word in run[index : index + 2]]
        return len(pair) > 1 and pair[0] in self.known.parts and pair[1] in self.known.owning

    def _touches_name(self, span: Span) -> bool:
        place = bisect_left(self.names, span)
        return any(map(span.overlaps, self.names[max(0, place - 1) : place + 1]))

    def _spelled(self, word: Word) -> str:
        return self.text[word.start : word.end]

    def parts(self, run: Sequence[Word], index: int) -> bool:
        """Whether this word of a run is a verb or an adverb, so that no phrase goes on beyond it."""
        spelled = self.text[run[index].start : run[index].end]
        return not (self.edges.may_begin(spelled) or self.edges.may_end(spelled))

    def is_whole(self, run: Sequence[Word], first: int, last: int) -> bool:
        """Whether no capitalised word goes on with one outside, as `citizens of San` does before `Francisco`."""
        return not (self._goes_on(run, first - 1) or self._goes_on(run, last))

    def _goes_on(self, run: Sequence[Word], index: int) -> bool:
        pair = run[index : index + 2] if index >= 0 else ()
        if len(pair) < 2 or pair[0].end in self.ends or pair[1].start in self.ends:
            return False
        return all(word.stem and self.text[word.start].isupper() for word in pair)


def _place(runs: Sequence[Sequence[Word]], found: Places, bounds: _Bounds) -> None:
    """Note where single words stand, and several of which each stands there more than once.

    They do so together more than once too, or look like one thing.
    """
    together: defaultdict[Stems, list[Span]] = defaultdict(list)
    terms: set[Stems] = set()
    for run in runs:
        for index, word in enumerate(run):
            if not bounds.may_begin(run, index):
                continue
            if bounds.may_be(run, index):
                found.spans[word.stem,].append(Span(word.start, word.end))
            if found.counts[word.stem] >= OFTEN and not bounds.is_part(run, index):
                for stems, place in _longer(run, index, found.counts, bounds):
                    together[stems].append(Span(word.start, run[place].end))
                    if len(stems) == _PAIR and bounds.is_term(run, index, place):
                        terms.add(stems)
    often = {stems: spans for stems, spans in together.items() if stems in terms or len(spans) >= OFTEN}
    found.spans.update(often)


def _sift(found: Places, faint: frozenset[str], common: frozenset[str]) -> None:
    """Leave out what every other article has and this one no more often: `government`, and `former members`."""
    often = max(OFTEN, found.counts.total() / SHARE)
    for stems, spans in list(found.spans.items()):
        is_alone = len(stems) == 1
        telling = [stem for stem in stems if stem not in faint and not (is_alone and stem in common)]
        says_little = len(telling) < _PAIR and common.issuperset(telling)
        if says_little and len(spans) < often and (is_alone or stems not in found.names):
            del found.spans[stems]


def _compound(text: str, blocks: Iterable[Sequence[Word]], found: Places, known: Lists, names: Sequence[Span]) -> None:
    """Note where compounds stand, but within a name."""
    opening = {compound.partition(" ")[0] for compound in known.compounds}
    places: defaultdict[Stems, list[Span]] = defaultdict(list)
    for words in blocks:
        for one, other in pairwise(words):
            if text[one.start : one.end].lower() in opening and one.stem and other.stem:
                whole = Span(one.start, other.end)
                is_one = " ".join(whole.cut(text).lower().split()) in known.compounds
                if is_one and covering(names, whole) < 0:
                    places[one.stem, other.stem].append(whole)
    found.spans.update(places)


def _longer(run: Sequence[Word], index: int, counts: Counter[str], bounds: _Bounds) -> Iterator[tuple[Stems, int]]:
    """The phrases of several words that begin here, and the place in the run of the last word of each."""
    stems: Stems = (run[index].stem,)
    for place, word in enumerate(run[index + 1 : index + LONGEST], index + 1):
        if not word.stem:
            continue
        if counts[word.stem] < OFTEN or word.stem in stems:
            return
        if bounds.parts(run, place):
            return
        stems = (*stems, word.stem)
        if bounds.may_end(run, place) and bounds.is_whole(run, index, place):
            yield stems, place


def _name(
    spelling: WordSpans, entities: Iterable[Entity], shown: Sequence[Span], found: Places, vague: frozenset[str]
) -> None:
    """Note where names stand; one that goes by several is there wherever any of them stands.

    What is vague in every word is no name that says anything: `Um`, `August`. Neither is what people are called after
    a land that is named as well: `Malian`, where Mali is.
    """
    lands = _roots(entities)
    for entity in entities:
        stems = tuple(word.stem for word in spelling.within(entity.name, 0, len(entity.name)) if word.stem)
        if entity.kind is Kind.GROUP and len(stems) == 1 and fold(entity.name).startswith(lands):
            found.spans.pop(stems, None)
            continue
        spans = [mention.span for mention in entity.mentions if covering(shown, mention.span) >= 0]
        if not spans or not 0 < len(stems) <= LONGEST or vague.issuperset(stems):
            continue
        if all(stem in found.counts for stem in stems):
            found.names[stems] += len(spans)
            # Where a mention is longer than the name, as with a title, the mention is what stands there.
            apart = [one for one in found.spans.get(stems, ()) if not any(map(one.overlaps, spans))]
            found.spans[stems] = [*apart, *spans]


def _roots(entities: Iterable[Entity]) -> tuple[str, ...]:
    """What the names of the people of all places begin with, in small letters: `mali`, `indi`."""
    names = (fold(entity.name) for entity in entities if entity.kind is Kind.LOCATION)
    return tuple(name[: max(SHORTEST_ROOT, len(name) - 1)] for name in names if len(name) >= SHORTEST_ROOT)
