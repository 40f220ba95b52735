from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apostil.ui.reader import searching
from support.main_windows import Room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


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
