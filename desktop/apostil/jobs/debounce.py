"""Something that follows a run of changes once, shortly after the last of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, ParamSpec

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")


class Debounced(Generic[P]):
    """Calls back once, so many milliseconds after it was last called, with the arguments of that last call.

    What waits is lost with its parent: `flush` before.
    """

    def __init__(self, ms: int, call: Callable[P, object], parent: QObject | None = None) -> None:
        self._call = call
        self._waiting: tuple[tuple[object, ...], dict[str, object]] | None = None
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ms)
        self._timer.timeout.connect(self.flush)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Call back later, and forget earlier calls that still wait."""
        self._waiting = args, kwargs
        self._timer.start()

    @property
    def pending(self) -> bool:
        """Whether a call waits."""
        return self._waiting is not None

    def flush(self) -> None:
        """Make the waiting call now, where there is one."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            args, kwargs = waiting
            self._call(*args, **kwargs)  # type: ignore[arg-type]  # kept as they came

    def cancel(self) -> None:
        """Forget the waiting call."""
        self._timer.stop()
        self._waiting = None
