import pytest

from apostil.importers import registry
from support import mails

DATA = mails.mailbox(
    bytes(mails.mail("One.", subject="The quay / the sea")), bytes(mails.mail("Two.", subject="")), b"\nBare."
)


def test_a_mailbox_is_a_pile_of_mails():
    form = registry.recognise(DATA, "a.mbox")
    assert (form.name, form.read) == ("mailbox", None)
    assert [file.name for file in form.container.list(DATA, "a.mbox")] == [
        "The quay the sea, Oriane Veldt.eml",
        "Oriane Veldt.eml",
        "Mail 3.eml",
    ]


@pytest.mark.parametrize(("place", "words"), [(0, "One."), (1, "Two."), (2, "Bare.")])
def test_its_mails_are_articles(place, words):
    form = registry.recognise(DATA, "a.mbox")
    name = form.container.list(DATA, "a.mbox")[place].name
    (data,) = form.container.take(DATA, "a.mbox", [place])
    (article,) = registry.read(registry.recognise(data, name), data, name)
    assert article.text.endswith(words)


def test_a_mailbox_with_one_mail_is_that_mail():
    assert registry.recognise(mails.mailbox(bytes(mails.mail())), "a.mbox").name == "mail"
