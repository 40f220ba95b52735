from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apostil.analysis.learned import PUNKT_NAMES
from apostil.analysis.sentences import split, split_text
from apostil.domain.article import Piece, Role, compose

GOLDEN = Path(__file__).resolve().parents[3] / "shared" / "data" / "sentences" / "golden_rules" / "dev.jsonl"
NO_PROSE: dict[str, str] = {}
"""The golden rules that do not concern prose, each with the reason. Our rules hold for all of them."""

ENGLISH = [
    ["The ferry left.", "Nobody was on board."],
    # titles, hours and dates
    ["Mr. Halloran met Dr. Voss at 9 a.m. on Jan. 31.", "They signed."],
    ["The ferry left at 9 a.m.", "Passengers waved."],
    ["The ferry left at 9 a.m. Monday.", "They waved."],
    ["N.B. Doors close early.", "Come soon."],
    # initials of names, states and organisations
    ["The U.S. envoy spoke for 3.5 hours.", "Then he left."],
    ["They live in the U.S.", "We do not."],
    ["She joined the U.S. Navy.", "It suited her."],
    ["J. K. Okafor wrote it.", "Critics agreed."],
    ["It was sold by T.R.W. Hale.", "He kept one."],
    ["It was between you and I.", "Nobody heard."],
    ["The firm T.A. (Tamber Associates) fell.", "It rose later."],
    ["It was bought by W. W. Rouse Ball.", "He kept it."],
    ["They saw the lamps, the boats, etc.", "Harbours are so."],
    ["It is one that you should not miss.", "Cheap, and full of sailors."],
    ["He was the Gov. of Natchez, Miss. Hale knew him."],
    # references and numbers
    ["No.", "I see nobody."],
    ["It is in vol. I.", "Nobody read it."],
    ["It is his Op. 46.", "It was loved."],
    ["See Fig. 4 and p. 12 for details.", "The rest is known."],
    ["It is entry N°. 12 of the list.", "Nobody read it."],
    ["Rates rose to 4.25%.", "Shares of Tamber Inc. fell."],
    ["They closed the deal with Tamber & Co.", "It was signed."],
    ["The pier was built in 1911.", "It stands.[3]", "Nobody uses it."],
    # quotations and who speaks
    ["“We are late.”", "She sat down."],
    ["“Stop!” he said.", "They stopped."],
    ['"Is it over?" asked the mayor.', "It was not."],
    ['"Is it over?" Mr. Hale asked.', "It was not."],
    ['"Is it over?"', "Hale shrugged."],
    ['They left."', "Nobody saw them."],
    ['He said: " We go. "', '" We stay. "', "They stayed."],
    ["(The gate was shut.)", "Nobody knew why."],
    ["He left (She had told him so.) at noon.", "It rained."],
    ["“It is over.“", "They left."],
    ["It is over.", '"They left," he said.'],
    ["The pier was built in 1911.[citation needed]", "It stands."],
    ["The pier was built in 1911. [12]", "It stands."],
    # ellipses
    ["Is it over?", "... They left."],
    ["They left.", "... and they stayed."],
    ["Well... that is that.", "We go on."],
    ["They waited...", "The ferry was late."],
    ["They waited . . .", "The ferry was late."],
    ["They waited.", ". . . The ferry was late."],
    ["The mayor [...] left.", "It rained."],
    ["So... I left.", "It rained."],
    ["...and so it ends.", "They left."],
    ["There were some ... 12 of them.", "They left."],
    ["What?!", "No…", "Yes."],
    # enumerations
    ["1. The first rule holds.", "It is short."],
    ["1) The first rule", "2) The second rule", "3) The third rule"],
    ["The guests, e.g. Prof. Lind, i.e. all of them, stayed.", "Good."],
    ["There are two aims: 1) to win, and 2) to stay.", "Both failed."],
    # writers without capitals, and other habits of the web
    ["we left at noon.", "the ferry was late.", "why?", "nobody knows."],
    ["The ferry was late.", "nobody knows why."],
    ["Is it late?", "nobody knows."],
    ["Shares of Yahoo! fell.", "They rose later."],
    ["It might (or might it? nobody knows) rain.", "It did."],
    ["The wine was good -- was it? -- and old.", "We left."],
    ["Such a view :-)", "The pier is near."],
    ["Such a view! ;)", "The pier is near."],
    ["The gates close.", "***", "The night begins."],
    ["Look at https://example.org/a.b?c=D.E there.", "It is new."],
    ["The film starts at 9 p.m. ET on Sunday.", "It is long."],
    ["They left at 9 p.m.", "Nobody saw them.", "It rained."],
    ["Look at www.example.org/pier", "They tell more."],
    ["They sell Node.Js and keep.It.Small.", "Good."],
]

FRENCH = [
    ["M. Delorme a rencontré Mme Vasseur et le Dr. Petit.", "Ils ont signé."],
    ["L’art. 12 de la loi s’applique, p. ex. aux ports.", "Le reste, non."],
    ["Né en 58 av. J.-C. à Arles, il y vécut.", "Il y mourut."],
    ["L’O.N.U. a voté.", "La France aussi."],
    ["Ils vivent aux U.S.A.", "Nous restons."],
    ["Il partit. »", "Elle resta."],
    ["« Nous partons. Vous restez », a-t-il dit.", "Puis rien."],
    ["« Nous partons. »", "« Vous restez. »"],
    ["Il est tard.", "« Je reste », dit-elle."],
    ["Il a dit : « Qui est là ? ».", "Personne."],
    ["— Pourquoi ? demanda-t-il.", "— Parce que ! répondit Paul.", "Rien."],
    ["Hélas ! il est parti.", "Elle reste."],
    ["Le taux est de 3,5 % en janv. 2024.", "Il baisse."],
    ["Des pommes, des poires, etc.", "Tout y était."],
    ["Pourquoi ?", "Parce que !", "Bon…", "Alors."],
    ["Nous attendons...", "Puis rien."],
    ["Voir n° 4 et fig. 2 du rapport de J.-P. Morel.", "Fin."],
    ["« Est-ce fini ? » demanda le maire.", "Non."],
    ["Mais… il est venu.", "Bien."],
    ["Le mur a 12 m.", "Martin le voit."],
    ["Né boul. Voltaire, trad. Anne Petit, il vit la mer.", "Paris suivit."],
    ["Ils sont sept.", "Puis, ils partent."],
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


def test_a_block_in_another_language_is_split_by_its_rules() -> None:
    article = compose(
        map(
            Piece, ("The mayor spoke. He left.", "Voir l’art. 12 du Code pénal (p. ex. à la p. 3). Elle a voté la loi.")
        )
    )
    assert [span.cut(article.text) for span in split(article, "en")][2:] == [
        "Voir l’art. 12 du Code pénal (p. ex. à la p. 3).",
        "Elle a voté la loi.",
    ]


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


@pytest.mark.parametrize(
    "lines",
    [
        ["Dear Ms Voss,\nthank you for the map.", "It helped."],
        ["Harbour office", "12 Quay Street", "Open on Mondays"],
        ["The points are", "- a pier", "- a ferry"],
        ["The report that was\nwritten in May by\nHale and read by\nnobody is lost."],
    ],
)
def test_lines_that_are_set_as_lines_end_sentences(lines: list[str]) -> None:
    assert cut("\n".join(lines), "en") == lines


def test_a_sentence_may_follow_without_a_space() -> None:
    assert cut("The ferry left.Then it rained.", "en") == ["The ferry left.", "Then it rained."]


def test_a_quotation_may_open_without_a_space() -> None:
    assert cut('They left."We stay," he said.', "en") == ["They left.", '"We stay," he said.']


def test_a_question_without_a_space_ends_where_small_letters_open_sentences() -> None:
    assert cut("is it late?nobody knows.", "en") == ["is it late?", "nobody knows."]


def golden_rules() -> list[dict[str, object]]:
    return [json.loads(line) for line in GOLDEN.read_text("utf-8").splitlines()] if GOLDEN.exists() else []


@pytest.mark.skipif(not GOLDEN.exists(), reason="the golden rules lie beside the repository, and are not there")
def test_the_golden_rules_hold() -> None:
    broken = [case["id"] for case in golden_rules() if cut(str(case["text"]), str(case["lang"])) != case["sentences"]]
    assert sorted(broken) == sorted(NO_PROSE)


@pytest.mark.parametrize(
    "unit",
    [
        *(".", ". ", "a", "a.", '"', '."', '. " ', ".(", ".)", ". )", ".[", ". -", "?!", "(. ", "« ", "*", " :)"),
        *(" ", "\n", "a\n", "1. ", "A. ", "e.g. ", "a ! b", "http://"),
    ],
)
def test_no_text_takes_longer_than_it_is_long(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = perf_counter()
    cut(text, "en")
    assert perf_counter() - start < 30


PIECES = st.lists(
    st.tuples(
        st.text(st.sampled_from("abÉz. M!?…«»“”\"'’()[]\n\u00a0\u202f,;:1%A🇲-–*_•"), max_size=60),
        st.sampled_from(list(Role)),
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
