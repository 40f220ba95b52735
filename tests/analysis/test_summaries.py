from __future__ import annotations

import importlib
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # the yardstick

from apostil.analysis.sentences import split
from apostil.analysis.summaries import rank
from apostil.analysis.words import stemmer, stop_words, words_of
from apostil.domain.article import Role
from apostil.domain.summary import Method, Ranking
from support.language import article_of, sample

PLAIN = {
    Method.LEXRANK: "lex_rank.LexRankSummarizer",
    Method.TEXTRANK: "text_rank.TextRankSummarizer",
    Method.LSA: "lsa.LsaSummarizer",
    Method.LUHN: "luhn.LuhnSummarizer",
    Method.KL: "kl.KLSummarizer",
    Method.SUMBASIC: "sum_basic.SumBasicSummarizer",
    Method.REDUCTION: "reduction.ReductionSummarizer",
}


COUNTED = [method for method in Method if method is not Method.AUTO]
"""The methods that count words and places alone; the automatic one has tests of its own."""


class OurWords:
    def __init__(self, language: str) -> None:
        self.language = language

    def to_words(self, text: str) -> tuple[str, ...]:
        return words_of(text, self.language)


def ranked(language: str, method: Method) -> Ranking:
    article = sample(language)
    return rank(article, split(article, language), language, method)


def plainly(language: str, method: Method, count: int) -> set[str]:
    article = sample(language)
    spans = split(article, language)
    paragraphs = []
    for block in article.blocks:
        words = OurWords(language)
        held = [Sentence(span.cut(article.text), words) for span in spans if block.span.covers(span)]
        paragraphs.append(Paragraph(held or [Sentence(block.span.cut(article.text), words, is_heading=True)]))
    module, name = PLAIN[method].split(".")
    summarizer = getattr(importlib.import_module(f"sumy.summarizers.{module}"), name)(stemmer(language))
    summarizer.stop_words = stop_words(language)
    return {str(sentence) for sentence in summarizer(ObjectDocumentModel(paragraphs), count)}


@pytest.mark.parametrize("count", [1, 3, 5])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("method", PLAIN)
def test_the_chosen_sentences_are_those_of_plain_sumy(method: Method, language: str, count: int) -> None:
    text = sample(language).text
    found = ranked(language, method)
    chosen = [span for span, rank in zip(found.sentences, found.ranks, strict=True) if rank <= count]
    assert {span.cut(text) for span in chosen} == plainly(language, method, count)


@pytest.mark.parametrize("method", COUNTED)
@pytest.mark.parametrize("language", ["en", "fr", "es", ""])
def test_every_sentence_gets_a_score_and_a_rank_of_its_own(method: Method, language: str) -> None:
    article = sample("en")
    spans = split(article, "en")
    found = rank(article, spans, language, method)
    assert found.sentences == spans
    assert len(found.scores) == len(spans)
    assert sorted(found.ranks) == list(range(1, len(spans) + 1))


@pytest.mark.parametrize("method", COUNTED)
@pytest.mark.parametrize(
    "texts",
    [(), ("One sentence only.",), ("12 % !", "… ?"), ("Word.", "Word.", "Word."), ("Alpha.", "Beta."), ("The.",)],
)
def test_odd_articles_are_ranked_too(method: Method, texts: tuple[str, ...]) -> None:
    article = article_of(*texts)
    found = rank(article, split(article, "en"), "en", method)
    assert sorted(found.ranks) == list(range(1, len(texts) + 1))
    assert all(map(math.isfinite, found.scores))


@pytest.mark.parametrize("method", [Method.LEXRANK, Method.TEXTRANK, Method.LUHN, Method.REDUCTION, Method.LSA])
def test_equal_sentences_score_alike_and_stay_two(method: Method) -> None:
    article = article_of("The ferry sails. The ferry came late.", "A storm came. Nobody swam. The ferry came late.")
    found = rank(article, split(article, "en"), "en", method)
    assert found.scores[1] == pytest.approx(found.scores[4])
    assert found.ranks[1] < found.ranks[4]


@pytest.mark.parametrize("method", [Method.KL, Method.SUMBASIC])
def test_greedy_methods_keep_the_order_of_their_choice(method: Method) -> None:
    found = ranked("en", method)
    assert sorted(found.scores, reverse=True) == [-place for place in range(len(found.scores))]


def test_the_lead_ranks_sentences_as_they_stand() -> None:
    assert ranked("fr", Method.LEAD).ranks[:3] == (1, 2, 3)


def test_edmundson_prefers_words_of_the_headings() -> None:
    article = article_of(
        (Role.HEADLINE, "Walrus"), "Rain fell.", "Snow fell.", "A walrus came.", "Wind blew.", "Sun shone."
    )
    found = rank(article, split(article, "en"), "en", Method.EDMUNDSON)
    assert found.scores[2] > max(found.scores[1], found.scores[3])


@pytest.mark.parametrize("method", COUNTED)
def test_a_typographic_apostrophe_weighs_like_a_straight_one(method: Method) -> None:
    curly = sample("fr")
    straight = article_of(
        *((block.role, block.span.cut(curly.text).replace("’", "'")) for block in curly.blocks),
        language="fr",
        title=curly.metadata.title.replace("’", "'"),
    )
    one, other = (rank(article, split(article, "fr"), "fr", method) for article in (curly, straight))
    assert one == other


@given(
    st.lists(st.text(st.sampled_from("abc de. fg!\n’"), min_size=1, max_size=40), max_size=6),
    st.sampled_from(COUNTED),
)
@settings(max_examples=150, deadline=None)
def test_any_text_is_ranked(texts: list[str], method: Method) -> None:
    article = article_of(*texts)
    spans = split(article, "en")
    found = rank(article, spans, "en", method)
    assert sorted(found.ranks) == list(range(1, len(spans) + 1))
    assert all(map(math.isfinite, found.scores))
