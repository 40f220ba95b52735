from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.phrases import key_phrases
from apostil.domain.article import Article, Piece, Role, compose
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.spans import Span
from apostil.domain.summary import KeyPhrase

HARBOR = """The harbour authority opened a container terminal. The container terminal is new, the harbour
authority said. Ships come to the container terminal. Container terminals are rare, and rain fell."""


def found(text: str, language: str = "en", entities: tuple[Entity, ...] = (), limit: int = 20) -> list[KeyPhrase]:
    return list(key_phrases(compose([Piece(text)]), language, entities, limit))


def person(*mentions: tuple[int, int]) -> Entity:
    return Entity(
        "person:ada okafor", "Ada Okafor", Kind.PERSON, tuple(Mention(Span(*one), Kind.PERSON) for one in mentions)
    )


def test_words_that_keep_standing_together_come_first() -> None:
    assert [phrase.text for phrase in found(HARBOR)[:2]] == ["container terminal", "harbour authority"]


def test_all_forms_of_a_phrase_are_one() -> None:
    article = compose([Piece(HARBOR)])
    spans = key_phrases(article, "en", ())[0].spans
    assert [span.cut(article.text) for span in spans] == ["container terminal"] * 3 + ["Container terminals"]


def test_no_phrase_is_part_of_another() -> None:
    words = [set(phrase.text.lower().split()) for phrase in found(HARBOR)]
    assert not [one for one, other in combinations(words, 2) if one <= other or other <= one]


def test_scores_fall_from_one() -> None:
    scores = [phrase.score for phrase in found(HARBOR)]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_no_more_than_so_many_are_named(limit: int) -> None:
    assert len(found(HARBOR, limit=limit)) == limit


def test_french_phrases_keep_what_joins_them_and_lose_what_opens_them() -> None:
    text = "L’état d’urgence dure. Cet état d’urgence lasse. La garde à vue cesse, et la garde à vue reprend."
    assert [phrase.text for phrase in found(text, "fr")[:2]] == ["état d’urgence", "garde à vue"]


def test_a_name_reads_in_full_wherever_it_is_shortened() -> None:
    text = "Then Ada Okafor spoke. Okafor left. Okafor slept."
    phrase = found(text, entities=(person((5, 15), (23, 29), (36, 42)),))[0]
    assert (phrase.text, len(phrase.spans)) == ("Ada Okafor", 3)


def test_headings_count_and_the_apparatus_does_not() -> None:
    article = compose([Piece("Ferry", Role.HEADLINE), Piece("Cookies", Role.APPARATUS), Piece("A ferry.")])
    assert [(phrase.text, len(phrase.spans)) for phrase in key_phrases(article, "en", ())] == [("ferry", 2)]


@pytest.mark.parametrize("text", ["", "It is.", "On Monday, 12.", "…"])
def test_where_nothing_is_said_there_are_no_phrases(text: str) -> None:
    assert found(text) == []


def test_an_empty_article_has_no_phrases() -> None:
    assert key_phrases(Article("", ()), "fr", ()) == ()


def test_a_language_without_lists_has_phrases_too() -> None:
    assert found("Das Haus am See. Das Haus am See.", "xx")[0].text


@given(st.lists(st.sampled_from(["ferry", "Ferries", "old", "port", "of", "the", "Lindara", ".", "d’eau"])))
def test_phrases_stand_where_they_say(words: list[str]) -> None:
    text = " ".join(words)
    for phrase in found(text):
        read = {" ".join(span.cut(compose([Piece(text)]).text).split()) for span in phrase.spans}
        assert phrase.text in read


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The mill facility aims to grind. A mill facility aims to sell.", "en", "mill facility"),
        ("L’accord prévoit une trêve. Un accord prévoit la paix.", "fr", "accord"),
        ("Newly mended sails. Newly mended sails.", "en", "mended sails"),
    ],
)
def test_no_phrase_begins_or_ends_with_a_verb_or_an_adverb(text: str, language: str, expected: str) -> None:
    assert found(text, language)[0].text == expected


def test_a_word_that_says_nothing_by_itself_is_part_of_phrases_alone() -> None:
    text = "La fin de vie. La fin de vie. La fin du jour, la fin du moulin, la fin."
    assert [phrase.text for phrase in found(text, "fr")] == ["fin de vie", "moulin"]


def test_a_phrase_does_not_end_within_a_name() -> None:
    text = "The millers of San Abroquel strike. The millers of San Abroquel rest."
    assert "millers of San" not in {phrase.text for phrase in found(text)}


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("The ferries stayed quiet outside. A prime minister spoke of ferries.", "en", "prime"),
        ("The ferries stayed quiet outside. A prime minister spoke of ferries.", "en", "minister"),
        ("The ferries stayed quiet outside. A prime minister spoke of ferries.", "en", "outside"),
        ("Le port renonce au moulin. Ce port est loin.", "fr", "renonce"),
        ("Le port renonce au moulin. Ce port est loin.", "fr", "loin"),
    ],
)
def test_verbs_adverbs_and_adjectives_are_no_phrases(text: str, language: str, word: str) -> None:
    assert word not in {phrase.text for phrase in found(text, language)}


def test_two_words_that_stand_together_once_are_left_out_where_a_better_phrase_has_one() -> None:
    text = "Container terminals. Container terminals. Crane terminals. A crane."
    assert [phrase.text for phrase in found(text)] == ["Container terminals", "crane"]
