"""Summarising several articles together."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from apostil.domain.article import ArticleId, Metadata
from apostil.domain.digest import Digest, Grouping, Voice
from apostil.domain.entity import Kind
from apostil.domain.glossary import GlossaryEntry
from apostil.domain.notes import Stamp
from apostil.domain.summary import Length, Method, choose
from apostil.services import summarising, together
from support.language import sample
from support.several import part


def test_the_survey_of_several_articles_is_of_this_version() -> None:
    assert together.survey([part(["Rain fell."]), part(["The ferry sailed."])]).version == summarising.VERSION


def test_a_summary_is_chosen_from_all_articles() -> None:
    found = together.survey([part(["Rain fell."]), part(["The ferry sailed."])])

    assert {one.extract.owner for one in choose(found, Method.LSA, Length(2)).sentences} == {0, 1}


def digest(grouping: Grouping) -> Digest:
    parts = [part(["Rain fell."]), part(["The ferry sailed."])]
    known = [Metadata("Rain", outlet="The Post", published=dt.date(2026, 2, 1)), Metadata("Ferry")]
    voices = tuple(
        Voice(ArticleId(one.title), replace(each.article, metadata=one), one.title)
        for each, one in zip(parts, known, strict=True)
    )
    return Digest(voices, choose(together.survey(parts), Method.LSA, Length(2)), grouping)


def test_the_clipboard_names_the_source_of_each_sentence() -> None:
    assert together.copied(digest(Grouping.OUTLET)) == (
        "The Post\nRain fell. (Rain, The Post, 2026-02-01, ¶\u00a01)\n\nThe ferry sailed. (Ferry, ¶\u00a01)"
    )


def test_the_clipboard_names_the_other_articles_that_say_the_same() -> None:
    found = digest(Grouping.RANK)
    first, second = found.summary.sentences
    told = replace(found, summary=replace(found.summary, sentences=(replace(first, also=(1,)), second)))

    assert "Rain fell. (Rain, The Post, 2026-02-01, ¶\u00a01; also in Ferry)" in together.copied(told)


def test_days_stand_above_what_was_written_on_them() -> None:
    assert together.copied(digest(Grouping.TIME)).startswith("2026-02-01\nRain fell.")


def test_a_summary_becomes_a_file_of_any_format() -> None:
    written = together.render(digest(Grouping.OUTLET), "md", Stamp("0", dt.datetime(2026, 2, 1, tzinfo=dt.UTC)))

    assert written.decode().count("> ") == 2


def test_an_article_from_no_library_is_surveyed_with_its_glossary() -> None:
    found = together.surveyed(sample("en"), (GlossaryEntry("Moira Tennant", Kind.PERSON),))

    assert found.survey.sentences
    assert "Moira Tennant" in {entity.name for entity in found.entities}


def test_nothing_to_choose_from_makes_an_empty_summary() -> None:
    found = together.digest((), together.survey(()), None, Length(3), Grouping.RANK)

    assert found.summary.sentences == ()


def test_the_usual_method_chooses_where_none_was_asked_for() -> None:
    found = together.digest((), together.survey([part(["Rain fell."])]), None, Length(3), Grouping.RANK)

    assert found.summary.method is summarising.DEFAULT
