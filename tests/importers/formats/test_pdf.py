import pytest

from apostil.domain.article import Role
from apostil.domain.errors import UnreadableFileError
from apostil.importers.registry import read
from support import documents
from support.documents import lines, pdf

PROSE = lines(
    "The council met on Monday evening and decided to keep the old bridge open",
    "for another year. Its members had been divided for months, and the vote was",
    "closer than expected.",
)
SECOND = lines(
    "Nobody wants a new bridge, the mayor said when the meeting was over, and she",
    "asked for an offer.",
    top=650,
)


def blocks(data):
    article = read(data, "a.pdf")[0]
    return [(block.role, block.span.cut(article.text)) for block in article.blocks]


def test_lines_become_paragraphs():
    assert [text.rsplit(" ", 1)[-1] for _, text in blocks(pdf(PROSE + SECOND))] == ["expected.", "offer."]


def test_large_letters_make_headline_and_headings():
    data = pdf(
        lines("The old bridge", "stays for now", top=780, size=20) + PROSE + lines("Next", top=665, size=14) + SECOND
    )
    assert blocks(data)[0] == (Role.HEADLINE, "The old bridge stays for now")
    assert blocks(data)[2] == (Role.HEADING, "Next")


def test_a_paragraph_goes_on_over_the_page():
    data = pdf(
        lines("The council met on Monday evening and", top=300), lines("decided to keep the old bridge open.", top=780)
    )
    assert [text for _, text in blocks(data)] == [
        "The council met on Monday evening and decided to keep the old bridge open."
    ]


def test_a_word_broken_at_the_line_end_is_whole_again():
    data = pdf(lines("The council met on Monday evening and de-", "cided to keep the old bridge open."))
    assert blocks(data)[0][1].endswith("decided to keep the old bridge open.")


def test_a_hyphen_that_stands_elsewhere_too_is_kept():
    data = pdf(lines("A long-term plan was made for the old bridge, and a long-", "term plan for the town, too."))
    assert "a long-term plan for" in blocks(data)[0][1]


def test_running_heads_and_page_numbers_are_apparatus():
    pages = [[(60, 800, 9, "The Lindara Post"), *PROSE, *SECOND, (290, 30, 9, f"{number}")] for number in (1, 2, 3)]
    found = blocks(pdf(*pages))
    assert found[-1][0] is Role.APPARATUS
    assert not any("Lindara Post" in text for role, text in found if role is not Role.APPARATUS)


def test_properties():
    data = pdf(PROSE, info="<< /Title (The bridge) /Author (Oriane Veldt) >>")
    known = read(data, "a.pdf")[0].metadata
    assert (known.title, known.authors) == ("The bridge", ("Oriane Veldt",))


def test_a_pdf_of_pictures():
    with pytest.raises(UnreadableFileError, match="its pages are pictures"):
        read(pdf([]), "a.pdf")


def test_a_locked_pdf():
    with pytest.raises(UnreadableFileError, match="protected by a password"):
        read(pdf(PROSE, encrypted=True), "a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.4\nnothing at all\n%%EOF", documents.pdf(PROSE)[:200]])
def test_a_broken_pdf(data):
    with pytest.raises(UnreadableFileError, match="damaged"):
        read(data, "a.pdf")


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a"])
def test_known_by_content(name):
    assert read(pdf(PROSE), name)[1].name == "PDF"
