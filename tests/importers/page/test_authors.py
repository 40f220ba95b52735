import datetime as dt

import pytest

from apostil.importers.page.authors import people_of


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Oriane Veldt", ("Oriane Veldt",)),
        ("Oriane Veldt; Marlo Tessen", ("Oriane Veldt", "Marlo Tessen")),
        ("By Oriane Veldt", ("Oriane Veldt",)),
        ("Oriane Veldt Monday", ("Oriane Veldt",)),
        ("Oriane Veldt May", ("Oriane Veldt",)),
        ("Oriane May", ("Oriane May",)),
        ("Oriane Veldt August", ("Oriane Veldt August",)),
        ("Par Lindara Presse publié le; Mis à jour à", ("Lindara Presse",)),
        ("Oriane Veldt est journaliste au service des ports depuis", ("Oriane Veldt",)),
        ("Oriane Veldt; ORIANE VELDT; Oriane K Veldt", ("Oriane Veldt",)),
        ("Oriane Veldt; Staff writer", ("Oriane Veldt",)),
        ("Norrby Correspondent", ("Norrby Correspondent",)),
        ("The Norrby; Lindara harbour ministries", ()),
        ("The Norrby Society", ("The Norrby Society",)),
        ("Veldt avec Norrby services", ("Veldt avec Norrby services",)),
        ("Oriane Veldt; Norrby com", ("Oriane Veldt",)),
        ("Username", ()),
        ("Follow Author", ()),
        ("Last Updated May 7", ()),
        ("Wednesday", ()),
        ("May 6", ()),
        ("", ()),
    ],
)
def test_who_is_named(words, people):
    assert people_of(words, dt.date(2024, 5, 6)) == people
