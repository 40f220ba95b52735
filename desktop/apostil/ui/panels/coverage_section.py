"""What the summary leaves out: a chip for each name and figure, which adds the best sentence with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from apostil.domain.coverage import Coverage
from apostil.ui.models.words import kind_name
from apostil.ui.panels.chips import Chip
from apostil.ui.panels.section import ChipSection
from apostil.ui.wording import counted, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from apostil.domain.choices import Extract
    from apostil.domain.coverage import Missing
    from apostil.ui.theme import Theme

FIGURE = "numeric"
"""The glyph before figures, which have no line of a kind."""


class CoverageSection(ChipSection):
    """How many names and figures the summary leaves out, with a chip for each; hidden where there is nothing to name.

    Signals:
        missed: the Missing whose best sentence is to be added.
        told: why nothing can be added, as a sentence.
    """

    missed = Signal(object)
    told = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("coverage", "", theme, parent)
        self.view.setAccessibleName(self.tr("Names and figures that the summary leaves out"))
        self._missing: tuple[Missing, ...] = ()
        self._words: Callable[[Extract], str] = str
        self.wanted.connect(self._add)
        self.hide()

    def show_coverage(self, coverage: Coverage | None, words: Callable[[Extract], str]) -> None:
        """Show what this leaves out; `words` cuts what an extract says from its article."""
        coverage = coverage or Coverage()
        self._missing = coverage.missing
        left_out, total = len(coverage.missing), len(coverage.missing) + len(coverage.named)
        self._words = words
        self.show_chips([_chip(missing) for missing in coverage.missing], self._about)
        self.say(*self._titles_of(left_out, total), more=left_out > 0)
        self.setVisible(total > 0)

    def _titles_of(self, left_out: int, total: int) -> tuple[str, ...]:
        """How much is left out, in full and ever shorter."""
        if not left_out:
            return self.tr("No name or figure left out"), self.tr("None left out")
        number, all_of_them = written(left_out), written(total)
        of = counted(total, self.tr("name or figure"), self.tr("names and figures"))
        return (
            self.tr("{left_out} of {total} left out").format(left_out=number, total=of),
            self.tr("{left_out} of {total} left out").format(left_out=number, total=all_of_them),
            self.tr("{left_out} left out").format(left_out=number),
        )

    def _about(self, row: int) -> tuple[str, str]:
        """What is left out, and which sentence would be added for it."""
        missing = self._missing[row]
        subject = missing.subject
        what = kind_name(subject.kind) if subject.kind else self.tr("figure")
        times = counted(len(subject.mentions), self.tr("time"), self.tr("times"))
        about = self.tr("{name} ({what}, {times} in the article)").format(name=subject.label, what=what, times=times)
        return about, self.tr("Adds: {}").format(self._words(missing.best)) if missing.best else self._reason()

    def _reason(self) -> str:
        return self.tr("You left out every sentence that names it.")

    def _add(self, row: int) -> None:
        missing = self._missing[row]
        if missing.best is None:
            self.told.emit(self._reason())
        else:
            self.missed.emit(missing)


def _chip(missing: Missing) -> Chip:
    subject = missing.subject
    return Chip(subject.label, subject.kind, "" if subject.kind else FIGURE, faint=missing.best is None)
