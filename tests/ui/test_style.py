"""The style sheet is written in roles, and a theme gives each its colour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from apostil.ui import theme as themes
from apostil.ui.style import style_sheet
from apostil.ui.theme import Theme


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return themes.load(request.param)


def test_no_role_is_left_open(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert theme.tones["accent"] in sheet


def test_no_color_comes_from_elsewhere(theme: Theme) -> None:
    found = {color.lower() for color in re.findall(r"#[0-9a-fA-F]{6}\b", style_sheet(theme))}
    assert found <= {color.lower() for color in theme.tones.values()}


def test_every_picture_is_there(theme: Theme) -> None:
    pictures = re.findall(r"url\(\"?([^)\"]+)\"?\)", style_sheet(theme))
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


def test_braces_are_closed(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert sheet.count("{") == sheet.count("}") > 5
