"""Correct names by keys alone, here and everywhere, go through what is in doubt, and find all of it again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from apostil.domain.entity import Kind, Scope
from apostil.domain.spans import Span
from apostil.exporters.formats import json as notes_json
from apostil.services import exporting
from apostil.store import places
from apostil.store.library import Library
from support import panels
from support.windows import PATIENCE, Program, program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from apostil.domain.article import ArticleId
    from apostil.ui.session import Session

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def apostil(qtbot: QtBot) -> Iterator[Program]:
    """A program whose library has two articles in which names were found."""
    places.data_folder().mkdir(parents=True)
    with Library.open(places.default_library()) as library:
        panels.add(library, panels.FRENCH, "fleuve.txt")
        panels.add(library, panels.ENGLISH, "port.txt")
    with program(qtbot) as running:
        yield running


def article(session: Session, language: str) -> ArticleId:
    """The article in this language."""
    return next(entry.id for entry in session.library.entries() if entry.language == language)


def read(qtbot: QtBot, session: Session, language: str) -> None:
    """Open this article, the keyboard in its text."""
    session.desk.open(article(session, language))
    qtbot.waitUntil(lambda: bool(session.desk.entities), timeout=PATIENCE)
    qtbot.waitUntil(session.window.library_panel.isVisible)
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    session.window.reader.setFocus()


def put_caret(session: Session, words: str) -> None:
    """Put the cursor before these words."""
    assert session.desk.article is not None
    session.window.reader.set_caret(session.desk.article.text.index(words))


def press(session: Session, keys: str) -> None:
    """Press this key in the text."""
    QTest.keySequence(session.window.reader, keys)


def kinds(session: Session) -> dict[str, Kind]:
    """What each entity of the open article is."""
    return {entity.name: entity.kind for entity in session.desk.entities}


def correct_kind(qtbot: QtBot, session: Session, words: str, kind: Kind, scope: Scope) -> str:
    """Correct the name that stands here with the dialog, and say what that announced."""
    put_caret(session, words)
    press(session, "K")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.kind.setCurrentIndex(list(Kind).index(kind))
    dialog.scopes[scope].setChecked(True)
    qtbot.waitUntil(lambda: dialog.preview.text().startswith("Changes"), timeout=PATIENCE)
    said = str(dialog.preview.text())
    with qtbot.waitSignal(session.corrector.done, timeout=PATIENCE):
        dialog.ok.click()
    return said


@pytest.mark.parametrize("scope", [Scope.LIBRARY, Scope.ALWAYS])
def test_what_reaches_far_holds_in_other_articles_in_exports_and_after_a_restart(
    qtbot: QtBot, apostil: Program, scope: Scope
) -> None:
    session = apostil.open()
    read(qtbot, session, "en")
    said = correct_kind(qtbot, session, "Rosa Lindqvist", Kind.GROUP, scope)
    assert said.startswith("Changes 2 places in 2 articles.")
    read(qtbot, session, "fr")
    assert kinds(session)["Rosa Lindqvist"] is Kind.GROUP
    session.close()
    session = apostil.open()
    read(qtbot, session, "en")
    assert kinds(session)["Rosa Lindqvist"] is Kind.GROUP
    notes = exporting.notes_of(session.library, article(session, "fr"), session.desk.method, session.desk.length)
    rosa = next(entity for entity in notes.entities if entity.name == "Rosa Lindqvist")
    assert (rosa.kind, rosa.confirmed) == (Kind.GROUP, True)


def test_what_was_corrected_outlives_another_analysis(qtbot: QtBot, apostil: Program) -> None:
    session = apostil.open()
    read(qtbot, session, "en")
    correct_kind(qtbot, session, "Sendaré", Kind.ORGANIZATION, Scope.ENTITY)
    found = panels.analysis(panels.ENGLISH)
    again = replace(found, entities=tuple(one for one in found.entities if one.kind is not Kind.EVENT), engine="newer")
    session.desk.announce(session.library.save_analysis(article(session, "en"), again))
    assert kinds(session)["Sendaré"] is Kind.ORGANIZATION


def test_undo_takes_back_what_reached_far(qtbot: QtBot, apostil: Program) -> None:
    session = apostil.open()
    read(qtbot, session, "en")
    correct_kind(qtbot, session, "Rosa Lindqvist", Kind.GROUP, Scope.ALWAYS)
    session.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: kinds(session)["Rosa Lindqvist"] is Kind.PERSON, timeout=PATIENCE)
    assert session.library.glossary().entries == ()


def test_a_doubtful_name_is_widened_retyped_and_told_apart_in_the_notes(qtbot: QtBot, apostil: Program) -> None:
    session = apostil.open()
    read(qtbot, session, "en")
    press(session, "F8")
    bar = session.window.review.bar
    assert bar is not None
    bar.order.setCurrentIndex(1)
    bar.setFocus()
    QTest.keyClicks(bar, "{y2n")
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    names = {name: kind for name, kind in kinds(session).items() if name.startswith(("Minister", "Northern"))}
    assert names == {"Minister Adama Késsou": Kind.PERSON, "Northern Transport Union": Kind.ORGANIZATION}
    assert session.desk.undo_stack.count() == 3


def test_doubtful_names_stay_hidden_after_a_restart(qtbot: QtBot, apostil: Program) -> None:
    session = apostil.open()
    read(qtbot, session, "en")
    session.window.open_panes.show_tab("entities")
    session.window.entities_panel.sureness.setValue(90)
    assert session.window.status.facts.split(" · ")[3] == "2 entities"
    session.close()
    session = apostil.open()
    read(qtbot, session, "en")
    assert session.window.entities_panel.sureness.value() == 90
    assert session.window.reader._scene.decorations.entities.at(panels.ENGLISH.text.index("Adama")) == []


def test_the_notes_say_what_is_guessed(qtbot: QtBot, apostil: Program) -> None:
    session = apostil.open()
    read(qtbot, session, "en")
    put_caret(session, "Adama")
    press(session, "Y")
    notes = exporting.notes_of(session.library, article(session, "en"), session.desk.method, session.desk.length)
    from apostil.domain.notes import Stamp

    (kept,) = notes_json.read(notes_json.write([notes], Stamp("1", panels.NOON)))
    kessou = next(entity for entity in kept.entities if entity.name == "Adama Késsou")
    assert [mention.confirmed for mention in kessou.mentions] == [True, False]
    assert kessou.mentions[0].span == Span(panels.ENGLISH.text.index("Adama"), panels.ENGLISH.text.index(" said that"))
