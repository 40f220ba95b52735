import datetime as dt

import pytest

from apostil.domain.article import Metadata, Piece, Role, compose
from apostil.importers.metadata import authors_of, completed, credited, dated, language_code, titled


def test_what_is_known_stays():
    pieces = [Piece("A headline", Role.HEADLINE), Piece("By Oriane Veldt", Role.BYLINE)]
    assert completed(Metadata(title="Known", authors=("Marlo Tessen",)), pieces).title == "Known"


def test_the_lines_of_the_article_fill_the_rest():
    pieces = [
        Piece("A headline", Role.HEADLINE),
        Piece("Oriane Veldt / The Post", Role.BYLINE),
        Piece("Published on 6 May 2024", Role.DATELINE),
    ]
    assert completed(Metadata(), pieces) == Metadata("A headline", ("Oriane Veldt",), "The Post", dt.date(2024, 5, 6))


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Ce lundi 6 mai 2024, le conseil a voté.", dt.date(2024, 5, 6)),
        ("The council voted this Monday, May 6, 2024.", dt.date(2024, 5, 6)),
        ("Ce mardi 6 mai 2024, le conseil a voté.", None),
        ("Le conseil a voté le 6 mai 2024.", None),
        ("The council voted on Monday.", None),
    ],
)
def test_an_opening_paragraph_that_names_its_own_day(opening, day):
    assert completed(Metadata(), [Piece(opening)]).published == day


def test_a_french_dateline_names_author_and_day():
    found = completed(Metadata(), [Piece("Publié le 12/11/2025 | Par Aline Courtanche", Role.DATELINE)])
    assert (found.authors, found.published) == (("Aline Courtanche",), dt.date(2025, 11, 12))


def test_the_credits_of_an_agency_name_the_author():
    found = completed(Metadata(), [Piece("Reporting by Oriane Veldt; Editing by Marlo Tessen", Role.BYLINE)])
    assert found.authors == ("Oriane Veldt",)


@pytest.mark.parametrize(("language", "day"), [("fr", dt.date(2025, 11, 12)), ("en", None), ("", None)])
def test_the_language_says_how_a_date_in_figures_is_read(language, day):
    article = compose([Piece("Orse, 12/11/2025", Role.DATELINE)], Metadata(language=language))
    assert dated(article).metadata.published == day


def test_control_characters_do_not_come_through():
    assert completed(Metadata(title="A\x00 title\n"), []).title == "A title"


@pytest.mark.parametrize(("authors", "expected"), [("Oriane Veldt; Marlo Tessen", 2), ("Admin User", 0), ("ov", 0)])
def test_authors_in_properties(authors, expected):
    assert len(credited(Metadata(), "", authors).authors) == expected


@pytest.mark.parametrize(("tag", "code"), [("fr-FR", "fr"), ("en_US", "en"), ("FR", "fr"), ("french", ""), ("", "")])
def test_language_codes(tag, code):
    assert language_code(tag) == code


def test_names_in_a_line():
    assert authors_of("A. B, C. D and E. F; A. B") == ("A. B", "C. D", "E. F")


@pytest.mark.parametrize(
    ("words", "fallback", "title"),
    [("Words.", "file", "file"), ("Words.", "", "Words."), ("word " * 40, "", ("word " * 18).strip() + "…")],
)
def test_titles(words, fallback, title):
    assert titled(compose([Piece(words)]), fallback).metadata.title == title
