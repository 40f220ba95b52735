"""Lists of names are handed round as files, and say what names are."""

from __future__ import annotations

import pytest

from apostil.domain.entity import Kind
from apostil.domain.errors import UnreadableFileError
from apostil.domain.glossary import GlossaryEntry
from apostil.services import glossaries
from support.language import article_of

MALI = GlossaryEntry("Mali", Kind.LOCATION)


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
