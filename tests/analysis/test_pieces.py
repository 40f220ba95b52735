from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from apostil.analysis.pieces import LONGEST, chunks, cuts

LETTERS = "abcdefghijklmnopqrstuvwxyzéABCDEFGHIJ.!?…»"


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """One that knows single letters and two words, and works as that of the model does."""
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁the", "▁Mali", *LETTERS]
    made = Tokenizer(models.Unigram([(piece, -float(len(pieces[4:]) - len(piece))) for piece in pieces], unk_id=3))
    made.normalizer = normalizers.NFKC()
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    return made


def words(text: str, tokenizer: Tokenizer) -> list[str]:
    """What stands at the places of the pieces of a text."""
    return [text[start:end] for _, chunk in chunks([text], tokenizer) for start, end in chunk.places]


def test_pieces_stand_at_their_words_without_the_blank_before_them(tokenizer: Tokenizer) -> None:
    assert words("the Mali is", tokenizer) == ["the", "Mali", "", "i", "s"]


def test_places_are_those_of_the_text_that_was_given(tokenizer: Tokenizer) -> None:
    """Not those of the text that the tokenizer makes of it, where a ligature is two letters."""
    text = "ﬁ the… \u00a0Mali"
    assert words(text, tokenizer)[-1] == "Mali"


@given(st.text(st.sampled_from("abﬁ…½ \u00a0\n\u0301é𝒜漢")))
def test_places_follow_one_another(tokenizer: Tokenizer, text: str) -> None:
    places = [place for _, chunk in chunks([text], tokenizer) for place in chunk.places]
    assert all(start <= end for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert all(not text[start].isspace() for start, end in places if start < end)


@pytest.mark.parametrize(
    ("texts", "numbers"), [([], []), ([""], []), (["", "the", ""], [1]), (["Mali", "the"], [0, 1])]
)
def test_chunks_say_which_text_they_are_of(texts: list[str], numbers: list[int], tokenizer: Tokenizer) -> None:
    assert [number for number, _ in chunks(texts, tokenizer)] == numbers


def places_of(lengths: list[int], text: str) -> list[tuple[int, int]]:
    """Runs of a text of these lengths."""
    places, start = [], 0
    for length in lengths:
        places.append((start, min(start + length, len(text))))
        start = min(start + length, len(text))
    return places


@given(st.text(st.sampled_from("ab. \n!»"), max_size=80), st.lists(st.integers(0, 4), max_size=60), st.integers(1, 9))
def test_cuts_hold_every_piece_once_and_none_is_too_long(text: str, lengths: list[int], longest: int) -> None:
    places = places_of(lengths, text)
    found = list(cuts(text, places, longest))
    assert [number for start, end in found for number in range(start, end)] == list(range(len(places)))
    assert all(0 < end - start <= longest for start, end in found)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=30), st.integers(12, 20))
def test_sentences_that_fit_stay_whole(sizes: list[int], longest: int) -> None:
    sentences = ["a" * (size - 1) + ". " for size in sizes]
    text = "".join(sentences)
    places = [(number, number + 1) for number, letter in enumerate(text) if letter != " "]
    starts = [places[start][0] for start, _ in cuts(text, places, longest)]
    assert set(starts) <= {sum(map(len, sentences[:number])) for number in range(len(sentences))}


@given(st.lists(st.integers(1, 12), min_size=2, max_size=30), st.integers(12, 20))
def test_no_two_cuts_would_fit_into_one(sizes: list[int], longest: int) -> None:
    text = "".join("a" * (size - 1) + ". " for size in sizes)
    places = [(number, number + 1) for number, letter in enumerate(text) if letter != " "]
    found = list(cuts(text, places, longest))
    assert all(later[1] - first[0] > longest for first, later in pairwise(found))


def test_a_text_without_sentences_is_cut_where_it_must_be() -> None:
    places = [(number, number + 1) for number in range(LONGEST * 2 + 1)]
    assert list(cuts("a" * len(places), places)) == [(0, 160), (160, 320), (320, 321)]


def test_a_long_sentence_is_cut_before_a_word_in_small_letters() -> None:
    text = "Aa Bb Cc d Ee Ff"
    places = [(number, number + 1) for number, letter in enumerate(text) if letter != " "]
    assert [places[start][0] for start, _ in cuts(text, places, 8)] == [0, 9]


def test_and_otherwise_before_any_word() -> None:
    text = "Aa Bb Cc Dd"
    places = [(number, number + 1) for number, letter in enumerate(text) if letter != " "]
    assert [places[start][0] for start, _ in cuts(text, places, 3)] == [0, 3, 6, 9]
