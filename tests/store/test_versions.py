from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from apostil.domain.article import Piece
from apostil.domain.edits import PresenceEdit, SuccessionEdit
from apostil.domain.provenance import Choice, Provenance, fingerprint
from apostil.store.library import Library
from apostil.store.preparing import Incoming, prepare
from support.libraries import NOON, add_article, make_article, make_source

LATER = NOON + dt.timedelta(days=1)
TEXT = make_article()
SOURCE = make_source(TEXT.text.encode())


def article(words, extractor="plain text 2"):
    return replace(make_article((Piece(words),)), extractor=extractor)


def again(library, words, choice=Choice.ARTICLE, part="", extractor="plain text 2"):
    """Another extraction of the same source, kept but not shown."""
    source = replace(SOURCE, imported=LATER)
    return library.insert(source, TEXT.text.encode(), prepare(article(words, extractor)), choice, part, anew=True)


def show(library, *ids):
    library.apply(PresenceEdit("Show", ids, present=True))


@pytest.fixture
def first(library):
    return add_article(library, TEXT)


@pytest.fixture
def second(library, first):
    return again(library, "Another text")


def numbers(library, article_id):
    return {version.id: version.number for version in library.versions(article_id)}


def test_an_import_knows_its_provenance(library, first):
    assert library.provenance(first) == Provenance("plain text 1", NOON, fingerprint(TEXT.text))


def test_an_article_alone_is_its_only_version(library, first, second):
    assert [(version.id, version.current) for version in library.versions(first)] == [(first, True)]


def test_what_is_superseded_is_not_in_the_list(library, first, second):
    show(library, second)
    library.apply(SuccessionEdit("New version", first, second))
    assert [entry.id for entry in library.entries()] == [second]
    assert (library.is_present(first), library.successor(first)) == (False, second)
    assert library.successor(second) is None


def test_a_succession_is_taken_back_exactly(library, first, second):
    show(library, second)
    edit = SuccessionEdit("New version", first, second)
    library.apply(edit)
    library.apply(edit.inverse())
    assert (library.successor(first), library.successor(second)) == (None, None)


def test_an_older_version_comes_back_and_goes_again(library, first, second):
    show(library, second)
    library.apply(SuccessionEdit("New version", first, second))
    back = SuccessionEdit("Older version", second, first, earlier=second)
    library.apply(back)
    assert (library.successor(first), library.successor(second)) == (None, first)
    library.apply(back.inverse())
    assert (library.successor(first), library.successor(second)) == (second, None)


def test_versions_are_numbered_as_they_came(library, first, second):
    third = again(library, "A third text", extractor="plain text 3")
    show(library, second, third)
    library.apply(SuccessionEdit("", first, second))
    library.apply(SuccessionEdit("", second, third))
    assert numbers(library, first) == numbers(library, third) == {first: 1, second: 2, third: 3}
    assert library.entry(third).versions == library.entries()[0].versions == 3


def test_the_same_part_of_the_same_bytes_is_known(library, first):
    source, data = SOURCE, TEXT.text.encode()
    chapters = [prepare(article(words)) for words in ("One", "Two")]
    items = [Incoming(source, data, one, Choice.CHAPTERS, part) for part, one in zip("12", chapters, strict=True)]
    ids = library.insert_all(items)
    assert library.insert_all(items) == ids
    assert first not in ids
    assert library.known_parts(SOURCE.sha256, Choice.CHAPTERS) == tuple((one, False) for one in ids)
    assert library.known(SOURCE.sha256, Choice.PAGE) is None


def test_what_is_extracted_anew_is_a_row_of_its_own_unless_it_is_the_same(library, first):
    assert again(library, "Another text") == again(library, "Another text")
    assert again(library, "Another text", extractor="plain text 3") != again(library, "Another text")


@pytest.fixture
def book(library, first):
    """A book that became two chapters."""
    ids = [again(library, words, Choice.CHAPTERS, part) for part, words in (("1", "One"), ("2", "Two"))]
    show(library, *ids)
    library.apply(SuccessionEdit("", first, ids[0]))
    return first, *ids


def test_chapters_are_one_version_together(library, book):
    whole, one, two = book
    assert numbers(library, two) == {whole: 1, two: 2}
    assert numbers(library, whole) == {whole: 1, one: 2}
    assert [entry.versions for entry in library.entries()] == [2, 2]


def test_a_chapter_in_the_trash_does_not_take_the_book_with_it(library, book):
    whole, one, two = book
    library.apply(PresenceEdit("Delete", (one,), present=False))
    assert numbers(library, two) == {whole: 1, two: 2}
    with library._database.writing() as connection:
        connection.execute("UPDATE article SET hidden_since = '2020-01-01T00:00:00+00:00' WHERE id = ?", (one,))
    library.close()
    with Library.open(library.path) as reopened:
        assert numbers(reopened, two) == {whole: 1, two: 2}


def test_chapters_that_were_extracted_again_follow_their_own_part(library, book):
    whole, one, two = book
    new = [
        again(library, words, Choice.CHAPTERS, part, "plain text 3")
        for part, words in (("1", "One more"), ("2", "Too"))
    ]
    show(library, *new)
    for old, later in zip((one, two), new, strict=True):
        library.apply(SuccessionEdit("", old, later))
    assert numbers(library, new[1]) == {whole: 1, two: 2, new[1]: 3}
    assert [library.entry(chapter).versions for chapter in new] == [3, 3]
    assert [entry.versions for entry in library.entries()] == [3, 3]
