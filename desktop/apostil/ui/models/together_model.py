"""The sentences of a summary of several articles as rows, with what stands above them: outlet or day, and source."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt

from apostil.domain.digest import Grouping
from apostil.ui.models.summary_model import SummaryModel
from apostil.ui.wording import short_date

if TYPE_CHECKING:
    from apostil.domain.digest import Digest, Group, Voice
    from apostil.domain.summary import SummarySentence, Survey
    from apostil.ui.models.index import Index
    from apostil.ui.models.summary_model import Chosen


class Above(NamedTuple):
    """What stands above a row: the heading of its group, the article quoted from here, and who else says the same."""

    heading: str
    source: str
    also: str = ""


class TogetherModel(SummaryModel):
    """The sentences in the order in which they are read, and below them those that the reader left out."""

    def __init__(self, parent: Any = None) -> None:  # noqa: ANN401 Qt's own signature
        super().__init__(parent)
        self._digest: Digest | None = None
        self._above: list[Above] = []
        self._names: dict[str, str] = {}

    def show_digest(
        self,
        digest: Digest | None,
        survey: Survey | None = None,
        names: dict[str, str] | None = None,
        left_out: tuple[SummarySentence, ...] = (),
        unwanted: frozenset[int] = frozenset(),
    ) -> None:
        """Show this summary; `names` says what entities are called, `unwanted` which sentences the reader left out."""
        self._digest, self._names = digest, names or {}
        self._above = [] if digest is None else self._headings(digest, left_out)
        if digest is None or not digest.voices:
            self.show(None, None)
        else:
            self.show(digest.voices[0].article, digest.summary, survey, left_out=left_out, unwanted=unwanted)

    def at(self, row: int) -> Chosen:
        """The sentence of a row, cut from its own article."""
        if self._shown is not None:
            self._shown = replace(self._shown, article=self.voice(row).article, names=self._names)
        return super().at(row)

    def voice(self, row: int) -> Voice:
        """The article of a row.

        Raises:
            IndexError: where there is no such row.
        """
        if self._digest is None:
            raise IndexError(row)
        return self._digest.voice(self._sentences[row])

    def above(self, row: int) -> Above:
        """What stands above a row."""
        return self._above[row]

    def is_beside(self, row: int, other: int) -> bool:
        """Whether these rows are sentences of the summary within one group."""
        between = range(min(row, other) + 1, max(row, other) + 1)
        return super().is_beside(row, other) and not any(self._above[one].heading for one in between)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own signature
        """What a row shows, tells and holds; what is told begins with the source."""
        found = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            sources = (source_words(self.voice(index.row()), Grouping.RANK), self._above[index.row()].also)
            return f"{', '.join(filter(None, sources))}: {found}"
        return found

    def _headings(self, digest: Digest, left_out: tuple[SummarySentence, ...]) -> list[Above]:
        above: list[Above] = []
        for group in digest.groups():
            above += self._over(digest, group.sentences, self._heading(group, digest.grouping))
        return above + self._over(digest, left_out, self.tr("Left out by you"))

    def _over(self, digest: Digest, sentences: tuple[SummarySentence, ...], heading: str) -> list[Above]:
        above: list[Above] = []
        before = -1
        for sentence in sentences:
            owner = sentence.extract.owner
            source = "" if owner == before else source_words(digest.voice(sentence), digest.grouping)
            above.append(Above("" if above else heading, source, self._also(digest, sentence)))
            before = owner
        return above

    def _also(self, digest: Digest, sentence: SummarySentence) -> str:
        others = digest.also_in(sentence)
        return self.tr("also in {others}").format(others=", ".join(others)) if others else ""

    def _heading(self, group: Group, grouping: Grouping) -> str:
        if isinstance(group.heading, dt.date):
            return short_date(group.heading)
        unknown = {Grouping.OUTLET: self.tr("Outlet not known"), Grouping.TIME: self.tr("Day not known")}
        return group.heading or unknown.get(grouping, "")


def source_words(voice: Voice, grouping: Grouping) -> str:
    """Outlet, day and title of an article, as far as they are known and the heading does not say them."""
    known = voice.article.metadata
    outlet = "" if grouping is Grouping.OUTLET else known.outlet
    day = short_date(known.published) if known.published and grouping is not Grouping.TIME else ""
    return " · ".join(filter(None, (outlet, day, voice.title)))
