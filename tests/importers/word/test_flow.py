import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Role
from apostil.importers.word.flow import Flow, Properties, numeral

PROSE = "word " * 60


def blocks(flow):
    article = flow.article(Properties())
    return [(block.role, block.span.cut(article.text)) for block in article.blocks]


def said(*words):
    flow = Flow()
    for one in words:
        flow.say(one)
        flow.close()
    return flow


def test_spaces_are_folded_and_line_ends_stay():
    assert blocks(said(" one \t two \n three ")) == [(Role.PARAGRAPH, "one two\nthree")]


@pytest.mark.parametrize(("author", "text"), [("A. Diarra", "A. Diarra: check"), ("", "check"), (" \n", "check")])
def test_a_comment_names_its_author(author, text):
    flow = Flow()
    flow.comment(author, "check")
    flow.say("One.")
    flow.close()
    assert blocks(flow) == [(Role.PARAGRAPH, "One."), (Role.COMMENT, text)]


def test_a_comment_on_an_empty_block_stands_behind_the_one_before():
    flow = said("One.")
    flow.comment("", "check")
    flow.close()
    flow.say("Two.")
    assert [text for _, text in blocks(flow)] == ["One.", "check", "Two."]


def test_comments_alone_are_kept():
    flow = Flow()
    flow.comment("", "check")
    assert blocks(flow) == [(Role.COMMENT, "check")]


@pytest.mark.parametrize(
    ("mark", "text", "expected"),
    [("1", "See.", "1. See."), ("*", "See.", "* See."), ("*", "* See.", "* See."), ("", "See.", "See.")],
)
def test_a_note_has_its_mark(mark, text, expected):
    flow = said("One.")
    flow.note(mark, text)
    assert blocks(flow)[1] == (Role.FOOTNOTE, expected)


@pytest.mark.parametrize(("number", "words"), [(1, "i"), (4, "iv"), (9, "ix"), (48, "xlviii"), (1994, "mcmxciv")])
def test_numerals(number, words):
    assert numeral(number) == words


def test_empty_notes_and_comments_are_left_out():
    flow = said("One.")
    flow.note("1", "")
    flow.comment("A", "")
    assert len(blocks(flow)) == 1


def test_a_row_inside_a_cell_belongs_to_that_cell():
    flow = Flow()
    flow.begin_row()
    flow.say("a")
    flow.close()
    flow.end_cell()
    flow.begin_row()
    for words in ("b", "c"):
        flow.say(words)
        flow.close()
        flow.end_cell()
    assert flow.in_row == 2
    flow.end_row()
    flow.end_row()
    assert blocks(flow) == [(Role.TABLE_ROW, "a\tb c")]


def test_a_row_of_prose_is_prose():
    flow = Flow()
    flow.begin_row()
    flow.say(PROSE)
    flow.close()
    flow.end_row()
    assert blocks(flow)[0][0] is Role.PARAGRAPH


def test_a_row_of_one_cell_with_several_blocks_is_prose():
    flow = Flow()
    flow.begin_row()
    flow.end_cell()
    for words in ("Shared with you.", "Open it."):
        flow.say(words)
        flow.close()
    flow.end_row()
    assert [text for _, text in blocks(flow)] == ["Shared with you.", "Open it."]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Veldt, Oriane B.", ("Oriane B. Veldt",)),
        ("Oriane Veldt, Aminata Diarra", ("Oriane Veldt", "Aminata Diarra")),
        ("Oriane Veldt; Aminata Diarra", ("Oriane Veldt", "Aminata Diarra")),
        ("Veldt,", ()),
    ],
)
def test_authors_whose_last_names_stand_first(author, expected):
    assert said(PROSE).article(Properties("", author)).metadata.authors == expected


def test_rows_that_never_end_are_ended():
    flow = Flow()
    flow.end_cell()
    flow.end_row()
    flow.begin_row()
    flow.say("One")
    assert "One" in flow.article(Properties()).text


def test_notes_do_not_disturb_what_stands_at_the_end():
    flow = said("The old bridge stays", f"{PROSE}.", f"{PROSE}.")
    flow.note("1", "See the report of the council.")
    flow.say("Oriane Veldt")
    flow.close()
    assert (Role.BYLINE, "Oriane Veldt") in blocks(flow)


def test_what_the_file_says_of_itself_comes_second():
    known = said(PROSE).article(Properties("The quay", "Oriane Veldt")).metadata
    assert (known.title, known.authors) == ("The quay", ("Oriane Veldt",))


@given(st.lists(st.sampled_from(["say", "close", "begin_row", "end_cell", "end_row", "comment", "note"]), max_size=40))
def test_any_order_of_steps_loses_no_words(steps):
    flow, count = Flow(), 0
    for step in steps:
        if step in {"say", "comment", "note"}:
            count += 1
        {"say": lambda: flow.say("word "), "comment": lambda: flow.comment("", "word"),
         "note": lambda: flow.note("", "word")}.get(step, lambda step=step: getattr(flow, step)())()  # fmt: skip
    assert flow.article(Properties()).text.count("word") == count
