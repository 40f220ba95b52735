from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from apostil.domain.choices import Extract
from apostil.domain.coverage import Coverage, Figure, Missing, Subject, coverage, placed, subjects
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.spans import Span

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


ROBERTS, MITCHELL, STU = (
    subject(place, label=label, kind=Kind.PERSON)
    for place, label in (((0, 41), "Roberts"), ((0, 22), "Mitchell Roberts"), ((0, 26), "Stu Roberts"))
)


def test_a_surname_is_named_where_one_who_bears_it_is() -> None:
    assert coverage(placed([MITCHELL, ROBERTS], SENTENCES), [SENTENCES[0]], RANKS).named == (MITCHELL, ROBERTS)


@pytest.mark.parametrize(
    ("others", "alone"),
    [
        ([MITCHELL, STU], ROBERTS),
        ([subject((0, 22), label="Mitchell Roberts", kind=Kind.ORGANIZATION)], ROBERTS),
        ([subject((0, 22), label="Roberts Mitchell", kind=Kind.PERSON)], ROBERTS),
        ([MITCHELL], subject((0, 41), label="Roberts", kind=Kind.LOCATION)),
        ([MITCHELL], subject((1, 0), label="Roberts", kind=Kind.PERSON)),
        ([MITCHELL], subject((0, 41), label="Nick Roberts", kind=Kind.PERSON)),
    ],
)
def test_a_surname_is_left_out_where_it_may_be_of_somebody_else(others: list[Subject], alone: Subject) -> None:
    found = coverage(placed([*others, alone], SENTENCES), [SENTENCES[0]], RANKS)
    assert [one.subject for one in found.missing] == [alone]


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


def counted(text: str, value: str, language: str, thing: str = "", start: int = 0) -> Figure:
    """A figure with what it comes to, parted by a `|` from what it counts."""
    place = Extract(("en", "fr").index(language), Span(start, start + 2))
    return Figure(place, text.partition("|")[0], text.replace("|", ""), value, thing, language)


@pytest.mark.parametrize(
    ("english", "french"),
    [
        (counted("99.982%", "99.982 %", "en"), counted("99,982 %", "99.982 %", "fr")),
        (counted("12| ships", "12", "en", "ship"), counted("12| navires", "12", "fr", "ship")),
        (counted("5| ships", "5", "en", "ship"), counted("5| navires", "5", "fr", "ship")),
        (counted("300| cranes", "300", "en"), counted("300| grues", "300", "fr")),
        (counted("300| ships", "300", "en", "ship"), counted("300| rafiots", "300", "fr")),
        (counted("1,200", "1200", "en"), counted("1 200| postes", "1200", "fr")),
    ],
)
def test_a_figure_is_the_same_in_another_language(english: Figure, french: Figure) -> None:
    (found,) = subjects([], [english, french])
    assert [place.owner for place in found.mentions] == [0, 1]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        (counted("20 million", "20000000 euros", "en"), counted("20 millions", "20000000 dollars", "fr")),
        (counted("12| ships", "12", "en", "ship"), counted("12| enfants", "12", "fr", "child")),
        (counted("5| cranes", "5", "en"), counted("5| fils", "5", "fr")),
    ],
)
def test_a_figure_is_another_one_in_another_language(english: Figure, french: Figure) -> None:
    assert len(subjects([], [english, french])) == 2


@pytest.mark.parametrize("thing", ["", "ship"])
def test_what_one_language_counts_twice_over_is_no_other_ones(thing: str) -> None:
    english = [counted("300| cranes", "300", "en"), counted("300| ships", "300", "en", thing)]
    assert len(subjects([], [*english, counted("300| grues", "300", "fr")])) == 3


def test_what_both_languages_count_leaves_the_rest_apart() -> None:
    both = [counted("300| ships", "300", "en", "ship"), counted("300| navires", "300", "fr", "ship")]
    assert len(subjects([], [*both, counted("300| grues", "300", "fr")])) == 2


def test_a_name_that_is_joined_otherwise_is_the_same() -> None:
    kind = Kind.LOCATION
    english, french = entity("Port of Lindara", 9, kind=kind), entity("port de Lindara", 5, kind=kind)
    (found,) = subjects([[english], [french]])
    assert [place.owner for place in found.mentions] == [0, 1]


@pytest.mark.parametrize("known", ["", "geonames:1"])
def test_the_port_of_a_town_is_the_town(known: str) -> None:
    kind = Kind.LOCATION
    town, port = entity("Lindara", 9, 30, kind=kind, known=known), entity("port de Lindara", 5, kind=kind)
    (found,) = subjects([[port], [town]])
    assert found.label == "Lindara"


@pytest.mark.parametrize("name", ["gare de Lindara", "port de Sendaré", "of"])
def test_another_place_is_not_the_town(name: str) -> None:
    kind = Kind.LOCATION
    assert len(subjects([[entity(name, 5, kind=kind)], [entity("Lindara", 9, kind=kind)]])) == 2


def test_places_of_one_subject_are_in_order() -> None:
    (found,) = subjects([[entity("Port of Lindara", 9), entity("Port de Lindara", 5)]])
    assert [place.span.start for place in found.mentions] == [5, 9]


def test_very_many_figures_are_subjects_at_once() -> None:
    many = figures(*map(str, range(5_000)), *(f"{number}| ships" for number in range(5_000)))
    start = perf_counter()
    assert len(subjects([], many)) == 5_000
    assert perf_counter() - start < 5  # it is growth that is held here, not speed


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
    assert perf_counter() - start < 5  # it is growth that is held here, not speed
