import pytest

from apostil.domain.place import Box
from apostil.importers.pdf.lines import Line
from apostil.importers.pdf.notes import parted


def line(text, top, *, page=1, size=10.0, column=1):
    return Line(text, page, 60, top, 400, top + size, size, Box(page, 60, top, 400, top + size), column=column)


def body(page=1, column=1):
    return [line(f"line {n} of the text", 100 + 12 * n, page=page, column=column) for n in range(20)]


def small(*texts, page=1, top=400, column=1):
    return [line(text, top + 10 * n, page=page, size=8.0, column=column) for n, text in enumerate(texts)]


def notes(*lines):
    return [" ".join(line.text for line in note) for note in parted(lines, 10.0).notes]


@pytest.mark.parametrize(
    "note", ["1 See there.", "1See there.", "* See there.", "†See there.", "(1) See there.", "1. See"]
)
def test_small_print_with_a_mark_at_the_foot_is_a_footnote(note):
    assert notes(*body(), *small(note)) == [note]


def test_each_mark_begins_one():
    assert notes(*body(), *small("1 See", "there.", "2 And here.")) == ["1 See there.", "2 And here."]


def test_a_number_within_a_footnote_begins_none():
    assert notes(*body(), *small("1 See there, page", "12 and what follows.")) == [
        "1 See there, page 12 and what follows."
    ]


def test_one_goes_on_at_the_foot_of_the_next_page():
    found = notes(*body(), *small("1 See there and"), *body(2), *small("elsewhere.", page=2))
    assert found == ["1 See there and elsewhere."]


@pytest.mark.parametrize(
    "lines",
    [
        [*small("1 See there.", top=80), *body()],
        [*body(), *small("See there.")],
        [*body(), line("1 See there.", 400)],
    ],
    ids=["at the head", "without a mark", "in large letters"],
)
def test_what_is_no_footnote(lines):
    assert parted(lines, 10.0).notes == []


def test_each_column_has_its_own():
    found = parted([*body(), *small("1 One."), *body(column=2), *small("2 Two.", column=2)], 10.0)
    assert len(found.text) == 40
    assert len(found.notes) == 2


def test_numbers_glued_to_their_words_open_footnotes_in_letters_of_any_size():
    found = notes(*body(), line("1Report of the council.", 400), line("2Report of the mayor.", 412))
    assert found == ["1Report of the council.", "2Report of the mayor."]


def test_an_ordered_list_at_the_foot_is_none():
    assert notes(line("It was kept.¹", 90), *body(), line("1. The bridge.", 400), line("2. The toll.", 412)) == []
