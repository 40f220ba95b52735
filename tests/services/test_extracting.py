import hashlib
from dataclasses import replace

import pytest

from apostil.domain.errors import ExportError, LibraryError, UnreadableFileError
from apostil.domain.provenance import Choice
from apostil.services import extracting
from apostil.store.library import Library
from apostil.store.preparing import prepare
from support import copies
from support.copies import NOON


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.apostil") as library:
        yield library


@pytest.fixture
def article_id(library):
    return copies.older(library)


def anew(library, article_id, choice=Choice.ARTICLE):
    source = library.source(article_id)
    return extracting.extract_anew(library.source_bytes(article_id), source.name, choice)


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("text/html", (Choice.ARTICLE, Choice.PAGE)),
        ("text/plain", (Choice.ARTICLE,)),
        ("application/epub+zip", (Choice.ARTICLE, Choice.CHAPTERS)),
        ("image/png", (Choice.ARTICLE,)),
    ],
)
def test_each_kind_of_file_has_its_choices(media_type, expected):
    assert extracting.choices_for(media_type) == expected


def test_the_same_text_again_is_no_new_version(library, article_id):
    assert extracting.replacement(library, article_id, anew(library, article_id), NOON) is None
    assert len(library.versions(article_id)) == 1


def test_the_whole_page_becomes_a_new_version_with_its_marks(library, article_id):
    mark = copies.mark(library, article_id, copies.GONE)
    library.apply(extracting.replacement(library, article_id, anew(library, article_id, Choice.PAGE), NOON))
    before, after = library.versions(article_id)
    assert (before.current, after.current, after.provenance.choice) == (False, True, Choice.PAGE)
    assert "News from the estuary" in library.article(after.id).text
    assert [moved.id for moved in library.annotations(after.id)] == [mark.id]


def test_taking_a_new_version_back_brings_the_old_one_with_its_marks(library, article_id):
    copies.mark(library, article_id, copies.GONE)
    before = library.annotations(article_id)
    edit = extracting.replacement(library, article_id, anew(library, article_id, Choice.PAGE), NOON)
    library.apply(edit)
    library.apply(edit.inverse())
    assert [entry.id for entry in library.entries()] == [article_id]
    assert library.annotations(article_id) == before


def two_chapters(library, article_id):
    found = anew(library, article_id).prepared[0]
    second = prepare(replace(found.article, metadata=replace(found.article.metadata, title="Two")))
    return extracting.Anew((found, second), Choice.CHAPTERS)


def test_a_book_becomes_its_chapters_and_one_again(library, article_id):
    whole = anew(library, article_id)
    library.apply(extracting.replacement(library, article_id, two_chapters(library, article_id), NOON))
    chapters = [entry.id for entry in library.entries()]
    assert len(chapters) == 2
    assert set(extracting.siblings(library, chapters[0])) == set(chapters)
    library.apply(extracting.replacement(library, chapters[0], whole, NOON))
    assert len(library.entries()) == 1


def test_chapters_that_come_out_the_same_change_nothing(library, article_id):
    chapters = two_chapters(library, article_id)
    library.apply(extracting.replacement(library, article_id, chapters, NOON))
    assert extracting.replacement(library, library.entries()[0].id, chapters, NOON) is None


def test_another_number_of_chapters_is_not_guessed_at(library, article_id):
    chapters = two_chapters(library, article_id)
    library.apply(extracting.replacement(library, article_id, chapters, NOON))
    three = replace(chapters, prepared=(*chapters.prepared, chapters.prepared[0]))
    with pytest.raises(LibraryError, match="another number of chapters"):
        extracting.replacement(library, library.entries()[0].id, three, NOON)


def test_bytes_without_an_article_say_why():
    with pytest.raises(UnreadableFileError):
        extracting.extract_anew(b"\x00\x01\x02\x03", "odd.bin", Choice.ARTICLE)


def test_the_original_comes_out_byte_for_byte(library, article_id, tmp_path):
    extracting.save_original(library, article_id, tmp_path / "out.html")
    saved = (tmp_path / "out.html").read_bytes()
    assert hashlib.sha256(saved).hexdigest() == library.source(article_id).sha256


def test_a_place_that_cannot_be_written_says_why(library, article_id, tmp_path):
    with pytest.raises(ExportError, match="folder"):
        extracting.save_original(library, article_id, tmp_path)


def test_the_whole_book_is_read_again_in_the_place_of_all_chapters(library, article_id):
    library.apply(extracting.replacement(library, article_id, two_chapters(library, article_id), NOON))
    chapter = library.entries()[0].id
    library.apply(extracting.switched(library, chapter, article_id, NOON))
    assert [entry.id for entry in library.entries()] == [article_id]


def test_one_version_is_read_in_the_place_of_another(library, article_id):
    library.apply(extracting.replacement(library, article_id, anew(library, article_id, Choice.PAGE), NOON))
    library.apply(extracting.switched(library, library.entries()[0].id, article_id, NOON))
    assert [entry.id for entry in library.entries()] == [article_id]
