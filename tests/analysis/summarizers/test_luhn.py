from __future__ import annotations

import pytest

from apostil.analysis.summarizers.luhn import Luhn
from apostil.analysis.summarizers.sumy_model import document
from support.summaries import SUMY, choices, long_text
from support.summaries import document as document_of


def rating(sentence: str, **settings: float) -> float:
    summarizer = Luhn(str.lower)
    vars(summarizer).update(settings)
    return summarizer.ratings(document([([tuple("xyxy")], [tuple(sentence)])]))[0]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("", 0),
        ("x", 0),
        ("xy", 2),
        ("axby", 4 / 3),
        ("xabcy", 4 / 5),
        ("xabcdy", 0),
        ("xabcdyx", 2),
        ("xyabcdxyx", 3),
    ],
)
def test_runs_of_frequent_words(sentence: str, value: float) -> None:
    assert rating(sentence) == pytest.approx(value)


def test_without_a_gap_there_is_one_run() -> None:
    assert rating("xabcdefy", max_gap_size=0) == pytest.approx(4 / 8)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.1, 1])
@pytest.mark.parametrize("gap", [0, 1, 7])
def test_other_settings_mean_what_they_mean_to_sumy(share: float, gap: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sumy.summarizers.luhn.LuhnSummarizer.significant_percentage", share)
    monkeypatch.setattr("sumy.summarizers.luhn.LuhnSummarizer.max_gap_size", gap)
    source = document_of(long_text("en", 30))
    assert choices(Luhn, source, (5,), stem=str.lower) == choices(SUMY["luhn"], source, (5,), stem=str.lower)
