from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from apostil.domain.article import ArticleId, Metadata
from apostil.domain.entity import Correction, Kind, MarkedEntity, NotAnEntity, OtherKind, SameAs
from apostil.domain.spans import Span
from apostil.services import analysing
from support.language import article_of, sample

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


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_analysis_has_language_sentences_entities_and_engine(language: str) -> None:
    analysis = analysing.analyse(sample(language))
    assert analysis.language == language
    assert len(analysis.sentences) > 8
    assert any(entity.name == "Moira Tennant" for entity in analysis.entities)
    assert analysis.engine.startswith("spacy ")


def test_the_language_is_detected_where_it_is_unknown() -> None:
    article = replace(sample("fr"), metadata=Metadata())
    assert analysing.analyse(article).language == "fr"


def test_an_empty_article_is_analysed_too() -> None:
    analysis = analysing.analyse(article_of(language=""))
    assert (analysis.language, analysis.sentences, analysis.entities) == ("", (), ())


@pytest.mark.parametrize("language", ["en", "fr", "fi", ""])
def test_any_language_can_be_warmed_up(language: str) -> None:
    analysing.warm_up(language)


@pytest.mark.parametrize(
    ("edit", "label", "correction"),
    [
        (
            analysing.other_kind(library(), ID, "Lorne", Kind.LOCATION),
            "Change kind of Lorne to location",
            OtherKind("Lorne", Kind.LOCATION),
        ),
        (analysing.not_an_entity(library(), ID, "Lorne"), "Remove entity Lorne", NotAnEntity("Lorne")),
        (
            analysing.not_an_entity(library(), ID, "Lorne", Span(3, 8)),
            "Remove a mention of Lorne",
            NotAnEntity("Lorne", Span(3, 8)),
        ),
        (
            analysing.same_as(library(), ID, "Lorne", "Port Lorne"),
            "Join Lorne with Port Lorne",
            SameAs("Lorne", "Port Lorne"),
        ),
        (
            analysing.mark_entity(library(), ID, " Port\nLorne", Kind.PERSON),
            "Mark Port Lorne as person",
            MarkedEntity("Port Lorne", Kind.PERSON),
        ),
    ],
)
def test_a_correction_is_an_edit_with_its_name(edit: object, label: str, correction: Correction) -> None:
    made = cast("analysing.CorrectionsEdit", edit)
    assert (made.label, made.article, made.before, made.after) == (label, ID, (), (correction,))


def test_a_correction_comes_after_those_before_it() -> None:
    edit = analysing.not_an_entity(library(SameAs("a", "b")), ID, "c")
    assert edit.after == (SameAs("a", "b"), NotAnEntity("c"))
    assert edit.inverse().after == (SameAs("a", "b"),)


def test_another_kind_of_the_same_name_replaces_the_earlier_one() -> None:
    edit = analysing.other_kind(library(OtherKind("Lorne", Kind.PERSON)), ID, "lorne", Kind.LOCATION)
    assert edit.after == (OtherKind("lorne", Kind.LOCATION),)


def test_corrections_outlive_a_new_analysis() -> None:
    article = sample("en")
    made = (OtherKind("Moira Tennant", Kind.GROUP),)
    for _ in range(2):
        found = analysing.corrected(article, analysing.analyse(article).entities, made)
        assert [entity.kind for entity in found if entity.name == "Moira Tennant"] == [Kind.GROUP]


def test_without_corrections_everything_stays() -> None:
    article = sample("en")
    found = analysing.analyse(article).entities
    assert analysing.corrected(article, found, ()) is found
