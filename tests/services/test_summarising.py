from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from apostil.analysis.sentences import split
from apostil.domain.annotation import Color
from apostil.domain.article import Article, ArticleId, Metadata, Role
from apostil.domain.summary import Length, Method, Summary, choose
from apostil.services import summarising
from support.language import article_of, sample

if TYPE_CHECKING:
    from apostil.store.library import Library

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
KNOWN = Metadata("Ferries", ("A. Writer", "B. Reader"), "The Lorne Post", dt.date(2026, 2, 3), "en", "lorne.example/1")


class Shelf:
    """As much of a library as highlighting needs."""

    def __init__(self, article: Article) -> None:
        self.kept = article

    def article(self, article_id: ArticleId) -> Article:
        return self.kept


def summary(article: Article, method: Method = Method.LEAD, count: int = 2) -> Summary:
    return choose(summarising.rank(article, split(article, "en"), method), Length(count))


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_any_method_ranks_the_sentences_it_is_given(method: Method, language: str) -> None:
    article = sample(language)
    ranking = summarising.rank(article, split(article, language), method)
    assert ranking.method is method
    assert ranking.sentences == split(article, language)


def test_the_language_is_detected_where_it_is_unknown() -> None:
    article = sample("fr")
    unknown = replace(article, metadata=replace(article.metadata, language=""))
    sentences = split(article, "fr")
    assert summarising.rank(unknown, sentences, Method.LUHN) == summarising.rank(article, sentences, Method.LUHN)


def test_short_articles_get_lexrank_and_long_ones_a_linear_method() -> None:
    assert summarising.default_method(0) is Method.LEXRANK
    assert summarising.default_method(summarising.QUADRATIC) is Method.LEXRANK
    assert summarising.default_method(summarising.QUADRATIC + 1) is Method.LUHN


def test_a_summary_becomes_marks() -> None:
    article = sample("en")
    edit = summarising.highlights(cast("Library", Shelf(article)), ArticleId("a"), summary(article), Color.GREEN, NOW)
    assert edit.before == ()
    assert [mark.anchor.exact for mark in edit.after] == [span.cut(article.text) for span in split(article, "en")[:2]]
    assert len({mark.id for mark in edit.after}) == 2
    assert {(mark.article_id, mark.color, mark.created, mark.modified) for mark in edit.after} == {
        ("a", Color.GREEN, NOW, NOW)
    }


def test_a_copied_summary_has_its_source_and_its_paragraphs() -> None:
    article = replace(article_of((Role.HEADLINE, "Ferries"), "They sail.", "They\u00a0sink."), metadata=KNOWN)
    assert summarising.copied(article, summary(article)) == (
        "Ferries\nA. Writer, B. Reader · The Lorne Post · 2026-02-03\nlorne.example/1\n\n"
        "[¶ 1] They sail.\n[¶ 2] They\u00a0sink."
    )


def test_a_copied_summary_of_an_unknown_source_is_its_sentences() -> None:
    article = article_of("They sail.")
    assert summarising.copied(article, summary(article)) == "[¶ 1] They sail."
