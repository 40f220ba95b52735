import datetime as dt
import struct

import pytest

from apostil.domain.article import Piece, Role
from apostil.domain.errors import UnreadableFileError
from apostil.importers.mail.outlook import charset_of, letter_of, opened
from support.containers import attachment, container, embedded, outlook, properties, words

RTF = rb"{\rtf1\ansi The quay is open.\par}"
HIDDEN = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 {\*\htmltag64 <h2>}The quay{\*\htmltag72 </h2>}{\*\htmltag64 <p>}It is open.}"
)
HEADERS = (
    "From: Oriane Veldt <oriane@example.org>\r\nDate: Fri, 10 May 2024 23:00:00 -0500\r\n"
    "List-Id: Harbour <harbour@example.org>\r\n"
)


def plain_rtf(rtf):
    """A rich text in the form that is not packed."""
    return struct.pack("<II4s4x", len(rtf) + 12, len(rtf), b"MELA") + rtf


def letter(**said):
    with opened(container(outlook(**said))) as mail:
        return letter_of(mail)


def body(**said):
    return [(piece.role, piece.text) for piece in letter(**said).body]


def test_the_headers_say_more():
    found = letter(text="Words", more=words(0x007D, HEADERS))
    assert (found.address, found.sent, found.group) == ("oriane@example.org", dt.date(2024, 5, 10), "Harbour")
    assert found.is_bulk


def test_words_in_an_older_encoding():
    more = {"__substg1.0_1000001E": "Le café".encode("cp1252"), "__substg1.0_0037001F": b""}
    assert body(more=more) == [(Role.PARAGRAPH, "Le café")]


def test_rich_text_alone_is_read():
    assert body(more={"__substg1.0_10090102": plain_rtf(RTF)}) == [(Role.PARAGRAPH, "The quay is open.")]


def test_the_page_in_the_rich_text_is_read():
    expected = [(Role.HEADING, "The quay"), (Role.PARAGRAPH, "It is open.")]
    assert body(text="The quay\r\n\r\nIt is open.", more={"__substg1.0_10090102": plain_rtf(HIDDEN)}) == expected


def test_a_page_that_was_misread_is_left():
    other = "Something else altogether stands here."
    assert body(text=other, more={"__substg1.0_10090102": plain_rtf(HIDDEN)}) == [(Role.PARAGRAPH, other)]


def test_a_mail_without_words_says_those_of_the_mail_in_it():
    assert body(more=embedded(outlook("Inner", "Inner words.", head=24))) == [(Role.PARAGRAPH, "Inner words.")]


def test_mails_in_mails_end():
    tree = outlook("Deepest", "Words.", head=24)
    for _ in range(12):
        tree = outlook("Deep", more=embedded(tree), head=24)
    assert letter(more=embedded(tree)).attachments[0].data()


def test_a_moment_that_never_was():
    tree = outlook(text="Words")
    tree["__properties_version1.0"] = properties((0x0039, 2**64 - 1))
    with opened(container(tree)) as mail:
        assert letter_of(mail).sent is None


def test_attachments_without_a_name_are_counted():
    assert letter(text="Words", more=attachment("", b"x")).attachments[0].name == "Attachment 1"


@pytest.mark.parametrize(
    ("page", "expected"), [(1252, "cp1252"), (65001, "utf-8"), (28591, "iso-8859-1"), (20127, "us-ascii"), (0, "")]
)
def test_encodings_by_their_numbers(page, expected):
    assert charset_of(page) == expected


@pytest.mark.parametrize(
    "data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4096]
)
def test_what_is_no_container(data):
    with pytest.raises(UnreadableFileError, match="damaged"), opened(data):
        pass


def test_pieces_are_pieces():
    assert all(isinstance(piece, Piece) for piece in letter(text="Words").body)
