"""Jobs that are done when they are given, in the same process: for tests of what happens around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apostil.domain.errors import ApostilError

if TYPE_CHECKING:
    from collections.abc import Callable


class DoneHandle:
    """A handle on work that is over."""

    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class JobsAtOnce:
    """Calls the work at once; `held` keeps outcomes back until `release`, so that a test can act meanwhile."""

    def __init__(self, *, held: bool = False) -> None:
        self.held = held
        self._outcomes: list[tuple[DoneHandle, Callable[[], object]]] = []

    def submit(self, work: Callable[..., Any], *args: object, done: Any, failed: Any, **_: object) -> DoneHandle:
        handle = DoneHandle()

        def tell() -> None:
            try:
                result = work(*args)
            except ApostilError as error:
                failed(error)
            else:
                done(result)

        if self.held:
            self._outcomes.append((handle, tell))
        else:
            tell()
        return handle

    in_thread = submit

    def release(self) -> None:
        """Let happen what was kept back, as far as it was not cancelled."""
        outcomes, self._outcomes = self._outcomes, []
        for handle, tell in outcomes:
            if not handle.cancelled:
                tell()
