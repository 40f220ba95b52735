"""What a reader can say about an entity, or about words that name one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from apostil.domain.entity import Kind
from apostil.services import correcting
from apostil.ui.models.words import kind_name, shortened
from apostil.ui.panels.rows import kind_icon
from apostil.ui.panels.same_as import SameAsDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QIcon
    from PySide6.QtWidgets import QWidget

    from apostil.domain.article import ArticleId
    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span
    from apostil.ui.desk import Desk
    from apostil.ui.theme import Theme


def entity_menu(
    desk: Desk, entity: Entity, mention_span: Span | None, theme: Theme, parent: QWidget | None = None
) -> QMenu:
    """What can be said about an entity, and about the one mention at `mention_span` where there is one."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    menu.addAction(
        QCoreApplication.translate("EntityMenu", "Go to next mention"), partial(_go_on, desk, entity, mention_span)
    )
    menu.addSeparator()
    _add_confirm(menu, desk, entity)
    menu.addMenu(_kinds(desk, entity, theme, menu))
    _add(menu, desk, QCoreApplication.translate("EntityMenu", "Same as…"), partial(_ask, desk, entity, theme, parent))
    menu.addSeparator()
    _add(
        menu,
        desk,
        QCoreApplication.translate("EntityMenu", "“{name}” is not an entity").format(name=_shown(entity.name)),
        partial(_drop, desk, entity),
    )
    if mention_span is not None and len(entity.mentions) > 1:
        _add(
            menu,
            desk,
            QCoreApplication.translate("EntityMenu", "Not an entity here"),
            partial(_drop, desk, entity, mention_span),
        )
    return menu


def mark_menu(desk: Desk, span: Span, theme: Theme, parent: QWidget | None = None) -> QMenu:
    """The kinds that every occurrence of these words can be marked as."""
    there = span.trimmed(desk.article.text) if desk.article else span
    words = there.cut(desk.article.text) if desk.article else ""
    named = any(char.isalnum() for char in words)
    title = QCoreApplication.translate("EntityMenu", "Mark every occurrence of “{words}” as").format(
        words=_shown(words)
    )
    menu = QMenu(
        title if named else QCoreApplication.translate("EntityMenu", "Mark every occurrence of these words as"), parent
    )
    menu.setToolTipsVisible(True)
    for kind in Kind:
        _add(menu, desk, kind_name(kind).capitalize(), partial(_mark, desk, words, kind, there), kind_icon(kind, theme))
    if not named:
        _refuse(menu, QCoreApplication.translate("EntityMenu", "No letter and no digit is selected: a name needs one"))
    return menu


def _refuse(menu: QMenu, why: str) -> None:
    """Do not open, and say why wherever the menu is offered."""
    menu.setEnabled(False)
    menu.menuAction().setToolTip(why)
    above = menu.parent()
    if isinstance(above, QMenu):
        above.setToolTipsVisible(True)


def ask_same_as(desk: Desk, entity: Entity, theme: Theme, parent: QWidget | None = None) -> SameAsDialog:
    """Open a list of the other entities; the chosen one's name stays for both."""
    dialog = SameAsDialog(entity, desk.entities, theme, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.chosen.connect(partial(_join, desk, desk.current, entity))
    dialog.open()
    return dialog


def _kinds(desk: Desk, entity: Entity, theme: Theme, parent: QMenu) -> QMenu:
    menu = QMenu(QCoreApplication.translate("EntityMenu", "Other kind"), parent)
    menu.setToolTipsVisible(True)
    group = QActionGroup(menu)
    for kind in Kind:
        act = partial(_set_kind, desk, entity, kind)
        # A tick stands in the place of the sample: a menu has room for one of them.
        sample = None if kind is entity.kind else kind_icon(kind, theme)
        action = _add(menu, desk, kind_name(kind).capitalize(), act, sample)
        action.setCheckable(True)
        action.setChecked(kind is entity.kind)
        action.setActionGroup(group)
    return menu


def _go_on(desk: Desk, entity: Entity, here: Span | None) -> None:
    later = [mention.span for mention in entity.mentions if here is None or mention.span.start > here.start]
    desk.reveal(later[0] if later else entity.mentions[0].span)


def _set_kind(desk: Desk, entity: Entity, kind: Kind) -> None:
    """Give every mention this kind; the kind it has already is thereby confirmed."""
    if desk.current is None or (entity.confirmed and kind is entity.kind):
        return
    correct = correcting.confirm if kind is entity.kind else correcting.other_kind
    desk.do(correct(desk.library, desk.current, entity.name, kind))


def _add_confirm(menu: QMenu, desk: Desk, entity: Entity) -> None:
    """Offer to say that the guess is right."""
    words = QCoreApplication.translate("EntityMenu", "Confirm as {kind}").format(kind=kind_name(entity.kind))
    action = _add(menu, desk, words, partial(_set_kind, desk, entity, entity.kind))
    if entity.confirmed and not desk.read_only:
        action.setEnabled(False)
        action.setToolTip(QCoreApplication.translate("EntityMenu", "It is confirmed already"))


def _drop(desk: Desk, entity: Entity, span: Span | None = None) -> None:
    if desk.current is not None:
        desk.do(correcting.not_an_entity(desk.library, desk.current, entity.name, span))


def _join(desk: Desk, article_id: ArticleId | None, entity: Entity, other: Entity) -> None:
    if article_id is not None:
        desk.do(correcting.same_as(desk.library, article_id, entity.name, other.name))


def _mark(desk: Desk, words: str, kind: Kind, there: Span) -> None:
    if desk.current is not None and words:
        desk.do(correcting.mark_entity(desk.library, desk.current, words, kind, span=there))


def _ask(desk: Desk, entity: Entity, theme: Theme, parent: QWidget | None) -> None:
    ask_same_as(desk, entity, theme, parent)


def _add(menu: QMenu, desk: Desk, words: str, act: Callable[[], None], picture: QIcon | None = None) -> QAction:
    """Add something that writes: where the library can only be read, it says so instead."""
    action = menu.addAction(words)
    if picture is not None:
        action.setIcon(picture)
    action.triggered.connect(lambda _checked: act())
    if desk.read_only:
        action.setEnabled(False)
        action.setToolTip(desk.read_only_because)
    return action


def _shown(words: str) -> str:
    return shortened(words, 30).replace("&", "&&")
