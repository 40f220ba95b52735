from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.anchor import anchor_at
from apostil.domain.article import Piece, Role, compose
from apostil.domain.spans import Span
from apostil.exporters.layout import lay_out
from apostil.exporters.sheet import sheets
from support.invented_notes import english

BLOCKS = st.lists(
    st.tuples(st.sampled_from(["one two", "🌊 trois", "x"]), st.sampled_from([Role.PARAGRAPH, Role.APPARATUS])),
    min_size=1,
    max_size=5,
)
ENDS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5)


def laid(notes):
    return lay_out(sheets([notes])[0], notes.entities)


def invented(pieces, ends):
    """Notes over these blocks with a mark for each pair of ends."""
    article = compose(Piece(text, role) for text, role in pieces)
    like = english()
    marks = []
    for number, pair in enumerate(ends):
        span = Span(min(*pair, len(article.text)), min(max(pair), len(article.text)))
        marks.append(replace(like.annotations[0], id=str(number), anchor=anchor_at(article.text, span)))
    return replace(like, article=article, entities=(), summary=None, annotations=tuple(marks))


def runs(layout):
    return [run for row in layout.rows for group in row.groups for run in group.runs]


@given(BLOCKS, ENDS)
def test_the_words_come_out_as_they_are_but_for_the_apparatus(pieces, ends):
    layout = laid(invented(pieces, ends))
    assert "".join(run.text for run in runs(layout)) == "".join(
        text for text, role in pieces if role is not Role.APPARATUS
    )


@given(BLOCKS, ENDS)
def test_every_mark_has_exactly_one_note(pieces, ends):
    notes = invented(pieces, ends)
    layout = laid(notes)
    shown = [mark.number for row in layout.rows for mark in row.marks] + [mark.number for mark in layout.adrift]
    assert sorted(shown) == list(range(1, len(notes.annotations) + 1))


@given(BLOCKS, ENDS)
def test_a_mark_that_can_be_seen_begins_and_ends_once(pieces, ends):
    layout = laid(invented(pieces, ends))
    seen = sorted({mark.number for run in runs(layout) for mark in run.marks})
    assert sorted(mark.number for run in runs(layout) for mark in run.begins) == seen
    assert sorted(mark.number for run in runs(layout) for mark in run.ends) == seen


def test_left_out_blocks_are_counted():
    assert [row.omitted for row in laid(english()).rows if row.omitted] == [2]


def test_a_mark_on_apparatus_stays_with_the_line_that_stands_for_it():
    row = next(row for row in laid(english()).rows if row.omitted)
    assert [mark.quotation for mark in row.marks] == ["ten harbours"]


def test_sentences_of_the_summary_stay_in_one_piece():
    chosen = [group for row in laid(english()).rows for group in row.groups if group.chosen]
    assert ["".join(run.text for run in group.runs) for group in chosen] == [
        group.chosen.text for group in chosen if group.chosen
    ]


def test_a_confirmed_name_is_no_guess():
    names = {name.name: name.guessed for run in runs(laid(english())) for name in run.names}
    assert names["Brackwater"] is False
    assert names["Odile Fenn"] is True
