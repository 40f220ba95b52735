"""A survey knows what every method says of every sentence."""

from __future__ import annotations

import pytest

from apostil.analysis.sentences import split
from apostil.analysis.summaries import rank
from apostil.analysis.surveying import survey
from apostil.domain.summary import Method
from support.language import article_of, sample


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rankings_are_those_of_the_methods(language: str) -> None:
    article = sample(language)
    sentences = split(article, language)
    found = survey(article, sentences, language, ())
    assert found.rankings == tuple(rank(article, sentences, language, method) for method in Method)


def test_everything_is_parallel() -> None:
    article = sample("en")
    sentences = split(article, "en")
    found = survey(article, sentences, "en", ())
    assert tuple(sentence.span for sentence in found.sentences) == sentences
    assert len(found.words) == len(found.reasons) == len(sentences)


def test_words_are_counted() -> None:
    article = article_of("Three old ships sailed. None came.")
    assert survey(article, split(article, "en"), "en", ()).words == (4, 2)


def test_an_article_without_sentences_has_an_empty_survey() -> None:
    found = survey(article_of(""), (), "en", ())
    assert (found.sentences, found.words, found.reasons) == ((), (), ())
    assert {ranking.ranks for ranking in found.rankings} == {()}
