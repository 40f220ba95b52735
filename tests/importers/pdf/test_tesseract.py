import shutil
import sys
import time

import pytest

from apostil.domain.errors import UnreadableFileError
from apostil.importers.pdf import tesseract as pdf_tesseract
from apostil.importers.pdf.opening import opened
from support import pdfs
from support.tesseracts import install

SCAN = pdfs.Page(pictures=[(0, 0, 595, 842)])
ENGLISH = "the harbour of the town and the quay is to be the best of the coast by the sea"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program put in its place is a shell script")


def leaf(program, page=SCAN, seconds=20):
    with opened(pdfs.pdf(page)) as document:
        return program.read(document[0], 1, time.monotonic() + seconds)


def test_nothing_installed(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "platform", "linux")
    assert pdf_tesseract.installed() is None


def test_lines_come_with_their_places(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, ["The harbour of Lindara", "opened its quay"])
    first, second = leaf(pdf_tesseract.installed()).lines
    assert (first.text, second.text) == ("The harbour of Lindara", "opened its quay")
    assert (round(first.box.left), round(first.box.top)) == (72, 72)
    assert first.box.bottom < second.box.top


def test_its_version_is_known(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, [])
    assert pdf_tesseract.installed().version == "Tesseract 5.3.0"


def test_stains_are_left_out(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, ["The harbour"], sure=12)
    (line,) = leaf(pdf_tesseract.installed()).lines
    install(tmp_path, monkeypatch, ["~ |"], sure=12)
    assert line.text == "The harbour"
    assert leaf(pdf_tesseract.installed()).lines == ()


def test_the_language_that_a_quick_look_finds_is_read_alone(tmp_path, monkeypatch):
    asked = install(tmp_path, monkeypatch, [ENGLISH], languages=("deu", "eng", "fra", "osd"))
    leaf(pdf_tesseract.installed())
    assert [line.split("-l ")[1].split()[0] for line in asked().splitlines()] == ["fra+eng+deu", "eng"]


def test_the_resolution_is_told(tmp_path, monkeypatch):
    asked = install(tmp_path, monkeypatch, ["one"], languages=("eng",))
    leaf(pdf_tesseract.installed())
    assert "stdin stdout --dpi 300 -l eng tsv" in asked()


def test_a_page_upside_down_is_turned(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, ["one two three four five six seven eight"], sure=31, turn=180)
    found = leaf(pdf_tesseract.installed())
    assert found.certainty > 90
    assert found.lines[0].left == pytest.approx(72)
    assert found.lines[0].box.right == pytest.approx(595 - 72, abs=1)


def test_a_page_that_is_sure_is_not_turned(tmp_path, monkeypatch):
    asked = install(tmp_path, monkeypatch, [ENGLISH], turn=180)
    leaf(pdf_tesseract.installed())
    assert "--psm" not in asked()


def test_dashes_before_what_is_said_are_no_hyphens(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, ["— Is it open ?", "- It is.", "— Then go."])
    assert [line.text[0] for line in leaf(pdf_tesseract.installed()).lines] == ["—", "—", "—"]


def test_huge_pages_are_drawn_smaller(tmp_path, monkeypatch):
    asked = install(tmp_path, monkeypatch, ["one"], languages=("eng",))
    leaf(pdf_tesseract.installed(), pdfs.Page(pictures=[(0, 0, 9, 9)], extra="/MediaBox [0 0 14000 14000]"))
    assert "--dpi 26 " in asked()


def test_one_that_fails_says_so(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, [], status=1)
    with pytest.raises(UnreadableFileError, match="did not work"):
        pdf_tesseract.installed()


def test_one_that_takes_too_long_is_stopped(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, [], seconds=30)
    program = pdf_tesseract.installed()
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        leaf(program, seconds=0.5)
    assert time.monotonic() - begun < 10


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed here")
def test_the_real_one_reads_a_page():
    page = pdfs.Page([(60, 700, 24, "The harbour opened its quay")])
    assert [line.text for line in leaf(pdf_tesseract.installed(), page).lines] == ["The harbour opened its quay"]
