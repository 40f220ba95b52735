"""Where everything in a row of the summary stands: the sentence, its facts, and what can be clicked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF

from apostil.domain.leaning import Lean
from apostil.domain.spans import Span
from apostil.ui.keeping import Deed
from apostil.ui.models.reasoning import account, leaning, remedy
from apostil.ui.panels import flow
from apostil.ui.panels.rows import PAD

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.ui.models.reasoning import Line
    from apostil.ui.models.summary_model import Chosen
    from apostil.ui.panels.note_cards import Face

BADGE = 24
"""The width of the column with the rank and the pin."""

LEFT = PAD + BADGE + PAD
"""Where the words of a row begin."""

GLYPH = 16
"""The side of what can be clicked."""

STRONG = 3
"""So many of the words that count are set stronger in their sentence; the full account has all of them."""

GAP = 4
"""Pixels between the lines of a row."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The faces of rows: of the sentence, of the words in it that count, of the facts; and the width of the words."""

    words: Face
    heavy: Face
    small: Face
    width: int
    limit: int = 0
    """How many lines a sentence has at most, unless its row is opened; 0 for as many as it needs."""

    @property
    def leading(self) -> float:
        """From one line of a sentence to the next."""
        return max(self.words.height, self.heavy.height) * 1.1


@dataclass(slots=True)
class Laid:
    """A row laid out, from its upper left corner."""

    lines: list[Span]
    cut: bool = False
    """Whether the sentence goes on, which an ellipsis says."""
    facts: QRectF = field(default_factory=QRectF)
    leaning: list[tuple[str, float]] = field(default_factory=list)
    account: list[tuple[Line, list[str], float]] = field(default_factory=list)
    zones: dict[Deed, QRectF] = field(default_factory=dict)
    links: dict[Deed, str] = field(default_factory=dict)
    height: int = 0


def lay(chosen: Chosen, setting: Setting, *, opened: bool) -> Laid:
    """Lay out a row; one that is `opened` gives the full account of why it is there."""
    laid = Laid(flow.lines(chosen.words, _advance(chosen, setting), setting.width))
    if setting.limit and len(laid.lines) > setting.limit and not opened:
        laid.cut = True
        laid.lines = _cut(chosen, setting, laid.lines[: setting.limit])
    top = PAD + len(laid.lines) * setting.leading + GAP
    strip = max(setting.small.height, float(GLYPH))
    laid.facts = QRectF(LEFT, top, setting.width - 2 * (GLYPH + GAP), strip)
    _place_glyphs(laid, strip, setting.width, Deed.ENOUGH if opened else Deed.WHY)
    top += strip
    if chosen.leans:
        top = _place_leaning(laid, chosen, setting, top)
    if chosen.left_out:
        top = _place_link(laid, Deed.LEAVE_OUT, _tr("Left out by you · Take back"), setting, top)
    if opened:
        top = _place_account(laid, chosen, setting, top + PAD)
    laid.height = round(max(top, PAD + BADGE + GLYPH) + PAD)
    return laid


def _cut(chosen: Chosen, setting: Setting, lines: list[Span]) -> list[Span]:
    """The lines, the last one shortened by words until an ellipsis fits behind it."""
    last = lines[-1]
    room = setting.width - setting.words.advance("…")
    fitting = flow.lines(last.cut(chosen.words), _advance(chosen, setting), room, 1)
    end = last.start + fitting[0].end if fitting else last.end
    return [*lines[:-1], Span(last.start, end)]


def strongest(chosen: Chosen) -> tuple[Span, ...]:
    """The words of the sentence that are set stronger: few enough to be read past."""
    return chosen.terms[:STRONG]


def heavy_words(chosen: Chosen) -> frozenset[str]:
    """The words between spaces that hold what counts: they are wider than they would be in the usual weight."""
    return frozenset(
        word[0]
        for word in re.finditer(r"[^ \n]+", chosen.words)
        if any(term.start < word.end() and word.start() < term.end for term in strongest(chosen))
    )


def _advance(chosen: Chosen, setting: Setting) -> Callable[[str], float]:
    heavy = heavy_words(chosen)
    if not heavy:
        return setting.words.advance
    return lambda words: (setting.heavy if words in heavy else setting.words).advance(words)


def _place_glyphs(laid: Laid, strip: float, width: int, telling: Deed) -> None:
    top = laid.facts.top() + (strip - GLYPH) / 2
    laid.zones[Deed.KEEP] = QRectF(PAD + (BADGE - GLYPH) / 2, PAD + BADGE, GLYPH, GLYPH)
    laid.zones[telling] = QRectF(LEFT + width - GLYPH, top, GLYPH, GLYPH)
    laid.zones[Deed.LEAVE_OUT] = QRectF(LEFT + width - 2 * GLYPH - GAP, top, GLYPH, GLYPH)


def _place_leaning(laid: Laid, chosen: Chosen, setting: Setting, top: float) -> float:
    words = leaning(chosen.told)
    top += GAP
    for line in flow.lines(words, setting.small.advance, setting.width):
        laid.leaning.append((line.cut(words), top))
        top += setting.small.height
    if chosen.told.lean is Lean.HEADING:  # no sentence that could be added
        return top
    return _place_link(laid, Deed.BEFORE, remedy(chosen.told.before), setting, top)


def _place_link(laid: Laid, deed: Deed, words: str, setting: Setting, top: float) -> float:
    height = setting.small.height + GAP
    laid.zones[deed] = QRectF(LEFT, top, setting.small.advance(words), height)
    laid.links[deed] = words
    return top + height


def _place_account(laid: Laid, chosen: Chosen, setting: Setting, top: float) -> float:
    for line in account(chosen.told):
        if line.weight is None:
            rows = [row.cut(line.words) for row in flow.lines(line.words, setting.small.advance, setting.width)]
        else:
            rows = flow.elided(line.words, setting.small.advance, setting.width - weights_width(setting) - PAD, 1)
        laid.account.append((line, rows, top))
        top += len(rows) * setting.small.height + GAP
    return top - GAP


def weights_width(setting: Setting) -> int:
    """How wide the bars of the grounds are, both directions together."""
    return min(96, round(setting.width * 0.35))


def _tr(words: str) -> str:
    return QCoreApplication.translate("SummaryRows", words)
