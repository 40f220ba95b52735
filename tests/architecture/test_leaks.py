"""The net under every test catches what it should."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow

from support import leaks


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(leaks, "PATIENCE", 0.05)


def test_a_clean_test_leaves_nothing(qapp):
    assert leaks.State().left_since() == []


def test_a_thread_is_found_with_its_place():
    before, stop = leaks.State(), threading.Event()
    thread = threading.Thread(target=stop.wait, name="forgotten")  # noqa: TID251
    thread.start()
    (line,) = before.left_since()
    stop.set()
    thread.join()
    assert "forgotten" in line
    assert "test_leaks.py" in line


def test_a_child_process_is_found():
    before = leaks.State()
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    lines = before.left_since()
    child.communicate(b"\n")
    assert len(lines) == 1


def test_a_child_process_with_an_owner_is_none():
    before = leaks.State()
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    with leaks.owned(lambda: {child.pid}):
        owned = before.left_since()
    lines = before.left_since()
    child.communicate(b"\n")
    assert (owned, len(lines)) == ([], 1)


def test_a_running_timer_is_found(qapp):
    before, timer = leaks.State(), QTimer()
    timer.start(60_000)
    (line,) = before.left_since()
    timer.stop()
    assert "60000 ms" in line


def test_a_window_is_found(qtbot):
    before, window = leaks.State(), QMainWindow()
    (line,) = before.left_since()
    qtbot.addWidget(window)
    window.deleteLater()
    assert "QMainWindow" in line


def test_an_announced_warning_is_no_failure(caplog):
    with caplog.at_level(logging.WARNING):
        logging.getLogger("apostil").warning("expected")
    assert caplog.messages == ["expected"]


def test_an_unannounced_warning_fails_the_test(pytester, request, caplog):
    conftest = (request.config.rootpath / "tests" / "conftest.py").read_text("utf-8")
    pytester.makeconftest(conftest)
    pytester.makepyfile("import logging\ndef test_loud():\n    logging.getLogger('a').warning('boo')\n")
    with caplog.at_level(logging.WARNING):
        result = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*WARNING a: boo*"])
