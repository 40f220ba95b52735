import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Metadata, Role
from apostil.importers import agency
from apostil.importers.metadata import completed
from apostil.importers.structure import structured

BODY = (
    "The harbour master said on Monday that the old crane would be taken down before the winter storms.",
    "It had stood on the quay for ninety years, and most people in the town had stopped looking at it.",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LIN0231 4 ECO 0112 LIN / APX-CD17", True),
        ("BC-LI--Harbour-Crane,1st Ld-Writethru", True),
        ("LINDARA 2 MIRADOR 1 AFTER 90 MINUTES", False),
        ("The crane of Lindara -- a farewell", False),
        ("HARBOUR CRANE COMES DOWN", False),
    ],
)
def test_slugs(text, expected):
    assert agency.is_slug(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PRESS RELEASE", True),
        ("Communiqué de presse", True),
        ("Embargoed until 6 a.m. on Monday", True),
        ("Embargo is lifted, and the ships sail again, says the harbour.", False),
        ("A press release too many", False),
    ],
)
def test_labels(text, expected):
    assert agency.is_label(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Adds comment by the harbour)", True),
        ("Eds: Photos follow.", True),
        ("(Adds up to nothing) she wrote", False),
        ("He said: add the photos.", False),
    ],
)
def test_notes(text, expected):
    assert agency.is_note(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ov/ml/tk", True), ("((oriane@lindara.example; 555 0143))", True), ("and/or", True), ("Ov wrote it.", False)],
)
def test_endings(text, expected):
    assert agency.is_ending(text) is expected


@pytest.mark.parametrize(
    ("text", "day", "outlet"),
    [
        ("Lindara, 12 mars 2024 (AFP) - La grue est démontée.", dt.date(2024, 3, 12), "AFP"),
        ("LINDARA, March 12 (Reuters) - The crane is coming down.", None, "Reuters"),
        ("LINDARA, Ohio – March 12, 2024 – The harbour said so.", dt.date(2024, 3, 12), ""),
        ("LINDARA, March 12, 2024 /PRNewswire/ -- The harbour said so.", dt.date(2024, 3, 12), ""),
    ],
)
def test_the_dateline_in_a_paragraph(text, day, outlet):
    assert agency.opening(text) == agency.Opening(day, outlet)


@pytest.mark.parametrize(
    "text",
    [
        "The crane fell on March 12, 2024 – nobody was hurt.",
        "Lindara (Ohio) – the town – has a crane.",
        "In Lindara, he said - and he meant it - the crane stays.",
    ],
)
def test_a_sentence_with_a_dash_is_no_dateline(text):
    assert agency.opening(text) is None


def test_the_headline_stands_below_slug_label_and_sender():
    lines = ["PRESS RELEASE", "LINDARA HARBOUR AUTHORITY", "Lindara, 12 March 2024", "The old crane comes down", *BODY]
    pieces = structured("\n\n".join((*lines, "Media contact:", "Oriane Veldt", "555 0143")))
    roles = [piece.role for piece in pieces]
    assert roles[:4] == [Role.APPARATUS, Role.BYLINE, Role.DATELINE, Role.HEADLINE]
    assert roles[-3:] == [Role.APPARATUS] * 3
    assert completed(Metadata(), pieces).authors == ()


def test_day_and_agency_come_from_the_first_paragraph():
    pieces = structured("\n\n".join(("The old crane comes down", f"LINDARA, 12 March 2024 (AP) — {BODY[0]}", BODY[1])))
    known = completed(Metadata(), pieces)
    assert (known.published, known.outlet) == (dt.date(2024, 3, 12), "AP")


@given(st.text())
def test_any_text_is_judged(text):
    agency.opening(text)
    assert not (agency.is_slug(text) and not text.strip())
