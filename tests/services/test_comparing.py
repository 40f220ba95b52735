from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Piece, Role, compose
from apostil.services.comparing import Change, compare
from support.libraries import make_article

TIDE, MILL, FORD, BELL = (
    "The tide came in over the marsh.",
    "The mill stood still that night.",
    "Nobody crossed the ford after dark.",
    "A bell rang twice in the fog.",
)


def article(*sentences):
    return make_article([Piece(" ".join(sentences))])


def told(older, newer):
    """What happened, in a word, and the sentence of the newer copy, or of the older one where it is gone."""
    found = compare(older, newer)
    return [
        (line.change, line.newer.cut(newer.text) if line.newer else line.older.cut(older.text)) for line in found.lines
    ]


def test_equal_copies_are_the_same_throughout():
    assert told(article(TIDE, MILL), article(TIDE, MILL)) == [(Change.SAME, TIDE), (Change.SAME, MILL)]


def test_a_sentence_more_is_added():
    assert told(article(TIDE, FORD), article(TIDE, MILL, FORD))[1] == (Change.ADDED, MILL)


def test_a_sentence_less_is_removed_where_it_was():
    assert told(article(TIDE, MILL, FORD), article(TIDE, FORD))[1] == (Change.REMOVED, MILL)


def test_another_sentence_in_its_place_is_no_change_of_it():
    assert told(article(TIDE, MILL), article(TIDE, BELL))[1:] == [(Change.REMOVED, MILL), (Change.ADDED, BELL)]


def test_a_sentence_that_stands_elsewhere_has_moved():
    found = told(article(TIDE, MILL, FORD, BELL), article(BELL, TIDE, MILL, FORD))
    assert found == [(Change.MOVED, BELL), *((Change.SAME, sentence) for sentence in (TIDE, MILL, FORD))]


def test_a_changed_sentence_tells_which_words():
    older, newer = (
        article(TIDE, "Twelve people crossed the ford."),
        article(TIDE, "Twenty people crossed the old ford."),
    )
    line = compare(older, newer).lines[1]
    assert line.change is Change.CHANGED
    assert [span.cut(older.text) for span in line.older_words] == ["Twelve"]
    assert [span.cut(newer.text) for span in line.newer_words] == ["Twenty", "old"]


def test_kinds_of_spaces_change_nothing():
    assert told(article("Il faut agir !"), article("Il faut agir\u00a0!"))[0][0] is Change.SAME


def test_headlines_count_and_the_apparatus_does_not():
    older = make_article([Piece("A mill", Role.HEADLINE), Piece(TIDE), Piece("Share", Role.APPARATUS)])
    newer = make_article([Piece("A tide mill", Role.HEADLINE), Piece(TIDE), Piece("Tweet", Role.APPARATUS)])
    assert [change for change, _ in told(older, newer)] == [Change.CHANGED, Change.SAME]


def test_sentences_that_are_known_are_not_looked_for():
    older, newer = article(TIDE, MILL), article(TIDE, MILL)
    found = compare(older, newer, [older.blocks[0].span], [newer.blocks[0].span])
    assert found.count(Change.SAME) == len(found.lines) == 1


@pytest.mark.parametrize(("older", "newer"), [((), ("A bell.",)), (("A bell.",), ()), ((), ())])
def test_empty_copies_are_compared(older, newer):
    lines = compare(compose(map(Piece, older)), compose(map(Piece, newer)), (), ()).lines
    assert len(lines) == len(older) + len(newer)


SENTENCES = st.lists(st.sampled_from([TIDE, MILL, FORD, BELL, "The mill stood still this night.", "Oh."]), max_size=12)


@given(SENTENCES, SENTENCES)
def test_every_sentence_is_told_of_once(older, newer):
    before, after = (make_article(list(map(Piece, sentences))) for sentences in (older, newer))
    lines = compare(before, after, (), ()).lines
    assert [line.newer for line in lines if line.newer] == [block.span for block in after.blocks]
    assert sorted(line.older for line in lines if line.older) == [block.span for block in before.blocks]
