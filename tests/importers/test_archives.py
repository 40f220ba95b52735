import warnings
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.errors import UnreadableFileError
from apostil.importers import archives

BROKEN = "This file is damaged."


def archive(**parts):
    """A zip file with these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, size in parts.items():
            made.writestr(name.replace("_", "."), bytes(size))
    return buffer.getvalue()


def test_a_sane_archive_is_opened():
    assert archives.opened(archive(document_xml=10), BROKEN).namelist() == ["document.xml"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 and no more", archive(document_xml=10)[:-30]])
def test_a_damaged_archive_says_what_it_was_told(data):
    with pytest.raises(UnreadableFileError) as raised:
        archives.opened(data, BROKEN)
    assert raised.value.message == BROKEN


@pytest.mark.parametrize("name", ["document_xml", "page_html", "DOCUMENT_XML"])
def test_a_text_that_would_fill_the_memory_is_left_closed(name, monkeypatch):
    monkeypatch.setattr(archives, "MAX_PART", 1000)
    with pytest.raises(UnreadableFileError, match="far more than a document"):
        archives.opened(archive(**{name: 1001}), BROKEN)


def test_a_large_picture_is_no_reason_to_refuse(monkeypatch):
    monkeypatch.setattr(archives, "MAX_PART", 1000)
    assert archives.opened(archive(picture_png=100_000), BROKEN)


def test_very_many_parts_are_left_closed(monkeypatch):
    monkeypatch.setattr(archives, "MAX_PARTS", 3)
    with pytest.raises(UnreadableFileError, match="far more than a document"):
        archives.opened(archive(**{f"part{number}_bin": 1 for number in range(4)}), BROKEN)


def packed(*members, method=zipfile.ZIP_DEFLATED):
    """A zip file with these members, given as name and bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about names that stand there twice
        for name, content in members:
            made.writestr(name, content)
    return buffer.getvalue()


def lying(data, size):
    """The same archive, which declares this size for its only member."""
    entry, member = data.rindex(b"PK\x01\x02"), 0
    told = size.to_bytes(4, "little")
    data = data[: entry + 24] + told + data[entry + 28 :]
    return data[: member + 22] + told + data[member + 26 :]


def flagged(data, bits):
    """The same archive, whose only member has these flags."""
    entry = data.rindex(b"PK\x01\x02")
    return data[: entry + 8] + bits.to_bytes(2, "little") + data[entry + 10 :]


def test_the_names_tell_the_kind():
    assert archives.names(packed(("a.xml", b""))) == ("a.xml",)
    assert archives.names(b"PK\x03\x04") == ()


def test_a_part_is_unpacked():
    opened = archives.opened(packed(("a.xml", b"words")), BROKEN)
    assert archives.part(opened, "a.xml", BROKEN) == b"words"
    assert archives.part(opened, opened.infolist()[0], BROKEN) == b"words"


def test_the_last_one_of_two_with_a_name_counts():
    opened = archives.opened(packed(("a.xml", b"first"), ("a.xml", b"second")), BROKEN)
    assert archives.part(opened, "a.xml", BROKEN) == b"second"


@pytest.mark.parametrize("name", ["../../a.txt", "/etc/a.txt", "C:\\a.txt", "a\n.txt"])
def test_a_name_that_points_outside_is_a_name_and_no_more(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    opened = archives.opened(packed((name, b"words")), BROKEN)
    assert archives.part(opened, opened.infolist()[0], BROKEN) == b"words"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed(("b.xml", b"")), BROKEN),
        (packed(("a.xml", b"words"), method=zipfile.ZIP_STORED).replace(b"words", b"swords"[:5]), BROKEN),
        (packed(("a.xml", b"words" * 99))[:40] + b"\xff" * 4 + packed(("a.xml", b"words" * 99))[44:], BROKEN),
        (flagged(packed(("a.xml", b"words")), 1), archives.LOCKED),
        (flagged(packed(("a.xml", b"words")), 0x40), BROKEN),
        (packed(("a.xml", b"words"), method=zipfile.ZIP_BZIP2), "packed in a way"),
        (packed(("a.xml", b"words"), method=zipfile.ZIP_LZMA), "packed in a way"),
    ],
)
def test_a_part_that_cannot_be_unpacked(data, words):
    with pytest.raises(UnreadableFileError, match=words):
        archives.part(archives.opened(data, BROKEN), "a.xml", BROKEN)


@pytest.mark.parametrize("size", [0, 10, 2000])
def test_a_bomb_that_lies_about_its_size_is_stopped_at_the_cap(size):
    data = lying(packed(("a.xml", bytes(10**6))), size)
    with pytest.raises(UnreadableFileError):
        archives.part(archives.opened(data, BROKEN), "a.xml", BROKEN, most=1000)


def test_a_part_is_unpacked_up_to_its_cap():
    opened = archives.opened(packed(("a.bin", bytes(1000))), BROKEN)
    assert len(archives.part(opened, "a.bin", BROKEN, most=1000)) == 1000
    with pytest.raises(UnreadableFileError, match="far more than a document"):
        archives.part(opened, "a.bin", BROKEN, most=999)


def test_no_more_than_a_whole_is_unpacked_from_one_archive():
    opened = archives.opened(packed(("a.bin", bytes(1000))), BROKEN)
    opened.left = 1500
    archives.part(opened, "a.bin", BROKEN)
    with pytest.raises(UnreadableFileError, match="far more than a document"):
        archives.part(opened, "a.bin", BROKEN)


def test_a_list_of_parts_without_end_is_not_even_read(monkeypatch):
    monkeypatch.setattr(archives, "MAX_PARTS", 3)
    with pytest.raises(UnreadableFileError, match="far more than a document"):
        archives.opened(archive(a_bin=1) + b"PK\x01\x02" * 31, BROKEN)


def test_a_zip_inside_a_zip_is_capped_too():
    inner = packed(("a.xml", bytes(10**6)))
    outer = archives.opened(packed(("inner.zip", inner)), BROKEN)
    nested = archives.opened(archives.part(outer, "inner.zip", BROKEN), BROKEN)
    with pytest.raises(UnreadableFileError, match="far more than a document"):
        archives.part(nested, "a.xml", BROKEN, most=1000)


@given(st.data())
def test_any_damage_ends_in_bytes_or_a_sentence(draw):
    data = bytearray(packed(("a.xml", b"words " * 50), ("b.bin", bytes(50))))
    for _ in range(draw.draw(st.integers(1, 8))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    with suppress(UnreadableFileError):
        opened = archives.opened(bytes(data), BROKEN)
        for entry in opened.infolist():
            archives.part(opened, entry, BROKEN)
