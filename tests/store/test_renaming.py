from __future__ import annotations

import pytest

from apostil.domain.edits import LibraryCorrectionsEdit
from apostil.domain.entity import Confirmed, Kind, OtherKind, Renamed, SameAs
from apostil.store import naming
from support.names import Invented, put, write

ANNA = Invented(Kind.PERSON, ("Anna Quill", "Quill"))
ANN = Invented(Kind.PERSON, ("Ann Quill",))
TEXT = [[(ANNA, "Anna Quill"), "meets", (ANN, "Ann Quill"), "."], [(ANNA, "Quill"), "sleeps."]]


@pytest.fixture
def two(library):
    return library, put(library, [write(TEXT), write([[(ANNA, "Anna Quill"), "writes."]])])


@pytest.fixture
def never_anew(monkeypatch):
    """Indexing a whole article anew fails."""
    monkeypatch.setattr(naming, "index", None)


@pytest.mark.parametrize(
    ("said", "named"),
    [
        (Renamed("Anna Quill", "Lady Q"), {"person:lady q": 3, "person:ann quill": 1}),
        (Renamed("anna quill", "Ann Quill"), {"person:ann quill": 4}),
        (SameAs("Anna Quill", "Ann Quill"), {"person:ann quill": 4}),
        (OtherKind("Ann Quill", Kind.GROUP), {"person:anna quill": 3, "group:ann quill": 1}),
        (Confirmed("Ann Quill"), {"person:anna quill": 3, "person:ann quill": 1}),
        (Renamed("Nobody", "Somebody"), {"person:anna quill": 3, "person:ann quill": 1}),
    ],
)
def test_names_change_in_all_articles_without_looking_at_them_again(two, never_anew, said, named):
    library, _ = two
    library.apply(LibraryCorrectionsEdit("", (), (said,)))
    assert {identity: one.mentions for identity, one in library.named().items()} == named


def test_what_was_confirmed_is_known_to_be(two, never_anew):
    library, _ = two
    library.apply(LibraryCorrectionsEdit("", (), (Confirmed("Ann Quill"),)))
    assert [one.identity for one in library.named().values() if one.confirmed] == ["person:ann quill"]


def test_the_sentences_stay(two, never_anew):
    library, _ = two
    before = library.entity_page("person:anna quill")
    library.apply(LibraryCorrectionsEdit("", (), (Renamed("Anna Quill", "Lady Q"),)))
    assert library.entity_page("person:lady q").passages == before.passages
