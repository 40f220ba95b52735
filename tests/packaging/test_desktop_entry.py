"""What a desktop reads of the program: its entry names only what is there."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from apostil import assets
from apostil.importers.registry import formats
from apostil.ui.application import ID

PACKAGING = Path(__file__).parents[2] / "packaging"


def entry(key: str) -> str:
    """What the entry says."""
    parser = ConfigParser(interpolation=None)
    parser.read(PACKAGING / f"{ID}.desktop", "utf-8")
    return parser["Desktop Entry"][key]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("side", [16, 32, 256])
def test_the_icon_of_the_entry_is_drawn_at_every_size(side: int) -> None:
    icon = QIcon(str(assets.path(f"icons/{entry('Icon')}.svg")))
    assert icon.pixmap(QSize(side, side)).toImage().pixelColor(side // 8, side // 2).alpha() == 255


def test_the_entry_starts_the_program_with_files() -> None:
    assert entry("Exec") == "apostil %F"


def test_the_entry_names_every_kind_of_file_that_is_read() -> None:
    assert {form.media_type for form in formats()} <= set(entry("MimeType").split(";"))
