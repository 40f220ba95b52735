"""Work may report without anybody listening."""

from __future__ import annotations

from apostil.progress import Silent


def test_silence_is_no_reason_to_stop():
    nobody = Silent()
    nobody.report(1, 2, "half")
    assert not nobody.cancelled
