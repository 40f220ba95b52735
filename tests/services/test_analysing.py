from __future__ import annotations

from dataclasses import replace

import pytest

from apostil.analysis import stamps
from apostil.domain.analysis import Analysis
from apostil.domain.article import Metadata
from apostil.services import analysing
from support.language import article_of, sample


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_analysis_has_language_sentences_entities_and_engine(language: str) -> None:
    analysis = analysing.analyse(sample(language))
    assert analysis.language == language
    assert len(analysis.sentences) > 8
    assert any(entity.name == "Moira Tennant" for entity in analysis.entities)
    assert analysis.engine.startswith("apostil names ")


def test_the_language_is_detected_where_it_is_unknown() -> None:
    article = replace(sample("fr"), metadata=Metadata())
    assert analysing.analyse(article).language == "fr"


@pytest.mark.parametrize(
    ("engine", "outdated"),
    [("spacy 3.8.11", True), ("apostil names 0, rules 2", True), ("another program 2", False), ("", False)],
)
def test_what_an_engine_of_ours_found_before_is_outdated(engine: str, outdated: bool) -> None:
    assert analysing.is_outdated(Analysis("en", (), (), engine)) is outdated


@pytest.mark.parametrize("rules", ["", ", rules 1"])
def test_what_older_rules_settled_is_outdated(rules: str) -> None:
    engine = stamps.made_by().partition(",")[0]
    assert analysing.is_outdated(Analysis("en", (), (), engine + rules))


def test_what_is_found_now_is_not_outdated() -> None:
    assert not analysing.is_outdated(analysing.analyse(article_of("The ferry sails to Lorne.")))


def test_the_languages_that_were_learned_are_tuned() -> None:
    assert [code for code in ("en", "fr", "es", "fi", "") if analysing.is_untuned(code)] == ["es"]


def test_an_empty_article_is_analysed_too() -> None:
    analysis = analysing.analyse(article_of(language=""))
    assert (analysis.language, analysis.sentences, analysis.entities) == ("", (), ())


@pytest.mark.parametrize("language", ["en", "fr", "es", "fi", ""])
def test_any_language_can_be_warmed_up(language: str) -> None:
    analysing.warm_up(language)


def test_sentences_and_entities_can_be_had_alone() -> None:
    article = sample("en")
    analysis = analysing.analyse(article)
    assert analysing.sentences_of(article) == analysis.sentences
    assert analysing.entities_of(article) == analysis.entities
