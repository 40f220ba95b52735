from __future__ import annotations

from support.killing import kill_once, kill_saving_once, prepare


def test_no_edit_is_lost_when_the_process_is_killed(tmp_path):
    base, articles = prepare(tmp_path)
    outcomes = [kill_once(base, articles, tmp_path / str(seed), seed) for seed in range(3)]
    assert all(outcome.is_good for outcome in outcomes), outcomes
    assert all(outcome.found >= outcome.acknowledged for outcome in outcomes), outcomes


def test_nothing_is_there_in_half_when_the_process_is_killed_while_it_saves(tmp_path):
    outcomes = [kill_saving_once(tmp_path / str(seed), seed) for seed in range(2)]
    assert all(outcome.is_good for outcome in outcomes), outcomes
    assert all(outcome.found >= outcome.acknowledged for outcome in outcomes), outcomes
