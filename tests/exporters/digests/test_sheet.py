"""A summary of several articles in words."""

from dataclasses import replace

import pytest

from apostil.domain.digest import Digest, Grouping
from apostil.domain.summary import Length, Method, Summary
from apostil.exporters.digests.sheet import sheet
from support.invented_digest import ENGLISH, FRENCH, alone, digest


def test_each_sentence_stands_under_its_outlet_verbatim():
    words = sheet(digest())
    assert [section.heading for section in words.sections] == ["The Brackwater Gazette", "Outlet not known"]
    assert [section.sentences[0].text for section in words.sections] == [ENGLISH, FRENCH]


def test_a_sentence_names_its_source_and_its_rank():
    (first, *_), _ = (section.sentences for section in sheet(digest()).sections)
    assert first.source.replace("\u00a0", " ").startswith(
        "Harbour *lights* & a <tidal> mill, The Brackwater Gazette, 2026-01-31 · pp. 2–3, ¶ 2"
    )
    assert first.source.replace("\u00a0", " ").endswith("rank 1 · score 1.000 · chosen by 1 of 9 methods")


def test_a_sentence_names_the_other_articles_that_say_the_same():
    _, second = sheet(digest()).sections[0].sentences
    assert second.source.endswith("\u00a0· also in À Brackwater, un moulin à marée")


def test_what_the_reader_chose_is_marked_as_theirs():
    last = sheet(digest()).sections[-1].sentences[0]
    assert " · chosen by the reader · " in last.source.replace("\u00a0", " ")
    assert "The reader chose one of them." in sheet(digest()).method


def test_days_are_written_the_same_everywhere():
    assert sheet(digest(Grouping.TIME)).sections[0].heading == "2026-01-31"


def test_by_rank_there_is_no_heading():
    assert [section.heading for section in sheet(digest(Grouping.RANK)).sections] == [""]


def test_the_articles_are_listed_with_what_is_known_of_them():
    first, second = sheet(digest()).articles
    assert (first.number, second.number) == (1, 2)
    assert first.facts.startswith("Ada Quill, Ben “Bo” Marsh, The Brackwater Gazette, 2026-01-31")


@pytest.mark.parametrize(
    ("count", "title"),
    [
        (0, "Summary of 0 articles"),
        (1, "Summary of “Harbour *lights* & a <tidal> mill”"),
        (2, "Summary of 2 articles"),
    ],
)
def test_the_title_counts_several_articles_and_names_one(count, title):
    voices = digest().voices[:count]
    assert sheet(Digest(voices, Summary(Method.LEXRANK, Length(3), ()))).title == title


@pytest.mark.parametrize("grouping", Grouping)
def test_one_article_alone_stands_without_headings_and_is_named_once(grouping):
    words = sheet(alone(grouping))
    assert ([section.heading for section in words.sections], words.listing) == ([""], "Article")
    assert words.sections[0].sentences[0].article == 0
    assert words.sections[0].sentences[0].source.startswith("pp.")


@pytest.mark.parametrize(
    ("grouping", "headings"), [(Grouping.OUTLET, [""]), (Grouping.TIME, ["2026-01-31", "Day not known"])]
)
def test_what_is_known_of_no_article_is_no_heading(grouping, headings):
    one = digest(grouping)
    first, second = one.voices
    unknown = replace(first.article, metadata=replace(first.article.metadata, outlet=""))
    words = sheet(replace(one, voices=(replace(first, article=unknown), second)))
    assert [section.heading for section in words.sections] == headings


def test_articles_of_one_title_are_listed_with_their_files():
    one = digest()
    voices = tuple(replace(voice, title="Mill", name=f"{at}.txt") for at, voice in enumerate(one.voices))
    assert [listed.facts.rpartition(", ")[2] for listed in sheet(replace(one, voices=voices)).articles] == [
        "0.txt",
        "1.txt",
    ]


def test_a_sentence_says_what_it_leans_on_where_that_is_not_above_it():
    (_, second), (last,) = (section.sentences for section in sheet(digest()).sections)
    assert "answers" not in second.source
    assert last.source.endswith("\u00a0· is part of a quotation that begins before it")


def test_by_rank_what_stands_above_is_another_sentence():
    *_, answer = sheet(digest(Grouping.RANK)).sections[0].sentences
    assert "\u00a0· answers the question before it\u00a0· also in " in answer.source
