import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers.mail.forwarding import Forwarded, mail_of
from apostil.importers.mail.parts import parse

MAIL = Forwarded("Le café", ("Oriane Veldt", "oriane@example.org"), dt.date(2024, 5, 12), "Words.\n", "<p>Words.</p>")


def test_what_is_known_is_said():
    mail = parse(mail_of(MAIL))
    assert mail.field("subject") == "Le café"
    assert mail.field("from") == "Oriane Veldt <oriane@example.org>"
    assert mail.raw("date").startswith("Sun, 12 May 2024")
    assert [part.text().strip() for part in mail.walk()] == ["Words.", "<p>Words.</p>"]


def test_the_same_mail_is_the_same_file():
    assert mail_of(MAIL) == mail_of(MAIL)


@pytest.mark.parametrize("name", ["a.txt", "a.eml", "a\r\nb.pdf", "café"])
def test_files_are_attached(name):
    with_file = Forwarded("A", ("", ""), None, "Words", files=((name, b"\x00\xff"),))
    attached = [part for part in parse(mail_of(with_file)).walk() if part.is_attached]
    assert [part.data() for part in attached] == [b"\x00\xff"]


@given(st.text(), st.text(), st.text(), st.text())
def test_anything_can_be_said(subject, name, address, text):
    assert parse(mail_of(Forwarded(subject, (name, address), None, text)))
