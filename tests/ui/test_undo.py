"""Edits on the undo stack."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QUndoStack

from apostil.domain.article import ArticleId
from apostil.domain.edits import AnnotationsEdit, Edit, PresenceEdit
from apostil.ui.undo import EditCommand
from support.libraries import make_annotation, make_article

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")

ARTICLE = ArticleId("one")


class Record:
    """Notes the edits that were applied."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []
        self.works = True

    def apply(self, edit: Edit) -> bool:
        self.edits.append(edit)
        return self.works


@pytest.fixture
def stack(qtbot: QtBot) -> QUndoStack:
    return QUndoStack()


def test_pushing_applies_nothing_again(stack: QUndoStack) -> None:
    record = Record()
    stack.push(EditCommand(PresenceEdit("Delete", (ARTICLE,), False), record.apply))
    assert record.edits == []


def test_undo_applies_the_inverse_and_redo_the_edit(stack: QUndoStack) -> None:
    record = Record()
    edit = PresenceEdit("Delete", (ARTICLE,), False)
    stack.push(EditCommand(edit, record.apply))
    stack.undo()
    stack.redo()
    assert record.edits == [edit.inverse(), edit]


def test_the_stack_shows_the_label(stack: QUndoStack) -> None:
    stack.push(EditCommand(PresenceEdit("Delete article", (ARTICLE,), False), Record().apply))
    assert stack.undoText() == "Delete article"


def test_keystrokes_of_one_note_are_one_step(stack: QUndoStack) -> None:
    record = Record()
    mark = make_annotation(make_article(), ARTICLE)
    versions = [replace(mark, note=note) for note in ("", "a", "ab")]
    for before, after in pairwise(versions):
        stack.push(EditCommand(AnnotationsEdit("Write note", (before,), (after,), typing=True), record.apply))
    stack.undo()
    assert record.edits == [AnnotationsEdit("Write note", (versions[2],), (versions[0],), typing=True)]


def test_an_undo_that_fails_leaves_the_stack(stack: QUndoStack) -> None:
    record = Record()
    stack.push(EditCommand(PresenceEdit("Delete", (ARTICLE,), False), record.apply))
    record.works = False
    stack.undo()
    assert stack.count() == 0
