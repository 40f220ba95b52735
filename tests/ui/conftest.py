from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from apostil.ui.exploring import Explorer
from apostil.ui.reader import searching
from support import panels
from support.jobs_on_demand import JobsOnDemand
from support.main_windows import Room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from apostil.domain.names import Named
    from apostil.ui.desk import Desk


@pytest.fixture
def searched_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search in a short text ends at once, also on a machine that is busy with other things."""
    monkeypatch.setattr(searching, "SLICE", 5.0)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, searched_at_once: None) -> Iterator[Room]:
    """A window with the English article open."""
    made = Room(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def read_only_room(qtbot: QtBot, tmp_path: Path, searched_at_once: None) -> Iterator[Room]:
    """A window on a library that another one writes to."""
    made = Room(tmp_path, qtbot, read_only=True)
    yield made
    made.close()


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Iterator[Desk]:
    """A desk over a library with two articles that name the same people."""
    desk = panels.a_desk(tmp_path)
    panels.add(desk.library, panels.ENGLISH, "port.txt")
    panels.add(desk.library, panels.FRENCH, "fleuve.txt")
    yield desk
    desk.library.close()


@pytest.fixture
def jobs() -> JobsOnDemand:
    """Work in the background that waits until it is told to run."""
    return JobsOnDemand()


@pytest.fixture
def explorer(desk: Desk, jobs: JobsOnDemand) -> Iterator[Explorer]:
    """What asks that library."""
    made = Explorer(desk, cast("Any", jobs))
    yield made
    made.close()


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], Any]:
    """Shows a page as the window would, and throws it away at the end."""

    def show(page: QWidget, width: int = 660, height: int = 620) -> QWidget:
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return show


@pytest.fixture
def minister(desk: Desk) -> Named:
    """The entity that both articles name, one of them by the surname alone."""
    return desk.library.named(("person:adama kessou",))["person:adama kessou"]
