"""What the questions about an entity of the library have in common: each says what its answer would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from apostil.ui.forms import APART, BESIDE
from apostil.ui.models.named_model import articles_words
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from apostil.domain.edits import Edit
    from apostil.domain.errors import ApostilError
    from apostil.domain.names import Named
    from apostil.jobs.qt_jobs import Handle
    from apostil.services.corrections.previewing import Preview
    from apostil.ui.exploring import Explorer

PAUSE_MS = 200
"""Without a keystroke for so long, what is typed is looked at."""


class EntityChangeDialog(QDialog):
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
