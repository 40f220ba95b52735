import pytest

from apostil.domain.choices import UNTOUCHED, Extract
from apostil.domain.leaning import Before
from apostil.domain.spans import Span
from apostil.ui.keeping import Keeper
from support import panels


@pytest.fixture
def desk(qapp, tmp_path):
    desk = panels.a_desk(tmp_path)
    desk.open(panels.add(desk.library, panels.ENGLISH, "port.txt"))
    yield desk
    desk.library.close()


@pytest.fixture
def keeper(desk):
    return Keeper(desk)


@pytest.fixture
def told(keeper):
    words = []
    keeper.told.connect(words.append)
    return words


def shown(desk):
    return [desk.survey.sentences.index(one.extract) for one in desk.summary.sentences]


@pytest.fixture
def out(desk):
    """The sentences that the method does not choose."""
    there = {one.extract for one in desk.summary.sentences}
    return [one for one in desk.survey.sentences if one not in there]


@pytest.fixture
def inside(desk):
    """The sentences that the method chooses."""
    return [one.extract for one in desk.summary.sentences]


def test_a_kept_sentence_is_in_the_summary(keeper, desk, out):
    keeper.keep(out[0])
    assert keeper.is_shown(out[0])
    assert keeper.is_kept(out[0])
    assert desk.undo_stack.undoText() == "Keep a sentence"


def test_keeping_can_be_taken_back(keeper, desk, out):
    keeper.keep(out[0])
    desk.undo_stack.undo()
    assert not keeper.is_shown(out[0])
    desk.undo_stack.redo()
    assert keeper.is_shown(out[0])


def test_keeping_twice_leaves_it_to_the_method(keeper, desk, out):
    keeper.toggle(out[0])
    keeper.toggle(out[0])
    assert desk.choices == UNTOUCHED
    assert desk.undo_stack.undoText() == "Leave a sentence to the method"


def test_a_sentence_left_out_is_not_in_the_summary(keeper, desk, inside, told):
    keeper.leave_out(inside[0])
    assert keeper.is_left_out(inside[0])
    assert not keeper.is_shown(inside[0])
    assert told == ["The sentence is left out. Undo (Ctrl+Z) takes that back."]


def test_what_was_left_out_can_be_taken_back(keeper, desk, inside):
    keeper.leave_out(inside[0])
    keeper.release(inside[0])
    assert keeper.is_shown(inside[0])
    assert desk.undo_stack.undoText() == "Take back a sentence"


@pytest.mark.parametrize(("row", "step", "place"), [(0, 1, 1), (2, -1, 1), (0, -1, 0), (4, 1, 4)])
def test_a_sentence_moves_as_far_as_there_is_room(keeper, desk, inside, row, step, place):
    keeper.move(inside[row], step)
    assert [one.extract for one in desk.summary.sentences].index(inside[row]) == place


def test_the_order_of_the_article_comes_back(keeper, desk, inside):
    keeper.place(inside[0], 3)
    assert desk.summary.arranged
    keeper.restore_order()
    assert [one.extract for one in desk.summary.sentences] == inside


def test_every_deed_is_told_in_the_place_of_the_one_before(keeper, inside, told):
    keeper.leave_out(inside[0])
    keeper.move(inside[1], 1)
    keeper.restore_order()
    assert [words.partition(". ")[0] for words in told] == [
        "The sentence is left out",
        "The sentence moved to place 2 of 5",
        "The sentences that you moved are back",
    ]


def test_a_sentence_that_is_not_shown_has_no_place(keeper, desk, out):
    keeper.move(out[0], 1)
    keeper.place(out[0], 0)
    assert desk.undo_stack.count() == 0


def test_the_sentence_before_is_kept(keeper, desk, out):
    after = desk.survey.sentences[desk.survey.sentences.index(out[0]) + 1]
    keeper.keep_before(after)
    assert keeper.is_kept(out[0])
    assert desk.undo_stack.undoText() == "Keep the sentence before"


def test_a_sentence_before_that_was_left_out_is_taken_back(keeper, desk, out, told):
    after = desk.survey.sentences[desk.survey.sentences.index(out[0]) + 1]
    keeper.leave_out(out[0])
    assert keeper.where_before(after) is Before.REFUSED
    keeper.keep_before(after)
    assert (keeper.is_left_out(out[0]), keeper.is_shown(out[0])) == (False, True)
    assert told[-1].startswith("The sentence before was taken back, and stays.")
    assert desk.undo_stack.undoText() == "Take back the sentence before"


def test_before_the_first_sentence_there_is_none(keeper, desk, told):
    keeper.keep_before(desk.survey.sentences[0])
    assert told == ["No sentence stands before this one"]


def test_the_sentence_before_may_be_there_already(keeper, desk, told):
    pairs = zip(shown(desk), shown(desk)[1:], strict=False)
    after = next(second for first, second in pairs if second == first + 1)
    keeper.keep_before(desk.survey.sentences[after])
    assert told == ["The sentence before is in the summary already"]
    assert desk.undo_stack.count() == 0


def test_a_sentence_before_that_stands_elsewhere_is_put_above(keeper, desk, out):
    after = desk.survey.sentences[desk.survey.sentences.index(out[0]) + 1]
    keeper.keep(after)
    keeper.keep_before(after)
    keeper.place(out[0], len(desk.summary.sentences) - 1)
    assert keeper.where_before(after) is Before.ELSEWHERE
    keeper.keep_before(after)
    in_order = [one.extract for one in desk.summary.sentences]
    assert in_order.index(out[0]) + 1 == in_order.index(after)
    assert desk.undo_stack.undoText() == "Move a sentence"


def test_all_choices_are_forgotten_at_once(keeper, desk, inside, out):
    keeper.keep(out[0])
    keeper.leave_out(inside[0])
    keeper.forget()
    assert desk.choices == UNTOUCHED


def test_the_sentence_at_a_place_is_found(keeper, desk):
    first, second = desk.survey.sentences[:2]
    assert keeper.at(first.span.start) == first
    assert keeper.at(second.span.end - 1) == second
    assert keeper.at(0) is None


def test_a_library_that_is_only_read_keeps_nothing(keeper, desk, out, told, monkeypatch):
    monkeypatch.setattr(type(desk), "read_only", True)
    monkeypatch.setattr(type(desk), "read_only_because", "The file is write-protected.")
    keeper.keep(out[0])
    assert told == ["The file is write-protected."]
    assert desk.choices == UNTOUCHED


def test_without_an_article_nothing_is_found(keeper, desk):
    desk.open(None)
    assert keeper.at(3) is None
    assert keeper.before(Extract(0, Span(0, 1))) is None
    assert not keeper.is_shown(Extract(0, Span(0, 1)))
