"""Names in sentences: the entities that were found, otherwise what has a capital."""

from apostil.analysis.auto.naming import names_in
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.spans import Span

TEXT = "In Mali, Esther Akai spoke. She left Bamako. It rained."
SENTENCES = (Span(0, 27), Span(28, 44), Span(45, 55))


def test_capitals_within_a_sentence_are_names():
    assert names_in(TEXT, SENTENCES, ()) == ({"Mali", "Esther Akai"}, {"Bamako"}, frozenset())


def test_entities_are_named_by_their_ids():
    mentions = (Mention(Span(9, 20), Kind.PERSON), Mention(Span(28, 31), Kind.PERSON))
    akai = Entity("person:akai", "Akai", Kind.PERSON, mentions)
    assert names_in(TEXT, SENTENCES, (akai,)) == ({"person:akai"}, {"person:akai"}, frozenset())


def test_a_mention_outside_of_all_sentences_is_in_none():
    title = Entity("person:x", "X", Kind.PERSON, (Mention(Span(0, 3), Kind.PERSON),))
    assert names_in(TEXT, SENTENCES[1:], (title,)) == (frozenset(), frozenset())
