from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from apostil.analysis.sentences import split
from apostil.domain.anchor import anchor_at
from apostil.domain.annotation import Annotation, Color
from apostil.domain.article import Article, ArticleId, Metadata, Role
from apostil.domain.choices import Choices, Extract
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, Summary, Survey, choose
from apostil.services import summarising
from support.language import article_of, sample
from support.surveys import make_survey

if TYPE_CHECKING:
    from apostil.domain.edits import AnnotationsEdit
    from apostil.store.library import Library

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
KNOWN = Metadata("Ferries", ("A. Writer", "B. Reader"), "The Lorne Post", dt.date(2026, 2, 3), "en", "lorne.example/1")


class Shelf:
    """As much of a library as highlighting needs."""

    def __init__(self, article: Article, marks: tuple[Annotation, ...] = ()) -> None:
        self.kept = article
        self.marks = marks

    def article(self, article_id: ArticleId) -> Article:
        return self.kept

    def annotations(self, article_id: ArticleId) -> tuple[Annotation, ...]:
        return self.marks


def summary(article: Article, method: Method = Method.LEAD, count: int = 2) -> Summary:
    return choose(summarising.survey(article, split(article, "en"), ()), method, Length(count))


def highlights(shelf: Shelf, chosen: Summary, color: Color = Color.YELLOW) -> AnnotationsEdit | None:
    return summarising.highlights(cast("Library", shelf), ArticleId("a"), chosen, color, NOW)


@pytest.mark.parametrize(
    ("survey", "kept"),
    [(None, Span(3, 9)), (make_survey([Span(0, 10), Span(11, 20)]), Span(0, 10))],
    ids=["no survey", "other sentences"],
)
def test_what_was_chosen_is_a_sentence_of_the_survey(survey: Survey | None, kept: Span) -> None:
    class Chosen:
        def choices(self, articles: object) -> Choices:
            return Choices((Extract(0, Span(3, 9)),))

    chosen = summarising.choices_of(cast("Library", Chosen()), (ArticleId("a"),), survey)
    assert chosen.pinned == (Extract(0, kept),)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_method_is_asked_about_every_sentence(language: str) -> None:
    article = sample(language)
    survey = summarising.survey(article, split(article, language), ())
    assert [ranking.method for ranking in survey.rankings] == list(Method)
    assert {ranking.sentences for ranking in survey.rankings} == {split(article, language)}


def test_a_list_of_things_leaves_nothing_to_choose_from() -> None:
    article = article_of(*((Role.LIST_ITEM, f"- {words}") for words in ("apples", "pears", "12 eggs", "milk")))
    assert summarising.survey(article, split(article, "en"), ()).sentences == ()


def test_items_of_a_list_are_in_no_ranking() -> None:
    article = article_of("The quays are shut.", (Role.LIST_ITEM, "- apples"), "The ships wait.")
    found = summarising.rank(article, split(article, "en"), (), Method.AUTO)
    assert [one.span.cut(article.text) for one in found.sentences] == ["The quays are shut.", "The ships wait."]


def test_the_language_is_detected_where_it_is_unknown() -> None:
    article = sample("fr")
    unknown = replace(article, metadata=replace(article.metadata, language=""))
    sentences = split(article, "fr")
    assert summarising.survey(unknown, sentences, ()) == summarising.survey(article, sentences, ())


def test_a_survey_of_the_same_sentences_is_current() -> None:
    spans = split(sample("en"), "en")
    assert summarising.is_current(make_survey(spans), sample("en"), spans)


@pytest.mark.parametrize("outdated", [None, make_survey([Span(0, 3)]), replace(make_survey([]), version="before")])
def test_no_other_survey_is_current(outdated: Survey | None) -> None:
    assert not summarising.is_current(outdated, sample("en"), ())


def test_a_survey_lacks_no_sentence_for_an_item_that_is_none() -> None:
    article = article_of("The quays are shut.", (Role.LIST_ITEM, "- apples"))
    assert summarising.is_current(make_survey([Span(0, 19)]), article, split(article, "en"))


def test_a_summary_becomes_marks() -> None:
    article = sample("en")
    edit = highlights(Shelf(article), summary(article), Color.GREEN)
    assert edit is not None
    assert edit.before == ()
    assert [mark.anchor.exact for mark in edit.after] == [span.cut(article.text) for span in split(article, "en")[:2]]
    assert len({mark.id for mark in edit.after}) == 2
    assert {(mark.article_id, mark.color, mark.created, mark.modified) for mark in edit.after} == {
        ("a", Color.GREEN, NOW, NOW)
    }


def test_a_sentence_is_not_marked_twice() -> None:
    article = sample("en")
    first = highlights(Shelf(article), summary(article, count=1))
    assert first is not None
    more = highlights(Shelf(article, first.after), summary(article, count=2))
    assert more is not None
    assert [mark.span for mark in more.after] == list(split(article, "en")[1:2])


def test_a_mark_over_a_part_of_a_sentence_does_not_count_as_its_own() -> None:
    article = sample("en")
    first = highlights(Shelf(article), summary(article, count=1))
    assert first is not None
    span = first.after[0].span
    part = replace(first.after[0], anchor=anchor_at(article.text, Span(span.start, span.end - 1)))
    again = highlights(Shelf(article, (part,)), summary(article, count=1))
    assert again is not None
    assert [mark.span for mark in again.after] == [span]


def test_a_summary_that_is_marked_already_makes_no_edit() -> None:
    article = sample("en")
    edit = highlights(Shelf(article), summary(article))
    assert edit is not None
    assert highlights(Shelf(article, edit.after), summary(article), Color.RED) is None


def test_a_copied_summary_has_its_source_and_its_paragraphs() -> None:
    article = replace(article_of((Role.HEADLINE, "Ferries"), "They sail.", "They\u00a0sink."), metadata=KNOWN)
    assert summarising.copied(article, summary(article)) == (
        "Ferries\nA. Writer, B. Reader · The Lorne Post · 2026-02-03\nlorne.example/1\n\n"
        "[¶ 1] They sail.\n[¶ 2] They\u00a0sink."
    )


def test_a_copied_summary_of_an_unknown_source_is_its_sentences() -> None:
    article = article_of("They sail.")
    assert summarising.copied(article, summary(article)) == "[¶ 1] They sail."
