from __future__ import annotations

import re

from apostil.domain.identity import new_id


def test_an_id_is_made_of_hexadecimal_digits() -> None:
    assert re.fullmatch("[0-9a-f]{32}", new_id())


def test_no_two_are_the_same() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000
