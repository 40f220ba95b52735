from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetricsF

from apostil.domain.article import Piece, compose
from apostil.domain.place import Box, Place
from apostil.ui.reader.fonts import FACTS
from apostil.ui.reader.whereabouts import APART, longest_label, room_for, whereabouts

if TYPE_CHECKING:
    from apostil.ui.reader.view import ReaderView


def on(page: int) -> Place:
    return Place((Box(page, 0, 0, 9, 9),))


PAGED = compose(Piece(f"Paragraph {number}.", place=on(page)) for number, page in enumerate((1, 1, 2, 4)))
SAID = compose(Piece(f"Line {number}.", place=Place(times=(number * 60.0, 1.0))) for number in range(3))


def shown(view: ReaderView, room: float = 200.0) -> list[str]:
    return [where.words for where in whereabouts(view.page, 0, 2000, room, QFontMetricsF(view.font()))]


@pytest.mark.parametrize(
    ("article", "expected"),
    [(PAGED, ["p.\u00a01", "p.\u00a02", "p.\u00a04"]), (SAID, ["00:00:00", "00:01:00", "00:02:00"])],
)
def test_a_page_is_said_where_it_begins_and_a_time_at_every_block(view, article, expected):
    view.show_article(article)
    assert shown(view) == expected


def test_what_has_no_pages_says_none(view):
    assert shown(view) == []


def test_where_there_is_no_room_nothing_is_cut(view):
    view.show_article(PAGED)
    assert shown(view, 20.0) == []


def test_it_stands_beside_the_column_on_the_first_line(view):
    view.show_article(PAGED)
    first = whereabouts(view.page, 0, 2000, 200.0, QFontMetricsF(view.font()))[0]
    assert first.corner.x() == view.page.column + APART
    assert view.page.top(0) < first.corner.y() < view.page.bottom(0)


@pytest.mark.parametrize(("article", "label"), [(PAGED, "p.\u00a01"), (SAID, "00:00:00"), (None, "")])
def test_the_longest_label_is_known(article, label):
    assert longest_label(article) == label


@pytest.mark.parametrize("article", [PAGED, SAID])
@pytest.mark.parametrize("width", [300, 440, 700])
def test_the_column_leaves_room_for_it_on_a_narrow_page(view, article, width):
    view.resize(width, 400)
    view.show_article(article)
    metrics = QFontMetricsF(view.page.faces.font(FACTS))
    room = view.viewport().width() - view.origin().x() - view.page.column
    assert room >= room_for(view.page.label, metrics) > 0
