from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from apostil.domain.annotation import AnnotationId
from apostil.domain.spans import Span
from apostil.ui.reader.gestures import Grain, Resizing, Selecting, resized, stretched

WORD = Selecting(Span(10, 15), Grain.WORD, QPoint())
MARK = AnnotationId("m")


@pytest.mark.parametrize(
    ("to", "anchor", "caret"), [(Span(20, 24), 10, 24), (Span(2, 5), 15, 2), (Span(10, 15), 10, 15)]
)
def test_a_drag_holds_on_to_where_it_began(to, anchor, caret):
    assert stretched(WORD, to) == (anchor, caret)


@pytest.mark.parametrize(
    ("gesture", "position", "span"),
    [
        (Resizing(MARK, 5, start=False), 9, Span(5, 9)),
        (Resizing(MARK, 5, start=False), 5, None),
        (Resizing(MARK, 5, start=True), 2, Span(2, 5)),
        (Resizing(MARK, 5, start=True), 7, None),
    ],
)
def test_an_end_does_not_cross_the_other(gesture, position, span):
    assert resized(gesture, position) == span
