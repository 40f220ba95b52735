from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest

from apostil.domain.analysis import Analysis
from apostil.domain.article import ArticleId
from apostil.domain.edits import CorrectionsEdit, GlossaryEdit, LibraryCorrectionsEdit
from apostil.domain.entity import (
    Confirmed,
    Correction,
    Entity,
    Kind,
    MarkedEntity,
    Mention,
    NotAnEntity,
    OtherExtent,
    OtherKind,
    Renamed,
    SameAs,
    Scope,
    Split,
    entity_id,
)
from apostil.domain.glossary import GlossaryEntry
from apostil.domain.spans import Span
from apostil.services import analysing
from apostil.services.corrections import correcting, glossaries
from apostil.services.corrections.correcting import About
from apostil.store.library import Library
from support.language import article_of, sample
from support.libraries import add_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ID = ArticleId("a")


class Shelf:
    """As much of a library as corrections need."""

    def __init__(self, *made: Correction) -> None:
        self.made = made

    def corrections(self, article_id: ArticleId) -> tuple[Correction, ...]:
        return self.made


def shelf(*made: Correction) -> Library:
    return cast(Library, Shelf(*made))


@pytest.mark.parametrize(
    ("edit", "label", "correction"),
    [
        (
            correcting.other_kind(About(shelf(), ID, "Lorne"), Kind.LOCATION),
            "Change kind of Lorne to place",
            OtherKind("Lorne", Kind.LOCATION),
        ),
        (
            correcting.confirm(About(shelf(), ID, "Lorne"), Kind.LOCATION),
            "Confirm Lorne as place",
            Confirmed("Lorne", None, Kind.LOCATION),
        ),
        (
            correcting.mark_entity(About(shelf(), ID, "the long name " * 9), Kind.WORK),
            "Mark the long name the long name the long… as work",
            MarkedEntity(" ".join(["the long name"] * 9), Kind.WORK),
        ),
        (correcting.not_an_entity(About(shelf(), ID, "Lorne")), "Remove entity Lorne", NotAnEntity("Lorne")),
        (
            correcting.not_an_entity(About(shelf(), ID, "Lorne", span=Span(3, 8))),
            "Remove a mention of Lorne",
            NotAnEntity("Lorne", Span(3, 8)),
        ),
        (
            correcting.same_as(About(shelf(), ID, "Lorne"), "Port Lorne"),
            "Join Lorne with Port Lorne",
            SameAs("Lorne", "Port Lorne"),
        ),
        (
            correcting.mark_entity(About(shelf(), ID, " Port\nLorne"), Kind.PERSON),
            "Mark Port Lorne as person",
            MarkedEntity("Port Lorne", Kind.PERSON),
        ),
    ],
)
def test_a_correction_is_an_edit_with_its_name(edit: object, label: str, correction: Correction) -> None:
    made = cast("correcting.CorrectionsEdit", edit)
    assert (made.label, made.article, made.before, made.after) == (label, ID, (), (correction,))


def test_a_kind_has_the_word_that_the_interface_has_for_it() -> None:
    edit = correcting.mark_entity(About(shelf(), ID, "Lorne"), Kind.ORGANIZATION)
    assert edit.label == "Mark Lorne as organisation"


def test_a_correction_comes_after_those_before_it() -> None:
    edit = correcting.not_an_entity(About(shelf(SameAs("a", "b")), ID, "c"))
    assert edit.after == (SameAs("a", "b"), NotAnEntity("c"))
    assert edit.inverse().after == (SameAs("a", "b"),)


def test_another_kind_of_the_same_name_replaces_the_earlier_one() -> None:
    edit = correcting.other_kind(About(shelf(OtherKind("Lorne", Kind.PERSON)), ID, "lorne"), Kind.LOCATION)
    assert edit.after == (OtherKind("lorne", Kind.LOCATION),)


def test_corrections_outlive_a_new_analysis() -> None:
    article = sample("en")
    made = (OtherKind("Moira Tennant", Kind.GROUP),)
    for _ in range(2):
        found = correcting.corrected(article, analysing.analyse(article).entities, made)
        assert [entity.kind for entity in found if entity.name == "Moira Tennant"] == [Kind.GROUP]


def test_without_corrections_everything_stays() -> None:
    article = sample("en")
    found = analysing.analyse(article).entities
    assert correcting.corrected(article, found, ()) is found


HERE = Span(3, 8)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.apostil") as made:
        yield made


@pytest.mark.parametrize(
    ("edit", "label", "correction"),
    [
        (
            correcting.other_kind(About(shelf(), ID, "Lorne", Scope.MENTION, HERE), Kind.LOCATION),
            "Change kind of a mention of Lorne to place",
            OtherKind("Lorne", Kind.LOCATION, HERE),
        ),
        (
            correcting.other_kind(About(shelf(), ID, "Lorne", Scope.ARTICLE), Kind.LOCATION),
            "Change kind of Lorne to place in the article",
            MarkedEntity("Lorne", Kind.LOCATION),
        ),
        (
            correcting.confirm(About(shelf(), ID, "Lorne", Scope.MENTION, HERE), Kind.LOCATION),
            "Confirm a mention of Lorne as place",
            Confirmed("Lorne", HERE, Kind.LOCATION),
        ),
        (
            correcting.not_an_entity(About(shelf(), ID, "Lorne", Scope.ARTICLE)),
            "Remove entity Lorne in the article",
            NotAnEntity("Lorne", everywhere=True),
        ),
        (
            correcting.other_extent(About(shelf(), ID, "President Banda", Scope.MENTION, HERE), " Banda"),
            "Change words of a mention of President Banda to Banda",
            OtherExtent("President Banda", "Banda", HERE),
        ),
        (
            correcting.split(About(shelf(), ID, "Banda"), "Hastings Banda"),
            "Split Banda off as Hastings Banda",
            Split("Banda", "Hastings Banda"),
        ),
        (
            correcting.rename(About(shelf(), ID, "Banda"), "Joyce  Banda"),
            "Rename Banda to Joyce Banda",
            Renamed("Banda", "Joyce Banda"),
        ),
        (
            correcting.mark_entity(About(shelf(), ID, "Banda", Scope.MENTION, HERE), Kind.PERSON),
            "Mark Banda as person",
            MarkedEntity("Banda", Kind.PERSON, HERE),
        ),
    ],
)
def test_a_correction_reaches_as_far_as_it_says(edit: object, label: str, correction: Correction) -> None:
    made = cast("CorrectionsEdit", edit)
    assert (made.label, made.after) == (label, (correction,))


def test_a_correction_of_one_mention_says_where_it_is() -> None:
    with pytest.raises(ValueError, match="says where"):
        correcting.other_kind(About(shelf(), ID, "Lorne", Scope.MENTION), Kind.LOCATION)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (NotAnEntity("Lorne", HERE), Confirmed("Lorne", HERE, Kind.PERSON)),
        (MarkedEntity("Lorne", Kind.WORK), NotAnEntity("Lorne", everywhere=True)),
        (Confirmed("Lorne", None, Kind.WORK), OtherKind("Lorne", Kind.PERSON)),
        (Split("Lorne", "Ian", HERE), Split("Lorne", "Moira", HERE)),
        (OtherExtent("Lorne", "Port", HERE), OtherExtent("Lorne", "Bank", HERE)),
    ],
)
def test_another_answer_to_the_same_question_replaces_the_earlier_one(earlier: Correction, later: Correction) -> None:
    assert correcting._later((earlier,), (later,)) == (later,)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (OtherKind("Lorne", Kind.WORK, HERE), OtherKind("Lorne", Kind.PERSON)),
        (OtherKind("Lorne", Kind.WORK), Renamed("Lorne", "Port Lorne")),
        (SameAs("Lorne", "Moira"), SameAs("Lorne", "Ian")),
        (OtherKind("Lorne", Kind.WORK), Confirmed("Lorne")),
    ],
)
def test_answers_to_other_questions_stay(earlier: Correction, later: Correction) -> None:
    assert correcting._later((earlier,), (later,)) == (earlier, later)


TEXT = article_of("President Banda met Moira Tennant. Lorne Bank paid.")


def put(library: Library) -> ArticleId:
    """The article with a person that is found too long, and a bank."""
    article_id = add_article(library, TEXT)
    found = tuple(
        Entity(entity_id(name, kind), name, kind, (Mention(Span(at, at + len(name)), kind, 0.6),))
        for name, kind in (("President Banda", Kind.PERSON), ("Lorne Bank", Kind.ORGANIZATION))
        for at in [TEXT.text.index(name)]
    )
    library.save_analysis(article_id, Analysis("en", (Span(0, 34), Span(35, 51)), found, "invented 1"))
    return article_id


def test_what_holds_in_a_library_is_one_of_its_rules(library: Library) -> None:
    edit = correcting.rename(About(library, ID, "Banda", Scope.LIBRARY), "Joyce Banda")
    assert edit == LibraryCorrectionsEdit("Rename Banda to Joyce Banda in the library", (), edit.after)
    assert edit.after == (Renamed("Banda", "Joyce Banda"),)


def test_what_holds_always_is_an_entry_of_the_glossary(library: Library) -> None:
    edit = correcting.other_kind(About(library, ID, "Banda", Scope.ALWAYS), Kind.PERSON)
    assert edit == GlossaryEdit("Change kind of Banda to person always", (), (GlossaryEntry("Banda", Kind.PERSON),))


def test_an_entry_of_the_same_words_is_replaced(library: Library) -> None:
    library.apply(correcting.other_kind(About(library, ID, "Banda", Scope.ALWAYS), Kind.PERSON))
    edit = correcting.not_an_entity(About(library, ID, "Banda", Scope.ALWAYS))
    assert edit.after == (GlossaryEntry("Banda", None),)


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda lib, one: correcting.rename(About(lib, one, "Lorne Bank", Scope.ALWAYS), "Bank of Lorne"),
         "Bank of Lorne"),
        (lambda lib, one: correcting.split(About(lib, one, "Lorne Bank", Scope.ALWAYS), "New Bank"), "New Bank"),
        (lambda lib, one: correcting.same_as(About(lib, one, "Lorne Bank", Scope.ALWAYS), "The Bank"), "The Bank"),
        (lambda lib, one: correcting.other_extent(About(lib, one, "Lorne Bank", Scope.ALWAYS), "Bank"), "Bank"),
        (lambda lib, one: correcting.other_extent(About(lib, one, "Lorne Bank", Scope.ALWAYS), "Lorne Bank paid"),
         "Lorne Bank paid"),
    ],
)  # fmt: skip
def test_what_holds_always_shows_in_the_article(library: Library, make: Callable[..., Any], name: str) -> None:
    article_id = put(library)
    library.apply(make(library, article_id))
    found = {entity.name: entity.kind for entity in correcting.entities_of(library, article_id)}
    assert found == {"President Banda": Kind.PERSON, name: Kind.ORGANIZATION}


def test_words_in_a_longer_name_are_marked_where_a_person_saw_them(library: Library) -> None:
    article_id = put(library)
    edit = correcting.mark_entity(About(library, article_id, "Banda", span=Span(10, 15)), Kind.PERSON)
    library.apply(edit)
    assert [entity.name for entity in correcting.entities_of(library, article_id)] == ["Banda", "Lorne Bank"]


def test_what_was_not_analysed_has_no_entities(library: Library) -> None:
    assert correcting.entities_of(library, add_article(library, TEXT)) == ()


def test_an_imported_list_replaces_what_was_said_of_the_same_words(library: Library) -> None:
    library.apply(glossaries.imported(library, [GlossaryEntry("Lorne", Kind.PERSON), GlossaryEntry("Mali", None)]))
    edit = glossaries.imported(library, [GlossaryEntry("Lorne", Kind.LOCATION)])
    assert edit.after == (GlossaryEntry("Mali", None), GlossaryEntry("Lorne", Kind.LOCATION))


BANDA = Span(10, 15)
EARLIER = (("President Banda", Kind.PERSON), ("Lorne Bank", Kind.ORGANIZATION), ("Moira Tennant", Kind.PERSON))
LATER = (
    (),
    (("Banda", Kind.PERSON), ("Lorne", Kind.LOCATION), ("Tennant", Kind.GROUP)),
    (("President Banda met Moira Tennant", Kind.EVENT), ("Lorne Bank", Kind.WORK)),
)
"""What three other engines find in the same article: nothing, less of each name, and too much of it."""


def found_as(*names: tuple[str, Kind]) -> tuple[Entity, ...]:
    return tuple(
        Entity(entity_id(name, kind), name, kind, (Mention(Span(at, at + len(name)), kind, 0.5),))
        for name, kind in names
        for at in [TEXT.text.index(name)]
    )


@pytest.mark.parametrize("later", LATER)
@pytest.mark.parametrize(
    ("said", "name", "kind"),
    [
        (OtherKind("President Banda", Kind.GROUP, BANDA), "Banda", Kind.GROUP),
        (MarkedEntity("Joyce Banda", Kind.PERSON, BANDA), "Joyce Banda", Kind.PERSON),
        (Confirmed("Joyce Banda", BANDA, Kind.PERSON), "Joyce Banda", Kind.PERSON),
    ],
)
def test_what_a_person_saw_in_one_place_outlives_every_engine(
    said: Correction, name: str, kind: Kind, later: tuple[tuple[str, Kind], ...]
) -> None:
    after = correcting.corrected(TEXT, found_as(*later), (said,))
    assert [(one.name, one.kind) for one in after for mention in one.mentions if mention.span == BANDA] == [
        (name, kind)
    ]


@pytest.mark.parametrize("later", LATER)
def test_a_rejected_mention_is_not_found_again(later: tuple[tuple[str, Kind], ...]) -> None:
    after = correcting.corrected(TEXT, found_as(*later), (NotAnEntity("Banda", BANDA),))
    assert all(mention.span != BANDA for one in after for mention in one.mentions)


@pytest.mark.parametrize("later", LATER)
def test_marked_words_outlive_every_engine_that_finds_no_more_of_them(later: tuple[tuple[str, Kind], ...]) -> None:
    after = correcting.corrected(TEXT, found_as(*later), (MarkedEntity("Lorne Bank", Kind.ORGANIZATION),))
    assert [one.kind for one in after if one.name == "Lorne Bank"] == [Kind.ORGANIZATION]


def test_a_settled_kind_holds_when_the_name_has_become_an_alias() -> None:
    joined = replace(found_as(EARLIER[2])[0], name="Moira Ann Tennant")
    after = correcting.corrected(TEXT, (joined,), (OtherKind("Moira Tennant", Kind.GROUP),))
    assert [(one.name, one.kind) for one in after] == [("Moira Ann Tennant", Kind.GROUP)]


def test_a_new_analysis_in_the_library_leaves_what_was_said(library: Library) -> None:
    article_id = put(library)
    library.apply(correcting.other_kind(About(library, article_id, "Lorne Bank", Scope.LIBRARY), Kind.WORK))
    library.apply(correcting.rename(About(library, article_id, "President Banda", Scope.ENTITY), "Joyce Banda"))
    library.save_analysis(article_id, Analysis("en", (), found_as(*EARLIER), "invented 2"))
    names = {one.name: one.kind for one in correcting.entities_of(library, article_id)}
    assert names == {"Joyce Banda": Kind.PERSON, "Lorne Bank": Kind.WORK, "Moira Tennant": Kind.PERSON}
