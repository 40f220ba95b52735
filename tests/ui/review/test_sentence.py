"""The sentence of a name is shown with the name marked, and cut where it is long."""

from __future__ import annotations

import re

import pytest

from apostil.domain.spans import Span
from apostil.ui.review.sentence import CONTEXT, marked_sentence
from support.panels import LIGHT


def plain(marked: str) -> str:
    """What is to be read, the name in brackets."""
    return re.sub(r"<b [^>]*>&nbsp;(.*)&nbsp;</b>", r"[\1]", marked)


def test_the_name_is_marked() -> None:
    text = "Before. Anna Quill came. After."
    assert plain(marked_sentence(text, Span(8, 24), Span(8, 18), LIGHT)) == "[Anna Quill] came."


def test_signs_of_markup_are_shown_as_they_stand() -> None:
    text = "A <b>Quill</b> & Co came."
    marked = marked_sentence(text, Span(0, len(text)), Span(5, 10), LIGHT)
    assert plain(marked) == "A &lt;b&gt;[Quill]&lt;/b&gt; &amp; Co came."


@pytest.mark.parametrize(("before", "after"), [(CONTEXT + 1, 0), (0, CONTEXT + 1), (CONTEXT + 9, CONTEXT + 9)])
def test_a_long_sentence_is_cut(before: int, after: int) -> None:
    text = "a" * before + "Quill" + "b" * after
    shown = plain(marked_sentence(text, Span(0, len(text)), Span(before, before + 5), LIGHT))
    assert shown.startswith("…") == (before > CONTEXT)
    assert shown.endswith("…") == (after > CONTEXT)
    assert shown.count("a") + shown.count("b") == min(before, CONTEXT) + min(after, CONTEXT)


def test_a_name_that_was_moved_out_of_its_sentence_is_shown_whole() -> None:
    text = "Dr. Quill came."
    assert plain(marked_sentence(text, Span(4, len(text)), Span(0, 9), LIGHT)) == "[Dr. Quill] came."
