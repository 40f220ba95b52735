import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.counted import counted
from apostil.domain.spans import Span


def told(text, figure):
    start = text.index(figure)
    return counted(text, Span(start, start + len(figure))).cut(text)


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        ("It lost 12 ships in May.", "12", "12 ships"),
        ("It has 1,200 local visitors a day.", "1,200", "1,200 local visitors"),
        ("Some 900 new full-time posts are to go.", "900", "900 new full-time posts"),
        ("They sold 3 million tickets.", "3 million", "3 million tickets"),
        ("He keeps 40 sheep there.", "40", "40 sheep"),
        ("They named 17 religious leaders.", "17", "17 religious leaders"),
        ("They asked 12 business owners.", "12", "12 business owners"),
        ("Il a perdu 12 navires en mai.", "12", "12 navires"),
        ("Il attend 12 nouveaux bateaux en mai.", "12", "12 nouveaux bateaux"),
        ("Près de 3 millions de visiteurs sont venus.", "3 millions", "3 millions de visiteurs"),
        ("Près de 3 millions d’arbres sont morts.", "3 millions", "3 millions d’arbres"),
        ("Les 1\u202f200\u00a0agents attendent.", "1\u202f200", "1\u202f200\u00a0agents"),
    ],
)
def test_a_figure_is_told_with_what_it_counts(text, figure, words):
    assert told(text, figure) == words


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It rose by 3,5 % des ventes.", "3,5 %"),
        ("It costs $4.2m less.", "$4.2m"),
        ("It costs $4.2 million dollars more.", "$4.2 million"),
        ("It weighs 17 tonnes of steel.", "17 tonnes"),
        ("Of them 12 were seen.", "12"),
        ("Of the 12, ships were lost.", "12"),
        ("There were 12. Ships were lost.", "12"),
        ("It was 12 of the ships.", "12"),
        ("In all 17 said prices rose.", "17"),
        ("They lost 2", "2"),
        ("They have 2 big barns\n\nShips", "2 big"),
        ("Ils étaient 12 sur les quais.", "12"),
        ("Ils étaient 12\n\nnavires", "12"),
    ],
)
def test_a_figure_that_says_it_or_counts_nothing_stays_alone(text, figure):
    assert told(text, figure) == figure


@given(st.text(alphabet="ab s12,.\u00a0\n’🇲🇱", max_size=40), st.data())
def test_what_is_told_begins_with_the_figure_and_stays_in_its_line(text, data):
    start = data.draw(st.integers(0, len(text)))
    figure = Span(start, data.draw(st.integers(start, len(text))))
    found = counted(text, figure)
    assert found.start == figure.start
    assert figure.end <= found.end <= len(text)
    assert "\n" not in text[figure.end : found.end]
