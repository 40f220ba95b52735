from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from apostil.domain.annotation import Color
from apostil.ui import theme
from apostil.ui.reader.tints import contrast, faded, legible, mixed
from apostil.ui.theme import Tone


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("color", Color)
def test_a_stripe_can_be_seen_in_every_color(name, color):
    colors = theme.load(name)
    paper = colors.color(Tone.PAPER)
    assert contrast(legible(QColor(color.hue), paper, colors.color(Tone.INK)), paper) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_ink_can_be_read_on_a_selection_and_on_a_hit(name):
    colors = theme.load(name)
    paper, ink = colors.color(Tone.PAPER), colors.color(Tone.INK)
    for tone, share in ((Tone.ACCENT, 0.3), (Tone.WARN, 0.35)):
        assert contrast(ink, mixed(colors.color(tone), paper, share)) >= 4.5


def test_a_faded_color_lets_what_is_below_through():
    assert faded(QColor("#ffffff"), 0.5).alpha() in {127, 128}


def test_black_on_white_is_21():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
