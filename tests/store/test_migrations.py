from __future__ import annotations

import apsw
import pytest

from apostil.domain.analysis import Analysis
from apostil.domain.article import Piece
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.errors import LibraryError, LibraryInUseError
from apostil.domain.provenance import Provenance, fingerprint
from apostil.domain.spans import Span
from apostil.store import migrations, opening
from apostil.store.encoding import dump_analysis, dump_blocks, dump_metadata
from apostil.store.library import Library
from apostil.store.migrations import MIGRATIONS, VERSION, Migration, migrate, version_of
from apostil.store.preparing import counted
from support.libraries import NOON, add_article, make_article, make_library, make_source


def column(connection):
    connection.execute("ALTER TABLE tag ADD COLUMN color TEXT")


NEXT = Migration(VERSION + 1, column)


@pytest.fixture
def old(tmp_path):
    make_library(tmp_path, 2).close()
    return tmp_path / "library.apostil"


@pytest.fixture
def newer(monkeypatch):
    """A program whose tables are one version further."""
    monkeypatch.setattr(opening, "VERSION", VERSION + 1)
    monkeypatch.setattr(opening, "migrate", lambda connection: migrate(connection, (*MIGRATIONS, NEXT)))


def test_versions_go_up_one_by_one():
    assert [migration.version for migration in MIGRATIONS] == list(range(1, VERSION + 1))
    assert migrations.VERSION == VERSION


def test_steps_run_in_order_and_once(tmp_path):
    connection = apsw.Connection(str(tmp_path / "file"))
    steps = (Migration(1, "CREATE TABLE a (x)"), Migration(2, "ALTER TABLE a ADD COLUMN y"))
    migrate(connection, steps[:1])
    migrate(connection, steps)
    migrate(connection, steps)
    assert version_of(connection) == 2
    connection.close()


def test_a_step_that_fails_leaves_everything_as_it_was(tmp_path):
    connection = apsw.Connection(str(tmp_path / "file"))
    with pytest.raises(apsw.SQLError):
        migrate(connection, (Migration(1, "CREATE TABLE a (x)"), Migration(2, "CREATE TABLE a (x)")))
    assert version_of(connection) == 0
    assert connection.execute("SELECT * FROM sqlite_schema").fetchall() == []
    connection.close()


def test_an_old_library_is_copied_and_brought_up_to_date(old, newer):
    with Library.open(old) as library:
        assert len(library.entries()) == 2
    (copy,) = (old.parent / "backups").iterdir()
    connection = apsw.Connection(str(copy))
    assert version_of(connection) == VERSION
    connection.close()


def test_a_library_of_a_newer_version_is_refused(old):
    connection = apsw.Connection(str(old))
    connection.pragma("user_version", VERSION + 1)
    connection.close()
    with pytest.raises(LibraryError, match="newer version"):
        Library.open(old)


def test_an_old_library_that_another_window_has_waits(old, newer, monkeypatch):
    lock = opening.WriterLock.take(old)
    with pytest.raises(LibraryInUseError):
        Library.open(old)
    lock.release()


TIDE = make_article(
    [Piece("The tide mill turns again after forty years of silence, said the miller on Sunday evening.")]
)
COPY = make_article(
    [Piece("Agencies report:"), Piece("The tide mill turns again after forty years of silence, said the miller.")]
)


@pytest.fixture
def first(tmp_path):
    """A library as the first version wrote it, with two articles that share their words, and a mark."""
    path = tmp_path / "library.apostil"
    connection = apsw.Connection(str(path))
    migrate(connection, MIGRATIONS[:1])
    for key, article in enumerate((TIDE, COPY), 1):
        source = make_source(article.text.encode(), f"{key}.txt")
        row = (source.sha256, source.name, source.media_type, source.size, NOON.isoformat(), "", article.text.encode())
        connection.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        found = (key, f"article {key}", source.sha256, article.extractor, dump_metadata(article.metadata))
        connection.execute(
            "INSERT INTO article (key, id, source, extractor, found, title, outlet, language, words, roles) "
            "VALUES (?, ?, ?, ?, ?, '', '', 'en', 15, '')",
            found,
        )
        connection.execute("INSERT INTO content VALUES (?, ?, ?)", (key, dump_blocks(counted(article)), article.text))
    mark = ("mark", 1, 0, 8, "The tide", "", " mill", "yellow", NOON.isoformat(), NOON.isoformat(), "", "", "")
    connection.execute(f"INSERT INTO annotation VALUES (1{', ?' * len(mark)})", mark)
    connection.close()
    return path


def test_articles_of_the_first_version_learn_where_they_come_from(first):
    with Library.open(first) as library:
        assert library.provenance("article 1") == Provenance("plain text 1", NOON, fingerprint(TIDE.text))
        assert [version.current for version in library.versions("article 1")] == [True]
        assert library.entry("article 1").versions == 1


def test_annotations_of_the_first_version_are_where_they_were(first):
    with Library.open(first) as library:
        assert [mark.id for mark in library.annotations("article 1")] == ["mark"]
        assert library.orphans("article 1") == ()


def test_articles_of_the_first_version_are_compared(first):
    with Library.open(first) as library:
        assert library.entry("article 2").overlap.other == "article 1"


def test_a_library_of_the_first_version_knows_its_files_and_takes_more(first):
    with Library.open(first) as library:
        assert library.known(make_source(TIDE.text.encode()).sha256) == ("article 1", True)
        add_article(library, make_article())
        assert len(library.entries()) == 3


def test_names_in_articles_of_the_first_version_are_indexed_when_there_is_time(first):
    entity = Entity("work:tide mill", "tide mill", Kind.WORK, (Mention(Span(4, 13), Kind.WORK),))
    connection = apsw.Connection(str(first))
    analysis = dump_analysis(Analysis("en", (), (entity,), "invented 1"))
    connection.execute("INSERT INTO analysis VALUES (1, '', ?)", (analysis,))
    connection.execute("UPDATE article SET hidden_since = NULL")
    connection.close()
    with Library.open(first) as library:
        assert (library.unindexed(), library.named()) == (1, {})
        assert library.index_next()
        assert library.naming(["work:tide mill"]) == {"article 1"}
