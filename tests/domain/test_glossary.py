"""Lists of names are read as people write them, and nothing in them is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.entity import Kind, MarkedEntity, NotAnEntity, SameAs, Scope
from apostil.domain.glossary import (
    GlossaryEntry,
    corrections_of,
    holds_in,
    read_entries,
    read_lines,
    together,
    write_entries,
    written,
)

WORDS = st.text(min_size=1, max_size=12).map(lambda words: " ".join(words.split())).filter(bool)
ENTRIES = st.builds(
    GlossaryEntry,
    WORDS,
    st.none() | st.sampled_from(Kind),
    st.sampled_from(["", "en", "fr"]),
    st.just("") | WORDS,
    st.sampled_from(Scope),
)


@given(st.lists(ENTRIES))
def test_what_was_written_comes_back(entries):
    assert read_entries(write_entries(entries)) == (tuple(entries), ())


@given(st.text())
def test_whatever_stands_in_a_file_each_line_is_kept(text):
    lines = [line.raw for line in read_lines(text)]
    again = [line.raw for line in read_lines("\n".join(lines))]
    assert again == lines


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("PER", Kind.PERSON),
        ("PERSON", Kind.PERSON),
        ("ORG", Kind.ORGANIZATION),
        ("LOC", Kind.LOCATION),
        ("GPE", Kind.LOCATION),
        ("FAC", Kind.LOCATION),
        ("NORP", Kind.GROUP),
        ("EVENT", Kind.EVENT),
        ("WORK", Kind.WORK),
        ("WORK_OF_ART", Kind.WORK),
        ("LAW", Kind.WORK),
        ("PRODUCT", Kind.WORK),
        ("MISC", Kind.WORK),
        ("location", Kind.LOCATION),
        ("O", None),
        ("-", None),
        ("none", None),
    ],
)
def test_the_labels_of_others_are_understood(label, kind):
    assert read_entries(f"Sendaré\t{label}") == ((GlossaryEntry("Sendaré", kind),), ())


@pytest.mark.parametrize(
    "text",
    [
        "Mali\tLOC\nMopti\tLOC",
        "\ufeffMali\tLOC\r\n\r\nMopti\tLOC\r\n",
        "# places\ntext\tlabel\nMali\tLOC\t\t\n\n  # more\nMopti \tLOC\n\n",
        "Text\tType\tLanguage\nMali\tLOC\rMopti\tLOC\r",
    ],
)
def test_comments_headings_and_blank_lines_say_nothing(text):
    entries, problems = read_entries(text)
    assert [entry.text for entry in entries] == ["Mali", "Mopti"]
    assert problems == ()


def test_language_name_and_scope_follow():
    entries, _ = read_entries("CEDEAO\tORG\tfr-SN\tECOWAS\tLibrary")
    assert entries == (GlossaryEntry("CEDEAO", Kind.ORGANIZATION, "fr", "ECOWAS", Scope.LIBRARY),)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Mopti", "Line 2 was left out: “Mopti” has no label."),
        ("Mopti\tTOWN", "Line 2 was left out: “TOWN” is no kind."),
        ("\tLOC", "Line 2 was left out: it has no text"),
        ("Mopti\tLOC\t\t\tmoon", "Line 2 was left out: “moon” is no scope."),
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_the_rest_goes_on(line, said):
    entries, problems = read_entries(f"Mali\tLOC\n{line}\nGao\tLOC")
    assert [entry.text for entry in entries] == ["Mali", "Gao"]
    assert problems[0].startswith(said)


def test_a_name_that_looks_like_a_comment_is_none():
    entry = GlossaryEntry("#Sendaré2026", Kind.EVENT)
    assert written(entry) == "\\#Sendaré2026\tevent"


@pytest.mark.parametrize(
    ("entry", "corrections"),
    [
        (GlossaryEntry("Mali", Kind.LOCATION), (MarkedEntity("Mali", Kind.LOCATION),)),
        (GlossaryEntry("Lire", None), (NotAnEntity("Lire", everywhere=True),)),
        (
            GlossaryEntry("CEDEAO", Kind.ORGANIZATION, canonical="ECOWAS"),
            (MarkedEntity("CEDEAO", Kind.ORGANIZATION), SameAs("CEDEAO", "ECOWAS")),
        ),
    ],
)
def test_an_entry_says_what_a_reader_could_say(entry, corrections):
    assert corrections_of(entry) == corrections


@pytest.mark.parametrize(("language", "held"), [("", True), ("fr", True), ("en", False)])
def test_an_entry_holds_in_its_language(language, held):
    assert holds_in(GlossaryEntry("Mali", Kind.LOCATION, language), "fr") is held


def test_what_is_said_later_of_the_same_words_replaces_what_was_said():
    place, person = GlossaryEntry("Mali", Kind.LOCATION), GlossaryEntry("Mali", Kind.PERSON)
    french = GlossaryEntry("Mali", Kind.LOCATION, "fr")
    assert together([place, french], [person]) == (french, person)
