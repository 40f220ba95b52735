"""Completing what is known of articles before something is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from apostil.domain.errors import ApostilError, LibraryError
from apostil.ui.completing import Completion, Known, Told
from support import panels
from support.main_windows import QuickJobs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from apostil.domain.article import ArticleId
    from apostil.ui.desk import Desk


class Errand:
    """A completion with what it told."""

    def __init__(self, desk: Desk, *articles: ArticleId) -> None:
        self.known: list[Known] = []
        self.failures: list[str] = []
        self.counts: list[int] = []
        self.jobs = QuickJobs()
        told = Told(self.known.extend, self._fail, self.counts.append)
        self.completion = Completion(desk, cast("Any", self.jobs), cast("Any", self.jobs), articles, told)

    def _fail(self, error: ApostilError) -> None:
        self.failures.append(error.message)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = panels.a_desk(tmp_path)
    yield made
    made.library.close()


def test_articles_are_told_in_their_order_with_what_is_known(desk: Desk) -> None:
    one, other = panels.add(desk.library, panels.ENGLISH, "a"), panels.add(desk.library, panels.FRENCH, "b")

    errand = Errand(desk, other, one)
    errand.jobs.run()

    assert [known.voice.id for known in errand.known] == [other, one]
    assert errand.known[0].survey.sentences
    assert errand.counts == [0, 1, 2]


def test_what_is_found_out_is_in_the_library_when_it_is_told(desk: Desk) -> None:
    article_id = panels.add(desk.library, panels.ENGLISH, "a", analysed=False)

    errand = Errand(desk, article_id)
    errand.jobs.run()

    assert errand.known[0].survey == desk.library.survey(article_id)
    assert desk.library.analysis(article_id) is not None


def test_a_library_that_is_only_read_stays_as_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    article_id = panels.add(desk.library, panels.ENGLISH, "a", analysed=False)
    monkeypatch.setattr(type(desk), "read_only", property(lambda _self: True))

    errand = Errand(desk, article_id)
    errand.jobs.run()

    assert errand.known
    assert desk.library.survey(article_id) is None


@pytest.mark.parametrize("what", ["article", "save_analysis", "save_survey"])
def test_a_library_that_fails_is_told_once(desk: Desk, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LibraryError("The disk is full.")

    article_id = panels.add(desk.library, panels.ENGLISH, "a", analysed=False)
    monkeypatch.setattr(desk.library, what, fail)

    errand = Errand(desk, article_id, article_id)
    errand.jobs.run()

    assert errand.failures == ["The disk is full."]
    assert errand.known == []


def test_what_was_cancelled_tells_nothing(desk: Desk) -> None:
    errand = Errand(desk, panels.add(desk.library, panels.ENGLISH, "a"))

    errand.completion.cancel()
    errand.jobs.run()

    assert errand.known == []
