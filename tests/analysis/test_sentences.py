from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apostil.analysis.learned import PUNKT_NAMES
from apostil.analysis.sentences import split, split_text
from apostil.domain.article import Piece, Role, compose

ENGLISH = [
    ["The ferry left.", "Nobody was on board."],
    ["Mr. Halloran met Dr. Voss at 9 a.m. on Jan. 31.", "They signed."],
    ["The U.S. envoy spoke for 3.5 hours.", "Then he left."],
    ["J. K. Okafor wrote it.", "Critics agreed."],
    ["See Fig. 4 and p. 12 for details.", "The rest is known."],
    ["“We are late.”", "She sat down."],
    ["“Stop!” he said.", "They stopped."],
    ['"Is it over?" asked the mayor.', "It was not."],
    ["(The gate was shut.)", "Nobody knew why."],
    ["Well... that is that.", "We go on."],
    ["Rates rose to 4.25%.", "Shares of Tamber Inc. fell."],
    ["What?!", "No…", "Yes."],
    ["1. The first rule holds.", "It is short."],
    ["The guests, e.g. Prof. Lind, i.e. all of them, stayed.", "Good."],
]

FRENCH = [
    ["M. Delorme a rencontré Mme Vasseur et le Dr. Petit.", "Ils ont signé."],
    ["L’art. 12 de la loi s’applique, p. ex. aux ports.", "Le reste, non."],
    ["Il partit. »", "Elle resta."],
    ["« Nous partons. Vous restez », a-t-il dit.", "Puis rien."],
    ["« Nous partons. »", "« Vous restez. »"],
    ["Il est tard.", "« Je reste », dit-elle."],
    ["Le taux est de 3,5 % en janv. 2024.", "Il baisse."],
    ["Des pommes, des poires, etc.", "Tout y était."],
    ["Pourquoi ?", "Parce que !", "Bon…", "Alors."],
    ["Voir n° 4 et fig. 2 du rapport de J.-P. Morel.", "Fin."],
    ["« Est-ce fini ? » demanda le maire.", "Non."],
    ["Mais… il est venu.", "Bien."],
]


def cut(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in split_text(text, language)]


@pytest.mark.parametrize("sentences", ENGLISH)
def test_english_is_split_where_sentences_end(sentences: list[str]) -> None:
    assert cut(" ".join(sentences), "en") == sentences


@pytest.mark.parametrize(
    "sentences", [case for case in FRENCH if case[0] != "« Nous partons. Vous restez », a-t-il dit."]
)
def test_french_is_split_where_sentences_end(sentences: list[str]) -> None:
    assert cut(" ".join(sentences), "fr") == sentences


def test_a_quotation_of_two_sentences_keeps_its_marks_and_its_speaker() -> None:
    text = "« Nous partons. Vous restez », a-t-il dit. Puis rien."
    assert cut(text, "fr") == ["« Nous partons.", "Vous restez », a-t-il dit.", "Puis rien."]


@pytest.mark.parametrize(
    "sentences", [["M.\u00a0Delorme est venu.", "Il a dit :\u00a0« Oui.\u202f»", "Et puis\u202f?", "Rien."]]
)
def test_spaces_that_do_not_break_split_like_others(sentences: list[str]) -> None:
    assert cut(" ".join(sentences), "fr") == sentences


def test_headings_bylines_and_apparatus_hold_no_sentences() -> None:
    article = compose(
        [
            Piece("The harbour opens. At last.", Role.HEADLINE),
            Piece("It took ten years.", Role.STANDFIRST),
            Piece("A heading. With a period.", Role.HEADING, 2),
            Piece("It is open. Boats come.", Role.PARAGRAPH),
            Piece("A point without a period", Role.LIST_ITEM),
            Piece("J. Writer", Role.BYLINE),
            Piece("Read more. Subscribe.", Role.APPARATUS),
        ]
    )
    found = [span.cut(article.text) for span in split(article, "en")]
    assert found == ["It took ten years.", "It is open.", "Boats come.", "A point without a period"]


@pytest.mark.parametrize("language", ["", "xx", "ja", *PUNKT_NAMES])
def test_every_language_is_split(language: str) -> None:
    assert cut("Uno dos tres. Quatro cinco seis!", language) == ["Uno dos tres.", "Quatro cinco seis!"]


PIECES = st.lists(
    st.tuples(
        st.text(st.sampled_from("abÉz. M!?…«»“”\"'’()\n\u00a0\u202f,;1%A🇲-–"), max_size=60), st.sampled_from(list(Role))
    ),
    max_size=6,
)


@given(PIECES, st.sampled_from(["en", "fr", "de", ""]))
@settings(max_examples=300, deadline=None)
def test_sentences_are_in_order_within_their_blocks_and_hold_all_prose(
    pieces: list[tuple[str, Role]], language: str
) -> None:
    article = compose([Piece(text, role) for text, role in pieces])
    spans = split(article, language)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    prose = [block.span for block in article.blocks if block.role.is_prose]
    assert all(any(block.covers(span) for block in prose) for span in spans)
    assert all(span.trimmed(article.text) == span and len(span) for span in spans)
    held = {place for span in spans for place in range(span.start, span.end)}
    wanted = {place for block in prose for place in range(block.start, block.end) if not article.text[place].isspace()}
    assert wanted <= held
