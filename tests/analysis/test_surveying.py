"""A survey knows what every method says of every sentence, and why."""

from __future__ import annotations

import pytest

from apostil.analysis.sentences import split
from apostil.analysis.summaries import rank
from apostil.analysis.surveying import ranking_alone, survey
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.spans import Span
from apostil.domain.summary import Method, Survey
from support.language import article_of, sample

SHIPS = article_of("Three old ships sailed from Lorne for 3,000 miles. None came to Lorne. Its mayor wept.")


def named(name: str, kind: Kind) -> Entity:
    text = SHIPS.text
    places = [at for at in range(len(text)) if text.startswith(name, at)]
    return Entity(name, name, kind, tuple(Mention(Span(at, at + len(name)), kind) for at in places))


def surveyed(*entities: Entity) -> Survey:
    return survey(SHIPS, split(SHIPS, "en"), "en", entities)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rankings_are_those_of_the_methods(language: str) -> None:
    article = sample(language)
    sentences = split(article, language)
    found = survey(article, sentences, language, ())
    assert [ranking.method for ranking in found.rankings] == list(Method)
    assert found.ranking(Method.KL) == rank(article, sentences, language, Method.KL)


def test_everything_is_parallel() -> None:
    article = sample("en")
    sentences = split(article, "en")
    found = survey(article, sentences, "en", ())
    assert tuple(sentence.span for sentence in found.sentences) == sentences
    assert len(found.words) == len(found.reasons) == len(sentences)


def test_words_are_counted() -> None:
    assert surveyed().words == (8, 4, 3)


def test_each_sentence_says_whom_it_names() -> None:
    entities = (named("mayor", Kind.PERSON), named("Lorne", Kind.LOCATION))
    assert [reasons.entities for reasons in surveyed(*entities).reasons] == [("Lorne",), ("Lorne",), ("mayor",)]


def test_each_sentence_says_which_words_count() -> None:
    assert "Lorne" in [term.cut(SHIPS.text) for term in surveyed().reasons[1].terms]


def test_an_opening_that_leans_on_what_stands_before_is_told() -> None:
    article = article_of("The mayor resigned. She wept.")
    first, second = survey(article, split(article, "en"), "en", ()).reasons
    assert first.leaning is None
    assert second.leaning is not None
    assert second.leaning.words.cut(article.text) == "She"


def test_figures_are_told() -> None:
    assert [number.span.cut(SHIPS.text) for number in surveyed().numbers] == ["Three", "3,000 miles"]


def test_what_figures_count_is_told() -> None:
    article = article_of("They lost 12 ships and 3%.")
    found = survey(article, split(article, "en"), "en", ())
    assert [noun.span.cut(article.text) for noun in found.nouns] == [" ships", ""]


def test_an_article_without_sentences_has_an_empty_survey() -> None:
    found = survey(article_of(""), (), "en", ())
    assert (found.sentences, found.words, found.reasons, found.phrases) == ((), (), (), ())
    assert {ranking.ranks for ranking in found.rankings} == {()}


def test_one_method_may_be_asked_alone() -> None:
    sentences = split(SHIPS, "en")
    found = ranking_alone(SHIPS, sentences, "en", (), Method.LUHN)
    assert found.rankings == (rank(SHIPS, sentences, "en", Method.LUHN),)


def test_the_automatic_method_says_the_same_alone() -> None:
    sentences = split(SHIPS, "en")
    alone = ranking_alone(SHIPS, sentences, "en", (named("Lorne", Kind.LOCATION),), Method.AUTO)
    assert alone.ranking(Method.AUTO) == surveyed(named("Lorne", Kind.LOCATION)).ranking(Method.AUTO)


def test_the_automatic_score_is_the_sum_of_its_grounds() -> None:
    found = surveyed()
    sums = [sum(part for _, part in reasons.grounds) for reasons in found.reasons]
    assert sums == pytest.approx(found.ranking(Method.AUTO).scores)


TWICE = article_of("The quay is shut. Two ships wait outside. The quay is shut. Nobody knows for how long.")


def test_our_own_method_says_what_stands_word_for_word_again() -> None:
    found = survey(TWICE, split(TWICE, "en"), "en", ())
    auto = found.ranking(Method.AUTO)
    assert auto.repeats == {max((0, 2), key=auto.ranks.__getitem__)}
    assert not any(one.repeats for one in found.rankings if one.method is not Method.AUTO)


def test_key_phrases_are_told() -> None:
    assert "Lorne" in [phrase.text for phrase in surveyed(named("Lorne", Kind.LOCATION)).phrases]
