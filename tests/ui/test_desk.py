"""The article that lies open, and how it is changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from apostil.domain.article import ArticleId, Piece, Role
from apostil.domain.choices import Extract
from apostil.domain.edits import (
    AnnotationsEdit,
    CorrectionsEdit,
    LibraryCorrectionsEdit,
    MetadataEdit,
    PresenceEdit,
    RolesEdit,
    SeveralEdits,
    SuccessionEdit,
    Topic,
)
from apostil.domain.entity import Kind, Renamed
from apostil.domain.errors import LibraryError
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method
from apostil.services.corrections import standing
from apostil.store.library import Library
from apostil.ui.desk import Desk
from support.desks import make_analysis, make_desk
from support.jobs_on_demand import JobsOnDemand
from support.libraries import add_article, make_annotation, make_article
from support.surveys import make_survey

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made, article_id = make_desk(tmp_path)
    made.open(article_id)
    yield made
    made.library.close()


def current(desk: Desk) -> ArticleId:
    assert desk.current is not None
    return desk.current


def test_opening_loads_what_is_known(desk: Desk) -> None:
    assert desk.article is not None
    assert desk.analysis is not None
    assert [entity.name for entity in desk.entities] == ["Kérouan"]
    assert desk.summary is not None


def test_opening_nothing_clears_the_desk(desk: Desk) -> None:
    desk.open(None)
    assert desk.article is None
    assert desk.entities == ()
    assert desk.summary is None


def test_an_article_without_analysis_asks_for_one(tmp_path: Path, qtbot: QtBot) -> None:
    desk, article_id = make_desk(tmp_path, analysed=False)
    with qtbot.waitSignal(desk.analysis_wanted) as wanted:
        desk.open(article_id)
    assert wanted.args == [article_id]
    desk.library.close()


def test_what_an_engine_of_before_found_is_shown_until_it_is_found_anew(desk: Desk, qtbot: QtBot) -> None:
    article_id = current(desk)
    assert desk.analysis is not None
    desk.library.save_analysis(article_id, replace(desk.analysis, engine="spacy 3.8.0"))
    with qtbot.waitSignal(desk.analysis_wanted):
        desk.open(article_id)
    assert [entity.name for entity in desk.entities] == ["Kérouan"]


def test_an_analysed_article_asks_for_its_survey(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.survey_wanted) as wanted:
        desk.open(current(desk))
    assert wanted.args == [desk.current]


def test_a_method_changes_the_summary_at_once(desk: Desk) -> None:
    desk.set_method(Method.LUHN)
    assert desk.summary is not None
    assert desk.summary.method is Method.LUHN


def test_what_the_reader_chose_is_one_step_of_undo(desk: Desk) -> None:
    assert desk.survey is not None
    last = desk.survey.sentences[-1]
    desk.set_length(Length(1))
    desk.set_choices("Pin a sentence", desk.choices.pin(last))
    assert desk.summary is not None
    assert [one.extract for one in desk.summary.sentences] == [desk.survey.sentences[0], last]
    desk.undo_stack.undo()
    assert last not in [one.extract for one in desk.summary.sentences]


def test_a_kept_sentence_stays_where_sentences_are_divided_anew(desk: Desk) -> None:
    assert desk.survey is not None
    last = desk.survey.sentences[-1]
    desk.set_choices("Pin a sentence", desk.choices.pin(last))

    shorter = Span(last.span.start + 2, last.span.end)
    desk.take_survey(make_survey([*(one.span for one in desk.survey.sentences[:-1]), shorter]))

    assert desk.summary is not None
    assert [one.span for one in desk.summary.sentences if one.pinned] == [shorter]
    desk.set_choices("Leave to the method", desk.choices.release(Extract(0, shorter)))
    assert desk.choices.pinned == ()


def test_choosing_what_is_chosen_changes_nothing(desk: Desk) -> None:
    desk.set_choices("Pin a sentence", desk.choices)
    assert not desk.undo_stack.canUndo()


def test_length_changes_the_summary_at_once(desk: Desk) -> None:
    desk.set_length(Length(1))
    assert desk.summary is not None
    assert len(desk.summary.sentences) == 1


def test_an_edit_can_be_undone_and_redone(desk: Desk) -> None:
    assert desk.article is not None
    mark = make_annotation(desk.article, current(desk))
    desk.do(AnnotationsEdit("Highlight", (), (mark,)))
    desk.undo_stack.undo()
    assert desk.annotations == ()
    desk.undo_stack.redo()
    assert desk.annotations == (mark,)


def test_an_edit_tells_what_changed(desk: Desk, qtbot: QtBot) -> None:
    assert desk.article is not None
    mark = make_annotation(desk.article, current(desk))
    with qtbot.waitSignal(desk.changed) as changed:
        desk.do(AnnotationsEdit("Highlight", (), (mark,)))
    assert changed.args[0].touches(Topic.ANNOTATIONS, current(desk))


def test_deleting_what_lies_open_clears_the_desk_and_undo_brings_it_back(desk: Desk) -> None:
    article_id = current(desk)
    desk.do(PresenceEdit("Delete article", (article_id,), present=False))
    assert desk.current is None
    desk.undo_stack.undo()
    assert desk.current == article_id


def test_undo_opens_the_article_that_it_changes(desk: Desk) -> None:
    article_id = current(desk)
    assert desk.article is not None
    desk.do(AnnotationsEdit("Highlight", (), (make_annotation(desk.article, article_id),)))
    desk.open(None)
    desk.undo_stack.undo()
    assert desk.current == article_id


def test_another_role_makes_the_analysis_outdated(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.analysis_wanted):
        desk.do(RolesEdit("Take back", current(desk), ((4, None),), ((4, Role.PARAGRAPH),)))
    assert desk.analysis is None


def test_edited_metadata_shows_at_once(desk: Desk) -> None:
    assert desk.article is not None
    before = desk.article.metadata
    desk.do(MetadataEdit("Edit details", current(desk), before, replace(before, title="Autre titre")))
    assert desk.article.metadata.title == "Autre titre"


def test_an_edit_that_fails_says_so_and_is_not_on_the_stack(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_edit: object) -> None:
        raise LibraryError("The disk is full: free some space and try again.")

    monkeypatch.setattr(desk.library, "apply", fail)
    with qtbot.waitSignal(desk.failed) as failed:
        done = desk.do(PresenceEdit("Delete", (current(desk),), present=False))
    assert not done
    assert failed.args == ["The disk is full: free some space and try again."]
    assert desk.undo_stack.count() == 0


def test_kinds_can_be_hidden(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.kinds_changed):
        desk.set_kind_visible(Kind.PERSON, visible=False)
    assert Kind.PERSON not in desk.visible_kinds


def test_revealing_asks_the_reader(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.reveal_requested) as asked:
        desk.reveal(Span(3, 9))
    assert asked.args == [Span(3, 9)]


def test_a_lent_analysis_is_shown(tmp_path: Path) -> None:
    desk, article_id = make_desk(tmp_path, analysed=False)
    desk.open(article_id)
    assert desk.article is not None
    desk.lend_analysis(article_id, make_analysis(desk.article))
    assert desk.analysis is not None
    desk.library.close()


def test_why_a_library_is_only_read_is_known(tmp_path: Path) -> None:
    desk, _ = make_desk(tmp_path)
    assert desk.read_only_because == ""
    with Library.open(desk.library.path) as second:
        assert "another window" in Desk(second).read_only_because
    desk.library.close()


def test_what_was_done_elsewhere_is_taken_back_here(desk: Desk) -> None:
    edit = PresenceEdit("Import 1 article", (current(desk),), present=True)
    desk.record(edit)
    assert desk.undo_stack.undoText() == "Import 1 article"
    desk.undo_stack.undo()
    assert desk.library.entries() == []


def test_a_version_that_takes_the_place_of_the_open_article_is_opened(desk: Desk) -> None:
    older = current(desk)
    other = add_article(desk.library, make_article((Piece("Other words."),)), present=False)
    edits = (PresenceEdit("", (other,), present=True), SuccessionEdit("", older, other))
    desk.do(SeveralEdits("New version", edits))
    assert desk.current == other
    desk.undo_stack.undo()
    assert desk.current == older


def test_what_is_kept_apart_is_told(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.changed) as told:
        desk.set_apart(current(desk), ArticleId("other"))
    assert told.args[0].touches(Topic.PRESENCE)
    assert desk.apart == {frozenset({current(desk), ArticleId("other")})}


# A long article


@pytest.fixture
def later(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> JobsOnDemand:
    """The article on the desk takes long, and so is looked at in the background."""
    jobs = JobsOnDemand()
    monkeypatch.setattr(standing, "LONG", 10)
    monkeypatch.setattr(desk, "_jobs", jobs)
    return jobs


def names(desk: Desk) -> list[str]:
    return [entity.name for entity in desk.entities]


def test_what_takes_long_is_shown_a_moment_after_the_article(desk: Desk, later: JobsOnDemand, qtbot: QtBot) -> None:
    desk.open(current(desk))
    assert (names(desk), desk.analysis, desk.summary) == ([], None, None)
    with qtbot.waitSignal(desk.changed) as told:
        later.run()
    assert told.args[0].touches(Topic.ANALYSIS, desk.current)
    assert names(desk) == ["Kérouan"]
    assert desk.summary is not None


def test_what_is_looked_up_for_another_article_is_not_shown(desk: Desk, later: JobsOnDemand) -> None:
    desk.open(current(desk))
    desk.open(None)
    later.run()
    assert (desk.analysis, desk.entities) == (None, ())


def test_a_correction_in_a_long_article_shows_at_once(desk: Desk, later: JobsOnDemand) -> None:
    desk.open(current(desk))
    later.run()
    desk.do(CorrectionsEdit("Rename", current(desk), (), (Renamed("Kérouan", "Kerouan"),)))
    assert names(desk) == ["Kerouan"]
    desk.undo_stack.undo()
    assert names(desk) == ["Kérouan"]


def test_what_holds_everywhere_shows_in_a_long_article_a_moment_later(desk: Desk, later: JobsOnDemand) -> None:
    desk.open(current(desk))
    later.run()
    desk.do(LibraryCorrectionsEdit("Rename", (), (Renamed("Kérouan", "Kerouan"),)))
    assert names(desk) == ["Kérouan"]
    later.run()
    assert names(desk) == ["Kerouan"]


def test_of_other_roles_nothing_old_is_shown(desk: Desk, later: JobsOnDemand, qtbot: QtBot) -> None:
    desk.open(current(desk))
    later.run()
    desk.do(RolesEdit("Change role", current(desk), ((2, None),), ((2, Role.APPARATUS),)))
    assert (desk.analysis, desk.summary) == (None, None)
    with qtbot.waitSignal(desk.analysis_wanted):
        later.run()


def test_why_it_cannot_be_looked_up_is_told(
    desk: Desk, later: JobsOnDemand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LibraryError("The disk is gone.")

    desk.open(current(desk))
    monkeypatch.setattr(desk.library, "analysis", fail)
    with qtbot.waitSignal(desk.failed) as told:
        later.run()
    assert told.args == ["The disk is gone."]
