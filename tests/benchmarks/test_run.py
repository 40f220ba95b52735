"""The table understands what the measurements print."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def run():
    spec = importlib.util.spec_from_file_location("bench_run", Path(__file__).with_name("run.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "search: 3.10 ms (baseline LIKE scan 40 ms, 60 ms longest, must be <= 30 ms): ok",
            ("search", "3.10 ms", "LIKE scan 40 ms, 60 ms longest", "<= 30 ms", "ok"),
        ),
        ("idle layout: 300 ms in 12 slices", ("idle layout", "300 ms in 12 slices", "", "", "")),
        ("one: 1 s (baseline 2 s): MISSED", ("one", "1 s", "2 s", "", "MISSED")),
        ("nothing of the kind", ("nothing of the kind", "", "", "", "")),
    ],
)
def test_a_line_is_read(run, line, parts):
    assert run.read(line) == parts
