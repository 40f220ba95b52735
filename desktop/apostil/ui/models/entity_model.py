"""The entities of an article as rows, the most frequent first, each knowing which of its mentions was last shown."""

from __future__ import annotations

from enum import IntEnum
from math import floor
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, Qt

from apostil.domain.concordance import surroundings
from apostil.domain.doubts import is_guess
from apostil.domain.entity import Kind, fold
from apostil.services.corrections.reviewing import DOUBTFUL
from apostil.ui.models.words import kind_name, wrapped_tip
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.domain.article import Article
    from apostil.domain.entity import Entity, Mention
    from apostil.domain.spans import Span
    from apostil.ui.models.index import Index


class Roles(IntEnum):
    """What a row holds beside its name."""

    ENTITY = Qt.ItemDataRole.UserRole + 1
    FACTS = Qt.ItemDataRole.UserRole + 2


class EntityModel(QAbstractListModel):
    """The entities that pass: of a visible kind, and with the wanted words in a name."""

    def __init__(self, parent: Any = None) -> None:  # noqa: ANN401 Qt's own signature
        super().__init__(parent)
        self._article: Article | None = None
        self._sentences: Sequence[Span] = ()
        self._entities: tuple[Entity, ...] = ()
        self._shown: list[Entity] = []
        self._folded: dict[str, list[str]] = {}
        self._kinds = frozenset(Kind)
        self._words = ""
        self._places: dict[str, int] = {}

    @property
    def total(self) -> int:
        """The number of entities, shown or not."""
        return len(self._entities)

    def counts(self) -> dict[Kind, int]:
        """How many entities there are of each kind, shown or not."""
        found = dict.fromkeys(Kind, 0)
        for entity in self._entities:
            found[entity.kind] += 1
        return found

    def show(self, article: Article | None, sentences: Sequence[Span], entities: tuple[Entity, ...]) -> None:
        """Show these entities of this article; places in the ones that stay are kept."""
        if article is not self._article:
            self._places = {}
        self._article, self._sentences, self._entities = article, sentences, entities
        self._folded = {entity.id: [fold(name) for name in (entity.name, *entity.aliases)] for entity in entities}
        self._arrange()

    def set_kinds(self, kinds: frozenset[Kind]) -> None:
        """Show only these kinds."""
        if kinds != self._kinds:
            self._kinds = kinds
            self._arrange()

    def set_words(self, words: str) -> None:
        """Show only entities that go by a name with these words in it."""
        self._words = fold(words)
        self._arrange()

    def at(self, row: int) -> Entity:
        """The entity of a row."""
        return self._shown[row]

    def row_of(self, entity_id: str) -> int:
        """The row of an entity, -1 where it is not shown."""
        return next((row for row, entity in enumerate(self._shown) if entity.id == entity_id), -1)

    def row_named(self, name: str) -> int:
        """The row of the first entity that goes by this name, -1 where none is shown."""
        wanted = fold(name)
        return next((row for row, entity in enumerate(self._shown) if wanted in self._folded[entity.id]), -1)

    def place(self, entity: Entity) -> int | None:
        """Which mention of this entity was last gone to, from 0; None before the first time."""
        place = self._places.get(entity.id)
        return None if place is None else min(place, len(entity.mentions) - 1)

    def step(self, row: int, by: int) -> Mention:
        """Go to the next mention of a row's entity, or the one before; after the last comes the first."""
        entity = self._shown[row]
        last = self.place(entity)
        first = 0 if by > 0 else len(entity.mentions) - 1
        place = first if last is None else (last + by) % len(entity.mentions)
        self._places[entity.id] = place
        self.dataChanged.emit(self.index(row), self.index(row))
        return entity.mentions[place]

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of entities shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own signature
        """What a row shows, tells and holds."""
        if not index.isValid():
            return None
        entity = self._shown[index.row()]
        tell: dict[int, Callable[[], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda: entity.name,
            Qt.ItemDataRole.AccessibleTextRole: lambda: ", ".join([entity.name, *self._facts(entity, spoken=True)]),
            Qt.ItemDataRole.ToolTipRole: lambda: wrapped_tip(self._tip(entity)),
            Qt.ItemDataRole.AccessibleDescriptionRole: lambda: "\n".join(self._tip(entity)),
            Roles.FACTS: lambda: " · ".join(self._facts(entity)),
            Roles.ENTITY: lambda: entity,
        }
        return tell[role]() if role in tell else None

    def sentence(self, mention: Mention) -> str:
        """The sentence in which a mention stands, or its block where there is none."""
        if self._article is None:
            return ""
        return surroundings(self._article, self._sentences, mention.span).cut(self._article.text)

    def _facts(self, entity: Entity, *, spoken: bool = False) -> list[str]:
        """What stands below a name; of a guess that is almost sure its thin line says enough, but to the ear."""
        count = len(entity.mentions)
        place = self.place(entity)
        if place is None:
            places = counted(count, self.tr("mention"), self.tr("mentions"))
        else:
            places = self.tr("{place} of {count}").format(place=place + 1, count=count)
        standing = self._standing(entity) if spoken or not _is_sure_guess(entity) else ""
        return list(filter(None, [kind_name(entity.kind).capitalize(), standing, places]))

    def _standing(self, entity: Entity) -> str:
        """Whether a person stands behind an entity, or how sure the program is of its least sure mention."""
        guesses = [mention.confidence for mention in entity.mentions if is_guess(entity, mention)]
        if not guesses:
            return self.tr("confirmed")
        if len(guesses) < len(entity.mentions):
            return self.tr("{n} confirmed").format(n=len(entity.mentions) - len(guesses))
        return self.tr("guessed, {percent} %").format(percent=floor(100 * min(guesses)))

    def _tip(self, entity: Entity) -> list[str]:
        mention = entity.mentions[self.place(entity) or 0]
        lines = [f"{entity.name}: {kind_name(entity.kind)}, {self._standing(entity)}"]
        if entity.aliases:
            lines.append(self.tr("also {names}").format(names=", ".join(entity.aliases)))
        return [*lines, self.sentence(mention)]

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = sorted(
            (entity for entity in self._entities if entity.mentions and self._passes(entity)),
            key=lambda entity: (-len(entity.mentions), self._folded[entity.id][0]),
        )
        self.endResetModel()

    def _passes(self, entity: Entity) -> bool:
        return entity.kind in self._kinds and any(self._words in name for name in self._folded[entity.id])


def _is_sure_guess(entity: Entity) -> bool:
    """Whether nobody stands behind an entity, and the program is sure of all its mentions."""
    return all(is_guess(entity, one) and one.confidence >= DOUBTFUL for one in entity.mentions)
