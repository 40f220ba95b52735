"""Clusters agree as the papers that define the measures count it."""

from __future__ import annotations

import json

import pytest

from apostil.domain.entity import Kind
from benchmarks.clustering import Agreement, agreement, clusters_of, gum, together

GOLD = [frozenset("abc"), frozenset("defg")]


def scores(*response: str) -> tuple[float, float, float]:
    found = agreement(GOLD, [frozenset(cluster) for cluster in response])
    return tuple(round(one.f1, 3) for one in (found.muc, found.b_cubed, found.ceaf_e))


@pytest.mark.parametrize(
    ("response", "f1"),
    [
        (("abc", "defg"), (1, 1, 1)),
        # As in the example of the reference scorer: recall 2/5, 0.417, 0.65; precision 2/5, 0.5, 0.433.
        (("ab", "cd", "fghi"), (0.4, 0.455, 0.52)),
        (("a", "b", "c", "d", "e", "f", "g"), (0, 0.444, 0.2)),
        (("abcdefg",), (0.909, 0.676, 0.485)),
        (("xyz",), (0, 0, 0)),
        ((), (0, 0, 0)),
    ],
)
def test_agreement_is_counted_as_it_is_defined(response: tuple[str, ...], f1: tuple[float, float, float]) -> None:
    assert scores(*response) == pytest.approx(f1, abs=0.001)


def test_documents_add_up() -> None:
    whole = agreement(GOLD, GOLD) + agreement(GOLD, [])
    assert whole.muc.f1 == pytest.approx(2 / 3)
    assert (whole + Agreement()).conll == whole.conll


def test_mentions_of_one_label_are_together() -> None:
    assert together([("x", (0, 1)), ("y", (2, 3)), ("x", (4, 5))]) == [{(0, 1), (4, 5)}, {(2, 3)}]


def test_a_mention_with_other_ends_counts_as_the_gold_one() -> None:
    assert clusters_of([[(2, 9), (20, 22)]], [(4, 9), (30, 32)]) == [{(4, 9), (20, 22)}]


def test_gum_is_read_with_its_clusters(tmp_path) -> None:
    mentions = [{"start": 0, "end": 16, "head": [14, 16], "cluster": "7"}]
    entities = [[10, 16, "person"], [3, 6, "time"]]
    line = {"id": "one", "genre": "news", "text": "The Mayor Ann Bo", "entities": entities, "mentions": mentions}
    (tmp_path / "gum.jsonl").write_text(json.dumps(line), "utf-8")
    (told,) = gum(tmp_path / "gum.jsonl")
    assert told.names == (((10, 16), Kind.PERSON, "7"),)
