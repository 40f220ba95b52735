"""What an export says of sentences that lean on what was said before."""

from dataclasses import replace

import pytest

from apostil.domain.choices import Extract
from apostil.domain.leaning import Before, Lean, Leaning
from apostil.domain.spans import Span
from apostil.domain.summary import Method, SummarySentence
from apostil.exporters.leaning import as_record, in_words, unsupported
from apostil.ui.models import reasoning

TEXT = "Who came? He came."
OPENING = Leaning(Lean.OPENING, Span(10, 12))
HEADING = Leaning(Lean.HEADING, Span(0, 9))


def sentence(index, leaning=OPENING, owner=0):
    extract = Extract(owner, Span(10 * index, 10 * index + 8))
    return SummarySentence(index, extract, 1.0, index + 1, 1.0, leaning=leaning)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ([], ()),
        ([sentence(1)], (OPENING,)),
        ([sentence(0, None), sentence(1)], (None, None)),
        ([sentence(0, None), sentence(2)], (None, OPENING)),
        ([sentence(1), sentence(0, None)], (OPENING, None)),
        ([sentence(0, None), sentence(1, owner=1)], (None, OPENING)),
        ([sentence(0, None), sentence(1, HEADING)], (None, HEADING)),
    ],
    ids=["no sentence", "alone", "below it", "below another", "above it", "of another article", "on a heading"],
)
def test_a_sentence_leans_where_the_one_before_is_not_directly_above(shown, expected):
    assert unsupported(shown) == expected


@pytest.mark.parametrize("how", Lean)
def test_the_words_are_those_of_the_window(how):
    told = reasoning.Told(Method.LEAD, sentence(1), 2, 2, 2, lean=how, pointing="He", before=Before.ABSENT)
    assert in_words(replace(OPENING, how=how), TEXT) == reasoning.leaning(told)


def test_of_what_stands_by_itself_nothing_is_said():
    assert in_words(None, TEXT) == ""
    assert as_record(None, TEXT, above=True) is None


def test_a_record_holds_the_words_and_where_they_stand():
    assert as_record(HEADING, TEXT, above=False) == {
        "how": "heading",
        "start": 0,
        "end": 9,
        "words": "Who came?",
        "above": False,
    }
