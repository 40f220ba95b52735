from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.spans import Span
from apostil.ui.reader.caret import Stops, sentence_at, step_sentence, whole_words, word_at

TEXT = "L’État dit « oui ».\n\nA 🇲🇱 flag e\u0301 here"
STOPS = Stops(TEXT, (Span(0, 19), Span(21, len(TEXT))))
SENTENCES = (Span(0, 5), Span(6, 10), Span(12, 20))


@pytest.mark.parametrize(
    ("start", "end"),
    [(0, 1), (18, 19), (19, 21), (23, 25), (len(TEXT), len(TEXT)), (TEXT.index("e\u0301"), TEXT.index("e\u0301") + 2)],
)
def test_a_character_on(start, end):
    assert STOPS.character(start, forward=True) == end


@pytest.mark.parametrize(("start", "end"), [(1, 0), (21, 19), (25, 23), (0, 0)])
def test_a_character_back(start, end):
    assert STOPS.character(start, forward=False) == end


@pytest.mark.parametrize(("start", "words"), [(0, "État"), (2, "dit"), (7, "oui"), (14, "A "[:0])])
def test_a_word_on(start, words):
    assert TEXT.startswith(words, STOPS.word(start, forward=True))


def test_a_word_on_from_the_last_one_stops_at_its_end_and_then_goes_to_the_next_block():
    assert STOPS.word(14, forward=True) == 19
    assert STOPS.word(19, forward=True) == 21


@pytest.mark.parametrize(("start", "end"), [(9, 7), (7, 2), (2, 0), (21, 19), (0, 0)])
def test_a_word_back(start, end):
    assert STOPS.word(start, forward=False) == end


@pytest.mark.parametrize(
    ("start", "forward", "end"), [(3, True, 21), (25, False, 21), (21, False, 0), (25, True, len(TEXT)), (0, False, 0)]
)
def test_by_block(start, forward, end):
    assert STOPS.block(start, forward=forward) == end


@pytest.mark.parametrize(("position", "snapped"), [(5, 5), (19, 19), (20, 19), (99, len(TEXT))])
def test_a_caret_snaps_to_the_nearest_stop(position, snapped):
    assert STOPS.snap(position) == snapped


def test_a_gap_snaps_to_its_nearer_side():
    stops = Stops("x" * 40, (Span(3, 5), Span(20, 30)))
    assert [stops.snap(at) for at in (0, 6, 19)] == [3, 5, 20]


def test_nothing_has_no_stop():
    assert Stops("", ()).snap(7) == 0


@given(st.text(st.sampled_from("ab é🇲🇱🏮👩‍🚀’-"), min_size=1, max_size=40), st.booleans())
def test_every_move_ends_and_never_turns_back(text, forward):
    stops = Stops(text, (Span(0, len(text)),))
    for step in (stops.character, stops.word):
        position, goal = (0, len(text)) if forward else (len(text), 0)
        for _ in range(len(text) + 1):
            moved = step(position, forward=forward)
            assert moved >= position if forward else moved <= position
            position = moved
        assert position == goal


@pytest.mark.parametrize(
    ("text", "position", "word"),
    [
        ("l’État français", 3, "État"),
        ("l’État français", 0, "l’"),
        ("don’t go", 2, "don’t"),
        ("aujourd’hui même", 3, "aujourd’hui"),
        ("a mi-temps b", 3, "mi-temps"),
        ("a « b", 2, "«"),
        ("last", 4, "last"),
    ],
)
def test_the_word_at_a_place(text, position, word):
    assert word_at(text, position, Span(0, len(text))).cut(text) == word


@pytest.mark.parametrize(("position", "index"), [(0, 0), (5, 0), (11, 1), (30, 2)])
def test_the_sentence_at_a_place(position, index):
    assert sentence_at(SENTENCES, position) == index


@pytest.mark.parametrize(
    ("selection", "forward", "expected"),
    [
        (Span(2, 2), True, 0),
        (Span(2, 2), False, 0),
        (Span(0, 5), True, 1),
        (Span(6, 10), False, 0),
        (Span(12, 20), True, 2),
        (Span(11, 11), True, 2),
        (Span(11, 11), False, 1),
    ],
)
def test_stepping_by_sentence(selection, forward, expected):
    assert step_sentence(SENTENCES, selection, forward=forward) == SENTENCES[expected]


def test_without_sentences_there_is_no_step():
    assert step_sentence((), Span(0, 0), forward=True) is None


def test_before_the_first_sentence_the_first_one_is_next():
    assert step_sentence(SENTENCES[1:], Span(1, 1), forward=True) == SENTENCES[1]


QUOTED = "He said: “We shall see,” on l'État well-known."


@pytest.mark.parametrize(
    ("anchor", "caret", "words"),
    [
        ("e shall", "e,”", "We shall see"),
        ("“We", "e,”", "“We shall see"),
        ("hall", "ll s", "ha"),
        ("tat", "known", "État well-known"),
        (" said", "aid", "said"),
    ],
)
def test_words_are_taken_whole_and_nothing_beside_them(anchor, caret, words):
    first, last = sorted((QUOTED.index(anchor), QUOTED.index(caret)))
    assert QUOTED[slice(*whole_words(QUOTED, first, last))] == words
    assert whole_words(QUOTED, last, first) == tuple(reversed(whole_words(QUOTED, first, last)))


@given(st.text("ab ’-\n“,", max_size=30), st.data())
def test_whole_words_hold_every_letter_between_the_ends(text, data):
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    start, end = whole_words(text, first, last)
    assert text[first:last].strip() in text[start:end]
