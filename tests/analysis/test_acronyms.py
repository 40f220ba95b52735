from __future__ import annotations

import pytest

from apostil.analysis.acronyms import introductions


def introduced(text: str, *names: str) -> list[tuple[str, str]]:
    places = {text.index(name) + len(name): text.index(name) for name in names}
    return [(text[slice(*found.acronym)], text[slice(*found.words)]) for found in introductions(text, places)]


@pytest.mark.parametrize(
    ("text", "names", "pairs"),
    [
        ("the Union of Island Ports (UIP) met", ["Union of Island Ports"], [("UIP", "Union of Island Ports")]),
        ("At the Union of Island Ports (UIP)", ["Island Ports"], [("UIP", "Union of Island Ports")]),
        ("the Union of Island Ports (UIP) met", [], [("UIP", "Union of Island Ports")]),
        ("l’Union des ports insulaires (l'UPI)", [], [("UPI", "Union des ports insulaires")]),
        ("« Ligue des Îles du Nord » (LNI)", ["Ligue des Îles du Nord"], [("LNI", "Ligue des Îles du Nord")]),
        ("UIP (Union of Island Ports) met", [], [("UIP", "Union of Island Ports")]),
        ("the Ferry Fund (FerFu) pays", ["Ferry Fund"], [("FerFu", "Ferry Fund")]),
    ],
)
def test_an_acronym_leads_to_its_words(text: str, names: list[str], pairs: list[tuple[str, str]]) -> None:
    assert introduced(text, *names) == pairs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in Lorne (UIP) they met", ["Lorne"]),
        ("King Oda Renn (XIV) came", ["Oda Renn"]),
        ("he said so (UIP).", []),
        ("Moira Tennant (Lorne) won", ["Moira Tennant"]),
        ("Port Lorne (ZQX) won", ["Port Lorne"]),
        ("(UIP)", []),
    ],
)
def test_other_brackets_introduce_nothing(text: str, names: list[str]) -> None:
    assert introduced(text, *names) == []
