from __future__ import annotations

import pytest

from apostil.domain.article import Metadata
from apostil.domain.edits import CorrectionsEdit
from apostil.domain.entity import Kind, Renamed, Split
from apostil.domain.names import Likeness, Named
from apostil.services import entities
from support.libraries import make_library
from support.names import Invented, put, write

ANNA = Invented(Kind.PERSON, ("Anna Quill", "Quill"))
QUILL = Invented(Kind.PERSON, ("Quill",))
UNION = Invented(Kind.ORGANIZATION, ("Quill",))
ALGERIA = Invented(Kind.LOCATION, ("Algeria",), "DZ")
ALGERIE = Invented(Kind.LOCATION, ("Algérie",), "DZ")
PEOPLE = Invented(Kind.GROUP, ("Algeria",), "DZ")
BANK = Invented(Kind.ORGANIZATION, ("Tide Mill Bank",))
MILL = Invented(Kind.ORGANIZATION, ("Tide Mill",))
TIDE = Invented(Kind.ORGANIZATION, ("Tide",))


@pytest.fixture
def library(tmp_path):
    with make_library(tmp_path) as opened:
        yield opened


def naming(*sentences, language="en"):
    """An article with a sentence for each of these, which are named in it by their names."""
    told = [[word for one in sentence for word in ((one, one.forms[0]), "and")] for sentence in sentences]
    return write(told, Metadata("A title", (), "", None, language))


def identities(library):
    return {one.identity: one.articles for one in entities.entities(library)}


def proposed(library):
    return [(pair.one.identity, pair.other.identity, pair.likeness) for pair in entities.proposals(library)]


def test_entities_are_those_of_most_articles_first(library):
    put(library, [naming([ANNA], [BANK]), naming([BANK], [BANK])])
    assert [one.identity for one in entities.entities(library)] == ["organization:tide mill bank", "person:anna quill"]


def test_what_waits_is_indexed_before_a_page_is_made(library):
    put(library, [naming([ANNA])])
    with library._database.writing() as connection:
        connection.execute("DELETE FROM appearance; INSERT INTO unindexed SELECT article FROM analysis")
    assert entities.entity_page(library, "person:anna quill").named.mentions == 1


def test_there_is_no_page_of_what_is_nowhere(library):
    assert entities.entity_page(library, "person:nobody") is None


@pytest.mark.parametrize(
    ("language", "name"), [("fr", "Algérie"), ("de", "Algerien"), ("en_GB", "Algeria"), ("xx", "Algeria")]
)
def test_a_country_is_called_as_its_reader_does(library, language, name):
    put(library, [naming([ALGERIA, ANNA]), naming([ALGERIE, ANNA], language="fr"), naming([ALGERIA])])
    page = entities.entity_page(library, "location:DZ", language)
    assert page.named.name == name
    companion = entities.entity_page(library, "person:anna quill", language).companions[0]
    assert companion.named.name == name
    assert entities.completed(library, "alger", language)[0].name == name


def test_a_country_is_called_as_in_its_articles_where_they_agree(library):
    put(library, [naming([ALGERIE], language="fr")])
    assert entities.entity_page(library, "location:DZ", "en").named.name == "Algérie"


def test_a_country_keeps_the_name_that_a_person_gave_it(library):
    put(library, [naming([ALGERIA]), naming([ALGERIE], language="fr")])
    library.apply(entities.rename(library, "location:DZ", "El Djazaïr"))
    assert entities.entity_page(library, "location:DZ", "fr").named.name == "El Djazaïr"


@pytest.mark.parametrize("known", ["", "geonames:2507480", "X"])
def test_what_is_no_known_country_keeps_its_name(known):
    named = Named("location:x", Kind.LOCATION, "X", known, several_languages=True)
    assert entities.shown(named, "fr") == named


def test_a_country_and_its_people_are_linked_and_not_proposed_as_one(library):
    put(library, [naming([ALGERIA]), naming([PEOPLE])])
    assert [one.identity for one in entities.entity_page(library, "location:DZ").linked] == ["group:DZ"]
    assert proposed(library) == []


def test_articles_are_filtered_by_all_or_any(library):
    both, one = put(library, [naming([ANNA, BANK]), naming([BANK])])
    wanted = ["person:anna quill", "organization:tide mill bank"]
    assert entities.filtered(library, wanted) == {both, one}
    assert entities.filtered(library, wanted, all_of_them=True) == {both}


def test_an_entity_is_renamed_under_all_its_names_and_back(library):
    put(library, [naming([ALGERIA]), naming([ALGERIE], language="fr")])
    edit = entities.rename(library, "location:DZ", " Al  Jazair ")
    library.apply(edit)
    assert library.named()["location:DZ"].names == ("Al Jazair",)
    assert edit.label == "Rename Algeria to Al Jazair in the library"
    library.apply(edit.inverse())
    assert entities.entity_page(library, "location:DZ").named.names == ("Algeria", "Algérie")


@pytest.mark.parametrize(
    ("identity", "name"), [("person:nobody", "X"), ("person:anna quill", "Anna Quill"), ("person:anna quill", " ")]
)
def test_there_may_be_nothing_to_rename(library, identity, name):
    put(library, [naming([ANNA])])
    assert entities.rename(library, identity, name) is None


def test_a_new_name_may_be_that_of_another_one(library):
    put(library, [naming([ANNA]), naming([QUILL]), naming([UNION])])
    assert entities.namesake(library, "person:anna quill", "QUILL").identity == "person:quill"
    assert entities.namesake(library, "person:quill", "Quill") is None


def test_two_become_one_in_all_articles(library):
    put(library, [naming([ANNA]), naming([QUILL]), naming([QUILL, ANNA])])
    library.apply(entities.merge(library, "person:quill", "person:anna quill"))
    assert identities(library) == {"person:anna quill": 3}


def test_two_of_different_kinds_become_one_of_the_kind_that_stays(library):
    put(library, [naming([ANNA]), naming([UNION])])
    library.apply(entities.merge(library, "organization:quill", "person:anna quill"))
    assert identities(library) == {"person:anna quill": 2}


def test_what_is_merged_with_a_country_is_known_as_that(library):
    republic = Invented(Kind.LOCATION, ("El Djazaïr",))
    put(library, [naming([ALGERIA]), naming([republic]), naming([republic], [ALGERIA])])
    library.apply(entities.merge(library, "location:el djazair", "location:DZ"))
    assert identities(library) == {"location:DZ": 3}


@pytest.mark.parametrize(("one", "other"), [("person:quill", "person:nobody"), ("person:quill", "person:quill")])
def test_there_may_be_nothing_to_merge(library, one, other):
    put(library, [naming([QUILL])])
    assert entities.merge(library, one, other) is None


def test_one_name_of_two_kinds_is_proposed_and_not_merged(library):
    put(library, [naming([QUILL]), naming([QUILL]), naming([UNION])])
    assert proposed(library) == [("organization:quill", "person:quill", Likeness.OTHER_KIND)]
    library.apply(entities.accept(library, entities.proposals(library)[0]))
    assert identities(library) == {"person:quill": 3}
    assert proposed(library) == []


def test_a_part_of_a_full_name_is_proposed(library):
    put(library, [naming([ANNA]), naming([QUILL])])
    assert proposed(library) == [("person:quill", "person:anna quill", Likeness.CONTAINED)]


def test_of_an_organisation_several_first_words_may_stand_for_it(library):
    put(library, [naming([BANK]), naming([MILL]), naming([TIDE])])
    assert proposed(library) == [("organization:tide mill", "organization:tide mill bank", Likeness.CONTAINED)]


@pytest.mark.parametrize("other", [ANNA, UNION])
def test_what_one_article_names_as_two_is_not_proposed(library, other):
    put(library, [naming([other], [QUILL]), naming([QUILL])])
    assert proposed(library) == []


def test_a_place_is_not_proposed_for_a_longer_one(library):
    put(library, [naming([Invented(Kind.LOCATION, ("York",))]), naming([Invented(Kind.LOCATION, ("New York",))])])
    assert proposed(library) == []


def test_what_was_refused_is_not_proposed_again_until_that_is_undone(library):
    put(library, [naming([ANNA]), naming([QUILL])])
    edit = entities.refuse(entities.proposals(library)[0])
    assert edit.label == "Keep Quill and Anna Quill apart"
    library.apply(edit)
    assert proposed(library) == []
    library.apply(edit.inverse())
    assert len(proposed(library)) == 1


def test_two_people_of_one_name_are_told_apart_by_article(library):
    _, other = put(library, [naming([ANNA]), naming([ANNA])])
    library.apply(CorrectionsEdit("Split", other, (), (Split("Anna Quill", "Anna Quill (the miller)"),)))
    assert identities(library) == {"person:anna quill": 1, "person:anna quill (the miller)": 1}
    library.apply(entities.rename(library, "person:anna quill", "Lady Quill"))
    assert identities(library) == {"person:lady quill": 1, "person:anna quill (the miller)": 1}


def test_what_an_article_says_itself_stays(library):
    _, other = put(library, [naming([ANNA]), naming([ANNA])])
    library.apply(CorrectionsEdit("Rename", other, (), (Renamed("Lady Quill", "Her Ladyship"),)))
    library.apply(entities.rename(library, "person:anna quill", "Lady Quill"))
    assert identities(library) == {"person:lady quill": 1, "person:her ladyship": 1}


@pytest.mark.parametrize(
    ("kind", "known", "names", "language", "shown"),
    [
        (Kind.GROUP, "DZ", ("Algériens", "Algerians"), "en", "Algerians"),
        (Kind.GROUP, "DZ", ("Algerians", "Algériens"), "fr", "Algériens"),
        (Kind.GROUP, "DZ", ("Algerians", "Algériens"), "de", "Algerians"),
        (Kind.ORGANIZATION, "org:united-nations", ("ONU", "UN"), "en_GB", "UN"),
        (Kind.PERSON, "", ("Noel Keita", "NOËL KEÏTA", "Noël Keïta", "Noé"), "en", "Noël Keïta"),
    ],
)
def test_an_entity_is_shown_by_its_name_in_a_language_and_with_accents(kind, known, names, language, shown):
    named = Named("x", kind, names[0], known, names=names, several_languages=True)
    assert entities.shown(named, language).name == shown


def test_a_name_that_a_person_gave_keeps_its_letters():
    named = Named("x", Kind.PERSON, "Noel Keita", names=("Noel Keita",), confirmed=True)
    assert entities.shown(named, "fr") == named
