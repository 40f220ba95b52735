from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.numbers import numbers_of
from apostil.domain.article import Metadata, Piece, Role, compose


def figures(text: str, language: str = "en", role: Role = Role.PARAGRAPH) -> list[str]:
    article = compose([Piece(text, role)], Metadata(language=language))
    return [number.span.cut(article.text) for number in numbers_of(article, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose by 3.5% to $4.2m.", ["3.5%", "$4.2m"]),
        ("It cost £3.9m, or US$ 5 million.", ["£3.9m", "US$ 5 million"]),
        ("A 30-year bond over 1,250,000 euros.", ["30-year", "1,250,000 euros"]),
        ("Some 242 came, and ten per cent left.", ["242", "ten per cent"]),
        ("Three million people saw it.", ["Three million people"]),
        ("It fell to -3 °C.", ["-3 °C"]),
        ("A road of 12 km for a 45-year-old.", ["12 km", "45-year-old"]),
        ("From 10–15% to 20%.", ["10–15%", "20%"]),
        ("On May 3, 2024 they paid 40 dollars.", ["40 dollars"]),
        ("A $4.2bn-euro hole.", ["$4.2bn-euro"]),
        ("Forty ships and 12 men left.", ["Forty", "12 men"]),
        ("A two\u2010year plan and a 30\u2010year bond.", ["two\u2010year", "30\u2010year"]),
        ("Two hundred and fifty thousand people.", ["Two hundred and fifty thousand people"]),
        ("Half a million dollars and two dozen goats.", ["Half a million dollars", "two dozen"]),
        ("A 9-month-old and two four-year terms.", ["9-month-old", "two", "four-year"]),
    ],
)
def test_english_figures(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La hausse est de 3,5 %.", ["3,5 %"]),
        ("La hausse est de 3,5\u202f%, soit 12\u202f000\u00a0euros.", ["3,5\u202f%", "12\u202f000\u00a0euros"]),
        ("Il a payé 12 000 euros puis 1.200,50 €.", ["12 000 euros", "1.200,50 €"]),
        ("Une aide de 2,5 milliards d’euros.", ["2,5 milliards d’euros"]),
        ("Trois millions de dollars et vingt pour cent.", ["Trois millions de dollars", "vingt pour cent"]),
        ("Le 14 juillet 2023, 300 personnes sont venues.", ["300 personnes"]),
        ("Un prêt sur 30 ans.", ["30 ans"]),
        ("Il reste 1.458.000,00 tonnes, par 35 degrés celsius.", ["1.458.000,00 tonnes", "35 degrés celsius"]),
        ("En mars 12 000 cas, en mai 2,5 millions de voix.", ["12 000 cas", "2,5 millions de voix"]),
        ("Lundi 12, il a marché 42,195 km.", ["42,195 km"]),
        ("Il en reste 15, selon lui.", ["15"]),
        ("Une ville de dix-sept mille personnes.", ["dix-sept mille personnes"]),
        ("Quarante navires, 3 % et trois morts.", ["Quarante", "3 %", "trois morts"]),
    ],
)
def test_french_figures(text: str, expected: list[str]) -> None:
    assert figures(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It began in 1997 and ended in 2019-2020.", "en"),
        ("On 31 January, on Jan. 31 and on May 3-5 it rained.", "en"),
        ("The 1st, the 22nd and the 19th century.", "en"),
        ("Two-thirds of one half.", "en"),
        ("One of the ships left with the two men.", "en"),
        ("In the 1990s and the ’80s.", "en"),
        ("At 9.30 a.m., at 12:30, at 5pm.", "en"),
        ("The G20, COVID-19, the A380, an F-16 and 4G.", "en"),
        ("See page 12, chapter 3 and Article 49.", "en"),
        ("Later the Boeing 737 landed.", "en"),
        ("On 2024-05-01, on 01/05/2024, in version 3.11.2.", "en"),
        ("See https://lindara.example/2024/15 for more.", "en"),
        ("Le 1er mai, les 3 et 4 mai, du 3 au 5 juin 2020.", "fr"),
        ("Le XXe siècle, le 2e tour, la 3ème fois.", "fr"),
        ("À 18 h 30, à 9h, vers 10 heures.", "fr"),
        ("Ce mardi 12, dans les années 90.", "fr"),
        ("L’article 49.3 et la page 7.", "fr"),
        ("Deux tiers des voix.", "fr"),
        ("Le vendredi 13 octobre 1307, il pleut.", "fr"),
        ("À 16 heures, il pleut.", "fr"),
        ("Ouvert 24 heures sur 24.", "fr"),
        ("Others [8,9] found so [21], [23].", "en"),
        ("Call 0590854959.", "en"),
    ],
)
def test_dates_ordinals_and_names_are_no_figures(text: str, language: str) -> None:
    assert figures(text, language) == []


@pytest.mark.parametrize("role", [Role.HEADLINE, Role.BYLINE, Role.APPARATUS, Role.TABLE_ROW])
def test_figures_are_those_of_prose(role: Role) -> None:
    assert figures("Prices rose by 3%.", role=role) == []


@pytest.mark.parametrize(
    ("text", "amount", "noun"),
    [
        ("They sold 3 million tickets.", "3 million", " tickets"),
        ("They sold 3m tickets.", "3m", ""),
        ("They lost 12 ships.", "12", " ships"),
        ("They hired 900 people.", "900", " people"),
        ("They have 2 million members.", "2 million", " members"),
        ("They have $4.2 million members.", "$4.2 million members", ""),
        ("It costs $4 million dollars more.", "$4 million dollars", ""),
        ("It costs $40 years later.", "$40 years", ""),
        ("It weighs 17 tonnes of steel.", "17 tonnes", ""),
        ("It rose by 3.5% sales say.", "3.5%", ""),
        ("A 30-year bond.", "30-year", ""),
        ("They lost 12.", "12", ""),
    ],
)
def test_figures_part_from_what_they_count(text: str, amount: str, noun: str) -> None:
    (number,) = numbers_of(compose([Piece("Rain fell."), Piece(text)]), "en")
    whole = f"Rain fell.\n\n{text}"
    assert (whole[number.span.start : number.noun.start], number.noun.cut(whole)) == (amount, noun)


def test_figures_stand_where_their_blocks_do() -> None:
    article = compose([Piece("Up 3%."), Piece("Down 4%.")])
    assert [number.span.cut(article.text) for number in numbers_of(article, "en")] == ["3%", "4%"]


@given(st.text(alphabet="0123456789.,- %€$km\u202fanhe", max_size=40))
def test_a_figure_has_a_digit_or_a_scale(text: str) -> None:
    article = compose([Piece(text)])
    assert all(any(map(str.isdigit, number.span.cut(article.text))) for number in numbers_of(article, "en"))


@pytest.mark.parametrize(
    "text", ["1" * 50_000, "1 " * 25_000, "1,000," * 9_000, "one " * 12_000, "$" * 50_000, "1-" * 25_000]
)
def test_long_rows_take_no_longer_than_others(text: str) -> None:
    figures(text)
