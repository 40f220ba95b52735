"""The rows of the summary: how a sentence is drawn with the reasons for which it is there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QToolTip

from apostil.ui.icons import icon
from apostil.ui.keeping import Deed
from apostil.ui.models.reasoning import facts, remedy
from apostil.ui.models.summary_model import Chosen, Roles
from apostil.ui.models.words import wrapped_tip
from apostil.ui.panels import flow
from apostil.ui.panels.note_cards import Face
from apostil.ui.panels.rows import PAD, RowDelegate, article_font, small_font
from apostil.ui.panels.summary_layout import BADGE, GAP, GLYPH, LEFT, Laid, Setting, lay, strongest, weights_width
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from apostil.domain.choices import Extract
    from apostil.ui.models.index import Index
    from apostil.ui.theme import Theme

BAR = 32
"""The width of the bar that shows the score beside the others'."""

AT_ONCE = 2
"""So many sentences are seen at once also in a low window."""

REMEMBERED = 5000
"""Rows whose layout is kept at most."""


class SummaryDelegate(RowDelegate):
    """Draws a sentence in full: its rank and pin beside it, and below it its score as a bar and its facts.

    The words that count are stronger. An opened row gives the full account of why it is there.
    """

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view)
        self._view = view
        self._setting: Setting | None = None
        self._laid: dict[tuple[Extract, bool, bool, bool, bool], Laid] = {}
        self.brief = False
        """Whether long sentences are cut where fewer than two would be seen."""
        self.opened: set[Extract] = set()
        """The sentences that give the full account."""

    def forget(self) -> None:
        """Lay everything out anew, as other sentences are shown."""
        self._laid.clear()

    def deed_at(self, place: QPoint, option: QStyleOptionViewItem, index: Index) -> Deed | None:
        """What a click at this place of the list does, where it does more than going to the sentence."""
        point = QPointF(place - option.rect.topLeft())
        zones = self.laid(option, index).zones
        return next((deed for deed, zone in zones.items() if zone.adjusted(-3, -3, 3, 3).contains(point)), None)

    def laid(self, option: QStyleOptionViewItem, index: Index) -> Laid:
        """Where everything in this row stands."""
        setting = self._set_in(option.font)
        shape = index.data(Roles.SHAPE)
        if shape[0] in self.opened:
            return lay(index.data(Roles.CHOSEN), setting, opened=True)
        if shape not in self._laid:
            if len(self._laid) > REMEMBERED:
                self._laid.clear()
            self._laid[shape] = lay(index.data(Roles.CHOSEN), setting, opened=False)
        return self._laid[shape]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the sentence needs in the width of the list."""
        return QSize(120, self.laid(option, index).height)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Say what a click at this place does."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        option.rect = view.visualRect(index)
        QToolTip.showText(event.globalPos(), self.tip_at(event.pos(), option, index), view.viewport())
        return True

    def tip_at(self, place: QPoint, option: QStyleOptionViewItem, index: Index) -> str:
        """What a click at this place does, with its key; over the facts, what they say in full."""
        chosen: Chosen = index.data(Roles.CHOSEN)
        deed = self.deed_at(place, option, index)
        tips = {
            Deed.KEEP: self.tr("Leave to the method (P)") if chosen.sentence.pinned else self.tr("Keep (P)"),
            Deed.LEAVE_OUT: self.tr("Take back (Delete)") if chosen.left_out else self.tr("Leave out (Delete)"),
            Deed.WHY: self.tr("Why it is here (Right)"),
            Deed.ENOUGH: self.tr("Put the reasons away (Left)"),
            Deed.BEFORE: f"{remedy(chosen.told.before)} (B)",
        }
        if deed is not None:
            return tips[deed]
        laid = self.laid(option, index)
        if place.y() - option.rect.top() >= laid.facts.top():
            return facts(chosen.told)[0]
        return wrapped_tip([chosen.words]) if laid.cut else ""

    # Drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one sentence."""
        chosen: Chosen = index.data(Roles.CHOSEN)
        laid, setting = self.laid(option, index), self._set_in(option.font)
        painter.save()
        self.draw_ground(painter, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(option.rect.topLeft())
        self._draw_rank(painter, setting, chosen)
        self._draw_words(painter, setting, chosen, laid)
        self._draw_facts(painter, setting, chosen, laid)
        self._draw_glyphs(painter, option, chosen, laid)
        self._draw_leaning(painter, setting, laid)
        self._draw_account(painter, setting, laid)
        painter.setPen(self.theme.color(Tone.LINE))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawLine(LEFT, laid.height - 1, LEFT + setting.width, laid.height - 1)
        painter.restore()

    def _draw_rank(self, painter: QPainter, setting: Setting, chosen: Chosen) -> None:
        place = QRectF(PAD, PAD, BADGE, BADGE - 2)
        painter.setPen(self.theme.color(Tone.LINE))
        painter.setBrush(self.theme.color(Tone.CHROME))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(setting.small.font)
        painter.setPen(self.theme.color(Tone.SOFT if chosen.left_out else Tone.INK))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(chosen.sentence.rank))

    def _draw_words(self, painter: QPainter, setting: Setting, chosen: Chosen, laid: Laid) -> None:
        painter.setPen(self.theme.color(Tone.SOFT if chosen.left_out else Tone.INK))
        marked = [(term.start, term.end) for term in strongest(chosen)]
        y = PAD + setting.words.ascent
        for line in laid.lines:
            x = float(LEFT)
            for run, counts in flow.runs(line, marked):
                face = setting.heavy if counts else setting.words
                words = run.cut(chosen.words)
                painter.setFont(face.font)
                painter.drawText(QPointF(x, round(y)), words)
                x += face.advance(words)
            if laid.cut and line is laid.lines[-1]:
                painter.setFont(setting.words.font)
                painter.drawText(QPointF(x, round(y)), "…")
            y += setting.leading

    def _draw_facts(self, painter: QPainter, setting: Setting, chosen: Chosen, laid: Laid) -> None:
        strip, small = laid.facts, setting.small
        groove = QRectF(strip.left(), strip.center().y() - 2, BAR, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color(Tone.LINE))
        painter.drawRoundedRect(groove, 2, 2)
        painter.setBrush(self.theme.color(Tone.SOFT if chosen.left_out else Tone.ACCENT))
        groove.setWidth(max(4.0, BAR * chosen.sentence.strength))
        painter.drawRoundedRect(groove, 2, 2)
        words = within(facts(chosen.told), small, strip.width() - BAR - PAD)
        top = strip.top() + (strip.height() - small.height) / 2
        self._draw_small(painter, small, words, QPointF(strip.left() + BAR + PAD, top))

    def _draw_small(self, painter: QPainter, small: Face, words: str, corner: QPointF, tone: Tone = Tone.SOFT) -> None:
        painter.setFont(small.font)
        painter.setPen(self.theme.color(tone))
        painter.drawText(QPointF(corner.x(), round(corner.y() + small.ascent)), words)

    def _draw_glyphs(self, painter: QPainter, option: QStyleOptionViewItem, chosen: Chosen, laid: Laid) -> None:
        """The pin of what the reader keeps, and what can be clicked where the pointer or the keyboard is."""
        looked_at = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
        if Deed.ENOUGH in laid.zones:
            self._draw_glyph(painter, laid, Deed.ENOUGH, "chevron-up", Tone.SOFT)
        else:
            self._draw_glyph(painter, laid, Deed.WHY, "chevron-down", Tone.SOFT)
        if chosen.sentence.pinned:
            self._draw_glyph(painter, laid, Deed.KEEP, "pin", Tone.ACCENT)
        elif looked_at:
            self._draw_glyph(painter, laid, Deed.KEEP, "pin-outline", Tone.SOFT)
        if looked_at and not chosen.left_out:
            self._draw_glyph(painter, laid, Deed.LEAVE_OUT, "close", Tone.SOFT)

    def _draw_glyph(self, painter: QPainter, laid: Laid, deed: Deed, name: str, tone: Tone) -> None:
        icon(name, self.theme, tone).paint(painter, laid.zones[deed].toRect())

    def _draw_leaning(self, painter: QPainter, setting: Setting, laid: Laid) -> None:
        for words, top in laid.leaning:
            self._draw_small(painter, setting.small, words, QPointF(LEFT, top), Tone.WARN)
        for deed, words in laid.links.items():
            corner = laid.zones[deed].topLeft()
            self._draw_small(painter, setting.small, words, corner, Tone.ACCENT)

    def _draw_account(self, painter: QPainter, setting: Setting, laid: Laid) -> None:
        for line, rows, top in laid.account:
            for number, words in enumerate(rows):
                corner = QPointF(LEFT, top + number * setting.small.height)
                self._draw_small(painter, setting.small, words, corner, Tone.INK)
            if line.weight is not None:
                self._draw_weight(painter, setting, line.weight, top + setting.small.height / 2)

    def _draw_weight(self, painter: QPainter, setting: Setting, weight: float, middle: float) -> None:
        """A bar from the middle line to the right for what speaks for the sentence, to the left for what does not."""
        width = weights_width(setting)
        zero = LEFT + setting.width - width / 2
        reach = weight * width / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color(Tone.ACCENT if weight > 0 else Tone.WARN))
        painter.drawRect(QRectF(min(zero, zero + reach), middle - 2, abs(reach), 4))
        painter.fillRect(QRectF(zero, middle - 5, 1, 10), self.theme.color(Tone.SOFT))

    # What rows are set in

    def _set_in(self, font: QFont) -> Setting:
        width, setting = self._width(), self._setting
        if setting is None or setting.small.font != small_font(font):
            words = article_font(font)
            setting = Setting(Face(words), Face(_heavy(words)), Face(small_font(font)), width)
        limit = self._limit(setting) if self.brief else 0
        if (setting.width, setting.limit) != (width, limit):
            setting = replace(setting, width=width, limit=limit)
        if setting is not self._setting:
            self._laid.clear()
            self._setting = setting
        return setting

    def _limit(self, setting: Setting) -> int:
        """How many lines a sentence may have for two to be seen; two at least, or it says nothing."""
        around = 2 * PAD + GAP + max(setting.small.height, GLYPH)
        return max(2, int((self._view.height() / AT_ONCE - around) / setting.leading))

    def _width(self) -> int:
        """The width of the words: the same with a scroll bar and without, so that one layout is enough."""
        bar = self._view.verticalScrollBar().sizeHint().width()
        return max(80, self._view.width() - bar - LEFT - PAD)


def within(ways: tuple[str, ...], face: Face, room: float) -> str:
    """The fullest of these ways to say the same for which there is room; the last one cut, where none has."""
    fitting = next((words for words in ways if face.advance(words) <= room), None)
    return fitting if fitting is not None else "".join(flow.elided(ways[-1], face.advance, max(room, 1.0), 1))


def _heavy(font: QFont) -> QFont:
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    return heavy
