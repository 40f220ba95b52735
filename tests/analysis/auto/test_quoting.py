"""How much of a sentence is quoted."""

import pytest

from apostil.analysis.auto.quoting import quoted_shares
from apostil.analysis.auto.reading import Line


def lines(*texts, blocks=None):
    return [Line(text, (), (), block) for text, block in zip(texts, blocks or [0] * len(texts), strict=True)]


@pytest.mark.parametrize("text", ["«Il pleut»", "“It rains”", '"It rains"'])
def test_a_quotation_is_quoted(text):
    assert quoted_shares(lines(text))[0] > 0.75


def test_a_quotation_goes_on_over_sentences():
    assert quoted_shares(lines("« Il pleut.", "Encore. »", "Il sort."))[1:] == (pytest.approx(8 / 9), 0)


def test_a_quotation_ends_with_its_block():
    assert quoted_shares(lines("“It rains.", "He left.", blocks=[0, 1]))[1] == 0


def test_no_text_is_not_quoted():
    assert quoted_shares(lines("")) == (0,)
