from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from apostil.domain.choices import Extract
from apostil.domain.coverage import Coverage, Figure, Missing, Subject, coverage, figures_of, placed, subjects
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.spans import Span
from support.surveys import make_survey, with_findings

if TYPE_CHECKING:
    from collections.abc import Sequence

SENTENCES = (Extract(0, Span(20, 40)), Extract(0, Span(41, 60)), Extract(1, Span(0, 30)), Extract(1, Span(31, 50)))
RANKS = (1, 4, 2, 3)


def subject(*places: tuple[int, int], label: str = "Lindara", kind: Kind | None = Kind.LOCATION) -> Subject:
    return Subject(label, kind, tuple(Extract(owner, Span(start, start + 3)) for owner, start in places))


def entity(name: str, *starts: int, kind: Kind = Kind.PERSON, known: str = "") -> Entity:
    mentions = tuple(Mention(Span(start, start + 3), kind) for start in starts)
    return Entity(f"{kind}:{name}", name, kind, mentions, known=known)


@pytest.mark.parametrize("shown", [SENTENCES[0], SENTENCES[3]])
def test_what_a_shown_sentence_names_is_named(shown: Extract) -> None:
    one = subject((0, 22), (1, 35))
    assert coverage(placed([one], SENTENCES), [shown], RANKS) == Coverage(named=(one,))


@pytest.mark.parametrize(
    ("places", "best"), [([(0, 41), (1, 35)], 3), ([(0, 45)], 1), ([(1, 0), (0, 20)], 0), ([(1, 29)], 2)]
)
def test_what_is_missing_comes_with_the_best_sentence_for_it(places: list[tuple[int, int]], best: int) -> None:
    one = subject(*places)
    assert coverage(placed([one], SENTENCES), [], RANKS).missing == (Missing(one, SENTENCES[best]),)


def test_a_dropped_sentence_is_never_the_best() -> None:
    one = subject((0, 22), (1, 35))
    assert coverage(placed([one], SENTENCES), [], RANKS, [SENTENCES[0]]).missing == (Missing(one, SENTENCES[3]),)


def test_what_only_dropped_sentences_name_has_no_best_one() -> None:
    one = subject((0, 22))
    assert coverage(placed([one], SENTENCES), [], RANKS, [SENTENCES[0]]).missing == (Missing(one, None),)


@pytest.mark.parametrize("place", [(0, 2), (0, 60), (0, 500), (1, 30), (2, 5)])
def test_what_no_sentence_names_is_neither_named_nor_missing(place: tuple[int, int]) -> None:
    assert coverage(placed([subject(place)], SENTENCES), SENTENCES, RANKS) == Coverage()


def test_without_sentences_nothing_is_missing() -> None:
    assert coverage(placed([subject((0, 2))], ()), [], ()) == Coverage()


def figures(*texts: str) -> list[Figure]:
    """Figures one behind the other, each parted by a `|` from what it counts."""
    return [
        Figure(Extract(0, Span(4 * place, 4 * place + 2)), text.partition("|")[0], text.replace("|", ""))
        for place, text in enumerate(texts)
    ]


def told(figures: Sequence[Figure]) -> list[tuple[str, int]]:
    return sorted((one.label, len(one.mentions)) for one in subjects([], figures))


def test_subjects_come_by_their_mentions_and_figures_last() -> None:
    found = subjects([[entity("Okafor", 20), entity("Delorme", 30, 50)]], figures("3 %", "3\u202f%", "3 %"))
    assert [(one.label, len(one.mentions)) for one in found] == [("Delorme", 2), ("Okafor", 1), ("3 %", 3)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["12| ships", "12", "30"], [("12 ships", 2), ("30", 1)]),
        (["12", "12| ships", "12|\u00a0SHIPS"], [("12 ships", 3)]),
        (["3 million", "3 million| tickets"], [("3 million tickets", 2)]),
        (["12", "12| ships", "12 km"], [("12 ships", 2), ("12 km", 1)]),
    ],
)
def test_a_figure_alone_is_the_one_that_says_what_it_counts(texts: list[str], found: list[tuple[str, int]]) -> None:
    assert told(figures(*texts)) == sorted(found)


@pytest.mark.parametrize(
    "texts",
    [
        ("12", "12| ships", "12| boats"),
        ("12", "125| ships", "12,5 %"),
        ("5", "5 million"),
        ("2", "2 km"),
        ("5", "5 million| tickets"),
    ],
)
def test_other_figures_stay_apart(texts: tuple[str, ...]) -> None:
    assert told(figures(*texts)) == sorted((text.replace("|", ""), 1) for text in texts)


def test_a_figure_is_in_every_place_that_has_its_amount() -> None:
    (found,) = subjects([], figures("12", "12| ships"))
    assert found.mentions == (Extract(0, Span(0, 2)), Extract(0, Span(4, 6)))


def test_figures_read_as_in_their_article() -> None:
    survey = with_findings(make_survey([]), "Rain. 12 ships", numbers=["12| ships"])
    assert figures_of(survey, ["Rain. 12 ships"]) == [Figure(Extract(0, Span(6, 8)), "12", "12 ships")]


def test_very_many_figures_are_subjects_at_once() -> None:
    many = figures(*map(str, range(5_000)), *(f"{number}| ships" for number in range(5_000)))
    start = perf_counter()
    assert len(subjects([], many)) == 5_000
    assert perf_counter() - start < 0.2


def test_one_entity_of_several_articles_is_one_subject_with_its_commonest_name() -> None:
    kind = Kind.LOCATION
    english, french = entity("Germany", 3, kind=kind, known="DE"), entity("Allemagne", 1, 9, kind=kind, known="DE")
    (found,) = subjects([[english], [french]])
    assert found == Subject(
        "Allemagne", kind, (Extract(0, Span(3, 6)), Extract(1, Span(1, 4)), Extract(1, Span(9, 12)))
    )


def test_an_entity_without_mentions_is_no_subject() -> None:
    assert subjects([[entity("Okafor")]]) == ()


def test_a_book_is_covered_at_once() -> None:
    sentences = [Extract(0, Span(place * 100, place * 100 + 99)) for place in range(10_000)]
    named = [subject(*((0, (place * 7919 + part) % 999_900) for part in range(10))) for place in range(500)]
    ranks = range(1, 10_001)
    start = perf_counter()
    coverage(placed(named, sentences), sentences[:50], ranks)
    assert perf_counter() - start < 0.1
