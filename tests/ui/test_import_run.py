"""Files on their way into the library, from the first to the last of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from apostil.domain.errors import LibraryError, OutOfMemoryError, TimedOutError, WorkerCrashedError
from apostil.domain.provenance import Choice
from apostil.services.importing import opening
from apostil.services.importing.report import Report
from apostil.ui import import_run
from apostil.ui.desk import Desk
from apostil.ui.import_run import SKIPPED_LOCK
from apostil.ui.importing import Importer
from support import piles
from support.jobs_on_demand import JobsOnDemand
from support.libraries import NOON, make_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = "A quiet day at the mill\n\nNothing happened at the mill today, and nobody was surprised by it.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with make_library(tmp_path) as library:
        yield Desk(library, now=lambda: NOON)


@pytest.fixture
def jobs() -> JobsOnDemand:
    return JobsOnDemand()


@pytest.fixture
def importer(desk: Desk, jobs: JobsOnDemand) -> Importer:
    return Importer(desk, cast("Any", jobs))


def imported(importer: Importer, jobs: JobsOnDemand, paths: list[Path]) -> Report:
    importer.open_files(paths)
    jobs.run()
    assert not importer.busy
    return importer.report


def write(folder: Path, count: int) -> list[Path]:
    files = [folder / f"{number}.txt" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text(f"{WORDS}\nThis was day {number}.\n")
    return files


def test_files_come_in_as_one_step(
    importer: Importer, jobs: JobsOnDemand, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    report = imported(importer, jobs, write(tmp_path, 7))
    assert (len(report.new), report.done, report.total) == (7, 7, 7)
    assert desk.undo_stack.count() == 1
    desk.undo_stack.undo()
    assert desk.library.entries() == []


def test_the_source_is_kept_byte_for_byte(
    importer: Importer, jobs: JobsOnDemand, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "dos.txt"
    file.write_bytes(WORDS.replace("\n", "\r\n").encode("cp1252"))
    report = imported(importer, jobs, [file])
    assert desk.library.source_bytes(report.new[0]) == file.read_bytes()


def test_the_same_bytes_under_another_name_are_known(
    importer: Importer, jobs: JobsOnDemand, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    for file in (first, second):
        file.write_text(WORDS)
    new = imported(importer, jobs, [first]).new
    assert imported(importer, jobs, [second]).known == new
    assert desk.undo_stack.count() == 1


def test_deleted_bytes_come_back_with_their_marks(
    importer: Importer, jobs: JobsOnDemand, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    report = imported(importer, jobs, write(tmp_path, 1))
    desk.undo_stack.undo()
    again = imported(importer, jobs, write(tmp_path, 1))
    assert [*again.new, *again.known] == report.new
    assert len(desk.library.entries()) == 1


def test_a_file_that_fails_leaves_the_others_alone(
    importer: Importer, jobs: JobsOnDemand, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    report = imported(importer, jobs, [empty, *write(tmp_path, 2), tmp_path / "gone.txt"])
    assert len(report.new) == 2
    assert [problem.name for problem in report.problems] == ["empty.txt", "gone.txt"]


@pytest.mark.parametrize("error", [TimedOutError, OutOfMemoryError, WorkerCrashedError])
def test_a_worker_that_ended_is_explained(
    importer: Importer,
    jobs: JobsOnDemand,
    error: type[Exception],
    desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_batch: object, _terms: object) -> None:
        raise error("the worker was ended")

    monkeypatch.setattr(opening, "read_and_prepare", fail)
    report = imported(importer, jobs, write(tmp_path, 1))
    assert report.problems[0].sentence not in {"", "the worker was ended"}
    assert desk.library.entries() == []


def test_text_is_pasted_with_its_title(importer: Importer, jobs: JobsOnDemand, desk: Desk, qtbot: QtBot) -> None:
    importer.open_text(WORDS, "The mill")
    jobs.run()
    assert [entry.title for entry in desk.library.entries()] == ["The mill"]


def test_pasting_nothing_is_explained(importer: Importer, jobs: JobsOnDemand, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(importer.finished) as finished:
        importer.open_text(" \n ")
    assert finished.args[0].problems


def test_cancelling_keeps_what_is_done_and_drops_the_rest(
    importer: Importer, jobs: JobsOnDemand, desk: Desk, tmp_path: Path
) -> None:
    importer.open_files(write(tmp_path, 3))
    importer.cancel()
    jobs.run()
    assert not importer.busy
    assert desk.library.entries() == []


def test_files_that_come_meanwhile_join(importer: Importer, jobs: JobsOnDemand, desk: Desk, tmp_path: Path) -> None:
    files = write(tmp_path, 4)
    importer.open_files(files[:2])
    importer.open_files(files[2:])
    jobs.run()
    assert importer.report.total == 4
    assert desk.undo_stack.undoText() == "Import 4 articles"


def test_cancelling_when_nothing_runs_tells_nobody(
    importer: Importer, jobs: JobsOnDemand, tmp_path: Path, qtbot: QtBot
) -> None:
    imported(importer, jobs, write(tmp_path, 1))
    with qtbot.assertNotEmitted(importer.finished):
        importer.cancel()


def test_progress_is_told_before_the_first_file_is_through(importer: Importer, tmp_path: Path) -> None:
    seen: list[bool] = []
    importer.progressed.connect(lambda _report: seen.append(importer.busy))
    importer.open_files(write(tmp_path, 1))
    assert seen == [True]


def test_an_import_of_one_article_is_called_by_its_title(importer: Importer, jobs: JobsOnDemand, desk: Desk) -> None:
    importer.open_text("The ferry was late. Nobody said why.", "Ferries")
    jobs.run()
    assert desk.undo_stack.undoText() == "Import “Ferries”"


# What a worker can die of


def dying_of(name: str, error: type[Exception]) -> Callable[..., Any]:
    """Reads batches, and ends as a worker does over one that holds this file."""
    read = opening.read_and_prepare

    def dying(batch: Any, terms: Any) -> Any:
        if any(item.name == name for item in batch):
            raise error("the worker was ended")
        return read(batch, terms)

    return dying


@pytest.mark.parametrize("error", [TimedOutError, OutOfMemoryError, WorkerCrashedError])
def test_only_the_guilty_file_of_a_batch_is_told(
    importer: Importer, jobs: JobsOnDemand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    monkeypatch.setattr(opening, "read_and_prepare", dying_of("17.txt", error))
    report = imported(importer, jobs, write(tmp_path, 40))
    assert [problem.name for problem in report.problems] == ["17.txt"]
    assert len(report.new) == 39


def test_a_crash_names_the_reader(
    importer: Importer, jobs: JobsOnDemand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "read_and_prepare", dying_of("0.txt", WorkerCrashedError))
    report = imported(importer, jobs, write(tmp_path, 1))
    assert "crashes the plain text reader" in report.problems[0].sentence


def test_a_reader_that_cannot_be_named_is_told_without_its_name(
    importer: Importer, jobs: JobsOnDemand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise WorkerCrashedError("the worker was ended")

    monkeypatch.setattr(opening, "read_and_prepare", fail)
    monkeypatch.setattr(opening, "reader_of", fail)
    report = imported(importer, jobs, write(tmp_path, 1))
    assert "crashes the program that reads such files" in report.problems[0].sentence


def test_what_the_library_cannot_keep_is_told(
    importer: Importer, jobs: JobsOnDemand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(import_run, "keep", fail)
    report = imported(importer, jobs, write(tmp_path, 3))
    assert {problem.reason for problem in report.problems} == {"The disk is full."}
    assert report.done == 3


def test_a_folder_that_cannot_be_looked_for_is_told(
    importer: Importer, jobs: JobsOnDemand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LibraryError("The disk is gone.")

    monkeypatch.setattr(import_run, "look_for_files", fail)
    report = imported(importer, jobs, [tmp_path])
    assert report.problems[0].origin == str(tmp_path)


# Piles, locks and books


class Person:
    """Answers questions of an import as it was told to, and remembers them."""

    def __init__(self, *passwords: str | None, choice: Choice | None = None, for_all: bool = False) -> None:
        self.passwords = list(passwords)
        self.choice = choice
        self.for_all = for_all
        self.asked: list[tuple[str, bool, int]] = []
        self.closed = False

    def password(self, locked: Any, more: int, answer: Callable[[str | None, bool], None]) -> None:
        self.asked.append((locked.item.name, locked.item.asked, more))
        answer(self.passwords.pop(0), self.for_all)

    def book(self, book: Any, more: int, answer: Callable[[Choice | None, bool], None]) -> None:
        self.asked.append((book.item.name, False, more))
        answer(self.choice, self.for_all)

    def close(self) -> None:
        self.closed = True


class Silent(Person):
    """Is asked, and does not answer."""

    def password(self, locked: Any, more: int, answer: Callable[[str | None, bool], None]) -> None:
        self.asked.append((locked.item.name, locked.item.asked, more))


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch) -> None:
    piles.add_to(monkeypatch)


def put(folder: Path, **files: bytes) -> list[Path]:
    made = []
    for name, data in files.items():
        made.append(folder / name.replace("_", "."))
        made[-1].write_bytes(data)
    return made


TEXTS = tuple((f"{number}.txt", f"{WORDS}\nThis was day {number}.".encode()) for number in range(3))


@pytest.mark.usefixtures("invented")
class TestPiles:
    def test_everything_in_a_pile_comes_in(self, importer: Importer, jobs: JobsOnDemand, tmp_path: Path) -> None:
        inner = piles.crate(*TEXTS[1:])
        report = imported(importer, jobs, put(tmp_path, a_crate=piles.crate(TEXTS[0], ("b.crate", inner))))
        assert (len(report.new), report.total, report.done, report.piles) == (3, 5, 5, 2)

    def test_a_pile_that_is_too_deep_is_told(self, importer: Importer, jobs: JobsOnDemand, tmp_path: Path) -> None:
        data = piles.crate(TEXTS[0])
        for _ in range(3):
            data = piles.crate(("in.crate", data))
        report = imported(importer, jobs, put(tmp_path, a_crate=data))
        assert [problem.origin.count("›") for problem in report.problems] == [3]
        assert report.done == report.total

    def test_a_folder_comes_in_as_one_step(
        self, importer: Importer, jobs: JobsOnDemand, desk: Desk, tmp_path: Path
    ) -> None:
        folder = tmp_path / "texts"
        folder.mkdir()
        put(folder, a_crate=piles.crate(TEXTS[0]), b_txt=TEXTS[1][1])
        report = imported(importer, jobs, [folder])
        assert (report.piles, desk.undo_stack.undoText()) == (2, "Import 2 articles")

    def test_what_letters_enclose_is_offered_and_comes_when_wanted(
        self, importer: Importer, jobs: JobsOnDemand, desk: Desk, tmp_path: Path
    ) -> None:
        report = imported(importer, jobs, put(tmp_path, a_letter=piles.letter("Dear reader.", *TEXTS)))
        assert (len(report.new), len(report.offers)) == (1, 3)
        importer.open_items(report.offers[:2])
        jobs.run()
        assert len(desk.library.entries()) == 3
        assert desk.undo_stack.count() == 2

    def test_a_letter_without_words_still_offers_what_it_encloses(
        self, importer: Importer, jobs: JobsOnDemand, tmp_path: Path
    ) -> None:
        report = imported(importer, jobs, put(tmp_path, a_letter=piles.letter("", *TEXTS)))
        assert (len(report.problems), len(report.offers)) == (1, 3)


@pytest.mark.usefixtures("invented")
class TestLocks:
    @pytest.fixture
    def files(self, tmp_path: Path) -> list[Path]:
        return put(tmp_path, a_safe=piles.safe("One.", "tide"), b_safe=piles.safe("Two.", "tide"), c_txt=TEXTS[0][1])

    def test_one_password_opens_all_that_it_fits(
        self, importer: Importer, jobs: JobsOnDemand, files: list[Path]
    ) -> None:
        importer.asker = person = Person("tide")
        assert len(imported(importer, jobs, files).new) == 3
        assert person.asked == [("a.safe", False, 1)]

    def test_a_wrong_password_is_said_and_asked_again(
        self, importer: Importer, jobs: JobsOnDemand, files: list[Path]
    ) -> None:
        importer.asker = person = Person("ebb", "tide")
        assert len(imported(importer, jobs, files[:1]).new) == 1
        assert person.asked == [("a.safe", False, 0), ("a.safe", True, 0)]

    def test_a_file_that_is_skipped_is_told(self, importer: Importer, jobs: JobsOnDemand, files: list[Path]) -> None:
        importer.asker = Person(None, None)
        report = imported(importer, jobs, files)
        assert [problem.reason for problem in report.problems] == [f"{piles.LOCKED} {SKIPPED_LOCK}"] * 2
        assert len(report.new) == 1

    def test_all_can_be_skipped_at_once(self, importer: Importer, jobs: JobsOnDemand, files: list[Path]) -> None:
        importer.asker = person = Person(None, for_all=True)
        assert len(imported(importer, jobs, files).problems) == 2
        assert len(person.asked) == 1

    def test_where_nobody_can_be_asked_locked_files_are_told(
        self, importer: Importer, jobs: JobsOnDemand, files: list[Path]
    ) -> None:
        assert len(imported(importer, jobs, files).problems) == 2

    def test_a_password_is_forgotten_with_its_import(
        self, importer: Importer, jobs: JobsOnDemand, files: list[Path]
    ) -> None:
        importer.asker = person = Person("tide", "tide")
        for file in files[:2]:
            imported(importer, jobs, [file])
        assert len(person.asked) == 2

    def test_cancelling_takes_the_question_back(
        self, importer: Importer, jobs: JobsOnDemand, files: list[Path]
    ) -> None:
        importer.asker = person = Silent()
        importer.open_files(files)
        jobs.run()
        importer.cancel()
        assert person.closed
        assert (importer.report.cancelled, importer.report.dropped, importer.busy) == (True, 2, False)
        assert sorted(item.name for item in importer.report.left_out) == ["a.safe", "b.safe"]

    def test_what_is_through_is_shown_while_a_question_waits(
        self, importer: Importer, jobs: JobsOnDemand, files: list[Path], desk: Desk
    ) -> None:
        shown: list[object] = []
        desk.changed.connect(shown.append)
        importer.asker = Silent()
        importer.open_files(files)
        jobs.run()
        assert shown
        importer.close()


@pytest.mark.usefixtures("invented")
class TestBooks:
    @pytest.fixture
    def files(self, tmp_path: Path) -> list[Path]:
        return put(tmp_path, a_book=piles.book("One.", "Two."), b_book=piles.book("Three.", "Four."))

    @pytest.mark.parametrize(("choice", "articles"), [(Choice.ARTICLE, 2), (Choice.CHAPTERS, 4)])
    def test_one_answer_can_hold_for_all_books(
        self, importer: Importer, jobs: JobsOnDemand, files: list[Path], choice: Choice, articles: int
    ) -> None:
        importer.asker = person = Person(choice=choice, for_all=True)
        assert len(imported(importer, jobs, files).new) == articles
        assert person.asked == [("a.book", False, 1)]

    def test_each_book_can_be_asked_about(self, importer: Importer, jobs: JobsOnDemand, files: list[Path]) -> None:
        importer.asker = person = Person(choice=Choice.CHAPTERS)
        imported(importer, jobs, files)
        assert [name for name, *_ in person.asked] == ["a.book", "b.book"]

    def test_a_choice_that_comes_with_the_files_is_not_asked(
        self, importer: Importer, jobs: JobsOnDemand, files: list[Path]
    ) -> None:
        importer.open_files(files, Choice.CHAPTERS)
        jobs.run()
        assert len(importer.report.new) == 4

    def test_a_book_that_is_skipped_is_told(self, importer: Importer, jobs: JobsOnDemand, files: list[Path]) -> None:
        importer.asker = Person(for_all=True)
        assert len(imported(importer, jobs, files).problems) == 2


# How it goes


def test_how_long_it_takes_is_told_after_a_while(desk: Desk, jobs: JobsOnDemand, tmp_path: Path) -> None:
    seconds = iter(range(0, 1000, 3))
    importer = Importer(desk, cast("Any", jobs), clock=lambda: float(next(seconds)))
    told: list[float | None] = []
    importer.progressed.connect(lambda report: told.append(report.left))
    imported(importer, jobs, write(tmp_path, 30))
    assert told[0] is None
    left = [seconds for seconds in told if seconds is not None]
    assert left[0] > left[-1] >= 0


def test_the_file_that_is_read_is_named(importer: Importer, jobs: JobsOnDemand, tmp_path: Path) -> None:
    importer.open_files(write(tmp_path, 1))
    jobs.step()
    assert importer.report.now == "0.txt"


def test_what_is_kept_when_an_import_is_cancelled_is_one_step(
    importer: Importer, jobs: JobsOnDemand, desk: Desk, tmp_path: Path
) -> None:
    importer.open_files(write(tmp_path, 40))
    while not importer.report.new:
        jobs.step()
    importer.cancel()
    jobs.run()
    came = len(desk.library.entries())
    assert 0 < came < 40
    assert importer.report.dropped == 40 - came
    desk.undo_stack.undo()
    assert desk.library.entries() == []


def test_closing_tells_nobody(importer: Importer, jobs: JobsOnDemand, tmp_path: Path, qtbot: QtBot) -> None:
    importer.open_files(write(tmp_path, 3))
    with qtbot.assertNotEmitted(importer.finished):
        importer.close()
        jobs.run()
    assert not importer.busy


@pytest.mark.parametrize("fails", [False, True])
def test_what_is_kept_while_the_window_closes_is_told_nobody(
    importer: Importer,
    jobs: JobsOnDemand,
    desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    fails: bool,
) -> None:
    def fail(*_: object) -> None:
        raise LibraryError("The disk is full.")

    if fails:
        monkeypatch.setattr(import_run, "keep", fail)
    importer.open_files(write(tmp_path, 1))
    for _ in range(2):  # looked for, and read
        jobs.step()
    with qtbot.assertNotEmitted(desk.changed), qtbot.assertNotEmitted(desk.failed):
        importer.close()
        jobs.run()
    assert len(desk.library.entries()) == (0 if fails else 1)
