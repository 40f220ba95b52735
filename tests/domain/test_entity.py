"""Names are compared without case, accents and typography."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.entity import Entity, Kind, accents, entity_id, fold, identity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("l’État", "L'Etat"),
        ("Alhamdou Ag Ilyène", "ALHAMDOU AG ILYENE"),
        ("Burkina\u00a0Faso", "burkina  faso"),
        ("cafe\u0301", "café"),
    ],
)
def test_the_same_name_folds_alike(one, other):
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_again_changes_nothing_but_case(name):
    assert fold(fold(name)) == fold(fold(fold(name)))


def test_an_identity_is_name_and_kind():
    assert entity_id("Saint-Aubrac", Kind.LOCATION) == "location:saint-aubrac"


@pytest.mark.parametrize(("known", "said"), [("", "group:algeriens"), ("DZ", "group:DZ")])
def test_a_library_goes_by_what_is_known_before_the_name(known, said):
    assert identity(Entity("", "Algériens", Kind.GROUP, (), known=known)) == said


@pytest.mark.parametrize(("name", "count"), [("Noel", 0), ("Noël", 1), ("Hà Nội", 3), ("", 0)])
def test_accents_are_counted(name, count):
    assert accents(name) == count
