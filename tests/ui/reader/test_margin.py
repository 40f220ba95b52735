from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from apostil.ui.reader import margin
from apostil.ui.reader.decorations import Decorations
from apostil.ui.reader.margin import Thing
from support.reader import mark, place

if TYPE_CHECKING:
    from apostil.ui.reader.view import ReaderView


def test_what_stands_in_the_margin_keeps_apart(view: ReaderView) -> None:
    article = view.article
    span = place(article, "The harbour")
    decorations = Decorations()
    decorations.set_summary([span])
    decorations.set_marks([mark(article, span, name, tags="port", note="Ask") for name in ("a", "b")])
    edges = {item.thing: [] for item in margin.items(view.page, decorations, 0, 2000)}
    for item in margin.items(view.page, decorations, 0, 2000):
        edges[item.thing].append((item.rect.left(), item.rect.right()))
    stripes = sorted(edges[Thing.TAG])
    ((bar, end),) = edges[Thing.SUMMARY]
    assert bar - stripes[-1][1] >= 6
    assert end <= -4
    assert max(right for _, right in edges[Thing.NOTE]) < stripes[0][0]


@pytest.mark.parametrize("height", [0, 1, 20, 200])
def test_a_stripe_is_dashed_and_stays_within_its_length(height: int) -> None:
    stripe = QRectF(-18, 7, 2, height)
    dashes = margin.dashes(stripe)
    assert all(stripe.contains(dash) for dash in dashes)
    assert sum(dash.height() for dash in dashes) <= max(5, 0.8 * height)
