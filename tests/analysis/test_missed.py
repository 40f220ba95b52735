from __future__ import annotations

import pytest

from apostil.analysis.missed import is_telling, occurrences, stands_alone
from apostil.analysis.passages import Passage
from apostil.analysis.spots import Joins, Name, Spot, key_of
from apostil.domain.article import Role
from apostil.domain.entity import Kind


def missed(text: str, *found: str, kind: Kind = Kind.PERSON, language: str = "en") -> list[str]:
    """The words at the places behind the first line that were missed, where the first line is what was found."""
    passages = [Passage(" ".join(found), 0, Role.PARAGRAPH), Passage(text, 99, Role.PARAGRAPH)]
    names = {}
    for form in found:
        start = passages[0].text.index(form)
        spot = Spot(0, start, start + len(form), form, kind, 0.9)
        names[key_of(form)] = Name(key_of(form), [spot], kind=kind)
    return [spot.text for _, spot in occurrences(passages, names, Joins(), language)]


@pytest.mark.parametrize(
    ("found", "text", "words"),
    [
        ("Moira Tennant", "Then Moira Tennant’s ferry left.", ["Moira Tennant"]),
        ("Moira Tennant", "MOIRA TENNANT WINS", ["MOIRA TENNANT"]),
        ("Tom Okafor", "Okafor asked. So Okafor left.", ["Okafor", "Okafor"]),
        ("Koffi Kpodégbé", "L’avis de Kpodégbé.", ["Kpodégbé"]),
        ("Koffi Kpodégbé", "Il parle d’Kpodégbé.", ["Kpodégbé"]),
    ],
)
def test_occurrences_that_were_missed_are_found(found: str, text: str, words: list[str]) -> None:
    assert missed(text, found) == words


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ("Moira Tennant", "Tennantville"),
        ("Tom Okafor", "They met James Okafor in Okafor Street, in Okafor-Bello."),
        ("Tom Okafor", "Write to tom@okafor.example or #Okafor."),
        ("Hope", "Hope is all they have."),
        ("Ann Rice", "Rice is dear."),
        ("Zuse", "The zuse is a tool. Zuse it."),
    ],
)
def test_what_may_be_something_else_is_not(found: str, text: str) -> None:
    assert missed(text, found) == []


def test_a_family_that_was_missed_is_not_its_member() -> None:
    passages = [Passage("Tom Okafor", 0, Role.PARAGRAPH), Passage("The Okafor family won.", 99, Role.PARAGRAPH)]
    name = Name("tom okafor", [Spot(0, 0, 10, "Tom Okafor", Kind.PERSON, 0.9)], kind=Kind.PERSON)
    (found,) = occurrences(passages, {name.key: name}, Joins(), "en")
    assert found[1].owner == "okafor,s"


def test_a_surname_of_two_is_nobodys() -> None:
    assert missed("Okafor left.", "Tom Okafor", "Ann Okafor") == []


@pytest.mark.parametrize(("word", "telling"), [("Okafor", True), ("Hope", False), ("Hope Bay", True), ("A", False)])
def test_a_common_word_tells_nothing(word: str, telling: bool) -> None:
    assert is_telling(word, "en") is telling


@pytest.mark.parametrize(
    ("text", "alone"),
    [("d’Okafor.", True), ("‘Okafor’", True), ("O'Okafor", False), ("So Okafor", True), ("Yes. Okafor", True)],
)
def test_a_name_stands_alone(text: str, alone: bool) -> None:
    start = text.index("Okafor")
    assert stands_alone(text, start, start + 6) is alone
