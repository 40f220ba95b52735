from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from apostil.domain.article import ArticleId
from apostil.domain.entity import Correction, Kind, MarkedEntity, NotAnEntity, OtherKind, SameAs
from apostil.domain.spans import Span
from apostil.services import analysing, correcting
from support.language import sample

if TYPE_CHECKING:
    from apostil.store.library import Library

ID = ArticleId("a")


class Shelf:
    """As much of a library as corrections need."""

    def __init__(self, *made: Correction) -> None:
        self.made = made

    def corrections(self, article_id: ArticleId) -> tuple[Correction, ...]:
        return self.made


def library(*made: Correction) -> Library:
    return cast("Library", Shelf(*made))


@pytest.mark.parametrize(
    ("edit", "label", "correction"),
    [
        (
            correcting.other_kind(library(), ID, "Lorne", Kind.LOCATION),
            "Change kind of Lorne to place",
            OtherKind("Lorne", Kind.LOCATION),
        ),
        (
            correcting.confirm(library(), ID, "Lorne", Kind.LOCATION),
            "Confirm Lorne as place",
            OtherKind("Lorne", Kind.LOCATION),
        ),
        (
            correcting.mark_entity(library(), ID, "the long name " * 9, Kind.WORK),
            "Mark the long name the long name the long… as work",
            MarkedEntity(" ".join(["the long name"] * 9), Kind.WORK),
        ),
        (correcting.not_an_entity(library(), ID, "Lorne"), "Remove entity Lorne", NotAnEntity("Lorne")),
        (
            correcting.not_an_entity(library(), ID, "Lorne", Span(3, 8)),
            "Remove a mention of Lorne",
            NotAnEntity("Lorne", Span(3, 8)),
        ),
        (
            correcting.same_as(library(), ID, "Lorne", "Port Lorne"),
            "Join Lorne with Port Lorne",
            SameAs("Lorne", "Port Lorne"),
        ),
        (
            correcting.mark_entity(library(), ID, " Port\nLorne", Kind.PERSON),
            "Mark Port Lorne as person",
            MarkedEntity("Port Lorne", Kind.PERSON),
        ),
    ],
)
def test_a_correction_is_an_edit_with_its_name(edit: object, label: str, correction: Correction) -> None:
    made = cast("correcting.CorrectionsEdit", edit)
    assert (made.label, made.article, made.before, made.after) == (label, ID, (), (correction,))


def test_a_kind_has_the_word_that_the_interface_has_for_it() -> None:
    assert correcting.mark_entity(library(), ID, "Lorne", Kind.ORGANIZATION).label == "Mark Lorne as organisation"


def test_a_correction_comes_after_those_before_it() -> None:
    edit = correcting.not_an_entity(library(SameAs("a", "b")), ID, "c")
    assert edit.after == (SameAs("a", "b"), NotAnEntity("c"))
    assert edit.inverse().after == (SameAs("a", "b"),)


def test_another_kind_of_the_same_name_replaces_the_earlier_one() -> None:
    edit = correcting.other_kind(library(OtherKind("Lorne", Kind.PERSON)), ID, "lorne", Kind.LOCATION)
    assert edit.after == (OtherKind("lorne", Kind.LOCATION),)


def test_corrections_outlive_a_new_analysis() -> None:
    article = sample("en")
    made = (OtherKind("Moira Tennant", Kind.GROUP),)
    for _ in range(2):
        found = correcting.corrected(article, analysing.analyse(article).entities, made)
        assert [entity.kind for entity in found if entity.name == "Moira Tennant"] == [Kind.GROUP]


def test_without_corrections_everything_stays() -> None:
    article = sample("en")
    found = analysing.analyse(article).entities
    assert correcting.corrected(article, found, ()) is found
