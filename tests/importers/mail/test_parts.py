import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers.mail.parts import parse

MIXED = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"


def kinds(data):
    return [part.kind for part in parse(data).walk()]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_mail_falls_into_its_parts(end):
    data = MIXED + b"--b\r\nContent-Type: text/html\r\n\r\nOne\r\n--b\r\n\r\nTwo\r\n--b--\r\n"
    parts = parse(data.replace(b"\r\n", end)).parts
    assert [(part.kind, part.data()) for part in parts] == [("text/html", b"One"), ("text/plain", b"Two")]


@pytest.mark.parametrize(
    ("data", "body"),
    [
        (b"Subject: A\n\nWords", b"Words"),
        (b"From ada Mon Jun 01 10:00:00 2009\nSubject: A\n\nWords", b"Words"),
        (b"\xef\xbb\xbf\r\nSubject: A\r\n\r\nWords", b"Words"),
        (b"Subject: A\nWords without a field", b"Words without a field"),
        (b"Subject: A\r\rWords", b"Words"),
        (b"Subject: A\n folded\n\n\nWords", b"\nWords"),
        (b"Words", b"Words"),
        (b"", b""),
    ],
)
def test_the_body_begins_behind_the_fields(data, body):
    assert parse(data).packed == body


def test_fields_are_unfolded_and_decoded():
    mail = parse(b"Subject: =?utf-8?q?caf=C3=A9?=\n soon\n\n")
    assert mail.field("subject") == "café soon"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ('attachment; filename="a.txt"', "a.txt"),
        ("attachment; filename*=utf-8''caf%C3%A9.txt", "café.txt"),
        ('attachment; filename*0="ca"; filename*1="fe.txt"', "cafe.txt"),
        ('attachment; filename="=?utf-8?q?caf=C3=A9.txt?="', "café.txt"),
        ("attachment; filename*=klingon''a.txt", "a.txt"),
        ("inline", ""),
    ],
)
def test_names_of_files(said, expected):
    assert parse(f"Content-Disposition: {said}\n\n".encode()).file_name == expected


def test_a_separator_that_is_not_told_is_found():
    assert kinds(b"Content-Type: multipart/mixed\n\n--x1\nContent-Type: text/html\n\nOne\n--x1--\n") == ["text/html"]


def test_parts_that_are_not_there_are_a_text():
    assert kinds(MIXED + b"Words and no separator") == ["text/plain"]


def test_what_follows_the_last_separator_is_left_out():
    assert kinds(MIXED + b"--b\n\nOne\n--b--\n--b\n\nTwo") == ["text/plain"]


def test_a_million_fields_end():
    assert parse(b"A: b\n" * 10**6).kind == "text/plain"


@given(st.lists(st.sampled_from([MIXED, b"--b\n", b"--b--\n", b"Content-Type: text/html\n", b"\n", b"words\n", b"--"])))
def test_any_order_of_lines_is_parsed(lines):
    assert list(parse(b"".join(lines)).walk())
