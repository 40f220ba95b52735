"""The menu bar and the tool bar, filled from the list of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QToolBar, QToolButton

from apostil.ui.window.actions import ACTIONS, LABELLED, MENUS, TOOLBAR

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu, QMenuBar

    from apostil.ui.window.actions import Actions

ICON_SIZE = 18


def fill_menus(bar: QMenuBar, actions: Actions) -> list[QMenu]:
    """Put every action into its menu; these menus."""
    menus = []
    for title in MENUS:
        menu = bar.addMenu(_tr(title))
        menu.setToolTipsVisible(True)
        for action in ACTIONS:
            if action.menu == title:
                if action.separated:
                    menu.addSeparator()
                menu.addAction(actions[action.id])
        menus.append(menu)
    return menus


def fill_toolbar(bar: QToolBar, actions: Actions) -> None:
    """Put what is needed most often into the tool bar."""
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for action_id in TOOLBAR:
        if action_id:
            _add_button(bar, actions[action_id])
        else:
            bar.addSeparator()


def _add_button(bar: QToolBar, action: QAction) -> None:
    bar.addAction(action)
    button = bar.widgetForAction(action)
    if isinstance(button, QToolButton):
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.iconText())
        if action.objectName() in LABELLED:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Bars", words)
