from __future__ import annotations

from itertools import groupby

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from apostil.domain.entity import Kind
from apostil.ui.reader.tints import contrast
from apostil.ui.reader.underlines import STRONG, THIN, underline
from apostil.ui.theme import Tone, load

Color = QColor | str

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(
    kind: Kind,
    right: float = 60,
    weight: float = 1.0,
    *,
    left: float = 2,
    color: Color = "black",
    paper: Color = "white",
) -> QImage:
    picture = QImage(64, 16, QImage.Format.Format_ARGB32)
    picture.fill(QColor(paper))
    painter = QPainter(picture)
    underline(painter, kind, QColor(color), left, right, 8, weight)
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
@pytest.mark.parametrize("weight", [THIN, STRONG])
@pytest.mark.parametrize("left", [2.0, 2.4])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_line_can_be_seen_on_the_paper(name, left, weight, kind):
    theme = load(name)
    paper = theme.color(Tone.PAPER)
    picture = drawn(kind, left=left, weight=weight, color=theme.kind(kind), paper=paper)
    best = [max(contrast(picture.pixelColor(x, y), paper) for y in range(16)) for x in range(64)]
    drawn_there = sorted(one for one in best if one > 1.2)
    assert drawn_there[len(drawn_there) // 10] >= 3.0, "nine columns in ten have a pixel of at least 3 : 1"


@pytest.mark.parametrize("kind", Kind)
def test_the_line_of_a_guess_leaves_no_long_gaps(kind):
    picture = drawn(kind, weight=THIN)
    empty = [all(picture.pixelColor(x, y).lightnessF() > 0.9 for y in range(16)) for x in range(3, 59)]
    assert max((len(list(run)) for gap, run in groupby(empty) if gap), default=0) <= 4


def test_nothing_is_drawn_under_nothing():
    assert drawn(Kind.EVENT, right=2) == drawn(Kind.PERSON, right=2.5)
