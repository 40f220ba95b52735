import datetime as dt

import pytest

from apostil.domain.article import Piece, Role
from apostil.importers.mail.letter import Letter, article_of
from apostil.importers.mail.passed_on import PassedOn, passed_on, without_signature
from apostil.importers.mail.text import pieces_of

LETTER = """For you.

--\u0020
Oriane Veldt
Harbour desk, 555 01 43 22 11

________________________________
De : Bo Ferren <bo@lindara.example>
Envoyé : mardi 12 mars 2024 17:40
Objet : La grue

The crane comes down on Monday.

This email and any attachments are meant for you alone.
"""


@pytest.mark.parametrize("subject", ["TR: La grue", "Fwd: La grue", "FW : La grue"])
def test_sender_and_day_of_a_mail_that_was_passed_on(subject):
    found = passed_on(pieces_of(LETTER), subject)
    assert (found.sender, found.address, found.sent) == ("Bo Ferren", "bo@lindara.example", dt.date(2024, 3, 12))


@pytest.mark.parametrize("subject", ["La grue", "RE: La grue"])
def test_without_the_word_in_the_subject_nothing_is_passed_on(subject):
    assert passed_on(pieces_of(LETTER), subject) is None


def test_a_sender_without_an_address():
    pieces = [Piece("From: Bo Ferren"), Piece("Subject: The crane"), Piece("It comes down.")]
    assert passed_on(pieces, "FW: The crane") == PassedOn(0, "Bo Ferren", "", None)


def test_a_short_weekday_is_no_month():
    pieces = [Piece("De : Bo Ferren <bo@lindara.example>"), Piece("Date: mar. 12 mars 2024 à 17:40")]
    assert passed_on(pieces, "Fwd: La grue").sent == dt.date(2024, 3, 12)


def test_the_article_is_the_first_sender_s():
    letter = Letter("TR: La grue", "Oriane Veldt", "o@lindara.example", dt.date(2024, 3, 13), body=pieces_of(LETTER))
    article = article_of(letter, "test")
    assert (article.metadata.authors, article.metadata.published) == (("Bo Ferren",), dt.date(2024, 3, 12))
    shown = [block.span.cut(article.text) for block in article.blocks if block.role is not Role.APPARATUS]
    assert shown == ["TR: La grue", "For you.", "The crane comes down on Monday."]


def test_a_name_with_a_telephone_above_it_is_a_signature():
    note = (Piece("For you."), Piece("Oriane Veldt\nHarbour desk\n555 01 43 22 11"))
    assert [piece.role for piece in without_signature(note, "Oriane Veldt")] == [Role.PARAGRAPH, Role.APPARATUS]
    assert without_signature(note, "Bo Ferren") == note
