"""Colours made of others: mixtures, and hues that can be seen on the paper."""

from __future__ import annotations

from PySide6.QtGui import QColor


def mixed(over: QColor, under: QColor, share: float) -> QColor:
    """The colour that one gives when it covers the other to this share."""
    return QColor.fromRgbF(
        over.redF() * share + under.redF() * (1 - share),
        over.greenF() * share + under.greenF() * (1 - share),
        over.blueF() * share + under.blueF() * (1 - share),
    )


def faded(color: QColor, strength: float) -> QColor:
    """The colour at this strength, what is below shining through."""
    weak = QColor(color)
    weak.setAlphaF(strength)
    return weak


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG 2 counts it, from 1 to 21."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def legible(color: QColor, paper: QColor, ink: QColor, least: float = 3.0) -> QColor:
    """The colour, with as much ink in it as it needs to be seen on the paper."""
    share = 1.0
    while share > 0 and contrast(mixed(color, ink, share), paper) < least:
        share -= 0.05
    return mixed(color, ink, max(0.0, share))


def _luminance(color: QColor) -> float:
    red, green, blue = (_linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
