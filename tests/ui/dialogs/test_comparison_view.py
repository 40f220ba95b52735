import pytest

from apostil.domain.article import Piece, compose
from apostil.services.comparing import Change, compare
from apostil.ui.dialogs.comparison_view import ComparisonView
from support import panels

OLDER = compose(
    [Piece(f"Sentence number {number} stays exactly as it was.") for number in range(4)]
    + [Piece("The mill costs four million."), Piece("Nobody was asked about it at all."), Piece("Last <b>words</b>.")]
)
NEWER = compose(
    [Piece(f"Sentence number {number} stays exactly as it was.") for number in range(4)]
    + [Piece("The mill costs six million."), Piece("Ships were turned away in July."), Piece("Last <b>words</b>.")]
)


@pytest.fixture
def view(qtbot):
    view = ComparisonView(panels.LIGHT)
    qtbot.addWidget(view)
    return view


def show(view, older=OLDER, newer=NEWER, *, everything=False):
    spans = [tuple(block.span for block in one.blocks) for one in (older, newer)]
    view.show_lines(older.text, newer.text, compare(older, newer, *spans).lines, everything=everything)
    return view.toPlainText().split("\n")


def test_what_changed_is_said_in_words_and_signs(view):
    assert show(view) == [
        "⋯  3 sentences are the same",
        "Sentence number 3 stays exactly as it was.",
        "≠  Changed – before",
        "The mill costs four million.",
        "≠  Changed – now",
        "The mill costs six million.",
        "−  Removed",
        "Nobody was asked about it at all.",
        "+  Added",
        "Ships were turned away in July.",
        "Last <b>words</b>.",
    ]


def test_everything_can_be_shown(view):
    assert show(view, everything=True)[:2] == [
        "Sentence number 0 stays exactly as it was.",
        "Sentence number 1 stays exactly as it was.",
    ]


def look(view, words):
    cursor = view.document().find(words)
    return cursor.charFormat()


@pytest.mark.parametrize(
    ("words", "struck", "underlined"),
    [("four", True, False), ("six", False, True), ("Nobody", True, False), ("Ships", False, True)],
)
def test_words_that_differ_are_struck_or_underlined(view, words, struck, underlined):
    show(view)
    assert (look(view, words).fontStrikeOut(), look(view, words).fontUnderline()) == (struck, underlined)


def test_words_that_stay_are_plain(view):
    show(view)
    assert not look(view, "million").fontStrikeOut()


def test_a_sentence_that_moved_says_so(view):
    lines = show(view, OLDER, compose([Piece(block.span.cut(OLDER.text)) for block in OLDER.blocks[::-1]]))
    assert any(line.startswith("↕  Moved") for line in lines)


def test_one_goes_from_change_to_change_and_round(view):
    show(view)
    seen = []
    for _ in range(4):
        view.go(1)
        seen.append(view.changes[view.current][0])
    assert seen == [Change.CHANGED, Change.REMOVED, Change.ADDED, Change.CHANGED]
    view.go(-1)
    assert view.changes[view.current][0] is Change.ADDED


def test_the_present_change_is_where_the_cursor_is(view):
    show(view)
    view.go(1)
    assert view.textCursor().block().text() == "≠  Changed – before"
    assert len(view.extraSelections()) == 2


def test_before_the_first_one_comes_the_last(view):
    show(view)
    view.go(-1)
    assert view.changes[view.current][0] is Change.ADDED


def test_two_that_are_the_same_have_nowhere_to_go(view):
    assert show(view, OLDER, OLDER) == ["⋯  7 sentences are the same"]
    view.go(1)
    assert view.current == -1
