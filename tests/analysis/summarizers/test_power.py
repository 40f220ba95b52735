from __future__ import annotations

import numpy as np
import pytest

from apostil.analysis.summarizers.power import stationary


def test_scores_come_to_rest():
    matrix = np.array([[0.9, 0.5], [0.1, 0.5]])
    assert stationary(lambda scores: matrix @ scores, 2, 1e-9) == pytest.approx([5 / 6, 1 / 6])


def test_scores_that_are_lost_end_it():
    assert np.isnan(stationary(lambda scores: scores * np.nan, 2, 0.1)).all()
