from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from apostil.domain.analysis import Analysis
from apostil.domain.annotation import AnnotationId
from apostil.domain.article import ArticleId, Metadata, Piece, Role
from apostil.domain.edits import AnnotationsEdit, CorrectionsEdit, MetadataEdit, PresenceEdit, RolesEdit, Topic
from apostil.domain.entity import Kind, OtherKind
from apostil.domain.errors import LibraryDamagedError, LibraryError, LibraryInUseError
from apostil.domain.spans import Span
from apostil.store.library import Library
from apostil.store.preparing import prepare
from support.libraries import NOON, PIECES, add_article, make_annotation, make_article, make_library, make_source
from support.surveys import make_survey

ARTICLE = make_article()
ANALYSIS = Analysis("fr", (Span(0, 10),), (), "invented 1")
SURVEY = make_survey([Span(0, 10)], [0.1 + 0.2])


def test_an_article_comes_back_as_it_was(library):
    assert library.article(add_article(library, ARTICLE)) == ARTICLE


def test_a_source_is_kept_byte_for_byte(library):
    data = bytes(range(256)) * 3
    source = make_source(data)
    article_id = library.insert(source, data, prepare(ARTICLE))
    assert library.source_bytes(article_id) == data
    assert library.source(article_id) == source


def test_an_article_is_invisible_until_it_is_made_present(library):
    article_id = add_article(library, ARTICLE, present=False)
    assert library.entries() == []
    library.apply(PresenceEdit("Import", (article_id,), True))
    assert [entry.id for entry in library.entries()] == [article_id]


def test_an_entry_shows_what_the_list_needs(library):
    article_id = add_article(library, ARTICLE)
    marks = tuple(make_annotation(ARTICLE, article_id, name=name, tags=("eau", name)) for name in ("b", "a"))
    library.apply(AnnotationsEdit("Highlight", (), marks))
    entry = library.entry(article_id)
    assert (entry.title, entry.outlet, entry.language) == (ARTICLE.metadata.title, "Le Courrier du Littoral", "fr")
    assert (entry.words, entry.marks, entry.tags) == (ARTICLE.word_count, 2, ("a", "b", "eau"))
    assert (entry.imported, entry.source_name) == (NOON, "article.txt")
    assert library.entries() == [entry]


def test_known_bytes_are_known_by_their_hash(library):
    article_id = add_article(library, ARTICLE, present=False)
    sha256 = library.source(article_id).sha256
    assert library.known(sha256) == (article_id, False)
    library.apply(PresenceEdit("Import", (article_id,), True))
    assert library.known(sha256) == (article_id, True)
    assert library.known("0" * 64) is None


def test_the_same_bytes_are_not_kept_twice(library):
    assert add_article(library, ARTICLE) == add_article(library, ARTICLE)
    assert len(library.entries()) == 1


def test_bytes_from_the_trash_bring_the_annotations_back(library):
    article_id = add_article(library, ARTICLE)
    mark = make_annotation(ARTICLE, article_id)
    library.apply(AnnotationsEdit("Highlight", (), (mark,)))
    library.apply(PresenceEdit("Delete", (article_id,), False))
    assert add_article(library, ARTICLE) == article_id
    assert library.annotations(article_id) == (mark,)


def test_annotations_stand_in_the_order_of_the_text(library):
    article_id = add_article(library, ARTICLE)
    spans = [(30, 40), (0, 5), (0, 9), (7, 8)]
    marks = tuple(make_annotation(ARTICLE, article_id, *span, name=str(span)) for span in spans)
    library.apply(AnnotationsEdit("Highlight", (), marks))
    places = [(mark.span.start, mark.span.end) for mark in library.annotations(article_id)]
    assert places == [(0, 9), (0, 5), (7, 8), (30, 40)]


def test_tags_are_counted_in_articles_that_are_present(library):
    here, gone = (add_article(library, make_article((Piece(word),))) for word in ("here and now", "gone for good"))
    for article_id, name in ((here, "one"), (gone, "two")):
        mark = make_annotation(library.article(article_id), article_id, name=name, tags=("eau", name))
        library.apply(AnnotationsEdit("Tag", (), (mark,)))
    library.apply(PresenceEdit("Delete", (gone,), False))
    assert library.all_tags() == (("eau", 1), ("one", 1))


def test_a_tag_without_a_use_is_gone(library):
    article_id = add_article(library, ARTICLE)
    mark = make_annotation(ARTICLE, article_id, tags=("eau",))
    library.apply(AnnotationsEdit("Tag", (), (mark,)))
    library.apply(AnnotationsEdit("Tag", (mark,), (replace(mark, tags=()),)))
    assert library.all_tags() == ()


def test_a_role_that_a_person_gives_counts(library):
    article_id = add_article(library, ARTICLE)
    changes = library.apply(RolesEdit("Take in", article_id, ((4, None),), ((4, Role.PARAGRAPH),)))
    assert changes.touches(Topic.BLOCKS, article_id)
    assert library.article(article_id) == ARTICLE.with_role(4, Role.PARAGRAPH)
    assert library.found_roles(article_id) == tuple(piece.role for piece in PIECES)
    assert library.entry(article_id).words == ARTICLE.with_role(4, Role.PARAGRAPH).word_count


def test_metadata_that_a_person_edits_count(library):
    article_id = add_article(library, ARTICLE)
    edited = Metadata("Un autre titre", language="en")
    library.apply(MetadataEdit("Edit", article_id, ARTICLE.metadata, edited))
    assert library.article(article_id).metadata == edited
    assert library.entry(article_id).title == "Un autre titre"


def test_an_analysis_and_its_survey_come_back(library):
    article_id = add_article(library, ARTICLE)
    assert library.save_analysis(article_id, ANALYSIS).touches(Topic.ANALYSIS, article_id)
    library.save_survey(article_id, SURVEY)
    assert library.analysis(article_id) == ANALYSIS
    assert library.survey(article_id) == SURVEY


def test_a_new_analysis_drops_the_survey(library):
    article_id = add_article(library, ARTICLE)
    library.save_survey(article_id, SURVEY)
    library.save_analysis(article_id, ANALYSIS)
    assert library.survey(article_id) is None


def test_an_analysis_rests_while_roles_are_different(library):
    article_id = add_article(library, ARTICLE)
    library.save_analysis(article_id, ANALYSIS)
    library.save_survey(article_id, SURVEY)
    edit = RolesEdit("Fold", article_id, ((3, None),), ((3, Role.APPARATUS),))
    library.apply(edit)
    assert library.analysis(article_id) is library.survey(article_id) is None
    library.apply(edit.inverse())
    assert library.analysis(article_id) == ANALYSIS


def test_an_analysis_of_other_roles_is_not_handed_out(library):
    article_id = add_article(library, ARTICLE)
    library.apply(RolesEdit("Fold", article_id, ((3, None),), ((3, Role.APPARATUS),)))
    library.save_analysis(article_id, ANALYSIS, made_for=ARTICLE)
    assert library.analysis(article_id) is None


@pytest.mark.parametrize(
    "question", ["article", "entry", "source", "source_bytes", "annotations", "found_roles", "annotation"]
)
def test_what_is_not_there_is_an_error(library, question):
    with pytest.raises(LibraryError, match="no longer in the library"):
        getattr(library, question)("nowhere")


@pytest.mark.parametrize(
    "edit",
    [
        PresenceEdit("Delete", (ArticleId("nowhere"),), False),
        RolesEdit("Role", ArticleId("nowhere"), (), ((0, Role.HEADING),)),
        MetadataEdit("Edit", ArticleId("nowhere"), Metadata(), Metadata()),
        AnnotationsEdit("Mark", (), (make_annotation(ARTICLE, ArticleId("nowhere")),)),
    ],
)
def test_an_edit_of_what_is_not_there_is_an_error(library, edit):
    with pytest.raises(LibraryError, match="no longer in the library"):
        library.apply(edit)


def test_an_edit_that_fails_leaves_nothing_half_done(library):
    article_id = add_article(library, ARTICLE)
    good = make_annotation(ARTICLE, article_id, name="good", tags=("eau",))
    bad = make_annotation(ARTICLE, ArticleId("nowhere"), name="bad")
    with pytest.raises(LibraryError):
        library.apply(AnnotationsEdit("Mark", (), (good, bad)))
    assert library.annotations(article_id) == ()
    assert library.all_tags() == ()


def test_a_role_for_a_block_that_is_not_there_is_an_error(library):
    article_id = add_article(library, ARTICLE)
    with pytest.raises(LibraryError):
        library.apply(RolesEdit("Role", article_id, (), ((0, Role.HEADING), (99, Role.HEADING))))
    assert library.article(article_id) == ARTICLE


def test_a_full_disk_is_said_and_nothing_is_changed(library):
    article_id = add_article(library, ARTICLE)
    with library._database.reading() as connection:
        pages = connection.pragma("page_count")
    library._database._connection().pragma("max_page_count", pages)
    mark = make_annotation(ARTICLE, article_id, note="x" * 1_000_000)
    with pytest.raises(LibraryError, match="disk is full"):
        library.apply(AnnotationsEdit("Mark", (), (mark,)))
    assert library.annotations(article_id) == ()
    library.apply(AnnotationsEdit("Mark", (), (replace(mark, note=""),)))


def test_a_second_window_reads_and_cannot_write(library):
    article_id = add_article(library, ARTICLE)
    with Library.open(library.path) as second:
        assert second.read_only
        with pytest.raises(LibraryInUseError, match="another window"):
            second.apply(PresenceEdit("Delete", (article_id,), False))
    assert not library.read_only


def test_a_second_window_sees_what_the_first_one_does(library):
    with Library.open(library.path) as second:
        article_id = add_article(library, ARTICLE)
        assert [entry.id for entry in second.entries()] == [article_id]


def test_a_library_can_be_used_from_many_threads(library):
    articles = [make_article((Piece(f"Article {number}, en quelques mots"),)) for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        ids = list(pool.map(lambda article: add_article(library, article), articles))
        assert list(pool.map(library.article, ids)) == articles
    assert len(library.entries()) == 12


def test_a_closed_library_says_so(tmp_path):
    library = make_library(tmp_path, 1)
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="was closed"):
        library.entries()


def test_a_closed_library_is_one_file(tmp_path):
    make_library(tmp_path, 1).close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["library.apostil", "library.apostil.lock"]


def test_a_checkpoint_writes_the_log_back(library):
    before = library.path.read_bytes()
    add_article(library, ARTICLE)
    library.checkpoint()
    assert library.path.read_bytes() != before


def _ask_for_all(library, article_id):
    library.entries()
    library.entry(article_id)
    library.article(article_id)
    library.found_roles(article_id)
    library.source(article_id)
    library.annotations(article_id)
    library.annotation(AnnotationId("mark"))
    library.analysis(article_id)
    library.survey(article_id)
    library.corrections(article_id)
    library.search("source sacrée eau")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (b"yellow", b"yellou"),
        (b"yellow", b"yel\xff\xffw"),
        (b'"byline"', b'"byllne"'),
        (b'{"title"', b'{"titel"'),
        (b"2026-01-31T12", b"2026-91-31T12"),
        (b"2026-01-30", b"2026-91-30"),
        (b'[["other kind"', b'[["other kind],'),
        (b'{"language":"fr","engine"', b'{"language":"fr","ingene"'),
        (b'["lead"', b'["load"'),
        (b"[[0,0,10]]", b'[[0,0,"a"]]'),
    ],
)
def test_what_a_disk_gave_back_wrongly_is_damage(tmp_path, written, found):
    with make_library(tmp_path) as library:
        article_id = add_article(library, ARTICLE)
        library.apply(AnnotationsEdit("Highlight", (), (make_annotation(ARTICLE, article_id),)))
        library.apply(CorrectionsEdit("Correct", article_id, (), (OtherKind("Kérouan", Kind.LOCATION),)))
        library.save_analysis(article_id, ANALYSIS)
        library.save_survey(article_id, SURVEY)
        _ask_for_all(library, article_id)
    data = library.path.read_bytes()
    assert written in data
    library.path.write_bytes(data.replace(written, found))
    with pytest.raises(LibraryDamagedError, match="damaged"), Library.open(library.path) as damaged:
        _ask_for_all(damaged, article_id)


def test_half_a_character_in_a_note_is_a_sentence(library):
    article_id = add_article(library, ARTICLE)
    mark = make_annotation(ARTICLE, article_id, note="\ud83c")
    with pytest.raises(LibraryError, match="no character"):
        library.apply(AnnotationsEdit("Highlight", (), (mark,)))
    assert library.annotations(article_id) == ()
