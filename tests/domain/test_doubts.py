import pytest

from apostil.domain.doubts import count_mentions, is_guess, sure_enough
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.spans import Span


def entity(*sure: float, confirmed: bool = False, marked: frozenset[int] = frozenset()) -> Entity:
    mentions = tuple(
        Mention(Span(10 * n, 10 * n + 4), Kind.PERSON, confidence, n in marked) for n, confidence in enumerate(sure)
    )
    return Entity("person:ada", "Ada", Kind.PERSON, mentions, (), confirmed)


@pytest.mark.parametrize(("least", "kept"), [(0.0, 3), (0.4, 2), (0.5, 2), (0.9, 1), (0.95, 0)])
def test_mentions_that_are_too_doubtful_are_left_out(least, kept):
    assert count_mentions(sure_enough([entity(0.3, 0.5, 0.9)], least)) == kept


def test_what_has_no_mention_left_is_gone():
    assert sure_enough([entity(0.3)], 0.5) == ()


def test_a_confirmed_entity_stays_whole():
    known = entity(0.1, 0.2, confirmed=True)
    assert sure_enough([known], 0.9) == (known,)


def test_a_confirmed_mention_stays():
    (left,) = sure_enough([entity(0.1, 0.2, marked=frozenset({1}))], 0.9)
    assert [mention.confidence for mention in left.mentions] == [0.2]


@pytest.mark.parametrize(
    ("confirmed", "marked", "guess"), [(False, set(), True), (True, set(), False), (False, {0}, False)]
)
def test_a_guess_is_what_no_person_stands_behind(confirmed, marked, guess):
    found = entity(0.5, confirmed=confirmed, marked=frozenset(marked))
    assert is_guess(found, found.mentions[0]) is guess
