"""Colours keep their contrast, in light and in dark."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from apostil.domain.annotation import Color
from apostil.domain.entity import Kind
from apostil.ui import theme as themes
from apostil.ui.theme import Theme, Tone


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return themes.load(request.param)


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours as WCAG 2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("ground", [Tone.PAPER, Tone.SURFACE, Tone.CHROME])
@pytest.mark.parametrize("tone", [Tone.INK, Tone.SOFT, Tone.ACCENT, Tone.DANGER, Tone.WARN])
def test_words_can_be_read_on_every_ground(theme: Theme, tone: Tone, ground: Tone) -> None:
    assert contrast(theme.color(tone), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("color", list(Color))
def test_ink_can_be_read_on_every_highlight(theme: Theme, color: Color) -> None:
    assert contrast(theme.color(Tone.INK), theme.tint(color)) >= 4.5


@pytest.mark.parametrize("kind", list(Kind))
def test_every_underline_can_be_seen(theme: Theme, kind: Kind) -> None:
    assert contrast(theme.kind(kind), theme.color(Tone.PAPER)) >= 3


def test_chosen_words_can_be_read(theme: Theme) -> None:
    assert contrast(theme.color(Tone.PAPER), theme.color(Tone.ACCENT)) >= 4.5
