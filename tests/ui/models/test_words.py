import pytest
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtWidgets import QToolTip

from apostil.domain.annotation import Color, Status
from apostil.domain.entity import Kind
from apostil.domain.summary import Method
from apostil.ui.models import words


@pytest.mark.parametrize(
    ("things", "name"),
    [
        (Kind, words.kind_name),
        (Kind, words.kind_names),
        (Kind, words.line_name),
        (Color, words.color_name),
        (Status, words.status_name),
        (Method, words.method_name),
        (Method, words.method_explanation),
    ],
)
def test_everything_has_a_name_of_its_own(things, name):
    assert len({name(thing) for thing in things} - {""}) == len(things)


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("Quays", 40, "Quays"),
        ("two\n lines", 40, "two lines"),
        ("the river port, reopened", 17, "the river port…"),
        ("abcdefghij", 4, "abcd…"),
    ],
)
def test_words_are_shortened_at_a_space(text, limit, short):
    assert words.shortened(text, limit) == short


def test_the_interface_is_british():
    said = [words.color_name(color) for color in Color]
    said += [name(kind) for kind in Kind for name in (words.kind_name, words.kind_names)]
    assert {"Grey", "organisation", "Organisations"} <= set(said)
    assert not any("gray" in word.lower() or "iz" in word for word in said)


@pytest.mark.parametrize(
    "sentence", ["Short.", "A sentence of many words. " * 20, "<b>5\u202f000</b> &\u00a0more  spaces"]
)
def test_a_tool_tip_is_verbatim_and_no_wider_than_sixty_characters(qapp, sentence):
    tip = QTextDocument()
    tip.setDefaultFont(QToolTip.font())
    tip.setHtml(words.wrapped_tip([sentence]))
    tip.adjustSize()
    assert tip.toRawText().strip("\ufdd0\ufdd1\u2029") == sentence
    assert tip.idealWidth() < 65 * QFontMetrics(QToolTip.font()).averageCharWidth()
