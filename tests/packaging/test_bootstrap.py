"""Setting up says what is wrong, and does nothing where nothing has changed."""

from __future__ import annotations

import builtins
import importlib.util
import sys
from collections import namedtuple
from pathlib import Path

import pytest

FILE = Path(__file__).parents[2] / "packaging" / "bootstrap.py"


@pytest.fixture
def bootstrap(monkeypatch, tmp_path):
    """The script, with an environment of its own and with its steps written down instead of done."""
    spec = importlib.util.spec_from_file_location("bootstrap", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path)
    monkeypatch.setattr(module, "STAMP", tmp_path / "stamp")
    module.steps = []
    monkeypatch.setattr(module, "run", module.steps.append)
    return module


Version = namedtuple("Version", "major minor micro")


def test_an_older_python_is_named(bootstrap, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", Version(3, 9, 2))
    with pytest.raises(SystemExit):
        bootstrap.main([])
    assert "3.11 or newer" in capsys.readouterr().err


def test_a_missing_venv_names_the_debian_package(bootstrap, monkeypatch, capsys):
    import_ = builtins.__import__

    def without(name, *rest):
        if name == "ensurepip":
            raise ImportError(name)
        return import_(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(SystemExit):
        bootstrap.main([])
    assert "python3-venv" in capsys.readouterr().err


def test_everything_is_installed_by_hash(bootstrap, capsys):
    bootstrap.main([])
    assert "--require-hashes" in bootstrap.steps[1]
    assert "--no-deps" in bootstrap.steps[2]
    assert capsys.readouterr().out.count("\n") == 1


def test_nothing_is_done_twice(bootstrap, capsys):
    bootstrap.main([])
    done = len(bootstrap.steps)
    bootstrap.main([])
    assert len(bootstrap.steps) == done


def test_a_changed_lock_is_installed_anew(bootstrap, monkeypatch, tmp_path, capsys):
    bootstrap.main([])
    changed = tmp_path / "other.lock"
    changed.write_text("something else", "utf-8")
    monkeypatch.setattr(bootstrap, "LOCK", changed)
    done = len(bootstrap.steps)
    bootstrap.main([])
    assert len(bootstrap.steps) > done


def test_what_is_measured_beside_is_put_in_once_by_hash(bootstrap, capsys):
    bootstrap.main(["bench"])
    bootstrap.main(["bench"])
    (step,) = [step for step in bootstrap.steps if str(bootstrap.BENCH_LOCK) in step]
    assert "--require-hashes" in step


LOCKS = ("LOCK", "BENCH_LOCK")


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_an_index(bootstrap, lock):
    lines = getattr(bootstrap, lock).read_text("utf-8").splitlines()
    assert not [line for line in lines if "://" in line or line.startswith("-")]


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_locked_has_a_hash(bootstrap, lock):
    lines = [line for line in getattr(bootstrap, lock).read_text("utf-8").splitlines() if line and line[0] not in " #"]
    assert all(line.endswith("\\") for line in lines)


@pytest.mark.parametrize(("lock", "extra"), [("LOCK", "dev"), ("BENCH_LOCK", "bench")])
def test_locking_resolves_for_every_system(bootstrap, lock, extra):
    bootstrap.main(["lock"])
    (step,) = [step for step in bootstrap.steps if step[-1] == str(getattr(bootstrap, lock))]
    assert {"--universal", "--generate-hashes", "--no-emit-index-url", extra} <= set(step)


def test_what_is_measured_beside_fits_what_runs(bootstrap):
    run, beside = (
        dict(
            line.split(" ")[0].split("==")
            for line in getattr(bootstrap, lock).read_text("utf-8").splitlines()
            if "==" in line.split(" ")[0]
        )
        for lock in LOCKS
    )
    assert {name: version for name, version in beside.items() if run.get(name, version) != version} == {}
    assert "spacy" in beside.keys() - run.keys()
