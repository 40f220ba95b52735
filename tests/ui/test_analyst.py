"""Analysing and ranking in the background."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest

from apostil.domain.article import Piece, Role
from apostil.domain.edits import RolesEdit
from apostil.domain.errors import ApostilError, LibraryError
from apostil.services import analysing, summarising
from apostil.ui.analyst import Analyst, Progressed
from support.desks import make_analysis, make_desk
from support.jobs_on_demand import JobsOnDemand
from support.libraries import add_article, make_article
from support.surveys import make_survey

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from apostil.domain.analysis import Analysis
    from apostil.domain.article import Article, ArticleId
    from apostil.domain.spans import Span
    from apostil.domain.summary import Survey
    from apostil.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


class Office:
    """A desk with an article that nobody has analysed, and an analyst who needs no models."""

    def __init__(self, folder: Path) -> None:
        self.desk, self.article_id = make_desk(folder, analysed=False)
        self.jobs = JobsOnDemand()
        self.analyst = Analyst(self.desk, cast("Any", self.jobs), cast("Any", self.jobs))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    def survey(_article: Article, sentences: tuple[Span, ...], _entities: object) -> Survey:
        return make_survey(sentences)

    monkeypatch.setattr(analysing, "analyse", make_analysis)
    monkeypatch.setattr(summarising, "survey", survey)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.desk.library.close()


def second_article(desk: Desk) -> ArticleId:

    return add_article(desk.library, make_article([Piece("Autre chose."), Piece("Encore.")]))


def test_opening_has_the_article_analysed_and_ranked(office: Office) -> None:
    office.desk.open(office.article_id)
    office.jobs.run()
    assert office.desk.analysis is not None
    assert office.desk.summary is not None
    assert office.desk.library.analysis(office.article_id) is not None


def test_a_survey_is_kept(office: Office) -> None:
    office.desk.open(office.article_id)
    office.jobs.run()
    assert office.desk.library.survey(office.article_id) is not None


def test_the_open_article_comes_first(office: Office) -> None:
    other, third = second_article(office.desk), office.article_id
    office.analyst.want([other])
    office.analyst.want([third])
    office.desk.open(third)
    assert office.analyst.progress == Progressed(0, 2)
    office.jobs.run()
    assert office.desk.library.analysis(other) is not None
    assert office.desk.library.analysis(third) is not None


def test_what_is_cancelled_is_not_analysed(office: Office) -> None:
    office.analyst.want([office.article_id])
    office.analyst.cancel()
    office.jobs.run()
    assert not office.analyst.busy
    assert office.desk.library.analysis(office.article_id) is None


def test_a_failure_is_told_and_the_next_article_follows(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = second_article(office.desk)

    def analyse(article: Article) -> Analysis:
        if "Kérouan" in article.text:
            raise ApostilError("This article could not be analysed.")
        return make_analysis(article)

    monkeypatch.setattr(analysing, "analyse", analyse)
    with qtbot.waitSignal(office.analyst.failed) as failed:
        office.analyst.want([office.article_id, other])
        office.jobs.run()
    assert failed.args == ["This article could not be analysed."]
    assert office.desk.library.analysis(other) is not None


def test_analysing_again_can_be_undone(office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    office.desk.open(office.article_id)
    office.jobs.run()
    before = office.desk.analysis
    assert before is not None
    monkeypatch.setattr(analysing, "analyse", lambda _article: replace(before, entities=()))
    with qtbot.waitSignal(office.analyst.analysed_again) as told:
        office.analyst.analyse_again()
        office.jobs.run()
    assert told.args == [True]
    assert office.desk.undo_stack.undoText() == "Analyse again"
    office.desk.undo_stack.undo()
    assert office.desk.analysis == before


def test_the_same_analysis_again_is_no_edit(office: Office, qtbot: QtBot) -> None:
    office.desk.open(office.article_id)
    office.jobs.run()
    with qtbot.waitSignal(office.analyst.analysed_again) as told:
        office.analyst.analyse_again()
        office.jobs.run()
    assert told.args == [False]
    assert office.desk.undo_stack.count() == 0


def test_blocks_that_change_meanwhile_are_analysed_anew(office: Office) -> None:
    office.desk.open(office.article_id)
    office.jobs.step()
    office.desk.do(RolesEdit("Take back", office.article_id, ((4, None),), ((4, Role.PARAGRAPH),)))
    office.jobs.run()
    assert office.desk.analysis is not None
    assert len(office.desk.analysis.sentences) == 3


def test_a_survey_that_fails_is_told(office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ApostilError("The sentences could not be ranked.")

    monkeypatch.setattr(summarising, "survey", fail)
    with qtbot.waitSignal(office.analyst.failed):
        office.desk.open(office.article_id)
        office.jobs.run()
    assert office.desk.summary is None


def test_a_kept_survey_is_not_made_again(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.desk.open(office.article_id)
    office.jobs.run()
    monkeypatch.delattr(summarising, "survey")
    office.desk.open(office.article_id)
    office.jobs.run()
    assert office.desk.summary is not None


def test_a_survey_of_before_is_made_again(office: Office) -> None:
    office.desk.open(office.article_id)
    office.jobs.run()
    survey = office.desk.survey
    assert survey is not None
    office.desk.library.save_survey(office.article_id, replace(survey, version="before"))
    office.desk.open(office.article_id)
    office.jobs.run()
    assert office.desk.survey == survey


def test_a_survey_of_blocks_that_changed_meanwhile_is_not_handed_out(office: Office) -> None:
    office.desk.open(office.article_id)
    while office.desk.summary is None:
        office.jobs.step()
    office.desk.library.apply(RolesEdit("Take back", office.article_id, ((4, None),), ((4, Role.PARAGRAPH),)))
    office.jobs.run()
    assert office.desk.library.survey(office.article_id) is None


def test_an_analysis_that_cannot_be_compared_is_told_and_the_next_one_follows(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_article_id: object) -> None:
        raise LibraryError("The disk reported an error.")

    office.desk.open(office.article_id)
    office.jobs.run()
    office.analyst.analyse_again()
    monkeypatch.setattr(office.desk.library, "analysis", fail)
    with qtbot.waitSignal(office.analyst.failed) as failed:
        office.jobs.run()
    assert failed.args == ["The disk reported an error."]
    assert not office.analyst.busy


def test_an_analyst_that_is_held_back_analyses_the_open_article_alone(office: Office) -> None:
    other = second_article(office.desk)
    office.analyst.hold(True)
    office.analyst.want([other])
    office.desk.open(office.article_id)
    office.jobs.run()
    library = office.desk.library
    assert (library.analysis(other), library.analysis(office.article_id) is None) == (None, False)
    office.analyst.hold(False)
    office.jobs.run()
    assert library.analysis(other) is not None
