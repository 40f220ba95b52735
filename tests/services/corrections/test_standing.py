from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Piece
from apostil.domain.entity import Confirmed, Kind, MarkedEntity, NotAnEntity, OtherKind, Renamed, SameAs
from apostil.services.corrections import standing
from apostil.services.corrections.correcting import corrected, entities_of
from apostil.services.corrections.standing import Said, Standing, said_in
from support import panels
from support.libraries import add_article, make_article, make_library

NAMES = ("Rosa Lindqvist", "Adama Késsou", "Port Brume", "harbour")
ARTICLE = panels.ENGLISH
ANALYSIS = panels.analysis(ARTICLE)

words = st.sampled_from(NAMES)
kinds = st.sampled_from(Kind)
said = st.one_of(
    st.builds(MarkedEntity, words, kinds),
    st.builds(OtherKind, words, kinds),
    st.builds(NotAnEntity, words),
    st.builds(SameAs, words, words),
    st.builds(Renamed, words, words),
    st.builds(Confirmed, words, st.none(), kinds),
)
lists = st.lists(said, max_size=4).map(tuple)


@given(lists, st.lists(lists, min_size=1, max_size=5))
def test_whatever_was_said_before_it_is_as_if_worked_out_anew(general, told):
    known = Standing(ARTICLE, ANALYSIS)
    for own in told:
        assert known.entities(Said(general, own)) == corrected(ARTICLE, ANALYSIS.entities, (*general, *own))


def test_what_is_said_in_all_articles_may_become_something_else():
    known = Standing(ARTICLE, ANALYSIS)
    known.entities(Said((NotAnEntity("Rosa Lindqvist"),)))
    assert known.entities(Said()) == ANALYSIS.entities


@pytest.mark.parametrize(("general", "near"), [((), True), ((NotAnEntity("Port Brume"),), False)])
def test_it_knows_whether_it_has_gone_through_what_holds_everywhere(general, near):
    known = Standing(ARTICLE, ANALYSIS)
    known.entities(Said())
    assert known.is_near(Said(general)) is near


def test_one_more_correction_is_applied_to_what_stands(monkeypatch):
    known = Standing(ARTICLE, ANALYSIS)
    first = (OtherKind("Rosa Lindqvist", Kind.GROUP),)
    known.entities(Said((), first))
    applied = []
    monkeypatch.setattr(known, "_after", lambda entities, made: applied.append(made) or entities)
    known.entities(Said((), (*first, NotAnEntity("Port Brume"))))
    assert applied == [(NotAnEntity("Port Brume"),)]


def test_only_the_last_steps_are_kept(monkeypatch):
    monkeypatch.setattr(standing, "STEPS", 2)
    known = Standing(ARTICLE, ANALYSIS)
    own = tuple(OtherKind("Rosa Lindqvist", kind) for kind in Kind)
    for count in range(len(own)):
        known.entities(Said((), own[:count]))
    assert len(known._steps) == 3
    assert known.entities(Said((), own[:1])) == corrected(ARTICLE, ANALYSIS.entities, own[:1])


@pytest.fixture
def library(tmp_path):
    with make_library(tmp_path) as made:
        yield made


@pytest.mark.parametrize("long", [0, 10**9])
def test_it_is_what_stands_in_the_library(library, monkeypatch, long):
    monkeypatch.setattr(standing, "LONG", long)
    article_id = panels.add(library, ARTICLE, "port.txt")
    found = standing.standing(library, article_id, ARTICLE)
    assert found is not None
    assert found.entities(said_in(library, article_id)) == entities_of(library, article_id)


def test_nothing_stands_in_what_was_not_analysed(library):
    article = make_article([Piece("Nobody looked at this.")])
    assert standing.standing(library, add_article(library, article), article) is None
