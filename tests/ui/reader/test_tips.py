from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from apostil.domain.entity import Kind
from apostil.ui.reader.decorations import named
from apostil.ui.reader.tips import WIDTH, tip_of
from support.reader import entity, mark, plain


def width_of(tip: str) -> int:
    """How wide Qt makes a tip of this text."""
    label = QLabel()
    label.setWordWrap(True)
    label.setText(tip)
    return label.sizeHint().width()


@pytest.mark.usefixtures("qapp")
def test_a_long_name_takes_several_lines() -> None:
    name = "Association of the Friends of the Lighthouses " * 5
    article = plain(name.strip())
    tip = tip_of(named([entity(article, name.strip(), Kind.ORGANIZATION)], frozenset(Kind)), ())
    assert WIDTH <= width_of(tip) <= WIDTH + 20


@pytest.mark.usefixtures("qapp")
def test_a_long_note_takes_several_lines_too() -> None:
    article = plain("A lamp")
    assert width_of(tip_of((), [mark(article, "lamp", note="Ask the keeper about this. " * 12)])) == WIDTH


@pytest.mark.usefixtures("qapp")
def test_a_short_tip_is_no_wider_than_its_words() -> None:
    article = plain("A lamp")
    assert width_of(tip_of((), [mark(article, "lamp", note="Ask")])) < 100


@pytest.mark.usefixtures("qapp")
def test_where_there_is_nothing_to_say_there_is_no_tip() -> None:
    assert tip_of((), [mark(plain("A lamp"), "lamp")]) == ""
