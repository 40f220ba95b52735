"""Corrections of names as the window makes them: counted before, and made, away from its thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from apostil.domain.edits import CorrectionsEdit
from apostil.domain.entity import Scope
from apostil.services.corrections import operations
from apostil.services.corrections.operations import Operation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from apostil.domain.edits import Changes, Edit
    from apostil.domain.errors import ApostilError
    from apostil.domain.glossary import GlossaryEntry
    from apostil.jobs.qt_jobs import Handle, Jobs
    from apostil.services.corrections.correcting import Correcting
    from apostil.services.corrections.operations import Wish
    from apostil.services.corrections.previewing import Preview
    from apostil.store.library import Library
    from apostil.ui.desk import Desk


_QUICK = frozenset({Scope.MENTION, Scope.ENTITY, Scope.ARTICLE})


class Count:
    """What a correction would change, while that is being counted."""

    def __init__(self) -> None:
        self.stopped = False
        self.handle: Handle[Any] | None = None

    def stop(self) -> None:
        """Count no further, and tell nobody."""
        self.stopped = True
        if self.handle is not None:
            self.handle.cancel()


class Corrector(QObject):
    """Makes corrections of one library's names, whatever their scope.

    Signals:
        told: a sentence about what was done.
        failed: a sentence about what could not be done.
        done: an edit that was made.
    """

    told = Signal(object)
    failed = Signal(object)
    done = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._jobs = jobs
        self._counts: set[Count] = set()
        self._running: set[Handle[Any]] = set()

    def close(self) -> None:
        """Give up what is being counted; what is being made is made, and told to nobody."""
        for count in tuple(self._counts):
            count.stop()
        for handle in tuple(self._running):
            handle.cancel()
        self._counts.clear()
        self._running.clear()

    def count(
        self,
        wish: Wish,
        done: Callable[[Correcting, Preview], object],
        failed: Callable[[ApostilError], object],
    ) -> Count:
        """Find out what a wish would change; whoever asks is told, unless they stop it."""
        return self._count(operations.counted, wish, done=lambda result: done(*result), failed=failed)

    def preview(
        self, edit: Correcting, done: Callable[[Preview], object], failed: Callable[[ApostilError], object]
    ) -> Count:
        """Find out what an edit would change; whoever asks is told, unless they stop it."""
        return self._count(_preview, edit, done=done, failed=failed)

    def _count(
        self,
        work: Callable[..., Any],
        asked: object,
        *,
        done: Callable[[Any], object],
        failed: Callable[[ApostilError], object],
    ) -> Count:
        count = Count()

        def counted(result: object) -> None:
            self._counts.discard(count)
            done(result)

        def refused(error: ApostilError) -> None:
            self._counts.discard(count)
            failed(error)

        self._counts.add(count)
        count.handle = self._jobs.in_thread(
            work, self.desk.library, asked, lambda: count.stopped, done=counted, failed=refused
        )
        return count

    def fulfil(self, wish: Wish) -> None:
        """Make a wish true, as one step of undo."""
        self._ask(operations.edit_of, self.desk.library, wish, done=self.do)

    def grant(self, wish: Wish) -> None:
        """Make a wish true now, where it is about the article and takes no longer than a moment to think of."""
        if wish.scope in _QUICK and wish.operation is not Operation.MARK:
            self.do(operations.edit_of(self.desk.library, wish))
        else:
            self.fulfil(wish)

    def do(self, edit: Edit) -> None:
        """Make an edit; what reaches beyond an article is made away from the window's thread."""
        if isinstance(edit, CorrectionsEdit):
            if edit.before != edit.after and self.desk.do(edit):
                self.done.emit(edit)
            return

        def applied(changes: Changes) -> None:
            self.desk.record(edit)
            self.desk.announce(changes)
            self.done.emit(edit)

        self._ask(self.desk.library.apply, edit, done=applied)

    # The glossary's files

    def read_list(self, path: Path, done: Callable[[Any], object]) -> None:
        """Read a list of names, and find out what it would say anew."""
        from apostil.services.corrections import glossaries

        self._ask(glossaries.compared, self.desk.library, path, done=done)

    def write_list(self, entries: tuple[GlossaryEntry, ...], path: Path, done: Callable[[], object]) -> None:
        """Write a list of names."""
        from apostil.services.corrections import glossaries

        self._ask(glossaries.write, entries, path, done=lambda _none: done())

    def _ask(self, work: Callable[..., Any], *args: object, done: Callable[[Any], object]) -> None:
        def answered(result: object) -> None:
            self._running.discard(handle)
            done(result)

        def refused(error: ApostilError) -> None:
            self._running.discard(handle)
            self.desk.tell(error)

        handle = self._jobs.in_thread(work, *args, done=answered, failed=refused)
        self._running.add(handle)


def _preview(library: Library, edit: Correcting, stopped: Callable[[], bool]) -> Preview:
    from apostil.domain.article import ArticleId
    from apostil.services.corrections import previewing

    return previewing.preview(library, ArticleId(""), edit, stopped)
