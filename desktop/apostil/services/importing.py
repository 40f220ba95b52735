"""Many files on their way into a library: what a worker reads of them, and what the library keeps."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeVar

from apostil.domain.article import Source
from apostil.domain.edits import PresenceEdit
from apostil.domain.errors import ApostilError, PasswordNeededError, UnreadableFileError
from apostil.domain.provenance import Choice
from apostil.services import reading

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from apostil.domain.article import ArticleId
    from apostil.importers.registry import Enclosed, Format
    from apostil.store.library import Library
    from apostil.store.preparing import Incoming, Prepared

    _Firsts = dict[tuple[str, Choice], "Read"]
    _There = dict[tuple[str, Choice], tuple[tuple[ArticleId, bool], ...]]

T = TypeVar("T")

BATCH = 8
"""How many files a worker is given at a time, at most: fewer, and handing them over would cost as much as reading."""
BATCH_BYTES = 4 * 2**20
"""How many bytes they have together, unless it is one file alone."""
UNKNOWN_SIZE = BATCH_BYTES // BATCH
"""What a file counts whose size nobody tells."""

DEPTH = 3
"""How many piles of files may lie in one another."""
MAX_UNPACKED = 2**30
"""How many bytes of all piles of one import are unpacked."""

WITHIN = " › "
"""Stands between what encloses a file and the file."""

Batch = tuple["Item", ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step into what encloses other files: the name of one of them, and its place there."""

    name: str
    place: int


@dataclass(frozen=True, slots=True)
class Item:
    """A file to be read: on the disk, or enclosed there in other files, or given with its bytes.

    `choice` is what is to become of it where that was decided for this file alone, `title` is what the article is
    called whatever the file says, and `asked` says that somebody was asked for a password already.
    """

    path: str = ""
    way: tuple[Step, ...] = ()
    size: int = 0
    given: reading.File | None = None
    title: str = ""
    choice: Choice | None = None
    asked: bool = False

    @property
    def name(self) -> str:
        """The name of the file, without what it lies in."""
        if self.given is not None:
            return self.given.name
        return PurePath(self.way[-1].name).name if self.way else reading.displayed(PurePath(self.path).name)

    @property
    def origin(self) -> str:
        """Where the file lies, in words: the path on the disk, and the way inside."""
        if self.given is not None:
            return self.given.origin
        return WITHIN.join((_shown_path(self.path), *(step.name for step in self.way)))

    def enclosed(self, files: Sequence[Enclosed]) -> tuple[Item, ...]:
        """The files that this one encloses."""
        return tuple(
            Item(self.path, (*self.way, Step(file.name, place)), file.size, choice=self.choice)
            for place, file in enumerate(files)
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """How the files of one import are read: `books` in one piece or in chapters, where None leaves that to be asked."""

    books: Choice | None = None
    passwords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read: its bytes and its articles, and what it encloses that could be read too.

    Once it is prepared for the library, `sha256` is the fingerprint of the bytes, and `prepared` are the articles as
    they are kept there; as such alone, without `extracted`.
    """

    item: Item
    file: reading.File
    extracted: reading.Extracted
    choice: Choice = Choice.ARTICLE
    prepared: tuple[Prepared, ...] = ()
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Pile:
    """A file that is nothing but other files."""

    item: Item
    files: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Locked:
    """A file that none of the known passwords opens."""

    item: Item
    reason: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """A book of so many chapters, which may become one article or as many."""

    item: Item
    chapters: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read, and why; what it encloses can perhaps be read all the same."""

    item: Item
    reason: str
    enclosed: tuple[Enclosed, ...] = ()


Outcome = Read | Pile | Locked | Undecided | Refused


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that was not opened: its name, why, and where it lies."""

    name: str
    reason: str
    origin: str = ""

    @property
    def sentence(self) -> str:
        """Which file it is and why it was not opened."""
        return reading.not_opened(self.name, self.reason)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that came in, or that was there already."""

    article: ArticleId
    title: str
    item: Item


@dataclass(slots=True)
class Report:
    """How an import goes, and went: what is new, what was there already, and what could not be opened.

    `offers` are files enclosed in mails, which come in only if somebody wants them; `left_out` are those that were
    not looked at any more when the import was cancelled. `done` of `total` files are
    through, of which one can give several articles; `now` names a file that is being read, `left` says how many
    seconds are left, where that can be told, `piles` how many folders and archives were opened.
    """

    new: list[ArticleId] = field(default_factory=list)
    known: list[ArticleId] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    left_out: list[Item] = field(default_factory=list)
    offers: list[Item] = field(default_factory=list)
    total: int = 0
    done: int = 0
    piles: int = 0
    now: str = ""
    left: float | None = None
    cancelled: bool = False

    @property
    def dropped(self) -> int:
        """The number of files that were not looked at, because the import was cancelled."""
        return self.total - self.done if self.cancelled else 0


@dataclass(frozen=True, slots=True)
class Found:
    """The files that are to be read, the folders that could not be looked into, and how many folders were."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...] = ()
    folders: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """What a library took in: the articles that are new and those that it had, and the edit that made them appear."""

    new: tuple[Arrival, ...] = ()
    known: tuple[Arrival, ...] = ()
    edit: PresenceEdit | None = None


def look_for_files(paths: Iterable[Path], choice: Choice | None = None) -> Found:
    """The files at these paths and in the folders among them, each once."""
    files: dict[Path, None] = {}
    problems: list[Problem] = []
    opened = 0
    for path in dict.fromkeys(_with_pages(paths)):
        if not _is_folder(path):
            files[path] = None
            continue
        opened += 1
        inside, missed = _inside(path)
        files.update(dict.fromkeys(inside))
        problems += missed
    return Found(tuple(Item(str(path), size=_size_of(path), choice=choice) for path in files), tuple(problems), opened)


CLOSED_FOLDER = "This folder could not be looked into. Change its permissions, or copy its files to another place."
EMPTY_FOLDER = "There are no files in this folder. Open another one, or look whether its files are hidden."
TOO_DEEP = (
    f"This archive lies in {DEPTH} others, and no more are opened in one another. Take it out, and open it by itself."
)
NOTHING_ENCLOSED = "There is nothing in this archive that could be read. Look whether it is the right one."
TOO_MUCH = (
    f"What is in this archive would take more than {MAX_UNPACKED // 2**30} GB with the others of this import, so "
    "{left} of its {all} files were left in it. Take them out, and open them by themselves."
)


def batches(items: Sequence[Item], workers: int = 2) -> Iterator[Batch]:
    """The items in batches for a worker each, which is busy with one for a moment: of files that lie together."""
    most = max(1, min(BATCH, math.ceil(len(items) / (2 * workers))))
    for _, together in groupby(items, key=_enclosing):
        yield from _cut(together, most)


def read_batch(batch: Batch, terms: Terms) -> tuple[Outcome, ...]:
    """What is in each of these files, whatever happens with the others. Runs in a worker process."""
    if len(batch) > 1 and batch[0].way:
        return _read_together(batch, terms)
    return tuple(_read_one(item, terms, lambda item=item: _loaded(item, terms.passwords)) for item in batch)  # type: ignore[misc]


def read_and_prepare(batch: Batch, terms: Terms) -> tuple[Outcome, ...]:
    """What is in each of these files, ready to be kept. Runs in a worker process."""
    outcomes = read_batch(batch, terms)
    return tuple(_prepared(outcome) if isinstance(outcome, Read) else outcome for outcome in outcomes)


def _prepared(read: Read) -> Read:
    from apostil.store.preparing import prepare

    # The blocks are written down already: as objects they would take long to hand over.
    prepared = tuple(
        replace(made, article=replace(made.article, blocks=())) for made in map(prepare, read.extracted.articles)
    )
    extracted = replace(read.extracted, articles=())
    return replace(read, extracted=extracted, prepared=prepared, sha256=sha256(read.file.data).hexdigest())


def reader_of(item: Item, passwords: Sequence[str] = ()) -> str:
    """What the reader of such files is called, empty where that cannot be told. Runs in a worker process."""
    from apostil.importers import registry

    try:
        file = _loaded(item, passwords)
        return registry.recognise(file.data, file.name).name
    except ApostilError:
        return ""


def left_in(item: Item, passwords: Sequence[str]) -> tuple[Enclosed, ...]:
    """The files in a pile that are not read, as they are of no kind that is.

    Raises:
        UnreadableFileError: where the pile cannot be opened.
    """
    from apostil.importers import registry

    file = _loaded(item, passwords)
    form = registry.recognise(file.data, file.name)
    if form.container is None or form.container.left is None:
        return ()
    left = form.container.left
    return _unlocking(lambda password: left(reading.unlocked(form, file.data, password), file.name), passwords)


def opened_pile(pile: Pile, unpacked: int) -> tuple[tuple[Item, ...], str]:
    """The files of a pile that are to be read after so many bytes of others, and why it is not all of them."""
    if not pile.files:
        return (), NOTHING_ENCLOSED
    if len(pile.item.way) >= DEPTH:
        return (), TOO_DEEP
    taken = []
    for item in pile.files:
        unpacked += item.size
        if unpacked > MAX_UNPACKED:
            break
        taken.append(item)
    left = len(pile.files) - len(taken)
    return tuple(taken), TOO_MUCH.format(left=left, all=len(pile.files)) if left else ""


def keep(library: Library, found: Sequence[Read], now: dt.datetime) -> Kept:
    """Put what was read and prepared into the library, and make it appear."""
    firsts: _Firsts = {}
    for read in found:
        firsts.setdefault((read.sha256, read.choice), read)
    there = {key: library.known_parts(*key) for key in firsts}
    incoming = [(read, one) for key, read in firsts.items() if not there[key] for one in _incoming(read, now)]
    ids = library.insert_all([one for _, one in incoming])
    new = tuple(
        Arrival(article, one.prepared.article.metadata.title, read.item)
        for (read, one), article in zip(incoming, ids, strict=True)
    )
    known = tuple(
        Arrival(article, library.entry(article).title, read.item)
        for read in found
        for article in _already(read, firsts, there, new)
    )
    hidden = (article for parts in there.values() for article, present in parts if not present)
    appearing = (*ids, *hidden)
    if not appearing:
        return Kept(new, known)
    edit = PresenceEdit(import_label(len(appearing), (*new, *known)[0].title), appearing, present=True)
    library.apply(edit)
    return Kept(new, known, edit)


def _already(read: Read, firsts: _Firsts, there: _There, new: Sequence[Arrival]) -> tuple[ArticleId, ...]:
    """The articles that the library had of a file before it came, be it from the same batch."""
    key = (read.sha256, read.choice)
    if there[key] or firsts[key] is read:
        return tuple(article for article, _ in there[key])
    return tuple(arrival.article for arrival in new if arrival.item == firsts[key].item)


def _incoming(read: Read, now: dt.datetime) -> Iterator[Incoming]:
    from apostil.store.preparing import Incoming

    file = read.file
    source = Source(read.sha256, file.name, read.extracted.media_type, len(file.data), now, file.origin)
    for number, prepared in enumerate(read.prepared, 1):
        part = str(number) if len(read.prepared) > 1 else ""
        yield Incoming(source, file.data, prepared, read.choice, part)


def import_label(count: int, title: str) -> str:
    """What the Edit menu calls an import."""
    if count > 1:
        return f"Import {count} articles"
    return f"Import “{title}”" if title else "Import article"


def _read_one(item: Item, terms: Terms, load: Callable[[], reading.File]) -> Outcome:
    try:
        return _outcome(item, load(), terms)
    except PasswordNeededError as error:
        return Locked(item, error.message)
    except ApostilError as error:
        return Refused(item, error.message)


def _read_together(batch: Batch, terms: Terms) -> tuple[Outcome, ...]:
    """Files that the same one encloses, which is opened only once; where one spoils it for all, each by itself."""
    try:
        loaded = _taken(batch, terms.passwords)
    except ApostilError:
        return tuple(outcome for item in batch for outcome in read_batch((item,), terms))
    return tuple(
        _read_one(item, terms, lambda item=item, data=data: _file(item, data))  # type: ignore[misc]
        for item, data in zip(batch, loaded, strict=True)
    )


def _outcome(item: Item, file: reading.File, terms: Terms) -> Outcome:
    from apostil.importers import registry

    form = registry.recognise(file.data, file.name)
    if form.read is None and form.container is not None:
        return Pile(item, item.enclosed(_listed(form, file, terms.passwords)))
    choice = _chosen(form, item, terms)
    try:
        if choice is None:
            extracted = _extracted(form, file, Choice.CHAPTERS, terms.passwords)
            if len(extracted.articles) > 1:
                return Undecided(item, len(extracted.articles))
            choice = Choice.ARTICLE
        extracted = _extracted(form, file, choice, terms.passwords)
    except PasswordNeededError:
        raise
    except UnreadableFileError as error:
        return Refused(item, error.message, _listed(form, file, terms.passwords) if form.container else ())
    return Read(item, file, _called(extracted, item.title), choice)


def _chosen(form: Format, item: Item, terms: Terms) -> Choice | None:
    if item.choice is not None:
        return item.choice
    return terms.books if form.chapters is not None else Choice.ARTICLE


def _called(extracted: reading.Extracted, title: str) -> reading.Extracted:
    if not title:
        return extracted
    return replace(
        extracted,
        articles=tuple(
            replace(article, metadata=replace(article.metadata, title=title)) for article in extracted.articles
        ),
    )


def _extracted(form: Format, file: reading.File, choice: Choice, passwords: Sequence[str]) -> reading.Extracted:
    return _unlocking(lambda password: reading.extracted_as(form, file.data, file.name, choice, password), passwords)


def _listed(form: Format, file: reading.File, passwords: Sequence[str]) -> tuple[Enclosed, ...]:
    if form.container is None:
        return ()
    listing = form.container.list
    return _unlocking(lambda password: listing(reading.unlocked(form, file.data, password), file.name), passwords)


def _unlocking(open_with: Callable[[str], T], passwords: Sequence[str]) -> T:
    """What comes of it without a password, or with the first one that opens it."""
    try:
        return open_with("")
    except PasswordNeededError:
        for password in passwords:
            try:
                return open_with(password)
            except PasswordNeededError:
                continue
        raise


def _loaded(item: Item, passwords: Sequence[str]) -> reading.File:
    """The bytes of an item, taken out of what encloses it."""
    if item.given is not None:
        return item.given
    if not item.way:
        return reading.load(item.path)
    (data,) = _taken((item,), passwords)
    return _file(item, data)


def _taken(batch: Batch, passwords: Sequence[str]) -> tuple[bytes, ...]:
    """The bytes of items that lie in the same file."""
    for item in batch:
        reading.check_size(item.size)
    first = batch[0]
    around = _loaded(replace(first, way=first.way[:-1], size=0), passwords)
    places = [item.way[-1].place for item in batch]
    return _unlocking(lambda password: reading.take(around.data, around.name, places, password), passwords)


def _file(item: Item, data: bytes) -> reading.File:
    reading.check_size(len(data))
    return reading.File(item.name, data, item.origin)


def _enclosing(item: Item) -> tuple[str, tuple[Step, ...]]:
    """What is the same for items that lie in the same file; for those that lie in none, all the same."""
    return (item.path, item.way[:-1]) if item.way else ("", ())


def _cut(items: Iterable[Item], most: int) -> Iterator[Batch]:
    batch: list[Item] = []
    size = 0
    for item in items:
        size += item.size or UNKNOWN_SIZE
        if batch and (len(batch) == most or size > BATCH_BYTES):
            yield tuple(batch)
            batch, size = [], item.size or UNKNOWN_SIZE
        batch.append(item)
    if batch:
        yield tuple(batch)


def _inside(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The files in a folder and below it, and what of it could not be looked into."""
    from apostil.importers.folders import files_in

    unread: list[Path] = []
    found = list(files_in(folder, unread=unread.append))
    if not found and not unread:
        return [], [_problem_of_folder(folder, EMPTY_FOLDER)]
    return found, [_problem_of_folder(each, CLOSED_FOLDER) for each in unread]


def _with_pages(paths: Iterable[Path]) -> Iterator[Path]:
    """The paths, where a folder that a browser saved beside a page stands for that page."""
    for path in paths:
        yield (_page_beside(path) or path) if _is_folder(path) else path


def _page_beside(folder: Path) -> Path | None:
    from apostil.importers.folders import beside_pages

    try:
        files = list(folder.parent.iterdir())
    except OSError:
        return None
    return next((file for file in files if folder.name.casefold() in beside_pages((file.name,))), None)


def _problem_of_folder(folder: Path, reason: str) -> Problem:
    name = reading.displayed(folder.name) or reading.displayed(folder)
    return Problem(name, reason, reading.displayed(folder))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _shown_path(path: str) -> str:
    return reading.displayed(os.path.abspath(path)) if path else ""  # noqa: PTH100  # a Path of it may not exist
