"""Books are ranked chapter by chapter, and the chapters take turns."""

import pytest

from apostil.analysis.auto.chapters import BOOK, HELD, REPORT, in_turns, parts
from apostil.analysis.auto.reading import Line


def lines(*lengths):
    return [Line("", (), (), chapter=chapter) for chapter, length in enumerate(lengths) for _ in range(length)]


def test_an_article_is_one_part():
    assert parts(lines(5, 5)) == (tuple(range(10)),)


def test_a_book_has_its_chapters_for_parts():
    assert [len(part) for part in parts(lines(BOOK, 30, 200))] == [BOOK, 30, 200]


def test_a_report_has_its_headed_parts_for_parts():
    assert [len(part) for part in parts(lines(20, 80, HELD, HELD, REPORT))] == [20, 80, HELD, HELD, REPORT]


@pytest.mark.parametrize(
    "lengths",
    [(REPORT - 3 * HELD - 1, HELD, HELD, HELD), (0, REPORT, REPORT), (0, REPORT, HELD, HELD - 1), (REPORT, HELD, HELD)],
    ids=["too short", "two parts", "a part without much in it", "what stands before the first heading is none"],
)
def test_what_is_no_report_is_one_part(lengths):
    assert parts(lines(*lengths)) == (tuple(range(sum(lengths))),)


def test_a_book_without_chapters_is_cut_into_equal_parts():
    assert [len(part) for part in parts(lines(1000))] == [250] * 4


def test_nothing_has_no_parts():
    assert parts([]) == ()


@pytest.mark.parametrize("lengths", [(1300, 7), (2501,), (400, 400)])
def test_parts_hold_every_sentence_in_order(lengths):
    assert [place for part in parts(lines(*lengths)) for place in part] == list(range(sum(lengths)))


def test_equal_chapters_take_turns():
    assert in_turns([[1, 0], [2, 3]]) == (1, 2, 0, 3)


def test_a_longer_chapter_has_more_turns():
    assert in_turns([[0], list(range(1, 17))])[:3] == (1, 2, 0)


def test_one_part_keeps_its_order():
    assert in_turns([[2, 0, 1]]) == (2, 0, 1)


def test_nothing_takes_no_turns():
    assert in_turns([]) == ()
