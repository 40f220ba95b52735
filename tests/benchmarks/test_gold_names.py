"""What is known of the names of texts stands where it says."""

from __future__ import annotations

import pytest

from apostil.domain.article import Role
from apostil.domain.entity import Kind
from benchmarks import gold_names
from benchmarks.name_scores import Name

PERSON = frozenset({Kind.PERSON})


@pytest.mark.parametrize("language", ["en", "fr"])
def test_our_held_out_articles_are_some_of_ours_with_all_kinds_of_names(language):
    held, every = list(gold_names.own(language)), list(gold_names.own(language, held_out=False))
    assert 0 < len(held) * 9 <= len(every) <= len(held) * 11
    assert all(document in every for document in held)
    assert {kind for document in held for passage in document for name in passage.names for kind in name.kinds} == set(
        Kind
    )


def test_names_lie_within_their_passage_and_the_apparatus_is_left_out():
    passages = [passage for document in gold_names.own("fr") for passage in document]
    assert all(0 <= name.start < name.end <= len(passage.text) for passage in passages for name in passage.names)
    assert Role.APPARATUS not in {passage.role for passage in passages}


def test_a_text_becomes_its_lines_with_their_names():
    text = "A mill\n\nAda Quill spoke.\n \nBoth agreed"
    first, second, third = gold_names._document(text, [Name(8, 17, PERSON)], [(28, 32)])
    assert (first.text, first.role, first.names) == ("A mill", Role.HEADLINE, ())
    assert (second.text, second.role, second.names) == ("Ada Quill spoke.", Role.PARAGRAPH, (Name(0, 9, PERSON),))
    assert [third.text[start:end] for start, end in third.open] == ["oth "]


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [((0, 9), (3, 9), True), ((0, 9), (0, 9), False), ((0, 9), (5, 12), False), ((3, 9), (0, 9), False)],
)
def test_a_place_holds_another(outer, inner, holds):
    assert gold_names._holds((*outer, "PERS"), (*inner, "LOC")) is holds


@pytest.mark.skipif(
    not gold_names.DATA.is_dir(), reason="the sets lie beside the checkout, and are not on this machine"
)
def test_every_set_has_names_at_places_of_their_own():
    for gold in gold_names.gold_sets():
        passages = [passage for document in gold.documents for passage in document]
        places = [[(name.start, name.end) for name in passage.names] for passage in passages]
        assert any(places), gold.title
        assert all(len(set(own)) == len(own) for own in places), gold.title
