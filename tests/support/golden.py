"""Compares what was written with a file of tests/reference, whole, and shows where they part."""

import os
from difflib import unified_diff
from pathlib import Path

REFERENCE = Path(__file__).parents[1] / "reference"
REGENERATE = "APOSTIL_REGENERATE_REFERENCES"


def compare(written: str, name: str) -> None:
    """Fail with a unified diff where this is not what the reference says.

    With APOSTIL_REGENERATE_REFERENCES=1 in the environment the reference is written anew instead, for a person to
    read the difference before it is committed.
    """
    path = REFERENCE / name
    if os.environ.get(REGENERATE) == "1":
        path.write_bytes(written.encode())
        return
    expected = path.read_bytes().decode() if path.exists() else ""
    if written != expected:
        lines = unified_diff(_lines(expected), _lines(written), f"reference/{name}", "written", lineterm="")
        raise AssertionError("\n".join(("The export differs from its reference.", *lines)))


def _lines(text: str) -> list[str]:
    """The lines with their invisible characters spelt out, so that a no-break space shows in the diff."""
    return [
        "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in line)
        for line in text.split("\n")
    ]
