import struct
import unicodedata
import zipfile
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.errors import PasswordNeededError, UnreadableFileError
from apostil.importers import registry
from apostil.importers.formats.zip import FORMAT, display_name
from support import documents

WORDS = documents.PARAGRAPHS[0].encode()


def archive(*members, method=zipfile.ZIP_DEFLATED):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as opened:
        for member in members:
            name, content = member if isinstance(member, tuple) else (member, WORDS)
            opened.writestr(name, content)
    return buffer.getvalue()


def listed(data):
    return [enclosed.name for enclosed in FORMAT.container.list(data, "pile.zip")]


def named(raw, flags=0):
    """An entry whose name is these bytes in the archive."""
    entry = zipfile.ZipInfo(raw.decode("utf-8" if flags & 0x800 else "cp437"))
    entry.flag_bits = flags
    return entry


class _Cipher:
    """The old cipher of zip archives, to lock one."""

    def __init__(self, password):
        self.keys = [0x12345678, 0x23456789, 0x34567890]
        for byte in password:
            self._turn(byte)

    def _turn(self, byte):
        first, second, third = self.keys
        first = zlib.crc32(bytes([byte]), first ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
        second = ((second + (first & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        self.keys = [first, second, zlib.crc32(bytes([second >> 24]), third ^ 0xFFFFFFFF) ^ 0xFFFFFFFF]

    def locked(self, data):
        result = bytearray()
        for byte in data:
            mixed = (self.keys[2] | 2) & 0xFFFF
            result.append(byte ^ ((mixed * (mixed ^ 1)) >> 8 & 0xFF))
            self._turn(byte)
        return bytes(result)


def locked(password, name=b"a.txt", method=0):
    content = _Cipher(password).locked(b"\0" * 11 + bytes([zlib.crc32(WORDS) >> 24]) + WORDS)
    common = struct.pack("<HHHHHIIIHH", 20, 1, method, 0, 0, zlib.crc32(WORDS), len(content), len(WORDS), len(name), 0)
    head = b"PK\x03\x04" + common + name
    entry = b"PK\x01\x02\x14\x00" + common + bytes(14) + name
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(head + content), 0)
    return head + content + entry + end


@pytest.mark.parametrize("name", ["pile.zip", "pile"])
def test_a_pile_is_known_by_its_bytes(name):
    form = registry.recognise(archive("a.txt"), name)
    assert form is FORMAT
    assert form.read is None


def test_files_come_in_the_order_people_count_in():
    assert listed(archive("b/page 10.txt", "b/page 9.txt", "a.txt")) == ["a.txt", "b/page 9.txt", "b/page 10.txt"]


def test_files_are_taken_by_their_places():
    data = archive(("b.txt", b"two"), ("a.txt", b"one"), ("c.txt", b"three"))
    assert FORMAT.container.take(data, "pile.zip", [2, 0]) == (b"three", b"one")


def test_sizes_are_told():
    assert FORMAT.container.list(archive("a.txt"), "")[0].size == len(WORDS)


@pytest.mark.parametrize(
    "member",
    [
        "folder/",
        ("empty.txt", b""),
        ".hidden.txt",
        "__MACOSX/._a.txt",
        "x/.git/notes.txt",
        "Thumbs.db",
        "page_files/frame.html",
        "picture.png",
        "data.xlsx",
        ("blob", bytes(range(256))),
    ],
)
def test_what_is_no_article_is_left_out(member):
    assert listed(archive(member, "page.html")) == ["page.html"]


@pytest.mark.parametrize("name", ["README", "notes.unheard", "inner.zip", "mail.eml"])
def test_what_can_be_read_is_listed(name):
    content = archive("a.txt") if name.endswith("zip") else b"From: a@example.org\nSubject: x\nTo: b\n\n" + WORDS
    assert listed(archive((name, content))) == [name]


def test_not_every_file_without_a_kind_is_looked_into():
    assert len(listed(archive(*(f"note {number}" for number in range(400))))) == 300


@pytest.mark.parametrize(
    ("raw", "flags", "name"),
    [
        ("Été à Orse.txt".encode(), 0x800, "Été à Orse.txt"),
        (unicodedata.normalize("NFD", "Été à Orse.txt").encode(), 0, "Été à Orse.txt"),
        ("Élection à Orse.txt".encode("cp850"), 0, "Élection à Orse.txt"),
        ("été.txt".encode("cp1252"), 0, "été.txt"),
        (b"../../etc/passwd.txt", 0, "etc/passwd.txt"),
        (b"/etc/./a.txt", 0, "etc/a.txt"),
        (b"folder\\a.txt", 0, "folder/a.txt"),
        ("a\u202etxt.exe".encode(), 0x800, "atxt.exe"),
        (b"a\x1b[2J.txt", 0, "a[2J.txt"),
    ],
)
def test_names_are_shown_as_they_were_meant(raw, flags, name):
    assert display_name(named(raw, flags)) == name


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ((), "nothing in this archive"),
        (("a.png",), "nothing in this archive"),
        (("[Content_Types].xml", "xl/workbook.xml"), "spreadsheet"),
        (("[Content_Types].xml", "ppt/presentation.xml"), "presentation"),
        (("[Content_Types].xml", "visio/document.xml"), "office program"),
        (("META-INF/MANIFEST.MF", "a.txt"), "program"),
        (("Index/Document.iwa",), "Pages"),
        ((("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), "content.xml"), "spreadsheet"),
    ],
)
def test_what_is_no_pile_says_what_it_is(members, words):
    with pytest.raises(UnreadableFileError, match=words):
        listed(archive(*members))


@pytest.mark.parametrize("data", [archive("a.txt")[:-30], b"PK\x03\x04 and nothing"])
def test_a_damaged_archive_says_so(data):
    with pytest.raises(UnreadableFileError, match="damaged"):
        listed(data)


def test_a_member_that_is_not_there_is_not_taken():
    with pytest.raises(UnreadableFileError):
        FORMAT.container.take(archive("a.txt"), "pile.zip", [1])


def test_a_locked_archive_opens_with_its_password():
    data = locked(b"orse")
    with pytest.raises(PasswordNeededError) as told:
        listed(data)
    assert not told.value.wrong
    assert FORMAT.container.take(FORMAT.unlock(data, "orse"), "pile.zip", [0]) == (WORDS,)


def test_a_password_may_have_accents_in_the_encoding_of_windows():
    assert listed(FORMAT.unlock(locked("été".encode("cp1252")), "été")) == ["a.txt"]


def test_a_wrong_password_is_told():
    with pytest.raises(PasswordNeededError) as told:
        FORMAT.unlock(locked(b"orse"), "lindara")
    assert told.value.wrong


def test_an_archive_that_no_password_opens_says_so():
    with pytest.raises(UnreadableFileError, match="in a way that Apostil cannot open") as told:
        listed(locked(b"orse", method=99))
    assert not isinstance(told.value, PasswordNeededError)


def test_a_pile_of_documents_is_no_document():
    book = documents.docx(("", documents.PARAGRAPHS[0]))
    data = archive(("one.docx", book), ("two.docx", book), method=zipfile.ZIP_STORED)
    assert registry.recognise(data, "pile.zip") is FORMAT


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (documents.docx(("", documents.PARAGRAPHS[0])), "one.zip"),
        (archive("word/document.xml"), "one"),
        (archive(("mimetype", b"application/epub+zip"), "a.xhtml"), "one"),
        (archive(("mimetype", b"application/vnd.oasis.opendocument.text"), "content.xml"), "one"),
        (archive("1/index.rdf", "1/index.html"), "one"),
        (archive("a.txt"), "one.docx"),
        (b"PK\x03\x04 and nothing", "one"),
    ],
)
def test_documents_that_are_zipped_are_left_to_their_formats(data, name):
    assert not FORMAT.recognises(data, name)


@given(st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_a_damaged_archive_is_listed_or_refused(place, damage):
    data = archive("a.txt", "b/c.txt")
    damaged = data[:place] + damage + data[place + len(damage) :]
    with suppress(UnreadableFileError):
        names = listed(damaged)
        FORMAT.container.take(damaged, "pile.zip", range(len(names)))


@given(st.text(min_size=1))
def test_any_name_can_be_shown(name):
    entry = zipfile.ZipInfo("a")
    entry.orig_filename = name
    entry.flag_bits = 0x800
    assert not {"", ".", ".."}.intersection(display_name(entry).split("/")) or not display_name(entry)
