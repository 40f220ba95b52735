"""The reader shows what lies on the desk, and follows what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.article import Role
from apostil.domain.summary import Length
from support.panels import ENGLISH, FRENCH

if TYPE_CHECKING:
    from support.main_windows import Room


def test_opening_shows_article_summary_and_facts(room: Room) -> None:
    assert room.reader.article == room.desk.article
    assert room.reader.page.facts.startswith("The Basin Observer · 31 Jan 2026")
    assert len(room.reader._scene.decorations.summary) == 5
    assert f"English · {ENGLISH.word_count} words" in room.window.status.facts


def test_another_role_keeps_the_cursor_where_it_is(room: Room) -> None:
    room.put_caret("900 dockers")
    before = room.reader.caret
    room.window.commands.change_role(2, Role.CAPTION)
    assert room.reader.caret == before
    assert room.reader.article.blocks[2].role is Role.CAPTION


def test_hidden_kinds_lose_their_underlines(room: Room) -> None:
    assert room.reader._scene.decorations.entities
    for kind in tuple(room.desk.visible_kinds):
        room.desk.set_kind_visible(kind, visible=False)
    assert not room.reader._scene.decorations.entities


def test_a_shorter_summary_shows_at_once(room: Room) -> None:
    room.desk.set_length(Length(2))
    assert len(room.reader._scene.decorations.summary) == 2


def test_the_french_article_counts_its_words_in_its_language(room: Room) -> None:
    room.desk.open(room.french)
    assert room.window.status.facts.startswith("French · ")
    assert FRENCH.metadata.title in room.window.windowTitle()
