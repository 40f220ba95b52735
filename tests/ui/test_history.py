"""Back and forward."""

from __future__ import annotations

from apostil.domain.article import ArticleId
from apostil.ui.history import LIMIT, EntityPlace, History, Place

ONE, TWO, THREE = (Place(ArticleId(name), 0) for name in ("one", "two", "three"))


def test_nothing_lies_behind_at_first() -> None:
    history = History()
    assert not history.can_go_back
    assert history.back(ONE) is None


def test_back_returns_where_one_was() -> None:
    history = History()
    history.leave(ONE)
    assert history.back(TWO) == ONE
    assert history.can_go_forward


def test_forward_undoes_back() -> None:
    history = History()
    history.leave(ONE)
    history.back(TWO)
    assert history.forward(ONE) == TWO


def test_a_new_jump_forgets_what_was_ahead() -> None:
    history = History()
    history.leave(ONE)
    history.back(TWO)
    history.leave(THREE)
    assert not history.can_go_forward


def test_leaving_the_same_place_twice_counts_once() -> None:
    history = History()
    history.leave(ONE)
    history.leave(ONE)
    history.back(TWO)
    assert not history.can_go_back


def test_articles_that_are_gone_are_forgotten() -> None:
    history = History()
    history.leave(ONE)
    history.leave(TWO)
    history.forget(frozenset({TWO.article}))
    assert history.back(THREE) == ONE


def test_only_so_many_places_are_kept() -> None:
    history = History()
    for position in range(LIMIT + 20):
        history.leave(Place(ONE.article, position))
    steps = 0
    while history.can_go_back:
        history.back(None)
        steps += 1
    assert steps == LIMIT


def test_pages_about_the_library_outlive_articles() -> None:
    history = History()
    page = EntityPlace("person:ada quill")
    for place in (page, ONE):
        history.leave(place)
    history.forget(frozenset({ONE.article}))
    assert history.back(TWO) == page
