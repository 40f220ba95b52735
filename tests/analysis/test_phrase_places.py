from __future__ import annotations

import pytest

from apostil.analysis.lexicons import KNOWN
from apostil.analysis.phrase_places import Lists, lists, places
from apostil.analysis.words import stemmer
from apostil.domain.article import Piece, compose
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.spans import Span


def phrases(text: str, language: str = "en", entities: tuple[Entity, ...] = ()) -> set[str]:
    article = compose([Piece(text)])
    spans = places(article, language, entities).spans
    return {span.cut(article.text) for stems in spans if len(stems) > 1 for span in spans[stems]}


@pytest.mark.parametrize("language", KNOWN)
def test_a_known_language_has_its_lists(language: str) -> None:
    assert lists(language).connectors
    assert lists(language).vague


@pytest.mark.parametrize("language", KNOWN)
def test_nothing_faint_is_vague_as_well(language: str) -> None:
    stem = stemmer(language)
    assert not {stem(word) for word in lists(language).faint} & {stem(word) for word in lists(language).vague}


def test_other_languages_have_no_lists() -> None:
    assert lists("xx") == Lists()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Port fees rise. Port fees fall.", "en", {"Port fees"}),
        ("Port, fees. Port, fees.", "en", set()),
        ("Port fees rise.", "en", set()),
        ("The port of Lindara. The port of Lindara.", "en", {"port of Lindara"}),
        ("Leave the port. Leave the port.", "en", set()),
        ("Un coup d’État. Des coups d’État.", "fr", {"coup d’État", "coups d’État"}),
        ("Fin de l’école. Fin de l'école.", "fr", {"Fin de l’école", "Fin de l'école"}),
        ("Ferme l’école. Ferme l’école.", "fr", set()),
        ("Mardi soir pluvieux. Mardi soir pluvieux.", "fr", set()),
    ],
)
def test_phrases_are_what_stands_together_twice(text: str, language: str, expected: set[str]) -> None:
    assert phrases(text, language) == expected


def test_a_name_stands_where_it_is_mentioned() -> None:
    mentions = (Mention(Span(0, 10), Kind.PERSON), Mention(Span(18, 24), Kind.PERSON))
    entity = Entity("person:ada okafor", "Ada Okafor", Kind.PERSON, mentions)
    assert phrases("Ada Okafor spoke. Okafor left.", entities=(entity,)) == {"Ada Okafor", "Okafor"}


def test_words_are_counted_and_remember_where_they_first_stood() -> None:
    found = places(compose([Piece("Rain fell. It rained.")]), "en", ())
    assert (found.counts["rain"], found.first["rain"], found.first["fell"]) == (2, 0, 1)


def test_a_name_of_vague_words_is_none() -> None:
    entity = Entity("person:um", "Um", Kind.PERSON, (Mention(Span(0, 2), Kind.PERSON),))
    assert not places(compose([Piece("Um, rain fell.")]), "en", (entity,)).names


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The prime\nminister spoke.", "en", {"prime\nminister"}),
        ("A Prime, Minister.", "en", set()),
        ("La Première ministre parle.", "fr", {"Première ministre"}),
    ],
)
def test_a_compound_is_a_phrase_even_once(text: str, language: str, expected: set[str]) -> None:
    assert phrases(text, language) == expected


def test_a_compound_within_a_name_is_none() -> None:
    whole = Mention(Span(0, 24), Kind.ORGANIZATION)
    entity = Entity("organization:x", "Supreme Court of Lindara", Kind.ORGANIZATION, (whole,))
    assert phrases("Supreme Court of Lindara.", entities=(entity,)) == {"Supreme Court of Lindara"}


def test_a_title_does_not_go_on_into_the_name_behind_it() -> None:
    text = "Harbor Master Ada Okafor spoke. Harbor Master Ada Okafor left."
    mentions = tuple(Mention(Span(start, start + 10), Kind.PERSON) for start in (14, 46))
    assert "Harbor Master" in phrases(text, entities=(Entity("person:x", "Ada Okafor", Kind.PERSON, mentions),))


@pytest.mark.parametrize("text", ["Millers told reporters. Millers told reporters.", "Port fees soon port fees soon."])
def test_no_phrase_goes_on_beyond_a_verb_or_an_adverb(text: str) -> None:
    assert not {words for words in phrases(text) if "told" in words or "soon" in words}


@pytest.mark.parametrize("share", ["per cent", "percent"])
def test_a_share_is_part_of_no_phrase(share: str) -> None:
    text = f"Ten {share} of the workers left. Ten {share} of the workers stayed."
    assert not {words for words in phrases(text) if "cent" in words}
