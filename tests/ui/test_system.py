"""What keeps a window from opening, in one sentence."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import pytest

from apostil.ui import system

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these obstacles are Linux's")


def test_without_a_display_it_names_the_headless_command(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "apostil digest" in system.obstacle()
    assert "\n" not in system.obstacle()


def test_offscreen_needs_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("DISPLAY", raising=False)
    assert system.obstacle() == ""


@pytest.mark.parametrize(("library", "package"), sorted(system.DEBIAN_PACKAGES.items()))
def test_a_missing_library_names_its_debian_package(
    library: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: str) -> None:
        raise OSError(f"{library}: cannot open shared object file: No such file or directory")

    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(ctypes, "CDLL", fail)
    assert system.obstacle() == f"Qt needs the system library {library}: install it with “apt-get install {package}”."


def test_an_unknown_failure_says_what_qt_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: str) -> None:
        raise OSError("libnovel.so.7: cannot open shared object file")

    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setattr(ctypes, "CDLL", fail)
    assert "libnovel.so.7" in system.missing_library(with_x11=True)


def test_every_library_that_qt_is_linked_to_has_a_package() -> None:
    plugin = system._x11_plugin()
    assert plugin.is_file()
    assert all(name.startswith("lib") for name in system.DEBIAN_PACKAGES)
    assert Path(plugin).suffix == ".so"
