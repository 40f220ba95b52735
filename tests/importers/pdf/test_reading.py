import sys

import pytest

from apostil.domain.article import Role
from apostil.domain.errors import UnreadableFileError
from apostil.importers.pdf import reading as pdf_reading
from support import pdfs
from support.tesseracts import install

TEXT = [(60, 700, 10, "The harbour of Lindara opened its new quay before noon.")]
SCAN = pdfs.Page(pictures=[(0, 0, 595, 842)])
SILENT = "[Page 2 is a picture without text.]"
LINES = ["The first ship tied up", "an hour later."]

scripted = pytest.mark.skipif(sys.platform == "win32", reason="the program put in its place is a shell script")


def words(data):
    return [piece.text for piece in pdf_reading.read(data).pieces]


def test_a_scan_without_tesseract_tells_how_to_get_it(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableFileError, match="install Tesseract"):
        pdf_reading.read(pdfs.pdf(SCAN))


@scripted
def test_a_scan_is_read_by_tesseract(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, LINES)
    found = pdf_reading.read(pdfs.pdf(SCAN))
    assert [piece.text for piece in found.pieces] == ["The first ship tied up an hour later."]
    assert found.extractor.endswith(", Tesseract 5.3.0")
    assert found.pieces[0].place.page == 1


@scripted
def test_words_of_a_scan_know_their_page(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, ["and the first ship of the new line tied up", "as soon as its harbour was open"])
    (piece,) = pdf_reading.read(pdfs.pdf(SCAN, SCAN)).pieces
    assert [(box.page, box.start) for box in piece.place.boxes] == [(1, 0), (2, piece.text.rindex("and the first"))]


@scripted
def test_only_the_scanned_pages_are_read_by_it(tmp_path, monkeypatch):
    asked = install(tmp_path, monkeypatch, LINES, languages=("eng",))
    assert words(pdfs.pdf(TEXT, SCAN, pdfs.Page())) == [TEXT[0][3], "The first ship tied up an hour later."]
    assert len(asked().splitlines()) == 1


def test_text_beside_scanned_pages_is_read_without_it(monkeypatch):
    monkeypatch.setenv("PATH", "")
    found = pdf_reading.read(pdfs.pdf(TEXT, SCAN))
    assert [piece.text for piece in found.pieces] == [TEXT[0][3], SILENT]
    assert "Tesseract" not in found.extractor


@scripted
def test_a_scan_without_words(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, [])
    with pytest.raises(UnreadableFileError, match="found no words"):
        pdf_reading.read(pdfs.pdf(SCAN))


@scripted
def test_a_scan_that_takes_too_long_has_its_own_reason(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, LINES, seconds=30)
    with pytest.raises(UnreadableFileError, match="This scan has 2 pages"):
        pdf_reading.read(pdfs.pdf(SCAN, SCAN), seconds=2)


@scripted
def test_text_beside_a_scan_that_takes_too_long_is_read(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, LINES, seconds=30)
    data = pdfs.pdf(TEXT, SCAN)
    assert [piece.text for piece in pdf_reading.read(data, seconds=3).pieces] == [TEXT[0][3], SILENT]


@scripted
def test_a_long_scan_is_given_up_as_soon_as_that_is_foreseen(tmp_path, monkeypatch):
    asked = install(tmp_path, monkeypatch, LINES, languages=("eng",))
    with pytest.raises(UnreadableFileError, match="This scan has 2,000 pages"):
        pdf_reading.read(pdfs.pdf(*[SCAN] * 2000), seconds=8)
    assert len(asked().splitlines()) < 20


def test_more_pages_than_the_time_allows_have_their_own_reason():
    with pytest.raises(UnreadableFileError, match="This PDF has 3 pages"):
        pdf_reading.read(pdfs.pdf(TEXT, TEXT, TEXT), seconds=0)


def test_blank_pages():
    with pytest.raises(UnreadableFileError, match="no words on the pages"):
        pdf_reading.read(pdfs.pdf(pdfs.Page()))


def test_a_page_that_is_a_picture_is_told_with_its_place(monkeypatch):
    monkeypatch.setenv("PATH", "")
    told = pdf_reading.read(pdfs.pdf(TEXT, SCAN)).pieces[-1]
    assert (told.role, told.place.page) == (Role.APPARATUS, 2)


def test_few_pages_without_text_are_not_told(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert SILENT not in words(pdfs.pdf(TEXT, SCAN, *[TEXT] * 10))


@scripted
def test_a_scan_that_is_read_wrongly_is_not_taken(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, ["JUO ZIE snou sapre joney tseq pun wolf ster"], sure=31)
    with pytest.raises(UnreadableFileError, match="again upright"):
        pdf_reading.read(pdfs.pdf(SCAN))


@scripted
def test_a_scan_that_is_hard_to_read_says_so(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, ["The harbonr of Lindora opened its new quoy before noan."], sure=52)
    assert words(pdfs.pdf(SCAN))[-1].startswith("[Page 1 is a picture that is hard to read")
