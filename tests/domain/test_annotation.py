"""The colours of marks are Zotero's."""

from __future__ import annotations

import re

import pytest

from apostil.domain.annotation import Color


@pytest.mark.parametrize("color", Color)
def test_each_color_has_a_hue_of_its_own(color):
    assert re.fullmatch("#[0-9a-f]{6}", color.hue)
    assert [other.hue for other in Color].count(color.hue) == 1


def test_there_are_eight():
    assert len(Color) == 8
