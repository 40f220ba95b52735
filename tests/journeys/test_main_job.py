"""Open two articles, understand, mark, take back, hand on, and find everything again after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from apostil import assets
from apostil.domain.annotation import Color
from apostil.domain.article import Role
from apostil.domain.entity import Kind
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method
from apostil.exporters.formats import json as notes_json
from apostil.services import exporting
from apostil.services.corrections import correcting
from apostil.ui import chooser
from support import leaks
from support.windows import PATIENCE, Program, Workers, program, wait_for_summary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from apostil.domain.annotation import Annotation
    from apostil.ui.session import Session

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def workers(qapp: QApplication) -> Iterator[Workers]:
    """Workers that one journey leaves to the next, so that each language model is loaded once; all end at the end."""
    before = leaks.State()
    made = Workers()
    made.wait_until_ready()
    with leaks.owned(made.pids):
        yield made
    made.close()
    assert before.left_since() == []


@pytest.fixture
def apostil(qtbot: QtBot, workers: Workers) -> Iterator[Program]:
    """A program with a home of its own."""
    with program(qtbot, workers) as running:
        yield running


def open_samples(qtbot: QtBot, session: Session) -> None:
    """Take the offer of the empty library, and wait until both articles are analysed."""
    with qtbot.waitSignal(session.importer.finished, timeout=PATIENCE):
        session.window.library_panel.samples_requested.emit()
    qtbot.waitUntil(lambda: not session.analyst.busy, timeout=PATIENCE)
    wait_for_summary(qtbot, session.desk)


def select(session: Session, words: str) -> Span:
    """Select these words in the article."""
    article = session.desk.article
    assert article is not None
    start = article.text.index(words)
    span = Span(start, start + len(words))
    session.window.reader.select(span)
    return span


def press(
    qtbot: QtBot, session: Session, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key in the article."""
    reader = session.window.reader
    reader.setFocus()
    qtbot.keyClick(reader, key, modifiers)


def correct_an_entity(session: Session) -> tuple[str, Kind]:
    """Give the first entity another kind; its name and that kind."""
    desk = session.desk
    assert desk.current is not None
    entity = desk.entities[0]
    other = Kind.WORK if entity.kind is not Kind.WORK else Kind.EVENT
    desk.do(correcting.other_kind(correcting.About(desk.library, desk.current, entity.name), other))
    assert next(found for found in desk.entities if found.name == entity.name).kind is other
    return entity.name, other


def summarise(qtbot: QtBot, session: Session) -> None:
    """Choose a method and a length, and make highlights of the summary."""
    desk = session.desk
    desk.set_method(Method.LUHN)
    wait_for_summary(qtbot, desk)
    desk.set_length(Length(3))
    assert desk.summary is not None
    assert len(desk.summary.sentences) == 3
    session.window.actions_by_id["highlight-summary"].trigger()
    assert len(desk.annotations) == 3


def mark_with_note_and_tags(qtbot: QtBot, session: Session) -> Annotation:
    """Highlight a word with the keyboard, and type a note and two tags."""
    window, desk = session.window, session.desk
    span = select(session, "harbour")
    press(qtbot, session, Qt.Key.Key_2)
    mark = next(mark for mark in desk.annotations if mark.span == span)
    assert mark.color is Color.RED
    for key, words in ((Qt.Key.Key_N, "Ask the port authority"), (Qt.Key.Key_T, "port, to verify")):
        press(qtbot, session, key)
        field = QApplication.focusWidget()
        assert field is not None
        qtbot.keyClicks(field, words)
    window.panels.flush()
    mark = next(found for found in desk.annotations if found.id == mark.id)
    assert (mark.note, mark.tags) == ("Ask the port authority", ("port", "to verify"))
    return mark


def undo_and_redo_everything(session: Session) -> None:
    """Back to an empty library, and forward again."""
    stack, actions = session.desk.undo_stack, session.window.actions_by_id
    while stack.canUndo():
        actions["undo"].trigger()
    assert session.library.entries() == []
    while stack.canRedo():
        actions["redo"].trigger()
    assert len(session.library.entries()) == 2


def export_all_formats(qtbot: QtBot, session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write the open article's notes in each format."""
    for made in exporting.formats():
        target = folder / f"notes{made.suffix}"
        monkeypatch.setattr(chooser, "export_target", lambda *_, name=made.name, target=target: (name, target))
        with qtbot.waitSignal(session.exporter.finished, timeout=PATIENCE):
            session.window.actions_by_id["export"].trigger()
        assert target.stat().st_size > 500


def test_the_main_job_end_to_end(
    apostil: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = apostil.open()
    open_samples(qtbot, session)
    assert {entry.language for entry in session.library.entries()} == {"en", "fr"}
    assert session.desk.undo_stack.undoText() == "Import 2 articles"
    name, kind = correct_an_entity(session)
    summarise(qtbot, session)
    mark = mark_with_note_and_tags(qtbot, session)
    undo_and_redo_everything(session)
    assert session.library.annotation(mark.id).note == "Ask the port authority"

    session.desk.open(mark.article_id)
    export_all_formats(qtbot, session, tmp_path, monkeypatch)
    handed_on = notes_json.read((tmp_path / "notes.json").read_bytes())
    kept = session.library.annotations(mark.article_id)
    assert handed_on[0].annotations == kept

    session.close()
    again = apostil.open().desk
    assert again.current == mark.article_id
    assert again.annotations == kept
    assert [(found.kind, found.confirmed) for found in again.entities if found.name == name] == [(kind, True)]
    assert (again.method, again.length) == (Method.LUHN, Length(3))


def test_teasers_are_taken_back_in_with_one_click(apostil: Program, qtbot: QtBot) -> None:
    session = apostil.open()
    open_samples(qtbot, session)
    desk = session.desk
    english = next(entry.id for entry in session.library.entries() if entry.language == "en")
    desk.open(english)
    assert desk.article is not None
    folded = tuple(index for index, block in enumerate(desk.article.blocks) if block.role is Role.APPARATUS)
    assert folded
    words = desk.article.word_count
    session.window.reader.roles_requested.emit(folded)
    assert desk.article.word_count > words
    qtbot.waitUntil(lambda: desk.analysis is not None, timeout=PATIENCE)
    session.window.actions_by_id["undo"].trigger()
    assert desk.article.word_count == words
    qtbot.waitUntil(lambda: desk.analysis is not None, timeout=PATIENCE)


def test_opening_the_same_file_again_opens_what_is_there(apostil: Program, qtbot: QtBot) -> None:
    session = apostil.open()
    open_samples(qtbot, session)
    french = assets.path("samples/harbour.fr.txt")
    with qtbot.waitSignal(session.importer.finished, timeout=PATIENCE) as finished:
        session.importer.open_files([french])
    assert len(finished.args[0].known) == 1
    assert len(session.library.entries()) == 2
    assert "already in the library" in session.window.status.currentMessage()


def test_of_several_files_the_good_ones_open(apostil: Program, qtbot: QtBot, tmp_path: Path) -> None:
    empty, strange = tmp_path / "empty.txt", tmp_path / "strange.bin"
    empty.write_bytes(b"")
    strange.write_bytes(bytes(range(256)) * 40)
    session = apostil.open()
    with qtbot.waitSignal(session.importer.finished, timeout=PATIENCE) as finished:
        session.importer.open_files([empty, assets.path("samples/harbour.en.txt"), strange])
    report = finished.args[0]
    assert len(report.new) == 1
    assert {problem.name for problem in report.problems} == {"empty.txt", "strange.bin"}
    assert len({problem.sentence for problem in report.problems}) == 2
    qtbot.waitUntil(lambda: not session.analyst.busy, timeout=PATIENCE)


def test_copy_as_quotation_takes_the_words_with_their_source(apostil: Program, qtbot: QtBot) -> None:
    session = apostil.open()
    open_samples(qtbot, session)
    select(session, "harbour")
    press(qtbot, session, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“harbour”")


def test_a_second_window_on_the_library_can_only_read(apostil: Program, qtbot: QtBot) -> None:
    first = apostil.open()
    open_samples(qtbot, first)
    second = apostil.open()
    assert second.desk.read_only
    assert "read only" in second.window.windowTitle()
    assert not second.window.actions_by_id["open"].isEnabled()


def test_the_place_in_the_text_is_kept(apostil: Program, qtbot: QtBot) -> None:
    session = apostil.open()
    open_samples(qtbot, session)
    session.window.resize(1100, 500)
    reader = session.window.reader
    assert session.desk.article is not None
    reader.scroll_to(session.desk.article.blocks[5].span.start)
    place = reader.top_position()
    assert place > 0
    session.close()
    again = apostil.open()
    assert again.window.reader.top_position() == place


def test_a_file_is_dropped_and_the_program_ended_while_it_is_analysed(qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(assets.path("samples/harbour.en.txt")))])
    event = QDropEvent(
        QPoint(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with program(qtbot) as apostil:
        session = apostil.open()
        with qtbot.waitSignal(session.importer.finished, timeout=PATIENCE):
            session.window.dropEvent(event)
        assert len(session.library.entries()) == 1
        assert session.analyst.busy
