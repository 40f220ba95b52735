import datetime as dt

import pytest

from apostil.importers.bylines import byline, is_agency, is_dateline, is_name


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
    ("words", "expected"),
    [("O'Neil Barnaby", True), ("Anne-Marie Duval", True), ("lower case", False), ("Anne", False), ("Anne 3", False)],
)
def test_names(words, expected):
    assert is_name(words) is expected
