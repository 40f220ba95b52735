from __future__ import annotations

import pytest

from apostil.domain.spans import Span
from apostil.ui.reader.fonts import Faces
from apostil.ui.reader.page import KEPT, Page
from apostil.ui.reader.rows import Link, RowKind
from support.reader import long_article, plain, sample

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def page() -> Page:
    return Page(sample(), column=500)


def test_every_position_is_found_again_at_its_point(page):
    for stop in page.stops():
        for position in range(stop.start, stop.end):
            rect = page.caret_rect(position)
            found = page.position_at(rect.x() + 0.1, rect.center().y()).position
            same = found == position or page.caret_rect(found).x() == pytest.approx(rect.x(), abs=0.6)
            assert same, position


def test_estimates_are_near_the_truth():
    page = Page(long_article(5000), column=580)
    estimated = page.height
    for index in range(len(page.rows)):
        page.measure(index)
    assert page.height == pytest.approx(estimated, rel=0.1)
    assert all(page.measured)


def test_a_measured_row_is_not_measured_again(page):
    page.measure(1)
    assert page.measure(1) == 0


def test_lines_that_nobody_looks_at_are_dropped():
    page = Page(long_article(20_000), column=580)
    for index in range(len(page.rows)):
        page.laid(index)
    assert len(page._laid) == KEPT


def test_heights_are_kept_when_a_run_is_unfolded(page):
    for index in range(len(page.rows)):
        page.measure(index)
    page.set_shown(frozenset({3}))
    unknown = [page.rows[i].role.value for i, known in enumerate(page.measured) if not known]
    assert unknown == ["apparatus", "apparatus"]


def test_a_folded_run_is_one_stop(page):
    folded = next(row for row in page.rows if row.kind is RowKind.FOLDED)
    assert Span(folded.span.start, folded.span.start) in page.stops()


def test_a_giant_block_is_one_stop():
    page = Page(plain("word " * 3000))
    assert len(page.rows) > 1
    assert page.stops() == [Span(0, 14_999)]


def test_a_link_is_found_at_its_point(page):
    index = next(i for i, row in enumerate(page.rows) if row.kind is RowKind.FOLDED)
    laid = page.laid(index)
    _, start, end = laid.words.links[0]
    middle = laid.pieces(start, end)[0].rect.center()
    assert page.link_at(middle.x(), page.top(index) + middle.y()) == (index, Link.SHOW)
    assert page.link_at(2, page.top(index) + middle.y()) is None
    assert page.link_at(2, page.height + 10) is None


def test_a_list_item_without_a_sign_needs_one(page):
    items = [row for row in page.rows if row.role.value == "list item"]
    assert [page.needs_bullet(row) for row in items] == [False, True]


def test_a_sign_of_its_own_hangs(page):
    own, none = (row for row in page.rows if row.role.value == "list item")
    assert page.indent(own) < page.indent(none)


def test_zoom_makes_the_page_higher(page):
    before = page.height
    page.resize(500, Faces(200))
    assert page.height > before * 1.5


def test_rectangles_of_a_span_over_blocks(page):
    whole = Span(0, len(page.article.text))
    assert len(page.rects(whole)) > 10


def test_spans_are_reached_without_laying_out_lines():
    page = Page(long_article(2_000))
    spans = [block.span for block in page.article.blocks[::7]]
    reaches = list(page.reaches(spans))
    assert not any(page.measured)
    assert [top for top, _ in reaches] == [page.top(page.row_of(span.start)) for span in spans]
    assert all(top < bottom for top, bottom in reaches)


def test_the_middle_of_a_row_is_half_way_down():
    page = Page(plain("word " * 200))
    ((_, middle), (start, end)) = page.reaches([Span(0, 500), Span(499, 999)])
    assert abs(middle - (page.top(0) + page.bottom(0)) / 2) < 5
    assert start < middle < end


def test_nothing_is_on_an_empty_page():
    page = Page(None)
    assert page.rows == ()
    assert page.character_at(5, 5) is None
    assert page.link_at(5, 5) is None
