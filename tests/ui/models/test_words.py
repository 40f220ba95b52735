import pytest

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
