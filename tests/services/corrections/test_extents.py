import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Piece, Role, compose
from apostil.domain.spans import Span
from apostil.services.corrections.extents import moved
from support.panels import places

ARTICLE = compose(
    [
        Piece("Floods", Role.HEADLINE),
        Piece("The late President Jean-Luc O’Hara of Côte d’Ivoire spoke.", Role.PARAGRAPH),
    ]
)


@pytest.mark.parametrize(
    ("words", "start", "forward", "expected"),
    [
        ("Jean-Luc", True, False, "President Jean-Luc"),
        ("President Jean-Luc", True, True, "Jean-Luc"),
        ("President", False, True, "President Jean-Luc"),
        ("President Jean-Luc", False, False, "President"),
        ("d’Ivoire", True, True, "Ivoire"),
        ("Ivoire", True, False, "d’Ivoire"),
        ("Jean-Luc", True, True, "Jean-Luc"),
        ("Jean-Luc", False, False, "Jean-Luc"),
        ("The", True, False, "The"),
        ("spoke", False, True, "spoke"),
    ],
)
def test_an_end_goes_word_by_word_within_its_block(words, start, forward, expected):
    (span,) = places(ARTICLE.text, words)
    assert moved(ARTICLE, span, start=start, forward=forward).cut(ARTICLE.text) == expected


@given(st.data())
def test_a_span_never_leaves_its_block_and_is_never_empty(data):
    block = data.draw(st.sampled_from(ARTICLE.blocks)).span
    start = data.draw(st.integers(block.start, block.end - 1))
    span = Span(start, data.draw(st.integers(start + 1, block.end)))
    for begin, forward in data.draw(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=8)):
        span = moved(ARTICLE, span, start=begin, forward=forward)
    assert len(span)
    assert block.covers(span)
