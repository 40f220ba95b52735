from dataclasses import replace

import pytest

from apostil.domain.edits import CorrectionsEdit
from apostil.domain.entity import Kind, Scope
from apostil.domain.errors import LibraryError
from apostil.domain.glossary import GlossaryEntry
from apostil.services.corrections import listing
from apostil.services.corrections.operations import Operation, subject_of, wish
from apostil.ui.correcting import Corrector
from support import panels
from support.jobs_on_demand import JobsOnDemand


@pytest.fixture
def desk(qapp, tmp_path):
    desk = panels.a_desk(tmp_path)
    for name, article in (("fleuve.txt", panels.FRENCH), ("port.txt", panels.ENGLISH)):
        article_id = panels.add(desk.library, article, name)
    desk.open(article_id)
    yield desk
    desk.library.close()


@pytest.fixture
def jobs():
    return JobsOnDemand()


@pytest.fixture
def corrector(desk, jobs):
    return Corrector(desk, jobs)


@pytest.fixture
def to_group(desk):
    """Rosa Lindqvist is to be a group."""
    entity = next(one for one in desk.entities if one.name == "Rosa Lindqvist")
    return replace(wish(Operation.KIND, subject_of(desk.current, desk.article.text, entity)), kind=Kind.GROUP)


def kind_of_rosa(desk):
    return next(one.kind for one in desk.entities if one.name == "Rosa Lindqvist")


def test_what_it_would_change_is_counted_first(corrector, jobs, to_group):
    told = []
    corrector.count(replace(to_group, scope=Scope.LIBRARY), lambda _edit, found: told.append(found), told.append)
    jobs.run()
    assert [(found.places, found.articles) for found in told] == [(2, 2)]


def test_a_count_that_was_stopped_tells_nobody(corrector, jobs, to_group):
    told = []
    corrector.count(to_group, lambda *found: told.append(found), told.append).stop()
    jobs.run()
    assert told == []


def test_why_it_cannot_be_counted_is_told(corrector, jobs, to_group, desk, monkeypatch):
    told = []
    corrector.count(to_group, lambda *found: told.append(found), told.append)
    monkeypatch.setattr(desk.library, "corrections", _fail)
    jobs.run()
    assert [error.message for error in told] == ["The disk is gone."]


def _fail(*_):
    raise LibraryError("The disk is gone.")


@pytest.mark.parametrize("scope", [Scope.ENTITY, Scope.ARTICLE, Scope.LIBRARY, Scope.ALWAYS])
def test_every_scope_shows_at_once_and_is_one_step_of_undo(corrector, jobs, desk, to_group, scope, qtbot):
    with qtbot.waitSignal(corrector.done):
        corrector.grant(replace(to_group, scope=scope))
        jobs.run()
    assert kind_of_rosa(desk) is Kind.GROUP
    assert desk.undo_stack.count() == 1
    desk.undo_stack.undo()
    assert kind_of_rosa(desk) is Kind.PERSON


def test_what_holds_in_the_library_shows_in_its_other_articles(corrector, jobs, desk, to_group):
    corrector.grant(replace(to_group, scope=Scope.LIBRARY))
    jobs.run()
    french = next(entry.id for entry in desk.library.entries() if entry.id != desk.current)
    desk.open(french)
    assert kind_of_rosa(desk) is Kind.GROUP


def test_what_says_nothing_anew_is_no_step(corrector, desk):
    corrector.do(CorrectionsEdit("Nothing", desk.current, (), ()))
    assert desk.undo_stack.count() == 0


def test_what_cannot_be_made_is_told(corrector, jobs, desk, to_group, qtbot, monkeypatch):
    monkeypatch.setattr(desk.library, "apply", _fail)
    with qtbot.waitSignal(desk.failed) as failed:
        corrector.grant(replace(to_group, scope=Scope.LIBRARY))
        jobs.run()
    assert failed.args == ["The disk is gone."]
    assert desk.undo_stack.count() == 0


def test_after_closing_nobody_is_told(corrector, jobs, to_group):
    told = []
    corrector.count(to_group, lambda *found: told.append(found), told.append)
    corrector.fulfil(to_group)
    corrector.close()
    jobs.run()
    assert told == []


def test_lists_are_read_and_written(corrector, jobs, desk, tmp_path):
    read, done = [], []
    corrector.do(listing.put(desk.library, GlossaryEntry("Mali", Kind.LOCATION)))
    jobs.run()
    entries = desk.library.glossary().entries
    corrector.write_list(entries, tmp_path / "names.tsv", lambda: done.append(True))
    jobs.run()
    corrector.read_list(tmp_path / "names.tsv", read.append)
    jobs.run()
    assert (done, read[0].same) == ([True], 1)
