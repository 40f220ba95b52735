"""Sentences that lean on the one before them."""

from __future__ import annotations

import pytest

from apostil.analysis.auto.reading import read
from apostil.analysis.leaning import SHORT, leanings
from apostil.analysis.sentences import split
from apostil.domain.article import Role
from apostil.domain.leaning import Lean
from support.language import article_of


def told(*blocks: str | tuple[Role, str], language: str = "en") -> list[str | None]:
    """The words with which each sentence leans on the one before."""
    article = article_of(*blocks, language=language)
    sentences = split(article, language)
    lines = read(article, sentences, language, ()).lines
    return [said and said.words.cut(article.text) for said in leanings(article, sentences, lines, language)]


@pytest.mark.parametrize(
    ("blocks", "how"),
    [
        (("The mayor resigned. She wept.",), Lean.OPENING),
        (("Who will pay?", "In Lorne."), Lean.ANSWER),
        (("Will you pay?", "Yes the port of Lorne will pay for all of it in May."), Lean.OPENING),
        (("It rained.", (Role.HEADING, "Who will pay?"), "In Lorne."), Lean.HEADING),
        (("“Lorne will grow. Prices will fall,” the mayor said.",), Lean.QUOTATION),
    ],
)
def test_why_a_sentence_leans_is_told(blocks: tuple[str | tuple[Role, str], ...], how: Lean) -> None:
    article = article_of(*blocks)
    sentences = split(article, "en")
    last = leanings(article, sentences, read(article, sentences, "en", ()).lines, "en")[-1]
    assert last is not None
    assert last.how is how


def test_an_opening_points_back() -> None:
    assert told("The mayor resigned. She wept.") == [None, "She"]


@pytest.mark.parametrize("answer", ["In Lorne.", "The mayor of Lorne.", "Yes, of course.", "Nobody in Lorne knows."])
def test_all_of_a_short_answer_leans_on_its_question(answer: str) -> None:
    assert told("Who will pay?", answer)[1] == answer


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("Yes the port of Lorne will pay for all of it in May.", "Yes"),
        ("No, the port of Lorne will pay for all of it in May.", "No"),
        ("Absolutely: the port of Lorne will pay for it in May.", "Absolutely"),
        ("Paula Ruiz: Exactly, the port of Lorne will pay for all of it.", "Exactly"),
        ("No ship of Lorne will ever sail to that port again in May.", None),
        ("The port of Lorne will pay for all of it in May.", None),
    ],
)
def test_a_long_answer_leans_by_how_it_opens(answer: str, words: str | None) -> None:
    assert told("Will you pay?", answer)[1] == words


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("Oui, bien sûr.", "Oui, bien sûr."),
        ("Oui le port de Lorne paiera tout cela avant le mois de mai.", "Oui"),
        ("Non, le port de Lorne ne paiera rien avant le mois de mai.", "Non"),
        ("Tout à fait, le port de Lorne paiera avant le mois de mai.", "Tout à fait"),
        ("Si le port de Lorne paie tout cela, la ville aura sauvé ses quais.", None),
    ],
)
def test_french_answers_open_otherwise(answer: str, words: str | None) -> None:
    assert told("« Allez-vous payer ? »", answer, language="fr")[1] == words


@pytest.mark.parametrize(
    "text", ["Q: Will you pay?\nA: Of course.", "– Will you pay?\n– Of course.", "Q: Will you pay? A: Of course."]
)
def test_speakers_take_turns_within_a_block(text: str) -> None:
    assert told(text)[1] == "Of course."


@pytest.mark.parametrize(
    "blocks",
    [
        ("Who will pay? The mayor of Lorne.",),
        ("Lorne will pay.", "The mayor of Lorne."),
        ("Who will pay?", "The mayor of Lorne?"),
        ("Who will pay?", "–"),
    ],
)
def test_what_answers_nobody_stands_by_itself(blocks: tuple[str, ...]) -> None:
    assert told(*blocks)[1] is None


def below(heading: str, *texts: str) -> list[str | None]:
    return told("It rained?", (Role.HEADING, heading), *texts)[1:]


@pytest.mark.parametrize("answer", ["In Lorne.", "Yes, the port of Lorne will pay for all of it in May."])
def test_an_answer_below_a_heading_leans_on_that(answer: str) -> None:
    assert below("Who will pay?", answer) == ["Who will pay?"]


@pytest.mark.parametrize(
    ("heading", "text"),
    [("The port", "In Lorne."), ("Who will pay?", "The port of Lorne will pay for all of it in May.")],
)
def test_below_a_heading_that_asks_not_everything_answers(heading: str, text: str) -> None:
    assert below(heading, text) == [None]


def test_what_stands_further_below_answers_no_heading() -> None:
    assert below("Who will pay?", "In Lorne. Prices fell.", "He wept.") == ["Who will pay?", None, "He"]


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("“Lorne will grow. Prices will fall,” the mayor said.", [None, ""]),
        ("« Lorne va grandir. Les prix vont baisser. Tout ira bien », dit le maire.", [None, "", ""]),
        ("“Lorne will grow,” the mayor said. Prices fell.", [None, None]),
        ("“Lorne will grow. He said so.”", [None, "He"]),
    ],
)
def test_a_part_of_a_quotation_leans_on_what_is_quoted_before(text: str, leaning: list[str | None]) -> None:
    assert told(text, language="fr" if "«" in text else "en") == leaning


@pytest.mark.parametrize(
    ("question", "answer", "language"),
    [
        ("Wer zahlt?", "Der Hafen.", "de"),
        ("誰が払うのですか？", "市長です。", "ja"),
        ("من يدفع؟", "رئيس البلدية.", "ar"),
    ],
)
def test_answers_of_other_languages_are_told_where_they_are_short(question: str, answer: str, language: str) -> None:
    assert told(question, answer, language=language)[1] == answer


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("A dam burst. The announcement came on Monday.", "en", "The announcement"),
        ("A dam burst. The measure, he said, is late.", "en", "The measure"),
        ("A dam burst. The results worried everybody.", "en", "The results"),
        ("A dam burst. The announcement of the fair came on Monday.", "en", None),
        ("A dam burst. The project manager resigned.", "en", None),
        ("A dam burst. The mayor resigned.", "en", None),
        ("A dam burst. The Strike is a film.", "en", None),
        ("Un barrage a cédé. L’annonce a surpris la ville.", "fr", "L’annonce"),
        ("Un barrage a cédé. La mesure n'est pas prête.", "fr", "La mesure"),
        ("Un barrage a cédé. L’annonce de la foire a surpris.", "fr", None),
        ("Un barrage a cédé. Le maire a démissionné.", "fr", None),
    ],
)
def test_what_happened_is_told_in_what_was_said_before(text: str, language: str, words: str | None) -> None:
    assert told(text, language=language)[1] == words


@pytest.mark.parametrize(("more", "words"), [(0, "Lorne" + " Lorne" * (SHORT - 1)), (1, None)])
def test_so_many_words_are_a_short_answer(more: int, words: str | None) -> None:
    answer = "Lorne" + " Lorne" * (SHORT - 1 + more)
    assert told("Where?", answer)[1] == words


def test_no_sentence_leans_where_there_is_none() -> None:
    assert leanings(article_of(), (), (), "en") == ()
