"""The window's side of an import, which loads what does the work with the first files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from apostil.services.importing.report import Report
from apostil.ui.desk import Desk
from apostil.ui.importing import Importer
from support.jobs_on_demand import JobsOnDemand
from support.libraries import make_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def importer(tmp_path: Path) -> Iterator[Importer]:
    with make_library(tmp_path) as library:
        yield Importer(Desk(library), cast("Any", JobsOnDemand()))


def test_nothing_is_under_way_before_the_first_files(importer: Importer) -> None:
    assert not importer.busy
    assert importer.report == Report()


@pytest.mark.parametrize("stop", [Importer.cancel, Importer.close])
def test_stopping_what_never_began_tells_nobody(
    importer: Importer, stop: Callable[[Importer], None], qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(importer.progressed), qtbot.assertNotEmitted(importer.finished):
        stop(importer)
    assert not importer.busy


def test_files_put_it_to_work(importer: Importer, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(importer.progressed):
        importer.open_files([tmp_path / "a.txt"])
    assert importer.busy


def test_pasted_text_is_counted(importer: Importer) -> None:
    importer.open_text("A quiet day at the mill, and nothing happened.", "Mill")
    assert importer.report.total == 1
