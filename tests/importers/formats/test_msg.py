import pytest

from apostil.domain.article import Role
from apostil.domain.errors import UnreadableFileError
from apostil.importers import registry
from support import documents
from support.containers import attachment, container, embedded, outlook, words
from support.documents import PARAGRAPHS
from support.importing import read

BODY = "\r\n\r\n".join(PARAGRAPHS)
PAGE = b"<html><body><h2>What is new</h2><p>" + PARAGRAPHS[0].encode() + b"</p></body></html>"


def mail(**said):
    return container(outlook(**{"text": BODY, **said}))


def blocks(data, name="a.msg"):
    article = read(data, name)[0]
    return [(block.role, block.span.cut(article.text)) for block in article.blocks]


def opened(data):
    return registry.recognise(data, "a.msg").container


def test_a_mail_is_an_article():
    assert blocks(mail())[:2] == [(Role.HEADLINE, "A new quay"), (Role.PARAGRAPH, PARAGRAPHS[0])]


def test_who_wrote_it_and_when():
    metadata = read(mail(sender="Veldt, Oriane"), "a.msg")[0].metadata
    assert (metadata.title, metadata.authors) == ("A new quay", ("Oriane Veldt",))
    assert metadata.published.isoformat() == "2024-05-12"


@pytest.mark.parametrize("name", ["a.msg", "a.doc", "a.txt", ""])
def test_known_by_content(name):
    assert registry.recognise(mail(), name).name == "Outlook mail"


def test_an_old_document_is_no_mail():
    assert registry.recognise(container({"WordDocument": b"\xec\xa5"}), "a.doc").name != "Outlook mail"


def test_the_page_is_read_where_there_is_one():
    assert blocks(mail(text="", more={"__substg1.0_10130102": PAGE}))[1:] == [
        (Role.HEADING, "What is new"),
        (Role.PARAGRAPH, PARAGRAPHS[0]),
    ]


def test_attachments_are_listed_and_taken():
    data = mail(more={**attachment("..\\notes.txt", b"Words."), **attachment("b.txt", b"More", 1)})
    assert [file.name for file in opened(data).list(data, "a")] == ["notes.txt", "b.txt"]
    assert opened(data).take(data, "a", [1])[0].startswith(b"More")


def test_pictures_that_the_page_shows_are_no_attachments():
    data = mail(more=attachment("a.jpg", b"Picture", use=4))
    assert opened(data).list(data, "a") == ()


def test_a_mail_in_a_mail_is_offered_as_one():
    data = mail(more=embedded(outlook("Inner / one", PARAGRAPHS[1], head=24)))
    (inner,) = opened(data).list(data, "a")
    assert inner.name == "Inner one.eml"
    assert blocks(opened(data).take(data, "a", [0])[0], inner.name)[1] == (Role.PARAGRAPH, PARAGRAPHS[1])


def test_a_mail_within_a_mail_is_the_same_file_whenever_it_is_taken():
    data = mail(more=embedded(outlook("Inner", PARAGRAPHS[1], attachment("a.txt", b"Words."), head=24)))
    assert opened(data).take(data, "a", [0]) == opened(data).take(data, "a", [0])


def test_an_encrypted_mail():
    with pytest.raises(UnreadableFileError, match="encrypted"):
        read(mail(more=words(0x001A, "IPM.Note.SMIME")), "a.msg")


def test_a_mail_without_words():
    with pytest.raises(UnreadableFileError, match="no words in this mail"):
        read(mail(text=""), "a.msg")


@pytest.mark.parametrize("cut", [600, 2000, 5000])
def test_a_cut_mail(cut):
    with pytest.raises(UnreadableFileError, match="damaged"):
        read(mail()[:cut], "a.msg")


def test_what_is_called_a_mail_and_is_none():
    with pytest.raises(UnreadableFileError):
        read(documents.OLD_OFFICE, "a.msg")
