"""Words are found whole, where they are read, and fast."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Role
from apostil.domain.corrections import occurrences
from apostil.domain.corrections.words import Words
from apostil.domain.spans import Span
from support.language import article_of

TEXT = article_of(
    (Role.HEADLINE, "Lorne votes"),
    "Moira Tennant came to Lorne. Tennant said that Lorne Bank of Lorne would wait.",
    "L’État et l'État. Tennant’s ferry; Lornes.",
    (Role.APPARATUS, "Lorne: read more about Tennant"),
    (Role.HEADING, "L’ETAT ET TENNANT : NON"),
)


@pytest.mark.parametrize(
    ("sought", "count"),
    [
        ("Lorne", 4),
        ("lorne", 0),
        ("Tennant", 4),
        ("l’État", 2),
        ("of  Lorne", 1),
        ("Lorne.", 1),
        ("; Lornes.", 1),
        ("ferry Lornes", 0),
        ("non", 0),
        ("", 0),
        (" — ", 0),
        ("Lorne votes Moira", 0),
    ],
)
def test_whole_words_are_found_outside_the_apparatus(sought, count):
    assert len(occurrences(TEXT, sought)) == count


PARTS = st.sampled_from(["ab", "cd", "AB", "é", "l'ab", "ab.", "(cd)", "’", "-", "ab_cd"])
SENTENCES = st.lists(PARTS, min_size=1, max_size=8).map(" ".join)


@given(st.lists(SENTENCES, min_size=1, max_size=3), st.lists(PARTS, min_size=1, max_size=3).map(" ".join))
def test_what_is_found_reads_as_what_was_sought(texts, sought):
    article = article_of(*texts)
    end = 0
    for span in occurrences(article, sought):
        assert span.cut(article.text).replace("’", "'").casefold() == sought.replace("’", "'").casefold()
        assert any(block.span.covers(span) for block in article.blocks)
        assert span.start >= end
        end = span.end


@given(st.lists(SENTENCES, min_size=1, max_size=3), st.lists(PARTS, min_size=1, max_size=3).map(" ".join))
def test_what_stands_there_may_stand_there(texts, sought):
    words = Words(article_of(*texts))
    assert words.may_have(sought) or not words.occurrences(sought)


def test_what_cannot_stand_there_is_not_looked_for():
    assert not Words(TEXT).may_have("Lorne Ferries")


@given(st.text(max_size=30), st.text(max_size=5))
def test_whatever_is_sought_in_whatever_there_is_an_answer(text, sought):
    if text.strip():
        occurrences(article_of(text), sought)


@pytest.mark.parametrize(
    ("span", "inside"),
    [(Span(0, 5), True), (Span(0, 6), False), (Span(6, 18), False), (Span(0, 0), False), (Span(999, 1003), False)],
)
def test_words_are_inside_where_they_lie_in_one_block(span, inside):
    assert Words(TEXT).is_inside(span) is inside


def test_two_thousand_names_are_looked_for_at_once():
    words = Words(article_of(*(f"Name{number} met Other{number} of Port Lorne today." for number in range(100))))
    started = time.process_time()
    for number in range(2000):
        words.occurrences(f"Port Name{number}")
    # It is a matter of ten milliseconds; the limit allows for a busy machine.
    assert time.process_time() - started < 2
