from __future__ import annotations

import datetime as dt
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.annotation import AnnotationId
from apostil.domain.article import Metadata, Piece, Role
from apostil.domain.choices import UNTOUCHED, Choices, Extract
from apostil.domain.edits import AnnotationsEdit, ChoicesEdit, CorrectionsEdit, MetadataEdit, PresenceEdit, RolesEdit
from apostil.domain.entity import (
    Confirmed,
    Kind,
    MarkedEntity,
    NotAnEntity,
    OtherExtent,
    OtherKind,
    Renamed,
    SameAs,
    Split,
)
from apostil.domain.provenance import Choice
from apostil.domain.spans import Span
from apostil.services import versions
from apostil.store.library import Library
from apostil.store.preparing import prepare
from support.libraries import NOON, add_article, make_annotation, make_article, make_library
from support.random_edits import picture, random_edit

LATER = NOON + dt.timedelta(days=1)

FIRST = (
    Piece("The tide mill turns", Role.HEADLINE),
    Piece("Share this story", Role.PARAGRAPH),
    Piece("The miller of Brackwater opened the gates again on Sunday after forty years."),
    Piece("Nobody had believed in it, said the mayor, who paid for the wheel herself."),
)
SECOND = (
    Piece("The tide mill turns again", Role.HEADLINE),
    Piece("A standfirst that was not there before."),
    Piece("The miller of Brackwater opened the two gates again on Sunday, after forty years."),
    Piece("Share this story", Role.PARAGRAPH),
)


@pytest.fixture
def library(tmp_path):
    with make_library(tmp_path) as opened:
        yield opened


@pytest.fixture
def first(library):
    return add_article(library, make_article(FIRST))


@pytest.fixture
def second(library, first):
    """A second version, kept but not yet seen."""
    return again(library, first, SECOND)


def again(library, article_id, *many, choice=Choice.ARTICLE):
    prepared = [prepare(replace(make_article(pieces), extractor="plain text 2")) for pieces in many]
    found = versions.keep(library, article_id, prepared, choice, LATER)
    return found if choice is Choice.CHAPTERS else found[0]


def mark(library, article_id, words, name="mark"):
    text = library.article(article_id).text
    start = text.index(words)
    made = make_annotation(library.article(article_id), article_id, start, start + len(words), name=name)
    library.apply(AnnotationsEdit("Highlight", (), (made,)))
    return made


def words_of(library, article_id):
    text = library.article(article_id).text
    return [annotation.span.cut(text) for annotation in library.annotations(article_id)]


def test_what_was_imported_holds(library, first):
    assert versions.verify(library, first).holds


@pytest.mark.parametrize(
    ("table", "change", "agree"),
    [
        ("source", "bytes = x'00'", (False, True)),
        ("content", "text = replace(text, 'Sunday', 'Monday')", (True, False)),
    ],
)
def test_what_was_changed_behind_our_back_does_not_hold(library, first, table, change, agree):
    with library._database.writing() as connection:
        connection.execute(f"UPDATE {table} SET {change}")
    found = versions.verify(library, first)
    assert (found.bytes_agree, found.text_agrees) == agree


def test_a_new_version_is_read_instead_of_the_old_one(library, first, second):
    library.apply(versions.replaced(library, first, second, LATER))
    assert [entry.id for entry in library.entries()] == [second]
    assert [(version.id, version.number, version.current) for version in library.versions(first)] == [
        (first, 1, False),
        (second, 2, True),
    ]


def test_a_new_version_says_when_it_was_extracted_and_by_what(library, first, second):
    made = library.provenance(second)
    assert (made.extracted, made.extractor, made.choice) == (LATER, "plain text 2", Choice.ARTICLE)


def test_extracting_the_same_again_makes_no_version(library, first):
    same = versions.keep(library, first, [prepare(make_article(FIRST))], Choice.ARTICLE, LATER)
    assert same == (first,)


def test_words_that_only_moved_keep_their_mark_and_its_times(library, first, second):
    made = mark(library, first, "miller of Brackwater")
    library.apply(versions.replaced(library, first, second, LATER))
    (moved,) = library.annotations(second)
    assert (moved.id, moved.modified, moved.anchor.exact) == (made.id, NOON, "miller of Brackwater")


def test_words_that_changed_a_little_keep_their_mark(library, first, second):
    mark(library, first, "Brackwater opened the gates again on Sunday after forty years.")
    library.apply(versions.replaced(library, first, second, LATER))
    assert words_of(library, second) == ["Brackwater opened the two gates again on Sunday, after forty years."]
    assert library.annotations(second)[0].modified == LATER


def test_words_that_are_gone_leave_an_orphan(library, first, second):
    made = mark(library, first, "who paid for the wheel herself")
    library.apply(versions.replaced(library, first, second, LATER))
    assert library.annotations(second) == ()
    assert library.orphans(second) == (replace(made, article_id=second, placed=False),)
    entry = library.entry(second)
    assert (entry.marks, entry.orphans, entry.versions) == (0, 1, 2)
    assert library.entries() == [entry]


def test_an_orphan_finds_its_place_in_the_version_it_comes_from(library, first, second):
    made = mark(library, first, "who paid for the wheel herself")
    library.apply(versions.replaced(library, first, second, LATER))
    library.apply(versions.switched(library, second, first, LATER))
    assert library.annotations(first) == (made,)


def test_what_a_reader_corrected_is_carried_along(library, first, second):
    found = library.article(first).metadata
    library.apply(MetadataEdit("Edit", first, found, replace(found, outlet="The Brackwater Gazette")))
    library.apply(RolesEdit("Fold", first, ((1, None),), ((1, Role.APPARATUS),)))
    library.apply(CorrectionsEdit("Correct", first, (), (OtherKind("Brackwater", Kind.LOCATION),)))
    library.apply(versions.replaced(library, first, second, LATER))
    article = library.article(second)
    assert article.metadata == replace(make_article(SECOND).metadata, outlet="The Brackwater Gazette")
    assert article.blocks[3].role is Role.APPARATUS
    assert library.corrections(second) == (OtherKind("Brackwater", Kind.LOCATION),)


def test_what_was_chosen_in_the_summary_moves_with_its_words_or_is_forgotten(library, first, second):
    text, other = library.article(first).text, library.article(second).text
    there, gone = (Extract(0, Span(at, at + 6)) for at in (text.index("miller"), text.index("herself")))
    library.apply(ChoicesEdit("Pin", (first,), UNTOUCHED, Choices((there,), (gone,), (there,))))
    library.apply(versions.replaced(library, first, second, LATER))
    start = other.index("miller")
    moved = Extract(0, Span(start, start + 6))
    assert library.choices((second,)) == Choices((moved,), (), (moved,))


def test_a_correction_of_one_mention_moves_with_it_or_stays_behind(library, first, second):
    text, other = library.article(first).text, library.article(second).text
    there, gone = (Span(at, at + 6) for at in (text.index("miller"), text.index("herself")))
    said = (NotAnEntity("miller", there), NotAnEntity("herself", gone))
    library.apply(CorrectionsEdit("Correct", first, (), said))
    library.apply(versions.replaced(library, first, second, LATER))
    start = other.index("miller")
    assert library.corrections(second) == (NotAnEntity("miller", Span(start, start + 6)),)


@pytest.mark.parametrize(
    "said",
    [
        lambda span: OtherKind("miller", Kind.PERSON, span),
        lambda span: MarkedEntity("miller", Kind.PERSON, span),
        lambda span: OtherExtent("miller", "The miller", span),
        lambda span: SameAs("miller", "Brackwater", span),
        lambda span: Split("miller", "The old miller", span),
        lambda span: Confirmed("miller", span, Kind.PERSON),
    ],
)
def test_every_correction_of_one_mention_moves_with_it(library, first, second, said):
    start, later = (library.article(one).text.index("miller") for one in (first, second))
    library.apply(CorrectionsEdit("Correct", first, (), (said(Span(start, start + 6)),)))
    library.apply(versions.replaced(library, first, second, LATER))
    assert library.corrections(second) == (said(Span(later, later + 6)),)


def test_what_stays_behind_is_told_and_holds_in_the_old_version(library, first, second):
    at = library.article(first).text.index("herself")
    left = NotAnEntity("herself", Span(at, at + 7))
    library.apply(CorrectionsEdit("Correct", first, (), (Renamed("Brackwater", "Brackwater Bay"), left)))
    assert versions.unplaced(library, [first], [second]) == (left,)
    library.apply(versions.replaced(library, first, second, LATER))
    library.apply(versions.switched(library, second, first, LATER))
    assert left in library.corrections(first)


def test_a_newer_copy_takes_the_place_of_the_older_one_and_gives_it_back(library, first):
    copy = add_article(library, make_article(SECOND))
    marks = mark(library, first, "miller of", "old"), mark(library, copy, "standfirst", "own")
    before = picture(library, [first, copy])
    edit = versions.replaced(library, first, copy, LATER)
    library.apply(edit)
    assert [entry.id for entry in library.entries()] == [copy]
    assert {annotation.id for annotation in library.annotations(copy)} == {made.id for made in marks}
    library.apply(edit.inverse())
    assert picture(library, [first, copy]) == before


CHAPTERS = (
    (Piece("One", Role.HEADLINE), Piece("The tide came in over the marsh before the bell rang.")),
    (Piece("Two", Role.HEADLINE), Piece("Nobody crossed the ford that night, and the mill stood still.")),
)
BOOK = tuple(piece for chapter in CHAPTERS for piece in chapter)


def test_a_correction_of_one_mention_goes_to_the_chapter_that_holds_it(library):
    book = add_article(library, make_article(BOOK))
    at = library.article(book).text.index("ford")
    library.apply(CorrectionsEdit("Correct", book, (), (OtherKind("ford", Kind.LOCATION, Span(at, at + 4)),)))
    parts = again(library, book, *CHAPTERS, choice=Choice.CHAPTERS)
    library.apply(versions.split(library, book, parts, LATER))
    assert [len(library.corrections(part)) for part in parts] == [0, 1]


def test_marks_on_a_book_go_to_the_chapters_that_hold_their_words(library):
    book = add_article(library, make_article(BOOK))
    mark(library, book, "over the marsh", "one")
    mark(library, book, "crossed the ford", "two")
    one, two = again(library, book, *CHAPTERS, choice=Choice.CHAPTERS)
    library.apply(versions.split(library, book, (one, two), LATER))
    assert [words_of(library, chapter) for chapter in (one, two)] == [["over the marsh"], ["crossed the ford"]]
    assert {entry.id for entry in library.entries()} == {one, two}


def test_the_chapters_of_a_book_are_one_version_of_it(library):
    book = add_article(library, make_article(BOOK))
    chapters = again(library, book, *CHAPTERS, choice=Choice.CHAPTERS)
    library.apply(versions.split(library, book, chapters, LATER))
    assert [version.id for version in library.versions(chapters[1])] == [book, chapters[1]]
    assert [entry.versions for entry in library.entries()] == [2, 2]
    assert [library.entry(chapter).versions for chapter in chapters] == [2, 2]


def test_chapters_become_the_book_again_with_all_marks(library):
    book = add_article(library, make_article(BOOK))
    chapters = again(library, book, *CHAPTERS, choice=Choice.CHAPTERS)
    library.apply(versions.split(library, book, chapters, LATER))
    mark(library, chapters[0], "over the marsh", "one")
    mark(library, chapters[1], "crossed the ford", "two")
    library.apply(versions.joined(library, chapters, book, LATER))
    assert words_of(library, book) == ["over the marsh", "crossed the ford"]
    assert [(entry.id, entry.versions) for entry in library.entries()] == [(book, 2)]


def test_an_article_cannot_take_its_own_place(library, first):
    with pytest.raises(ValueError, match="own place"):
        versions.replaced(library, first, first, LATER)


def all_of_it(library, ids):
    known = [
        (library.is_present(one), library.versions(one), library.orphans(one), library.overlaps(one)) for one in ids
    ]
    sources = {library.source(one).sha256 for one in ids}
    return picture(library, ids), known, [library.known(sha256) for sha256 in sorted(sources)]


def random_succession(random, library, first, second, chapters):
    """An edit that lets a version take the place of the one that is read now."""
    if library.is_present(first):
        if random.random() < 0.3:
            return versions.split(library, first, chapters, LATER)
        return versions.replaced(library, first, second, LATER)
    if library.is_present(second):
        return versions.switched(library, second, first, LATER)
    here = [chapter for chapter in chapters if library.is_present(chapter)]
    return (
        versions.joined(library, here, first, LATER) if here else PresenceEdit("Import", in_use(library, [first]), True)
    )


def in_use(library, ids):
    """The articles that a person can do something with: those that are present, or else one from the trash."""
    present = tuple(one for one in ids if library.is_present(one))
    return present or (library.known(library.source(ids[0]).sha256)[0],)


@given(seed=st.integers(0, 2**32), count=st.integers(1, 12))
def test_whatever_happened_is_taken_back_exactly(tmp_path_factory, seed, count):
    random = Random(seed)
    with make_library(tmp_path_factory.mktemp("library")) as library:
        first = add_article(library, make_article(FIRST))
        other = add_article(library, make_article(BOOK, Metadata("Another")))
        second = again(library, first, SECOND)
        chapters = again(library, first, FIRST[:2], FIRST[2:], choice=Choice.CHAPTERS)
        ids = [first, second, *chapters, other]
        pictures, edits = [all_of_it(library, ids)], []
        for _ in range(count):
            if random.random() < 0.3:
                edit = random_succession(random, library, first, second, chapters)
            else:
                edit = random_edit(random, library, in_use(library, ids))
            library.apply(edit)
            edits.append(edit)
            pictures.append(all_of_it(library, ids))
        for edit in reversed(edits):
            assert all_of_it(library, ids) == pictures.pop()
            library.apply(edit.inverse())
        assert all_of_it(library, ids) == pictures.pop()


def test_older_versions_go_with_the_present_one(library, first, second, monkeypatch):
    library.apply(versions.replaced(library, first, second, LATER))
    library.apply(PresenceEdit("Delete", (second,), present=False))
    assert library.entries() == []
    path = library.path
    with library._database.writing() as connection:
        connection.execute("UPDATE article SET hidden_since = '2020-01-01T00:00:00+00:00' WHERE hidden_since NOTNULL")
    library.close()
    with Library.open(path) as reopened, reopened._database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM article").get == 0
        assert connection.execute("SELECT count(*) FROM source").get == 0


def test_known_bytes_lead_to_the_present_version(library, first, second):
    library.apply(versions.replaced(library, first, second, LATER))
    assert library.known(library.source(first).sha256) == (second, True)
    assert add_article(library, make_article(FIRST)) == second


@pytest.mark.parametrize("name", ["old", "new"])
def test_a_search_finds_the_present_version_only(library, first, second, name):
    library.apply(versions.replaced(library, first, second, LATER))
    assert [hit.id for hit in library.search("miller")] == [second]
    assert library.search("herself") == []


def test_marks_of_an_older_version_have_the_same_ids(library, first, second):
    mark(library, first, "miller")
    library.apply(versions.replaced(library, first, second, LATER))
    assert library.annotation(AnnotationId("mark")).article_id == second


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, ""),
        (1, "A correction of “Ada 0” was left with the version before: its words are not in this one."),
        (
            2,
            "Corrections of “Ada 0”, “Ada 1” were left with the version before: their words are not in this one.",
        ),
        (
            7,
            (
                "Corrections of “Ada 0”, “Ada 1”, “Ada 2” and 4 more were left with the version before: "
                "their words are not in this one."
            ),
        ),
    ],
)
def test_what_stays_behind_has_words(count, words):
    said = [NotAnEntity(f"Ada {number}", Span(number, number + 5)) for number in range(count)]
    assert versions.unplaced_words(said) == words
