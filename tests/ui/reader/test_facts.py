from __future__ import annotations

import datetime as dt

import pytest

from apostil.domain.article import Article, Metadata, Piece, Role, compose
from apostil.ui.reader.facts import facts_of

BYLINE = Piece("By Ada  Marsh and Bo Lind", Role.BYLINE)
WORDS = Piece("The harbour council met.")


def article(*pieces: Piece, authors: tuple[str, ...] = ("Ada Marsh",)) -> Article:
    metadata = Metadata("A lamp", authors, "The Harbour Post", dt.date(2026, 1, 31))
    return compose((Piece("A lamp", Role.HEADLINE), *pieces), metadata)


def test_author_outlet_day_and_length_are_told() -> None:
    assert facts_of(article(WORDS)) == "Ada Marsh · The Harbour Post · 31 Jan 2026 · 1 min"


@pytest.mark.parametrize("authors", [("Ada Marsh",), ("ada marsh", "Bo Lind"), ("Àda Marsh",)])
@pytest.mark.parametrize("between", [(), (Piece("What was decided", Role.STANDFIRST),)])
def test_authors_that_the_byline_names_are_not_said_twice(authors: tuple[str, ...], between: tuple[Piece, ...]) -> None:
    assert facts_of(article(*between, BYLINE, WORDS, authors=authors)).startswith("The Harbour Post")


@pytest.mark.parametrize("authors", [("A. Marsh",), ("Ada Marsh", "Cy Orr")])
def test_authors_that_the_byline_does_not_name_are_told(authors: tuple[str, ...]) -> None:
    assert facts_of(article(BYLINE, WORDS, authors=authors)).startswith(", ".join(authors))


def test_a_byline_below_the_article_leaves_the_author_above() -> None:
    assert facts_of(article(WORDS, BYLINE)).startswith("Ada Marsh")


def test_what_is_not_known_is_left_out() -> None:
    assert facts_of(compose((WORDS,))) == "1 min"
