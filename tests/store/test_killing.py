from __future__ import annotations

from support.killing import kill_once, prepare


def test_no_edit_is_lost_when_the_process_is_killed(tmp_path):
    base, articles = prepare(tmp_path)
    outcomes = [kill_once(base, articles, tmp_path / str(seed), seed) for seed in range(3)]
    assert all(outcome.is_good for outcome in outcomes), outcomes
    assert all(outcome.found >= outcome.acknowledged for outcome in outcomes), outcomes
