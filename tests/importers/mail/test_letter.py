import datetime as dt

import pytest

from apostil.domain.article import Piece, Role
from apostil.domain.errors import UnreadableFileError
from apostil.importers.mail.letter import Attachment, Letter, article_of, attached_name, fuller, listed

WORDS = Piece("The quay is open.")
MANY = Piece("The quay is open. " * 40)


def letter(sender="Oriane Veldt", **said):
    return Letter("A new quay", sender, "oriane@example.org", dt.date(2024, 5, 12), **{"body": (WORDS,), **said})


def metadata(sender, **said):
    return article_of(letter(sender, **said), "test").metadata


@pytest.mark.parametrize(
    ("sender", "authors", "outlet"),
    [
        ("Oriane Veldt", ("Oriane Veldt",), ""),
        ("Veldt, Oriane", ("Oriane Veldt",), ""),
        ("Oriane Veldt from The Tide", ("Oriane Veldt",), "The Tide"),
        ("Oriane Veldt | The Tide", ("Oriane Veldt",), "The Tide"),
        ("Oriane Veldt (The Tide)", ("Oriane Veldt",), "The Tide"),
        ("Rédaction", ("Rédaction",), ""),
        ("", ("oriane@example.org",), ""),
    ],
)
def test_who_wrote_a_mail(sender, authors, outlet):
    found = metadata(sender)
    assert (found.authors, found.outlet) == (authors, outlet)


def test_a_newsletter_that_nobody_signs_is_that_of_its_house():
    found = metadata("The Morning Tide", is_bulk=True)
    assert (found.authors, found.outlet) == ((), "The Morning Tide")


def test_a_list_is_named():
    assert metadata("Oriane Veldt", group="Harbour people").outlet == "Harbour people"


def test_a_subject_that_opens_the_text_stands_there_once():
    article = article_of(letter(body=(Piece("A New Quay"), WORDS)), "test")
    assert [block.role for block in article.blocks] == [Role.HEADLINE, Role.PARAGRAPH]


def test_short_mails_are_not_taken_for_articles():
    article = article_of(letter(body=(Piece("Is it open"), WORDS)), "test")
    assert [block.role for block in article.blocks] == [Role.HEADLINE, Role.PARAGRAPH, Role.PARAGRAPH]


def test_long_mails_are():
    article = article_of(letter(body=(MANY, Piece("What comes next"), MANY)), "test")
    assert article.blocks[2].role is Role.HEADING


@pytest.mark.parametrize(
    ("said", "words"), [({"body": ()}, "no words in this mail"), ({"is_locked": True}, "This mail is encrypted")]
)
def test_what_cannot_be_read(said, words):
    with pytest.raises(UnreadableFileError, match=words):
        article_of(letter(**said), "test")


def test_what_only_brings_something_is_read():
    assert article_of(letter(body=(), attachments=(Attachment("a.txt", bytes),)), "test").text == "A new quay"


def test_what_says_nothing_at_all_names_what_it_brings():
    found = article_of(Letter("", "", "", None, attachments=(Attachment("a.txt", bytes),)), "test")
    assert (found.text, found.blocks[0].role) == ("a.txt", Role.APPARATUS)


def test_attachments_are_listed_with_their_size():
    (found,) = listed([Attachment("a.txt", lambda: b"Words.")])
    assert (found.name, found.size) == ("a.txt", 6)


@pytest.mark.parametrize(("said", "expected"), [("a/b.txt", "b.txt"), ("", "Attachment 3.pdf")])
def test_attachments_have_names(said, expected):
    assert attached_name(said, 3, ".pdf") == expected


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([], ()),
        ([(WORDS,), (MANY,)], (MANY,)),
        ([(MANY,), (WORDS,)], (MANY,)),
        ([(WORDS,), (WORDS, WORDS)], (WORDS, WORDS)),
    ],
)
def test_the_fuller_form_of_a_body_is_read(bodies, expected):
    assert fuller(bodies) == expected


@pytest.mark.parametrize(("subject", "role"), [("RE: A quay", Role.APPARATUS), ("FW: A quay", Role.PARAGRAPH)])
def test_the_mail_that_is_answered_is_folded_and_one_that_is_passed_on_is_not(subject, role):
    body = tuple(map(Piece, ("Yes.", "From: Bo Ferren", "Sent: Monday", "Is it open?")))
    article = article_of(Letter(subject, "Oriane Veldt", "", None, body=body), "test")
    assert article.blocks[-1].role is role
