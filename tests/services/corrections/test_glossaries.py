"""Lists of names are handed round as files, and say what names are."""

from __future__ import annotations

import pytest

from apostil.domain.edits import GlossaryEdit
from apostil.domain.entity import Kind
from apostil.domain.errors import UnreadableFileError
from apostil.domain.glossary import GlossaryEntry
from apostil.services.corrections import glossaries
from apostil.store.library import Library
from support.language import article_of

MALI = GlossaryEntry("Mali", Kind.LOCATION)
GAO = GlossaryEntry("Gao", Kind.PERSON)


def test_a_list_in_any_encoding_is_read(tmp_path):
    path = tmp_path / "names.txt"
    path.write_bytes("Sendaré\tPER\r\n".encode("cp1252"))
    assert glossaries.read_list(path).entries == (GlossaryEntry("Sendaré", Kind.PERSON),)


def test_what_held_in_a_library_is_to_hold_always(tmp_path):
    path = tmp_path / "names.txt"
    path.write_text("Mali\tLOC\t\t\tlibrary\nGao\tLOC\t\t\tarticle\n", "utf-8")
    listed = glossaries.read_list(path)
    assert listed.entries == (MALI,)
    assert listed.problems == ("Line 2 was left out: what holds in one article alone cannot be handed round.",)


def test_a_list_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UnreadableFileError):
        glossaries.read_list(tmp_path / "none")


def test_what_is_added_replaces_what_was_said_of_the_same_words():
    glossaries.add_to_own([MALI, GlossaryEntry("Gao", None)])
    glossaries.add_to_own([GlossaryEntry("Gao", Kind.LOCATION)])
    assert glossaries.own().entries == (MALI, GlossaryEntry("Gao", Kind.LOCATION))


def test_what_is_handed_round_comes_back(tmp_path):
    (tmp_path / "names.tsv").write_bytes(glossaries.as_list([MALI]))
    assert glossaries.read_list(tmp_path / "names.tsv").entries == (MALI,)


@pytest.mark.parametrize(("language", "count"), [("", 1), ("en", 1), ("fr", 0)])
def test_names_of_another_language_are_passed_over(language, count):
    entry = GlossaryEntry("Mali", Kind.LOCATION, language)
    assert len(glossaries.applied(article_of("Mali waits.", language="en"), (), [entry])) == count


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.apostil", glossary=tmp_path / "glossary.tsv") as opened:
        opened.apply(GlossaryEdit("Add", (), (MALI, GAO)))
        yield opened


@pytest.fixture
def names(tmp_path):
    return tmp_path / "names.tsv"


def test_what_a_list_says_anew_is_counted(library, names):
    names.write_text("Mali\tLOC\nGao\tLOC\nKidal\tLOC\nAda\tqueen\n", "utf-8")
    outcome = glossaries.compared(library, names)
    assert (outcome.read, outcome.new, outcome.changed, outcome.same) == (4, 1, 1, 1)
    assert outcome.problems[0].startswith("Line 4 was left out")


def test_taking_a_list_in_is_one_edit(library, names):
    names.write_text("Kidal\tLOC\n", "utf-8")
    library.apply(glossaries.compared(library, names).edit)
    assert library.glossary().entries == (MALI, GAO, GlossaryEntry("Kidal", Kind.LOCATION))


def test_a_list_that_says_nothing_anew_changes_nothing(library, names):
    names.write_text("Mali\tLOC\n", "utf-8")
    assert glossaries.compared(library, names).edit is None


def test_a_list_that_is_not_there_is_not_compared(library, names):
    with pytest.raises(UnreadableFileError):
        glossaries.compared(library, names)


def test_what_is_written_is_read_again(library, names):
    glossaries.write(library.glossary().entries, names)
    assert glossaries.compared(library, names).same == 2
