"""Only what is wished is found, and loaded."""

from __future__ import annotations

import datetime as dt

import pytest

from apostil.domain.summary import Length, Method
from apostil.services import finding
from apostil.services.finding import Wish, find, read_given

TEXT = "Power at berth\n\nThe port opened a plant. Ships can use it at night. It cost a lot of money."


@pytest.fixture
def article():
    return read_given(TEXT, "en", None).article


@pytest.fixture(autouse=True)
def entities(monkeypatch):
    monkeypatch.setattr(finding, "entities_of", lambda article: ("an entity",))


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        ({"sentences"}, (True, False, False)),
        ({"entities"}, (False, True, False)),
        ({"summary"}, (True, False, True)),
        (set(finding.KINDS), (True, True, True)),
    ],
)
def test_only_what_is_wished_is_found(article, kinds, found):
    findings = find(article, Wish(frozenset(kinds), Method.LEAD))
    assert (findings.sentences is not None, findings.entities is not None, findings.summary is not None) == found


def test_a_summary_has_the_wished_length(article):
    summary = find(article, Wish(frozenset({"summary"}), Method.LEAD, Length(2))).summary
    assert [sentence.span.cut(article.text) for sentence in summary.sentences] == [
        "The port opened a plant.",
        "Ships can use it at night.",
    ]


def test_without_a_method_the_automatic_one_is_used(article):
    assert find(article, Wish(frozenset({"summary"}))).summary.method is Method.AUTO


@pytest.mark.parametrize(("agreement", "asked"), [(False, 1), (True, len(Method))])
def test_other_methods_are_asked_where_that_is_wished(article, agreement, asked):
    assert find(article, Wish(frozenset({"summary"}), agreement=agreement)).summary.asked == asked


def test_a_language_that_is_not_given_is_detected():
    assert read_given("Le port a ouvert une centrale pour les navires.", "", None).article.metadata.language == "fr"


def test_what_is_given_holds():
    metadata = read_given(TEXT, "fr", dt.date(2026, 4, 14)).article.metadata
    assert (metadata.language, metadata.published) == ("fr", dt.date(2026, 4, 14))
