import pytest

from apostil.domain.errors import UnreadableFileError
from apostil.importers import registry
from apostil.importers.formats.doc import FORMAT
from apostil.importers.word import libreoffice
from support import documents, ole, wordml
from support.importing import read

WORDS = documents.PARAGRAPHS[0]
APP = "<Properties><Application>LibreOffice/24.2.1.2$Linux_X86_64</Application></Properties>"


@pytest.fixture
def office(monkeypatch):
    """LibreOffice as a function: every document holds the same words."""
    members = {
        "word/document.xml": wordml.tree("document", f"<w:body>{wordml.p(WORDS)}</w:body>"),
        "docProps/app.xml": APP,
    }
    monkeypatch.setattr(libreoffice, "converted", lambda data, suffix: wordml.zipped(members))


@pytest.mark.parametrize("name", ["a.doc", "a.txt", ""])
def test_known_by_content(office, name):
    article, form = read(ole.word(), name)
    assert (article.text, form.name) == (WORDS, "Word 97–2003 document")


def test_what_extracted_it_is_named(office):
    assert read(ole.word(), "a.doc")[0].extractor.startswith("LibreOffice 24.2.1.2, Apostil ")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (ole.word(0x100), "protected by a password"),
        (documents.LOCKED_OFFICE, "protected by a password"),
        (ole.container("Workbook"), "This is an Excel workbook"),
        (ole.container("PowerPoint Document"), "This is a PowerPoint presentation"),
        (b"\xffWPC" + bytes(100), "This is a WordPerfect document"),
        (ole.container("Unheard"), "damaged"),
        (ole.word()[:600], "damaged"),
        (documents.OLD_OFFICE, "damaged"),
    ],
)
def test_what_is_not_read_says_why(data, words):
    with pytest.raises(UnreadableFileError, match=words):
        read(data, "a.doc")


def test_without_libreoffice(monkeypatch):
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with pytest.raises(UnreadableFileError, match="LibreOffice, which was not found"):
        read(ole.word(), "a.doc")


def test_a_letter_of_outlook_is_left_to_others():
    assert not FORMAT.recognises(ole.container("__properties_version1.0"), "a.doc")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{\\rtf1 Words.}", "RTF document"),
        (wordml.docx(wordml.p(WORDS)), "Word document"),
        (wordml.old(wordml.p(WORDS)), "Word document"),
        (documents.page(f"<p>{WORDS}</p>"), "saved web page"),
        (WORDS.encode("ascii"), "plain text"),
    ],
)
def test_a_file_that_is_called_so_and_is_something_else_is_read_as_what_it_is(data, kind):
    assert registry.recognise(data, "a.doc").name == kind
