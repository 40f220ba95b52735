from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.counted import noun_behind
from apostil.domain.spans import Span


def told(text: str, figure: str, language: str) -> str:
    """The figure with what it counts."""
    start = text.index(figure)
    found = noun_behind(text, Span(start, start + len(figure)), language)
    return text[start : found.end]


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        ("It lost 12 ships in May.", "12", "12 ships"),
        ("It lost 12 ships the day before.", "12", "12 ships"),
        ("It gave 12 schools a garden.", "12", "12 schools"),
        ("It has 1,200 local visitors a day.", "1,200", "1,200 local visitors"),
        ("Some 900 new full-time posts are to go.", "900", "900 new full-time posts"),
        ("They took on 20 new hires.", "20", "20 new hires"),
        ("They sold 3 million tickets.", "3 million", "3 million tickets"),
        ("He keeps 40 sheep there.", "40", "40 sheep"),
        ("They named 17 religious leaders.", "17", "17 religious leaders"),
        ("They asked 12 business owners.", "12", "12 business owners"),
        ("She scored 45 runs.", "45", "45 runs"),
        ("He gets 8 passes a game.", "8", "8 passes"),
        ("They made 300 calls the same day.", "300", "300 calls"),
    ],
)
def test_an_english_figure_counts_the_noun_behind_it(text: str, figure: str, words: str) -> None:
    assert told(text, figure, "en") == words


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        ("Il a perdu 12 navires en mai.", "12", "12 navires"),
        ("Il attend 12 nouveaux bateaux en mai.", "12", "12 nouveaux bateaux"),
        ("Il compte 12 cas de plus.", "12", "12 cas"),
        ("Il a vu 12 hauts responsables.", "12", "12 hauts responsables"),
        ("Il a 3 fils.", "3", "3 fils"),
        ("Près de 3 millions de visiteurs sont venus.", "3 millions", "3 millions de visiteurs"),
        ("Près de 3 millions d’arbres sont morts.", "3 millions", "3 millions d’arbres"),
        ("Les 1\u202f200\u00a0agents attendent.", "1\u202f200", "1\u202f200\u00a0agents"),
    ],
)
def test_a_french_figure_counts_the_noun_behind_it(text: str, figure: str, words: str) -> None:
    assert told(text, figure, "fr") == words


@pytest.mark.parametrize(
    ("text", "figure", "language"),
    [
        ("Of them 12 were seen.", "12", "en"),
        ("Of the 12, ships were lost.", "12", "en"),
        ("There were 12. Ships were lost.", "12", "en"),
        ("It was 12 of the ships.", "12", "en"),
        ("In all 17 said prices rose.", "17", "en"),
        ("Amara Okafor, aged 45 runs a shop.", "45", "en"),
        ("A girl who at 8 passes the bar.", "8", "en"),
        ("Of those, 30 expects more of them.", "30", "en"),
        ("They lost 2", "2", "en"),
        ("They have 2 big barns\n\nShips", "2 big barns", "en"),
        ("Ils étaient 12 sur les quais.", "12", "fr"),
        ("Il en a vendu 12 mars et avril compris.", "12", "fr"),
        ("Ils étaient 12\n\nnavires", "12", "fr"),
        ("Une femme âgée de 45 courses", "45", "fr"),
    ],
)
def test_a_figure_may_count_nothing(text: str, figure: str, language: str) -> None:
    assert told(text, figure, language) == figure


@given(st.text(alphabet="ab s12,.\u00a0\n’🇲🇱", max_size=40), st.sampled_from(["en", "fr", "de"]), st.data())
def test_the_noun_begins_at_the_figure_and_stays_in_its_line(text: str, language: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    figure = Span(start, data.draw(st.integers(start, len(text))))
    found = noun_behind(text, figure, language)
    assert found.start == figure.end
    assert figure.end <= found.end <= len(text)
    assert "\n" not in found.cut(text)
