from dataclasses import replace

import pytest

from apostil.domain.edits import CorrectionsEdit, GlossaryEdit, LibraryCorrectionsEdit
from apostil.domain.entity import (
    Confirmed,
    Kind,
    MarkedEntity,
    NotAnEntity,
    OtherExtent,
    OtherKind,
    Renamed,
    SameAs,
    Scope,
    Split,
)
from apostil.domain.errors import CancelledError
from apostil.services.corrections.operations import (
    Operation,
    counted,
    edit_of,
    here,
    is_complete,
    scopes,
    selection_of,
    subject_of,
    usual_scope,
    wish,
)
from apostil.store.library import Library
from support import panels

TEXT = panels.ENGLISH.text
SURNAME = panels.places(TEXT, "Késsou")[1]


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.apostil", glossary=tmp_path / "glossary.tsv") as opened:
        yield opened


@pytest.fixture
def article(library):
    return panels.add(library, panels.ENGLISH, "port.txt")


@pytest.fixture
def kessou(article):
    """The second mention of Adama Késsou, by his surname."""
    entity = panels.entities(panels.ENGLISH)[0]
    return subject_of(article, TEXT, entity, SURNAME)


def made(library, subject, operation, scope, **rest):
    return edit_of(library, replace(wish(operation, subject), scope=scope, **rest))


def test_a_mention_is_known_by_its_words_and_by_what_its_entity_is_called(kessou):
    assert (kessou.words, kessou.name) == ("Késsou", "Adama Késsou")
    assert kessou.names == ("Késsou", "Adama Késsou")


@pytest.mark.parametrize(
    ("operation", "scope", "said"),
    [
        (Operation.CONFIRM, Scope.MENTION, Confirmed("Adama Késsou", SURNAME, Kind.GROUP)),
        (Operation.CONFIRM, Scope.ENTITY, Confirmed("Adama Késsou", None, Kind.GROUP)),
        (Operation.KIND, Scope.MENTION, OtherKind("Adama Késsou", Kind.GROUP, SURNAME)),
        (Operation.KIND, Scope.ENTITY, OtherKind("Adama Késsou", Kind.GROUP)),
        (Operation.KIND, Scope.ARTICLE, MarkedEntity("Késsou", Kind.GROUP)),
        (Operation.EXTENT, Scope.MENTION, OtherExtent("Késsou", "Rosa", SURNAME)),
        (Operation.EXTENT, Scope.ARTICLE, OtherExtent("Késsou", "Rosa")),
        (Operation.NO_NAME, Scope.MENTION, NotAnEntity("Adama Késsou", SURNAME)),
        (Operation.NO_NAME, Scope.ENTITY, NotAnEntity("Adama Késsou")),
        (Operation.NO_NAME, Scope.ARTICLE, NotAnEntity("Késsou", everywhere=True)),
        (Operation.SAME_AS, Scope.ENTITY, SameAs("Adama Késsou", "Rosa")),
        (Operation.SAME_AS, Scope.ARTICLE, SameAs("Késsou", "Rosa")),
        (Operation.SPLIT, Scope.MENTION, Split("Adama Késsou", "Rosa", SURNAME)),
        (Operation.SPLIT, Scope.ARTICLE, Split("Késsou", "Rosa")),
        (Operation.RENAME, Scope.ENTITY, Renamed("Adama Késsou", "Rosa")),
        (Operation.MARK, Scope.ARTICLE, MarkedEntity("Késsou", Kind.GROUP)),
    ],
)
def test_a_wish_becomes_the_correction_that_says_it(library, kessou, operation, scope, said):
    edit = made(library, kessou, operation, scope, kind=Kind.GROUP, text="Rosa")
    assert isinstance(edit, CorrectionsEdit)
    assert said in edit.after


@pytest.mark.parametrize("operation", Operation)
def test_what_holds_in_the_library_or_always_is_kept_there(library, kessou, operation):
    kinds = [type(made(library, kessou, operation, scope, text="Rosa")) for scope in (Scope.LIBRARY, Scope.ALWAYS)]
    assert kinds == [LibraryCorrectionsEdit, GlossaryEdit]


def test_without_a_mention_nothing_is_about_one(article):
    entity = panels.entities(panels.ENGLISH)[0]
    subject = subject_of(article, TEXT, entity)
    assert all(Scope.MENTION not in scopes(operation, subject) for operation in Operation)


@pytest.mark.parametrize(
    ("operation", "scope"),
    [
        (Operation.KIND, Scope.ENTITY),
        (Operation.EXTENT, Scope.MENTION),
        (Operation.SPLIT, Scope.MENTION),
        (Operation.RENAME, Scope.ENTITY),
        (Operation.MARK, Scope.ARTICLE),
    ],
)
def test_each_operation_proposes_a_scope(kessou, operation, scope):
    assert usual_scope(operation, kessou) is scope


@pytest.mark.parametrize(
    ("operation", "text", "complete"),
    [
        (Operation.EXTENT, "Késsou", False),
        (Operation.EXTENT, "Adama Késsou", True),
        (Operation.RENAME, "Adama  Késsou", False),
        (Operation.RENAME, " ", False),
        (Operation.SAME_AS, "Rosa", True),
        (Operation.SPLIT, "", False),
        (Operation.SPLIT, "Késsou", True),
        (Operation.KIND, "", True),
    ],
)
def test_what_is_not_said_yet_is_missed(kessou, operation, text, complete):
    assert is_complete(replace(wish(operation, kessou), text=text)) is complete


def test_words_without_a_letter_are_no_name(article):
    span = panels.places(TEXT, ". ")[0]
    assert not is_complete(wish(Operation.MARK, selection_of(article, TEXT, span)))


def test_a_wish_can_be_about_here_alone(kessou):
    assert here(wish(Operation.KIND, kessou)).scope is Scope.MENTION


def test_what_it_would_change_is_counted(library, kessou):
    _, preview = counted(library, replace(wish(Operation.KIND, kessou), kind=Kind.GROUP), lambda: False)
    assert (preview.places, preview.articles) == (2, 1)


def test_counting_can_be_stopped(library, kessou):
    with pytest.raises(CancelledError):
        counted(library, wish(Operation.KIND, kessou), lambda: True)
