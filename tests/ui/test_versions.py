import pytest

from apostil.domain.edits import CorrectionsEdit
from apostil.domain.entity import NotAnEntity
from apostil.domain.errors import ExportError, LibraryError, PasswordNeededError
from apostil.domain.provenance import Choice
from apostil.domain.spans import Span
from apostil.services import extracting
from apostil.store.library import Library
from apostil.ui import chooser
from apostil.ui.desk import Desk
from apostil.ui.versions import Versions
from support import books, copies
from support.documents import PARAGRAPHS
from support.jobs_on_demand import JobsOnDemand


@pytest.fixture
def desk(qapp, tmp_path):
    with Library.open(tmp_path / "library.apostil") as library:
        yield Desk(library, now=lambda: copies.NOON)


@pytest.fixture
def article_id(desk):
    article_id = copies.older(desk.library)
    desk.open(article_id)
    return article_id


@pytest.fixture
def jobs():
    return JobsOnDemand()


@pytest.fixture
def versions(desk, jobs):
    return Versions(desk, jobs)


@pytest.fixture
def said(versions):
    heard = []
    versions.told.connect(heard.append)
    versions.failed.connect(heard.append)
    return heard


def test_verifying_says_that_both_agree(versions, jobs, article_id):
    found = []
    versions.verify(article_id, found.append, found.append)
    jobs.run()
    assert found[0].holds


def test_the_original_is_saved_under_its_own_name(versions, jobs, said, article_id, tmp_path, monkeypatch):
    asked = []

    def target(_parent, name):
        asked.append(name)
        return tmp_path / "out.html"

    monkeypatch.setattr(chooser, "original_target", target)
    versions.save_original(article_id, None)
    jobs.run()
    assert asked == ["gate.html"]
    assert (tmp_path / "out.html").read_bytes() == copies.page(copies.OLDER)
    assert said == [f"The original was written to {tmp_path / 'out.html'}."]


def test_thinking_better_of_it_saves_nothing(versions, jobs, said, article_id, monkeypatch):
    monkeypatch.setattr(chooser, "original_target", lambda _parent, _name: None)
    versions.save_original(article_id, None)
    jobs.run()
    assert said == []


def test_a_disk_that_refuses_is_said(versions, jobs, said, article_id, monkeypatch, tmp_path):
    def refuse(*_):
        raise ExportError("There is no room.")

    monkeypatch.setattr(chooser, "original_target", lambda _parent, _name: tmp_path / "out")
    monkeypatch.setattr(extracting, "save_original", refuse)
    versions.save_original(article_id, None)
    jobs.run()
    assert said == ["There is no room."]


def test_the_same_text_again_changes_nothing_and_says_so(versions, jobs, said, desk, article_id):
    versions.extract_again(article_id, Choice.ARTICLE)
    assert versions.busy
    jobs.run()
    assert said[-1] == "Extracted again: the text is the same as before, so nothing changed."
    assert (desk.current, desk.undo_stack.count(), versions.busy) == (article_id, 0, False)


def test_another_choice_makes_a_version_that_is_read_and_can_be_undone(versions, jobs, said, desk, article_id):
    mark = copies.mark(desk.library, article_id, copies.GONE)
    versions.extract_again(article_id, Choice.PAGE)
    jobs.run()
    assert said[-1] == "New version: 1 highlight found the place."
    assert desk.current != article_id
    assert [moved.id for moved in desk.annotations] == [mark.id]
    desk.undo_stack.undo()
    assert (desk.current, [one.id for one in desk.annotations]) == (article_id, [mark.id])
    desk.undo_stack.redo()
    assert desk.current != article_id


def test_a_new_version_is_to_be_analysed(versions, jobs, desk, article_id):
    arrived, succeeded = [], []
    versions.arrived.connect(arrived.append)
    versions.succeeded.connect(lambda before, after: succeeded.append((before, after)))
    versions.extract_again(article_id, Choice.PAGE)
    jobs.run()
    assert arrived == [(desk.current,)]
    assert succeeded == [(article_id, desk.current)]


def test_one_article_after_the_other(versions, jobs, said, article_id):
    versions.extract_again(article_id, Choice.ARTICLE)
    versions.extract_again(article_id, Choice.PAGE)
    assert said[-1] == "Another article is being extracted. Try again in a moment."
    jobs.run()


def test_a_locked_file_asks_for_its_password(versions, jobs, article_id, monkeypatch):
    asked = []
    versions.locked.connect(lambda *what: asked.append(what))

    def locked(*_):
        raise PasswordNeededError("It is locked.", wrong=True)

    monkeypatch.setattr(extracting, "extract_anew", locked)
    versions.extract_again(article_id, Choice.ARTICLE, "wrong")
    jobs.run()
    assert asked == [(article_id, Choice.ARTICLE, True)]
    assert not versions.busy


def test_a_file_that_cannot_be_read_any_more_says_why(versions, jobs, said, article_id, monkeypatch):
    def refuse(*_):
        raise LibraryError("It is broken.")

    monkeypatch.setattr(extracting, "extract_anew", refuse)
    versions.extract_again(article_id, Choice.ARTICLE)
    jobs.run()
    assert said[-1] == "It was not extracted again. It is broken."


def test_a_newer_copy_takes_the_place_of_the_older_one(versions, jobs, said, desk, article_id):
    copies.mark(desk.library, article_id, copies.OLDER[3])
    copies.mark(desk.library, article_id, copies.GONE)
    newer = copies.newer(desk.library)
    versions.replace(article_id, newer)
    jobs.run()
    assert desk.current == newer
    assert said[-1] == "New version: 1 of 2 highlights found their place, 1 waits in Notes."
    assert [entry.orphans for entry in desk.library.entries()] == [1]


def test_corrections_that_were_left_behind_are_named(versions, jobs, said, desk, article_id):
    start = desk.library.article(article_id).text.index(copies.GONE)
    left = NotAnEntity(copies.GONE, Span(start, start + len(copies.GONE)))
    desk.library.apply(CorrectionsEdit("Correct", article_id, (), (left,)))
    versions.replace(article_id, copies.newer(desk.library))
    jobs.run()
    assert said[-1].startswith("New version: there were no highlights, so nothing had to move. A correction of “")
    assert "was left with the version before" in said[-1]


def test_where_all_corrections_came_along_nothing_is_said_of_them(versions, jobs, said, desk, article_id):
    desk.library.apply(CorrectionsEdit("Correct", article_id, (), (NotAnEntity("Odile Fenn"),)))
    versions.replace(article_id, copies.newer(desk.library))
    jobs.run()
    assert said[-1] == "New version: there were no highlights, so nothing had to move."


def test_an_older_version_can_be_read_again(versions, jobs, said, desk, article_id):
    newer = copies.newer(desk.library)
    versions.replace(article_id, newer)
    jobs.run()
    versions.switch(newer, article_id)
    jobs.run()
    assert desk.current == article_id
    assert said[-1] == "Version 1: there were no highlights, so nothing had to move."


def test_both_can_be_kept(versions, desk, said, article_id):
    newer = copies.newer(desk.library)
    versions.keep_both(article_id, newer)
    assert desk.apart == {frozenset({article_id, newer})}
    assert said == ["Both are kept, each as an article of its own."]


def test_guesses_come_later(versions, jobs, desk, article_id):
    mark = copies.mark(desk.library, article_id, copies.GONE)
    found = []
    versions.guess(mark, desk.article, found.append)
    assert found == []
    jobs.run()
    assert found[0][0].likeness == 1.0


def test_what_is_under_way_can_be_given_up(versions, jobs, said, article_id):
    versions.extract_again(article_id, Choice.PAGE)
    versions.close()
    jobs.run()
    assert (versions.busy, len(said)) == (False, 1)


def test_an_extraction_shows_that_it_runs_and_that_it_is_through(versions, jobs, article_id):
    seen = []
    versions.progressed.connect(lambda: seen.append(versions.busy))
    versions.extract_again(article_id, Choice.ARTICLE)
    jobs.run()
    assert seen == [True, False]


def test_bytes_that_cannot_be_read_end_it(versions, jobs, said, desk, article_id, monkeypatch):
    def fail(*_):
        raise LibraryError("The disk is gone.")

    monkeypatch.setattr(extracting, "replacement", fail)
    versions.extract_again(article_id, Choice.PAGE)
    jobs.run()
    assert (said[-1], versions.busy) == ("The disk is gone.", False)


def test_the_chapters_of_a_book_are_read_again_together(versions, jobs, desk, qapp, tmp_path):
    book = copies.bring_in(desk.library, books.book(), "book.epub")
    desk.open(book)
    versions.extract_again(book, Choice.CHAPTERS)
    jobs.run()
    chapters = {entry.id for entry in desk.library.entries()}
    assert len(chapters) > 1
    versions.switch(desk.current, book)
    jobs.run()
    assert {entry.id for entry in desk.library.entries()} == {book}
    (other,) = [one.id for one in desk.library.versions(book) if not one.current]
    versions.switch(book, other)
    jobs.run()
    assert {entry.id for entry in desk.library.entries()} == chapters


def test_the_chapter_to_which_the_highlights_went_is_opened_and_named(versions, jobs, said, desk):
    book = copies.bring_in(desk.library, books.book(), "book.epub")
    desk.open(book)
    mark = copies.mark(desk.library, book, PARAGRAPHS[2][:30])
    versions.extract_again(book, Choice.CHAPTERS)
    jobs.run()
    assert [one.id for one in desk.annotations] == [mark.id]
    assert said[-1] == "New version: 1 highlight found the place. “The lenders” is open now."
