from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from apostil.domain.entity import Kind
from apostil.ui.reader.underlines import underline

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(kind: Kind, right: float = 60) -> QImage:
    picture = QImage(64, 16, QImage.Format.Format_ARGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    underline(painter, kind, QColor("black"), 2, right, 8)
    painter.end()
    return picture


def test_every_kind_has_a_line_of_its_own():
    pictures = [bytes(drawn(kind).constBits()) for kind in Kind]
    assert len(set(pictures)) == len(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_a_line_stays_within_its_ends(kind):
    picture = drawn(kind)
    beyond = {picture.pixelColor(x, y).name() for x in (0, 62, 63) for y in range(16)}
    assert beyond == {"#ffffff"}


def test_nothing_is_drawn_under_nothing():
    assert drawn(Kind.EVENT, right=2) == drawn(Kind.PERSON, right=2.5)
