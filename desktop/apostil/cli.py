"""The commands without a window: the same tasks as behind it, through the same worker processes."""

from __future__ import annotations

import datetime as dt
import logging
import signal
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from apostil import __version__
from apostil.domain.article import ArticleId
from apostil.domain.controls import spelt_out
from apostil.domain.digest import Grouping, Voice
from apostil.domain.errors import ApostilError, ExportError, WorkerCrashedError
from apostil.domain.notes import Notes, Stamp
from apostil.domain.provenance import Choice, Provenance, fingerprint
from apostil.domain.summary import Length, Method, Unit
from apostil.jobs import streams
from apostil.jobs.ahead import ahead
from apostil.jobs.pool import BugError, Limits, Pool
from apostil.services import finding, lines, reading, unread
from apostil.services import together as several
from apostil.services.corrections import glossaries
from apostil.services.finding import Findings, Wish
from apostil.services.importing import opening
from apostil.services.importing.items import WITHIN, Item, Locked, Pile, Read, Refused, Terms
from apostil.services.importing.looking import look_for_files
from apostil.services.importing.piles import opened_pile
from apostil.services.lines import LineError, Request
from apostil.services.telling import tell_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rich.progress import Progress
    from typer import Typer
    from typer.core import TyperCommand

    from apostil.analysis.several.features import Part
    from apostil.domain.article import Article
    from apostil.domain.glossary import GlossaryEntry
    from apostil.jobs.pool import Job
    from apostil.services.importing.items import Outcome

DONE, SOME_FAILED, WRONG_USE = 0, 1, 2
"""The exit statuses."""

READING = Limits(reading.SECONDS, reading.MEMORY)
"""What a parser may take, here as in the window."""

OF_THE_CHECKER = "Value error, "
"""What the library that checks options writes before each reason."""

ENDING = ("SIGTERM", "SIGHUP")
STATUS_OF_SIGNAL = 128
STATUS_OF_INTERRUPTION = 130

AHEAD = 8
"""How many more inputs than workers are on their way in each of the two steps: no worker waits, and no pile grows."""

log = logging.getLogger(__name__)


def main(argv: list[str]) -> int:
    """Run one command, and return its exit status: 0 all done, 1 some inputs failed, 2 wrong use."""
    streams.steady()
    try:
        with _logged(), _tidy_when_told_to_end():
            _commands()(args=argv, prog_name="apostil")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    except KeyboardInterrupt:
        return STATUS_OF_INTERRUPTION
    except BrokenPipeError:  # whoever read the output has had enough
        return SOME_FAILED
    except ApostilError as error:
        streams.complain(error.message)
        return SOME_FAILED
    except OSError as error:  # what typer shows did not fit on a disk, say
        streams.give_up(error)
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
    _add_version(app)
    _add_digest(app)
    _add_analyze(app)
    app.add_typer(_glossary_commands(), name="glossary")
    return app


def _command() -> type[TyperCommand]:
    """A command that says what is wrong with an option in words alone."""
    from typer import BadParameter
    from typer.core import TyperCommand

    class Command(TyperCommand):
        def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 typer keeps its type to itself
            try:
                return super().parse_args(ctx, args)
            except BadParameter as error:
                error.message = error.message.removeprefix(OF_THE_CHECKER)
                raise

    return Command


def _add_version(app: Typer) -> None:
    import typer

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


def _add_digest(app: Typer) -> None:
    import typer

    @app.command(cls=_command())
    def digest(
        files: list[str] = typer.Argument(..., help="The articles to read: files, folders, archives, mailboxes."),
        format: str = typer.Option("", help="md, html, docx or json; otherwise what OUT ends with, or md."),  # noqa: A002
        method: Method | None = typer.Option(None, help="How sentences are ranked; otherwise as suits the length."),
        sentences: int | None = typer.Option(None, min=1, help="How many sentences the summary has (5)."),
        percent: int | None = typer.Option(None, min=1, max=100, help="How long it is, of all sentences."),
        seconds: int | None = typer.Option(None, min=1, help="How long it is, in time to read it."),
        output: Path | None = typer.Option(None, "--output", "-o", help="The file to write; otherwise it is shown."),
        password: list[str] = typer.Option([], metavar="TEXT", help="Opens locked files; may be given several times."),
        chapters: bool = typer.Option(False, "--chapters", help="Make an article of each chapter of a book."),
        whole_page: bool = typer.Option(False, "--whole-page", help="Take everything on a web page, menus and all."),
        attachments: bool = typer.Option(False, "--attachments", help="Read what came enclosed with mails too."),
        glossary: Path | None = typer.Option(None, metavar="LIST", help="A list of names, instead of your glossary."),
        together: bool = typer.Option(False, "--together", help="Write one summary of all the articles (10)."),
        group_by: Grouping = typer.Option(Grouping.OUTLET, help="With --together: what its sentences stand under."),
    ) -> None:
        """Read, analyse and summarise articles, and write the notes, or with --together one summary of all of them."""
        length, listed = _length(sentences, percent, seconds), _listed(glossary)
        wish = Wish(method=method, length=length, glossary=listed, agreement=True)
        if together and sentences is percent is seconds is None:
            wish = replace(wish, length=several.LENGTH)
        terms = Terms(_choice(chapters=chapters, whole_page=whole_page), tuple(password))
        told = _Together(wish, group_by) if together else _Notes(wish)
        raise typer.Exit(_digest(files, Plan(terms, attachments), told, _format(format, output), output))


def _add_analyze(app: Typer) -> None:
    import typer

    @app.command(cls=_command())
    def analyze(
        jobs: int = typer.Option(2, min=1, max=64, help="How many worker processes."),
        only: str = typer.Option("", metavar="KIND,…", help=f"Find only these: {', '.join(finding.KINDS)}."),
        method: Method | None = typer.Option(None, help="How sentences are ranked; otherwise as suits the length."),
        sentences: int | None = typer.Option(None, min=1, help="How many sentences a summary has (5)."),
        percent: int | None = typer.Option(None, min=1, max=100, help="How long it is, of all sentences."),
        seconds: int | None = typer.Option(None, min=1, help="How long it is, in time to read it."),
        glossary: Path | None = typer.Option(None, metavar="LIST", help="A list of names, instead of your glossary."),
    ) -> None:
        """Analyse articles from standard input, one JSON object a line: {"id", "text"} or {"id", "path"}.

        Each mention has its place, text, kind and entity, its "confidence" between 0 and 1, and whether it is
        "confirmed": a person said so in the glossary.
        """
        wish = Wish(_kinds(only), method, _length(sentences, percent, seconds), _listed(glossary))
        raise typer.Exit(_analyze(streams.lines(), jobs, wish))


def _glossary_commands() -> Typer:
    import typer

    app = typer.Typer(
        help="The names that are known for what they are in every article: a line each, text, tab, label.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )

    @app.command("list")
    def show() -> None:
        """Show the glossary."""
        glossary = glossaries.own()
        for problem in glossary.problems:
            streams.complain(problem)
        streams.put(glossaries.as_list(glossary.entries))

    @app.command("import")
    def import_(
        file: Path = typer.Argument(..., metavar="LIST", help="A list of names, such as a newsroom has."),
    ) -> None:
        """Make a list of names a part of the glossary."""
        listed = glossaries.read_list(file)
        for problem in listed.problems:
            streams.complain(problem)
        glossaries.add_to_own(listed.entries)
        raise typer.Exit(SOME_FAILED if listed.problems else DONE)

    @app.command()
    def export(file: Path = typer.Argument(..., metavar="LIST", help="The file to write.")) -> None:
        """Write the glossary into a file, to hand it round."""
        from apostil.services import exporting

        exporting.save(glossaries.as_list(glossaries.own().entries), file)

    return app


def _listed(path: Path | None) -> tuple[GlossaryEntry, ...]:
    """The names of a list, otherwise of the person's own glossary; what cannot be read in it is told."""
    import typer

    if path is None:
        return glossaries.own().entries
    try:
        listed = glossaries.read_list(path)
    except ApostilError as error:
        raise typer.BadParameter(error.message, param_hint="--glossary") from error
    for problem in listed.problems:
        streams.complain(problem)
    return listed.entries


def _length(sentences: int | None, percent: int | None, seconds: int | None) -> Length:
    import typer

    amounts = {Unit.SENTENCES: sentences, Unit.PERCENT: percent, Unit.SECONDS: seconds}
    given = [Length(amount, unit) for unit, amount in amounts.items() if amount is not None]
    if len(given) > 1:
        raise typer.BadParameter("give one of --sentences, --percent and --seconds")
    return given[0] if given else finding.LENGTH


def _choice(*, chapters: bool, whole_page: bool) -> Choice:
    import typer

    if chapters and whole_page:
        raise typer.BadParameter("give --chapters or --whole-page, not both")
    if whole_page:
        return Choice.PAGE
    return Choice.CHAPTERS if chapters else Choice.ARTICLE


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

    try:
        found = exporting.format_for(name, output)
    except ExportError as error:
        raise typer.BadParameter(error.message, param_hint="--format") from error
    if found.suffix == ".docx" and output is None:
        raise typer.BadParameter("a DOCX file is not shown: name one with -o", param_hint="--format")
    return found.name


@dataclass(frozen=True, slots=True)
class Case:
    """One article that was asked about, with what has come of it so far; `name` calls it in a complaint."""

    name: str
    asked: Request
    file: reading.File | None = None
    extracted: reading.Extracted | None = None
    answer: Any = None
    job: Job[Any] | None = None
    failure: str = ""
    choice: Choice = Choice.ARTICLE
    part: str = ""

    @property
    def article(self) -> Article:
        """The article, once it is extracted."""
        if self.extracted is None:
            raise ValueError(f"{self.name} was not read")
        return self.extracted.article


@dataclass(frozen=True, slots=True)
class Plan:
    """How files are read, and whether those too that came enclosed with mails."""

    terms: Terms
    attachments: bool = False


class _Notes:
    """What `digest` finds in each article, and writes of all of them: their notes."""

    def __init__(self, wish: Wish) -> None:
        self._wish = wish
        self._notes: list[Notes] = []

    def ask(self, pool: Pool, case: Case) -> Job[Any]:
        """Find what is wished in an article."""
        return pool.submit(finding.find, case.article, self._wish)

    def take(self, case: Case) -> None:
        """Keep what was found."""
        self._notes.append(_notes(case))

    def write(self, pool: Pool, format_name: str, output: Path | None) -> bool:
        """Whether that could be written, to the file or to standard output."""
        del pool
        from apostil.services import exporting

        notes = self._notes
        return not notes or _put(lambda stamp: exporting.render(notes, format_name, stamp), output)


class _Together:
    """The same for one summary of all the articles."""

    def __init__(self, wish: Wish, grouping: Grouping) -> None:
        self._wish = wish
        self._grouping = grouping
        self._parts: list[Part] = []
        self._voices: list[Voice] = []

    def ask(self, pool: Pool, case: Case) -> Job[Any]:
        """Find what a common summary needs of an article."""
        return pool.submit(several.surveyed, case.article, self._wish.glossary)

    def take(self, case: Case) -> None:
        """Keep what was found."""
        article = case.article
        article_id = _identity(fingerprint(article.text), case)
        file = case.file.name if case.file else ""
        self._voices.append(Voice(article_id, article, article.metadata.title or case.name, file))
        self._parts.append(case.answer)

    def write(self, pool: Pool, format_name: str, output: Path | None) -> bool:
        """Whether the summary could be made and written, to the file or to standard output."""
        if not self._parts:
            return True
        survey = pool.submit(several.survey, tuple(self._parts)).result()
        digest = several.digest(tuple(self._voices), survey, self._wish.method, self._wish.length, self._grouping)
        return _put(lambda stamp: several.render(digest, format_name, stamp), output)


def _digest(files: Sequence[str], plan: Plan, told: _Notes | _Together, format_name: str, output: Path | None) -> int:
    if output is None:
        streams.check_output()
    # An empty name would be this folder, as a path.
    found = look_for_files((Path(name) for name in files if name), plan.terms.books)
    items = (*found.items, *(Item() for name in files if not name))
    for problem in found.problems:
        streams.complain(problem.sentence)
    failed = len(found.problems)
    with _workers(min(len(items), 2) or 1) as pool:
        with _progress(len(items), shown=True) as progress:
            cases = _opened(pool, items, plan, progress)
            for case in ahead(cases, lambda case: _step(case, "answer", partial(told.ask, pool)), AHEAD):
                progress.advance(case.name)
                if case.failure:
                    failed += 1
                    streams.complain(case.failure)
                else:
                    told.take(case)
        written = told.write(pool, format_name, output)
    return DONE if written and not failed else SOME_FAILED


def _opened(pool: Pool, items: Sequence[Item], plan: Plan, progress: _Bar, unpacked: int = 0) -> Iterator[Case]:
    """A case for each article in these files and in those that they are piles of, or for a file with its failure."""
    for outcome in ahead(items, partial(_outcome, pool, plan.terms), AHEAD):
        match outcome:
            case Pile():
                files, problem = opened_pile(outcome, unpacked)
                unpacked += sum(item.size for item in files)
                progress.expect(len(files))
                if problem:
                    yield _failed(outcome.item, problem)
                _tell_left(pool, outcome.item, plan.terms)
                yield from _opened(pool, files, plan, progress, unpacked)
            case Read():
                progress.expect(len(outcome.extracted.articles) - 1)
                yield from _cases_of(outcome)
                yield from _enclosed(pool, outcome.item.enclosed(outcome.extracted.enclosed), plan, progress)
            case Locked():
                yield _failed(outcome.item, f"{outcome.reason} Give its password with --password.")
            case Refused():
                yield _failed(outcome.item, outcome.reason)
                yield from _enclosed(pool, outcome.item.enclosed(outcome.enclosed), plan, progress)


def _enclosed(pool: Pool, files: Sequence[Item], plan: Plan, progress: _Bar) -> Iterator[Case]:
    """A case for each article in what a mail encloses, where that is wanted; otherwise it is said what was left."""
    if not files:
        return
    if not plan.attachments:
        streams.complain(unread.told_enclosed(_shown(replace(files[0], way=files[0].way[:-1])), files))
        return
    progress.expect(len(files))
    yield from _opened(pool, files, plan, progress)


def _tell_left(pool: Pool, pile: Item, terms: Terms) -> None:
    """Say which files of a pile are not read."""
    try:
        left = pool.submit(unread.left_in, pile, terms.passwords, limits=READING).result()
    except ApostilError:  # whatever it was, it is said of the files that are read
        return
    for sentence in unread.told_left(_shown(pile), left):
        streams.complain(sentence)


def _cases_of(read: Read) -> Iterator[Case]:
    articles = read.extracted.articles
    for number, article in enumerate(articles, 1):
        part = str(number) if len(articles) > 1 else ""
        name = _shown(read.item)
        extracted = replace(read.extracted, articles=(article,))
        yield Case(name, Request(name), read.file, extracted, choice=read.choice, part=part)


def _failed(item: Item, reason: str) -> Case:
    name = _shown(item)
    return Case(name, Request(name), failure=reading.not_opened(name, reason))


def _shown(item: Item) -> str:
    """How a file is called in a complaint: by its name as it was given, with the way to it in a pile."""
    return WITHIN.join((reading.displayed(item.path), *(step.name for step in item.way)))


def _outcome(pool: Pool, terms: Terms, item: Item) -> Callable[[], Outcome]:
    """Begin to read a file; what is returned waits for what comes of it."""
    job = pool.submit(opening.read_batch, (item,), terms, limits=READING)

    def wait() -> Outcome:
        try:
            return job.result()[0]
        except WorkerCrashedError as error:
            return Refused(item, reading.reason_of(error, _reader_of(pool, item, terms)))
        except ApostilError as error:
            return Refused(item, reading.reason_of(error))
        except Exception as error:
            log.exception("One file failed for a reason that nobody foresaw")
            return Refused(item, BugError(repr(error)).message)

    return wait


def _reader_of(pool: Pool, item: Item, terms: Terms) -> str:
    try:
        return pool.submit(opening.reader_of, item, terms.passwords, limits=READING).result()
    except ApostilError:
        return ""


def _notes(case: Case) -> Notes:
    """What was found in a file, to be handed on."""
    if case.file is None or case.extracted is None:
        raise ValueError(f"{case.name} was not read")
    now = dt.datetime.now(dt.UTC)
    article, source = case.article, reading.source_of(case.file, case.extracted.media_type, now)
    found: Findings = case.answer
    made = Provenance(article.extractor, now, fingerprint(article.text), case.choice, case.part)
    return Notes(_identity(source.sha256, case), source, article, found.entities or (), found.summary, (), made)


def _identity(sha256: str, case: Case) -> ArticleId:
    return ArticleId("-".join(filter(None, (sha256, case.part))))


def _put(render: Callable[[Stamp], bytes], output: Path | None) -> bool:
    """Whether what is rendered could be written, to the file or to standard output."""
    from apostil.services import exporting

    try:
        data = render(Stamp(__version__, dt.datetime.now(dt.UTC)))
        if output is not None:
            exporting.save(data, output)
        else:
            streams.put(data)
    except ApostilError as error:
        streams.complain(error.message)
        return False
    return True


def _analyze(stream: Iterable[bytes], jobs: int, wish: Wish) -> int:
    streams.check_output()
    status = DONE
    with _workers(jobs) as pool, _progress(None, shown=not sys.stdout.isatty()) as progress:
        for case in _answered(pool, _cases(stream), partial(_telling, pool, wish), jobs):
            progress.advance(case.name)
            if case.failure:
                status = SOME_FAILED
                streams.complain(f"{case.name}: {case.failure}")
            streams.put(lines.refused(case.asked.id, case.failure) if case.failure else case.answer)
    return status


def _telling(pool: Pool, wish: Wish, case: Case) -> Job[bytes]:
    return pool.submit(tell_line, case.asked.id, case.article, case.asked.given, wish)


def _cases(stream: Iterable[bytes]) -> Iterator[Case]:
    """A case for each line that is not blank."""
    return (_case(f"line {number}", line) for number, line in enumerate(stream, 1) if line.strip())


def _case(name: str, line: bytes) -> Case:
    try:
        asked = lines.asked(line)
    except LineError as error:
        return Case(_called(name, error.id), Request(error.id), failure=error.message)
    return Case(_called(name, asked.id), asked)


def _called(name: str, id_: object) -> str:
    return name if id_ is None else f"{name} (id {id_!r})"


def _answered(pool: Pool, cases: Iterable[Case], ask: Callable[[Case], Job[Any]], jobs: int = 2) -> Iterator[Case]:
    """The cases in their order, each read and then answered by what it is asked, or with its failure."""
    most = jobs + AHEAD
    read = ahead(cases, lambda case: _step(_tried(case, _loaded), "extracted", partial(_reading, pool)), most)
    return ahead(read, lambda case: _step(_tried(case, _informed), "answer", ask), most)


def _step(case: Case, field: str, submit: Callable[[Case], Job[Any]]) -> Callable[[], Case]:
    """Begin one step of a case; what is returned waits for its end."""
    begun = _tried(case, lambda case: replace(case, job=submit(case)))
    return partial(_tried, begun, partial(_ended, field=field))


def _ended(case: Case, field: str) -> Case:
    return replace(case, job=None, **{field: case.job.result()}) if case.job else case


def _tried(case: Case, do: Callable[[Case], Case]) -> Case:
    """The case after this, or with its failure: whatever happens to one, the others go on."""
    if case.failure:
        return case
    try:
        return do(case)
    except ApostilError as error:
        return replace(case, failure=_explained(case, error))
    except Exception as error:
        log.exception("One input failed for a reason that nobody foresaw")
        return replace(case, failure=_explained(case, BugError(repr(error))))


def _explained(case: Case, error: ApostilError) -> str:
    unread = case.asked.given is None and case.extracted is None
    return reading.explain(error, reading.displayed(case.asked.path)) if unread else error.message


def _loaded(case: Case) -> Case:
    """The case with the bytes of its file."""
    return case if case.asked.given is not None else replace(case, file=reading.load(case.asked.path))


def _reading(pool: Pool, case: Case) -> Job[reading.Extracted]:
    asked = case.asked
    if case.file is not None:
        return pool.submit(reading.extract, case.file.data, case.file.name, limits=READING)
    return pool.submit(finding.read_given, asked.given, asked.language, asked.published, limits=READING)


def _informed(case: Case) -> Case:
    """The case with the language and day that were given for a file in place of those that it names."""
    asked = case.asked
    if case.extracted is None or asked.given is not None:
        return case
    known = case.article.metadata
    metadata = replace(known, language=asked.language or known.language, published=asked.published or known.published)
    return replace(case, extracted=replace(case.extracted, articles=(replace(case.article, metadata=metadata),)))


@contextmanager
def _workers(count: int) -> Iterator[Pool]:
    pool = Pool(count)
    try:
        yield pool
    finally:
        pool.close()


class _Bar:
    """A bar that shows how far work has come; without one of rich's it shows nothing."""

    def __init__(self, bar: Progress | None = None, total: int | None = None) -> None:
        self._bar = bar
        self._total = total
        self._task = None if bar is None else bar.add_task("Starting", total=total)

    def advance(self, name: str) -> None:
        """One more is done, and it is called so."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, advance=1, description=spelt_out(name), total=self._total)

    def expect(self, more: int) -> None:
        """There is more to do than was known."""
        if self._total is not None:
            self._total += more


@contextmanager
def _progress(total: int | None, *, shown: bool) -> Iterator[_Bar]:
    """A bar on standard error, where that is a terminal."""
    if not (shown and sys.stderr is not None and sys.stderr.isatty()):
        yield _Bar()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _Bar(bar, total)


@contextmanager
def _logged() -> Iterator[None]:
    """Show the details of what nobody foresaw on standard error, each of them once."""
    handler = _Once()
    logger = logging.getLogger("apostil")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


class _Once(logging.Handler):
    """Tells what is logged, the first time that it is."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._told: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        words = self.format(record)
        if words not in self._told:
            self._told.add(words)
            streams.complain(words)


@contextmanager
def _tidy_when_told_to_end() -> Iterator[None]:
    """Let a signal that ends the program end its workers first; a second one ends it at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    known = [number for name in ENDING if (number := getattr(signal, name, None)) is not None]
    before = {number: signal.getsignal(number) for number in known}
    for number in known:
        if before[number] is signal.SIG_DFL:
            signal.signal(number, _end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: object) -> NoReturn:
    signal.signal(number, signal.SIG_DFL)
    raise SystemExit(STATUS_OF_SIGNAL + number)
