from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Piece, compose
from apostil.domain.spans import Span
from apostil.exporters.segments import blocks_of, by_block, segments


def spans(limit=60):
    return st.tuples(st.integers(0, limit), st.integers(0, limit)).map(lambda ends: Span(min(ends), max(ends)))


@given(spans(), st.lists(spans()))
def test_segments_lie_side_by_side_and_fill_the_run(span, layers):
    places = [place for segment in segments(span, layers) for place in range(segment.span.start, segment.span.end)]
    assert places == list(range(span.start, span.end))


@given(spans(), st.lists(spans()))
def test_every_code_point_keeps_all_that_lies_over_it(span, layers):
    for segment in segments(span, layers):
        for place in range(segment.span.start, segment.span.end):
            over = tuple(index for index, layer in enumerate(layers) if layer.start <= place < layer.end)
            assert segment.layers == over


@given(spans(), st.lists(spans()))
def test_no_segment_is_empty(span, layers):
    assert all(len(segment.span) for segment in segments(span, layers))


@given(spans(), st.lists(st.sampled_from(["one", "two words", "🌊"]), max_size=6))
def test_a_span_is_in_the_blocks_whose_words_it_shares(span, texts):
    article = compose(map(Piece, texts))
    shared = [index for index, block in enumerate(article.blocks) if len(span) and block.span.overlaps(span)]
    assert list(blocks_of(article, span)) == shared


def test_spans_are_sorted_into_blocks():
    article = compose([Piece("one"), Piece("two"), Piece("three")])
    assert by_block(article, [Span(1, 6), Span(5, 8), Span(3, 5)]) == {0: [0], 1: [0, 1]}
