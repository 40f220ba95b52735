"""An open library for every test that asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.libraries import make_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from apostil.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with make_library(tmp_path) as opened:
        yield opened
