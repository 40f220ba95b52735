"""Answers are plain data, with places in what was given."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.spans import Span
from apostil.domain.summary import Method
from apostil.services import finding
from apostil.services.finding import Wish, read_given
from apostil.services.telling import tell

GIVEN = "Power at berth\r\n\r\n\r\nIn  Se\u0300te, the port of Sète opened."


@pytest.fixture
def article():
    return read_given(GIVEN, "en", None).article


@pytest.fixture
def answer(article, monkeypatch):
    """Tells about the article, given or not, with one entity in it."""
    places = [article.text.index("Sète"), article.text.rindex("Sète")]
    mentions = tuple(Mention(Span(place, place + 4), Kind.LOCATION) for place in places)
    entity = Entity("location:sete", "Sète", Kind.LOCATION, mentions, ("Sete",))
    monkeypatch.setattr(finding, "entities_of", lambda article: (entity,))
    return lambda given: tell(article, given, Wish(method=Method.LEAD))


def test_mentions_are_places_in_the_given_string(answer):
    mentions = answer(GIVEN)["mentions"]
    assert [GIVEN[mention["start"] : mention["end"]] for mention in mentions] == ["Se\u0300te", "Sète"]
    assert [mention["text"] for mention in mentions] == ["Se\u0300te", "Sète"]


def test_mentions_say_how_sure_they_are_and_whether_a_person_stands_behind_them(article, monkeypatch):
    guessed = Entity("location:sete", "Sète", Kind.LOCATION, (Mention(Span(0, 5), Kind.LOCATION, 0.621),))
    known = replace(guessed, id="work:power", mentions=(Mention(Span(6, 8), Kind.WORK),), confirmed=True)
    monkeypatch.setattr(finding, "entities_of", lambda article: (known, guessed))
    mentions = tell(article, None, Wish(frozenset({"entities"})))["mentions"]
    assert [(one["confidence"], one["confirmed"]) for one in mentions] == [(0.62, False), (1.0, True)]


def test_sentences_are_places_in_the_given_string(answer):
    ((start, end),) = answer(GIVEN)["sentences"]
    assert GIVEN[start:end] == "In  Se\u0300te, the port of Sète opened."


def test_without_a_given_string_the_text_is_told(answer, article):
    told = answer(None)
    start, end = told["sentences"][0]
    assert told["text"][start:end] == "In  Sète, the port of Sète opened."


def test_entities_are_named(answer):
    assert answer(GIVEN)["entities"] == [
        {"id": "location:sete", "name": "Sète", "kind": "location", "aliases": ["Sete"]}
    ]


def test_a_summary_is_places_with_scores(answer):
    (chosen,) = answer(GIVEN)["summary"]
    assert (chosen["start"], chosen["rank"]) == (20, 1)
    assert set(chosen) == {"start", "end", "score", "rank"}


def test_an_answer_can_be_written_as_json(answer):
    assert json.loads(json.dumps(answer(GIVEN)))["lang"] == "en"
