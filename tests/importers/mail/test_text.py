import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Piece, Role
from apostil.importers.mail.text import answered_at, is_attribution, pieces_of


def found(text, **said):
    return [(piece.role, piece.text) for piece in pieces_of(text, **said)]


def roles(text):
    return [role for role, _ in found(text)]


def test_paragraphs():
    assert found("One.\n\nTwo.") == [(Role.PARAGRAPH, "One."), (Role.PARAGRAPH, "Two.")]


def test_what_is_answered_line_by_line_is_a_quotation():
    assert found("> Is it open?\n\nIt is.") == [(Role.QUOTATION, "Is it open?"), (Role.PARAGRAPH, "It is.")]


@pytest.mark.parametrize(
    "credit",
    [
        "On Mon, 6 Jan 2020 at 10:00, Bo Ferren <bo@example.org> wrote:",
        "On Mon, 6 Jan 2020 at 10:00, Bo Ferren <bo@example.org>\nwrote:",
        "Le lun. 6 janv. 2020 à 10:00, Bo Ferren <bo@example.org> a écrit :",
        "Bo Ferren wrote:",
        "Am 06.01.2020 um 10:00 schrieb Bo Ferren:",
        "-----Original Message-----",
    ],
)
def test_the_mail_that_is_answered_is_folded_with_the_line_above_it(credit):
    assert roles(f"It is open.\n\n{credit}\n> Is it open?\n> And the quay?") == [
        Role.PARAGRAPH,
        Role.APPARATUS,
        Role.APPARATUS,
        Role.APPARATUS,
    ]


def test_what_was_quoted_twice_is_folded():
    assert roles("> > Is it?\n> No.\n\nYes.") == [Role.APPARATUS, Role.QUOTATION, Role.PARAGRAPH]


def test_a_mail_that_only_quotes_is_a_quotation():
    assert roles("> Is it open?") == [Role.QUOTATION]


@pytest.mark.parametrize("dashes", ["-- ", "--"])
def test_signatures(dashes):
    assert roles(f"It is open.\n\n{dashes}\nOriane Veldt\nThe Gazette") == [Role.PARAGRAPH, *[Role.APPARATUS] * 2]


def test_dashes_with_a_whole_story_below_are_no_signature():
    story = "\n\n".join(["It rained."] * 20)
    assert Role.APPARATUS not in roles(f"It is open.\n\n--\n{story}")[2:]


def test_the_fields_of_a_mail_that_is_passed_on():
    text = (
        "See below.\n\n---------- Forwarded message ----------\nFrom: Bo Ferren <bo@example.org>\n"
        "Date: Monday\nSubject: A quay\nTo: Oriane\n\nThe quay is open."
    )
    assert roles(text) == [Role.PARAGRAPH, *[Role.APPARATUS] * 5, Role.PARAGRAPH]


@pytest.mark.parametrize("line", ["From: the harbour", "On the quay he wrote:", "The harbour's clerk said:"])
def test_a_line_alone_is_no_head(line):
    assert roles(f"{line}\n\nIt is open.")[-1] is Role.PARAGRAPH


@pytest.mark.parametrize(
    ("joined", "expected"), [(False, "The quay is open. It is new."), (True, "The quay isopen. It is new.")]
)
def test_flowed_lines_are_put_together(joined, expected):
    assert found("The quay is \nopen. It is new.\n\n Indented", flowed=True, joined=joined) == [
        (Role.PARAGRAPH, expected),
        (Role.PARAGRAPH, "Indented"),
    ]


def test_flowed_quotations_are_put_together_by_their_depth():
    assert found("> The quay \n> is open.\nYes ", flowed=True) == [
        (Role.QUOTATION, "The quay is open."),
        (Role.PARAGRAPH, "Yes"),
    ]


def test_a_signature_does_not_flow_into_the_text():
    assert found("Yes \n-- \nOriane", flowed=True)[0] == (Role.PARAGRAPH, "Yes")


@pytest.mark.parametrize("line", ["wrote:", "a" * 5000 + " wrote:", "He wrote a book.", ""])
def test_what_is_no_attribution(line):
    assert not is_attribution(line)


@given(st.text(alphabet="> a\n-:Fromwrote@", max_size=200), st.booleans(), st.booleans())
def test_no_word_is_lost(text, flowed, joined):
    kept = "".join(piece.text for piece in pieces_of(text, flowed=flowed, joined=joined))
    assert [char for char in kept if char.isalpha()] == [char for char in text if char.isalpha()]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Yes.", "From: Bo", "Sent: Monday", "Is it?"], 1),
        (["Yes.", "From: Bo", "Is it?"], None),
        (["From: Bo", "Sent: Monday", "Is it?"], None),
        ([], None),
    ],
)
def test_where_the_mail_that_is_answered_begins(lines, expected):
    assert answered_at([Piece(line) for line in lines]) == expected
