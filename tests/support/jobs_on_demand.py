"""Jobs that are done when a test says so, in the same process: for tests of what happens around them."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from apostil.domain.errors import ApostilError

if TYPE_CHECKING:
    from collections.abc import Callable


class HeldHandle:
    """A handle on work that waits."""

    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class JobsOnDemand:
    """Keeps all work back until `run`, or until `step` for one piece of it."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[HeldHandle, Callable[[], object]]] = deque()

    def start(self) -> None:
        """There are no workers to start."""

    def submit(
        self,
        work: Callable[..., Any],
        *args: object,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[ApostilError], object] | None = None,
        **_: object,
    ) -> HeldHandle:
        handle = HeldHandle()

        def tell() -> None:
            try:
                result = work(*args)
            except ApostilError as error:
                if failed is None:
                    raise
                failed(error)
            else:
                if done is not None:
                    done(result)

        self._waiting.append((handle, tell))
        return handle

    in_thread = submit

    def step(self) -> None:
        """Do the piece of work that has waited longest, unless it was cancelled."""
        handle, tell = self._waiting.popleft()
        if not handle.cancelled:
            tell()

    def run(self) -> None:
        """Do all work, and what comes of it."""
        while self._waiting:
            self.step()
