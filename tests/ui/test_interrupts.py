"""Signals close the windows."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from apostil.ui.interrupts import SIGNALS, Interrupts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send to oneself"),
]


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_is_heard_in_the_event_loop(number: signal.Signals, qtbot: QtBot) -> None:
    interrupts = Interrupts()
    with qtbot.waitSignal(interrupts.came):
        os.kill(os.getpid(), number)
    interrupts.close()


def test_the_signals_are_given_back() -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    Interrupts().close()
    assert [signal.getsignal(number) for number in SIGNALS] == before
