from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.store.shingles import LENGTH, prose_of, shared, sketch
from support.libraries import invented_words

STORY = "The tide mill of Brackwater turns again after forty years. Nobody had believed in it, said the miller."


def prose(text):
    return prose_of(text, [(0, len(text))])


def numbered(first, last):
    return prose(" ".join(f"word{number}" for number in range(first, last)))


def test_only_the_words_of_the_places_count():
    assert prose_of("one two three", [(0, 3), (8, 13)]).words == ("one", "three")


def test_words_are_folded():
    assert prose("L’État, c’est MOI !").words == ("l", "etat", "c", "est", "moi")


def test_sentences_of_a_few_words_say_nothing():
    assert prose("Oh no! The tide mill turns again.").sentences == {("the", "tide", "mill", "turns", "again")}


def test_a_text_shares_everything_with_itself():
    one, other = shared(prose(STORY), prose(STORY.upper()))
    assert one == other
    assert (one.words, one.sentences) == (1.0, 1.0)


def test_the_share_is_that_of_each_text_s_own_words():
    one, other = shared(numbered(0, 20), numbered(0, 100))
    assert (one.words, other.words) == (1.0, 0.2)


def test_runs_that_lie_upon_each_other_count_once():
    assert shared(numbered(0, 40), numbered(10, 20))[0].words == 0.25


@pytest.mark.parametrize("words", [0, 1, LENGTH - 1])
def test_fewer_words_than_a_run_share_nothing_with_another_text(words):
    assert shared(numbered(0, words), numbered(0, 50))[0].words == 0


def test_the_sketch_is_the_same_on_every_machine():
    assert sketch(numbered(0, 16)) == (919419978736684520, 5953715971602778110)


def test_the_sketch_holds_about_one_run_in_eight():
    random = Random(8)
    words = random.choices(invented_words(random, 2000), k=8000)
    assert 900 < len(sketch(prose(" ".join(words)))) < 1100


@given(st.lists(st.sampled_from("abc"), max_size=60), st.lists(st.sampled_from("abc"), max_size=60))
def test_shares_are_parts_and_fit_to_each_other(one, other):
    left, right = prose(" ".join(one)), prose(" ".join(other))
    shares = shared(left, right)
    assert all(0 <= part <= 1 for share in shares for part in (share.words, share.sentences))
    assert bool(shares[0].words) == bool(shares[1].words)
    assert shared(right, left) == shares[::-1]
