import pytest

from apostil.domain.article import Role
from apostil.domain.errors import UnreadableFileError
from apostil.importers import registry
from support import mails
from support.documents import PARAGRAPHS
from support.importing import read

PIXEL = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20


def blocks(data):
    article = read(data, "a.eml")[0]
    return [(block.role, block.span.cut(article.text)) for block in article.blocks]


def texts(data):
    return [text for _, text in blocks(data)]


def enclosed(data):
    return [file.name for file in registry.recognise(data, "a").container.list(data, "a")]


def taken(data, *places):
    return registry.recognise(data, "a").container.take(data, "a", places)


def attached(name="notes.txt", content=b"Words.", **said):
    made = mails.mail()
    made.add_attachment(content, maintype="text", subtype="plain", filename=name, **said)
    return bytes(made)


def test_a_mail_is_an_article():
    article, form = read(bytes(mails.mail()), "a.eml")
    assert form.media_type == "message/rfc822"
    assert article.text.split("\n\n") == ["A new quay", *PARAGRAPHS]
    assert article.blocks[0].role is Role.HEADLINE


def test_who_wrote_it_when_and_what_about():
    metadata = read(bytes(mails.mail()), "a.eml")[0].metadata
    assert (metadata.title, metadata.authors, metadata.outlet) == ("A new quay", ("Oriane Veldt",), "")
    assert metadata.published.isoformat() == "2024-05-12"


@pytest.mark.parametrize("name", ["a.eml", "a.txt", "a.html", ""])
def test_known_by_content(name):
    assert registry.recognise(bytes(mails.mail()), name).name == "mail"


def test_known_by_name_where_the_head_is_lost():
    assert texts(PARAGRAPHS[0].encode() + b"\n") == [PARAGRAPHS[0]]


def test_the_page_is_read_where_there_is_one():
    made = mails.mail("Words", "<h2>What is new</h2><blockquote>Said</blockquote><p>More words</p>")
    assert [role for role, _ in blocks(bytes(made))] == [Role.HEADLINE, Role.HEADING, Role.QUOTATION, Role.PARAGRAPH]


def test_the_text_is_read_where_the_page_says_much_less():
    assert texts(bytes(mails.mail(mails.BODY, "<p>Read this in a browser</p>")))[1:] == list(PARAGRAPHS)


def test_all_texts_of_a_mail_are_read():
    mixed = "Content-Type: multipart/mixed; boundary=b"
    assert texts(mails.raw("--b\n\nOne.\n--b\nContent-Type: text/plain\n\nTwo.\n--b--\n", mixed))[1:] == [
        "One.",
        "Two.",
    ]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("caf=C3=A9 =\nsoon", "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable"),
        ("Y2Fmw6kgc29vbg", "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: BASE64"),
        (b"caf\xe9 soon", "Content-Type: text/plain; charset=iso-8859-1"),
        (b"caf\xe9 soon", "Content-Type: text/plain; charset=us-ascii"),
        (b"caf\xe9 soon", "Content-Type: text/plain; charset=klingon"),
        ("café soon", "Content-Type: text/plain; charset=iso-2022-jp"),
        ("café soon", "Content-Type: text/plain"),
        ("<p>café</p> soon", "Content-Type: text/plain; charset=utf-8"),
        ("<p>caf&eacute;<p>soon", "Content-Type: TEXT/HTML"),
    ],
)
def test_the_words_of_a_body_however_they_are_written(body, head):
    assert " ".join(texts(mails.raw(body, head))[1:]) == "café soon"


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("=?utf-8?q?Le_caf=C3=A9?=", "Le café"),
        ("=?iso-8859-1?B?TGUgY2Fm6Q==?= de Lindara", "Le café de Lindara"),
        ("=?utf-8?q?Le_caf=C3?=\n =?utf-8?q?=A9?=", "Le café"),
        ("Le café", "Le café"),
        ("=?utf-8?b?broken", "=?utf-8?b?broken"),
    ],
)
def test_subjects(subject, expected):
    assert texts(f"Subject: {subject}\nFrom: a@example.org\nMIME-Version: 1.0\n\nWords".encode())[0] == expected


@pytest.mark.parametrize(
    "body",
    [
        "--b\nContent-Type: text/plain\n\nOne.\n--b\nContent-Type: text/html\n\n<p>One.",
        "--b\nContent-Type: text/plain\n\nOne.",
        "A preamble\n--b\nContent-Type: text/plain\n\nOne.\n--b--\nAn epilogue",
        "--other\nContent-Type: text/plain\n\nOne.\n--other--",
        "One.",
    ],
)
def test_broken_mails_are_read_as_far_as_they_go(body):
    assert texts(mails.raw(body, "Content-Type: multipart/alternative; boundary=b"))[1:] == ["One."]


def test_attachments_are_listed_and_taken():
    data = attached("notes.txt")
    assert enclosed(data) == ["notes.txt"]
    assert taken(data, 0) == (b"Words.",)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\Ada\\quay.txt", "quay.txt"),
        ("café.txt", "café.txt"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("...", "Attachment 1.txt"),
        ("x" * 400 + ".txt", "x" * 117 + ".txt"),
    ],
)
def test_names_of_attachments_are_no_paths(said, expected):
    assert enclosed(attached(said)) == [expected]


def test_pictures_in_the_text_are_no_attachments():
    made = mails.mail("", "<p>Words <img src='cid:a'></p>")
    made.get_payload()[1].add_related(PIXEL, maintype="image", subtype="png", cid="<a>", filename="a.png")
    assert enclosed(bytes(made)) == []


def test_a_mail_in_a_mail_is_offered_as_one():
    made = mails.mail()
    made.add_attachment(mails.mail("Inner words.", subject="The inner / one"))
    assert enclosed(bytes(made)) == ["The inner one.eml"]
    assert "Inner words." in texts(taken(bytes(made), 0)[0])


def test_a_mail_without_words_says_those_of_the_mail_in_it():
    made = mails.mail("")
    made.add_attachment(mails.mail("Inner words.", subject="Inner"))
    assert texts(bytes(made)) == ["A new quay", "Inner words."]


def test_a_mail_that_only_brings_something_is_its_subject():
    made = mails.mail("\n")
    made.add_attachment(b"Words.", maintype="text", subtype="plain", filename="a.txt")
    assert texts(bytes(made)) == ["A new quay"]


def test_a_mail_without_words():
    with pytest.raises(UnreadableFileError, match="no words in this mail"):
        read(mails.raw(""), "a.eml")


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("-----BEGIN PGP MESSAGE-----\n\nabc\n", "Content-Type: text/plain"),
        (
            "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--",
            "Content-Type: multipart/encrypted; boundary=b",
        ),
        ("abcd", "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64"),
    ],
)
def test_an_encrypted_mail(body, head):
    with pytest.raises(UnreadableFileError, match="encrypted"):
        read(mails.raw(body, head), "a.eml")


def test_a_saved_page_is_no_mail():
    head = b'From: <Saved by Blink>\nContent-Type: multipart/related; type="text/html"; boundary=b\n\n--b\n'
    assert registry.recognise(head, "a").name != "mail"


def test_nested_without_end():
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n" for level in range(5000))
    data = b"MIME-Version: 1.0\nSubject: Deep\n" + nested.encode() + b"\nWords."
    assert texts(data)[0] == "Deep"


def test_parts_without_number():
    with_parts = mails.raw("--b\n\nWords.\n" * 100_000, "Content-Type: multipart/mixed; boundary=b")
    assert len(texts(with_parts)) < 3000
