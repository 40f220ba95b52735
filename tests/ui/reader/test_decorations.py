from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.annotation import Color
from apostil.domain.entity import Kind
from apostil.domain.spans import Span
from apostil.ui.reader.decorations import DEEPEST, Decorations, Spread, stacked
from support.reader import entity, mark, plain, sample

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=30), SPANS)
def test_a_spread_finds_what_overlaps(spans, asked):
    found = Spread(spans, lambda span: span).over(asked)
    assert sorted(found) == sorted(span for span in spans if span.overlaps(asked))


def test_a_spread_keeps_the_order_of_what_shares_a_start():
    pairs = [(Span(0, 9), "lower"), (Span(0, 4), "upper")]
    assert [name for _, name in Spread(pairs, lambda pair: pair[0]).at(2)] == ["lower", "upper"]


def test_an_upper_mark_knows_what_it_lies_on():
    article = plain("one two three four")
    marks = [mark(article, "one two three", "a"), mark(article, "two three", "b"), mark(article, "four", "c")]
    assert [(one.id, one.depth) for one in stacked(marks)] == [("a", 0), ("b", 1), ("c", 0)]


def test_a_pile_has_a_depth_that_can_be_seen():
    article = plain("word")
    marks = [mark(article, "word", f"m{i}", Color.BLUE) for i in range(9)]
    assert max(one.depth for one in stacked(marks)) == DEEPEST


def test_only_visible_kinds_are_shown():
    article = sample()
    decorations = Decorations()
    found = [entity(article, "Port Brume", Kind.LOCATION), entity(article, "Ada Marsh", Kind.PERSON)]
    decorations.set_entities(found, frozenset({Kind.PERSON}))
    assert [one.entity.name for one in decorations.entities.over(Span(0, len(article.text)))] == ["Ada Marsh"]


def test_clearing_takes_everything_off():
    article = sample()
    decorations = Decorations()
    decorations.set_marks([mark(article, "lamp")])
    decorations.set_hits([Span(0, 3)], 0)
    decorations.clear()
    assert not len(decorations.marks)
    assert decorations.current_hit is None
