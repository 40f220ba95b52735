from __future__ import annotations

import pytest

from support import piles


@pytest.fixture(autouse=True)
def invented(monkeypatch: pytest.MonkeyPatch) -> None:
    piles.add_to(monkeypatch)
