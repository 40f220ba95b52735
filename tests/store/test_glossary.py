"""The glossary's file is a person's own: nothing that they wrote in it is lost."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.entity import Kind, MarkedEntity
from apostil.domain.errors import LibraryError
from apostil.domain.glossary import GlossaryEntry, read_entries, read_lines
from apostil.store.glossary import GlossaryFile, _rewritten, decoded

MALI = GlossaryEntry("Mali", Kind.LOCATION)
GAO = GlossaryEntry("Gao", Kind.LOCATION, "fr")
KEITA = GlossaryEntry("Keita", Kind.PERSON, canonical="Modibo Keita")
WRITTEN = """# Places
Mali\tLOC
what is this
Gao\tGPE\tfr

# People
Keita\tPER\t\tModibo Keita
"""


@pytest.fixture
def file(tmp_path):
    return GlossaryFile(tmp_path / "settings" / "glossary.tsv")


@pytest.fixture
def written(file):
    file.path.parent.mkdir()
    file.path.write_text(WRITTEN, "utf-8")
    return file


def test_without_a_file_there_are_no_entries(file):
    assert file.read().entries == ()


def test_what_is_put_into_it_is_read(file):
    file.replace((), (MALI, KEITA))
    assert file.read().entries == (MALI, KEITA)
    assert file.path.read_text("utf-8").startswith("text\tlabel\t")


def test_a_file_that_changed_is_read_again(written):
    assert written.read().entries == (MALI, GAO, KEITA)
    written.path.write_text("Gao\tLOC\tfr\n", "utf-8")
    assert written.read().entries == (GAO,)


def test_a_file_that_did_not_change_is_not_read_again(written):
    assert written.read() is written.read()


def test_what_cannot_be_read_is_told(written):
    assert written.read().problems == (
        "Line 3 was left out: “what is this” has no label. Write one behind a tab, such as person or location.",
    )


def test_comments_and_lines_that_cannot_be_read_stay_where_they_are(written):
    written.replace((MALI, GAO, KEITA), (MALI, KEITA))
    assert written.path.read_text("utf-8") == WRITTEN.replace("Gao\tGPE\tfr\n", "")


def test_another_entry_takes_the_place_of_the_one_before(written):
    other = GlossaryEntry("Gao", Kind.PERSON)
    written.replace((MALI, GAO, KEITA), (MALI, other, KEITA))
    assert written.path.read_text("utf-8") == WRITTEN.replace("Gao\tGPE\tfr\n", "Gao\tperson\n")


def test_a_change_and_its_inverse_leave_the_entries_as_they_were(written):
    written.replace((MALI, GAO, KEITA), (KEITA,))
    written.replace((KEITA,), (MALI, GAO, KEITA))
    assert written.read().entries == (MALI, GAO, KEITA)


def test_what_came_in_meanwhile_stays(written):
    written.replace((MALI,), (MALI, GlossaryEntry("Kidal", Kind.LOCATION)))
    assert [entry.text for entry in written.read().entries] == ["Mali", "Gao", "Keita", "Kidal"]


def test_entries_of_another_language_say_nothing(written):
    assert written.read().corrections("en")[:1] == (MarkedEntity("Mali", Kind.LOCATION),)
    assert MarkedEntity("Gao", Kind.LOCATION) not in written.read().corrections("en")
    assert MarkedEntity("Gao", Kind.LOCATION) in written.read().corrections("fr")


def test_a_file_that_cannot_be_read_is_told_and_kept(file):
    file.path.mkdir(parents=True)
    assert "could not be read" in file.read().problems[0]
    with pytest.raises(LibraryError, match="could not be saved"):
        file.replace((), (MALI,))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_folder_that_cannot_be_written_is_told(written):
    written.path.parent.chmod(0o500)
    with pytest.raises(LibraryError, match="is as it was before"):
        written.replace((), (MALI,))
    written.path.parent.chmod(0o700)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_lists_of_other_programs_are_decoded(encoding):
    assert decoded("Sendaré\tLOC".encode(encoding)).removeprefix("\ufeff") == "Sendaré\tLOC"


@given(st.binary(max_size=40))
def test_whatever_the_bytes_are_there_is_a_text(data):
    assert isinstance(decoded(data), str)


@given(st.lists(st.sampled_from(["# x", "", "odd", "Mali\tLOC", "Gao\tPER", "Keita\tORG"])), st.data())
def test_every_line_that_is_no_entry_outlives_every_change(raws, data):
    lines = read_lines("".join(f"{raw}\n" for raw in raws))
    entries = [line.entry for line in lines if line.entry]
    wanted = data.draw(st.lists(st.sampled_from([*entries, MALI, KEITA])))
    made = list(_rewritten(lines, entries, wanted))
    assert list(read_entries("\n".join(made))[0]) == wanted
    assert [raw for raw in made if "\t" not in raw] == [raw for raw in raws if "\t" not in raw]
