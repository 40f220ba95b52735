"""A summary of several articles as it is read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from apostil.domain.article import ArticleId, Metadata
from apostil.domain.choices import Extract
from apostil.domain.digest import Digest, Grouping, Voice
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, Summary, SummarySentence
from support.language import article_of

FIRST, LATER = dt.date(2026, 1, 30), dt.date(2026, 2, 2)


def voice(name: str, outlet: str = "", published: dt.date | None = None) -> Voice:
    article = article_of(f"{name} one. {name} two.")
    return Voice(ArticleId(name), replace(article, metadata=Metadata(name, outlet=outlet, published=published)), name)


def sentence(owner: int, rank: int, start: int = 0) -> SummarySentence:
    return SummarySentence(2 * owner, Extract(owner, Span(start, start + 6)), 1 / rank, rank, 1 / rank)


VOICES = (
    voice("A", "Zonal News", LATER),
    voice("B", "", FIRST),
    voice("C", "island post"),
    voice("D", "Zonal News", FIRST),
)
SENTENCES = (sentence(0, 3), sentence(0, 1, 7), sentence(1, 5), sentence(2, 2), sentence(3, 4))


def digest(grouping: Grouping, *, arranged: bool = False) -> Digest:
    return Digest(VOICES, Summary(Method.LEXRANK, Length(5), SENTENCES), grouping, arranged)


def read(found: Digest) -> list[tuple[object, list[int]]]:
    return [(group.heading, [one.rank for one in group.sentences]) for group in found.groups()]


@pytest.mark.parametrize(
    ("also", "names"),
    [((), ()), ((2, 1), ("island post", "B")), ((3,), ("D",))],
    ids=["nowhere", "an outlet and a title", "the same outlet"],
)
def test_who_else_says_the_same_goes_by_outlet_or_title(also: tuple[int, ...], names: tuple[str, ...]) -> None:
    assert digest(Grouping.RANK).also_in(replace(sentence(0, 1), also=also)) == names


def copies(*known: tuple[str, str, str]) -> Digest:
    """Copies of one story, each with its outlet, file and address; the first one has a sentence chosen."""
    voices = tuple(
        replace(
            voice(str(at)),
            title="One story" if at else "One\u00a0Story ",
            name=name,
            article=replace(voice(str(at)).article, metadata=Metadata("One story", outlet=outlet, address=address)),
        )
        for at, (outlet, name, address) in enumerate(known)
    )
    chosen = replace(sentence(0, 1), also=tuple(range(1, len(known))))
    return Digest(voices, Summary(Method.LEXRANK, Length(5), (chosen,)))


@pytest.mark.parametrize(
    ("known", "names"),
    [
        ([("", "a.txt", ""), ("", "b.txt", "")], ("b.txt",)),
        ([("", "a.txt", ""), ("The Post", "b.txt", "")], ("The Post",)),
        ([("The Post", "a.txt", ""), ("The Post", "b.txt", "")], ("b.txt",)),
        ([("", "a.txt", ""), ("", "a.txt", "https://b.example/story")], ("https://b.example/story",)),
        ([("", "a.txt", ""), ("", "a.txt", "")], ("[2]",)),
        ([("", "", ""), ("", "", ""), ("", "", "")], ("[2]", "[3]")),
    ],
    ids=["their files", "its outlet", "one outlet", "its address", "one file twice", "nothing known"],
)
def test_copies_under_one_title_are_told_apart(known: list[tuple[str, str, str]], names: tuple[str, ...]) -> None:
    found = copies(*known)
    assert found.also_in(found.summary.sentences[0]) == names


def test_a_title_of_its_own_has_no_namesakes() -> None:
    assert [digest(Grouping.RANK).namesakes(one) for one in VOICES] == [()] * 4


def test_the_best_sentence_comes_first() -> None:
    assert read(digest(Grouping.RANK)) == [(None, [1, 2, 3, 4, 5])]


def test_outlets_stand_in_the_order_of_the_alphabet_and_unknown_ones_last() -> None:
    expected = [("island post", [2]), ("Zonal News", [4, 3, 1]), (None, [5])]

    assert read(digest(Grouping.OUTLET)) == expected


def test_days_stand_in_their_order_and_unknown_ones_last() -> None:
    assert read(digest(Grouping.TIME)) == [(FIRST, [5, 4]), (LATER, [3, 1]), (None, [2])]


def test_the_readers_order_holds_by_rank() -> None:
    assert read(digest(Grouping.RANK, arranged=True)) == [(None, [3, 1, 5, 2, 4])]


def test_the_readers_order_holds_within_a_day() -> None:
    moved = Summary(Method.LEXRANK, Length(5), tuple(reversed(SENTENCES)))

    assert read(Digest(VOICES, moved, Grouping.TIME, arranged=True))[1] == (LATER, [1, 3])


@pytest.mark.parametrize("grouping", Grouping)
def test_no_sentences_make_no_groups(grouping: Grouping) -> None:
    assert Digest(VOICES, Summary(Method.LEXRANK, Length(5), ()), grouping).groups() == ()


def test_a_sentence_is_cut_from_its_own_article() -> None:
    assert digest(Grouping.RANK).words(SENTENCES[3]) == "C one."
