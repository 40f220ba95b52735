import pytest

from apostil.domain.edits import GlossaryEdit, LibraryCorrectionsEdit
from apostil.domain.entity import Kind, SameAs, Scope
from apostil.domain.errors import LibraryError
from apostil.domain.glossary import GlossaryEntry
from apostil.services.corrections import previewing
from apostil.store.glossary import Glossary
from apostil.ui import chooser
from apostil.ui.accessibility import nameless
from apostil.ui.correcting import Count
from apostil.ui.dialogs.glossary import GlossaryDialog
from apostil.ui.dialogs.glossary_entry import EntryDialog
from support import panels
from support.main_windows import in_dialog

SENDARE = GlossaryEntry("Sendaré", Kind.ORGANIZATION)
OUME = GlossaryEntry("Oumé", Kind.LOCATION, "fr", "River Oumé")


@pytest.fixture
def dialog(room, qtbot):
    room.desk.do(GlossaryEdit("Add", (), (SENDARE, OUME)))
    made = GlossaryDialog(room.window.corrector, panels.LIGHT, room.window)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(dialog):
    model = dialog.model
    return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]


def choose(dialog, text):
    dialog.table.selectRow(dialog.model.row_of(text))


def kind_of(room, name):
    return next(one.kind for one in room.desk.entities if one.name == name)


def test_every_entry_stands_in_the_table(dialog):
    assert rows(dialog) == [
        ["Oumé", "place", "French", "River Oumé", "always"],
        ["Sendaré", "organisation", "any", "", "always"],
    ]


def test_every_line_that_is_not_understood_is_reported(room, dialog, qtbot, monkeypatch):
    problems = ("Line 2 has no kind.", "Line 5 has no kind.")
    monkeypatch.setattr(room.library, "glossary", lambda: Glossary(problems=problems))
    made = GlossaryDialog(room.window.corrector, panels.LIGHT, room.window)
    qtbot.addWidget(made)
    assert made.report.toPlainText() == "Line 2 has no kind.\nLine 5 has no kind."
    assert not made.report_row.isHidden()


def test_a_report_can_be_put_away(dialog, qtbot):
    dialog._report("One line.")
    assert dialog.report.isVisible()
    dialog.put_away.click()
    assert not dialog.report.isVisible()


def test_a_glossary_without_problems_has_no_report(dialog):
    assert dialog.report_row.isHidden()


def test_lines_are_filtered(dialog, qtbot):
    qtbot.keyClicks(dialog.filter, "river")
    assert [row[0] for row in rows(dialog)] == ["Oumé"]
    assert dialog.state.text() == "1 of 2 lines"


def test_an_entry_is_added_and_shows_in_the_article(room, dialog):
    def fill(asked):
        asked.text.setText("Rosa Lindqvist")
        asked.kind.setCurrentIndex(3)
        asked.accept()

    in_dialog(fill)
    dialog.add()
    room.jobs.run()
    assert dialog.chosen()[0].entry == GlossaryEntry("Rosa Lindqvist", Kind.GROUP)
    assert kind_of(room, "Rosa Lindqvist") is Kind.GROUP


def test_an_entry_is_changed(room, dialog):
    choose(dialog, "Sendaré")
    in_dialog(lambda asked: (asked.kind.setCurrentIndex(2), asked.accept()))
    dialog.change_button.click()
    room.jobs.run()
    assert kind_of(room, "Sendaré") is Kind.LOCATION


def test_entries_are_deleted_as_one_step_of_undo(room, dialog):
    dialog.table.selectAll()
    dialog.delete_button.click()
    room.jobs.run()
    assert rows(dialog) == []
    assert dialog.state.text().startswith("Nothing yet.")
    room.desk.undo_stack.undo()
    assert len(rows(dialog)) == 2


def test_what_holds_in_the_library_stands_there_too(room, dialog):
    room.desk.do(LibraryCorrectionsEdit("Join", (), (SameAs("UTN", "Northern Transport Union"),)))
    choose(dialog, "UTN")
    assert rows(dialog)[-1] == ["UTN", "same as", "any", "Northern Transport Union", "in this library"]
    assert not dialog.change_button.isEnabled()
    assert "made anew in an article" in dialog.change_button.toolTip()
    assert dialog.delete_button.isEnabled()


def test_a_list_is_taken_in_with_a_report(room, dialog, tmp_path):
    (tmp_path / "names.tsv").write_text("Sendaré\tLOC\nOumeans\tNORP\nZed\tqueen\n", "utf-8")
    in_dialog(lambda box: box.defaultButton().click())
    dialog.take_in(tmp_path / "names.tsv")
    room.jobs.run()
    said = dialog.report.toPlainText().splitlines()
    assert said[0] == "3 lines were read: 1 new, 1 changed, 1 not understood."
    assert said[1].startswith("Line 3 was left out: “queen” is no kind.")
    assert room.desk.undo_stack.undoText() == "Import glossary"
    assert dialog.model.total == 3


def test_what_a_list_changes_is_said_before_it_is_taken_in(room, dialog, tmp_path):
    (tmp_path / "names.tsv").write_text("Sendaré\tLOC\n", "utf-8")
    said = []
    in_dialog(lambda box: (said.append(box.informativeText()), box.reject()))
    dialog.take_in(tmp_path / "names.tsv")
    room.jobs.run()
    assert said[0].startswith("Changes ")
    assert room.library.glossary().entries == (SENDARE, OUME)
    assert dialog.report.toPlainText() == "The list was not taken in."


def test_closing_while_it_is_counted_takes_nothing_in(room, dialog, tmp_path):
    (tmp_path / "names.tsv").write_text("Sendaré\tLOC\n", "utf-8")
    counts = []
    dialog._corrector.preview = lambda *_asked: counts.append(Count()) or counts[0]
    dialog.take_in(tmp_path / "names.tsv")
    room.jobs.run()
    dialog.reject()
    assert counts[0].stopped


def test_a_list_that_cannot_be_counted_says_why(room, dialog, tmp_path, monkeypatch):
    (tmp_path / "names.tsv").write_text("Sendaré\tLOC\n", "utf-8")

    def refuse(*_asked):
        raise LibraryError("The disk is gone.")

    monkeypatch.setattr(previewing, "preview", refuse)
    dialog.take_in(tmp_path / "names.tsv")
    room.jobs.run()
    assert dialog.report.toPlainText() == "The disk is gone."
    assert room.library.glossary().entries == (SENDARE, OUME)


def test_a_list_that_cannot_be_read_is_said(room, dialog, tmp_path):
    dialog.take_in(tmp_path / "none.tsv")
    room.jobs.run()
    assert "not there any more" in dialog.report.toPlainText()


def test_the_list_is_handed_on(room, dialog, tmp_path):
    dialog.hand_on(tmp_path / "names.tsv")
    room.jobs.run()
    assert "Oumé\tlocation\tfr\tRiver Oumé" in (tmp_path / "names.tsv").read_text("utf-8")
    assert dialog.report.toPlainText().startswith("2 lines written to")


def test_without_a_file_nothing_happens(room, dialog, monkeypatch):
    monkeypatch.setattr(chooser, "list_to_import", lambda _parent: None)
    monkeypatch.setattr(chooser, "list_target", lambda _parent: None)
    dialog.take_in()
    dialog.hand_on()
    room.jobs.run()
    assert not dialog.report.isVisible()


def test_without_a_choice_nothing_can_be_changed(dialog):
    dialog.table.clearSelection()
    dialog.change()
    dialog.delete()
    assert dialog.change_button.toolTip() == "Select one line first"
    assert dialog.delete_button.toolTip() == "Select a line first"


def test_where_one_can_only_read_it_says_why(read_only_room, qtbot):
    made = GlossaryDialog(read_only_room.window.corrector, panels.LIGHT, read_only_room.window)
    qtbot.addWidget(made)
    assert not made.add_button.isEnabled()
    assert made.add_button.toolTip() == read_only_room.desk.read_only_because


def test_everything_has_a_name(dialog):
    assert nameless(dialog) == []


def test_the_command_opens_it(room):
    seen = in_dialog(lambda asked: asked.accept())
    room.action("glossary").trigger()
    assert seen[0].objectName() == "glossaryDialog"


@pytest.mark.parametrize("entry", [SENDARE, OUME, GlossaryEntry("Le", None, "sw", scope=Scope.LIBRARY)])
def test_an_entry_is_shown_as_it_is(qtbot, entry):
    asked = EntryDialog(panels.LIGHT, entry)
    qtbot.addWidget(asked)
    assert asked.entry() == entry
