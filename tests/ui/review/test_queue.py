from dataclasses import replace

import pytest

from apostil.domain.entity import Entity, Kind, Mention
from apostil.services.corrections.reviewing import Order
from apostil.ui.review.queue import Queue
from support import panels

TEXT = panels.ENGLISH.text


def entity(name: str, confidence: float) -> Entity:
    span = panels.places(TEXT, name)[0]
    return Entity(f"person:{name.lower()}", name, Kind.PERSON, (Mention(span, Kind.PERSON, confidence),))


FOUND = (entity("Sendaré", 0.7), entity("Késsou", 0.3), entity("Rosa", 0.5), entity("Oumeans", 0.95))


@pytest.fixture
def queue():
    made = Queue()
    made.fill(FOUND, Order.TEXT)
    return made


def looked_at(queue):
    return queue.current.entity.name if queue.current else None


def without(*names):
    return tuple(replace(one, confirmed=True) if one.name in names else one for one in FOUND)


def test_it_begins_with_the_first(queue):
    assert (looked_at(queue), queue.number, queue.total) == ("Sendaré", 1, 3)


def test_all_guesses_are_more():
    queue = Queue()
    queue.fill(FOUND, Order.TEXT, everything=True)
    assert queue.total == 4


def test_what_is_skipped_is_come_back_to(queue):
    seen = []
    for _ in range(4):
        seen.append(looked_at(queue))
        queue.go(1)
    assert seen == ["Sendaré", "Késsou", "Rosa", "Sendaré"]


def test_before_the_first_one_stays(queue):
    queue.go(-1)
    assert looked_at(queue) == "Sendaré"


def test_a_decision_goes_on(queue):
    queue.decide(without("Sendaré"))
    assert (looked_at(queue), queue.number, queue.decided, queue.left) == ("Késsou", 2, 1, 2)


def test_what_one_decision_settles_elsewhere_is_not_looked_at(queue):
    queue.decide(without("Sendaré", "Késsou"))
    assert looked_at(queue) == "Rosa"


def test_at_the_end_nothing_is_looked_at(queue):
    queue.decide(without("Sendaré", "Késsou", "Rosa"))
    assert (queue.current, queue.span) == (None, None)


def test_taking_back_goes_to_what_was_decided(queue):
    queue.decide(without("Sendaré"))
    queue.take_back(FOUND)
    assert (looked_at(queue), queue.decided) == ("Sendaré", 0)


def test_what_is_undone_elsewhere_is_taken_back_too(queue):
    queue.decide(without("Sendaré"))
    queue.follow(FOUND)
    assert (looked_at(queue), queue.decided) == ("Sendaré", 0)


def test_ends_move_until_one_goes_on(queue):
    queue.go(1)
    queue.move(panels.ENGLISH, start=True, forward=False)
    assert queue.span.cut(TEXT) == "Adama Késsou"
    queue.go(1)
    assert queue.span == queue.current.span
