import os
import subprocess
import sys
import time

import pytest

from apostil.domain.errors import UnreadableFileError
from apostil.importers.word import libreoffice
from support import documents
from support.importing import read

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the stand-in for LibreOffice is a shell script")
WRITES = 'for last; do :; done; mkdir -p out; cat "$last" > out/document.docx'


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """A program that stands in for LibreOffice and does what its lines say."""

    def make(lines):
        program = tmp_path / "soffice"
        program.write_text(f"#!/bin/sh\n{lines}\n")
        program.chmod(0o755)
        monkeypatch.setattr(libreoffice, "program", lambda: program)
        return tmp_path

    return make


def test_it_is_found_on_the_path(tmp_path, monkeypatch):
    (tmp_path / "soffice").write_text("")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert libreoffice.program() == tmp_path / "soffice"


def test_it_is_found_in_the_usual_places(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    for version in ("7.4", "24.2"):
        (tmp_path / f"libreoffice{version}").mkdir()
        (tmp_path / f"libreoffice{version}" / "soffice").write_text("")
    monkeypatch.setattr(libreoffice, "_USUAL", ("C:/soffice.com", f"{tmp_path}/libreoffice*/soffice"))
    assert libreoffice.program() == tmp_path / "libreoffice7.4" / "soffice"


def test_where_it_is_missing_the_message_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with pytest.raises(UnreadableFileError, match=r"not found on this computer\. Install it"):
        libreoffice.converted(b"words", ".doc")


def test_what_it_writes_is_the_outcome(stand_in):
    stand_in(WRITES)
    assert libreoffice.converted(b"words", ".doc") == b"words"


def test_nothing_is_left_behind(stand_in, monkeypatch):
    folder = stand_in(WRITES)
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    libreoffice.converted(b"words", ".doc")
    assert [path.name for path in folder.iterdir()] == ["soffice"]


def test_it_runs_without_display_home_and_way_out(stand_in, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    stand_in("mkdir -p out; env > out/document.docx; cat profile/user/registrymodifications.xcu >> out/document.docx")
    told = libreoffice.converted(b"words", ".doc").decode()
    assert "\nDISPLAY=" not in told
    assert "http_proxy=http://127.0.0.1:9" in told
    assert f"HOME={os.environ['HOME']}\n" not in told
    assert "DisableMacrosExecution" in told


@pytest.mark.parametrize("lines", ["exit 1", "mkdir -p out", "kill -9 $$"])
def test_where_it_fails_the_message_says_so(stand_in, lines):
    stand_in(lines)
    with pytest.raises(UnreadableFileError, match="could not make sense of this one"):
        libreoffice.converted(b"words", ".doc")


def test_where_it_cannot_even_start_the_message_says_so(stand_in, monkeypatch):
    monkeypatch.setattr(libreoffice, "_guard", lambda: ("/nowhere/at/all",))
    stand_in(WRITES)
    with pytest.raises(UnreadableFileError, match="could not make sense"):
        libreoffice.converted(b"words", ".doc")


def test_an_outcome_that_is_far_too_large_is_none(stand_in, monkeypatch):
    monkeypatch.setattr(libreoffice, "MOST", 4)
    stand_in(WRITES)
    with pytest.raises(UnreadableFileError, match="could not make sense"):
        libreoffice.converted(b"words", ".doc")


def test_it_is_ended_with_all_that_it_started_where_it_takes_too_long(stand_in, monkeypatch):
    monkeypatch.setattr(libreoffice, "SECONDS", 0.5)
    folder = stand_in(f"sleep 55 & echo $! > {'{0}'}/pid; sleep 55".format("$(dirname $0)"))
    start = time.monotonic()
    with pytest.raises(UnreadableFileError, match="did not come to an end"):
        libreoffice.converted(b"words", ".doc")
    assert time.monotonic() - start < 40
    pid = (folder / "pid").read_text().strip()
    while _is_alive(pid) and time.monotonic() - start < 40:
        time.sleep(0.05)
    assert not _is_alive(pid)


def _is_alive(pid):
    stat = subprocess.run(["ps", "-o", "stat=", "-p", pid], capture_output=True, check=False).stdout
    return bool(stat.strip(b"Z\n "))


def test_where_the_system_lets_it_run_alone_it_does(monkeypatch):
    libreoffice._guard.cache_clear()
    monkeypatch.setattr(libreoffice, "_works", lambda command: False)
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    assert libreoffice._guard()[0] == "/bin/timeout"
    assert "--net" not in libreoffice._guard()
    libreoffice._guard.cache_clear()


@pytest.mark.parametrize(("command", "works"), [(("true",), True), (("false",), False), (("/nowhere/at/all",), False)])
def test_a_way_to_run_is_tried(command, works):
    assert libreoffice._works(command) is works


@pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is not installed")
def test_the_real_one_reads_a_document():
    rtf = b"{\\rtf1\\ansi " + documents.PARAGRAPHS[0].encode("ascii") + b"\\par}"
    assert read(libreoffice.converted(rtf, ".rtf"), "a.docx")[0].text == documents.PARAGRAPHS[0]
