"""Colours by what they are for, in light and in dark."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from apostil import assets

if TYPE_CHECKING:
    from apostil.domain.annotation import Color
    from apostil.domain.entity import Kind


class Tone(StrEnum):
    """What a colour is for."""

    PAPER = "paper"
    SURFACE = "surface"
    CHROME = "chrome"
    LINE = "line"
    INK = "ink"
    SOFT = "soft"
    ACCENT = "accent"
    DANGER = "danger"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours."""

    name: str
    dark: bool
    tones: dict[str, str]
    tints: dict[str, str]
    kinds: dict[str, str]

    def color(self, tone: Tone) -> QColor:
        """The colour for this use."""
        return QColor(self.tones[tone])

    def tint(self, color: Color) -> QColor:
        """What a highlight of this colour lays under the words."""
        return QColor(self.tints[color])

    def kind(self, kind: Kind) -> QColor:
        """The underline of entities of this kind."""
        return QColor(self.kinds[kind])

    def palette(self) -> QPalette:
        """The colours of the standard widgets."""
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, tone in (
            (roles.Window, Tone.CHROME),
            (roles.WindowText, Tone.INK),
            (roles.Base, Tone.SURFACE),
            (roles.AlternateBase, Tone.CHROME),
            (roles.Text, Tone.INK),
            (roles.Button, Tone.CHROME),
            (roles.ButtonText, Tone.INK),
            (roles.ToolTipBase, Tone.SURFACE),
            (roles.ToolTipText, Tone.INK),
            (roles.PlaceholderText, Tone.SOFT),
            (roles.Highlight, Tone.ACCENT),
            (roles.HighlightedText, Tone.PAPER),
            (roles.Link, Tone.ACCENT),
            (roles.Accent, Tone.ACCENT),
            (roles.Mid, Tone.LINE),
            (roles.Dark, Tone.LINE),
            (roles.Light, Tone.SURFACE),
        ):
            palette.setColor(role, self.color(tone))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color(Tone.SOFT))
        return palette


def load(name: str) -> Theme:
    """The theme `light` or `dark`.

    Raises:
        ResourceMissingError: where there is no such theme.
    """
    data = assets.table(f"themes/{name}.toml")
    return Theme(data["name"], data["dark"], data["tones"], data["tints"], data["entities"])
