"""Asks what an entity is to be called in the whole library, or which other one it is, and says what that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from apostil.domain.entity import fold
from apostil.ui.forms import APART, BESIDE, soft
from apostil.ui.models.named_model import NamedModel, articles_words
from apostil.ui.models.words import kind_name
from apostil.ui.panels.named_rows import NamedDelegate
from apostil.ui.panels.rows import RowView
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from apostil.domain.edits import Edit
    from apostil.domain.errors import ApostilError
    from apostil.domain.names import Named
    from apostil.jobs.qt_jobs import Handle
    from apostil.services.previewing import Preview
    from apostil.ui.exploring import Explorer
    from apostil.ui.theme import Theme

PAUSE_MS = 200
"""Without a keystroke for so long, what is typed is looked at."""

MOST = 60
"""So many entities are listed; typing more finds the others."""

_WALKING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class NamingDialog(QDialog):
    """One question about an entity; the answer can be given once it is known what it changes.

    Signals:
        chosen: the identity that the entity has then, and the Edit, as a tuple.
    """

    chosen = Signal(object)

    def __init__(self, named: Named, explorer: Explorer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._named = named
        self._explorer = explorer
        self._edit: Edit | None = None
        self._asked: list[Handle[Any]] = []
        self.field = QLineEdit()
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.state.setMinimumHeight(3 * self.fontMetrics().height())
        self.state.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(APART, APART, APART, APART)
        self._layout.setSpacing(BESIDE)
        self._layout.addWidget(self.field)
        self._layout.addWidget(self.state)
        self._layout.addWidget(buttons)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.finished.connect(lambda _result: self._stop())

    def accept(self) -> None:
        """Tell what was chosen, where that is known to change something."""
        if self._edit is not None:
            self.chosen.emit((self._identity(), self._edit))
            super().accept()

    def _identity(self) -> str:
        """What the entity goes by when this is done."""
        raise NotImplementedError

    def _look(self) -> None:
        """Ask what the present answer would change."""
        raise NotImplementedError

    def _wait(self, words: str) -> None:
        """Nothing can be done at present, and this is said instead."""
        self._stop()
        self._edit = None
        self.ok.setEnabled(False)
        self.state.setText(words)

    def _stop(self) -> None:
        self._pause.stop()
        for handle in self._asked:
            handle.cancel()
        self._asked = []

    def _weigh(self, edit: Edit | None) -> None:
        """Count what an edit would change."""
        if edit is None:
            self._wait(self.tr("That changes nothing: it is so already."))
            return
        self._asked = [self._explorer.preview(edit, lambda found: self._tell(edit, found), self._fail)]

    def _tell(self, edit: Edit, found: Preview) -> None:
        self._edit = edit
        self.ok.setEnabled(True)
        words = self.tr("Changes {places} in {articles} of this library. One undo takes it back.")
        places = counted(found.places, self.tr("place"), self.tr("places"))
        told = words.format(places=places, articles=articles_words(found.articles))
        self.state.setText("\n".join(filter(None, [told, self._more()])))

    def _more(self) -> str:
        """What else is to be known."""
        return ""

    def _fail(self, error: ApostilError) -> None:
        self._wait(f"⚠ {error.message}")


class RenameDialog(NamingDialog):
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


class JoinDialog(NamingDialog):
    """Asks which entity of the library an entity is the same as; that one's name and kind stay."""

    def __init__(self, named: Named, explorer: Explorer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(named, explorer, parent)
        self.setWindowTitle(self.tr("“{}” is the same as…").format(named.name))
        self.ok.setText(self.tr("Join"))
        self.setObjectName("joinDialog")
        self._others: list[tuple[str, Named]] = []
        self.field.setPlaceholderText(self.tr("Type a part of the name"))
        self.field.setAccessibleName(self.tr("Filter the entities"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.model = NamedModel(self)
        self.list = RowView("namedList", uniform=True)
        self.list.setAccessibleName(self.tr("Other entities"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(NamedDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._layout.insertWidget(
            0, soft(self.tr("The name and the kind of the one that you choose stay, everywhere."))
        )
        self._layout.insertWidget(2, self.list, 1)
        self.field.textChanged.connect(self._sift)
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._begin())
        self._wait(self.tr("Looking through the library…"))
        self._list = explorer.named(self._fill)
        self.resize(440, 460)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field, Up and Down walk the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _WALKING:
            return self.list.event(event)
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Ask nothing more."""
        self._list.cancel()
        super().done(result)

    def _fill(self, found: tuple[Named, ...]) -> None:
        own = self._named
        others = sorted(
            (one for one in found if one.identity != own.identity), key=lambda one: one.kind is not own.kind
        )
        self._others = [(fold(" ".join((one.name, *one.names))), one) for one in others]
        self._sift(self.field.text())

    def _sift(self, words: str) -> None:
        wanted = fold(words)
        found = [named for folded, named in self._others if wanted in folded]
        self.model.show_named(found[:MOST])
        if found:
            self.list.setCurrentIndex(self.model.index(0))
        self._begin()

    def _begin(self) -> None:
        if self._other() is None:
            self._wait(self.tr("No entity goes by such a name."))
        else:
            self._wait(self.tr("Counting what that changes…"))
            self._pause.start()

    def _other(self) -> Named | None:
        index = self.list.currentIndex()
        return self.model.at(index.row()) if index.isValid() else None

    def _look(self) -> None:
        other = self._other()
        if other is not None:
            self._asked = [self._explorer.merge(self._named.identity, other.identity, self._weigh)]

    def _more(self) -> str:
        other = self._other()
        if other is None or other.kind is self._named.kind:
            return ""
        words = self.tr("Its kind changes from {kind} to {other}.")
        return words.format(kind=kind_name(self._named.kind), other=kind_name(other.kind))

    def _identity(self) -> str:
        other = self._other()
        return self._named.identity if other is None else other.identity
