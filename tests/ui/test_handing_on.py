"""Exporting notes: what is missing is found first, and a failure leaves everything as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apostil.domain.errors import ApostilError, LibraryError
from apostil.domain.summary import Length, Method
from apostil.exporters.formats import json as notes_json
from apostil.services import exporting
from support import panels
from support.libraries import make_article

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from apostil.domain.notes import Notes
    from support.main_windows import Room


def exported(room: Room, folder: Path, *articles: str) -> tuple[Notes, ...]:
    """What a JSON file says after an export."""
    room.exporter.export(articles, "json", folder / "notes.json")
    room.jobs.run()
    return tuple(notes_json.read((folder / "notes.json").read_bytes()))


def not_analysed(room: Room) -> str:
    """An article that nobody has looked at."""
    return panels.add(room.library, make_article(), "new.txt", analysed=False)


def test_an_export_tells_its_path_when_it_is_done(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.exporter.finished) as finished:
        exported(room, tmp_path, room.english)
    assert finished.args == [tmp_path / "notes.json"]


def test_articles_are_written_in_the_order_they_were_given(room: Room, tmp_path: Path) -> None:
    notes = exported(room, tmp_path, room.french, room.english)
    assert [one.article_id for one in notes] == [room.french, room.english]


def test_the_summary_has_the_length_that_was_chosen(room: Room, tmp_path: Path) -> None:
    room.desk.set_length(Length(2))
    (notes,) = exported(room, tmp_path, room.english)
    assert len(notes.summary.sentences) == 2


def test_an_article_without_an_analysis_is_analysed_first(room: Room, tmp_path: Path) -> None:
    article_id = not_analysed(room)
    (notes,) = exported(room, tmp_path, article_id)
    assert notes.summary is not None
    assert room.library.analysis(article_id) is not None


def test_a_survey_that_is_missing_is_made_and_kept(room: Room, tmp_path: Path) -> None:
    room.desk.set_method(Method.LUHN)
    (notes,) = exported(room, tmp_path, room.french)
    assert notes.summary.method is Method.LUHN
    assert room.library.survey(room.french) is not None


def test_what_one_can_only_read_is_exported_with_what_there_is(read_only_room: Room, tmp_path: Path) -> None:
    read_only_room.desk.set_method(Method.LUHN)
    (notes,) = exported(read_only_room, tmp_path, read_only_room.english)
    assert notes.summary.method is Method.LUHN
    assert notes.entities


@pytest.mark.parametrize("made", exporting.formats(), ids=lambda made: made.name)
def test_every_format_is_written(room: Room, tmp_path: Path, made: object, qtbot: QtBot) -> None:
    target = tmp_path / f"notes{made.suffix}"
    with qtbot.waitSignal(room.exporter.finished):
        room.exporter.export([room.english], made.name, target)
        room.jobs.run()
    assert target.stat().st_size > 500


def test_a_folder_that_is_not_there_is_told(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.exporter.failed) as failed:
        room.exporter.export([room.english], "json", tmp_path / "gone" / "notes.json")
        room.jobs.run()
    assert "is not there" in failed.args[0]
    assert not (tmp_path / "gone").exists()


def test_an_analysis_that_fails_writes_nothing(
    room: Room, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_article: object) -> None:
        raise ApostilError("This article could not be analysed.")

    article_id = not_analysed(room)
    monkeypatch.setattr(panels, "analysis", fail)
    with qtbot.waitSignal(room.exporter.failed) as failed:
        room.exporter.export([article_id], "json", tmp_path / "notes.json")
        room.jobs.run()
    assert failed.args == ["This article could not be analysed."]
    assert not (tmp_path / "notes.json").exists()


@pytest.mark.parametrize("what", ["save_analysis", "save_survey", "analysis", "article"])
def test_a_library_that_fails_ends_the_export_with_a_sentence(
    room: Room, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LibraryError("The disk is full.")

    article_id = not_analysed(room)
    monkeypatch.setattr(room.library, what, fail)
    with qtbot.waitSignal(room.exporter.failed) as failed:
        room.exporter.export([article_id], "json", tmp_path / "notes.json")
        room.jobs.run()
    assert failed.args == ["The disk is full."]
    assert room.exporter.running == 0
    assert not (tmp_path / "notes.json").exists()
