import pytest

from apostil.domain.edits import GlossaryEdit, LibraryCorrectionsEdit
from apostil.domain.entity import Confirmed, Kind, MarkedEntity, NotAnEntity, OtherExtent, OtherKind, SameAs, Scope
from apostil.domain.glossary import GlossaryEntry
from apostil.services.corrections.listing import is_nameless, listed, put, removed
from apostil.store.library import Library

MALI = GlossaryEntry("Mali", Kind.LOCATION)
GAO = GlossaryEntry("Gao", Kind.LOCATION, scope=Scope.LIBRARY)


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.apostil", glossary=tmp_path / "glossary.tsv") as opened:
        opened.apply(GlossaryEdit("Add", (), (MALI,)))
        opened.apply(LibraryCorrectionsEdit("Add", (), (MarkedEntity("Gao", Kind.LOCATION), SameAs("ONU", "UN"))))
        yield opened


def entries(library):
    return [line.entry for line in listed(library)]


def test_what_holds_always_and_in_the_library_stands_in_one_list(library):
    assert entries(library) == [MALI, GAO, GlossaryEntry("ONU", None, "", "UN", Scope.LIBRARY)]


def test_what_an_entry_cannot_say_whole_cannot_be_changed_here(library):
    assert [line.changeable for line in listed(library)] == [True, True, False]


@pytest.mark.parametrize(
    ("said", "nameless"),
    [
        (NotAnEntity("Le", everywhere=True), True),
        (OtherKind("Mali", Kind.LOCATION), False),
        (Confirmed("Mali", None, Kind.LOCATION), False),
        (OtherExtent("Mali", "Mali Empire"), False),
        (NotAnEntity("Mali"), True),
    ],
)
def test_every_correction_of_a_library_has_its_line(library, said, nameless):
    library.apply(LibraryCorrectionsEdit("Say", library.rules(), (said,)))
    line = listed(library)[-1]
    assert (line.whole, is_nameless(line)) == (said, nameless)


def test_lines_are_taken_out_as_one_step(library):
    edit = removed(library, listed(library))
    library.apply(edit)
    assert entries(library) == []
    library.apply(edit.inverse())
    assert entries(library)[:2] == [MALI, GAO]


@pytest.mark.parametrize("scope", [Scope.ALWAYS, Scope.LIBRARY])
def test_an_entry_is_put_where_it_is_to_hold(library, scope):
    new = GlossaryEntry("Kidal", Kind.LOCATION, scope=scope)
    library.apply(put(library, new))
    assert new in entries(library)


def test_an_entry_moves_with_its_scope(library):
    library.apply(put(library, GlossaryEntry("Mali", Kind.GROUP, scope=Scope.LIBRARY), listed(library)[0]))
    assert library.glossary().entries == ()
    assert MarkedEntity("Mali", Kind.GROUP) in library.rules()


def test_a_changed_entry_takes_the_place_of_the_old_one(library):
    library.apply(put(library, GlossaryEntry("Mali", Kind.GROUP), listed(library)[0]))
    assert library.glossary().entries == (GlossaryEntry("Mali", Kind.GROUP),)


def test_what_a_label_says_is_for_the_undo_menu(library):
    assert removed(library, listed(library)[:1]).label == "Remove Mali from the glossary"
    assert removed(library, listed(library)).label == "Remove 3 names from the glossary"
    assert put(library, GlossaryEntry("Kidal", None)).label == "Add Kidal to the glossary"
