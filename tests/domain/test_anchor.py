"""An anchor finds its place again, in the same text and in a changed one."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from apostil.domain.anchor import CONTEXT, Anchor, anchor_at, locate
from apostil.domain.spans import Span

TEXTS = st.text(st.sampled_from("ab .é🇲🇱\u00a0"), min_size=1, max_size=120)


@st.composite
def places(draw):
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


def test_an_anchor_keeps_the_words_around_it():
    text = "x" * 40 + "here" + "y" * 40
    anchor = anchor_at(text, Span(40, 44))
    assert (anchor.prefix, anchor.exact, anchor.suffix) == ("x" * CONTEXT, "here", "y" * CONTEXT)


@given(places())
def test_in_the_same_text_the_place_is_the_same(place):
    text, span = place
    assert locate(anchor_at(text, span), text) == span


@given(places(), st.text(st.sampled_from("cd "), max_size=50))
def test_words_put_before_the_text_move_the_place(place, before):
    text, span = place
    found = locate(anchor_at(text, span), before + text)
    assert found is not None
    assert found.cut(before + text) == span.cut(text)


@given(places(), TEXTS)
def test_what_is_found_is_the_quotation(place, other):
    text, span = place
    found = locate(anchor_at(text, span), other)
    assert found is None or found.cut(other) == span.cut(text)


@given(places(), TEXTS)
def test_only_what_is_nowhere_is_not_found(place, other):
    text, span = place
    assume(span.cut(text) in other)
    assert locate(anchor_at(text, span), other) is not None


@pytest.mark.parametrize(
    "text",
    ["the red door, the blue door", "the blue door, the red door", "a wall. the red door, the blue door"],
)
def test_the_context_tells_equal_words_apart(text):
    anchor = anchor_at("see: the red door is here", Span(13, 17))
    assert locate(anchor, text) == Span(text.index("red door") + 4, text.index("red door") + 8)


def test_of_equal_places_the_nearest_wins():
    anchor = Anchor(Span(10, 11), "x")
    assert locate(anchor, "x...x.......x") == Span(12, 13)


def test_an_empty_quotation_is_nowhere():
    assert locate(Anchor(Span(3, 3), ""), "text") is None
