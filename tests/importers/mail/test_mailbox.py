import pytest

from apostil.domain.errors import UnreadableFileError
from apostil.importers.mail import mailbox as mail_mailbox
from support import mails

ONE = b"Subject: One\n\nWords"
TWO = b"Subject: Two\n\nFrom the harbour\n\nFrom Monday on, 10:30, in 2024"


def taken(data):
    return [mail_mailbox.mail_at(data, bounds).strip() for bounds in mail_mailbox.bounds_of(data)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_mailbox_falls_into_its_mails(end):
    data = mails.mailbox(ONE, TWO).replace(b"\n", end)
    assert taken(data) == [ONE.replace(b"\n", end), TWO.replace(b"\n", end)]


def test_lines_that_were_escaped_are_as_they_were():
    (mail,) = taken(mails.mailbox(b"Subject: One\n\n>From here\n>>From there\n> From me"))
    assert mail == b"Subject: One\n\nFrom here\n>From there\n> From me"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (mails.mailbox(ONE, TWO), True),
        (mails.mailbox(b"Words", b"Words"), True),
        (mails.mailbox(ONE), False),
        (ONE + b"\n\n" + mails.mailbox(ONE, TWO), False),
        (b"From the harbour\n\nFrom Mon 1 10:00 2009\n", False),
        (b"", False),
    ],
)
def test_mailboxes_are_told_from_mails(data, expected):
    assert mail_mailbox.is_mailbox(data) is expected


def test_a_mailbox_with_far_too_many_mails(monkeypatch):
    monkeypatch.setattr(mail_mailbox, "MOST", 2)
    with pytest.raises(UnreadableFileError, match="Split it"):
        mail_mailbox.bounds_of(mails.mailbox(ONE, ONE, ONE))


@pytest.mark.parametrize("line", [b"From ", b"From Mon 10:00 ", b"\n\nFrom " + b"Mon " * 60])
def test_lines_that_nearly_begin_mails_cost_little(line):
    mail_mailbox.is_mailbox(mails.mailbox(b"") + line * (10**6 // len(line)))
