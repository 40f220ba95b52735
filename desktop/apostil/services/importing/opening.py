"""What comes of each file that a worker opens."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from apostil.domain.errors import ApostilError, PasswordNeededError, UnreadableFileError
from apostil.domain.provenance import Choice
from apostil.services import reading
from apostil.services.importing.items import Locked, Pile, Read, Refused, Undecided

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.importers.registry import Enclosed, Format
    from apostil.services.importing.items import Batch, Item, Outcome, Terms


T = TypeVar("T")


def read_batch(batch: Batch, terms: Terms) -> tuple[Outcome, ...]:
    """What is in each of these files, whatever happens with the others. Runs in a worker process."""
    if len(batch) > 1 and batch[0].way:
        return _read_together(batch, terms)
    return tuple(_read_one(item, terms, lambda item=item: _loaded(item, terms.passwords)) for item in batch)  # type: ignore[misc]


def read_and_prepare(batch: Batch, terms: Terms) -> tuple[Outcome, ...]:
    """What is in each of these files, ready to be kept. Runs in a worker process."""
    outcomes = read_batch(batch, terms)
    return tuple(_prepared(outcome) if isinstance(outcome, Read) else outcome for outcome in outcomes)


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


def _prepared(read: Read) -> Read:
    from apostil.store.preparing import prepare

    # The blocks are written down already: as objects they would take long to hand over.
    prepared = tuple(
        replace(made, article=replace(made.article, blocks=())) for made in map(prepare, read.extracted.articles)
    )
    extracted = replace(read.extracted, articles=())
    return replace(read, extracted=extracted, prepared=prepared, sha256=sha256(read.file.data).hexdigest())


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
