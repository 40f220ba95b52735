import pytest

from apostil.domain.edits import GlossaryEdit
from apostil.domain.entity import Kind
from apostil.domain.errors import UnreadableFileError
from apostil.domain.glossary import GlossaryEntry
from apostil.services import name_lists
from apostil.store.library import Library

MALI = GlossaryEntry("Mali", Kind.LOCATION)
GAO = GlossaryEntry("Gao", Kind.PERSON)


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
    outcome = name_lists.read(library, names)
    assert (outcome.read, outcome.new, outcome.changed, outcome.same) == (4, 1, 1, 1)
    assert outcome.problems[0].startswith("Line 4 was left out")


def test_taking_a_list_in_is_one_edit(library, names):
    names.write_text("Kidal\tLOC\n", "utf-8")
    library.apply(name_lists.read(library, names).edit)
    assert library.glossary().entries == (MALI, GAO, GlossaryEntry("Kidal", Kind.LOCATION))


def test_a_list_that_says_nothing_anew_changes_nothing(library, names):
    names.write_text("Mali\tLOC\n", "utf-8")
    assert name_lists.read(library, names).edit is None


def test_a_list_that_is_not_there_is_told(library, names):
    with pytest.raises(UnreadableFileError):
        name_lists.read(library, names)


def test_what_is_written_is_read_again(library, names):
    name_lists.write(library.glossary().entries, names)
    assert name_lists.read(library, names).same == 2
