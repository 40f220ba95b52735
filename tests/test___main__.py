"""How Apostil starts."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from apostil import __main__ as program
from apostil import __version__, assets, cli

WINDOW = """
import sys
import time
from PySide6.QtCore import QTimer
from apostil.__main__ import main
from apostil.ui.application import make_application
application = make_application()
def look():
    for window in application.topLevelWidgets():
        if hasattr(window, "desk") and window.desk.library.entries():
            print(window.desk.library.path, window.desk.article.metadata.language, sep="\\n")
            timer.stop()
            window.close()
timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
sys.exit(main(sys.argv[1:]))
"""
"""Starts the window with the given files, and closes it when they are in the library."""


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments, without a screen unless the environment names one."""
    kept = {name: words for name, words in os.environ.items() if not name.startswith(("QT_", "DISPLAY", "WAYLAND"))}
    return subprocess.run(
        [sys.executable, *arguments],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_one_line_says_so() -> None:
    done = run("-m", "apostil")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "apostil digest" in done.stderr


def test_the_version_is_told_without_a_window() -> None:
    done = run("-m", "apostil", "--version")
    assert (done.returncode, done.stdout) == (0, f"Apostil {__version__}\n")


@pytest.mark.parametrize("given", [["digest", "a.txt"], ["analyze"], ["--help"], ["-x", "a.txt"]])
def test_commands_and_options_go_to_the_command_line(given: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(cli, "main", lambda arguments: seen.append(arguments) or 2)
    assert program.main(given) == 2
    assert seen == [given]


@pytest.mark.parametrize("given", [[], ["a.txt"], ["digestible.txt", "b.pdf"]])
def test_everything_else_is_a_file_for_the_window(given: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[Path]] = []
    monkeypatch.setattr(program, "open_window", lambda files: seen.append(files) or 0)
    assert program.main(given) == 0
    assert seen == [[Path(name) for name in given]]


def test_a_shell_that_completes_a_line_opens_no_window() -> None:
    done = run("-m", "apostil", _APOSTIL_COMPLETE="complete_bash", COMP_WORDS="apostil di", COMP_CWORD="1")
    assert (done.stdout.split(), done.stderr) == (["digest"], "")


def test_the_arguments_of_the_process_are_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[Path]] = []
    monkeypatch.setattr(sys, "argv", ["apostil", "a.txt"])
    monkeypatch.setattr(program, "open_window", lambda files: seen.append(files) or 0)
    program.main()
    assert seen == [[Path("a.txt")]]


def test_the_window_opens_with_a_file_and_ends_when_it_is_closed(own_home: Path) -> None:
    file = str(assets.path("samples/harbour.fr.txt"))
    done = run("-c", WINDOW, file, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [str(own_home / "data" / "library.apostil"), "fr"]


def test_a_library_that_is_gone_gives_way_to_the_default_one(own_home: Path, tmp_path: Path) -> None:
    settings = own_home / "settings" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"version": 1, "library": str(tmp_path / "gone" / "x.apostil")}))
    done = run("-c", WINDOW, str(assets.path("samples/harbour.en.txt")), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == str(own_home / "data" / "library.apostil")
    assert not (tmp_path / "gone").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_as_a_click_would(number: signal.Signals, own_home: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([sys.executable, "-m", "apostil"], env=environment, stderr=subprocess.PIPE) as process:
        until = time.monotonic() + 30
        while not list(own_home.rglob("settings*")) and time.monotonic() < until:
            time.sleep(0.05)
        process.send_signal(number)
        _, complaints = process.communicate(timeout=30)
    assert process.returncode == 0
    # A worker that was about to start may find nobody to work for, and says so before anything of ours is loaded.
    assert not complaints or (b"in spawn_main" in complaints and b"apostil" not in complaints)
