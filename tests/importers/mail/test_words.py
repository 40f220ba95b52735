import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers.mail import words as mail_words


@pytest.mark.parametrize(
    ("data", "charset", "expected"),
    [
        ("café".encode(), "utf-8", "café"),
        ("café".encode("cp1252"), "utf-8", "café"),
        ("“café”".encode("cp1252"), "iso-8859-1", "“café”"),
        ("café".encode(), "unknown-8bit", "café"),
        (b"caf+AOk-", "utf-7", "café"),
        (b"abc-", "punycode", "abc-"),
        (b"6162", "hex", "6162"),
        (b"", "utf-8", ""),
    ],
)
def test_texts_in_whatever_encoding(data, charset, expected):
    assert mail_words.text_of(data, charset) == expected


@pytest.mark.parametrize(
    ("data", "encoding", "expected"),
    [
        (b"d29y\r\nZHM=", "base64", b"words"),
        (b"d29yZHM", "Base64 ", b"words"),
        (b"d29yZHMxd", "base64", b"words1"),
        (b"!!!", "base64", b""),
        (b"a=3Db=\r\nc", "quoted-printable", b"a=bc"),
        (b"a=", "quoted-printable", b"a"),
        (b"a=3D", "8bit", b"a=3D"),
    ],
)
def test_packed_bytes(data, encoding, expected):
    assert mail_words.unpacked(data, encoding) == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("Oriane Veldt <o@example.org>", ("Oriane Veldt", "o@example.org")),
        ('"Veldt, Oriane" <o@example.org>', ("Veldt, Oriane", "o@example.org")),
        ("=?utf-8?q?Ren=C3=A9=2C_Ada?= <o@example.org>", ("René, Ada", "o@example.org")),
        ("o@example.org (Oriane)", ("Oriane", "o@example.org")),
        ("<o@example.org>", ("", "o@example.org")),
        ("(" * 5000, ("", "")),
        ("", ("", "")),
    ],
)
def test_senders(field, expected):
    assert mail_words.sender_of(field) == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("Mon, 6 Jan 2020 10:00:00 +0100", "2020-01-06"),
        ("6 Jan 2020 23:59 -1200", "2020-01-06"),
        ("Mon, 6 Jan 20200 10:00:00", "None"),
        ("yesterday", "None"),
        ("", "None"),
    ],
)
def test_days(field, expected):
    assert str(mail_words.day_of(field)) == expected


@pytest.mark.parametrize("said", ["", "/", "..", "../..", "\x00\x01", " . "])
def test_what_is_no_name(said):
    assert mail_words.base_name(said) == ""


@given(st.text())
def test_no_name_is_a_path(said):
    name = mail_words.base_name(said)
    assert not set(name) & set('/\\\x00\n:*?"<>|')
    assert len(name) <= 120


@given(st.binary(max_size=80), st.sampled_from(["base64", "quoted-printable", "7bit"]))
def test_any_bytes_are_unpacked(data, encoding):
    assert isinstance(mail_words.unpacked(data, encoding), bytes)


@given(st.text(alphabet='=?utf-8bq_éC3A9 <>@"(),', max_size=60))
def test_any_field_is_read(field):
    mail_words.sender_of(field)
    assert isinstance(mail_words.spoken(field), str)
