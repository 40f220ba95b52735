"""The head of an entity's page says who it is, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton

from apostil.services.entities import entity_page
from apostil.ui.pages.entity_head import MOST_ALIASES, EntityHead
from support import panels

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from apostil.domain.names import EntityPage, Named
    from apostil.ui.desk import Desk


@pytest.fixture
def head(qtbot: QtBot) -> EntityHead:
    """A head that shows nobody yet."""
    made = EntityHead(panels.LIGHT, QToolButton())
    qtbot.addWidget(made)
    return made


@pytest.fixture
def found(desk: Desk, minister: Named) -> EntityPage:
    """Everything about the minister."""
    page = entity_page(desk.library, minister.identity)
    assert page is not None
    return page


def test_it_says_who_how_often_and_by_which_names(head: EntityHead, found: EntityPage) -> None:
    head.show_entity(found, "")
    assert head.headline.accessibleName() == "Adama Késsou, person"
    assert head.facts.text() == "Person · 3 mentions in 2 articles · found by the program"
    assert head.names.text() == "Called so 2 times, and also: Késsou (1)"


def test_what_a_person_confirmed_is_said_so(head: EntityHead, found: EntityPage) -> None:
    head.show_entity(replace(found, named=replace(found.named, confirmed=True)), "")
    assert head.facts.text().endswith("confirmed by you")


def test_an_entity_with_one_name_has_no_others(head: EntityHead, found: EntityPage) -> None:
    head.show_entity(replace(found, aliases=(("Adama Késsou", 3),)), "")
    assert head.names.isHidden()


def test_a_name_used_once_is_said_so(head: EntityHead, found: EntityPage) -> None:
    head.show_entity(replace(found, aliases=(("Adama Késsou", 1), ("Késsou", 2))), "")
    assert head.names.text() == "Called so once, and also: Késsou (2)"


def test_the_first_and_the_last_mention_tell_their_articles(head: EntityHead, found: EntityPage) -> None:
    last = replace(found.last, title="Tides & mud", outlet="AFP")
    head.show_entity(replace(found, passages=(*found.passages[:-1], last)), "")
    assert head.last.text().startswith("Last mention: Tides && mud · AFP")


def test_where_all_mentions_are_in_one_article_it_is_told_once(head: EntityHead, found: EntityPage) -> None:
    head.show_entity(replace(found, passages=found.passages[:1]), "")
    assert (head.first.isHidden(), head.last.isHidden()) == (False, True)


def test_a_name_that_no_article_has_is_said_so(head: EntityHead, found: EntityPage) -> None:
    head.show_entity(replace(found, aliases=(("Késsou", 1),)), "")
    assert head.names.text() == "Written as Késsou (1)"


def test_of_very_many_names_the_rest_is_counted(head: EntityHead, found: EntityPage) -> None:
    many = tuple((f"Name {number}", 1) for number in range(MOST_ALIASES + 3))
    head.show_entity(replace(found, aliases=many), "")
    assert head.names.text().endswith("and 3 more")


def test_where_nothing_can_be_changed_the_buttons_say_why(head: EntityHead, found: EntityPage) -> None:
    head.show_entity(found, "The file is write-protected.")
    assert not head.rename_button.isEnabled()
    assert head.join_button.toolTip() == "The file is write-protected."


def test_what_is_linked_is_a_click_away(head: EntityHead, found: EntityPage, qtbot: QtBot) -> None:
    head.show_entity(replace(found, linked=(found.named,)), "")
    link = next(button for button in head.findChildren(QPushButton) if button.text() == "See also: Adama Késsou")
    with qtbot.waitSignal(head.entity_wanted) as told:
        link.click()
    assert told.args == [found.named.identity]
