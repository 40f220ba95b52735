"""Entities of the library as rows."""

import pytest
from PySide6.QtCore import Qt

from apostil.domain.entity import Kind
from apostil.domain.names import Companion, Named
from apostil.ui.models.named_model import NamedModel, Roles, company, frequency

ADA = Named("person:ada quill", Kind.PERSON, "Ada Quill", mentions=3, articles=1)
MILL = Named("location:mill", Kind.LOCATION, "Mill", mentions=1, articles=2)


@pytest.fixture
def model(qapp):
    return NamedModel()


def test_a_row_says_name_kind_and_articles(model):
    model.show_named([ADA, MILL])
    assert model.index(1).data() == "Mill"
    assert model.index(1).data(Roles.FACTS) == "place · 2 articles"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Ada Quill, person · 1 article"
    assert model.at(0) == model.index(0).data(Roles.NAMED) == ADA


def test_the_same_rows_are_not_shown_anew(model, qtbot):
    model.show_named([ADA])
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_named([ADA])


def test_frequencies_are_told_in_words():
    assert frequency(ADA) == "3 mentions in 1 article"
    assert company(Companion(MILL, 1, 1)) == "1 sentence in 1 article"
