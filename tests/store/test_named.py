from __future__ import annotations

import datetime as dt

import pytest

from apostil.domain.article import Metadata
from apostil.domain.edits import DistinctionEdit, PresenceEdit, SuccessionEdit
from apostil.domain.entity import Kind
from apostil.domain.names import Tie
from support.names import Invented, put, write

ANNA = Invented(Kind.PERSON, ("Anna Quill", "Quill"))
OTTO = Invented(Kind.PERSON, ("Otto Œrsted",))
ALGERIA = Invented(Kind.LOCATION, ("Algeria",), "DZ")
ALGERIE = Invented(Kind.LOCATION, ("Algérie",), "DZ")
PEOPLE = Invented(Kind.GROUP, ("Algerians",), "DZ")


def of(day, outlet="The Gazette", language="en"):
    return Metadata("A title", (), outlet, dt.date(2026, 1, day) if day else None, language)


FIRST = write([[(ANNA, "Anna Quill"), "meets", (OTTO, "Otto Œrsted"), "in", (ALGERIA, "Algeria")]], of(2))
SECOND = write([["There", (ANNA, "Quill"), "and", (ANNA, "Quill"), "met"], [(PEOPLE, "Algerians")]], of(1))
THIRD = write([[(OTTO, "Otto Œrsted"), "et", (ANNA, "Quill"), "quittent l’", (ALGERIE, "Algérie")]], of(0, "B", "fr"))


@pytest.fixture
def three(library):
    return library, put(library, [FIRST, SECOND, THIRD])


def test_an_entity_is_one_in_all_articles_and_languages(three):
    library, _ = three
    algeria = library.named()["location:DZ"]
    assert (algeria.mentions, algeria.articles, algeria.names) == (2, 2, ("Algeria", "Algérie"))
    assert algeria.several_languages
    assert not library.named()["group:DZ"].several_languages


def test_only_those_that_are_asked_for_are_told(three):
    library, _ = three
    assert list(library.named(["group:DZ", "person:nobody"])) == ["group:DZ"]


def test_a_page_has_every_sentence_by_day_and_what_stands_in_them(three):
    library, ids = three
    page = library.entity_page("person:anna quill")
    assert [passage.article for passage in page.passages] == [ids[1], ids[0], ids[2]]
    assert page.passages[0].text == "There Quill and Quill met"
    text = library.article(ids[1]).text
    assert [span.cut(text) for span in page.passages[0].mentions] == ["Quill", "Quill"]
    assert page.aliases == (("Quill", 3), ("Anna Quill", 1))
    assert (page.first.article, page.last.article) == (ids[1], ids[0])


def test_a_page_tells_who_stands_in_the_same_sentences(three):
    library, _ = three
    companions = library.entity_page("person:anna quill").companions
    assert [(one.named.identity, one.sentences, one.articles) for one in companions] == [
        ("location:DZ", 2, 2),
        ("person:otto œrsted", 2, 2),
    ]


def test_a_country_is_linked_with_its_people(three):
    library, _ = three
    assert [one.identity for one in library.entity_page("location:DZ").linked] == ["group:DZ"]


def test_what_is_nowhere_has_no_page(three):
    library, _ = three
    assert library.entity_page("person:nobody") is None


@pytest.mark.parametrize("typed", ["qu", "QUILL", "anna", "anna q", "Anna  Quill "])
def test_names_are_completed_from_each_of_their_words(three, typed):
    library, _ = three
    assert [one.identity for one in library.completed(typed)] == ["person:anna quill"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("oe", ["person:otto œrsted"]), ("algerie", ["location:DZ"]), ("uill", []), ("  ", []), ("%", [])],
)
def test_names_are_completed_without_accents_and_ligatures(three, typed, found):
    library, _ = three
    assert [one.identity for one in library.completed(typed)] == found


def test_what_is_named_most_is_completed_first(three):
    library, _ = three
    assert [one.identity for one in library.completed("a", limit=2)] == ["person:anna quill", "location:DZ"]


@pytest.mark.parametrize(("together", "found"), [(False, {0, 1, 2}), (True, {0, 2})])
def test_articles_are_found_by_what_they_name(three, together, found):
    library, ids = three
    wanted = ["person:anna quill", "person:otto œrsted"]
    assert library.naming(wanted, together=together) == {ids[number] for number in found}


def test_no_article_names_an_unknown_one_too(three):
    library, _ = three
    assert library.naming(["person:anna quill", "person:nobody"], together=True) == frozenset()


def test_ties_count_sentences_and_articles(three):
    library, ids = three
    assert library.ties()[-1] == Tie("person:anna quill", "person:otto œrsted", 2, 2)
    assert {tie.sentences for tie in library.ties([ids[0]])} == {1}


def test_the_sentences_of_a_tie_are_those_that_name_both(three):
    library, ids = three
    found = library.shared_passages("person:anna quill", "location:DZ")
    assert [passage.article for passage in found] == [ids[0], ids[2]]
    text = library.article(ids[0]).text
    assert [span.cut(text) for span in found[0].mentions] == ["Anna Quill", "Algeria"]
    assert found[0].kinds == (Kind.PERSON, Kind.LOCATION)
    assert len(library.shared_passages("person:anna quill", "location:DZ", [ids[2]])) == 1


def test_articles_in_the_trash_do_not_count(three):
    library, ids = three
    library.apply(PresenceEdit("Delete", (ids[0], ids[2]), False))
    assert list(library.named()) == ["person:anna quill", "group:DZ"]
    assert library.naming(["location:DZ"]) == frozenset()
    assert library.completed("algerie") == []
    assert library.ties() == []
    assert library.entity_page("group:DZ").linked == ()


def test_superseded_versions_do_not_count(three):
    library, ids = three
    edit = SuccessionEdit("Extract again", ids[0], ids[2])
    library.apply(edit)
    assert library.named()["location:DZ"].articles == 1
    library.apply(edit.inverse())
    assert library.named()["location:DZ"].articles == 2


def test_entities_of_one_article_are_two_there(three):
    library, _ = three
    pairs = library.in_one_article(["person:anna quill", "person:otto œrsted", "group:DZ"])
    assert pairs == {
        frozenset({"person:anna quill", "person:otto œrsted"}),
        frozenset({"person:anna quill", "group:DZ"}),
    }


def test_what_is_not_the_same_is_remembered_and_forgotten(three):
    library, _ = three
    edit = DistinctionEdit("Keep apart", "person:b", "person:a")
    library.apply(edit)
    assert library.distinct() == {frozenset({"person:a", "person:b"})}
    library.apply(edit.inverse())
    assert library.distinct() == set()
