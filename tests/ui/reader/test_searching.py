from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import SEPARATOR
from apostil.store.search import matches
from apostil.ui.reader.searching import LONGEST, Search, in_a_row, parts

BLOCKS = st.lists(st.text("ab c", min_size=1, max_size=40), min_size=1, max_size=8)


@given(BLOCKS)
def test_parts_are_the_blocks(blocks):
    text = SEPARATOR.join(blocks)
    assert [part.cut(text) for part in parts(text)] == blocks


@pytest.mark.parametrize("text", ["word " * 10_000, "x" * 50_000])
def test_a_giant_block_is_cut_and_nothing_lost(text):
    found = list(parts(text))
    assert "".join(part.cut(text) for part in found) == text
    assert max(len(part) for part in found) <= LONGEST


def test_an_empty_query_finds_nothing(qtbot):
    search = Search(lambda text, query: pytest.fail("nothing was asked"))
    with qtbot.waitSignal(search.found) as told:
        search.start("one", "  ")
    assert told.args == [True]
    assert not search.running


def test_a_search_can_be_stopped(qtbot):
    def slow(text, query):
        qtbot.wait(3)
        return ()

    search = Search(slow)
    search.start(SEPARATOR.join("abcdefgh"), "x")
    assert search.running
    search.stop()
    assert not search.running


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("the old mill", ["The old mill", "the old mill"]),
        ("the old mi", ["The old mi", "the old mi"]),
        ("old", ["old", "old"]),
        ("mill old", []),
        ("old “mill", ["old", "mill", "old", "mill", "mill"]),
    ],
)
def test_words_are_found_one_after_the_other(query, expected):
    text = "The old mill, and the\nold mill. A mill is the best."
    assert [hit.cut(text).replace("\n", " ") for hit in in_a_row(matches)(text, query)] == expected
