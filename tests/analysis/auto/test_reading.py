"""What the automatic method reads of an article."""

from apostil.analysis.auto.reading import read
from apostil.domain.article import Metadata, Piece, Role, compose
from apostil.domain.spans import Span
from support.auto_texts import NEWS, reading_of

HEADED = [Piece("Floods", Role.HEADLINE), "It rained.", Piece("Help", Role.HEADING, 2), "Boats came."]


def test_words_that_say_nothing_have_no_stem():
    assert reading_of(["The dams are bursting."]).lines[0].stems == ("dam", "burst")


def test_the_headline_joins_the_title():
    assert {"flood", "dam"} <= reading_of(HEADED, title="Dam").headings[0]


def test_a_sentence_knows_its_heading():
    assert [line.section for line in reading_of(HEADED).lines] == [0, 1]


def test_paragraphs_are_counted():
    assert reading_of(NEWS).paragraphs == 5


def test_a_part_is_a_text_under_its_own_heading():
    part = reading_of(HEADED, title="Dam").part([1])
    assert (len(part.lines), part.headings[0]) == (1, frozenset({"dam", "flood", "help"}))


def test_chapters_begin_at_the_highest_headings_that_there_are_several_of():
    pieces = [Piece("Book", Role.HEADING, 1)]
    for number in range(3):
        pieces += [Piece(f"Chapter {number}", Role.HEADING, 2), Piece("Word.")]
        pieces += [Piece(f"Part {number}", Role.HEADING, 3), Piece("More.")]
    assert [line.chapter for line in reading_of(pieces).lines] == [2, 2, 3, 3, 4, 4]


def test_a_language_without_lists_is_read_too():
    assert reading_of(["Der Damm brach."], language="de").lines[0].words == ("Der", "Damm", "brach")


def test_what_has_no_sentences_has_no_lines():
    article = compose([], Metadata())
    assert read(article, (), "en").lines == ()


def test_a_sentence_is_cut_where_its_span_is():
    article = compose([Piece("One here. Two there.")])
    assert read(article, (Span(10, 20),), "en").lines[0].text == "Two there."
