from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from apostil.domain.entity import Kind
from apostil.ui.reader.tints import contrast, mixed
from apostil.ui.reader.underlines import GUESSED, STRONG, THIN, underline
from apostil.ui.theme import Tone, load

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(kind: Kind, right: float = 60, weight: float = 1.0) -> QImage:
    picture = QImage(64, 16, QImage.Format.Format_ARGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    underline(painter, kind, QColor("black"), 2, right, 8, weight)
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


@pytest.mark.parametrize("kind", Kind)
def test_the_line_of_a_guess_has_less_ink_than_that_of_what_is_confirmed(kind):
    def ink(weight: float) -> int:
        picture = drawn(kind, weight=weight)
        return sum(255 - picture.pixelColor(x, y).red() for x in range(64) for y in range(16))

    assert ink(THIN) < 0.7 * ink(STRONG)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_line_of_a_guess_can_be_seen_on_the_paper(kind, name):
    theme = load(name)
    paper = theme.color(Tone.PAPER)
    assert contrast(mixed(theme.kind(kind), paper, GUESSED), paper) >= 3.0


def test_nothing_is_drawn_under_nothing():
    assert drawn(Kind.EVENT, right=2) == drawn(Kind.PERSON, right=2.5)
