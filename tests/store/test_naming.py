from __future__ import annotations

import apsw
import pytest

from apostil.domain.analysis import Analysis
from apostil.domain.article import Article, Block, Metadata, Role
from apostil.domain.edits import CorrectionsEdit, PresenceEdit
from apostil.domain.entity import Entity, Kind, Mention, Renamed
from apostil.domain.spans import Span
from apostil.store import naming
from apostil.store.library import Library
from support.names import Invented, put, write

ANNA = Invented(Kind.PERSON, ("Anna Quill", "Quill"))
MALI = Invented(Kind.LOCATION, ("Mali",), "ML")
TEXT = [[(ANNA, "Anna Quill"), "flies to", (MALI, "Mali"), "."], [(ANNA, "Quill"), "sleeps."]]


def test_an_analysis_that_is_kept_is_indexed(library):
    put(library, [write(TEXT)])
    found = library.named()
    assert {identity: one.mentions for identity, one in found.items()} == {"person:anna quill": 2, "location:ML": 1}


def test_another_analysis_takes_the_place_of_the_first(library):
    (article_id,) = put(library, [write(TEXT)])
    entity = Entity("work:mali", "Mali", Kind.WORK, (Mention(Span(0, 4), Kind.WORK),))
    library.save_analysis(article_id, Analysis("en", (), (entity,), "invented 2"))
    assert list(library.named()) == ["work:mali"]


def test_an_analysis_for_other_roles_is_not_indexed(library):
    article, analysis = write(TEXT)
    (article_id,) = put(library, [(article, analysis)], analysed=False)
    library.save_analysis(article_id, analysis, made_for=article.with_role(0, "caption"))
    assert library.named() == {}


def test_what_is_purged_leaves_nothing(library):
    (article_id,) = put(library, [write(TEXT)])
    path = library.path
    library.apply(PresenceEdit("Delete", (article_id,), False))
    library.close()
    with apsw.Connection(str(path)) as connection:
        connection.execute("UPDATE article SET hidden_since = '2000-01-01T00:00:00+00:00'")
    Library.open(path).close()
    with apsw.Connection(str(path)) as connection:
        tables = ("appearance", "naming", "alias", "tail", "spelling")
        assert [connection.execute(f"SELECT count(*) FROM {table}").get for table in tables] == [0] * 5


def test_an_old_library_is_indexed_when_there_is_time(library):
    put(library, [write(TEXT)])
    with library._database.writing() as connection:
        connection.execute("DELETE FROM appearance; INSERT INTO unindexed SELECT article FROM analysis")
    assert (library.named(), library.unindexed()) == ({}, 1)
    assert library.index_next()
    assert (len(library.named()), library.unindexed()) == (2, 0)
    assert not library.index_next()


def test_a_long_article_is_indexed_when_there_is_time(library, monkeypatch):
    monkeypatch.setattr(naming, "LONG_WORDS", 3)
    (article_id,) = put(library, [write(TEXT)])
    library.apply(CorrectionsEdit("Rename", article_id, (), (Renamed("Anna Quill", "Nan Quill"),)))
    assert ("person:anna quill" in library.named(), library.unindexed()) == (True, 1)
    library.index_next()
    assert ("person:nan quill" in library.named(), library.unindexed()) == (True, 0)


def test_what_was_looked_at_is_looked_at_again_where_something_else_is_said_by_now(library, monkeypatch):
    monkeypatch.setattr(naming, "LONG_WORDS", 3)
    (article_id,) = put(library, [write(TEXT)])
    library.apply(CorrectionsEdit("Rename", article_id, (), (first := Renamed("Anna Quill", "Nan Quill"),)))
    with library._database.reading() as connection:
        looked = naming.look_at_next(connection, library._in_force)
    library.apply(CorrectionsEdit("Rename", article_id, (first,), (Renamed("Anna Quill", "Ann Quill"),)))
    with library._database.writing() as connection:
        naming.index_next(connection, library._in_force, looked)
    assert "person:ann quill" in library.named()


def test_a_library_that_can_only_be_read_says_what_waits(library):
    put(library, [write(TEXT)])
    with Library.open(library.path) as second:
        assert second.read_only
        assert second.unindexed() == 0
        assert not second.index_next()


@pytest.mark.parametrize(
    ("start", "sentence"), [(0, (0, 9)), (8, (0, 9)), (9, (0, 20)), (10, (10, 20)), (25, (22, 30))]
)
def test_a_mention_lies_in_its_sentence_or_in_its_block(start, sentence):
    blocks = (Block(Span(0, 20), Role.PARAGRAPH), Block(Span(22, 30), Role.HEADING))
    article = Article("a" * 20 + "\n\n" + "b" * 8, blocks, Metadata())
    find = naming.sentence_finder(Analysis("en", (Span(0, 9), Span(10, 20)), (), ""), article)
    assert find(Span(start, start + 2)) == sentence
