"""What the reader says of the sentences of a summary: which to keep, which to leave out, and in what order."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from apostil.domain.choices import UNTOUCHED, Choices, Extract
from apostil.domain.leaning import Before, Neighbours
from apostil.ui.wording import written

if TYPE_CHECKING:
    from apostil.domain.summary import Length, Method, Summary, Survey


class Deed(Enum):
    """What can be done with the sentence of a row, by a key or by a click into the row."""

    KEEP = auto()
    LEAVE_OUT = auto()
    BEFORE = auto()
    UP = auto()
    DOWN = auto()
    WHY = auto()
    ENOUGH = auto()


class Summarised(Protocol):
    """What a summary is shown of, and changed in: the desk with its article, or several articles together."""

    @property
    def survey(self) -> Survey | None:
        """What is known of all the sentences there are."""

    @property
    def summary(self) -> Summary | None:
        """The chosen sentences, in the order in which they are shown."""

    @property
    def choices(self) -> Choices:
        """What the reader chose among them."""

    @property
    def method(self) -> Method:
        """How they are ranked."""

    @property
    def length(self) -> Length:
        """How many are chosen."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be chosen, because the library can only be read."""

    @property
    def read_only_because(self) -> str:
        """Why that is so, in a sentence; empty where it is not."""

    def set_length(self, length: Length) -> None:
        """Choose more sentences, or fewer."""

    def set_choices(self, label: str, choices: Choices) -> None:
        """Change what the reader chose, as one step of undo with this label."""


class Keeper(QObject):
    """Changes the reader's choices in a summary, each change one step of undo.

    Signals:
        told: a sentence about what was done, or about why it was not.
        changed: the Extract that the last change was about.
    """

    told = Signal(object)
    changed = Signal(object)

    def __init__(self, source: Summarised, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source

    # What can be asked

    def at(self, position: int) -> Extract | None:
        """The sentence at this position of the open article."""
        survey = self._source.survey
        found = () if survey is None else survey.sentences
        return next((one for one in found if one.span.start <= position < one.span.end), None)

    def before(self, extract: Extract) -> Extract | None:
        """The sentence that stands before this one in its article."""
        survey = self._source.survey
        if survey is None or extract not in survey.sentences:
            return None
        index = survey.sentences.index(extract)
        before = survey.sentences[index - 1] if index else None
        return before if before is not None and before.owner == extract.owner else None

    def is_shown(self, extract: Extract) -> bool:
        """Whether the summary has this sentence."""
        return extract in self._shown()

    def is_kept(self, extract: Extract) -> bool:
        """Whether the reader keeps this sentence."""
        return extract in self._source.choices.pinned

    def is_left_out(self, extract: Extract) -> bool:
        """Whether the reader leaves this sentence out."""
        return extract in self._source.choices.dropped

    def where_before(self, extract: Extract) -> Before:
        """Where the sentence before this one stands."""
        survey, summary = self._source.survey, self._source.summary
        if survey is None or summary is None or extract not in survey.sentences:
            return Before.NONE
        index, dropped = survey.sentences.index(extract), self._source.choices.dropped
        refused = {index - 1} if index and survey.sentences[index - 1] in dropped else ()
        return Neighbours(survey.sentences, [one.index for one in summary.sentences], refused).before(index)

    def no_before_because(self, extract: Extract) -> str:
        """Why the sentence before this one cannot be added, or taken back; empty where it can."""
        if self.is_left_out(extract):
            return self.tr("You left this sentence out: take it back first")
        match self.where_before(extract):
            case Before.NONE:
                return self.tr("No sentence stands before this one")
            case Before.ABOVE:
                return self.tr("The sentence before is in the summary already")
            case _:
                return ""

    def no_order_because(self) -> str:
        """Why no sentence can be put back where it stood; empty where one can."""
        summary = self._source.summary
        return "" if summary and summary.arranged else self.tr("You have moved no sentence")

    def no_forgetting_because(self) -> str:
        """Why nothing can be left to the method again; empty where something can."""
        return "" if self._source.choices != UNTOUCHED else self.tr("You have changed nothing in this summary")

    # What can be done

    def keep(self, extract: Extract) -> None:
        """Keep this sentence, whatever the method says."""
        self._choose(
            self.tr("Keep a sentence"), self._source.choices.pin(extract), extract, self.tr("The sentence stays")
        )

    def leave_out(self, extract: Extract) -> None:
        """Leave this sentence out, whatever the method says."""
        after = self._source.choices.drop(extract)
        self._choose(self.tr("Leave out a sentence"), after, extract, self.tr("The sentence is left out"))

    def release(self, extract: Extract) -> None:
        """Leave it to the method whether this sentence is in the summary."""
        after = self._source.choices.release(extract)
        words = self.tr("Whether the sentence is in the summary is left to the method")
        if self.is_left_out(extract):
            self._choose(self.tr("Take back a sentence"), after, extract, words)
        else:
            self._choose(self.tr("Leave a sentence to the method"), after, extract, words)

    def toggle(self, extract: Extract) -> None:
        """Keep this sentence; one that is kept is left to the method again."""
        if self.is_kept(extract):
            self.release(extract)
        else:
            self.keep(extract)

    def keep_before(self, extract: Extract) -> None:
        """Keep the sentence that stands before this one in its article, also where it was left out.

        One that is shown elsewhere is put above it.
        """
        before, because, where = self.before(extract), self.no_before_because(extract), self.where_before(extract)
        if before is None or because:
            self.told.emit(because)
        elif where is Before.ELSEWHERE:
            others = [one for one in self._shown() if one != before]
            self._put(before, others.index(extract), self.tr("The sentence before now stands above"))
        elif where is Before.REFUSED:
            # Kept, since what is merely left to the method again might still not be in the summary.
            after = self._source.choices.pin(before)
            words = self.tr("The sentence before was taken back, and stays")
            self._choose(self.tr("Take back the sentence before"), after, before, words)
        else:
            after = self._source.choices.pin(before)
            words = self.tr("The sentence before was added")
            self._choose(self.tr("Keep the sentence before"), after, before, words)

    def place(self, extract: Extract, to: int) -> None:
        """Put this sentence of the summary at another place, counted from 0 among all of them."""
        words = self.tr("The sentence moved to place {place} of {total}")
        self._put(extract, to, words.format(place=written(to + 1), total=written(len(self._shown()))))

    def move(self, extract: Extract, step: int) -> None:
        """Move this sentence of the summary by so many places."""
        shown = self._shown()
        if extract in shown:
            self.place(extract, shown.index(extract) + step)

    def restore_order(self) -> None:
        """Put the sentences that were moved where they stand without that."""
        choices = self._source.choices
        after = Choices(choices.pinned, choices.dropped)
        self._choose(self.tr("Put moved sentences back"), after, None, self.tr("The sentences that you moved are back"))

    def forget(self) -> None:
        """Leave everything to the method again."""
        words = self.tr("The summary is left to the method again")
        self._choose(self.tr("Forget the choices in the summary"), UNTOUCHED, None, words)

    def _put(self, extract: Extract, to: int, words: str) -> None:
        shown = self._shown()
        if extract not in shown or not 0 <= to < len(shown) or shown.index(extract) == to:
            return
        self._choose(self.tr("Move a sentence"), self._source.choices.move(shown, extract, to), extract, words)

    def _shown(self) -> list[Extract]:
        summary = self._source.summary
        return [] if summary is None else [one.extract for one in summary.sentences]

    def _choose(self, label: str, after: Choices, about: Extract | None, words: str) -> None:
        source = self._source
        if source.read_only:
            self.told.emit(source.read_only_because)
            return
        before = source.choices
        source.set_choices(label, after)
        if source.choices == before:
            return
        if about is not None:
            self.changed.emit(about)
        self.told.emit(self.tr("{done}. Undo (Ctrl+Z) takes that back.").format(done=words))
