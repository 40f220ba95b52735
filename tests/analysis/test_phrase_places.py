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


@pytest.mark.parametrize("language", KNOWN)
def test_nothing_common_is_faint_or_vague(language: str) -> None:
    known = lists(language)
    assert not known.common & (known.faint | known.vague)


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
        ("Port de l’école. Port de l'école.", "fr", {"Port de l’école", "Port de l'école"}),
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


def singles(text: str, language: str = "en", entities: tuple[Entity, ...] = ()) -> set[str]:
    return {stem for stem, *more in places(compose([Piece(text)]), language, entities).spans if not more}


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("The government paid the millers.", "en", "govern"),
        ("The country has mills. The country has ships.", "en", "countri"),
        ("Mills, 280bn of them.", "en", "280bn"),
        ("Le gouvernement paie les meuniers.", "fr", "gouvern"),
    ],
)
def test_what_every_other_article_has_is_no_phrase(text: str, language: str, word: str) -> None:
    assert word not in singles(text, language)


def test_a_common_word_is_a_phrase_where_it_stands_often() -> None:
    assert "govern" in singles("The government fell. The government rose.")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Former members left. Members stayed, the former.", "en", set()),
        ("A crane accident. The crane fell, and no accident followed.", "en", {"crane accident"}),
        ("A piece of bread. A piece of bread.", "en", set()),
        ("Pills of caffeine. Caffeine in pills.", "en", {"Pills of caffeine"}),
        ("Ce quart de meule. Ce quart de meule.", "fr", set()),
        ("La roue ferrée. Une roue, et une pente ferrée.", "fr", {"roue ferrée"}),
        ("Le prix du tabac. Un prix, et ce tabac.", "fr", {"prix du tabac"}),
    ],
)
def test_words_that_stand_together_once_are_a_phrase_where_they_are_one_thing(
    text: str, language: str, expected: set[str]
) -> None:
    assert phrases(text, language) == expected


def test_words_that_stand_together_once_beside_a_name_are_none() -> None:
    entity = Entity("person:x", "Ada Okafor", Kind.PERSON, (Mention(Span(0, 10), Kind.PERSON),))
    assert phrases("Ada Okafor mills. Mills, Okafor.", entities=(entity,)) == {"Ada Okafor"}


def test_people_are_no_phrase_where_their_land_is_named() -> None:
    land = Entity("location:lindara", "Lindara", Kind.LOCATION, (Mention(Span(0, 7), Kind.LOCATION),))
    people = Entity("group:lindarans", "Lindarans", Kind.GROUP, (Mention(Span(14, 23), Kind.GROUP),))
    assert singles("Lindara: the Lindarans.", entities=(land, people)) == {"lindara"}
