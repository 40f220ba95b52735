from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from apostil.ui.forms import Form, align


def a_form(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window, Form(window)


def test_a_row_is_born_with_label_buddy_name_and_help(qtbot):
    window, form = a_form(qtbot)
    field = form.row("&Title:", QLineEdit(), "As it was printed.")
    label = next(label for label in window.findChildren(QLabel) if label.text() == "&Title:")
    assert label.buddy() is field
    assert field.accessibleName() == "Title"
    assert field.accessibleDescription() == "As it was printed."
    assert any(label.text() == "As it was printed." for label in window.findChildren(QLabel))


def test_a_label_can_stand_for_one_of_several_widgets(qtbot):
    window, form = a_form(qtbot)
    beside = QWidget()
    layout = QHBoxLayout(beside)
    field = QLineEdit()
    layout.addWidget(field)
    assert form.row("&Day", field, beside=beside) is field
    assert beside.parent() is window


def test_a_fact_can_be_selected_but_not_changed(qtbot):
    _window, form = a_form(qtbot)
    fact = form.fact("SHA-256", "<b>0f</b>")
    assert fact.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert fact.textFormat() is Qt.TextFormat.PlainText


def test_labels_of_forms_over_one_another_are_equally_wide(qtbot):
    _first_window, first = a_form(qtbot)
    _second_window, second = a_form(qtbot)
    fields = first.row("A", QLineEdit()), second.row("A label that is much longer", QLineEdit())
    align(first, second)
    labels = [form.labelForField(field) for form, field in zip((first, second), fields, strict=True)]
    assert labels[0].minimumWidth() == labels[1].minimumWidth() > 0
