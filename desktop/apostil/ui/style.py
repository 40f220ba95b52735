"""The style sheet of the window, written in roles."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from apostil import assets

if TYPE_CHECKING:
    from apostil.ui.theme import Theme


def style_sheet(theme: Theme) -> str:
    """Qt's style sheet in the colours of this theme."""
    chevron = assets.path(f"icons/chevron-{'dark' if theme.dark else 'light'}.svg")
    return Template(assets.read_text("themes/window.css")).substitute(theme.tones, chevron=chevron.as_posix())
