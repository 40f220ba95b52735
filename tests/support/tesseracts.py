"""Puts a program in Tesseract's place that tells what a test wants to hear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

_HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def install(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    lines: Sequence[str],
    *,
    languages: Sequence[str] = ("eng", "fra", "osd"),
    sure: float = 96,
    status: int = 0,
    seconds: float = 0,
    turn: int = 0,
) -> Callable[[], str]:
    """Let `tesseract` be a script that reads these lines in every picture; returns what tells how it was asked.

    With `turn`, it says that pages are turned so, and is as sure as `sure` says only before it was asked that.
    """
    (folder / "table").write_text(table(lines, sure), "utf-8")
    (folder / "better").write_text(table(lines), "utf-8")
    (folder / "asked").write_text("", "utf-8")
    listed = "\\n".join(["List of available languages:", *languages])
    script = folder / "tesseract"
    script.write_text(
        "#!/bin/sh\n"
        f'[ "{status}" = 0 ] || exit {status}\n'
        f"""case "$1" in --version) echo tesseract 5.3.0; exit;; --list-langs) printf '{listed}\\n'; exit;; esac\n"""
        f'echo "$@" >> {folder}/asked\n'
        "/bin/cat > /dev/null\n"
        + (
            f"""case "$*" in *--psm*) echo 'Rotate: {turn}'; echo > {folder}/turned; exit;; esac\n"""
            f"[ -e {folder}/turned ] && exec /bin/cat {folder}/better\n"
            if turn
            else ""
        )
        + (f"exec /bin/sleep {seconds}\n" if seconds else "")
        + f"exec /bin/cat {folder}/table\n",
        "utf-8",
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return lambda: (folder / "asked").read_text("utf-8")


def table(lines: Sequence[str], sure: float = 96) -> str:
    """What Tesseract tells about a page with these lines at 300 dots an inch, from one inch to the right and below."""
    rows = [_HEAD]
    for number, line in enumerate(lines):
        left = 300
        for index, word in enumerate(line.split(), 1):
            width = 25 * len(word)
            rows.append(f"5\t1\t1\t1\t{number + 1}\t{index}\t{left}\t{300 + 60 * number}\t{width}\t42\t{sure}\t{word}")
            left += width + 20
    return "\n".join(rows) + "\n"
