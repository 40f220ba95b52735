"""Articles that came in, compared with the others."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from apostil.domain.article import Metadata, Piece
from apostil.domain.edits import Changes, PresenceEdit, Topic
from apostil.domain.errors import LibraryError
from apostil.store.preparing import prepare
from apostil.ui.comparing import TOLD_AT_ONCE, Comparer
from apostil.ui.desk import Desk
from support.jobs_on_demand import JobsOnDemand
from support.libraries import NOON, make_article, make_library, make_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")

STORY = "The agency reports that the ferry left the harbour of Brackwater before the storm came in at night."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with make_library(tmp_path) as library:
        yield Desk(library, now=lambda: NOON)


@pytest.fixture
def jobs() -> JobsOnDemand:
    return JobsOnDemand()


@pytest.fixture
def importer() -> SimpleNamespace:
    return SimpleNamespace(busy=False)


@pytest.fixture
def comparer(desk: Desk, importer: SimpleNamespace, jobs: JobsOnDemand) -> Iterator[Comparer]:
    made = Comparer(desk, cast("Any", importer), cast("Any", jobs))
    yield made
    made.close()


def insert(desk: Desk, count: int) -> None:
    for number in range(count):
        article = make_article([Piece(f"Copy {number}"), Piece(STORY)], Metadata(f"Copy {number}"))
        data = article.text.encode()
        added = desk.library.insert(make_source(data), data, prepare(article))
        desk.library.apply(PresenceEdit("Import", (added,), present=True))


def run(comparer: Comparer, jobs: JobsOnDemand, qtbot: QtBot) -> None:
    comparer.start()
    jobs.run()
    while comparer.busy:
        qtbot.wait(1)
        jobs.run()


def test_what_waits_is_compared_and_told(comparer: Comparer, desk: Desk, jobs: JobsOnDemand, qtbot: QtBot) -> None:
    insert(desk, 3)
    told: list[Changes] = []
    desk.changed.connect(told.append)
    run(comparer, jobs, qtbot)
    assert all(entry.overlap for entry in desk.library.entries())
    assert [(len(changes.articles), changes.topics) for changes in told] == [(3, frozenset({Topic.OVERLAPS}))]


def test_only_some_lines_are_drawn_anew_at_a_time(
    comparer: Comparer, desk: Desk, jobs: JobsOnDemand, qtbot: QtBot
) -> None:
    insert(desk, TOLD_AT_ONCE + 2)
    told: list[Changes] = []
    desk.changed.connect(told.append)
    run(comparer, jobs, qtbot)
    assert len(told) > 1
    assert {each for changes in told for each in changes.articles} == {entry.id for entry in desk.library.entries()}


def test_an_import_goes_first(
    comparer: Comparer, desk: Desk, importer: SimpleNamespace, jobs: JobsOnDemand, qtbot: QtBot
) -> None:
    insert(desk, 2)
    importer.busy = True
    run(comparer, jobs, qtbot)
    assert not any(entry.overlap for entry in desk.library.entries())
    importer.busy = False
    run(comparer, jobs, qtbot)
    assert all(entry.overlap for entry in desk.library.entries())


def test_what_fails_is_tried_again_another_time(
    comparer: Comparer, desk: Desk, jobs: JobsOnDemand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    insert(desk, 2)

    def fail() -> None:
        raise LibraryError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(desk.library, "compare_next", fail)
        run(comparer, jobs, qtbot)
    assert not comparer.busy
    run(comparer, jobs, qtbot)
    assert all(entry.overlap for entry in desk.library.entries())


def test_nothing_goes_on_after_the_end(comparer: Comparer, desk: Desk, jobs: JobsOnDemand) -> None:
    insert(desk, 2)
    comparer.start()
    comparer.close()
    comparer.start()
    assert not comparer.busy
