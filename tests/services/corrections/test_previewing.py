"""What a correction would change is counted before it is made, and is what it changes."""

from __future__ import annotations

import pytest

from apostil.domain.edits import CorrectionsEdit
from apostil.domain.entity import Kind, OtherKind, Scope
from apostil.services.corrections import correcting
from apostil.services.corrections.correcting import About, entities_of
from apostil.services.corrections.previewing import preview
from apostil.store.library import Library
from support.names import Invented, put, write

TENNANT = Invented(Kind.PERSON, ("Moira Tennant", "Tennant"))
LORNE = Invented(Kind.ORGANIZATION, ("Lorne",))
FIRST = write(
    [[(TENNANT, "Moira Tennant"), "met", (LORNE, "Lorne"), "."], [(TENNANT, "Tennant"), "left", (LORNE, "Lorne")]]
)
SECOND = write([[(LORNE, "Lorne"), "is far from Port Lorne today"]])
THIRD = write([["Nobody came"]])


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.apostil") as made:
        yield made


@pytest.fixture
def articles(library):
    return put(library, [FIRST, SECOND, THIRD])


@pytest.mark.parametrize(
    ("scope", "places", "count"),
    [(Scope.ENTITY, 2, 1), (Scope.ARTICLE, 2, 1), (Scope.LIBRARY, 4, 2), (Scope.ALWAYS, 4, 2)],
)
def test_places_and_articles_are_counted(library, articles, scope, places, count):
    edit = correcting.other_kind(About(library, articles[0], "Lorne", scope), Kind.LOCATION)
    found = preview(library, articles[0], edit)
    assert (found.places, found.articles) == (places, count)


def test_one_mention_is_one_place(library, articles):
    mention = entities_of(library, articles[0])[0].mentions[1]
    edit = correcting.other_kind(About(library, articles[0], "Tennant", Scope.MENTION, mention.span), Kind.GROUP)
    assert preview(library, articles[0], edit).places == 1


def test_a_longer_extent_is_one_place(library, articles):
    edit = correcting.other_extent(About(library, articles[1], "Lorne", Scope.LIBRARY), "Lorne is")
    assert preview(library, articles[1], edit).places == 1


def test_what_is_so_already_changes_nothing(library, articles):
    library.apply(correcting.rename(About(library, articles[0], "Lorne", Scope.LIBRARY), "Port Lorne"))
    edit = correcting.rename(About(library, articles[0], "Nobody", Scope.LIBRARY), "Somebody")
    assert preview(library, articles[0], edit).places == 0


def test_examples_show_the_sentence_of_the_article_at_hand_first(library, articles):
    edit = correcting.rename(About(library, articles[1], "Lorne", Scope.LIBRARY), "Port Lorne")
    example = preview(library, articles[1], edit).examples[0]
    assert example.article == articles[1]
    assert example.place.cut(example.text) == "Lorne"


def test_an_article_without_an_analysis_has_no_places(library, articles):
    (bare,) = put(library, [write([["Lorne is here too"]])], analysed=False)
    edit = CorrectionsEdit("", bare, (), (OtherKind("Lorne", Kind.WORK),))
    assert preview(library, bare, edit).places == 0


@pytest.mark.parametrize("scope", [Scope.ENTITY, Scope.LIBRARY, Scope.ALWAYS])
def test_it_is_what_the_edit_changes(library, articles, scope):
    edit = correcting.rename(About(library, articles[0], "Lorne", scope), "Port Lorne")
    foretold = preview(library, articles[0], edit)
    before = {one: entities_of(library, one) for one in articles}
    changes = library.apply(edit)
    changed = {one for one in articles if entities_of(library, one) != before[one]}
    assert len(changed) == foretold.articles
    assert changed <= changes.articles
