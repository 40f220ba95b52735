"""The style sheet of the window, written in tones."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from apostil import assets

if TYPE_CHECKING:
    from apostil.ui.theme import Theme


def style_sheet(theme: Theme) -> str:
    """Qt's style sheet in the colours of this theme."""
    shade = "dark" if theme.dark else "light"
    pictures = {name: assets.path(f"icons/{name}-{shade}.svg").as_posix() for name in ("check", "chevron")}
    return Template(assets.read_text("themes/window.css")).substitute(theme.tones, **pictures)
