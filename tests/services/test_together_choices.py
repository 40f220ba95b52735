"""What a reader chose in a common summary is found again after its articles were replaced or deleted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from apostil.domain.article import Piece, Role, compose
from apostil.domain.choices import UNTOUCHED, Choices, Extract
from apostil.domain.edits import ChoicesEdit, PresenceEdit
from apostil.services import together_choices, versions
from apostil.store import articles
from apostil.store.library import Library
from support import panels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from apostil.domain.article import ArticleId

WORDS = "Half of the cranes stand still."
NEWER = compose([Piece("River port", Role.HEADLINE), Piece(f"It rains. {WORDS}")], panels.ENGLISH.metadata)
OTHER = compose([Piece("A third one", Role.HEADLINE), Piece("The ferry sailed.")], panels.ENGLISH.metadata)


class Shelf:
    """Three articles, the first of which has the words that are chosen."""

    def __init__(self, folder: Path) -> None:
        self.library = Library.open(folder / "library.apostil")
        older = compose([Piece("River port", Role.HEADLINE), Piece(f"{WORDS} It rained.")], panels.ENGLISH.metadata)
        self.a = panels.add(self.library, older, "a", analysed=False)
        self.b = panels.add(self.library, panels.FRENCH, "b", analysed=False)
        self.c = panels.add(self.library, OTHER, "c", analysed=False)

    def chosen(self, owner: int, article: ArticleId) -> Extract:
        """The words in an article, which is this one of the summary."""
        return Extract(owner, panels.places(self.library.article(article).text, WORDS)[0])

    def keep(self, articles: tuple[ArticleId, ...], choices: Choices) -> None:
        self.library.apply(ChoicesEdit("Keep", articles, UNTOUCHED, choices))

    def pin(self, *articles: ArticleId) -> Choices:
        choices = UNTOUCHED.pin(self.chosen(articles.index(self.a), self.a))
        self.keep(articles, choices)
        return choices

    def replace(self) -> ArticleId:
        """A newer version of the first article, which is read from now on."""
        newer = panels.add(self.library, NEWER, "newer", analysed=False)
        self.library.apply(versions.replaced(self.library, self.a, newer, panels.NOON))
        return newer

    def delete(self, article: ArticleId) -> None:
        self.library.apply(PresenceEdit("Delete", (article,), present=False))

    def undo(self, articles: tuple[ArticleId, ...], choices: Choices) -> None:
        self.library.apply(ChoicesEdit("Forget", articles, choices, UNTOUCHED))

    def reopen(self) -> None:
        self.library.close()
        self.library = Library.open(self.library.path)

    def choices(self, *articles: ArticleId) -> Choices:
        return together_choices.choices_of(self.library, articles, None)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    yield made
    made.library.close()


@pytest.fixture
def purge(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Opens the library again when all that is in its trash has been there for too long."""

    def opened_later() -> None:
        later = dt.datetime.now(dt.UTC) + dt.timedelta(days=31)
        monkeypatch.setattr(articles, "_now", lambda: later)
        shelf.reopen()

    return opened_later


def test_the_same_articles_are_one_summary_however_they_are_listed(shelf: Shelf) -> None:
    listed = together_choices.in_order(shelf.library, (shelf.c, shelf.a, shelf.b))

    assert listed == (shelf.a, shelf.b, shelf.c)


def test_what_was_chosen_holds_in_another_order_too(shelf: Shelf) -> None:
    shelf.pin(shelf.b, shelf.a)

    assert shelf.choices(shelf.a, shelf.b).pinned == (shelf.chosen(0, shelf.a),)


def test_what_was_chosen_moves_to_a_newer_version_with_its_words(shelf: Shelf) -> None:
    shelf.pin(shelf.b, shelf.a)
    newer = shelf.replace()

    assert shelf.choices(shelf.b, newer).pinned == (shelf.chosen(1, newer),)


def test_what_a_newer_version_lacks_is_forgotten(shelf: Shelf) -> None:
    text = shelf.library.article(shelf.a).text
    shelf.keep((shelf.a, shelf.b), UNTOUCHED.drop(Extract(0, panels.places(text, "It rained.")[0])))
    newer = shelf.replace()

    assert shelf.choices(newer, shelf.b) == UNTOUCHED


def test_what_was_chosen_outlives_an_article_that_is_deleted(shelf: Shelf) -> None:
    shelf.pin(shelf.c, shelf.b, shelf.a)
    shelf.delete(shelf.c)

    assert shelf.choices(shelf.b, shelf.a).pinned == (shelf.chosen(1, shelf.a),)


def test_what_was_chosen_of_a_deleted_article_is_gone(shelf: Shelf) -> None:
    shelf.pin(shelf.a, shelf.b, shelf.c)
    shelf.delete(shelf.a)

    assert shelf.choices(shelf.b, shelf.c) == UNTOUCHED


def test_a_summary_of_fewer_articles_has_nothing_of_one_that_can_still_be_made(shelf: Shelf) -> None:
    shelf.pin(shelf.a, shelf.b, shelf.c)

    assert shelf.choices(shelf.a, shelf.b) == UNTOUCHED


def test_what_was_left_to_the_method_again_is_not_taken_over_anew(shelf: Shelf) -> None:
    pinned = shelf.pin(shelf.a, shelf.b, shelf.c)
    shelf.delete(shelf.c)
    shelf.library.apply(ChoicesEdit("Forget", (shelf.a, shelf.b), pinned, UNTOUCHED))

    assert shelf.choices(shelf.a, shelf.b) == UNTOUCHED


def test_what_was_chosen_outlives_an_article_that_is_gone_for_good(shelf: Shelf, purge: Callable[[], None]) -> None:
    shelf.pin(shelf.c, shelf.b, shelf.a)
    shelf.delete(shelf.c)
    purge()

    assert not shelf.library.is_kept(shelf.c)
    assert shelf.choices(shelf.b, shelf.a).pinned == (shelf.chosen(1, shelf.a),)


def test_what_was_chosen_moves_to_a_newer_version_also_where_another_article_is_gone_for_good(
    shelf: Shelf, purge: Callable[[], None]
) -> None:
    shelf.pin(shelf.a, shelf.b, shelf.c)
    newer = shelf.replace()
    shelf.delete(shelf.c)
    purge()

    assert shelf.choices(shelf.b, newer).pinned == (shelf.chosen(1, newer),)


def test_nothing_stands_for_an_article_that_is_gone_for_good(shelf: Shelf, purge: Callable[[], None]) -> None:
    shelf.delete(shelf.c)
    purge()

    assert together_choices.standing(shelf.library, (shelf.a, shelf.c)) == (shelf.a,)


@pytest.mark.parametrize("undone_first", [True, False])
def test_where_choices_were_taken_back_those_in_another_summary_hold(shelf: Shelf, *, undone_first: bool) -> None:
    d = panels.add(shelf.library, NEWER, "d", analysed=False)
    undone, kept = (shelf.c, d) if undone_first else (d, shelf.c)
    shelf.pin(shelf.a, shelf.b, kept)
    shelf.undo((shelf.a, shelf.b, undone), shelf.pin(shelf.a, shelf.b, undone))
    shelf.delete(shelf.c)
    shelf.delete(d)

    assert shelf.choices(shelf.a, shelf.b).pinned == (shelf.chosen(0, shelf.a),)


def test_choices_that_were_taken_back_stay_so_in_a_newer_version(shelf: Shelf) -> None:
    shelf.pin(shelf.a, shelf.b, shelf.c)
    shelf.delete(shelf.c)
    shelf.undo((shelf.a, shelf.b), shelf.choices(shelf.a, shelf.b))
    newer = shelf.replace()

    assert shelf.choices(newer, shelf.b) == UNTOUCHED


def test_where_one_article_is_left_its_own_choices_hold(shelf: Shelf) -> None:
    own = UNTOUCHED.drop(shelf.chosen(0, shelf.a))
    shelf.pin(shelf.a, shelf.b)
    shelf.keep((shelf.a,), own)
    shelf.delete(shelf.b)

    assert shelf.choices(shelf.a) == own


def test_an_order_is_carried_as_it_is(shelf: Shelf) -> None:
    text = shelf.library.article(shelf.a).text
    later = Extract(0, panels.places(text, "It rained.")[0])
    shelf.keep((shelf.a, shelf.b, shelf.c), Choices(order=(later, shelf.chosen(0, shelf.a))))
    shelf.delete(shelf.c)

    assert shelf.choices(shelf.a, shelf.b).order == (later, shelf.chosen(0, shelf.a))


def test_newer_versions_stand_for_older_ones_and_nothing_for_what_was_deleted(shelf: Shelf) -> None:
    newer = shelf.replace()
    shelf.delete(shelf.b)

    assert together_choices.standing(shelf.library, (shelf.a, shelf.b, newer)) == (newer,)
