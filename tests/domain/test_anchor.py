"""An anchor keeps a place with its words, and with the words around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.anchor import CONTEXT, anchor_at
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
def test_the_three_parts_of_an_anchor_stand_in_a_row_in_the_text(place):
    text, span = place
    anchor = anchor_at(text, span)
    start = span.start - len(anchor.prefix)
    assert text[start:].startswith(anchor.prefix + anchor.exact + anchor.suffix)
