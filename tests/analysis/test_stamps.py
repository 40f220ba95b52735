"""What an analysis goes by that is made now."""

from __future__ import annotations

import subprocess
import sys

from apostil.analysis import stamps
from apostil.analysis.own_engine import OwnEngine


def test_a_stamp_names_the_engine_and_the_rules() -> None:
    assert stamps.made_by() == f"{OwnEngine().name}, rules {stamps.RULES}"


def test_a_language_is_tuned_or_not() -> None:
    assert not set(stamps.TUNED) & set(stamps.UNTUNED)


def test_asking_loads_nothing_else_of_the_analysis() -> None:
    program = "import sys, apostil.analysis.stamps as s; s.made_by(); print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    ours = {name for name in loaded if name.startswith("apostil.analysis")}
    assert ours == {"apostil.analysis", "apostil.analysis.stamps"}
