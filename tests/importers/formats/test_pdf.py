import pytest

from apostil.domain.article import Role
from apostil.domain.errors import PasswordNeededError, UnreadableFileError
from support import documents
from support.documents import lines, pdf
from support.importing import read

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
    with pytest.raises(PasswordNeededError, match="needs its password"):
        read(pdf(PROSE, encrypted=True), "a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.4\nnothing at all\n%%EOF", documents.pdf(PROSE)[:200]])
def test_a_broken_pdf(data):
    with pytest.raises(UnreadableFileError, match="damaged"):
        read(data, "a.pdf")


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a"])
def test_known_by_content(name):
    assert read(pdf(PROSE), name)[1].name == "PDF"


MENU = [(60, 800, 9, "Home Sport Politics"), (60, 785, 9, "Regional news")]
HEADLINE = lines("The old bridge of Orse closes", top=750, size=24)


def test_what_stands_above_the_headline_is_apparatus():
    found = blocks(pdf(MENU + HEADLINE + PROSE + SECOND))
    above = found[: found.index((Role.HEADLINE, "The old bridge of Orse closes"))]
    assert {role for role, _ in above} == {Role.APPARATUS}


def test_a_byline_above_the_headline_stays_one():
    data = pdf([*MENU, (60, 772, 9, "By Oriane Veldt \u00b7 12 March 2026"), *HEADLINE, *PROSE, *SECOND])
    assert blocks(data)[2:4] == [
        (Role.BYLINE, "By Oriane Veldt \u00b7 12 March 2026"),
        (Role.HEADLINE, "The old bridge of Orse closes"),
    ]
    assert read(data, "a.pdf")[0].metadata.authors == ("Oriane Veldt",)


def test_a_headline_below_a_long_menu_is_found():
    menu = [(60, 830 - 9 * number, 7, f"Section {word}") for number, word in enumerate("abcdef")]
    assert (Role.HEADLINE, "The old bridge of Orse closes") in blocks(pdf(menu + HEADLINE + PROSE + SECOND))


def test_a_box_that_the_file_holds_first_comes_to_where_it_stands():
    box = lines("Length: 340 m", "Detour: 22 km", left=480, top=660, size=9)
    found = blocks(pdf(box + HEADLINE + PROSE + SECOND))
    assert [text[:6] for _, text in found] == ["The ol", "The co", "Length", "Nobody"]
    assert found[2][0] is Role.PARAGRAPH


def test_lines_beside_a_box_are_one_paragraph():
    narrow = lines("The council met on Monday", "evening and decided to keep", "the old bridge open for", top=700)
    wide = lines("another year, and its members had been divided for months, as everybody knew.", top=664)
    assert len(blocks(pdf(narrow + wide + [(x, y - 40, size, text) for x, y, size, text in SECOND]))) == 2


def test_two_columns_under_a_full_line_are_cut_by_their_own_width():
    left = lines(
        "Its members had been divided",
        "for months. Residents wait",
        "for an answer from Lindara",
        "about the money. Residents",
        top=680,
    )
    right = lines("said nothing was decided.", left=320, top=680)
    intro = lines("The council met on Monday evening and decided to keep the old bridge open again.", top=720)
    found = [text for _, text in blocks(pdf(intro + left + right))]
    assert found[-1].endswith("Residents said nothing was decided.")
    assert len(found) == 2


def test_a_paragraph_goes_on_over_the_page_though_its_line_is_short():
    first = lines(
        "The council met on Monday evening and decided to keep the old bridge open for", "years, and ferry", top=300
    )
    assert len(blocks(pdf(first, lines("traffic stops after dark.", top=780)))) == 1


def test_sentences_of_a_line_each_stay_apart():
    ragged = lines(
        "The bridge is old.", "The ferry is older.", "Nobody knows how old it is.", "The mayor does not.", left=60
    )
    assert len(blocks(pdf(PROSE + [(x, y - 60, size, text) for x, y, size, text in ragged]))) == 5
