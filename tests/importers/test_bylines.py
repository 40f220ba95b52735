import datetime as dt

import pytest

from apostil.importers.bylines import (
    byline,
    credits_of,
    dated_credit,
    is_agency,
    is_agency_ending,
    is_dateline,
    is_name,
)


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("By Oriane Veldt", ("Oriane Veldt",), ""),
        ("BY ORIANE VELDT", ("ORIANE VELDT",), ""),
        ("Par Aline Courtanche et Marlo Tessen", ("Aline Courtanche", "Marlo Tessen"), ""),
        ("Par Aline Courtanche, avec AFP", ("Aline Courtanche",), "AFP"),
        (
            "By Oriane Veldt, Marlo Tessen and Idris de la Roca",
            ("Oriane Veldt", "Marlo Tessen", "Idris de la Roca"),
            "",
        ),
        ("P.Lormeau/Orse-Infos.fr", ("P.Lormeau",), "Orse-Infos.fr"),
        ("Oriane Veldt / The Lindara Post", ("Oriane Veldt",), "The Lindara Post"),
        ("Oriane Veldt (Reuters)", ("Oriane Veldt",), "Reuters"),
        ("Marlo Tessen, envoyé spécial à Orse", ("Marlo Tessen",), ""),
        ("Par Marlo Tessen, à Orse", ("Marlo Tessen",), ""),
        ("By Oriane Veldt and Marlo Tessen, in Lindara Bay", ("Oriane Veldt", "Marlo Tessen"), ""),
        ("Propos recueillis par Marlo Tessen", ("Marlo Tessen",), ""),
        ("Samba Ag Ouard", ("Samba Ag Ouard",), ""),
        ("J.-P. d'Arlay", ("J.-P. d'Arlay",), ""),
    ],
)
def test_who_wrote_it(line, authors, outlet):
    found = byline(line)
    assert (found.authors, found.outlet) == (authors, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Par ailleurs, rien n’a changé",
        "By Monday",
        "The town keeps its old bridge",
        "A sentence that ends.",
        "Who is Oriane Veldt?",
        "Lindara",
        "Oriane Veldt\nMarlo Tessen",
        "7 reasons",
        "a" * 1000,
    ],
)
def test_what_is_no_byline(line):
    assert byline(line) is None


def test_a_date_in_the_byline_is_kept():
    assert byline("By Oriane Veldt | 12 March 2024").published == dt.date(2024, 3, 12)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Reporting by Oriane Veldt; Editing by Marlo Tessen", ("Oriane Veldt",)),
        (
            "(Reporting by Oriane Veldt in Lindara and Ada Quill; Editing by Marlo Tessen)",
            ("Oriane Veldt", "Ada Quill"),
        ),
        ("Reporting by Oriane Veldt; additional reporting by Ada Quill; editing by Marlo Tessen.", ("Oriane Veldt",)),
        ("(Reporting by Oriane Veldt)", ("Oriane Veldt",)),
        ("(Reportage Oriane Veldt, version française Marlo Tessen, édité par Ada Quill)", ("Oriane Veldt",)),
    ],
)
def test_the_credits_of_an_agency(line, authors):
    assert credits_of(line).authors == authors


@pytest.mark.parametrize(
    "line",
    ["", "Reporting by Oriane Veldt", "By Monday; by Tuesday", "(by the sea)", "Editing by hand; writing by foot"],
)
def test_what_is_no_agency_credit(line):
    assert credits_of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 12/11/2025 | Par Aline Courtanche",
        "Publié le 12 novembre 2025 à 14h05 par Aline Courtanche",
        "Par Aline Courtanche | Publié le 12/11/2025 à 08h30 | Mis à jour le 13/11/2025",
        "Published on 12 November 2025 | By Aline Courtanche",
    ],
)
def test_a_dateline_with_its_author(line):
    assert is_dateline(line)
    assert dated_credit(line).authors == ("Aline Courtanche",)


@pytest.mark.parametrize("line", ["Publié le 12/11/2025", "Mai 2024, par avion", "Par ailleurs, le 3 mai"])
def test_a_dateline_without_author(line):
    assert dated_credit(line) is None


def test_the_words_of_a_dateline_are_no_outlet():
    assert byline("Par Aline Courtanche - Publié le 12/11/2025").outlet == ""


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 3 mai 2024",
        "Monday, May 6, 2024",
        "LINDARA, May 6",
        "2024-05-06 10:30",
        "Mis à jour le 03/05/2024 à 10h30",
    ],
)
def test_datelines(line):
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line", ["No date here", "On May 6, the council met and decided", "May 6 was a day that many remember"]
)
def test_no_datelines(line):
    assert not is_dateline(line)


@pytest.mark.parametrize(
    ("line", "expected"), [("AFP", True), ("Avec AFP et Reuters", True), ("The Post", False), ("", False)]
)
def test_agencies(line, expected):
    assert is_agency(line) is expected


@pytest.mark.parametrize(
    "line",
    [
        "(AFP)",
        "— Reuters",
        "APA",
        "Le Monde avec AFP",
        "— Le Monde avec AFP et Reuters",
        "(AFP/The Lindara Post)",
        "(©AFP)",
    ],
)
def test_the_endings_of_agencies(line):
    assert is_agency_ending(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "()",
        "The map",
        "Map",
        "Le maire avec AFP",
        "He spoke with Reuters.",
        "(The Lindara Post)",
        "Oriane Veldt / Post",
    ],
)
def test_what_is_no_ending_of_an_agency(line):
    assert not is_agency_ending(line)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("O'Neil Barnaby", True), ("Anne-Marie Duval", True), ("lower case", False), ("Anne", False), ("Anne 3", False)],
)
def test_names(words, expected):
    assert is_name(words) is expected
