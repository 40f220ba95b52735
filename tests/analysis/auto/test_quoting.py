"""How much of a sentence is quoted."""

import pytest

from apostil.analysis.auto.quoting import begun_quoted, quoted_shares
from apostil.analysis.auto.reading import Line


def lines(*texts, blocks=None):
    return [Line(text, (), (), block) for text, block in zip(texts, blocks or [0] * len(texts), strict=True)]


@pytest.mark.parametrize(
    "text", ["«Il pleut»", "“It rains”", '"It rains"', "'It rains'", "‘It rains’", "`` It rains ''", "` It rains '"]
)
def test_a_quotation_is_quoted(text):
    assert quoted_shares(lines(text))[0] > 0.7


def test_a_quotation_goes_on_over_sentences():
    assert quoted_shares(lines("« Il pleut.", "Encore. »", "Il sort."))[1:] == (pytest.approx(8 / 9), 0)


def test_sentences_begin_inside_of_a_quotation_that_goes_on():
    assert begun_quoted(lines("« Il pleut.", "Encore. »", "Il sort.")) == (False, True, False)


def test_no_block_begins_inside_of_a_quotation():
    assert begun_quoted(lines("“It rains.", "He left.", blocks=[0, 1])) == (False, False)


def test_a_quotation_ends_with_its_block():
    assert quoted_shares(lines("“It rains.", "He left.", blocks=[0, 1]))[1] == 0


def test_single_marks_go_on_over_sentences():
    assert quoted_shares(lines("'It rains.", "It pours,' he said."))[0] == pytest.approx(9 / 10)


@pytest.mark.parametrize(
    "text",
    [
        "The girls' school was the boys' too.",
        "It was the '80s.",
        "'Tis the season, he said.",
        "She 's gone .",
        "Aujourd'hui, l’eau monte.",
    ],
)
def test_an_apostrophe_quotes_nothing(text):
    assert quoted_shares(lines(text)) == (0,)


def test_a_straight_mark_behind_a_forgotten_end_opens_again():
    assert quoted_shares(lines('"It rains.', '"It pours," he said.'))[1] < 0.7


def test_a_quotation_without_end_is_given_up():
    assert quoted_shares(lines("“It rains.", *["He left."] * 9))[-1] == 0


def test_no_text_is_not_quoted():
    assert quoted_shares(lines("")) == (0,)
