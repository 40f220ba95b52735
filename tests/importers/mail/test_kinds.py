import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers.mail import kinds as mail_kinds

RELATED = b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n'
PART = b"\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://example.org/\r\n\r\n<p>Words"
SENT = b"Received: from a by b\r\nFrom: Ada <ada@example.org>\r\nTo: bo@example.org\r\nSubject: Quay\r\n"
POSTMARK = b"From ada@example.org Mon Jun 01 10:00:00 2009\n"


@pytest.mark.parametrize(
    "head",
    [
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\n" + RELATED + PART,
        b"From: <Saved by Windows Internet Explorer 8>\nSubject: A page\n" + RELATED + PART,
        b'From: "Enregistr\xe9 par Internet Explorer"\n' + RELATED + PART,
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n" + PART,
        b'From: <Saved by X>\nContent-Type: multipart/related;\n\ttype="multipart/alternative";\n\tboundary=b\n' + PART,
        b"\xef\xbb\xbf\r\nMIME-Version: 1.0\r\n" + RELATED + PART,
    ],
)
def test_saved_pages(head):
    assert mail_kinds.is_web_archive(head)


@pytest.mark.parametrize(
    "head",
    [
        SENT + RELATED + PART,
        b"From: ada@example.org\r\nMIME-Version: 1.0\r\n" + RELATED + PART,
        b"MIME-Version: 1.0\r\n" + RELATED + b"\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Words",
        b"MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Location: https://example.org/\r\n\r\n<p>",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; type=image/png; boundary=b\r\n" + PART,
        b"<html><head>",
        b"",
    ],
)
def test_what_is_no_saved_page(head):
    assert not mail_kinds.is_web_archive(head)


@pytest.mark.parametrize(
    "head",
    [
        SENT + b"\r\nWords",
        SENT + RELATED + PART,
        POSTMARK + SENT + b"\nWords",
        POSTMARK + b"\nWords",
        b"From: ada@example.org\nDate: Mon, 6 Jan 2020 10:00:00 +0100\n\nWords",
        b"MIME-Version: 1.0\nContent-Type: text/plain\n\nWords",
        b"\n\nSubject: A quay\nMIME-Version: 1.0\n\nWords",
        b"X-Notes-Item: a;\n name=b\nDate: Mon, 6 Jan 2020\nMessage-ID: <1@a>\n\nWords",
    ],
)
def test_messages(head):
    assert mail_kinds.is_message(head)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"From the harbour of Lindara came the news at noon.\n\nMore words.",
        b"Note: the quay is new\n\nWords",
        b"From: the harbour\nTo: the quay\n\nA poem",
        b"Subject: harbours\nA lecture without a field here\n",
        b"<html>\n<body>\nFrom: ada@example.org\nDate: today\n",
        b"From:\n",
        b"title: A page\ndate: 2024-01-01\n\nWords",
    ],
)
def test_what_is_no_message(head):
    assert not mail_kinds.is_message(head)


def test_folded_fields_are_put_together():
    assert mail_kinds.fields_of(b"Subject: A new\r\n quay\r\nSubject: Another\r\n\r\n")["subject"] == "A new quay"


@given(st.binary(max_size=300))
def test_any_bytes_are_judged(head):
    assert mail_kinds.is_web_archive(head) in {True, False}
    assert mail_kinds.is_message(head) in {True, False}
