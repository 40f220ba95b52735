"""Gathering what a summary of several articles is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from apostil.domain.article import Metadata, Piece, compose
from apostil.domain.errors import ApostilError
from apostil.services import analysing, summarising
from apostil.ui.gathering import Gatherer
from support import panels
from support.main_windows import QuickJobs
from support.surveys import with_findings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from apostil.ui.desk import Desk


class Asked:
    """A gatherer with what it told."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.jobs = QuickJobs()
        self.gatherer = Gatherer(desk, cast("Any", self.jobs), cast("Any", self.jobs))
        self.gathered: list[Any] = []
        self.failures: list[str] = []
        self.counts: list[int] = []

    def ask(self, *articles: Any) -> None:
        self.gatherer.gather(
            articles, self.gathered.append, lambda error: self.failures.append(error.message), self.counts.append
        )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = panels.a_desk(tmp_path)
    yield made
    made.library.close()


def test_articles_are_gathered_in_the_order_asked_for(desk: Desk) -> None:
    one, other = panels.add(desk.library, panels.ENGLISH, "a"), panels.add(desk.library, panels.FRENCH, "b")
    asked = Asked(desk)

    asked.ask(other, one)
    asked.jobs.run()

    (gathered,) = asked.gathered
    assert [voice.id for voice in gathered.voices] == [other, one]
    assert gathered.survey.sentences[-1].owner == 1
    assert not asked.gatherer.busy


def test_what_an_article_lacks_is_found_out_and_kept(desk: Desk) -> None:
    article_id = panels.add(desk.library, panels.ENGLISH, "a", analysed=False)
    asked = Asked(desk)

    asked.ask(article_id)
    asked.jobs.run()

    assert asked.gathered
    assert desk.library.analysis(article_id) is not None
    assert desk.library.survey(article_id) is not None


def test_a_library_that_is_only_read_stays_as_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    article_id = panels.add(desk.library, panels.ENGLISH, "a", analysed=False)
    monkeypatch.setattr(type(desk), "read_only", property(lambda _self: True))
    asked = Asked(desk)

    asked.ask(article_id)
    asked.jobs.run()

    assert asked.gathered
    assert desk.library.analysis(article_id) is None


def test_how_many_are_done_is_told_as_they_come(desk: Desk) -> None:
    articles = [panels.add(desk.library, panels.ENGLISH, name) for name in "abc"]
    asked = Asked(desk)

    asked.ask(*articles)
    asked.jobs.run()

    assert asked.counts == [0, 1, 2, 3]


def test_what_was_cancelled_tells_nothing(desk: Desk) -> None:
    asked = Asked(desk)
    asked.ask(panels.add(desk.library, panels.ENGLISH, "a"))

    asked.gatherer.cancel()
    asked.jobs.run()

    assert not asked.gathered


def test_whoever_asks_last_is_served(desk: Desk) -> None:
    one, other = panels.add(desk.library, panels.ENGLISH, "a"), panels.add(desk.library, panels.FRENCH, "b")
    asked = Asked(desk)
    asked.ask(one)

    asked.ask(other)
    asked.jobs.run()

    assert [[voice.id for voice in gathered.voices] for gathered in asked.gathered] == [[other]]


@pytest.mark.parametrize("step", [analysing.analyse, summarising.survey])
def test_what_fails_is_told(desk: Desk, step: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(desk)
    monkeypatch.setattr(panels, "analysis" if step is analysing.analyse else "survey", _fail)

    asked.ask(panels.add(desk.library, panels.ENGLISH, "a", analysed=False))
    asked.jobs.run()

    assert asked.failures == ["This took too long."]
    assert not asked.gatherer.busy


def _fail(*_: object) -> None:
    raise ApostilError("This took too long.")


def test_a_figure_of_two_languages_is_one_subject(desk: Desk) -> None:
    told = {"en": ("It asked for 20 million euros.", "20 million euros"), "fr": ("Il a 20 M€.", "20 M€")}
    ids = []
    for language, (text, figure) in told.items():
        article = compose([Piece(text)], Metadata(title=language, language=language))
        ids.append(panels.add(desk.library, article, language))
        desk.library.save_survey(ids[-1], with_findings(panels.survey(article), text, numbers=[figure]))
    asked = Asked(desk)

    asked.ask(*ids)
    asked.jobs.run()

    assert asked.gathered[0].places.held == (frozenset({0, 1}),)
