from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Piece, Role, compose
from apostil.domain.concordance import concordance, surroundings
from apostil.domain.spans import Span

ARTICLE = compose(
    [Piece("Rice leaves the port", Role.HEADLINE), Piece("The port is open. Rice leaves. No rice is left.")]
)
SENTENCES = (Span(22, 39), Span(40, 52), Span(53, 69))


def said(line):
    return tuple(span.cut(ARTICLE.text) for span in (line.before, line.place, line.after))


def test_a_place_stands_in_the_middle_of_its_sentence():
    (line,) = concordance(ARTICLE, SENTENCES, [Span(56, 60)])
    assert said(line) == ("No ", "rice", " is left.")


def test_outside_of_sentences_it_stands_in_its_block():
    (line,) = concordance(ARTICLE, SENTENCES, [Span(0, 4)])
    assert said(line) == ("", "Rice", " leaves the port")


def test_what_goes_over_the_end_of_a_sentence_stands_in_its_block():
    (line,) = concordance(ARTICLE, SENTENCES, [Span(34, 44)])
    assert said(line) == ("The port is ", "open. Rice", " leaves. No rice is left.")


def test_lines_stand_in_the_order_of_the_article():
    lines = concordance(ARTICLE, SENTENCES, [Span(56, 60), Span(0, 4), Span(40, 44)])
    assert [line.place.start for line in lines] == [0, 40, 56]


@given(st.integers(0, 68), st.integers(1, 30))
def test_the_parts_of_a_line_are_its_surroundings(start, length):
    place = Span(start, min(start + length, len(ARTICLE.text)))
    (line,) = concordance(ARTICLE, SENTENCES, [place])
    assert "".join(said(line)) == line.sentence.cut(ARTICLE.text)


def test_a_place_is_shown_in_its_sentence():
    assert surroundings(ARTICLE, SENTENCES, Span(56, 60)) == SENTENCES[2]


def test_a_place_outside_of_all_sentences_is_shown_in_its_block():
    assert surroundings(ARTICLE, (), Span(0, 3)) == ARTICLE.blocks[0].span
