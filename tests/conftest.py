"""What holds for every test: no screen, a home of its own, silence, and nothing left running."""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from support import leaks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytest_plugins = ["pytester"]
os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile(
    "usual",
    derandomize=True,
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("usual"), derandomize=False, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Remember from now on where threads, processes and timers begin; pytest-qt has loaded Qt by then."""
    leaks.watch_threads()
    leaks.watch_processes()
    if sys.modules.get("PySide6.QtCore"):
        leaks.watch_timers()


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Name no test by bytes: an archive tells when it was made, and every worker has to collect the same names."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fail where a test leaves a thread, a child process, a timer, pool work or a window."""
    before = leaks.State()
    yield
    left = before.left_since()
    if left:
        pytest.fail("left running after the test:\n" + "\n".join(left), pytrace=False)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test keeps its library and settings in a folder of its own."""
    home = tmp_path / "apostil-home"
    monkeypatch.setenv("APOSTIL_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def coverage_in_qt_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let coverage see what runs in threads that Qt starts, which know nothing of `threading.settrace`."""
    trace = threading.gettrace()
    if trace is None or "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QRunnable, QThreadPool

    start = QThreadPool.start

    def traced(pool: QThreadPool, work: object, *rest: int) -> None:
        if callable(work) and not isinstance(work, QRunnable):
            start(pool, lambda: (sys.settrace(trace), work()), *rest)
        else:
            start(pool, work, *rest)

    monkeypatch.setattr(QThreadPool, "start", traced)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where anything in this process looks up a name or connects to an address of a network."""

    def refused(*asked: object, **_: object) -> None:
        pytest.fail(f"something wanted to reach a network: {asked}", pytrace=True)

    def connecting(connect: Callable[..., object]) -> Callable[..., object]:
        def local(self: socket.socket, address: object) -> object:
            return connect(self, address) if self.family == getattr(socket, "AF_UNIX", None) else refused(address)

        return local

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, connecting(getattr(socket.socket, name)))
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
        monkeypatch.setattr(socket, name, refused)


class _Unexpected(logging.Handler):
    """Collects the warnings and errors that a test did not announce with `caplog.at_level`."""

    def __init__(self, expected: logging.Handler) -> None:
        super().__init__(logging.WARNING)
        self.expected = expected
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if self.expected.level != record.levelno:
            self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def silence(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a log record at WARNING or above, unless `with caplog.at_level(...)` named exactly its level."""
    handler = _Unexpected(caplog.handler)
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.lines:
        pytest.fail("logged, and not expected with caplog.at_level:\n" + "\n".join(handler.lines), pytrace=False)
