"""The menu under the right mouse button in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from apostil.domain.article import Role
from apostil.domain.entity import OtherKind
from apostil.ui.reader.places import ContextAt
from apostil.ui.window.context_menu import reader_menu
from support.panels import act

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from apostil.domain.annotation import AnnotationId
    from apostil.domain.spans import Span
    from support.main_windows import Room


def menu_at(
    room: Room, words: str, *, selected: bool = False, marks: tuple[AnnotationId, ...] = (), entity: str = ""
) -> QMenu:
    """The menu at these words."""
    span = room.place(words)
    selection: Span | None = None
    if selected:
        selection = room.select(words)
    found = next((one for one in room.desk.entities if one.name == entity), None)
    mention = next((one.span for one in found.mentions if one.span.start >= span.start), None) if found else None
    context = ContextAt(span.start, selection, QPoint(), found.id if found else None, mention, marks)
    return reader_menu(room.window, context)


def words_of(menu: QMenu) -> list[str]:
    """What the menu offers, from top to bottom."""
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def items(menu: QMenu) -> list[QAction]:
    """Everything in the menu and in those below it."""
    found = [one for one in menu.actions() if not one.isSeparator()]
    return found + [below for one in found if one.menu() is not None and one.isEnabled() for below in items(one.menu())]


def test_on_plain_words_there_is_little_to_do(room: Room) -> None:
    assert words_of(menu_at(room, "doubts")) == [
        "Highlight", "Write a note", "Tag", "Copy as quotation", "This block is",
    ]  # fmt: skip


def test_a_selection_can_be_copied_and_named(room: Room) -> None:
    assert words_of(menu_at(room, "doubts", selected=True)) == [
        "Highlight", "Write a note", "Tag", "Copy", "Copy as quotation",
        "Mark every occurrence of “doubts” as", "This block is",
    ]  # fmt: skip


def test_a_mark_can_be_colored_and_removed(room: Room) -> None:
    room.select("doubts")
    room.press("1")
    words = words_of(menu_at(room, "doubts", marks=(room.mark.id,)))
    assert words[:4] == ["Colour", "Write a note", "Tag", "Remove highlight"]


def test_a_selection_on_a_mark_is_highlighted_anew(room: Room) -> None:
    room.select("doubts")
    room.press("1")
    assert words_of(menu_at(room, "doubts", selected=True, marks=(room.mark.id,)))[0] == "Highlight"


def test_a_color_of_the_menu_marks_the_selection(room: Room) -> None:
    act(menu_at(room, "doubts", selected=True), "Highlight in blue").trigger()
    assert (room.mark.color, room.mark.span) == ("blue", room.place("doubts"))


def test_an_entity_stands_there_with_its_name_and_kind(room: Room) -> None:
    assert "Rosa Lindqvist (person)" in words_of(menu_at(room, "Rosa Lindqvist", entity="Rosa Lindqvist"))


def test_an_entity_is_corrected_from_the_menu(room: Room) -> None:
    menu = menu_at(room, "Rosa Lindqvist", entity="Rosa Lindqvist")
    about = next(one.menu() for one in menu.actions() if one.text().startswith("Rosa"))
    act(about, "Place").trigger()
    assert [type(one) for one in room.library.corrections(room.english)] == [OtherKind]


def test_an_entity_that_is_gone_is_not_offered(room: Room) -> None:
    context = ContextAt(room.place("Rosa").start, None, QPoint(), "gone")
    assert words_of(reader_menu(room.window, context))[-1] == "This block is"


def test_the_role_of_the_block_is_ticked(room: Room) -> None:
    roles = menu_at(room, "doubts").actions()[-1].menu()
    assert words_of(roles) == [role.capitalize() for role in Role]
    assert [one.text() for one in roles.actions() if one.isChecked()] == ["Paragraph"]


@pytest.mark.parametrize("role", [Role.CAPTION, Role.APPARATUS, Role.HEADLINE])
def test_the_block_is_given_another_role(room: Room, role: Role) -> None:
    block = room.desk.article.block_at(room.place("doubts").start)
    act(menu_at(room, "doubts"), role.capitalize()).trigger()
    assert room.desk.article.blocks[block].role is role
    assert room.desk.undo_stack.count() == 1


def test_where_one_can_only_read_nothing_that_writes_is_offered(read_only_room: Room) -> None:
    menu = menu_at(read_only_room, "Rosa Lindqvist", selected=True, entity="Rosa Lindqvist")
    enabled = [one.text().replace("&", "") for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
    assert enabled == ["Copy", "Copy as quotation", "Rosa Lindqvist (person)"]
    about = next(one.menu() for one in menu.actions() if one.text().startswith("Rosa"))
    assert [one.text() for one in items(about) if one.isEnabled() and not one.menu()] == [
        "Go to next mention", "Everything about “Rosa Lindqvist”",
    ]  # fmt: skip


def test_where_one_can_only_read_everything_closed_says_why(read_only_room: Room) -> None:
    menu = menu_at(read_only_room, "Rosa Lindqvist", selected=True, entity="Rosa Lindqvist")
    closed = [one for one in items(menu) if not one.isEnabled()]
    assert {"Highlight", "Write a note", "Tag", "This block is"} <= {one.text().replace("&", "") for one in closed}
    assert [one.text() for one in closed if " " not in one.toolTip() or one.toolTip() == one.text()] == []


def test_every_menu_shows_its_tool_tips(read_only_room: Room) -> None:
    menu = menu_at(read_only_room, "Rosa Lindqvist", selected=True, entity="Rosa Lindqvist")
    open_ones = [menu, *(one.menu() for one in items(menu) if one.menu() is not None and one.isEnabled())]
    assert all(one.toolTipsVisible() for one in open_ones)


def test_a_kind_is_called_as_everywhere_else(room: Room) -> None:
    assert "Sendaré (place)" in words_of(menu_at(room, "Sendaré", entity="Sendaré"))


def test_gray_is_written_as_the_interface_writes_it(room: Room) -> None:
    colors = menu_at(room, "doubts", selected=True).actions()[0].menu()
    assert words_of(colors)[-1] == "Highlight in grey"


def test_without_an_article_no_block_has_a_role(room: Room) -> None:
    room.desk.open(None)
    assert "This block is" not in words_of(reader_menu(room.window, ContextAt(0, None, QPoint())))
