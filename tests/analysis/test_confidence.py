from __future__ import annotations

from apostil.analysis.confidence import KNOWN, Judgement
from apostil.analysis.spots import Name, Spot
from apostil.domain.entity import Kind


def judged(*found: tuple[Kind, float], known: str = "") -> list[float]:
    name = Name("lorne", [Spot(0, 9 * number, 9 * number + 5, "Lorne", *one) for number, one in enumerate(found)])
    for spot in name.spots:
        name.votes[spot.kind] += spot.confidence
    name.settle()
    name.known = known
    return [Judgement(name).of(spot) for spot in name.spots]


def test_a_single_mention_is_as_sure_as_the_engine() -> None:
    assert judged((Kind.PERSON, 0.6)) == [0.6]


def test_mentions_that_agree_are_surer() -> None:
    assert judged((Kind.PERSON, 0.6), (Kind.PERSON, 0.6))[0] > 0.6


def test_a_doubtful_mention_of_a_sure_name_is_surer() -> None:
    assert 0.5 < judged((Kind.PERSON, 0.4), (Kind.PERSON, 0.95))[0] < 0.95


def test_mentions_that_disagree_are_less_sure() -> None:
    sure, other = judged((Kind.PERSON, 0.9), (Kind.LOCATION, 0.4))
    assert sure < 0.9
    assert other < 0.9


def test_what_no_engine_saw_is_less_sure_than_what_it_saw() -> None:
    seen, missed = judged((Kind.PERSON, 0.9), (Kind.PERSON, 0.0))
    assert 0 < missed < seen


def test_a_country_is_known() -> None:
    assert judged((Kind.LOCATION, 0.4), known="DZ") == [KNOWN]
    assert judged((Kind.LOCATION, 0.4), known="geonames:1") == [0.4]
