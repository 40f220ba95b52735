import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent

from apostil.ui.panels.tags_edit import TagsEdit


@pytest.fixture
def line(shown):
    made = shown(TagsEdit(), height=30)
    made.show_tags(("port",))
    made.end(False)
    return made


def completions(line, typed):
    """What the line would become, for each tag that is offered."""
    line.setText(typed)
    completer = line.completer()
    completer.setCompletionPrefix(completer.splitPath(typed)[0])
    model = completer.completionModel()
    return [completer.pathFromIndex(model.mapToSource(model.index(row, 0))) for row in range(model.rowCount())]


def test_tags_are_shown_with_commas(line):
    line.show_tags(("port", "flood"))
    assert line.text() == "port, flood"


def test_enter_settles_what_was_typed(line, qtbot):
    qtbot.keyClicks(line, ", flood , Port")
    with qtbot.waitSignal(line.settled) as settled:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert settled.args == [("port", "flood")]


def test_leaving_the_line_settles_it(line, qtbot):
    qtbot.keyClicks(line, ", flood")
    with qtbot.waitSignal(line.settled):
        line.focusOutEvent(_leaving(Qt.FocusReason.TabFocusReason))


def test_the_list_of_completions_does_not_settle_it(line, qtbot):
    qtbot.keyClicks(line, ", fl")
    with qtbot.assertNotEmitted(line.settled):
        line.focusOutEvent(_leaving(Qt.FocusReason.PopupFocusReason))


def test_the_same_tags_are_settled_once(line, qtbot):
    with qtbot.assertNotEmitted(line.settled):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_what_is_being_typed_is_not_overwritten(line, qtbot):
    qtbot.keyClicks(line, ", fl")
    line.show_tags(("harbour",))
    assert line.text() == "port, fl"


@pytest.mark.parametrize(
    ("typed", "lines"),
    [("fl", ["flood"]), ("port, FIG", ["port, figures"]), ("port, o", ["port, port", "port, flood"]), ("zebra", [])],
)
def test_the_tag_at_the_end_is_completed(line, typed, lines):
    line.offer(["figures", "port", "flood"])
    assert completions(line, typed) == lines


def _leaving(reason):
    return QFocusEvent(QEvent.Type.FocusOut, reason)
