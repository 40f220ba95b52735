import contextlib
import re
import shutil
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apostil.domain.article import Role
from apostil.domain.citing import source_place
from apostil.domain.errors import PasswordNeededError, UnreadableFileError
from apostil.domain.spans import Span
from apostil.importers import registry
from support import documents, pdfs
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


def test_a_pdf_of_pictures(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableFileError, match="its pages are pictures of text"):
        read(pdfs.pdf(pdfs.Page(pictures=[(60, 60, 400, 700)])), "a.pdf")


def test_a_pdf_of_blank_pages():
    with pytest.raises(UnreadableFileError, match="There are no words on the pages"):
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


def placed(data):
    article = read(data, "a.pdf")[0]
    return [(block.span.cut(article.text), block.place) for block in article.blocks]


def test_every_block_knows_its_page_and_its_box():
    (_, first), (_, second) = placed(pdf(PROSE, SECOND))
    assert (first.page, second.page) == (1, 2)
    (box,) = first.boxes
    assert (round(box.left), round(box.top), round(box.bottom)) == (60, 133, 168)


def test_a_paragraph_over_two_pages_has_a_box_on_each():
    data = pdf(
        lines("The council met on Monday evening and", top=300), lines("decided to keep the old bridge open.", top=780)
    )
    ((_, place),) = placed(data)
    assert [box.page for box in place.boxes] == [1, 2]


THREE_PAGES = pdfs.pdf(
    lines("The council met on Monday evening and decided to keep the old bridge open", "for another year. Its rea-"),
    lines("sons were money and time, since a new one would cost more than the town earns", "in a year.", top=780)
    + lines("Nobody wants a new bridge, the mayor said when the meeting was over, and then", top=700),
    lines("she asked the fishermen of both harbours for an offer that the town can pay.", top=780),
)
"""A paragraph from the first to the second page that breaks a word, and one from the second to the third."""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The council met", "p.\u00a01"),
        ("another year. Its", "p.\u00a01"),
        ("reasons", "pp.\u00a01–2"),
        ("were money", "p.\u00a02"),
        ("year. Its reasons were", "pp.\u00a01–2"),
        ("over, and then", "p.\u00a02"),
        ("then she", "pp.\u00a02–3"),
        ("she asked", "p.\u00a03"),
        ("the town can pay.", "p.\u00a03"),
    ],
)
def test_words_of_a_paragraph_over_pages_stand_on_their_own_page(words, expected):
    article = read(THREE_PAGES, "a.pdf")[0]
    assert len(article.blocks) == 2
    start = article.text.index(words)
    assert source_place(article, Span(start, start + len(words))) == expected


def test_a_footnote_that_goes_on_knows_its_pages():
    first = PROSE + SECOND + lines("1The vote was held in secret, as the mayor had asked, and", top=60, size=7)
    second = PROSE + SECOND + lines("nobody has counted it again since.", top=60, size=7)
    (text, place) = next(found for found in placed(pdf(first, second)) if found[0].startswith("1 The vote"))
    assert [(box.page, box.start) for box in place.boxes] == [(1, 0), (2, text.index("nobody"))]


def test_a_box_of_one_column_begins_with_its_block():
    assert [box.start for _, place in placed(pdf(PROSE, SECOND)) for box in place.boxes] == [0, 0]


def test_bold_letters_make_a_heading():
    page = pdfs.Page([*PROSE, *SECOND], bold=[(60, 665, 10, "What comes next")])
    assert (Role.HEADING, "What comes next") in blocks(pdfs.pdf(page))


def test_larger_headings_stand_higher():
    pages = lines("Head", top=800, size=24) + lines("Part one", top=765, size=16) + PROSE
    found = read(pdf(pages + lines("Chapter", top=664, size=13) + SECOND), "a.pdf")[0]
    levels = [block.level for block in found.blocks if block.role in {Role.HEADLINE, Role.HEADING}]
    assert levels == sorted(levels)
    assert len(set(levels)) == 3


def test_a_chapter_with_a_larger_heading_leaves_the_title_what_it_is():
    chapter = lines("The first of all chapters", top=780, size=24) + PROSE
    title = lines("A history of the old bridge", top=780, size=18)
    found = blocks(pdf(title + PROSE, [*SECOND], chapter))
    assert found[0] == (Role.HEADLINE, "A history of the old bridge")


def test_small_letters_below_a_picture_are_its_caption():
    page = pdfs.Page(
        [*PROSE, (60, 560, 8, "The bridge in the rain of last week"), *lines("Nobody wants it.", top=500)],
        pictures=[(60, 572, 300, 90)],
    )
    assert (Role.CAPTION, "The bridge in the rain of last week") in blocks(pdfs.pdf(page))


def test_a_caption_between_columns_does_not_divide_a_sentence():
    words = ["The council met on Monday", "evening and decided to keep"] * 3 + ["the old bridge open for"]
    left = lines(*words, top=700)
    right = lines("another year, and its members", "had been divided for months,", "as all knew.", left=320, top=652)
    page = pdfs.Page([*left, (320, 672, 8, "The bridge in the rain"), *right], pictures=[(320, 684, 200, 90)])
    found = blocks(pdfs.pdf(page))
    assert found[0][1].endswith("open for another year, and its members had been divided for months, as all knew.")
    assert found[1] == (Role.CAPTION, "The bridge in the rain")


def test_footnotes_come_after_the_text():
    first = [*PROSE, *SECOND, (60, 80, 8, "1 Minutes of the council, page four.")]
    found = blocks(pdf(first, lines("The offer came in spring, and it was a good one.", top=780)))
    assert found[-1] == (Role.FOOTNOTE, "1 Minutes of the council, page four.")


def test_rows_of_a_table():
    rows = [(60 + 150 * column, 600 - 14 * row, 10, f"{'ABC'[column]}{row}") for row in range(4) for column in range(3)]
    found = blocks(pdf([*PROSE, *rows]))
    assert found[1:] == [(Role.TABLE_ROW, f"A{row}\tB{row}\tC{row}") for row in range(4)]


def test_what_extracted_it_is_told():
    assert read(pdf(PROSE), "a.pdf")[0].extractor.startswith("PDFium 1")


def test_a_locked_pdf_is_read_without_its_lock():
    data = pdfs.locked(PROSE)
    form = registry.recognise(data, "a.pdf")
    assert read(form.unlock(data, "secret"), "a.pdf")[0].text.startswith("The council met")


@pytest.mark.parametrize(
    "title", ["Microsoft Word - bridge_final.docx", "untitled", "Document1", "12-3", "https://www.post.example/a/1"]
)
def test_titles_that_programs_fill_in_are_none(title):
    assert read(pdf(PROSE, info=f"<< /Title ({title}) >>"), "a.pdf")[0].metadata.title == ""


def test_the_day_a_file_was_made_is_not_that_of_publication():
    assert read(pdf(PROSE, info="<< /CreationDate (D:20260102030405Z) >>"), "a.pdf")[0].metadata.published is None


KNOWN = Path(__file__).parents[4] / "shared" / "data" / "documents" / "known_text" / "files"
known = pytest.mark.skipif(not KNOWN.is_dir(), reason="the known texts are not here")
tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed here")


def share_of_known(folder, data):
    """The share of a known text's words that come through in order."""
    gold = re.findall(r"\w+", (folder / "article.txt").read_text("utf-8"))
    found = re.findall(r"\w+", read(data, "article.pdf")[0].text)
    blocks = SequenceMatcher(None, gold, found, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(gold)


@known
@pytest.mark.parametrize("name", sorted(folder.name for folder in KNOWN.glob("*")))
def test_known_texts_behind_a_password(name):
    data = (KNOWN / name / "article.password.pdf").read_bytes()
    form = registry.recognise(data, "article.pdf")
    assert share_of_known(KNOWN / name, form.unlock(data, "secret")) >= 0.99


@known
@tesseract
def test_a_known_text_that_is_scanned():
    assert (
        share_of_known(KNOWN / "GUM_news_asylum", (KNOWN / "GUM_news_asylum" / "article.scan.pdf").read_bytes()) >= 0.99
    )


@known
@pytest.mark.parametrize("name", sorted(folder.name for folder in KNOWN.glob("*")))
def test_what_is_cut_off_is_told(name):
    with pytest.raises(UnreadableFileError, match="damaged"):
        read((KNOWN / name / "article.truncated.pdf").read_bytes(), "article.pdf")


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_changed_bytes_end_in_an_article_or_a_reason(monkeypatch, data):
    monkeypatch.setenv("PATH", "")
    content = bytearray(pdfs.pdf(PROSE, pdfs.Page(SECOND, pictures=[(60, 60, 100, 100)])))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(8, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(UnreadableFileError):
        assert read(bytes(content), "a.pdf")[0].blocks


def test_the_right_column_comes_first_where_words_run_from_right_to_left():
    left = [(60, 700 - 12 * n, 10, "ponm lkji") for n in range(4)]
    right = [(320, 700 - 12 * n, 10, "hgfe dcba") for n in range(4)]
    (_, text), *_ = blocks(pdfs.pdf(pdfs.Page(hebrew=[*left, *right])))
    assert text.startswith("אבגד הוזח")


LEAD = "The old bridge stays, though most of its arches are cracked and its tolls are high."
OPENING = [(60, 780, 22, "The old bridge stays for now")]


def test_a_heavier_or_larger_standfirst_is_one():
    heavy = pdfs.Page([*lines("The council met on Monday, and it kept the bridge.", top=700)], [(60, 740, 10, LEAD)])
    large = pdfs.Page([(60, 740, 13, LEAD), *lines("The council met on Monday, and it kept the bridge.", top=700)])
    for page in (heavy, large):
        found = blocks(pdfs.pdf(pdfs.Page([*OPENING, *page.lines], page.bold)))
        assert (Role.STANDFIRST, LEAD) in found


def test_a_byline_and_a_dateline_stay_apart():
    top = [*OPENING, (60, 740, 9, "By Anna Lindqvist"), (60, 718, 9, "Published on 12 March 2024")]
    found = blocks(pdfs.pdf(pdfs.Page([*top, *PROSE])))
    assert (Role.BYLINE, "By Anna Lindqvist") in found
    assert (Role.DATELINE, "Published on 12 March 2024") in found


def test_a_running_head_with_a_day_above_the_headline_is_apparatus():
    head = [(60, 815, 12, "The Harbour Evening Post — Monday 12 March 2024")]
    found = blocks(pdfs.pdf(pdfs.Page([*head, *OPENING, *PROSE])))
    assert found[0] == (Role.APPARATUS, head[0][3])


def test_what_somebody_says_in_the_text_is_no_heading_when_it_is_repeated_in_large_letters():
    pulled = [(60, 690, 14, "“Nobody wants a new bridge” The mayor")]
    said = lines("She was calm. “Nobody wants a new bridge”, the mayor said as the meeting was over.", top=650)
    assert blocks(pdfs.pdf(pdfs.Page([*OPENING, *PROSE, *pulled, *said])))[2][0] is Role.QUOTATION


def test_a_footnote_in_the_letters_of_the_text_is_known_by_its_raised_mark():
    mark = "BT /F1 10 Tf 60 640 Td (The bridge is cracked in 40 places) Tj /F1 6 Tf 4 Ts (1) Tj ET"
    page = pdfs.Page([*PROSE, (60, 300, 10, "1 Report of the council, page 12.")], content=mark)
    assert blocks(pdfs.pdf(page))[-1] == (Role.FOOTNOTE, "1 Report of the council, page 12.")


def test_speech_in_letters_that_seem_larger_is_no_heading():
    said = [(60, 620, 12, "\u2014 You kept the bridge!")]
    found = blocks(pdfs.pdf(pdfs.Page([*OPENING, *PROSE, *SECOND, *said])))
    assert (Role.PARAGRAPH, said[0][3]) in found
