import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.spans import Span
from apostil.ui.panels.excerpt import excerpt

TEXT = "The old tide mill grinds wheat again since Monday morning"


def upto(room):
    return lambda words, _place: len(words) <= room


def cut(room, words="grinds", text=TEXT):
    start = text.index(words)
    return excerpt(text, Span(start, start + len(words)), upto(room))


@pytest.mark.parametrize(
    ("room", "words"),
    [
        (100, TEXT),
        (30, "… tide mill grinds wheat …"),
        (20, "… mill grinds …"),
        (4, "… grinds …"),
    ],
)
def test_as_much_is_shown_as_there_is_room_for(room, words):
    assert cut(room)[0] == words


@pytest.mark.parametrize(
    ("words", "shown"), [("The old", "The old tide mill grinds …"), ("morning", "… again since Monday morning")]
)
def test_at_an_end_the_other_side_has_the_room(words, shown):
    assert cut(28, words)[0] == shown


def test_the_place_is_found_in_what_is_shown():
    words, place = cut(30)
    assert place.cut(words) == "grinds"


def test_marks_that_stand_alone_are_at_no_end():
    text = "Le moulin tourne : la marée est là — et le meunier aussi"
    assert cut(20, "marée", text)[0] == "… la marée est là …"


def test_a_point_stays_with_its_place():
    assert cut(10, "b", "Aaaaaaaaa b. Ccccccccc")[0] == "… b. …"


def test_no_break_spaces_hold_words_together():
    text = "a b c «\u00a0tide\u00a0» D e f g"
    assert [cut(room, "D", text)[0] for room in (13, 19)] == ["… D e f g", "… «\u00a0tide\u00a0» D e f g"]


@given(st.text(alphabet="ab \u00a0é🇲🇱", min_size=1, max_size=60), st.data(), st.integers(1, 80))
def test_the_place_stays_whole_and_nothing_is_wider_than_it_may(text, data, room):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words, place = excerpt(text, Span(start, end), upto(room))
    assert place.cut(words) == text[start:end]
    assert len(words) <= room or words.strip("… \u00a0") == text[start:end].strip()
