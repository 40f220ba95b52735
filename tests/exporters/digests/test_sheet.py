"""A summary of several articles in words."""

import pytest

from apostil.domain.digest import Digest, Grouping
from apostil.domain.summary import Length, Method, Summary
from apostil.exporters.digests.sheet import sheet
from support.invented_digest import ENGLISH, FRENCH, digest


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
    assert second.source.endswith(" · also in À Brackwater, un moulin à marée")


def test_what_the_reader_chose_is_marked_as_theirs():
    last = sheet(digest()).sections[-1].sentences[0]
    assert last.source.replace("\u00a0", " ").endswith("chosen by the reader")
    assert "The reader chose one of them." in sheet(digest()).method


def test_days_are_written_the_same_everywhere():
    assert sheet(digest(Grouping.TIME)).sections[0].heading == "2026-01-31"


def test_by_rank_there_is_no_heading():
    assert [section.heading for section in sheet(digest(Grouping.RANK)).sections] == [""]


def test_the_articles_are_listed_with_what_is_known_of_them():
    first, second = sheet(digest()).articles
    assert (first.number, second.number) == (1, 2)
    assert first.facts.startswith("Ada Quill, Ben “Bo” Marsh, The Brackwater Gazette, 2026-01-31")


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_title_counts_the_articles(count):
    one = digest()
    title = sheet(Digest(one.voices[:count], Summary(Method.LEXRANK, Length(3), ()))).title
    assert title == ("Summary of 1 article" if count == 1 else f"Summary of {count} articles")
