import zipfile
from io import BytesIO

import pytest

from apostil.importers.registry import Enclosed
from apostil.services import unread
from apostil.services.importing.items import Item, Step

MEMBERS = {
    "a.txt": b"The mill turned.",
    "photo.jpg": b"\xff\xd8\xff\xe0",
    "empty.txt": b"",
    "t.xlsx": b"PK",
    ".x": b"x",
}


@pytest.fixture
def pile(tmp_path):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, data in MEMBERS.items():
            made.writestr(name, data)
    path = tmp_path / "pile.zip"
    path.write_bytes(buffer.getvalue())
    return Item(str(path))


def test_what_is_not_read_of_a_pile_is_known(pile):
    assert [file.name for file in unread.left_in(pile)] == ["empty.txt", "photo.jpg", "t.xlsx"]


def test_of_a_file_that_cannot_be_opened_nothing_is_known(tmp_path):
    assert unread.left_in(Item(str(tmp_path / "gone.zip"))) == ()


@pytest.mark.parametrize(
    ("left", "told"),
    [
        ([], []),
        ([Enclosed("p.jpg", 4)], ["“a.zip” also holds what Apostil does not read: p.jpg."]),
        ([Enclosed("e.txt")], ["“a.zip” also holds what is empty: e.txt."]),
    ],
)
def test_each_reason_is_a_sentence(left, told):
    assert unread.told_left("a.zip", left) == told


def test_of_very_many_the_rest_is_counted():
    (told,) = unread.told_left("a.zip", [Enclosed(f"{number}.jpg", 1) for number in range(unread.MOST_NAMES + 7)])
    assert "and 7 more" in told


def test_attachments_are_named_with_the_way_to_read_them():
    files = [Item("a.eml", (Step(name, 0),)) for name in ("x.pdf", "y.pdf")]
    assert unread.told_enclosed("a.eml", files) == (
        "“a.eml” encloses files that were not read: x.pdf, y.pdf. Read them with --attachments."
    )
