import pytest

from apostil.domain.article import Piece, compose
from apostil.domain.spans import Span
from apostil.ui.panels.orphan_cards import in_context

TEXT = compose([Piece("One <b>bold</b> & two "), Piece("x" * 60 + " the end")]).text


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(4, 7), "One <b>&lt;b&gt;</b>bold&lt;/b&gt; &amp; two  "),
        (Span(82, 90), "<b>the end</b>"),
    ],
)
def test_nothing_of_the_text_is_markup(span, expected):
    shown = in_context(TEXT, span)
    assert shown.replace("…", "").count("<b>") == 1
    if span.start == 4:
        assert shown.startswith(expected)


def test_what_is_cut_off_is_marked():
    shown = in_context(TEXT, Span(len(TEXT) - 7, len(TEXT)))
    assert shown.startswith("…")
    assert shown.endswith("<b>the end</b>")


@pytest.mark.parametrize("before", [9, 10, 11, 12])
@pytest.mark.parametrize("after", [9, 10, 11, 12])
def test_no_word_is_cut_in_the_middle(before, after):
    text = "lorem " * before + "a " * (before % 3) + "here " + "o " * (after % 3) + "ipsum " * after
    start = text.index("here")
    shown = in_context(text, Span(start, start + 4)).replace("<b>", "").replace("</b>", "").strip("… ")
    assert set(shown.split()) <= {"lorem", "ipsum", "here", "a", "o"}


def test_line_ends_become_spaces():
    assert "\n" not in in_context(TEXT, Span(4, 40))
