"""The commands without a window: the same tasks as behind it, through the same worker processes."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from apostil import __version__
from apostil.domain.article import ArticleId
from apostil.domain.errors import ApostilError
from apostil.domain.notes import Notes, Stamp
from apostil.domain.summary import Length, Method
from apostil.importers.metadata import language_code
from apostil.jobs.pool import Limits, Pool
from apostil.services import finding, reading
from apostil.services.finding import Findings, Wish
from apostil.services.telling import tell

if TYPE_CHECKING:
    from typing import BinaryIO

    from typer import Typer

    from apostil.domain.article import Article
    from apostil.jobs.pool import Job

T = TypeVar("T")
S = TypeVar("S")

DONE, SOME_FAILED, WRONG_USE = 0, 1, 2
"""The exit statuses."""

READING = Limits(reading.SECONDS, reading.MEMORY)
"""What a parser may take, here as in the window."""

STATUS_OF_INTERRUPTION = 130

AHEAD = 8
"""How many inputs are on their way in each of the two steps, so that no worker waits and no pile grows."""


def main(argv: list[str]) -> int:
    """Run one command, and return its exit status: 0 all done, 1 some inputs failed, 2 wrong use."""
    try:
        _commands()(args=argv, prog_name="apostil")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    except KeyboardInterrupt:
        return STATUS_OF_INTERRUPTION
    except BrokenPipeError:  # whoever read the output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED
    return DONE


def _commands() -> Typer:
    """The commands with their options, as typer takes them."""
    import typer

    app = typer.Typer(
        help="Read, annotate and summarise articles, offline. Without a command, the window opens: apostil [FILE]…",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )

    def version(wanted: bool) -> None:
        if wanted:
            typer.echo(f"Apostil {__version__}")
            raise typer.Exit

    @app.callback()
    def options(
        version: bool = typer.Option(
            False, "--version", callback=version, is_eager=True, help="Say which version this is."
        ),
    ) -> None:
        pass

    @app.command()
    def digest(
        files: list[Path] = typer.Argument(..., help="The articles to read."),
        format: str = typer.Option("", help="md, html, docx or json; otherwise what OUT ends with, or md."),  # noqa: A002
        method: Method | None = typer.Option(None, help="How sentences are ranked; otherwise as suits the length."),
        sentences: int | None = typer.Option(None, min=1, help="How many sentences the summary has (5)."),
        percent: int | None = typer.Option(None, min=1, max=100, help="How long it is, of all sentences."),
        output: Path | None = typer.Option(None, "--output", "-o", help="The file to write; otherwise it is shown."),
    ) -> None:
        """Read, analyse and summarise articles, and write the notes."""
        wish = Wish(method=method, length=_length(sentences, percent))
        raise typer.Exit(_digest(files, wish, _format(format, output), output))

    @app.command()
    def analyze(
        jobs: int = typer.Option(2, min=1, max=64, help="How many worker processes."),
        only: str = typer.Option("", metavar="KIND,…", help=f"Find only these: {', '.join(finding.KINDS)}."),
        method: Method | None = typer.Option(None, help="How sentences are ranked; otherwise as suits the length."),
        sentences: int | None = typer.Option(None, min=1, help="How many sentences a summary has (5)."),
        percent: int | None = typer.Option(None, min=1, max=100, help="How long it is, of all sentences."),
    ) -> None:
        """Analyse articles from standard input, one JSON object a line: {"id", "text"} or {"id", "path"}."""
        wish = Wish(_kinds(only), method, _length(sentences, percent))
        raise typer.Exit(_analyze(sys.stdin.buffer, jobs, wish))

    return app


def _length(sentences: int | None, percent: int | None) -> Length:
    import typer

    if sentences is not None and percent is not None:
        raise typer.BadParameter("give --sentences or --percent, not both")
    if percent is not None:
        return Length(percent, percent=True)
    return finding.LENGTH if sentences is None else Length(sentences)


def _kinds(only: str) -> frozenset[str]:
    import typer

    asked = frozenset(kind.strip() for kind in only.split(",") if kind.strip()) or frozenset(finding.KINDS)
    for kind in sorted(asked.difference(finding.KINDS)):
        reason = "this version does not find them yet" if kind in finding.NOT_YET else "there is no such kind"
        raise typer.BadParameter(f"{kind}: {reason}. Choose from {', '.join(finding.KINDS)}.", param_hint="--only")
    return asked


def _format(name: str, output: Path | None) -> str:
    import typer

    from apostil.services import exporting

    suffix = output.suffix.lower() if output else ""
    known = {format_.name: format_ for format_ in exporting.formats()}
    wanted = name or next((format_.name for format_ in known.values() if suffix == format_.suffix), "")
    found = next((format_ for format_ in known.values() if wanted in {format_.name, format_.suffix[1:]}), None)
    if name and found is None:
        raise typer.BadParameter(f"{name}: choose from {', '.join(sorted(known))}", param_hint="--format")
    if found is not None and found.suffix == ".docx" and output is None:
        raise typer.BadParameter("a DOCX file is not shown: name one with -o", param_hint="--format")
    return found.name if found else "md"


class LineError(ApostilError):
    """A line of input asks for nothing that can be done."""


@dataclass(frozen=True, slots=True)
class Case:
    """One article that was asked about, with what has come of it so far; `name` calls it in a complaint."""

    name: str
    id: object = None
    path: str = ""
    given: str | None = None
    language: str = ""
    published: dt.date | None = None
    file: reading.File | None = None
    extracted: reading.Extracted | None = None
    answer: Any = None
    failure: str = ""

    @property
    def article(self) -> Article:
        """The article, once it is extracted."""
        if self.extracted is None:
            raise ValueError(f"{self.name} was not read")
        return self.extracted.article


def _digest(files: Sequence[Path], wish: Wish, format_name: str, output: Path | None) -> int:
    cases = [Case(str(path), path=str(path)) for path in files]
    notes: list[Notes] = []
    with _workers(min(len(cases), 2)) as pool, _progress(len(cases), shown=True) as advance:
        for case in _answered(pool, cases, lambda case: pool.submit(finding.find, case.article, wish)):
            advance(case.name)
            if case.failure:
                _complain(case.failure)
            else:
                notes.append(_notes(case))
    written = not notes or _write(notes, format_name, output)
    return DONE if written and len(notes) == len(cases) else SOME_FAILED


def _notes(case: Case) -> Notes:
    """What was found in a file, to be handed on."""
    if case.file is None or case.extracted is None:
        raise ValueError(f"{case.name} was not read")
    source = reading.source_of(case.file, case.extracted.media_type, dt.datetime.now(dt.UTC))
    found: Findings = case.answer
    return Notes(ArticleId(source.sha256), source, case.article, found.entities or (), found.summary, annotations=())


def _write(notes: Sequence[Notes], format_name: str, output: Path | None) -> bool:
    """Whether the notes could be written, to the file or to standard output."""
    from apostil.services import exporting

    stamp = Stamp(__version__, dt.datetime.now(dt.UTC))
    try:
        if output is not None:
            exporting.export(notes, format_name, output, stamp)
            return True
        data = exporting.render(notes, format_name, stamp)
    except ApostilError as error:
        _complain(error.message)
        return False
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return True


def _analyze(stream: BinaryIO, jobs: int, wish: Wish) -> int:
    status = DONE
    with _workers(jobs) as pool, _progress(None, shown=not sys.stdout.isatty()) as advance:
        for case in _answered(pool, _cases(stream), lambda case: pool.submit(tell, case.article, case.given, wish)):
            advance(case.name)
            if case.failure:
                status = SOME_FAILED
                _complain(f"{case.name}: {case.failure}")
            _print_line({"id": case.id} | ({"error": case.failure} if case.failure else case.answer))
    return status


def _print_line(answer: dict[str, Any]) -> None:
    """One line of JSON, at once, so that whoever reads it need not wait for the rest."""
    try:
        line = json.dumps(answer, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half a surrogate pair was given
        line = json.dumps(answer).encode()
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def _cases(stream: Iterable[bytes]) -> Iterator[Case]:
    """A case for each line that is not blank."""
    return (_case(f"line {number}", line) for number, line in enumerate(stream, 1) if line.strip())


def _case(name: str, line: bytes) -> Case:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return Case(name, failure="This line is not JSON.")
    if not isinstance(fields, dict) or "id" not in fields:
        return Case(name, failure="This line is not a JSON object with an “id”.")
    case = Case(f"{name} (id {fields['id']!r})", fields["id"])
    try:
        return _filled(case, fields)
    except LineError as error:
        return replace(case, failure=error.message)


def _filled(case: Case, fields: dict[str, Any]) -> Case:
    """The case with what its line says about it.

    Raises:
        LineError: where that makes no sense.
    """
    text, path = fields.get("text"), fields.get("path")
    language, day = fields.get("lang") or "", fields.get("date")
    if isinstance(text, str) == isinstance(path, str):
        raise LineError("This line needs either a “text” or a “path”, as a string.")
    if not isinstance(language, str):
        raise LineError("The “lang” is not a language code such as “en” or “fr”.")
    try:
        published = dt.date.fromisoformat(day) if day else None
    except (TypeError, ValueError):
        raise LineError("The “date” is not a day written like 2026-01-31.") from None
    if isinstance(text, str):
        return replace(case, given=text, language=language_code(language), published=published)
    return replace(case, path=str(path), language=language_code(language), published=published)


def _answered(pool: Pool, cases: Iterable[Case], ask: Callable[[Case], Job[Any]]) -> Iterator[Case]:
    """The cases in their order, each read and then answered by what it is asked, or with its failure."""
    read = _ahead(map(_loaded, cases), lambda case: _step(case, "extracted", partial(_reading, pool)))
    return _ahead(map(_informed, read), lambda case: _step(case, "answer", ask))


def _loaded(case: Case) -> Case:
    """The case with the bytes of its file."""
    if case.failure or case.given is not None:
        return case
    try:
        return replace(case, file=reading.load(Path(case.path)))
    except ApostilError as error:
        return replace(case, failure=reading.explain(error, case.path))


def _reading(pool: Pool, case: Case) -> Job[reading.Extracted]:
    if case.file is not None:
        return pool.submit(reading.extract, case.file.data, case.file.name, limits=READING)
    return pool.submit(finding.read_given, case.given, case.language, case.published, limits=READING)


def _informed(case: Case) -> Case:
    """The case with the language and day that were given for a file in place of those that it names."""
    if case.extracted is None or case.given is not None:
        return case
    known = case.article.metadata
    metadata = replace(known, language=case.language or known.language, published=case.published or known.published)
    return replace(case, extracted=replace(case.extracted, article=replace(case.article, metadata=metadata)))


def _step(case: Case, field: str, submit: Callable[[Case], Job[Any]]) -> Callable[[], Case]:
    """Begin one step of a case; what is returned waits for its end."""
    if case.failure:
        return lambda: case
    job = submit(case)
    return lambda: _settled(case, field, job)


def _settled(case: Case, field: str, job: Job[Any]) -> Case:
    try:
        return replace(case, **{field: job.result()})
    except ApostilError as error:
        unread = case.path and field == "extracted"
        return replace(case, failure=reading.explain(error, case.path) if unread else error.message)


def _ahead(items: Iterable[T], begin: Callable[[T], Callable[[], S]]) -> Iterator[S]:
    """Begin some items before the first is waited for; their ends come in the order of the items."""
    begun: deque[Callable[[], S]] = deque()
    for item in items:
        begun.append(begin(item))
        if len(begun) > AHEAD:
            yield begun.popleft()()
    while begun:
        yield begun.popleft()()


@contextmanager
def _workers(count: int) -> Iterator[Pool]:
    pool = Pool(count)
    try:
        yield pool
    finally:
        pool.close()


@contextmanager
def _progress(total: int | None, *, shown: bool) -> Iterator[Callable[[str], None]]:
    """A bar on standard error, where that is a terminal; what it yields says that one more is done, and which."""
    if not (shown and sys.stderr.isatty()):
        yield lambda _name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Starting", total=total)
        yield lambda name: bar.update(task, advance=1, description=name)


def _complain(message: str) -> None:
    sys.stderr.write(f"apostil: {message}\n")
