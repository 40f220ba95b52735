"""Files on their way into the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from apostil.domain.errors import OutOfMemoryError, TimedOutError, WorkerCrashedError
from apostil.services import importing
from apostil.services.importing import Report
from apostil.ui.desk import Desk
from apostil.ui.importing import Importer
from support.jobs_on_demand import JobsOnDemand
from support.libraries import NOON, make_library

if TYPE_CHECKING:
    from collections.abc import Iterator
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

    monkeypatch.setattr(importing, "read_and_prepare", fail)
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
