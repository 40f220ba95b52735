import pytest

from apostil.importers.pdf.opening import opened
from apostil.importers.pdf.pages import leaf_of
from apostil.importers.pdf.raised import marks_in, with_raised
from support import pdfs


def read(content):
    with opened(pdfs.pdf(pdfs.Page(content=f"BT /F1 12 Tf 60 700 Td {content} ET"))) as document:
        return " ".join(line.text for line in leaf_of(document[0], 1).lines)


def shown(text, small, rise=4.0):
    """A text as it is read whose characters at these places are small and raised."""
    return with_raised(text, 10, lambda place: 6 if place in small else 10, lambda place: rise if place in small else 0)


@pytest.mark.parametrize(
    ("text", "small", "told"),
    [
        ("450 of 3121", {10}, "450 of 312¹"),
        ("in 202312", {7, 8}, "in 2023¹²"),
        ("the quay.3 Then", {9}, "the quay.³ Then"),
        ("40 m2 of it", {4}, "40 m² of it"),
        ("1 See there", {0}, "1 See there"),
        ("312 boats", set(), "312 boats"),
        ("it is 1/2 full", {6}, "it is 1/2 full"),
    ],
)
def test_small_figures_above_the_line_are_written_so(text, small, told):
    assert shown(text, small) == told


def test_small_figures_below_the_line_stay():
    assert shown("CO2 rises", {2}, rise=-2) == "CO2 rises"


def test_a_page_keeps_its_figures_apart_from_their_marks():
    assert read("(It counts 312) Tj /F1 7 Tf 4 Ts (1) Tj /F1 12 Tf 0 Ts (. Later it grew) Tj").replace(" .", ".") == (
        "It counts 312¹. Later it grew"
    )


def test_the_marks_of_a_text_are_told():
    assert marks_in("312¹, then 2023¹² and 40") == {1, 12}
