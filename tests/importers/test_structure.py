import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Role, compose
from apostil.importers.structure import structured
from support import documents

SHARED = Path(__file__).parents[3] / "shared" / "articles"
BODY = (
    "The council met on Monday evening and decided to keep the old bridge open for another year.",
    "Its members had been divided for months, and the vote was closer than anyone had expected it to be.",
)


def roles(text):
    return [piece.role for piece in structured(text)]


def role_of(words, text):
    return next(piece.role for piece in structured(text) if piece.text.startswith(words))


ENGLISH = [
    Role.HEADLINE,
    *[Role.STANDFIRST] * 2,
    *[Role.PARAGRAPH] * 3,
    Role.HEADING,
    *[Role.PARAGRAPH] * 2,
    Role.BYLINE,
]
FRENCH = [
    Role.HEADLINE,
    *[Role.PARAGRAPH] * 2,
    Role.HEADING,
    Role.PARAGRAPH,
    *[Role.LIST_ITEM] * 2,
    Role.HEADING,
    *[Role.PARAGRAPH] * 3,
    Role.BYLINE,
]


def test_english_article_with_teasers_behind_its_byline():
    assert roles(documents.text("harbour.en.txt")) == [*ENGLISH, *[Role.APPARATUS] * 4]


def test_french_article_with_sections_and_a_list():
    assert roles(documents.text("barrage.fr.txt")) == FRENCH


def test_blank_lines_between_the_blocks_change_nothing():
    text = documents.text("harbour.en.txt")
    assert roles(text.replace("\n", "\n\n")) == roles(text)


def test_the_third_of_lettered_items_is_no_copyright_line():
    lines = ["The rules name three cases.", "(a) Boats", "(b) Carts", "(c) Horses", *BODY]
    assert roles("\n\n".join(lines))[1:4] == [Role.LIST_ITEM] * 3


def test_items_keep_their_dashes():
    assert "-Une crue évacuée" in compose(structured(documents.text("barrage.fr.txt"))).text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mali-data-center.en.txt", "HSSPPPPhPPPPB" + "A" * 11),
        ("mali-data-center.fr.txt", "HPPhPLLhPPhPPPB"),
    ],
)
def test_shared_articles(name, expected):
    path = SHARED / name
    if not path.is_file():
        pytest.skip("the shared articles are not here")
    letters = {
        Role.HEADLINE: "H",
        Role.STANDFIRST: "S",
        Role.PARAGRAPH: "P",
        Role.HEADING: "h",
        Role.BYLINE: "B",
        Role.LIST_ITEM: "L",
        Role.APPARATUS: "A",
    }
    assert "".join(letters[role] for role in roles(path.read_text("utf-8"))) == expected


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Oriane Veldt", Role.BYLINE),
        ("Par Aline Courtanche et Marlo Tessen", Role.BYLINE),
        ("Oriane Veldt", Role.BYLINE),
        ("Oriane Veldt | The Lindara Post", Role.BYLINE),
        ("By Oriane Veldt | 12 March 2024", Role.BYLINE),
        ("Published on 12 March 2024 at 10:30", Role.DATELINE),
        ("Publié le mercredi 1er mai 2024 à 10h30", Role.DATELINE),
        ("Lindara, March 12", Role.DATELINE),
        ("A vote that nobody saw coming divides the town", Role.STANDFIRST),
        ("Share this article", Role.APPARATUS),
        ("Photo: the old bridge at dusk", Role.CAPTION),
    ],
)
def test_line_below_the_headline(line, role):
    assert role_of(line, "\n".join(["Town keeps its old bridge", line, *BODY])) is role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Why the bridge matters: a long story", Role.HEADING),
        ("2. Why the bridge matters", Role.HEADING),
        ("Et maintenant ?", Role.HEADING),
        ("- one reason", Role.LIST_ITEM),
        ("-Une raison", Role.LIST_ITEM),
        ("• une raison", Role.LIST_ITEM),
        ("1) the first reason.", Role.LIST_ITEM),
        ("-5 degrees were measured on the bridge that night.", Role.PARAGRAPH),
        ("« Nous garderons ce pont. »", Role.QUOTATION),
        ('"We shall keep this bridge."', Role.QUOTATION),
        ("« Nous garderons ce pont », a dit la maire.", Role.PARAGRAPH),
        ('"Keep it," he said, "and mend it."', Role.PARAGRAPH),
        ("À lire aussi : le pont en dix images", Role.APPARATUS),
        ("Read more: the bridge in ten pictures", Role.APPARATUS),
        ("We use cookies to improve your visit. Accept all cookies.", Role.APPARATUS),
        ("© 2024 The Lindara Post. All rights reserved", Role.APPARATUS),
        ("* * *", Role.APPARATUS),
    ],
)
def test_line_between_paragraphs(line, role):
    assert role_of(line, "\n".join(["Town keeps its old bridge", *BODY, line, *BODY])) is role


@pytest.mark.parametrize("line", ["Marlo Tessen", "M.Tessen/Lindara-Post.com", "Propos recueillis par Marlo Tessen"])
def test_byline_at_the_end(line):
    assert roles("\n".join(["Town keeps its old bridge", *BODY, line]))[-1] is Role.BYLINE


def test_a_heading_of_ordinary_words_is_no_byline():
    text = "\n".join(["Town keeps its old bridge", *BODY, "The vote on the bridge was an open one.", "Old Bridge"])
    assert roles(text)[-1] is not Role.BYLINE


def test_topics_below_the_name_of_the_author_are_none():
    body = [f"{BODY[0]} On a parlé d'un port et de l'écluse, du pont et de la digue.", BODY[1]]
    lines = ["Le port garde son pont", "Par Oriane Veldt", *body, "Oriane Veldt", "Port Écluse Pont Digue"]
    assert roles("\n\n".join(lines))[-2:] == [Role.BYLINE, Role.APPARATUS]


def test_the_headline_of_an_interview_may_be_a_quotation():
    lines = ["« Le pont tiendra encore »", "Propos recueillis par Oriane Veldt", "Faut-il le fermer ?", *BODY]
    assert roles("\n\n".join(lines))[:2] == [Role.HEADLINE, Role.BYLINE]


def test_sentences_between_headline_and_byline_are_a_standfirst():
    lead = "The vote was close. The bridge stays."
    assert role_of(lead, "\n\n".join(["Town keeps its old bridge", lead, "By Oriane Veldt", *BODY])) is Role.STANDFIRST


def test_what_a_related_line_opens_is_apparatus():
    text = "\n".join(
        ["Town keeps its old bridge", *BODY, "Lire aussi", "Le pont en dix images", "Un pont de trop", *BODY]
    )
    assert roles(text)[3:] == [*[Role.APPARATUS] * 3, *[Role.PARAGRAPH] * 2]


def test_the_name_of_a_section_above_the_headline_is_apparatus():
    assert roles("\n".join(["World", "Town keeps its old bridge", *BODY]))[:2] == [Role.APPARATUS, Role.HEADLINE]


def test_a_single_line_is_a_paragraph():
    assert roles("Nothing but a line") == [Role.PARAGRAPH]


def test_many_short_lines_are_no_headings():
    names = ["Alder wood", "Birch wood", "Cedar wood", "Date palm wood"]
    found = roles("\n".join(["Town keeps its old bridge", *BODY, *names, *BODY]))
    assert found[3:7] == [Role.PARAGRAPH] * 4


@given(st.text())
def test_every_word_comes_through_in_order(text):
    words = re.findall(r"\w+", compose(structured(text)).text)
    assert words == re.findall(r"\w+", compose([*map(_piece, re.split(r"[\n\r\x0b\x0c\x85\u2028\u2029]", text))]).text)


@given(st.lists(st.sampled_from([*BODY, "Marlo Tessen", "- item", "Lire aussi", "Short line", "", "By A. B", "x..."])))
def test_blocks_cover_the_text(lines):
    article = compose(structured("\n".join(lines)))
    assert "\n\n".join(block.span.cut(article.text) for block in article.blocks) == article.text


def _piece(line):
    from apostil.domain.article import Piece

    return Piece(line)


@pytest.mark.parametrize("line", ["Reporting by Oriane Veldt; Editing by Marlo Tessen", "(Reporting by Oriane Veldt)"])
def test_the_credits_of_an_agency_are_a_byline_with_teasers_behind_it(line):
    text = "\n\n".join(
        ("The council keeps its bridge", *BODY, line, "Our Standards: how we work.", "Ten bridges to see")
    )
    assert roles(text)[-3:] == [Role.BYLINE, Role.APPARATUS, Role.APPARATUS]


def test_byline_and_dateline_above_the_headline_are_settled():
    text = "\n\n".join(("By Oriane Veldt", "Publié le 12 mai 2024", "The council keeps its old bridge", *BODY))
    assert roles(text)[:3] == [Role.BYLINE, Role.DATELINE, Role.HEADLINE]


LINES = [
    "> a",
    "ab-\ncd",
    "*",
    "- a",
    "Word here",
    "Ada Quill",
    "Share",
    "cut off...",
    "12 March 2024",
    "A\t1\t2",
    "«",
    "",
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.timeout(40)
def test_thousands_of_lines_take_no_longer_each_than_a_few(line):
    assert len(structured("\n".join([line] * 10_000))) <= 20_000
