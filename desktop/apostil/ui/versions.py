"""What the window does with originals and versions: verify, save, extract anew, compare, switch, place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from apostil.domain.edits import AnnotationsEdit, SeveralEdits, SuccessionEdit
from apostil.domain.errors import ApostilError, PasswordNeededError
from apostil.domain.provenance import Choice
from apostil.jobs.pool import Limits
from apostil.services import reading
from apostil.ui.models.words import shortened
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from apostil.domain.annotation import Annotation
    from apostil.domain.article import Article, ArticleId
    from apostil.domain.edits import Edit
    from apostil.domain.provenance import Verification
    from apostil.jobs.qt_jobs import Handle, Jobs
    from apostil.services.anchoring import Guess
    from apostil.services.comparing import Comparison
    from apostil.services.extracting import Anew
    from apostil.ui.desk import Desk

LIMITS = Limits(seconds=reading.SECONDS, memory=reading.MEMORY)


class Versions(QObject):
    """The originals and versions of one library's articles; one extraction at a time.

    Signals:
        progressed: an extraction has begun, or is through.
        told: a sentence about what was done.
        failed: a sentence about what could not be done.
        locked: an ArticleId, the Choice and whether a password was wrong: another one is needed to extract it.
        arrived: the ArticleIds of a new version, which nothing was found in yet.
        succeeded: the ArticleId that was read and the one that is read in its place.
    """

    progressed = Signal()
    told = Signal(object)
    failed = Signal(object)
    locked = Signal(object, object, object)
    arrived = Signal(object)
    succeeded = Signal(object, object)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._running: Handle[Any] | None = None

    @property
    def busy(self) -> bool:
        """Whether an article is being extracted anew."""
        return self._running is not None

    def close(self) -> None:
        """Give up what is under way."""
        if self._running is not None:
            self._running.cancel()
            self._end()

    # The original

    def verify(
        self,
        article_id: ArticleId,
        done: Callable[[Verification], object],
        failed: Callable[[ApostilError], object],
    ) -> Handle[Verification]:
        """Work out both fingerprints anew, in the background."""
        from apostil.services import versions

        return self._jobs.in_thread(versions.verify, self._desk.library, article_id, done=done, failed=failed)

    def save_original(self, article_id: ArticleId, parent: QWidget) -> None:
        """Ask where to write the file as it came, and write it."""
        from apostil.services import extracting
        from apostil.ui import chooser

        path = chooser.original_target(parent, self._desk.library.source(article_id).name)
        if path is not None:
            self._jobs.in_thread(
                extracting.save_original,
                self._desk.library,
                article_id,
                path,
                done=lambda _none: self.told.emit(self.tr("The original was written to {}.").format(path)),
                failed=self._fail,
            )

    # Extracting anew

    def choices(self, article_id: ArticleId) -> tuple[Choice, ...]:
        """The ways in which an article can be extracted from its source, the usual one first."""
        from apostil.services import extracting

        return extracting.choices_for(self._desk.library.source(article_id).media_type)

    def extract_again(self, article_id: ArticleId, choice: Choice, password: str = "") -> None:
        """Extract an article anew from the bytes in the library, and let that take its place."""
        if self.busy:
            self.told.emit(self.tr("Another article is being extracted. Try again in a moment."))
            return
        name = self._desk.library.source(article_id).name
        self.told.emit(self.tr("Extracting “{}” again…").format(shortened(name)))
        self._running = self._jobs.in_thread(
            self._desk.library.source_bytes,
            article_id,
            done=lambda data: self._extract(article_id, data, name, choice, password),
            failed=self._not_replaced,
        )
        self.progressed.emit()

    def _extract(self, article_id: ArticleId, data: bytes, name: str, choice: Choice, password: str) -> None:
        from apostil.services import extracting

        self._running = self._jobs.submit(
            extracting.extract_anew,
            data,
            name,
            choice,
            password,
            done=lambda anew: self._replace(article_id, anew),
            failed=lambda error: self._not_extracted(article_id, choice, error),
            limits=LIMITS,
        )

    def _not_extracted(self, article_id: ArticleId, choice: Choice, error: ApostilError) -> None:
        self._end()
        if isinstance(error, PasswordNeededError):
            self.locked.emit(article_id, choice, error.wrong)
        else:
            self.failed.emit(self.tr("It was not extracted again. {}").format(reading.reason_of(error)))

    def _replace(self, article_id: ArticleId, anew: Anew) -> None:
        from apostil.services import extracting

        self._running = self._jobs.in_thread(
            extracting.replacement,
            self._desk.library,
            article_id,
            anew,
            self._desk.now(),
            done=self._replaced,
            failed=self._not_replaced,
        )

    def _replaced(self, edit: SeveralEdits | None) -> None:
        self._end()
        if edit is None:
            self.told.emit(self.tr("Extracted again: the text is the same as before, so nothing changed."))
        else:
            self._exchange(edit, self.tr("New version"))

    # One version in the place of another

    def switch(self, article_id: ArticleId, other: ArticleId) -> None:
        """Read another version instead."""
        from apostil.services import extracting

        library = self._desk.library
        choices = [library.provenance(one).choice for one in (article_id, other)]
        if choices[1] is Choice.CHAPTERS and choices[0] is not Choice.CHAPTERS:
            self.extract_again(article_id, Choice.CHAPTERS)  # which gives all the chapters that were there
            return
        number = next((one.number for one in library.versions(other) if one.id == other), 0)
        self._succeed(extracting.switched, article_id, other, self.tr("Version {}").format(number))

    def replace(self, older: ArticleId, newer: ArticleId) -> None:
        """Let a newer copy take the place of the older one, with everything that was marked there."""
        from apostil.services import versions

        self._succeed(versions.replaced, older, newer, self.tr("New version"))

    def keep_both(self, one: ArticleId, other: ArticleId) -> None:
        """Remember that neither is a version of the other."""
        self._desk.set_apart(one, other)
        self.told.emit(self.tr("Both are kept, each as an article of its own."))

    def _succeed(self, make: Callable[..., SeveralEdits], before: ArticleId, after: ArticleId, title: str) -> None:
        self._jobs.in_thread(
            make,
            self._desk.library,
            before,
            after,
            self._desk.now(),
            done=lambda edit: self._exchange(edit, title),
            failed=self._fail,
        )

    def _exchange(self, edit: SeveralEdits, title: str) -> None:
        successions = [one for one in edit.edits if isinstance(one, SuccessionEdit)]
        if not self._desk.do(edit):
            return
        for one in successions:
            self.succeeded.emit(one.before, one.after)
        arrived = tuple(dict.fromkeys(one.after for one in successions))
        self.arrived.emit(arrived)
        words = f"{title}: {_what_moved(edit)}{self._open_marked(edit, arrived)}"
        self._tell_exchange(words, tuple(dict.fromkeys(one.before for one in successions)), arrived)

    def _tell_exchange(self, words: str, before: tuple[ArticleId, ...], after: tuple[ArticleId, ...]) -> None:
        """Say what moved, and which corrections of names did not, which may take a while to find out."""
        from apostil.services import versions

        library = self._desk.library
        if not any(map(library.corrections, before)):
            self.told.emit(words)
            return
        self._jobs.in_thread(
            versions.unplaced,
            library,
            before,
            after,
            done=lambda left: self.told.emit(f"{words} {versions.unplaced_words(left)}".rstrip()),
            failed=self._fail,
        )

    def _open_marked(self, edit: SeveralEdits, arrived: tuple[ArticleId, ...]) -> str:
        """Of several chapters, open the one to which most highlights went, and say which."""
        went = Counter(mark.article_id for mark in _moved(edit))
        if len(arrived) == 1 or not went:
            return ""
        most, _ = went.most_common(1)[0]
        self._desk.open(most)
        entry = self._desk.library.entry(most)
        title = shortened(entry.title or entry.source_name)
        if len(went) > 1:
            return " " + self.tr("Most are in “{}”, which is open now.").format(title)
        return " " + self.tr("“{}” is open now.").format(title)

    def compare(
        self,
        older: ArticleId,
        newer: ArticleId,
        done: Callable[[Comparison], object],
        failed: Callable[[ApostilError], object],
    ) -> Handle[Comparison]:
        """Find out, in a worker, what is the same in two articles and what is not."""
        from apostil.services import comparing

        library = self._desk.library
        articles = library.article(older), library.article(newer)
        known = [library.analysis(one) for one in (older, newer)]
        sentences = [None if found is None else found.sentences for found in known]
        return self._jobs.submit(comparing.compare, *articles, *sentences, done=done, failed=failed)

    # Placing

    def guess(self, orphan: Annotation, article: Article, done: Callable[[tuple[Guess, ...]], object]) -> None:
        """Find out, in the background, where a mark might belong."""
        from apostil.services import anchoring

        self._jobs.in_thread(anchoring.guesses, orphan, article, done=done, failed=self._fail)

    def _not_replaced(self, error: ApostilError) -> None:
        self._end()
        self._fail(error)

    def _end(self) -> None:
        self._running = None
        self.progressed.emit()

    def _fail(self, error: ApostilError) -> None:
        self.failed.emit(error.message)


def _moved(edit: Edit) -> list[Annotation]:
    edits = edit.edits if isinstance(edit, SeveralEdits) else (edit,)
    return [mark for one in edits if isinstance(one, AnnotationsEdit) for mark in one.after]


def _what_moved(edit: Edit) -> str:
    """How many highlights found their place, in words."""
    moved = _moved(edit)
    waiting = sum(not mark.placed for mark in moved)
    if not moved:
        return _tr("there were no highlights, so nothing had to move.")
    if not waiting:
        all_of_them = counted(len(moved), _tr("highlight"), _tr("highlights"))
        return (
            _tr("{} found the place.").format(all_of_them)
            if len(moved) == 1
            else (_tr("all {} found their places.").format(all_of_them))
        )
    verb = _tr("waits in Notes") if waiting == 1 else _tr("wait in Notes")
    placed = len(moved) - waiting
    return _tr("{placed} of {highlights} found their place, {waiting} {wait}.").format(
        placed=placed,
        highlights=counted(len(moved), _tr("highlight"), _tr("highlights")),
        waiting=waiting,
        wait=verb,
    )


def _tr(words: str) -> str:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("Versions", words)
