import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

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


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_enter_and_escape_finish_the_line_and_go_no_further(line, qtbot, key):
    press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(line.finished):
        line.keyPressEvent(press)
    assert press.isAccepted()


def test_escape_drops_what_was_typed(line, qtbot):
    qtbot.keyClicks(line, ", flo")
    with qtbot.assertNotEmitted(line.settled):
        qtbot.keyClick(line, Qt.Key.Key_Escape)
        line.settle()
    assert line.text() == "port"


POPS_UP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The platform without a screen remarks upon completions that pop up."""


@pytest.fixture
def popup(line, qtbot):
    """The completions of a line in which a tag is being typed."""
    line.offer(["flood", "flour"])
    line.setFocus()
    qtbot.keyClicks(line, ", fl")
    popup = line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    return popup


@POPS_UP
def test_enter_takes_the_chosen_completion_and_the_next_one_all(line, popup, qtbot):
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(line.finished):
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "port, flood"
    assert not popup.isVisible()
    with qtbot.waitSignals([line.settled, line.finished]):
        qtbot.keyClick(line, Qt.Key.Key_Return)


@POPS_UP
def test_escape_drops_what_was_typed_with_its_completions(line, popup, qtbot):
    with qtbot.waitSignal(line.finished):
        qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert line.text() == "port"


@POPS_UP
def test_the_completions_leave_the_line_free(line, popup):
    field = QRect(line.mapToGlobal(QPoint(0, 0)), line.size())
    assert not popup.geometry().intersects(field)
    popup.move(popup.x(), field.top() - popup.height() + 4)
    assert not popup.geometry().intersects(field)


@POPS_UP
def test_the_completions_have_an_edge(popup):
    picture = popup.grab().toImage()
    assert picture.pixelColor(20, 0).rgb() == popup.palette().mid().color().rgb()


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
