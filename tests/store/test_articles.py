from __future__ import annotations

import datetime as dt

import pytest

from apostil.domain.edits import AnnotationsEdit, PresenceEdit
from apostil.domain.errors import LibraryError
from apostil.store import articles
from apostil.store.library import Library
from support.libraries import add_article, make_annotation, make_article

ARTICLE = make_article()


@pytest.fixture
def later(monkeypatch):
    """Lets so many days pass."""

    def pass_days(days):
        now = dt.datetime.now(dt.UTC) + dt.timedelta(days=days)
        monkeypatch.setattr(articles, "_now", lambda: now)

    return pass_days


def reopened(library):
    library.close()
    return Library.open(library.path)


def test_the_trash_keeps_articles_for_thirty_days(library, later):
    article_id = add_article(library, ARTICLE)
    library.apply(PresenceEdit("Delete", (article_id,), False))
    later(29)
    with reopened(library) as again:
        assert again.article(article_id) == ARTICLE


@pytest.mark.parametrize("was_present", [True, False])
def test_what_was_hidden_for_longer_is_gone_for_good(library, later, was_present):
    article_id = add_article(library, ARTICLE, present=was_present)
    mark = make_annotation(ARTICLE, article_id, note="prefect", tags=("eau",))
    library.apply(AnnotationsEdit("Note", (), (mark,)))
    library.apply(PresenceEdit("Delete", (article_id,), False))
    sha256 = library.source(article_id).sha256
    later(31)
    with reopened(library) as again, again._database.reading() as connection:
        assert again.known(sha256) is None
        with pytest.raises(LibraryError):
            again.annotation(mark.id)
        for table in ("source", "content", "annotation_tag", "text_index", "title_index", "mark_index"):
            assert connection.execute(f"SELECT count(*) FROM {table}").get == 0


def test_what_is_in_the_trash_is_kept_until_it_is_gone_for_good(library, later):
    article_id = add_article(library, ARTICLE)
    library.apply(PresenceEdit("Delete", (article_id,), False))
    assert library.is_kept(article_id)
    later(31)
    with reopened(library) as again:
        assert not again.is_kept(article_id)


def test_what_is_present_is_never_purged(library, later):
    article_id = add_article(library, ARTICLE)
    later(10_000)
    with reopened(library) as again:
        assert again.article(article_id) == ARTICLE


def test_deleting_twice_does_not_begin_the_days_again(library, later):
    article_id = add_article(library, ARTICLE)
    edit = PresenceEdit("Delete", (article_id,), False)
    library.apply(edit)
    later(20)
    library.apply(edit)
    later(31)
    with reopened(library) as again, pytest.raises(LibraryError):
        again.article(article_id)
