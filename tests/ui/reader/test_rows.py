from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Article, Piece, Role, compose
from apostil.domain.spans import Span
from apostil.ui.reader.rows import Link, RowKind, rows_of, slices, words_of
from support.reader import sample


def kinds(article: Article, shown: frozenset[int] = frozenset(), facts: str = "") -> list[str]:
    return [row.kind.value for row in rows_of(article, shown, facts)]


def test_an_apparatus_run_is_one_row():
    rows = rows_of(sample(), frozenset(), "")
    folded = [row for row in rows if row.kind is RowKind.FOLDED]
    assert [len(row.blocks) for row in folded] == [1, 3]


def test_a_shown_run_has_its_links_above_it():
    article = compose([Piece("A"), Piece("B", Role.APPARATUS), Piece("C", Role.APPARATUS)])
    assert kinds(article, frozenset({1})) == ["text", "links", "text", "text"]


@pytest.mark.parametrize(
    ("first", "expected"),
    [(Role.HEADLINE, ["text", "facts", "text"]), (Role.PARAGRAPH, ["facts", "text", "text"])],
)
def test_facts_stand_under_the_headline(first, expected):
    assert kinds(compose([Piece("A", first), Piece("B")]), facts="By A. Marsh") == expected


@pytest.mark.parametrize(("count", "words"), [(1, "1 teaser folded – show"), (11, "11 teasers folded – show")])
def test_a_fold_says_how_many_it_hides(count, words):
    article = compose([Piece(f"Teaser {i}", Role.APPARATUS) for i in range(count)])
    (row,) = rows_of(article, frozenset(), "")
    said = words_of(article.text, row, "")
    assert said.text == words
    assert [(link, said.text[start:end]) for link, start, end in said.links] == [(Link.SHOW, "show")]


def test_a_shown_run_can_be_folded_or_taken_back():
    article = compose([Piece("Teaser", Role.APPARATUS), Piece("Other", Role.APPARATUS)])
    said = words_of(article.text, rows_of(article, frozenset({0}), "")[0], "")
    assert said.text == "2 teasers\u2002·\u2002fold\u2002·\u2002take back into the article"
    assert [said.text[start:end] for _, start, end in said.links] == ["fold", "take back into the article"]


def test_a_line_end_within_a_block_is_qts_own():
    article = compose([Piece("one\ntwo")])
    assert words_of(article.text, rows_of(article, frozenset(), "")[0], "").text == "one\u2028two"


@given(st.text("ab .\n", min_size=1, max_size=400), st.integers(5, 60))
def test_slices_are_the_whole_in_order(text, size):
    parts = list(slices(text, Span(0, len(text)), size))
    assert "".join(part.cut(text) for part in parts) == text
    assert all(0 < len(part) <= size for part in parts)


def test_slices_are_cut_at_spaces():
    text = "words " * 50
    assert all(part.cut(text).endswith(" ") for part in slices(text, Span(0, len(text)), 40))


def test_a_giant_block_has_many_rows():
    article = compose([Piece("word " * 2000)])
    rows = rows_of(article, frozenset(), "")
    assert len(rows) > 3
    assert [row.first for row in rows] == [True] + [False] * (len(rows) - 1)
    assert rows[-1].last
