import pytest

from apostil.domain.article import Piece, Role, compose
from apostil.domain.bullets import without_bullet
from apostil.domain.spans import Span


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("• Two quays are gone.", "Two quays are gone."),
        ("- « Deux quais » ont disparu.", "« Deux quais » ont disparu."),
        ("–\u00a0Deux quais.", "Deux quais."),
        ("•Two quays.", "Two quays."),
        ("-5 degrees it was.", "-5 degrees it was."),
        ("1. Two quays.", "1. Two quays."),
        ("Two quays.", "Two quays."),
    ],
)
def test_an_item_of_a_list_is_quoted_without_its_bullet(words, said):
    article = compose([Piece("They say:"), Piece(words, Role.LIST_ITEM)])
    assert without_bullet(article, Span(11, len(article.text))).cut(article.text) == said


def test_a_dash_that_begins_a_speech_stays():
    article = compose([Piece("– Deux quais.")])
    assert without_bullet(article, Span(0, 13)) == Span(0, 13)


def test_a_dash_in_the_middle_of_an_item_stays():
    article = compose([Piece("• Two. – Three.", Role.LIST_ITEM)])
    assert without_bullet(article, Span(7, 15)) == Span(7, 15)
