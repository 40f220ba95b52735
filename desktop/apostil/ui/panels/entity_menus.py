"""What a reader can say about an entity, or about words that name one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from apostil.domain.doubts import is_guess
from apostil.domain.entity import Kind, Scope, identity
from apostil.services.corrections.operations import Operation
from apostil.ui.models.words import kind_name, shortened
from apostil.ui.panels.rows import kind_icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QIcon
    from PySide6.QtWidgets import QWidget

    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span
    from apostil.ui.desk import Desk
    from apostil.ui.naming import Naming

_ASKED = (
    (Operation.KIND, "Kind…"),
    (Operation.EXTENT, "Extent…"),
    (Operation.NO_NAME, "Not a name…"),
    (Operation.SAME_AS, "Same as…"),
    (Operation.SPLIT, "Split off…"),
    (Operation.RENAME, "Rename…"),
)
"""What is asked about, in a dialog that also asks how far it reaches."""


def entity_menu(naming: Naming, entity: Entity, mention_span: Span | None, parent: QWidget | None = None) -> QMenu:
    """What can be said about an entity, and about the one mention at `mention_span` where there is one."""
    desk = naming.desk
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    menu.addAction(_tr("Go to next mention"), partial(_go_on, desk, entity, mention_span))
    menu.addAction(
        _tr("Everything about “{name}”").format(name=_shown(entity.name)), partial(desk.show_entity, identity(entity))
    )
    menu.addSeparator()
    if mention_span is not None:
        menu.addMenu(_here(naming, entity, mention_span, menu))
    _add_confirm(menu, naming, entity)
    _add(
        menu,
        desk,
        _tr("Confirm in more places…"),
        partial(naming.ask, Operation.CONFIRM, entity, mention_span),
    )
    menu.addSeparator()
    for operation, words in _ASKED:
        _add(menu, desk, _tr(words), partial(naming.ask, operation, entity, mention_span))
    return menu


def mark_menu(naming: Naming, span: Span, parent: QWidget | None = None) -> QMenu:
    """The kinds that every occurrence of these words can be marked as."""
    desk = naming.desk
    there = span.trimmed(desk.article.text) if desk.article else span
    words = there.cut(desk.article.text) if desk.article else ""
    named = any(char.isalnum() for char in words)
    title = _tr("Mark every occurrence of “{words}” as").format(words=_shown(words))
    menu = QMenu(title if named else _tr("Mark every occurrence of these words as"), parent)
    menu.setToolTipsVisible(True)
    for kind in Kind:
        act = partial(naming.mark_at_once, there, kind)
        _add(menu, desk, kind_name(kind).capitalize(), act, kind_icon(kind, naming.theme))
    menu.addSeparator()
    _add(menu, desk, _tr("Only here, or in more places…"), partial(naming.ask_selection, there))
    if not named:
        _refuse(menu, _tr("No letter and no digit is selected: a name needs one"))
    return menu


def _here(naming: Naming, entity: Entity, span: Span, parent: QMenu) -> QMenu:
    """What is said of the one mention alone, at once."""
    desk = naming.desk
    menu = QMenu(_tr("Only here"), parent)
    menu.setToolTipsVisible(True)
    at_once = partial(naming.at_once, entity=entity, span=span, scope=Scope.MENTION)
    mention = next((one for one in entity.mentions if one.span == span), None)
    confirm = _add(menu, desk, _tr("Confirm"), partial(at_once, Operation.CONFIRM))
    _know(confirm, desk, sure=mention is not None and not is_guess(entity, mention))
    for kind in Kind:
        if kind is not entity.kind:
            act = partial(at_once, Operation.KIND, kind=kind)
            _add(menu, desk, kind_name(kind).capitalize(), act, kind_icon(kind, naming.theme))
    _add(menu, desk, _tr("Not a name"), partial(at_once, Operation.NO_NAME))
    return menu


def _add_confirm(menu: QMenu, naming: Naming, entity: Entity) -> None:
    """Offer to say that the guess is right."""
    words = _tr("Confirm as {kind}").format(kind=kind_name(entity.kind))
    action = _add(menu, naming.desk, words, partial(naming.at_once, Operation.CONFIRM, entity))
    _know(action, naming.desk, sure=not any(is_guess(entity, one) for one in entity.mentions))


def _know(action: QAction, desk: Desk, *, sure: bool) -> None:
    """Do not offer to confirm what is confirmed."""
    if sure and not desk.read_only:
        action.setEnabled(False)
        action.setToolTip(_tr("It is confirmed already"))


def _refuse(menu: QMenu, why: str) -> None:
    """Do not open, and say why wherever the menu is offered."""
    menu.setEnabled(False)
    menu.menuAction().setToolTip(why)
    above = menu.parent()
    if isinstance(above, QMenu):
        above.setToolTipsVisible(True)


def _go_on(desk: Desk, entity: Entity, here: Span | None) -> None:
    later = [mention.span for mention in entity.mentions if here is None or mention.span.start > here.start]
    desk.reveal(later[0] if later else entity.mentions[0].span)


def _add(menu: QMenu, desk: Desk, words: str, act: Callable[[], object], picture: QIcon | None = None) -> QAction:
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


def _tr(words: str) -> str:
    return QCoreApplication.translate("EntityMenu", words)
