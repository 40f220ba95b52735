"""What holds in every article, and all that is in force in one."""

from __future__ import annotations

import pytest

from apostil.domain.edits import CorrectionsEdit, GlossaryEdit, LibraryCorrectionsEdit, SeveralEdits
from apostil.domain.entity import Kind, MarkedEntity, NotAnEntity, OtherKind, Renamed
from apostil.domain.glossary import GlossaryEntry
from support.libraries import add_article, make_article

ALWAYS = (GlossaryEntry("Mali", Kind.LOCATION), GlossaryEntry("Mali", Kind.GROUP, "en"))
HERE = (Renamed("Mali", "République du Mali"), MarkedEntity("l’État", Kind.ORGANIZATION))
OWN = (OtherKind("Mali", Kind.EVENT),)


def test_what_holds_in_a_library_comes_back_in_its_order(library):
    library.apply(LibraryCorrectionsEdit("Rename", (), HERE))
    assert library.rules() == HERE


def test_what_held_in_a_library_can_be_taken_back(library):
    edit = LibraryCorrectionsEdit("Rename", (), HERE)
    library.apply(edit)
    library.apply(edit.inverse())
    assert library.rules() == ()


def test_the_more_particular_word_comes_later(library):
    article_id = add_article(library, make_article())
    library.apply(CorrectionsEdit("Correct", article_id, (), OWN))
    library.apply(LibraryCorrectionsEdit("Rename", (), HERE))
    library.apply(GlossaryEdit("Always", (), ALWAYS))
    assert library.effective(article_id) == (MarkedEntity("Mali", Kind.LOCATION), *HERE, *OWN)


def test_an_edit_that_fails_leaves_the_glossary_as_it_was(library, monkeypatch):
    library.apply(GlossaryEdit("Always", (), ALWAYS))
    gone = CorrectionsEdit("Correct", "nowhere", (), (NotAnEntity("Mali"),))
    with pytest.raises(Exception, match="no longer in the library"):
        library.apply(SeveralEdits("Both", (GlossaryEdit("Always", ALWAYS, ()), gone)))
    assert library.glossary().entries == ALWAYS
