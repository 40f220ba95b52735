import pytest

from apostil.domain.article import Role
from apostil.importers.word.styles import inherited, role_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Title", (Role.HEADING, 1)),
        ("heading 3", (Role.HEADING, 3)),
        ("Heading_20_9", (Role.HEADING, 6)),
        ("Überschrift 2", (Role.HEADING, 2)),
        ("Intense Quote", (Role.QUOTATION, 0)),
        ("toc 1", (Role.APPARATUS, 0)),
        ("Contents_20_2", (Role.APPARATUS, 0)),
        ("List Bullet 2", (Role.LIST_ITEM, 0)),
        ("Normal", None),
        ("", None),
    ],
)
def test_names_stand_for_roles(name, expected):
    assert role_of(name) == expected


def test_a_style_is_what_it_is_based_on():
    assert inherited("mine", role_of, {"mine": "yours", "yours": "Quote"}.__getitem__) == (Role.QUOTATION, 0)


def test_styles_that_are_based_on_each_other_say_nothing():
    assert inherited("a", role_of, {"a": "b", "b": "a"}.__getitem__) == (Role.PARAGRAPH, 0)
