"""What the window asks of the whole library about its entities, and changes there, away from its own thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from apostil.domain.edits import Changes, Topic
from apostil.ui.wording import done_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from apostil.domain.article import ArticleId
    from apostil.domain.edits import Edit
    from apostil.domain.errors import ApostilError
    from apostil.domain.names import EntityPage, Graph, Named, Passage, Proposal, Tie
    from apostil.jobs.qt_jobs import Handle, Jobs
    from apostil.services.corrections.previewing import Preview
    from apostil.services.graph import Places
    from apostil.store.library import Library
    from apostil.ui.desk import Desk
    from apostil.ui.history import GraphPlace

    Failed = Callable[[ApostilError], object]

T = TypeVar("T")

PAUSE_MS = 10
"""Between two articles that are looked up, so that whatever else is wanted meanwhile is hardly slower for it."""


class Explorer(QObject):
    """One library's entities; answers come later, to whoever asked.

    Signals:
        failed: a sentence about what could not be done, where nobody else is told.
        told: a sentence about what was done.
        indexed: what articles name that had waited for it is known by now.
    """

    failed = Signal(object)
    told = Signal(object)
    indexed = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._running: dict[Handle[Any], None] = {}
        self._looked_up = 0
        self._closed = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_up)

    def close(self) -> None:
        """Give up what is under way."""
        self._closed = True
        self._pause.stop()
        for handle in tuple(self._running):
            handle.cancel()
        self._running.clear()

    # Questions

    def page(
        self, identity: str, done: Callable[[EntityPage | None], object], failed: Failed | None = None
    ) -> Handle[Any]:
        """Everything the library says of an entity."""
        from apostil.services import entities

        return self._ask(entities.entity_page, self._desk.library, identity, done=done, failed=failed)

    def proposals(self, identity: str, done: Callable[[tuple[Proposal, ...]], object]) -> Handle[Any]:
        """What may be one with an entity, and is not taken for it."""
        return self._ask(_proposals_of, self._desk.library, identity, done=done)

    def named(self, done: Callable[[tuple[Named, ...]], object]) -> Handle[Any]:
        """Every entity of the library, those of most articles first."""
        from apostil.services import entities

        return self._ask(entities.entities, self._desk.library, done=done)

    def graph(self, place: GraphPlace, done: Callable[[Graph], object], failed: Failed | None = None) -> Handle[Any]:
        """Who appears with whom."""
        return self._ask(_graph, self._desk.library, place, done=done, failed=failed)

    def lay_out(self, graph: Graph, done: Callable[[Places], object], failed: Failed | None = None) -> Handle[Any]:
        """Where the nodes of a graph stand; a worker works it out, and can be stopped."""
        from apostil.services import graph as graphs

        return self._keep(self._jobs.submit, graphs.laid_out, graph, done=done, failed=failed)

    def sentences(
        self, edge: Tie, articles: Iterable[ArticleId] | None, done: Callable[[tuple[Passage, ...]], object]
    ) -> Handle[Any]:
        """The sentences that name both ends of a tie."""
        from apostil.services import graph as graphs

        return self._ask(graphs.sentences, self._desk.library, edge, articles, done=done)

    def save(self, graph: Graph, places: Places, path: Path) -> None:
        """Write a graph into a file, in the format that its suffix says, and say so."""
        from apostil.services import exporting
        from apostil.services import graph as graphs

        words = self.tr("The graph was written to {}.").format(path)

        def write(data: bytes) -> None:
            self._ask(exporting.save, data, path, done=lambda _none: self.told.emit(words))

        self._keep(self._jobs.submit, graphs.exported, graph, places, path.suffix, done=write)

    # Changes

    def rename(self, identity: str, name: str, done: Callable[[Edit | None], object]) -> Handle[Any]:
        """The edit that calls an entity so in all articles."""
        from apostil.services import entities

        return self._ask(entities.rename, self._desk.library, identity, name, done=done)

    def merge(self, one: str, other: str, done: Callable[[Edit | None], object]) -> Handle[Any]:
        """The edit that makes one entity the same as another."""
        from apostil.services import entities

        return self._ask(entities.merge, self._desk.library, one, other, done=done)

    def namesake(self, identity: str, name: str, done: Callable[[Named | None], object]) -> Handle[Any]:
        """The entity that another one would become one with if it were called so."""
        from apostil.services import entities

        return self._ask(entities.namesake, self._desk.library, identity, name, done=done)

    def preview(self, edit: Edit, done: Callable[[Preview], object], failed: Failed | None = None) -> Handle[Any]:
        """What an edit would change."""
        from apostil.services.corrections import previewing

        return self._ask(previewing.preview, self._desk.library, "", edit, done=done, failed=failed)

    def do(self, edit: Edit, done: Callable[[], object] | None = None) -> None:
        """Apply an edit that touches many articles, away from the window's thread, and put it on the undo stack."""

        def applied(changes: Changes) -> None:
            self._desk.record(edit)
            self._desk.announce(changes)
            self._look_up()
            self.told.emit(self.tr("{done}. Undo (Ctrl+Z) takes it back.").format(done=done_words(edit.label)))
            if done is not None:
                done()

        self._ask(self._desk.library.apply, edit, done=applied)

    def do_again(self, edit: Edit) -> bool:
        """Apply an edit that is undone or redone, away from the window's thread; that it was begun is enough."""
        self._ask(self._desk.library.apply, edit, done=self._desk.announce, failed=self._desk.tell)
        return True

    # What waits to be looked up

    def follow(self, changes: Changes) -> None:
        """Look up what a change left for later."""
        if changes.touches(Topic.ANALYSIS):
            self.look_up()

    def look_up(self) -> None:
        """Find out, article by article, what those name that have come in or changed."""
        if not (self._closed or self._pause.isActive() or self._desk.read_only):
            self._pause.start()

    def _look_up(self) -> None:
        if not self._desk.read_only:
            self._ask(self._desk.library.index_next, done=self._looked)

    def _looked(self, found: bool) -> None:
        if found:
            self._looked_up += 1
            self._pause.start()
        elif self._looked_up:
            self._looked_up = 0
            self._desk.announce(Changes(frozenset(), frozenset({Topic.ANALYSIS})))
            self.indexed.emit()

    # How it is asked

    def _ask(
        self, work: Callable[..., T], *args: object, done: Callable[[T], object], failed: Failed | None = None
    ) -> Handle[Any]:
        return self._keep(self._jobs.in_thread, work, *args, done=done, failed=failed)

    def _keep(
        self,
        submit: Callable[..., Handle[Any]],
        work: Callable[..., T],
        *args: object,
        done: Callable[[T], object],
        failed: Failed | None = None,
    ) -> Handle[Any]:
        def answered(result: T) -> None:
            self._running.pop(handle, None)
            done(result)

        def refused(error: ApostilError) -> None:
            self._running.pop(handle, None)
            (failed or self._fail)(error)

        handle = submit(work, *args, done=answered, failed=refused)
        self._running[handle] = None
        return handle

    def _fail(self, error: ApostilError) -> None:
        self.failed.emit(error.message)


def _proposals_of(library: Library, identity: str) -> tuple[Proposal, ...]:
    from apostil.services import entities

    return tuple(one for one in entities.proposals(library) if identity in {one.one.identity, one.other.identity})


def _graph(library: Library, place: GraphPlace) -> Graph:
    from apostil.services import graph as graphs

    return graphs.graph(library, article_ids=place.articles, around=place.around)
