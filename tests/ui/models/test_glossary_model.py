import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from apostil.domain.entity import Kind, NotAnEntity, OtherExtent, Renamed, Scope
from apostil.domain.glossary import GlossaryEntry
from apostil.services.corrections.listing import Said
from apostil.ui.models.glossary_model import KIND, TEXT, GlossaryModel

LINES = (
    Said(GlossaryEntry("Mali", Kind.LOCATION)),
    Said(GlossaryEntry("Émile", Kind.PERSON, "fr", "Émile Zola")),
    Said(GlossaryEntry("Le", None), None),
    Said(GlossaryEntry("UN", None, "", "United Nations", Scope.LIBRARY), Renamed("UN", "United Nations"), False),
    Said(GlossaryEntry("Mali E", None, "", "Mali", Scope.LIBRARY), OtherExtent("Mali E", "Mali"), False),
    Said(GlossaryEntry("La", None, scope=Scope.LIBRARY), NotAnEntity("La", everywhere=True)),
)


@pytest.fixture
def model(qapp):
    model = GlossaryModel()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(LINES)
    return model


def column(model, number):
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_lines_are_sorted_without_accents(model):
    assert column(model, TEXT) == ["Émile", "La", "Le", "Mali", "Mali E", "UN"]


def test_kinds_are_said_in_words(model):
    assert column(model, KIND) == ["person", "not a name", "not a name", "place", "other words", "renamed"]


def test_another_column_can_sort(model):
    model.sort(KIND, Qt.SortOrder.DescendingOrder)
    assert column(model, KIND)[0] == "renamed"


@pytest.mark.parametrize(("words", "found"), [("emile", ["Émile"]), ("library", ["La", "Mali E", "UN"]), ("zz", [])])
def test_every_column_is_looked_through(model, words, found):
    model.set_words(words)
    assert column(model, TEXT) == found
    assert model.total == 6


def test_columns_have_names(model):
    heads = [model.headerData(section, Qt.Orientation.Horizontal) for section in range(model.columnCount())]
    assert heads == ["Words", "Kind", "Language", "Called", "Holds"]


def test_a_line_is_found_by_its_words(model):
    assert (model.row_of("Mali"), model.row_of("Gao")) == (3, -1)
