import pytest

from apostil.domain.article import Role
from apostil.domain.place import Box
from apostil.importers.pdf import margins as pdf_margins
from apostil.importers.pdf.lines import Leaf, Line


def line(text, top, *, page=1, left=60.0, width=400.0, size=10.0):
    return Line(text, page, left, top, left + width, top + size, size, Box(page, left, top, left + width, top + size))


def body(page):
    return [line(f"These are the words of line {n} on page {page}", 120 + 12 * n, page=page) for n in range(8)]


def leaf(page, *more):
    return Leaf(page, 595, 842, (*body(page), *more))


def outside(*leaves):
    found = pdf_margins.around(leaves)
    return [line.text for leaf in leaves for line in leaf.lines if id(line) in found]


def test_what_stands_in_the_same_row_of_several_pages_is_a_head():
    assert outside(*(leaf(n, line("The Lindara Post", 40, page=n)) for n in (1, 2, 3))) == ["The Lindara Post"] * 3


def test_heads_that_alternate_are_heads():
    heads = ["The Lindara Post", "The old bridge"] * 2
    assert outside(*(leaf(n, line(head, 40, page=n)) for n, head in enumerate(heads, 1))) == heads


def test_what_shares_the_row_of_a_page_number_is_a_head():
    pages = [
        leaf(n, line(f"Chapter {'abcd'[n]}", 40, page=n, width=80), line(str(n), 40, page=n, left=500, width=9))
        for n in range(4)
    ]
    assert len(outside(*pages)) == 8


@pytest.mark.parametrize("number", ["1", "- 12 -", "Page 3 of 9", "3/9", "iv", "p. 7", "12 sur 20"])
def test_a_page_number_is_known_on_one_page(number):
    assert outside(leaf(1, line(number, 800, left=290, width=20))) == [number]


def test_a_page_number_far_above_the_end_is_known_by_the_white_space():
    assert outside(leaf(1, line("1", 640, left=290, width=6))) == ["1"]


def test_the_last_line_of_a_text_stays():
    assert outside(leaf(1, line("in 1998", 216))) == []


@pytest.mark.parametrize("head", ["The Post, page {}", "The Post {} of 9", "{} The Lindara Post"])
def test_heads_that_count_the_pages_are_heads(head):
    assert len(outside(*(leaf(n, line(head.format(n + 4), 40, page=n)) for n in (1, 2, 3)))) == 3


def test_headings_with_other_numbers_are_no_heads():
    assert outside(*(leaf(n, line(f"Definition {n * n}", 100, page=n)) for n in (2, 4, 6))) == []


def test_a_word_that_stands_twice_in_the_first_row_of_a_text_is_no_head():
    words = [line(word, 40, left=60 + 90 * n, width=30) for n, word in enumerate(["one", "the", "two", "the", "three"])]
    assert outside(leaf(1, *words), leaf(2)) == []


def test_a_heading_that_opens_each_chapter_stays():
    pages = [
        leaf(n, line(f"Chapter {n}", 60, page=n, size=20), line("Its subject", 90, page=n, size=14)) for n in (1, 4)
    ]
    more = [leaf(n) for n in (2, 3, 5, 6)]
    assert outside(*pages, *more) == []


def test_the_numbers_of_lines_are_apart():
    assert outside(leaf(1, *(line(str(5 * n), 120 + 12 * n, left=30, width=10) for n in range(1, 7)))) == [
        str(5 * n) for n in range(1, 7)
    ]


def notes(page):
    return line(f"Note {page} in the margin", 150, page=page, left=480, width=80, size=7)


def test_notes_in_the_margin_of_several_pages_are_apart():
    assert len(outside(leaf(1, notes(1)), leaf(2, notes(2)))) == 2


def test_a_box_beside_the_text_of_one_page_stays():
    assert outside(leaf(1, notes(1)), leaf(2)) == []


def test_each_thing_that_is_repeated_is_one_piece_with_all_its_places():
    heads = [line("The Lindara Post", 40, page=n) for n in (1, 2)]
    (piece, number) = pdf_margins.set_aside([*heads, line("3", 800)])
    assert (piece.text, piece.role) == ("The Lindara Post", Role.APPARATUS)
    assert [box.page for box in piece.place.boxes] == [1, 2]
    assert number.text == "3"


def test_the_number_of_a_footnote_at_the_very_foot_is_no_page_number():
    notes = [line("2", 790, width=5, size=8.0), line("Report of the council.", 790, left=75, width=90, size=8.0)]
    assert outside(leaf(1, *notes)) == []


def test_a_section_with_the_number_of_pages_at_the_foot_runs_around_the_text():
    assert outside(leaf(1, line("Society : 1/2", 790, width=60, size=13.0))) == ["Society : 1/2"]
