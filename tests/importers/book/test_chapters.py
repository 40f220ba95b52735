import pytest

from apostil.domain.article import Piece, Role
from apostil.importers.book.chapters import Book, Chapter, headed
from apostil.importers.book.package import Entry, Item
from apostil.importers.book.pages import Document

PROSE = Piece("The rain had not stopped.")


def heading(words, level=1):
    return Piece(words, Role.HEADING, level)


def document(member, *pieces, **anchors):
    return Document(Item(member), pieces, anchors)


ONE = document("1", heading("One"), PROSE)
TWO = document("2", heading("Two"), PROSE, PROSE, later=2)
THREE = document("3", heading("Three"), PROSE)
LEAF = document("0", heading("Part one"))


def titles(documents, *contents):
    return [chapter.title for chapter in Book(documents, contents).chapters()]


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ((), ["One", "Two", "Three"]),
        ((Entry("I", "1"), Entry("II", "2"), Entry("III", "3")), ["I", "II", "III"]),
        ((Entry("III", "3"), Entry("I", "1")), ["I", "III"]),
        ((Entry("I", "1"), Entry("II", "2"), Entry("Again", "2"), Entry("Gone", "9")), ["I", "II"]),
        ((Entry("I", "1"), Entry("II", "2"), Entry("More", "2", "later")), ["I", "II", "More"]),
        ((Entry("II", "2"), Entry("III", "3")), ["One", "II", "III"]),
        ((Entry("I", "1"), Entry("II", "2", below=(Entry("More", "2", "later"),))), ["I", "II"]),
        ((Entry("Part", below=(Entry("I", "1"), Entry("II", "2"))),), ["I", "II"]),
        ((Entry("Part", "1", below=(Entry("II", "2"), Entry("III", "3"))), Entry("End", "9")), ["Part", "II", "III"]),
    ],
)
def test_chapters_are_those_of_the_contents(contents, expected):
    assert titles((ONE, TWO, THREE), *contents) == expected


def test_the_leaf_before_a_part_stands_in_the_next_chapter():
    found = Book((LEAF, ONE, TWO), (Entry("Part one", "0"), Entry("I", "1"), Entry("II", "2"))).chapters()
    assert found[0] == Chapter("I", (*LEAF.pieces, *ONE.pieces))


def test_a_document_without_a_heading_goes_on_with_the_chapter_before():
    found = Book((ONE, document("1b", PROSE), TWO), ()).chapters()
    assert found[0].pieces == (*ONE.pieces, PROSE)


def test_a_book_in_one_document_falls_into_its_headings():
    alone = document("1", heading("Book"), heading("One", 2), PROSE, heading("Two", 2), PROSE)
    assert titles((alone,)) == ["One", "Two"]


def test_a_book_without_chapters_is_one():
    assert titles((document("1", PROSE),)) == [""]


def test_titles_that_the_text_lacks_are_put_there():
    bare = (document("1", PROSE), document("2", PROSE))
    assert Book(bare, (Entry("One", "1"), Entry("Two", "2"))).pieces() == (heading("One"), PROSE, heading("Two"), PROSE)


def test_titles_that_the_text_has_are_not_repeated():
    assert Book((ONE, TWO), (Entry("1. One", "1"), Entry("2. Two", "2"))).pieces() == (*ONE.pieces, *TWO.pieces)


@pytest.mark.parametrize(
    ("title", "top", "expected"),
    [
        ("One", ["One"], ["One"]),
        ("1: The quay", ["1", "The quay"], ["1: The quay"]),
        ("The quay", ["1. The quay"], ["1. The quay"]),
        ("One", ["Part one", "One"], ["One", "Part one"]),
        ("One", ["Another"], ["One", "Another"]),
        ("", ["Another"], ["Another"]),
    ],
)
def test_the_title_of_a_chapter_stands_above_it_once(title, top, expected):
    found = headed(Chapter(title, (*map(heading, top), PROSE)))
    assert [piece.text for piece in found[:-1]] == expected


def test_a_heading_within_the_text_stays():
    found = headed(Chapter("One", (PROSE, heading("One"), PROSE)))
    assert [piece.role for piece in found] == [Role.HEADLINE, Role.PARAGRAPH, Role.HEADING, Role.PARAGRAPH]
