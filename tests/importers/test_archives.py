import zipfile
from io import BytesIO

import pytest

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
