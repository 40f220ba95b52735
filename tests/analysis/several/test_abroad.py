"""How alike sentences of different languages are: invented stories told in English and in French."""

from __future__ import annotations

import numpy as np
import pytest

from apostil.analysis.several import abroad
from apostil.analysis.several.likeness import likeness
from support.several import part

PORT_EN = [
    "Togolese officials opened a new container terminal in Kara on Tuesday, March 4, during the fifth Harbour Days.",
    "The terminal can handle 120,000 containers a year, according to its operator, Sirocco Maritime.",
    "Sirocco Maritime invested 45 million euros in cranes and electric vehicles.",
    "Togo wants to reduce its dependence on foreign ports and to modernise its customs administration.",
    "Fishermen protested on Monday against the construction, which destroyed a traditional market.",
    "The environmental association Blue Delta demands an independent study of pollution.",
    "President Ama Lawson promised 800 permanent jobs before December.",
    "Neighbouring Benin and Ghana have announced comparable projects.",
    "Customs officers of Benin attended a seminar in Ghana.",
]
PORT_FR = [
    "Le Togo a inauguré officiellement à Kara, mardi 4 mars, un terminal, lors de la 5e édition de la fête.",
    "Selon son opérateur Sirocco Maritime, le terminal peut traiter 120 000 conteneurs par an.",
    "Sirocco Maritime a investi 45 millions d’euros dans des grues et des véhicules électriques.",
    "Le pays veut réduire sa dépendance envers les ports étrangers et moderniser l’administration des douanes.",
    "Lundi, des pêcheurs ont protesté contre la construction, qui a détruit un marché traditionnel.",
    "L’association environnementale Blue Delta réclame une étude indépendante de la pollution.",
    "La présidente Ama Lawson a promis 800 emplois permanents avant décembre.",
    "Le Bénin et le Ghana voisins ont annoncé des projets comparables.",
    "Les administrations du Togo manquent encore de personnel et de véhicules.",
]
NAMES_EN = [("Togolese", "TG"), ("Togo ", "TG"), ("Kara", "geonames:1"), ("Benin", "BJ"), ("Ghana", "GH")]
NAMES_FR = [("Togo", "TG"), ("Kara", "geonames:1"), ("Bénin", "BJ"), ("Ghana", "GH")]
EVERYWHERE = [("Sirocco Maritime", ""), ("Blue Delta", ""), ("Ama Lawson", "")]
SAME = range(8)


@pytest.fixture(scope="module")
def compared() -> np.ndarray:
    """How alike each English sentence is to each French one."""
    english = part(PORT_EN, names=[*NAMES_EN, *EVERYWHERE], numbers=["120,000", "45 million", "800"])
    french = part(PORT_FR, "fr", names=[*NAMES_FR, *EVERYWHERE], numbers=["120 000", "45 millions", "800"])
    known = likeness([english, french])
    found = np.zeros((len(known.owners), len(known.owners)))
    rows = np.repeat(np.arange(len(known.owners)), np.diff(known.starts))
    found[rows, known.others] = known.degrees
    return found[: len(PORT_EN), len(PORT_EN) :]


@pytest.mark.parametrize("index", SAME)
def test_sentences_that_mean_the_same_repeat_each_other(compared: np.ndarray, index: int) -> None:
    assert compared[index, index] == 1


def test_sentences_on_the_same_subject_repeat_none(compared: np.ndarray) -> None:
    others = compared.copy()
    others[SAME, SAME] = 0

    assert others.max() < 1


HARVEST_EN = ["Farmers lost half of the wheat harvest after the drought.", "The lake is open to fishermen on Sundays."]
HARVEST_FR = [
    "Après la sécheresse, les agriculteurs ont perdu la moitié de la récolte de blé.",
    "Le maire a payé la route.",
]


def test_words_of_one_meaning_are_enough() -> None:
    known = likeness([part(HARVEST_EN), part(HARVEST_FR, "fr")])

    assert [(others.tolist(), degrees.tolist()) for others, degrees in map(known.near, range(4))] == [
        ([2], [1.0]),
        ([], []),
        ([0], [1.0]),
        ([], []),
    ]


def test_nothing_in_common_makes_nothing_to_compare() -> None:
    assert not list(abroad.degrees([["cognate:port"], ["cognate:quay"]], np.array([0, 1])))


def test_within_a_language_nothing_is_compared_here() -> None:
    bridges = [["day:4.3"], ["day:4.3"], ["day:4.3"]]

    found = np.concatenate([degrees for _, degrees in abroad.degrees(bridges, np.array([0, 0, 1]))])

    assert found[0, 1] == 0 < found[0, 2]


@pytest.mark.parametrize(("less", "more"), [("10", "48"), ("10", "10%"), ("10", "2.5")])
def test_small_bare_figures_say_little(less: str, more: str) -> None:
    bridges = [[f"figure:{less}", "sign:a"], [f"figure:{more}", "sign:b"]] * 2
    bridges[2:] = [[*bridges[0], "sign:c"], [*bridges[1], "sign:c"]]

    found = np.concatenate([degrees for _, degrees in abroad.degrees(bridges, np.array([0, 0, 1, 1]))])

    assert found[0, 2] < found[1, 3]


def test_languages_are_numbered_sentence_by_sentence() -> None:
    assert abroad.languages_of(["en", "fr", "en"], [2, 1, 1]).tolist() == [0, 0, 1, 0]
