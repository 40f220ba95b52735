"""Asks what an entity is to be called in the whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from apostil.domain.entity import fold
from apostil.ui.dialogs.entity_change import EntityChangeDialog
from apostil.ui.forms import soft
from apostil.ui.models.named_model import articles_words
from apostil.ui.models.words import kind_name

if TYPE_CHECKING:
    from apostil.domain.names import Named
    from apostil.ui.exploring import Explorer


class RenameDialog(EntityChangeDialog):
    """Asks for the name that an entity is to have in every article."""

    def __init__(self, named: Named, explorer: Explorer, parent: QWidget | None = None) -> None:
        super().__init__(named, explorer, parent)
        self.setWindowTitle(self.tr("Rename “{}” in the library").format(named.name))
        self.ok.setText(self.tr("Rename"))
        self.setObjectName("renameDialog")
        self._namesake: Named | None = None
        self.field.setText(named.name)
        self.field.selectAll()
        self.field.setAccessibleName(self.tr("Name"))
        self._layout.insertWidget(0, soft(self.tr("Articles keep their words; this is what it is called in lists.")))
        self.field.textChanged.connect(self._begin)
        self._begin(named.name)
        self.resize(440, self.sizeHint().height())

    def _begin(self, words: str) -> None:
        if not words.strip():
            self._wait(self.tr("Type the name that it is to have."))
        elif " ".join(words.split()) in self._named.names and len(self._named.names) == 1:
            self._wait(self.tr("It is called so now. Type another name."))
        else:
            self._wait(self.tr("Counting what that changes…"))
            self._pause.start()

    def _look(self) -> None:
        name = self.field.text()
        self._asked = [
            self._explorer.namesake(self._named.identity, name, self._note),
            self._explorer.rename(self._named.identity, name, self._weigh),
        ]

    def _note(self, namesake: Named | None) -> None:
        self._namesake = namesake

    def _more(self) -> str:
        if self._namesake is None:
            return ""
        words = self.tr("The library has “{name}” ({kind}) already, in {articles}: the two become one.")
        articles = articles_words(self._namesake.articles)
        return words.format(kind=kind_name(self._namesake.kind), name=self._namesake.name, articles=articles)

    def _identity(self) -> str:
        named = self._named
        return named.identity if named.known else f"{named.kind}:{fold(self.field.text())}"
