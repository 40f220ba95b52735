from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.anchor import Anchor, anchor_at
from apostil.domain.spans import Span
from apostil.services import anchoring
from apostil.services.anchoring import Finder, How
from support.libraries import NOON, make_annotation, make_article

TEXT = (
    "The tide mill of Brackwater turns again after forty years. The mayor paid for the wheel herself.\n\n"
    "Nobody had believed in it, said the miller, least of all the ferryman. The gates open twice a day.\n\n"
    "Visitors may come on Sundays, when the miller shows the stones, and the wheel, to whoever asks."
)
TEXTS = st.text(st.sampled_from("ab .é🇲🇱\u00a0"), min_size=1, max_size=120)


@st.composite
def places(draw):
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


def anchor_of(words, text=TEXT, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return anchor_at(text, Span(start, start + len(words)))


def found_in(text, anchor):
    found = Finder(text).find(anchor)
    return (found.span.cut(text), found.how) if found else None


@given(places())
def test_in_the_same_text_the_place_is_the_same(place):
    text, span = place
    found = Finder(text).find(anchor_at(text, span))
    assert (found.span, found.how) == (span, How.POSITION)


@given(places(), st.text(st.sampled_from("cd "), max_size=50))
def test_words_put_before_the_text_move_the_place(place, before):
    text, span = place
    found = Finder(before + text).find(anchor_at(text, span))
    assert found.span.cut(before + text) == span.cut(text)


@given(places(), TEXTS)
def test_a_place_lies_in_the_text_and_is_not_empty(place, other):
    text, span = place
    found = Finder(other).find(anchor_at(text, span))
    assert found is None or 0 <= found.span.start < found.span.end <= len(other)


@given(places(), TEXTS)
def test_guesses_lie_in_the_text_apart_from_each_other(place, other):
    text, span = place
    spans = [guess.span for guess in Finder(other).guesses(anchor_at(text, span))]
    assert all(span.end <= len(other) for span in spans)
    assert not any(one.overlaps(two) for one in spans for two in spans if one is not two)


def test_the_words_around_tell_equal_words_apart():
    anchor = anchor_of("the wheel", nth=1)
    assert found_in(TEXT.replace("The tide mill", "A mill"), anchor)[1] is How.QUOTATION
    moved = TEXT.replace("The tide mill", "A mill")
    assert Finder(moved).find(anchor).span.start == moved.rindex("the wheel")


def test_the_same_words_in_the_old_place_are_not_enough_for_short_ones():
    anchor = Anchor(Span(10, 13), "the", "Once more, ", " dog barked at every passing car")
    assert found_in("Yesterday the cat slept upon a mat of straw, and nothing else was heard.", anchor) is None


@pytest.mark.parametrize(
    ("words", "old", "new", "now"),
    [
        ("turns again after forty years", "forty", "fourty", "turns again after fourty years"),
        ("turns again after forty years", "again after", "once again, after", "turns once again, after forty years"),
        (
            "said the miller, least of all the ferryman.",
            "least of all",
            "and least",
            "said the miller, and least the ferryman.",
        ),
        ("The gates open twice a day.", "twice a day", "two times a day", "The gates open two times a day."),
    ],
)
def test_words_that_changed_a_little_are_found_with_their_ends(words, old, new, now):
    assert found_in(TEXT.replace(old, new), anchor_of(words)) == (now, How.LIKENESS)


def test_a_short_word_that_changed_is_found_between_its_neighbours():
    assert found_in(TEXT.replace("ferryman", "ferrymen"), anchor_of("ferryman")) == ("ferrymen", How.LIKENESS)


@pytest.mark.parametrize("words", ["The mayor paid for the wheel herself.", "least of all the ferryman", "miller"])
def test_words_that_are_gone_are_not_found_elsewhere(words):
    other = (
        "The council met on Friday. It spoke of the harbour, the school and the price of bread, and then of the road."
    )
    assert found_in(other, anchor_of(words)) is None


def test_half_of_the_words_in_another_sentence_are_not_the_sentence():
    other = TEXT.replace("The mayor paid for the wheel herself.", "The governor asked for the bill instead.")
    assert found_in(other, anchor_of("The mayor paid for the wheel herself.")) is None


def test_a_guess_shows_where_the_words_might_belong():
    article = make_article()
    other = TEXT.replace("The mayor paid for the wheel herself.", "The governor asked for the bill instead.")
    best = Finder(other).guesses(anchor_of("The mayor paid for the wheel herself."))[0]
    assert best.span.cut(other) == "The governor asked for the bill instead."
    assert 0 < best.likeness < best.context <= 1
    assert anchoring.guesses(make_annotation(article, "article"), article)[0].span == Span(0, 9)


def test_there_are_no_more_guesses_than_asked_for():
    assert len(Finder("the wheel " * 20).guesses(anchor_of("the wheel"), most=2)) == 2


def test_a_mark_is_placed_by_hand_without_the_white_space_around():
    article = make_article()
    orphan = make_annotation(article, "article")
    later = NOON + dt.timedelta(days=1)
    edit = anchoring.placed(orphan, article, Span(10, 17), later)
    (after,) = edit.after
    assert edit.before == (orphan,)
    assert (after.anchor.exact, after.placed, after.modified) == ("sacrée", True, later)


def test_a_mark_is_not_placed_where_no_words_are():
    article = make_article()
    with pytest.raises(ValueError, match="no words"):
        anchoring.placed(make_annotation(article, "article"), article, Span(9, 10), NOON)


def test_many_marks_in_a_long_text_take_a_moment():
    text = " ".join(f"word{number * 7919 % 8000}" for number in range(30_000))
    anchors = [anchor_at(text, Span(at, at + 60)) for at in range(5000, 200_000, 2000)]
    changed = text.replace("7 w", "7, w")
    start = time.perf_counter()
    finder = Finder(changed)
    assert all(finder.find(anchor) for anchor in anchors)
    assert time.perf_counter() - start < 20
