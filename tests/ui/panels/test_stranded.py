"""Notes that could not be written down when their card was closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QObject

from apostil.domain.article import ArticleId
from apostil.ui.panels.stranded import Stranded
from support.libraries import NOON, make_annotation, make_article

if TYPE_CHECKING:
    from apostil.domain.edits import AnnotationsEdit

pytestmark = pytest.mark.usefixtures("qapp")

MARK = make_annotation(make_article(), ArticleId("a"))


class FullDesk:
    """A desk whose disk is full until somebody frees space."""

    def __init__(self) -> None:
        self.full = True
        self.notes: list[str] = []

    def now(self) -> object:
        return NOON

    def do(self, edit: AnnotationsEdit) -> bool:
        if not self.full:
            self.notes.append(edit.after[0].note)
        return not self.full


@pytest.fixture
def desk() -> FullDesk:
    return FullDesk()


@pytest.fixture
def stranded(desk: FullDesk) -> Stranded:
    parent = QObject()
    made = Stranded(cast("Any", desk), parent)
    made.kept_parent = parent
    yield made
    made.give_up()


def test_what_cannot_be_written_is_kept(stranded: Stranded) -> None:
    stranded.keep(MARK, "Ask the mayor")
    stranded.retry()
    assert len(stranded) == 1


def test_what_can_be_written_again_is_written_once(stranded: Stranded, desk: FullDesk) -> None:
    stranded.keep(MARK, "Ask the mayor")
    desk.full = False
    stranded.retry()
    stranded.retry()
    assert desk.notes == ["Ask the mayor"]
    assert not stranded


def test_what_is_given_up_is_forgotten(stranded: Stranded) -> None:
    stranded.keep(MARK, "Ask the mayor")
    stranded.give_up()
    assert not stranded
