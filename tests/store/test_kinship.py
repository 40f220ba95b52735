import pytest

from apostil.domain.library import Kinship
from apostil.store.kinship import Side, judge

NOON, EVENING = "2026-01-31T12:00:00+00:00", "2026-01-31T18:00:00+00:00"


def side(words=0.9, sentences=0.9, title="The ferry left", **rest):
    given = {"authors": "[]", "outlet": "", "published": None, "imported": NOON} | rest
    return Side(words, sentences, title, **given)


def kinship(own, other, *, same_address=False):
    found = judge(own, other, same_address=same_address)
    return found and found[1]


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ({}, {}, Kinship.COPY),
        ({"title": "The Ferry left"}, {"title": "The ferry lèft"}, Kinship.COPY),
        ({"title": "Storm at Brackwater"}, {}, Kinship.SHARED),
        ({"title": ""}, {"title": ""}, Kinship.SHARED),
        ({"authors": '["Odile Fenn"]'}, {"authors": '["Ann Sayle"]'}, Kinship.SHARED),
        ({"authors": '["Odile Fenn"]'}, {"authors": '["odile fenn", "Ann Sayle"]'}, Kinship.COPY),
        ({"authors": '["Odile Fenn"]', "outlet": "The Gazette"}, {}, Kinship.COPY),
        ({"outlet": "The Gazette", "title": "Storm"}, {"outlet": "the gazette"}, Kinship.COPY),
        ({"outlet": "The Gazette"}, {"outlet": "The Courier"}, Kinship.SHARED),
        ({"sentences": 0.4}, {}, Kinship.SHARED),
    ],
)
def test_headline_authors_and_outlet_say_whether_it_is_one_article(own, other, expected):
    assert kinship(side(**own), side(**other)) is expected


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ({"imported": EVENING}, {}, Kinship.NEWER),
        ({}, {"imported": EVENING}, Kinship.OLDER),
        ({"imported": "2026-01-31T12:09:00+00:00"}, {}, Kinship.COPY),
        ({"published": "2026-01-02"}, {"published": "2026-01-01", "imported": EVENING}, Kinship.NEWER),
        ({"published": "2026-01-01"}, {"published": "2026-01-01"}, Kinship.COPY),
    ],
)
def test_dates_and_then_imports_say_which_is_newer(own, other, expected):
    assert kinship(side(**own), side(**other)) is expected


def test_the_very_same_text_is_never_newer():
    assert judge(side(1.0, 1.0, imported=EVENING), side(1.0, 1.0), same_address=True) == (1.0, Kinship.COPY)


def test_the_very_same_text_needs_no_headline():
    assert kinship(side(1.0, 1.0, title="a.pdf"), side(1.0, 1.0)) is Kinship.COPY


def test_copies_are_measured_both_ways():
    assert judge(side(0.94), side(0.7), same_address=False) == (0.7, Kinship.COPY)


@pytest.mark.parametrize(("own", "other", "expected"), [(0.94, 0.1, (0.94, Kinship.SHARED)), (0.1, 0.94, None)])
def test_shared_words_are_measured_from_their_own_side(own, other, expected):
    assert judge(side(own, title="One"), side(other, title="Other"), same_address=False) == expected


def test_the_newer_copy_may_have_lost_much_of_the_older_one():
    assert kinship(side(0.9, 0.9, imported=EVENING), side(0.3, 0.3)) is Kinship.NEWER


def test_the_same_address_is_the_same_article():
    assert kinship(side(0.0, 0.0, "One", imported=EVENING), side(0.0, 0.0, "Other"), same_address=True) is Kinship.NEWER
