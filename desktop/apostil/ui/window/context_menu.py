"""The menu under the right mouse button in the article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from apostil.domain.annotation import Color
from apostil.domain.article import Role
from apostil.ui.models.words import kind_name
from apostil.ui.panels.entity_menus import entity_menu, mark_menu

if TYPE_CHECKING:
    from apostil.ui.reader.places import ContextAt
    from apostil.ui.window.main_window import MainWindow


def reader_menu(window: MainWindow, context: ContextAt) -> QMenu:
    """What can be done with the words at this place: the selection, the marks, the entity, the block."""
    menu = QMenu(window)
    menu.setToolTipsVisible(True)
    _add_marking(window, menu, context)
    _add_entity(window, menu, context)
    _add_role(window, menu, context)
    return menu


def _add_marking(window: MainWindow, menu: QMenu, context: ContextAt) -> None:
    actions = window.actions_by_id
    colors = menu.addMenu(_tr("Colour") if context.marks and not context.selection else _tr("Highlight"))
    colors.setToolTipsVisible(True)
    _allow(window, colors)
    for color in Color:
        colors.addAction(actions[f"color-{color}"])
    menu.addAction(actions["note"])
    menu.addAction(actions["tag"])
    if context.marks:
        menu.addAction(actions["remove-mark"])
    menu.addSeparator()
    if context.selection is not None:
        menu.addAction(actions["copy"])
    menu.addAction(actions["copy-quotation"])


def _add_entity(window: MainWindow, menu: QMenu, context: ContextAt) -> None:
    desk = window.desk
    entity = next((entity for entity in desk.entities if entity.id == context.entity), None)
    menu.addSeparator()
    if entity is not None:
        about = entity_menu(window.naming, entity, context.mention, menu)
        about.setTitle(f"{entity.name} ({kind_name(entity.kind)})".replace("&", "&&"))
        menu.addMenu(about)
    if context.selection is not None:
        marking = mark_menu(window.naming, context.selection, menu)
        menu.addMenu(marking)
        _allow(window, marking)


def _add_role(window: MainWindow, menu: QMenu, context: ContextAt) -> None:
    article = window.desk.article
    if article is None or not article.blocks:
        return
    block = article.block_at(context.position)
    menu.addSeparator()
    roles = menu.addMenu(_tr("This block is"))
    for role in Role:
        action = roles.addAction(_tr(role.capitalize()))
        action.setCheckable(True)
        action.setChecked(article.blocks[block].role is role)
        action.triggered.connect(partial(_change, window, block, role))
    _allow(window, roles)


def _allow(window: MainWindow, menu: QMenu) -> None:
    """Close a menu of changes where nothing can be changed, and let it say why."""
    if window.desk.read_only:
        menu.setEnabled(False)
        menu.menuAction().setToolTip(window.desk.read_only_because)


def _change(window: MainWindow, block: int, role: Role, _checked: bool = False) -> None:
    window.commands.change_role(block, role)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Menus", words)
