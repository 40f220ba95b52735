"""How an import went, in numbers and sentences."""

from __future__ import annotations

import pytest

from apostil.services.importing.report import Problem, Report


@pytest.mark.parametrize(("cancelled", "dropped"), [(True, 3), (False, 0)])
def test_files_are_dropped_only_by_cancelling(cancelled: bool, dropped: int) -> None:
    assert Report(total=5, done=2, cancelled=cancelled).dropped == dropped


def test_a_problem_says_which_file_it_is_and_why() -> None:
    sentence = Problem("mill.txt", "It is empty.").sentence
    assert "mill.txt" in sentence
    assert "It is empty." in sentence
