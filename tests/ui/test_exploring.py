"""What the window asks of the library about its entities, and how far-reaching changes are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from apostil.domain.edits import Changes, Topic
from apostil.domain.errors import LibraryError
from apostil.services import entities
from apostil.ui.history import GraphPlace

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from apostil.ui.desk import Desk
    from apostil.ui.exploring import Explorer
    from support.jobs_on_demand import JobsOnDemand

MINISTER = "person:adama kessou"


def test_a_page_comes_later(explorer: Explorer, jobs: JobsOnDemand) -> None:
    pages: list[Any] = []
    explorer.page(MINISTER, pages.append)
    assert pages == []
    jobs.run()
    assert pages[0].named.name == "Adama Késsou"


def test_what_is_given_up_is_not_told(explorer: Explorer, jobs: JobsOnDemand) -> None:
    pages: list[Any] = []
    explorer.page(MINISTER, pages.append)
    explorer.close()
    jobs.run()
    assert pages == []


def test_a_failure_is_told_where_nobody_else_hears_it(
    explorer: Explorer, jobs: JobsOnDemand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LibraryError("The disk is gone.")

    monkeypatch.setattr(entities, "proposals", fail)
    explorer.proposals(MINISTER, lambda _found: None)
    with qtbot.waitSignal(explorer.failed) as told:
        jobs.run()
    assert told.args == ["The disk is gone."]


def test_a_rename_is_counted_made_and_taken_back(explorer: Explorer, jobs: JobsOnDemand, desk: Desk) -> None:
    edits: list[Any] = []
    counts: list[Any] = []
    explorer.rename(MINISTER, "Minister Késsou", edits.append)
    jobs.run()
    explorer.preview(edits[0], counts.append)
    jobs.run()
    explorer.do(edits[0])
    jobs.run()
    assert (counts[0].places, counts[0].articles) == (3, 2)
    assert "person:minister kessou" in desk.library.named()
    desk.undo_stack.undo()
    entities.settle(desk.library)
    assert MINISTER in desk.library.named()


def test_what_reaches_far_is_undone_and_redone_in_the_background(
    explorer: Explorer, jobs: JobsOnDemand, desk: Desk
) -> None:
    desk.far = explorer.do_again
    edit = entities.rename(desk.library, MINISTER, "Minister")
    assert edit is not None
    explorer.do(edit)
    jobs.run()
    desk.undo_stack.undo()
    assert MINISTER not in desk.library.named()
    jobs.run()
    assert MINISTER in desk.library.named()


def test_a_change_is_told_to_everyone(explorer: Explorer, jobs: JobsOnDemand, desk: Desk, qtbot: QtBot) -> None:
    edit = entities.rename(desk.library, MINISTER, "Minister")
    assert edit is not None
    with qtbot.waitSignal(desk.changed) as told:
        explorer.do(edit)
        jobs.run()
    assert len(told.args[0].articles) == 2


def test_what_was_done_is_said_with_the_way_back(
    explorer: Explorer, jobs: JobsOnDemand, desk: Desk, qtbot: QtBot
) -> None:
    edit = entities.rename(desk.library, MINISTER, "Minister")
    assert edit is not None
    with qtbot.waitSignal(explorer.told) as told:
        explorer.do(edit)
        jobs.run()
    assert told.args == ["Renamed Adama Késsou to Minister in the library. Undo (Ctrl+Z) takes it back."]


def test_what_waits_is_looked_up_and_told(explorer: Explorer, jobs: JobsOnDemand, desk: Desk, qtbot: QtBot) -> None:
    waiting = [True, True, False]
    cast("Any", desk.library).index_next = lambda: waiting.pop(0)
    explorer.follow(Changes(frozenset(), frozenset({Topic.ANALYSIS})))
    with qtbot.waitSignal(explorer.indexed):
        while waiting:
            qtbot.waitUntil(lambda: bool(jobs._waiting))
            jobs.run()


def test_what_names_nothing_needs_no_looking_up(explorer: Explorer, jobs: JobsOnDemand) -> None:
    explorer.follow(Changes(frozenset(), frozenset({Topic.PRESENCE})))
    assert not explorer._pause.isActive()


def test_a_graph_may_be_around_an_entity(explorer: Explorer, jobs: JobsOnDemand) -> None:
    graphs: list[Any] = []
    explorer.graph(GraphPlace(MINISTER), graphs.append)
    jobs.run()
    assert MINISTER in {node.identity for node in graphs[0].nodes}
