"""What is built holds what is needed: the wheel its resources, the source archive enough to build the wheel."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from apostil import __version__

REPOSITORY = Path(__file__).parents[2]


def build(kind, source, target):
    """Build a distribution without a network, as pip does without isolation."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    subprocess.run(command, cwd=source, check=True, capture_output=True, timeout=110)
    (built,) = Path(target).iterdir()
    return built


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    return build("sdist", REPOSITORY, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist, tmp_path_factory):
    """The wheel, built from the source archive, as whoever has only that would."""
    unpacked = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(unpacked, filter="data")
    (source,) = unpacked.iterdir()
    return build("wheel", source, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def resources():
    root = REPOSITORY / "resources"
    return {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}


def test_every_resource_is_in_the_wheel(names):
    assert {f"apostil/resources/{name}" for name in resources()} <= names


def test_every_module_is_in_the_wheel(names):
    modules = (file.relative_to(REPOSITORY / "desktop") for file in (REPOSITORY / "desktop").rglob("*.py"))
    assert {module.as_posix() for module in modules} <= names


def test_nothing_else_is_in_the_wheel(names):
    assert {name.partition("/")[0] for name in names} == {"apostil", f"apostil-{__version__}.dist-info"}


def test_the_licence_and_the_command_are_in_the_wheel(wheel):
    information = f"apostil-{__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read(f"{information}/licenses/LICENSE") == (REPOSITORY / "LICENSE").read_bytes()
        assert b"apostil = apostil.__main__:main" in archive.read(f"{information}/entry_points.txt")


def test_the_wheel_runs_without_the_checkout(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from apostil import assets, __main__\n"
        "print(assets.read_text('samples/harbour.en.txt')[:8], assets.root())\n"
        "sys.exit(__main__.main(['--version']))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.stdout.split() == ["Wexcombe", str(tmp_path / "apostil" / "resources"), "Apostil", __version__]


def test_the_licence_is_the_apache_licence_unchanged():
    words = (REPOSITORY / "LICENSE").read_text("utf-8")
    assert words.strip().startswith("Apache License\n                           Version 2.0, January 2004")
    assert "END OF TERMS AND CONDITIONS" in words
