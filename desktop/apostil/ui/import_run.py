"""One import after the other, at work: files are read in the workers, kept, shown."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from apostil.domain.edits import PresenceEdit
from apostil.domain.errors import ApostilError, WorkerCrashedError
from apostil.domain.identity import new_id
from apostil.jobs.pool import Limits
from apostil.services import reading
from apostil.services.importing import opening
from apostil.services.importing.batches import in_batches
from apostil.services.importing.items import Item, Locked, Pile, Read, Refused, Terms, Undecided
from apostil.services.importing.keeping import Kept, import_label, keep
from apostil.services.importing.looking import look_for_files
from apostil.services.importing.piles import opened_pile
from apostil.services.importing.report import Problem, Report

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from apostil.domain.article import ArticleId
    from apostil.domain.provenance import Choice
    from apostil.jobs.qt_jobs import Handle, Jobs
    from apostil.services.importing.items import Batch, Outcome
    from apostil.services.importing.looking import Found
    from apostil.ui.desk import Desk
    from apostil.ui.importing import Importer

IN_FLIGHT = 3
"""Batches that are handed out at a time: one for each worker, and one that waits for the first of them to be idle."""
IN_MEMORY = 6
"""Batches that are held in memory at a time, those included that wait to be kept."""

LIMITS = Limits(seconds=reading.SECONDS, memory=reading.MEMORY)

SOON = 2.0
"""Seconds after which it can be told how long an import will take."""

SHOW_EVERY = 0.1
"""Seconds after which the window shows what has come in meanwhile."""

SKIPPED_BOOK = "This book was skipped at the question whether it is one article or several. Open it again to choose."
SKIPPED_LOCK = "Open the file again to give its password."


class ImportRun:
    """The work of an Importer, which it makes with its first files and whose signals tell how it goes."""

    def __init__(self, importer: Importer, desk: Desk, jobs: Jobs, clock: Callable[[], float]) -> None:
        self._importer = importer
        self._desk = desk
        self._jobs = jobs
        self._clock = clock
        self._looking: dict[str, Handle[Any]] = {}
        self._waiting: deque[Batch] = deque()
        self._reading: dict[str, Handle[Any]] = {}
        self._under_way: dict[str, Batch] = {}
        self._keeping = 0
        self._locked: list[Locked] = []
        self._undecided: list[Undecided] = []
        self._asking = self._active = False
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._report = Report()
        self._terms = Terms()
        self._edits: list[PresenceEdit] = []
        self._unpacked = 0
        self._unseen: list[ArticleId] = []
        self._shown = self._clock()
        self._began = self._clock()

    @property
    def busy(self) -> bool:
        """Whether files are on their way."""
        return self._active

    @property
    def report(self) -> Report:
        """How the present import goes, or how the last one went."""
        return self._report

    def open_files(self, paths: Sequence[Path], choice: Choice | None = None) -> None:
        """Import these files, and what is in these folders; with a choice, what of them is to become an article."""
        self._begin()
        key = new_id()
        self._looking[key] = self._jobs.in_thread(
            look_for_files,
            tuple(paths),
            choice,
            done=lambda found: self._found(key, found),
            failed=lambda error: self._not_found(key, error, paths),
        )
        self._importer.progressed.emit(self._report)

    def open_items(self, items: Sequence[Item]) -> None:
        """Import files that another one encloses."""
        self._begin()
        self._add(items)
        self._go_on()

    def open_text(self, text: str, title: str = "") -> None:
        """Import text that was pasted."""
        self._begin()
        try:
            file = reading.pasted(text)
        except ApostilError as error:
            self._report.total += 1
            self._fail(Item(given=reading.File(reading.PASTED, b"")), error.message)
        else:
            self._add((Item(given=file, title=title, size=len(file.data)),))
        self._go_on()

    def cancel(self) -> None:
        """Stop: what came in stays, the rest is dropped."""
        if not self.busy:
            return
        self._report.left_out += chain(*self._under_way.values(), *self._waiting)
        self._report.left_out += [locked.item for locked in self._locked]
        self._report.left_out += [book.item for book in self._undecided]
        self._drop()
        self._report.cancelled = True
        self._go_on()

    def close(self) -> None:
        """Stop for good, and tell nobody: what came in stays."""
        self._drop()
        self._active = False

    def _begin(self) -> None:
        if not self._active:
            self._active = True
            self._begin_anew()

    def _drop(self) -> None:
        for handle in (*self._looking.values(), *self._reading.values()):
            handle.cancel()
        for pending in (
            self._looking,
            self._reading,
            self._under_way,
            self._waiting,
            self._locked,
            self._undecided,
        ):
            pending.clear()
        if self._asking and self._importer.asker is not None:
            self._asking = False
            self._importer.asker.close()

    # Files on their way

    def _found(self, key: str, found: Found) -> None:
        self._looking.pop(key, None)
        self._report.piles += found.folders
        self._report.problems += found.problems
        self._add(found.items)
        self._go_on()

    def _not_found(self, key: str, error: ApostilError, paths: Sequence[Path]) -> None:
        self._looking.pop(key, None)
        self._report.total += len(paths)
        for path in paths:
            self._fail(Item(str(path)), error.message)
        self._go_on()

    def _add(self, items: Sequence[Item]) -> None:
        self._report.total += len(items)
        self._waiting.extend(in_batches(items))

    def _go_on(self) -> None:
        """Hand out what can be handed out; where nothing is under way any more, ask what is to be asked, or finish."""
        while self._waiting and len(self._reading) < IN_FLIGHT and len(self._reading) + self._keeping < IN_MEMORY:
            self._read(self._waiting.popleft())
        self._report.left = self._seconds_left()
        if self._looking or self._reading or self._keeping:
            self._importer.progressed.emit(self._report)
        elif not self._asking and not self._ask():
            self._finish()

    def _read(self, batch: Batch) -> None:
        key = new_id()
        self._report.now = batch[0].name
        self._under_way[key] = batch
        self._reading[key] = self._jobs.submit(
            opening.read_and_prepare,
            batch,
            self._terms,
            done=lambda outcomes: self._receive(key, outcomes),
            failed=lambda error: self._lose(key, batch, error),
            limits=LIMITS,
        )

    def _receive(self, key: str, outcomes: Sequence[Outcome]) -> None:
        self._end_reading(key)
        for outcome in outcomes:
            match outcome:
                case Pile():
                    self._open_pile(outcome)
                case Locked():
                    self._locked.append(outcome)
                case Undecided():
                    self._undecided.append(outcome)
                case Refused():
                    self._report.offers += outcome.item.enclosed(outcome.enclosed)
                    self._fail(outcome.item, outcome.reason)
        self._keep([outcome for outcome in outcomes if isinstance(outcome, Read)])
        self._go_on()

    def _end_reading(self, key: str) -> None:
        self._reading.pop(key, None)
        self._under_way.pop(key, None)

    def _lose(self, key: str, batch: Batch, error: ApostilError) -> None:
        """A worker ended over a batch: each of its files is tried by itself, so that the others come in."""
        self._end_reading(key)
        if len(batch) > 1:
            self._waiting.extendleft((item,) for item in reversed(batch))
        elif isinstance(error, WorkerCrashedError):
            self._name_reader(batch[0], error)
        else:
            self._fail(batch[0], reading.reason_of(error))
        self._go_on()

    def _name_reader(self, item: Item, error: ApostilError) -> None:
        key = new_id()

        def told(reader: str) -> None:
            self._end_reading(key)
            self._fail(item, reading.reason_of(error, reader))
            self._go_on()

        self._under_way[key] = (item,)
        self._reading[key] = self._jobs.submit(
            opening.reader_of,
            item,
            self._terms.passwords,
            done=told,
            failed=lambda _error: told(""),
            limits=LIMITS,
        )

    def _open_pile(self, pile: Pile) -> None:
        files, problem = opened_pile(pile, self._unpacked)
        self._unpacked += sum(item.size for item in files)
        self._report.piles += 1
        if problem:
            self._report.problems.append(Problem(pile.item.name, problem, pile.item.origin))
        self._report.done += 1
        self._add(files)

    def _keep(self, found: Sequence[Read]) -> None:
        if not found:
            return
        self._keeping += 1
        self._jobs.in_thread(
            keep,
            self._desk.library,
            found,
            self._desk.now(),
            done=lambda kept: self._kept(found, kept),
            failed=lambda error: self._not_kept(found, error),
        )

    def _kept(self, found: Sequence[Read], kept: Kept) -> None:
        self._keeping -= 1
        if not self._active:  # closed meanwhile: the window is gone
            return
        report = self._report
        report.new += (arrival.article for arrival in kept.new)
        report.known += (arrival.article for arrival in kept.known)
        report.arrivals += kept.new
        report.done += len(found)
        for read in found:
            report.offers += read.item.enclosed(read.extracted.enclosed)
        if kept.edit is not None:
            self._edits.append(kept.edit)
            self._unseen += kept.edit.articles
        if self._clock() - self._shown >= SHOW_EVERY:
            self._show()
        self._go_on()

    def _show(self) -> None:
        """Let the window show what has come in, some articles at a time: each time costs it a moment."""
        self._shown = self._clock()
        unseen, self._unseen = tuple(self._unseen), []
        if unseen:
            self._desk.announce(PresenceEdit("", unseen, present=True).changes())

    def _not_kept(self, found: Sequence[Read], error: ApostilError) -> None:
        self._keeping -= 1
        if not self._active:
            return
        self._desk.tell(error)
        for read in found:
            self._fail(read.item, error.message)
        self._go_on()

    def _fail(self, item: Item, reason: str) -> None:
        self._report.problems.append(Problem(item.name, reason, item.origin))
        self._report.done += 1

    # Questions

    def _ask(self) -> bool:
        """Whether there is something to ask."""
        if self._importer.asker is None:
            self._skip_locked(self._locked[:])
            self._skip_books(self._undecided[:])
            return False
        if not (self._locked or self._undecided):
            return False
        self._asking = True
        self._show()  # whoever is asked may be a while, and what is through can be read
        self._report.now, self._report.left = "", None
        self._importer.progressed.emit(self._report)
        if self._locked:
            locked = self._locked[0]
            self._importer.asker.password(locked, len(self._locked) - 1, lambda *given: self._unlock(locked, *given))
        else:
            book = self._undecided[0]
            self._importer.asker.book(book, len(self._undecided) - 1, lambda *chosen: self._decide(book, *chosen))
        return True

    def _unlock(self, locked: Locked, password: str | None, for_all: bool) -> None:
        """Try a password on every locked file: most often, files that came together have the same one."""
        self._asking = False
        if password is None:
            self._skip_locked(self._locked[:] if for_all else [locked])
        else:
            self._terms = replace(self._terms, passwords=(*self._terms.passwords, password))
            again = [replace(each.item, asked=each.item.asked or each is locked) for each in self._locked]
            self._locked.clear()
            self._waiting.extend(in_batches(again))
        self._go_on()

    def _decide(self, book: Undecided, choice: Choice | None, for_all: bool) -> None:
        self._asking = False
        chosen = self._undecided[:] if for_all else [book]
        if choice is None:
            self._skip_books(chosen)
        else:
            if for_all:
                self._terms = replace(self._terms, books=choice)
            for each in chosen:
                self._undecided.remove(each)
                self._waiting.append((replace(each.item, choice=choice),))
        self._go_on()

    def _skip_locked(self, skipped: Sequence[Locked]) -> None:
        for locked in skipped:
            self._locked.remove(locked)
            self._fail(locked.item, f"{locked.reason} {SKIPPED_LOCK}")

    def _skip_books(self, skipped: Sequence[Undecided]) -> None:
        for book in skipped:
            self._undecided.remove(book)
            self._fail(book.item, SKIPPED_BOOK)

    # The end

    def _finish(self) -> None:
        if not self._active:
            return
        self._show()
        self._active = False
        articles = tuple(article for edit in self._edits for article in edit.articles)
        if articles:
            label = self._edits[0].label if len(articles) == 1 else import_label(len(articles), "")
            self._desk.record(PresenceEdit(label, articles, present=True))
        self._importer.finished.emit(self._report)

    def _seconds_left(self) -> float | None:
        spent, through = self._clock() - self._began, self._report.done
        if spent < SOON or not through or self._looking:
            return None
        return spent / through * (self._report.total - through)
