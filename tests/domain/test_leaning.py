"""Where the sentence before another one stands."""

from __future__ import annotations

import pytest

from apostil.domain.choices import Extract
from apostil.domain.leaning import Before, Neighbours
from apostil.domain.spans import Span

SENTENCES = [Extract(owner, Span(10 * place, 10 * place + 9)) for owner in (0, 1) for place in range(3)]


@pytest.mark.parametrize(
    ("shown", "refused", "index", "before"),
    [
        ([1, 2], (), 2, Before.ABOVE),
        ([2, 1], (), 2, Before.ELSEWHERE),
        ([1, 4, 2], (), 2, Before.ELSEWHERE),
        ([1], (), 2, Before.ABOVE),
        ([2], (), 2, Before.ABSENT),
        ([2], {1}, 2, Before.REFUSED),
        ([0], (), 0, Before.NONE),
        ([2, 3], (), 3, Before.NONE),
        ([3], {2}, 3, Before.NONE),
    ],
)
def test_the_sentence_before_has_its_place(shown, refused, index, before):
    assert Neighbours(SENTENCES, shown, refused).before(index) is before
