import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from apostil.ui import icons, theme
from apostil.ui.theme import Tone

LIGHT = theme.load("light")


def strongest(icon, mode=QIcon.Mode.Normal):
    image = icon.pixmap(QSize(36, 36), 1.0, mode).toImage()
    colors = [image.pixelColor(x, y) for x in range(36) for y in range(36)]
    return max(colors, key=lambda color: color.alpha())


def test_an_icon_is_drawn_in_four_fifths_of_the_ink(qapp):
    color = strongest(icons.icon("magnify", LIGHT))
    ink = LIGHT.color(Tone.INK)
    assert color.alphaF() == pytest.approx(0.8, abs=0.02)
    assert abs(color.red() - ink.red()) < 4


def test_a_disabled_icon_is_half_as_strong(qapp):
    assert strongest(icons.icon("magnify", LIGHT), QIcon.Mode.Disabled).alphaF() == pytest.approx(0.4, abs=0.02)


def test_an_icon_keeps_to_its_square(qapp):
    image = icons.icon("tag-outline", LIGHT).pixmap(QSize(36, 36)).toImage()
    edge = [image.pixelColor(x, y).alpha() for x in range(36) for y in (0, 35)]
    assert max(edge) == 0


def test_the_prefix_of_the_family_may_be_given(qapp):
    assert strongest(icons.icon("mdi6.magnify", LIGHT)).alpha() > 0


def test_a_copy_of_an_icon_is_drawn_too(qapp):
    copy = QIcon(icons.icon("magnify", LIGHT))
    copy.addPixmap(icons.icon("magnify", LIGHT).pixmap(18, 18))
    assert not copy.isNull()


def test_an_unknown_icon_is_told_when_it_is_made(qapp):
    with pytest.raises(icons.IconMissingError, match="no icon named zebra-crossing-of-1931"):
        icons.icon("zebra-crossing-of-1931", LIGHT)


def test_a_missing_font_says_what_to_do(qapp, monkeypatch):
    monkeypatch.setattr(icons, "find_spec", lambda name: None)
    with pytest.raises(icons.IconMissingError, match="install Apostil again"):
        icons._file("*.ttf")


def test_a_button_is_dressed_in_the_common_size(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    icons.dress(button, "plus", LIGHT)
    assert button.iconSize() == QSize(icons.SIZE, icons.SIZE)
    assert not button.icon().isNull()
