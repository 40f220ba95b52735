"""A short hunt for files that an importer stumbles over; `make fuzz` goes on for longer."""

from __future__ import annotations

import time

import pytest

from apostil.importers import registry
from apostil.jobs.pool import Pool
from fuzz.hunting import hunt
from fuzz.seeds import SEEDS

FEW = 120


@pytest.fixture(scope="module")
def pool():
    pool = Pool(1)
    pool.submit(time.sleep, 0).result()
    yield pool
    pool.close()


def test_every_format_is_fuzzed():
    assert set(SEEDS) == {form.name for form in registry.formats()}


@pytest.mark.parametrize("form", SEEDS)
def test_what_is_changed_is_good_before(form):
    name, make = SEEDS[form]
    assert registry.recognise(make(), name).name == form


@pytest.mark.parametrize("form", SEEDS)
def test_no_changed_file_is_too_much(form, pool, tmp_path):
    name, make = SEEDS[form]
    found = hunt(pool, name, make(), FEW, 2026, tmp_path / "last")
    assert found is None or found.foreign, found.trouble
